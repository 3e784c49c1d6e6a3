import type { Language } from '#domain/language.ts'
import type { Answers } from './answers.ts'
import { showAnswer } from './kinds.ts'
import { type Markup, markup } from './markup.ts'
import { answerTo, type Block, type Questionnaire } from './question.ts'
import { type KnownIdentity, type SignUpValues, TRAP_FIELD } from './sign-up.ts'
import { drawTrap, FORM_ID } from './sign-up-form.ts'
import { SIGN_UP_WORDS as WORDS } from './sign-up-words.ts'

/** What each page says anew. */
const UNCARRIED: ReadonlySet<string> = new Set(['step', 'at', 'language', TRAP_FIELD])

/** Answers to be read again before they are sent. */
export interface CheckPage {
  questionnaire: Questionnaire
  language: Language
  /** Where the form posts. */
  action: string
  values: SignUpValues
  /** The checked answers, as they will be stored. */
  answers: Answers
  known?: KnownIdentity | null
  /** Everything that was posted, carried along unseen; what a person typed is what is sent. */
  fields: readonly (readonly [string, string])[]
  /** Sent too fast for a person, or without our own page: asks to read again. */
  isHasty?: boolean
  /** Asks Cloudflare whether a person is there, where the organisation wants it. */
  turnstileKey?: string | null
}

/**
 * The answers by block, each with a button that goes back to it, then the button that sends. One form without script:
 * it carries what was typed, and a correction gives it back whole.
 */
export function drawCheck(page: CheckPage): Markup {
  const { questionnaire, language } = page
  const hidden = page.fields
    .filter(([name]) => !UNCARRIED.has(name))
    .map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)
  const hasty = page.isHasty
    ? markup`<div class="qn-summary" role="alert" tabindex="-1" autofocus><p>${WORDS.tooFast[language]}</p></div>`
    : ''
  return markup`<div class="qn qn-check">${hasty}
<form class="qn-form" id="${FORM_ID}" method="post" action="${page.action}" novalidate><input type="hidden" name="at" value="check"><input type="hidden" name="language" value="${language}">${hidden}
${drawIdentity(page)}
${questionnaire.blocks.map((block) => drawBlock(page, block))}
${drawAgreements(page)}
${drawTrap(language)}${drawTurnstile(page)}
<div class="qn-end-of-form"><button class="qn-button" type="submit" name="step" value="send">${WORDS.send[language]}</button></div>
</form></div>`
}

function drawSection(page: CheckPage, key: string, title: string, rows: readonly Markup[]): Markup {
  const { language, action } = page
  return markup`<section class="qn-checked" aria-labelledby="check-${key}"><div class="qn-checked-head"><h2 id="check-${key}">${title}</h2>
<button class="qn-link" type="submit" name="step" value="edit" formaction="${action}#part-${key}">${WORDS.change[language]}<span class="visually-hidden"> ${title}</span></button></div>
<dl>${rows}</dl></section>`
}

function drawRow(name: string, text: string, language: Language): Markup {
  const lines = text.split('\n')
  const said =
    text === ''
      ? markup`<span class="qn-unanswered">${WORDS.unanswered[language]}</span>`
      : markup`${lines.map((line, at) => markup`${at > 0 ? markup`<br>` : ''}${line}`)}`
  return markup`<div><dt>${name}</dt><dd>${said}</dd></div>`
}

function drawIdentity(page: CheckPage): Markup {
  const { language, values, known } = page
  const who = known ?? values
  const name = [who.given_name, who.family_name].map((part) => part?.trim()).join(' ')
  const rows = [drawRow(WORDS.name[language], name, language)]
  const email = who.email?.trim() ?? ''
  if (email !== '' || !values.hr_code) rows.push(drawRow(WORDS.emailExternal[language], email, language))
  if (!known && values.hr_code) rows.push(drawRow(WORDS.code[language], values.hr_code.trim(), language))
  return drawSection(page, 'identity', WORDS.checkIdentity[language], rows)
}

function drawBlock(page: CheckPage, block: Block): Markup {
  const rows = block.questions.map((question) =>
    drawRow(
      question.label[page.language],
      showAnswer(question, answerTo(question, page.answers), page.language),
      page.language,
    ),
  )
  return drawSection(page, block.key, block.title[page.language], rows)
}

function drawAgreements(page: CheckPage): Markup {
  const { language, values } = page
  const rows = (['volunteer', 'charter', 'reminders'] as const).map((box) =>
    drawRow(WORDS[box][language], WORDS[values[box] === true ? 'yes' : 'no'][language], language),
  )
  return drawSection(page, 'consent', WORDS.consent[language], rows)
}

function drawTurnstile({ turnstileKey, language }: CheckPage): Markup {
  if (!turnstileKey) return markup``
  return markup`<div class="cf-turnstile" data-sitekey="${turnstileKey}" data-action="sign-up" data-language="${language}" data-appearance="interaction-only"></div>
<script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer></script>`
}
