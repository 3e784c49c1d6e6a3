import type { TestimonyShown } from '#contract/testimony.ts'
import type { Language } from '#domain/language.ts'
import { TESTIMONY_MAX } from '#domain/testimony.ts'
import { TRAP_FIELD } from '#questionnaire/sign-up.ts'
import { visitorPage } from './contact-message.ts'
import { boxField, EMPTY_FORM, type Filled, flaws, hiddenFields, lineField, proseField } from './form.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import type { PouredPage } from './page.ts'
import { messagePage } from './sign-up.ts'
import { TESTIMONY_WORDS } from './testimony-words.ts'

/** Published testimonies, each in the language it was written in, and the form (D36, F1). */
export function testimoniesPage({
  language,
  testimonies,
  token,
  filled = EMPTY_FORM,
}: {
  language: Language
  testimonies: readonly TestimonyShown[]
  token: string
  filled?: Filled
}): PouredPage {
  const words = TESTIMONY_WORDS[language]
  const field = (name: string, [label, hint]: string[]) => ({ name, label: label ?? '', hint: hint ?? '' })
  const body = fragment`${flaws(filled, language)}
    <section aria-labelledby="said"><h2 id="said">${words.listHeading}</h2>
    ${testimonies.length ? fragment`<ul class="testimonies" role="list">${testimonies.map((one) => testimony(one, language))}</ul>` : fragment`<p class="muted">${words.none}</p>`}</section>
    <section class="visitor-ask" aria-labelledby="tell"><h2 id="tell">${words.form}</h2><p>${words.formLead}</p>
    <form class="stack visitor-form" method="post" action="/api/v1/testimonies">
      ${hiddenFields({ language, token }, { name: TRAP_FIELD, label: words.trap })}
      ${proseField({ ...field('text', words.text), rows: 8, attributes: fragment`required maxlength="${TESTIMONY_MAX}"` }, filled, language)}
      ${lineField({ ...field('author', words.author), attributes: fragment`required maxlength="80"` }, filled, language)}
      ${lineField({ ...field('organisation', words.organisation), attributes: fragment`maxlength="120" autocomplete="organization"` }, filled, language)}
      ${boxField({ name: 'consent', label: words.consent, hint: words.consentHint }, filled, language)}
      <p><button class="button" type="submit">${words.send}</button></p>
    </form></section>`
  return visitorPage(language, 'testimonies/', words, body, filled)
}

function testimony(
  { author, organisation, text, language: written }: TestimonyShown,
  language: Language,
): Fragment {
  const lang = written === language ? null : fragment` lang="${written}"`
  return fragment`<li><figure class="card"><blockquote${lang}>${prose(text)}</blockquote><figcaption class="muted">${author}${organisation ? ` · ${organisation}` : ''}</figcaption></figure></li>`
}

export function testimonyThanksPage(language: Language): PouredPage {
  const words = TESTIMONY_WORDS[language]
  return messagePage({
    language,
    title: words.thanks,
    path: 'testimonies/thanks/',
    paragraphs: words.thanksText,
    next: { href: `/${language}/testimonies/`, label: words.back },
    tone: 'good',
  })
}
