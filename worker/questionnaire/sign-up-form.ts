import type { Both, Language } from '#domain/language.ts'
import { drawOption } from './kinds/choice.ts'
import { described, drawError, drawRequired, flawOf, idOf } from './kinds/frame.ts'
import type { Drawing, DrawingContext, Flaw } from './kinds/kind.ts'
import { drawQuestion } from './kinds.ts'
import { type Markup, markup } from './markup.ts'
import type { Answering, Block, Question, Questionnaire } from './question.ts'
import { questionsOf } from './question.ts'
import { type KnownIdentity, type SignUpValues, TRAP_FIELD } from './sign-up.ts'
import { SIGN_UP_WORDS as WORDS } from './sign-up-words.ts'

/** One thing to mend on the page; an empty field is about the page as a whole. */
export interface FormError {
  key: string
  field: string
  detail: Both
}

export interface SignUpPage {
  questionnaire: Questionnaire
  /** `charter` is plain text in the language of the page; an empty line starts a paragraph. */
  programme: { slug: string; charter: string; externals_allowed: boolean }
  language: Language
  /** Where the form posts. */
  action: string
  /** What was typed before, refused or not. */
  values: SignUpValues
  errors: readonly FormError[]
  /** The addresses of the questionnaires of other roles; mentor and mentee are known, both is shown where given. Null: the role is settled. */
  doors?: Partial<Record<Answering, string>> | null
  /** Fields that the page carries without showing them. */
  hidden?: Readonly<Record<string, string>>
  /** Who signs up, where a link has proved it: shown, not asked. */
  known?: KnownIdentity | null
  /** Came by the link of a draft, which saving again keeps. */
  isDraft?: boolean
  /** What was filled in from what HR knows. */
  isPrefilled?: boolean
  context?: DrawingContext
}

/**
 * The whole sign-up as one form that posts by itself: without script a long form, inside an element that a script
 * turns into one topic at a time. Every typed value is kept, errors are listed first and repeated above each field.
 */
export function drawSignUpForm(page: SignUpPage): Markup {
  const { questionnaire, language } = page
  const words = (name: keyof typeof WORDS) => WORDS[name][language]
  const minutes = questionnaire.role === 'both' ? words('minutesBoth') : words('minutes')
  const hidden = Object.entries(page.hidden ?? {}).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  const typed = page.errors.length > 0 || page.isDraft || Object.keys(page.values.answers).length > 0
  return markup`<questionnaire-steps class="qn" data-programme="${page.programme.slug}" data-role="${questionnaire.role}"${typed ? markup` data-typed` : ''}${drawScriptWords(language)}>
${drawSummary(page)}
<p class="qn-intro">${minutes}</p>
${drawDoors(page)}
<form class="qn-form" id="${FORM_ID}" method="post" action="${page.action}" novalidate>
<input type="hidden" name="role" value="${questionnaire.role}">${hidden}
${drawIdentity(page)}
${questionnaire.blocks.map((block) => drawBlock(page, block))}
${drawConsent(page)}
${drawTrap(language)}
<div class="qn-end-of-form"><button class="qn-button" type="submit" name="step" value="check">${words('check')}</button><p class="qn-help">${words('checkHelp')}</p></div>
${drawKeeping(page)}
</form>
</questionnaire-steps>`
}

/** The form of a sign-up in the page, for buttons that stand outside it. */
export const FORM_ID = 'sign-up'

/** What the element says that folds the form; it has no words of its own. */
function drawScriptWords(language: Language): Markup {
  const names = [
    'back',
    'forward',
    'steps',
    'left',
    'leftOne',
    'leftNone',
    'restored',
    'startAgain',
    'offline',
  ] as const
  return markup`${names.map((name) => {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return markup` data-${attribute}="${WORDS[name][language]}"`
  })}`
}

/** A field that people never see, and that programs fill in (D37). */
export function drawTrap(language: Language): Markup {
  return markup`<div class="qn-trap" aria-hidden="true"><label for="${idOf(TRAP_FIELD)}">${WORDS.trap[language]}</label><input type="text" id="${idOf(TRAP_FIELD)}" name="${TRAP_FIELD}" value="" tabindex="-1" autocomplete="off"></div>`
}

/** Putting the form aside and erasing it, by buttons of the form itself. */
function drawKeeping({ language, isDraft, known }: SignUpPage): Markup {
  const save = known
    ? ''
    : markup`<button class="qn-link" type="submit" name="step" value="save">${WORDS.save[language]}</button>`
  const help = known
    ? ''
    : markup`<p class="qn-help">${WORDS[isDraft ? 'saveAgainHelp' : 'saveHelp'][language]}</p>`
  return markup`<div class="qn-keeping"><p class="qn-keeping-ways">${save}<button class="qn-link" type="submit" name="step" value="erase">${WORDS.erase[language]}</button></p>${help}</div>`
}

