import type { SurveyMoment } from '#domain/feedback.ts'
import type { Both, Language } from '#domain/language.ts'
import type { AnswerError } from '#questionnaire/check.ts'
import { drawCorrectionForm } from '#questionnaire/correction-form.ts'
import type { Questionnaire } from '#questionnaire/question.ts'
import { minutesOf } from '#questionnaire/survey.ts'
import { fragment } from './fragment.ts'
import { frame } from './frame.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'
import { SURVEY_PAGE_WORDS } from './survey-words.ts'

/** A survey as somebody sees it, before or after they answered. */
export interface SurveyView {
  survey: Questionnaire
  moment: SurveyMoment
  /** `over` where the pair ended before the answer. */
  state: 'open' | 'answered' | 'expired' | 'over'
  programme: { slug: string; names: Both }
  /** The name of the partner. */
  partner: string
  /** What stands in the form: what was typed and refused, or what is known from the sign-up. */
  answers: Readonly<Record<string, unknown>>
  errors: readonly AnswerError[]
  /** Where the form posts, and the address of the page after the language, such as `me/surveys/fbr_1/`. */
  action: string
  path: string
}

/** The survey as one form that posts by itself; once it is answered or over, a page that says so. */
export function surveyPage(view: SurveyView, language: Language): PouredPage {
  if (view.state !== 'open') return closedPage(view, language)
  const { survey, moment, programme, partner, answers, errors, action, path } = view
  const words = SURVEY_PAGE_WORDS[language]
  const form = drawCorrectionForm({
    questionnaire: survey,
    language,
    action,
    answers,
    errors,
    submit: words.send,
  })
  return {
    shell: 'all/survey',
    language,
    slots: {
      ...frame(language, words.titles[moment], path, errors.length > 0),
      programme: fragment`<a href="/${language}/programmes/${programme.slug}/">${programme.names[language]}</a>`,
      heading: words.titles[moment],
      lead: words.lead(partner, minutesOf(survey)),
      form: fragment`<p class="qn-intro">${words.readers}</p>${form}`,
    },
  }
}

function closedPage({ state, path, programme }: SurveyView, language: Language): PouredPage {
  const words = SURVEY_PAGE_WORDS[language]
  const isAnswered = state === 'answered'
  return ownPage({
    language,
    title: isAnswered ? words.answered : words.over,
    path,
    above: programme.names[language],
    body: fragment`<p class="lead">${isAnswered ? words.answeredLead : words.overLead}</p>${isAnswered ? fragment`<p class="muted">${words.seeThem}</p>` : null}`,
    back: { href: `/${language}/me/`, label: words.space },
  })
}
