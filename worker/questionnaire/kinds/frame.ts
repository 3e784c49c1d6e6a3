import type { Both, Language } from '#domain/language.ts'
import { type Markup, markup } from '../markup.ts'
import type { Question } from '../question.ts'
import type { Drawing, Flaw } from './kind.ts'

const WORDS = {
  required: { fr: 'obligatoire', en: 'required' },
  error: { fr: 'Erreur : ', en: 'Error: ' },
} satisfies Record<string, Both>

/** The id of a form field in the page. The first control of a group bears the name of the group. */
export function idOf(field: string): string {
  return `q-${field}`
}

/** The flaw of one field, if it has one. */
export function flawOf(drawing: Drawing, field: string): Flaw | undefined {
  return drawing.flaws.find((flaw) => flaw.field === field)
}

/** What went wrong, above the field it is about. */
export function drawError(field: string, flaw: Flaw | undefined, language: Language): Markup {
  if (!flaw) return markup``
  return markup`<p class="qn-error" id="${idOf(field)}-error"><span class="visually-hidden">${WORDS.error[language]}</span>${flaw.detail[language]}</p>`
}

/** Says that an answer is needed, in words. */
export function drawRequired(isRequired: boolean, language: Language): Markup {
  return isRequired ? markup` <span class="qn-required">${WORDS.required[language]}</span>` : markup``
}

/** The attributes that tie a control to its help and its error. */
export function described(field: string, hasHelp: boolean, flaw: Flaw | undefined): Markup {
  const isInvalid = flaw ? markup` aria-invalid="true"` : markup``
  return markup`${pointers(field, hasHelp, flaw)}${isInvalid}`
}

/** The same for a group, which cannot be invalid itself. */
function pointers(field: string, hasHelp: boolean, flaw: Flaw | undefined): Markup {
  const ids = [hasHelp ? `${idOf(field)}-help` : '', flaw ? `${idOf(field)}-error` : ''].filter(Boolean)
  return ids.length === 0 ? markup`` : markup` aria-describedby="${ids.join(' ')}"`
}

function drawHelp(question: Question, language: Language): Markup {
  if (!question.help) return markup``
  return markup`<p class="qn-help" id="${idOf(question.key)}-help">${question.help[language]}</p>`
}

/** A question with one control: label, help, error, then the control. */
export function drawField(question: Question, drawing: Drawing, control: Markup): Markup {
  const { language } = drawing
  return markup`<div class="qn-question">
<label class="qn-label" for="${idOf(question.key)}">${question.label[language]}${drawRequired(question.required, language)}</label>
${drawHelp(question, language)}${drawError(question.key, flawOf(drawing, question.key), language)}
${control}
</div>`
}

/**
 * A question with several controls: a named group, help, error, then the controls. `radiogroup` is for one set of
 * dots; an `anchored` group bears the id of the question, which otherwise belongs to its first control.
 */
export function drawGroup(
  question: Question,
  drawing: Drawing,
  controls: Markup,
  shape: 'group' | 'radiogroup' | 'anchored' = 'group',
): Markup {
  const { language } = drawing
  const flaw = flawOf(drawing, question.key)
  const hasHelp = question.help !== undefined
  const attributes =
    shape === 'radiogroup'
      ? markup` role="radiogroup"${described(question.key, hasHelp, flaw)}`
      : pointers(question.key, hasHelp, flaw)
  const anchor = shape === 'anchored' ? markup` id="${idOf(question.key)}"` : ''
  return markup`<fieldset class="qn-question"${anchor}${attributes}>
<legend class="qn-label">${question.label[language]}${drawRequired(question.required, language)}</legend>
${drawHelp(question, language)}${drawError(question.key, flaw, language)}
${controls}
</fieldset>`
}