function drawSummary(page: SignUpPage): Markup {
  if (page.errors.length === 0) return markup``
  const labels = labelsOf(page)
  const order = [...labels.keys()]
  const place = (error: FormError) => (labels.has(error.key) ? order.indexOf(error.key) : -1)
  const sorted = [...page.errors].sort((one, other) => place(one) - place(other))
  const items = sorted.map((error) => {
    const detail = error.detail[page.language]
    const label = labels.get(error.key)
    const where = label === undefined ? '' : markup` <span class="qn-where">${label}</span>`
    return error.field === ''
      ? markup`<li>${detail}${where}</li>`
      : markup`<li><a href="#${idOf(error.field)}">${detail}</a>${where}</li>`
  })
  return markup`<div class="qn-summary" role="alert" tabindex="-1" autofocus>
<h2>${WORDS.problem[page.language]}</h2>
<p>${WORDS.nothingLost[page.language]}</p>
<ul>${items}</ul>
</div>`
}

/** What each field is called, in the order of the page. */
function labelsOf({ questionnaire, language, programme }: SignUpPage): Map<string, string> {
  const email = programme.externals_allowed ? WORDS.emailExternal : WORDS.email
  return new Map([
    ['given_name', WORDS.given_name[language]],
    ['family_name', WORDS.family_name[language]],
    ['email', email[language]],
    ['hr_code', WORDS.code[language]],
    ...questionsOf(questionnaire).map((question) => [question.key, question.label[language]] as const),
    ['volunteer', WORDS.volunteer[language]],
    ['charter', WORDS.charter[language]],
  ])
}

/** G1: the role of this page, and the way to the other ones. */
function drawDoors({ questionnaire, programme, language, doors }: SignUpPage): Markup {
  if (doors === null) return markup``
  const address = (role: Answering) =>
    `/${language}/programmes/${encodeURIComponent(programme.slug)}/${role}/`
  const known: Partial<Record<Answering, string>> = {
    mentor: address('mentor'),
    mentee: address('mentee'),
    ...doors,
  }
  const names = { ...questionnaire.words, both: WORDS.both }
  const items = (['mentor', 'mentee', 'both'] as const).flatMap((role) => {
    if (role === questionnaire.role) {
      return [
        markup`<li><strong class="qn-door" data-role="${role}" aria-current="page">${names[role][language]}</strong></li>`,
      ]
    }
    const href = known[role]
    return href === undefined
      ? []
      : [markup`<li><a class="qn-door" data-role="${role}" href="${href}">${names[role][language]}</a></li>`]
  })
  return markup`<nav class="qn-doors" aria-labelledby="q-role"><p class="qn-sublabel" id="q-role">${WORDS.role[language]}</p><ul role="list">${items}</ul></nav>`
}

function drawingOf(page: SignUpPage, key: string): Drawing {
  const flaws: Flaw[] = page.errors
    .filter((error) => error.key === key)
    .map(({ field, detail }) => ({ field, detail, pointer: '' }))
  return { language: page.language, flaws, context: page.context ?? {} }
}

function drawTitle(title: string): Markup {
  return markup`<legend class="qn-title"><h2>${title}</h2></legend>`
}

function drawIdentity(page: SignUpPage): Markup {
  const { language, values, known } = page
  if (known) return drawKnown(known, language)
  const email = page.programme.externals_allowed ? WORDS.emailExternal : WORDS.email
  return markup`<fieldset class="qn-block" id="part-identity">${drawTitle(WORDS.identity[language])}
<div class="qn-pair">${drawPerson(page, 'given_name', WORDS.given_name, values.given_name, 'given-name')}
${drawPerson(page, 'family_name', WORDS.family_name, values.family_name, 'family-name')}</div>
${drawPerson(page, 'email', email, values.email, 'email', WORDS.emailHelp)}
${drawCode(page)}</fieldset>`
}

/** Who came by a link that proves who they are reads it, and is not asked again (WCAG 2.2, 3.3.7). */
function drawKnown({ given_name, family_name, email }: KnownIdentity, language: Language): Markup {
  return markup`<fieldset class="qn-block" id="part-identity">${drawTitle(WORDS.identity[language])}
<p class="qn-known"><strong>${given_name} ${family_name}</strong>${email === null ? '' : markup`<br>${email}`}</p></fieldset>`
}

