import type { ProgrammeShown } from '#contract/programme.ts'
import { CONTACT_SUBJECTS } from '#domain/contact-message.ts'
import type { Language } from '#domain/language.ts'
import type { Organisation } from '#domain/organisation.ts'
import { reachLines } from '#domain/organisation-words.ts'
import { TRAP_FIELD } from '#questionnaire/sign-up.ts'
import { CONTACT_WORDS } from './contact-message-words.ts'
import { choiceField, EMPTY_FORM, type Filled, flaws, hiddenFields, lineField, proseField } from './form.ts'
import { type Fragment, fragment, list } from './fragment.ts'
import { frame } from './frame.ts'
import type { PouredPage } from './page.ts'
import { messagePage } from './sign-up.ts'

interface Form {
  language: Language
  /** Tells how long the page was open. */
  token: string
  filled?: Filled
}

/** The contact form, with the telephone and hours of the organisation (P39, W22). */
export function contactPage({
  language,
  token,
  filled = EMPTY_FORM,
  organisation,
}: Form & { organisation: Organisation }): PouredPage {
  const words = CONTACT_WORDS[language]
  const options = Object.entries(CONTACT_SUBJECTS)
    .filter(([subject]) => subject !== 'expert')
    .map(([subject, name]) => [subject, name[language]] as const)
  const body = fragment`<div class="visitor-columns"><div>
    ${flaws(filled, language)}
    <form class="stack visitor-form" method="post" action="/api/v1/contact-messages">
      ${hiddenFields({ language, token }, { name: TRAP_FIELD, label: words.trap })}
      ${choiceField({ name: 'about', label: words.contact.about[0] as string, options }, filled, language)}
      ${proseField({ ...named('text', words.contact.text), rows: 7, attributes: fragment`required maxlength="4000"` }, filled, language)}
      ${identity(filled, language)}
      ${lineField({ ...named('phone', words.phone), attributes: fragment`type="tel" autocomplete="tel" maxlength="40"` }, filled, language)}
      ${ending(words.contact.send, language)}
    </form></div>
    <aside aria-labelledby="reach" class="stack"><h2 id="reach">${words.contact.reach}</h2>${reach(organisation, language)}</aside></div>`
  return visitorPage(language, 'contact/', words.contact, body, filled)
}

/** The call for experts: what a session is, where one can join, and a form (F22, F17–F20). */
export function expertsPage({
  language,
  token,
  filled = EMPTY_FORM,
  programmes,
}: Form & { programmes: readonly ProgrammeShown[] }): PouredPage {
  const words = CONTACT_WORDS[language]
  const { experts } = words
  const open = programmes.map(
    (programme) =>
      fragment`<li><a href="/${language}/programmes/${programme.slug}/">${programme.words[language].name}</a> <span class="muted">${programme.words[language].summary}</span></li>`,
  )
  const body = fragment`${flaws(filled, language)}<div class="visitor-columns"><div class="stack">
    <h2>${experts.what}</h2>${experts.whatText.map((text) => fragment`<p>${text}</p>`)}
    <h2>${experts.storyHeading}</h2>${list(experts.story)}
    <h2>${experts.open}</h2>${open.length ? fragment`<ul class="lines" role="list">${open}</ul>` : fragment`<p>${experts.none}</p>`}
    </div><aside class="stack" aria-labelledby="practical"><h2 id="practical">${experts.practicalHeading}</h2>${list(experts.practical)}</aside></div>
    <section class="visitor-ask" aria-labelledby="offer"><h2 id="offer">${experts.form}</h2>
    <form class="stack visitor-form" method="post" action="/api/v1/contact-messages">
      ${hiddenFields({ language, token, about: 'expert' }, { name: TRAP_FIELD, label: words.trap })}
      ${proseField({ ...named('situation', experts.situation), rows: 5, attributes: fragment`required maxlength="2000"` }, filled, language)}
      ${proseField({ ...named('unlocked', experts.unlocked), rows: 5, attributes: fragment`required maxlength="1900"` }, filled, language)}
      ${identity(filled, language)}
      ${ending(experts.send, language)}
    </form></section>`
  return visitorPage(language, 'experts/', experts, body, filled)
}

/** What an expert wrote in two fields, as one message. */
export function joinExpertText(values: Record<string, string>, language: Language): string {
  const { joined } = CONTACT_WORDS[language].experts
  const colon = language === 'fr' ? '\u00a0:' : ':'
  return (['situation', 'unlocked'] as const)
    .map((name) => [joined[name], values[name]?.trim() ?? ''] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}${colon}\n${text}`)
    .join('\n\n')
}

export function contactThanksPage(language: Language, room: 'contact' | 'experts'): PouredPage {
  const words = CONTACT_WORDS[language]
  return messagePage({
    language,
    title: words[room].thanks,
    path: `${room}/thanks/`,
    paragraphs: words[room].thanksText,
    next: { href: `/${language}/programmes/`, label: words.contact.back },
    tone: 'good',
  })
}

/** A page of ours whose body is poured whole. */
export function visitorPage(
  language: Language,
  path: string,
  { title, lead }: { title: string; lead: string },
  body: Fragment,
  filled: Filled = EMPTY_FORM,
): PouredPage {
  return {
    shell: 'all/visitor',
    language,
    isFindable: filled.errors.length === 0,
    slots: {
      ...frame(language, title, path, filled.errors.length > 0),
      description: lead,
      heading: title,
      lead,
      body,
    },
  }
}

function identity(filled: Filled, language: Language): Fragment {
  const words = CONTACT_WORDS[language]
  return fragment`${lineField({ ...named('name', words.name), attributes: fragment`autocomplete="name" required maxlength="120"` }, filled, language)}
    ${lineField({ ...named('email', words.email), attributes: fragment`type="email" autocomplete="email" required maxlength="254"` }, filled, language)}`
}

function ending(send: string, language: Language): Fragment {
  const words = CONTACT_WORDS[language]
  return fragment`<p class="muted small">${words.kept} <a href="/${language}/privacy/">${words.privacy}</a></p>
    <p><button class="button" type="submit">${send}</button></p>`
}

function reach(organisation: Organisation, language: Language): Fragment {
  // Where no address is known, the first line would only send people to the form beside it.
  const ways = reachLines(organisation, language).slice(organisation.email === null ? 1 : 0)
  const lines = [organisation.name, organisation.address, ...ways]
  return fragment`${lines.filter(Boolean).map((line) => fragment`<p>${line}</p>`)}`
}

function named(name: string, [label, hint]: string[]): { name: string; label: string; hint: string } {
  return { name, label: label ?? '', hint: hint ?? '' }
}
