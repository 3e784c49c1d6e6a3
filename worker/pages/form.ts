import type { Both, Language } from '#domain/language.ts'
import { type Fragment, fragment } from './fragment.ts'

/** One thing to mend; an empty field is about the form as a whole. */
export interface FormFlaw {
  field: string
  detail: Both
}

/** What was typed before, and what is wrong with it. */
export interface Filled {
  values: Record<string, string>
  errors: readonly FormFlaw[]
}

export const EMPTY_FORM: Filled = { values: {}, errors: [] }

interface Field {
  name: string
  label: string
  hint?: string
  attributes?: Fragment
}

const WORDS = {
  fr: { wrong: 'Il reste quelque chose à corriger', kept: 'Rien de ce que vous avez écrit n’est perdu.' },
  en: { wrong: 'Something is left to mend', kept: 'Nothing that you typed is lost.' },
}

/** What is wrong, listed first; each line leads to its field. */
export function flaws({ errors }: Filled, language: Language): Fragment | null {
  if (errors.length === 0) return null
  const lines = errors.map(({ field, detail }) =>
    field === ''
      ? fragment`<li>${detail[language]}</li>`
      : fragment`<li><a href="#${field}">${detail[language]}</a></li>`,
  )
  return fragment`<div class="notice" data-tone="trouble" role="alert" tabindex="-1" autofocus>
    <p><strong>${WORDS[language].wrong}</strong></p><p>${WORDS[language].kept}</p><ul>${lines}</ul></div>`
}

/** A line to write on. */
export function lineField(field: Field, filled: Filled, language: Language): Fragment {
  const { name, attributes } = field
  return framed(
    field,
    filled,
    language,
    (described) =>
      fragment`<input class="input" id="${name}" name="${name}" value="${filled.values[name] ?? ''}" ${described} ${attributes}>`,
  )
}

/** Room for several sentences. */
export function proseField(field: Field & { rows: number }, filled: Filled, language: Language): Fragment {
  const { name, rows, attributes } = field
  return framed(
    field,
    filled,
    language,
    (described) =>
      fragment`<textarea class="input" id="${name}" name="${name}" rows="${rows}" ${described} ${attributes}>${filled.values[name] ?? ''}</textarea>`,
  )
}

/** One of a few; the first stands where nothing was chosen. */
export function choiceField(
  field: Field & { options: readonly (readonly [value: string, name: string])[] },
  filled: Filled,
  language: Language,
): Fragment {
  const { name, options, attributes } = field
  const chosen = filled.values[name]
  return framed(
    field,
    filled,
    language,
    (described) =>
      fragment`<select class="input" id="${name}" name="${name}" ${described} ${attributes}>${options.map(([value, label]) => fragment`<option value="${value}"${value === chosen ? fragment` selected` : null}>${label}</option>`)}</select>`,
  )
}

/** A box to tick, never ticked beforehand. */
export function boxField(field: Field, filled: Filled, language: Language): Fragment {
  const { name, label, hint } = field
  const flaw = flawOf(name, filled, language)
  const box = fragment`<input type="checkbox" id="${name}" name="${name}" value="yes" required${filled.values[name] ? fragment` checked` : null} ${described(name, hint, flaw)}>`
  return fragment`<div class="field">${errorLine(name, flaw)}<label class="tick-box" for="${name}">${box}<span>${label}</span></label>${hint ? fragment`<p class="hint" id="${name}-hint">${hint}</p>` : null}</div>`
}

/** What people neither see nor fill in: the language, the trap, the token that tells how long the page was open. */
export function hiddenFields(
  values: Record<string, string>,
  trap: { name: string; label: string },
): Fragment {
  return fragment`${Object.entries(values).map(([name, value]) => fragment`<input type="hidden" name="${name}" value="${value}">`)}<div class="form-trap" aria-hidden="true"><label for="${trap.name}">${trap.label}</label><input type="text" id="${trap.name}" name="${trap.name}" value="" tabindex="-1" autocomplete="off"></div>`
}

function framed(
  { name, label, hint }: Field,
  filled: Filled,
  language: Language,
  control: (described: Fragment) => Fragment,
): Fragment {
  const flaw = flawOf(name, filled, language)
  return fragment`<div class="field"><label for="${name}">${label}</label>${hint ? fragment`<p class="hint" id="${name}-hint">${hint}</p>` : null}${errorLine(name, flaw)}${control(described(name, hint, flaw))}</div>`
}

function flawOf(name: string, { errors }: Filled, language: Language): string | undefined {
  return errors.find(({ field }) => field === name)?.detail[language]
}

function errorLine(name: string, flaw: string | undefined): Fragment | null {
  return flaw ? fragment`<p class="error" id="${name}-error">${flaw}</p>` : null
}

function described(name: string, hint: string | undefined, flaw: string | undefined): Fragment {
  const by = [hint && `${name}-hint`, flaw && `${name}-error`].filter(Boolean).join(' ')
  return fragment`${by ? fragment`aria-describedby="${by}"` : null}${flaw ? fragment` aria-invalid="true"` : null}`
}
