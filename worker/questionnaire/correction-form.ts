import type { Language } from '#domain/language.ts'
import type { Answers } from './answers.ts'
import { idOf } from './kinds/frame.ts'
import type { Flaw } from './kinds/kind.ts'
import { drawQuestion } from './kinds.ts'
import { type Markup, markup } from './markup.ts'
import { type Block, type Questionnaire, questionsOf } from './question.ts'
import type { FormError } from './sign-up-form.ts'
import { SIGN_UP_WORDS as WORDS } from './sign-up-words.ts'

/** A questionnaire to be answered again by somebody who is known: the questions alone, without identity or consents. */
export interface CorrectionPage {
  questionnaire: Questionnaire
  language: Language
  action: string
  /** What was answered before, or typed and refused. */
  answers: Answers | Readonly<Record<string, unknown>>
  errors: readonly FormError[]
  /** What the button says. */
  submit: string
}

/** The questions as one form that posts by itself; errors are listed first and repeated above each field. */
export function drawCorrectionForm(page: CorrectionPage): Markup {
  const { questionnaire, language, action, submit } = page
  return markup`<div class="qn" data-role="${questionnaire.role}">
${drawErrors(page)}
<form class="qn-form" method="post" action="${action}" novalidate>
<input type="hidden" name="language" value="${language}">
${questionnaire.blocks.map((block) => drawBlock(page, block))}
<div class="qn-end-of-form"><button class="qn-button" type="submit">${submit}</button></div>
</form>
</div>`
}

function drawErrors({ questionnaire, errors, language }: CorrectionPage): Markup {
  if (errors.length === 0) return markup``
  const labels = new Map(questionsOf(questionnaire).map(({ key, label }) => [key as string, label[language]]))
  const items = errors.map(({ key, field, detail }) => {
    const where = labels.has(key) ? markup` <span class="qn-where">${labels.get(key) ?? ''}</span>` : ''
    return field === ''
      ? markup`<li>${detail[language]}${where}</li>`
      : markup`<li><a href="#${idOf(field)}">${detail[language]}</a>${where}</li>`
  })
  return markup`<div class="qn-summary" role="alert" tabindex="-1" autofocus>
<h2>${WORDS.problem[language]}</h2>
<p>${WORDS.nothingLost[language]}</p>
<ul>${items}</ul>
</div>`
}

function drawBlock({ language, answers, errors }: CorrectionPage, block: Block): Markup {
  const given = answers as Record<string, unknown>
  const questions = block.questions.map((question) => {
    const flaws: Flaw[] = errors
      .filter(({ key }) => key === question.key)
      .map(({ field, detail }) => ({ field, detail, pointer: '' }))
    const answer = Object.hasOwn(given, question.key) ? given[question.key] : undefined
    return drawQuestion(question, answer, { language, flaws, context: {} })
  })
  const intro = block.intro ? markup`<p class="qn-intro">${block.intro[language]}</p>` : ''
  return markup`<fieldset class="qn-block" id="part-${block.key}"><legend class="qn-title"><h2>${block.title[language]}</h2></legend>
${intro}${questions}</fieldset>`
}
