import type { ProgrammeShown } from '#contract/programme.ts'
import type { Language } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import { sayInstant } from './dates.ts'
import { asFragment, type Fragment, fragment } from './fragment.ts'
import { frame } from './frame.ts'
import { mark, type Tone } from './mark.ts'
import type { PouredPage } from './page.ts'
import { PROGRAMME_PAGE_WORDS } from './programme-words.ts'
import { type KeptPage, SIGN_UP_WORDS } from './sign-up-words.ts'
import { drawTips } from './tips.ts'

/** The questionnaire of one side; `form` is HTML already drawn. `hasErrors` puts the error into the title. */
export function questionnairePage(
  programme: ProgrammeShown,
  role: Role | 'both',
  language: Language,
  form: string | Fragment,
  hasErrors = false,
): PouredPage {
  const heading = SIGN_UP_WORDS[language].headings[programme.kind][role]
  const { name } = programme.words[language]
  return {
    shell: `${programme.kind}/questionnaire`,
    language,
    isFindable: true,
    slots: {
      ...frame(language, `${heading} · ${name}`, `programmes/${programme.slug}/${role}/`, hasErrors),
      description: programme.words[language].summary,
      programme: fragment`<a href="/${language}/programmes/${programme.slug}/">${name}</a>`,
      heading,
      lead: SIGN_UP_WORDS[language].lead,
      form: asFragment(form),
    },
  }
}

/** The answers, to be read again before they are sent; `form` is HTML already drawn. */
export function checkPage(
  programme: ProgrammeShown,
  role: Role | 'both',
  language: Language,
  form: string | Fragment,
): PouredPage {
  const { title, lead } = SIGN_UP_WORDS[language].check
  const { name } = programme.words[language]
  return {
    shell: `${programme.kind}/questionnaire`,
    language,
    slots: {
      ...frame(language, `${title} · ${name}`, `programmes/${programme.slug}/${role}/`),
      programme: fragment`<a href="/${language}/programmes/${programme.slug}/">${name}</a>`,
      heading: title,
      lead,
      form: fragment`${asFragment(form)}${nextSteps(programme, language)}`,
    },
  }
}

/** After a questionnaire was put aside, or erased. */
export function keptPage(programme: ProgrammeShown, page: KeptPage, language: Language): PouredPage {
  const words = SIGN_UP_WORDS[language].kept[page]
  return messagePage({
    language,
    title: words.title,
    path: `programmes/${programme.slug}/${page}/`,
    paragraphs: words.paragraphs,
    next: {
      href: `/${language}/programmes/${programme.slug}/`,
      label: SIGN_UP_WORDS[language].mail.back(programme.words[language].name),
    },
    tone: page === 'saved' ? 'mail' : 'good',
  })
}

/** After a sign-up: the link in the mail is the only way on. */
export function checkYourMailPage(programme: ProgrammeShown, language: Language): PouredPage {
  const words = SIGN_UP_WORDS[language].mail
  return messagePage({
    language,
    title: words.title,
    path: `programmes/${programme.slug}/check-your-mail/`,
    paragraphs: [words.sent, words.kept, words.lost],
    next: {
      href: `/${language}/programmes/${programme.slug}/`,
      label: words.back(programme.words[language].name),
    },
    tone: 'mail',
  })
}

/** One button: opening a link never confirms anything by itself (mail scanners open links). */
export function confirmationPage(programme: ProgrammeShown, token: string, language: Language): PouredPage {
  const words = SIGN_UP_WORDS[language].confirmation
  return {
    shell: 'all/confirmation',
    language,
    slots: {
      ...frame(
        language,
        words.title,
        `programmes/${programme.slug}/confirmation/${encodeURIComponent(token)}/`,
      ),
      heading: words.title,
      text: words.text(programme.words[language].name),
      form: fragment`<form method="post" action="/api/v1/sign-up-confirmations">
        <input type="hidden" name="token" value="${token}">
        <input type="hidden" name="language" value="${language}">
        <button class="button" type="submit">${words.button}</button>
      </form>`,
      note: words.notMe,
    },
  }
}

/** A confirmed sign-up: what happens next, with its dates. */
export function welcomePage(programme: ProgrammeShown, language: Language): PouredPage {
  const words = SIGN_UP_WORDS[language].welcome
  return {
    shell: 'all/message',
    language,
    slots: {
      ...frame(language, words.title, `programmes/${programme.slug}/welcome/`),
      mark: mark('good'),
      heading: words.title,
      body: fragment`<p class="lead">${words.lead(programme.words[language].name)}</p>
        ${nextSteps(programme, language)}
        <p class="muted">${words.late}</p>
        ${drawTips(language)}`,
      next: nextStep({ href: `/${language}/me/`, label: words.space }),
    },
  }
}

/** What happens after a sign-up, in order, with the dates of the programme. */
function nextSteps(programme: ProgrammeShown, language: Language): Fragment {
  const words = SIGN_UP_WORDS[language].welcome
  const { matching_at, time_zone, acceptance_days } = programme
  const steps = [
    matching_at ? words.match(sayInstant(matching_at, time_zone, language)) : words.matchSomeday,
    words.reads,
    words.proposal(PROGRAMME_PAGE_WORDS[language].facts.days(acceptance_days)),
    words.meet,
  ]
  return fragment`<h2>${words.next}</h2><ol class="next-steps">${steps.map((step) => fragment`<li>${step}</li>`)}</ol>`
}

export interface Message {
  language: Language
  title: string
  paragraphs: string[]
  next: { href: string; label: string } | null
  tone: Tone
  /** The rest of the address in the other language; the home page where it is left out. */
  path?: string
}

/** Anything else to be said on a page of its own: a link too old, an address unknown… */
export function messagePage({ language, title, paragraphs, next, tone, path = '' }: Message): PouredPage {
  return {
    shell: 'all/message',
    language,
    slots: {
      ...frame(language, title, path),
      mark: mark(tone),
      heading: title,
      body: fragment`${paragraphs.map((text, index) => fragment`<p class="${index ? '' : 'lead'}">${text}</p>`)}`,
      next: next ? nextStep(next, tone === 'mail') : null,
    },
  }
}

/** A quiet step is offered where the real next one lies elsewhere, in a mailbox. */
function nextStep({ href, label }: { href: string; label: string }, isQuiet = false): Fragment {
  return fragment`<p><a class="button${isQuiet ? ' button-quiet' : ''}" href="${href}">${label}</a></p>`
}