/** For people without a mailbox: the code that HR printed for them. */
function drawCode(page: SignUpPage): Markup {
  const { language, values } = page
  const flaw = flawOf(drawingOf(page, 'hr_code'), 'hr_code')
  const typed = values.hr_code ?? ''
  const isOpen = flaw || typed !== '' ? markup` open` : ''
  return markup`<details class="qn-more"${isOpen}><summary>${WORDS.codeFold[language]}</summary>
<div class="qn-question"><label class="qn-label" for="${idOf('hr_code')}">${WORDS.code[language]}</label>
<p class="qn-help" id="${idOf('hr_code')}-help">${WORDS.codeHelp[language]}</p>${drawError('hr_code', flaw, language)}
<input class="qn-text qn-short" type="text" id="${idOf('hr_code')}" name="hr_code" value="${typed}" maxlength="20" autocomplete="off" autocapitalize="none" spellcheck="false"${described('hr_code', true, flaw)}></div></details>`
}

function drawPerson(
  page: SignUpPage,
  field: string,
  label: Both,
  typed: string | undefined,
  autocomplete: string,
  help?: Both,
): Markup {
  const { language } = page
  const flaw = flawOf(drawingOf(page, field), field)
  const helpText = help ? markup`<p class="qn-help" id="${idOf(field)}-help">${help[language]}</p>` : ''
  return markup`<div class="qn-question"><label class="qn-label" for="${idOf(field)}">${label[language]}${drawRequired(true, language)}</label>
${helpText}${drawError(field, flaw, language)}
<input class="qn-text" type="${field === 'email' ? 'email' : 'text'}" id="${idOf(field)}" name="${field}" value="${typed ?? ''}" autocomplete="${autocomplete}" required${described(field, help !== undefined, flaw)}></div>`
}

/** A block as a named group. Neighbours that are asked for the same reason share one explanation. */
function drawBlock(page: SignUpPage, block: Block): Markup {
  const { language } = page
  const drawn = block.questions.map((question, at) => {
    const raw = Object.hasOwn(page.values.answers, question.key)
      ? page.values.answers[question.key]
      : undefined
    const body = drawQuestion(question, raw, drawingOf(page, question.key))
    const isLast = block.questions[at + 1]?.why !== question.why
    return isLast
      ? markup`${body}${drawWhy(question, block.questions[at - 1]?.why === question.why, language)}`
      : body
  })
  const isPrefilled = page.isPrefilled && block.key === 'work'
  const words = isPrefilled ? WORDS.prefilled : block.intro
  const intro = words ? markup`<p class="qn-intro">${words[language]}</p>` : ''
  return markup`<fieldset class="qn-block" id="part-${block.key}">${drawTitle(block.title[language])}
${intro}${drawn}</fieldset>`
}

function drawWhy(question: Question, isShared: boolean, language: Language): Markup {
  const words = isShared ? WORDS.whyMany : WORDS.whyOne
  return markup`<details class="qn-why"><summary>${words[language]}<span class="visually-hidden"> ${question.label[language]}</span></summary><p>${question.why[language]}</p></details>`
}

/** The three boxes of G8, each on its own; none is ticked beforehand. */
function drawConsent(page: SignUpPage): Markup {
  const { language, values, programme } = page
  const paragraphs = programme.charter
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const charter =
    paragraphs.length === 0
      ? ''
      : markup`<details class="qn-charter"><summary>${WORDS.charterTitle[language]}</summary>${paragraphs.map((paragraph) => markup`<p>${paragraph}</p>`)}</details>`
  return markup`<fieldset class="qn-block" id="part-consent">${drawTitle(WORDS.consent[language])}
${charter}
<p class="qn-notice"><a href="/${language}/programmes/${encodeURIComponent(programme.slug)}/notice/" target="_blank" rel="noopener">${WORDS.notice[language]}<span class="visually-hidden"> ${WORDS.newTab[language]}</span></a></p>
${drawBox(page, 'volunteer', values.volunteer === true, true)}
${drawBox(page, 'charter', values.charter === true, true)}
${drawBox(page, 'reminders', values.reminders === true, false)}
<p class="qn-help" id="${idOf('reminders')}-help">${WORDS.remindersHelp[language]}</p></fieldset>`
}

function drawBox(
  page: SignUpPage,
  field: 'volunteer' | 'charter' | 'reminders',
  isTicked: boolean,
  isRequired: boolean,
): Markup {
  const { language } = page
  const flaw = flawOf(drawingOf(page, field), field)
  const name = markup`${WORDS[field][language]}${drawRequired(isRequired, language)}`
  const attributes = described(field, field === 'reminders', flaw)
  return markup`<div class="qn-box">${drawError(field, flaw, language)}${drawOption('checkbox', field, 0, { value: 'yes', name }, isTicked, attributes)}</div>`
}
