import type { Both, Language } from '#domain/language.ts'
import type { ParticipantState, Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import { PREFERENCE_NOTE, preferenceInWords } from '#questionnaire/learning-preference.ts'
import type { ShownAnswer } from '#questionnaire/show.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment, list, prose } from './fragment.ts'
import { frame } from './frame.ts'
import { ME_WORDS } from './me-words.ts'
import { OWN_ANSWERS_WORDS } from './own-answers-words.ts'
import type { PouredPage } from './page.ts'

/** Which participation a page is about. */
interface Named {
  id: string
  role: Role
  state: ParticipantState
  time_zone: string
  programme: { slug: string; kind: ProgrammeKind; names: Both }
  language: Language
}

interface AcceptedText {
  version: number
  /** As it was; null where it was never kept. */
  text: string | null
}

/** A person’s answers in plain words, what they accepted with the texts as they were, and the way out. */
export function ownAnswersPage(
  own: Named & {
    answers: readonly ShownAnswer[]
    /** LP in [−1, 1]; null where the questions were not answered. */
    preference: number | null
    canCorrect: boolean
    volunteer_at: number | null
    charter_at: number | null
    reminders: boolean
    charter: AcceptedText
    notice: AcceptedText
  },
): PouredPage {
  const { language, answers, preference, canCorrect, state } = own
  const words = OWN_ANSWERS_WORDS[language]
  const way = canCorrect
    ? fragment`<p><a class="button" href="${pathOf(own)}correction/">${words.correct}</a></p><p class="muted small">${words.correctHint}</p>`
    : state === 'active'
      ? fragment`<p class="muted">${words.closed}</p>`
      : null
  return page(own, words.title, '', [
    fragment`<section class="stack" aria-labelledby="answers"><h2 id="answers">${words.answers}</h2>
      ${answers.length === 0 ? fragment`<p>${words.none}</p>` : answerList(answers)}
      ${preference === null ? null : fragment`<p><strong>${words.preference(preferenceInWords(preference)[language])}</strong></p><p class="muted small">${PREFERENCE_NOTE[language]}</p>`}
      ${way}
    </section>`,
    acceptedSection(own),
    state === 'withdrawn'
      ? null
      : fragment`<section class="stack" aria-labelledby="leave"><h2 id="leave">${words.leave}</h2><p>${words.leaveHint}</p><p><a class="button button-quiet" href="${pathOf(own)}withdrawal/">${words.leave}</a></p></section>`,
  ])
}

function answerList(answers: readonly ShownAnswer[]): Fragment {
  return fragment`<dl class="own-answers">${answers.map(
    ({ label, text }) =>
      fragment`<div><dt>${label}</dt><dd>${text.split('\n').map((line, at) => fragment`${at ? fragment`<br>` : null}${line}`)}</dd></div>`,
  )}</dl>`
}

function acceptedSection(
  own: Named & {
    volunteer_at: number | null
    charter_at: number | null
    reminders: boolean
    charter: AcceptedText
    notice: AcceptedText
  },
): Fragment {
  const { language, time_zone, volunteer_at, charter_at, charter, notice, reminders } = own
  const words = OWN_ANSWERS_WORDS[language]
  const day = (at: number) => sayDayOf(at, time_zone, language)
  const text = ({ text: asItWas }: AcceptedText) =>
    asItWas
      ? fragment`<details><summary>${words.asItWas}</summary><div class="stack">${prose(asItWas)}</div></details>`
      : null
  const body =
    volunteer_at === null || charter_at === null
      ? fragment`<p>${words.noConsent}</p>`
      : fragment`<p>${words.volunteer(day(volunteer_at))}</p>
        <p>${words.charter(charter.version, day(charter_at))}</p>${text(charter)}
        <p>${words.notice(notice.version)}</p>${text(notice)}
        <p>${words.reminders[reminders ? 'yes' : 'no']}</p>`
  return fragment`<section class="stack" aria-labelledby="accepted"><h2 id="accepted">${words.accepted}</h2>${body}</section>`
}

/** The questionnaire to correct one’s answers; `form` is already drawn. */
export function correctionPage(own: Named & { form: Fragment; hasErrors: boolean }): PouredPage {
  const { language, programme, form, hasErrors } = own
  const words = OWN_ANSWERS_WORDS[language]
  return {
    shell: `${programme.kind}/questionnaire`,
    language,
    slots: {
      ...frame(language, words.correction, `me/answers/${own.id}/correction/`, hasErrors),
      programme: programmeLine(own),
      heading: words.correction,
      lead: words.correctionLead,
      form,
    },
  }
}

/** What leaving means, and one button. */
export function withdrawalPage(own: Named): PouredPage {
  const { language } = own
  const words = OWN_ANSWERS_WORDS[language].withdrawal
  return page(own, words.title(own.programme.names[language]), 'withdrawal/', [
    fragment`<p class="lead">${words.lead}</p>${list(words.what)}
      <div class="cluster">
        <form method="post" action="/api/v1/me/participations/${encodeURIComponent(own.id)}/withdrawal"><input type="hidden" name="language" value="${language}"><button class="button" type="submit">${words.button}</button></form>
        <a class="button button-quiet" href="/${language}/me/">${words.stay}</a>
      </div>`,
  ])
}

/** What erasing means, and one button. */
export function erasurePage(language: Language): PouredPage {
  const words = OWN_ANSWERS_WORDS[language].erasure
  return {
    shell: 'all/own-answers',
    language,
    slots: {
      ...frame(language, words.title, 'me/erasure/'),
      programme: null,
      heading: words.title,
      body: fragment`<p class="lead">${words.lead}</p>
        <h2>${words.gone}</h2>${list(words.goneList)}
        <h2>${words.stays}</h2><ul>${words.staysList.map((line) => fragment`<li>${line}</li>`)}</ul>
        <div class="cluster">
          <form method="post" action="/api/v1/me/erasure"><input type="hidden" name="language" value="${language}"><button class="button" type="submit">${words.button}</button></form>
          <a class="button button-quiet" href="/api/v1/me/export" download="binome.json">${words.first}</a>
        </div>`,
      back: fragment`<a href="/${language}/me/">${OWN_ANSWERS_WORDS[language].back}</a>`,
    },
  }
}

function page(own: Named, title: string, rest: string, body: (Fragment | null)[]): PouredPage {
  const { language } = own
  return {
    shell: 'all/own-answers',
    language,
    slots: {
      ...frame(language, title, `me/answers/${own.id}/${rest}`),
      programme: programmeLine(own),
      heading: title,
      body: fragment`${body}`,
      back: fragment`<a href="/${language}/me/">${OWN_ANSWERS_WORDS[language].back}</a>`,
    },
  }
}

function programmeLine({ programme, role, language }: Named): Fragment {
  return fragment`<a href="/${language}/programmes/${programme.slug}/">${programme.names[language]}</a> <span class="tag" data-role="${role}">${ME_WORDS[language].role[programme.kind][role]}</span>`
}

function pathOf({ id, language }: Named): string {
  return `/${language}/me/answers/${encodeURIComponent(id)}/`
}
