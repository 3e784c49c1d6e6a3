import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import { OWN_OPTIONS, type OwnKey, type OwnKind, type OwnQuestion } from '#questionnaire/own-question.ts'
import { toSlug } from './console-slug.ts'

/** A question as it is being written: options are lines of text, side by side in both languages. */
export interface QuestionDraft {
  /** Null until it is saved for the first time; never changes afterwards. */
  key: OwnKey | null
  kind: OwnKind
  roles: Role[]
  label: Both
  help: Both
  why: Both
  required: boolean
  lines: Both
  /** The options as they were saved, so that one that is only reworded stays the same answer. */
  known: OwnQuestion['options']
}

/** An empty question, for both roles. */
export function newQuestion(): QuestionDraft {
  const empty = () => ({ fr: '', en: '' })
  return {
    key: null,
    kind: 'text',
    roles: ['mentor', 'mentee'],
    label: empty(),
    help: empty(),
    why: empty(),
    required: false,
    lines: empty(),
    known: [],
  }
}

export function toQuestionDraft(question: OwnQuestion): QuestionDraft {
  const { key, kind, roles, label, help, why, required, options } = question
  return {
    key,
    kind,
    roles: [...roles],
    label: { ...label },
    help: { fr: help?.fr ?? '', en: help?.en ?? '' },
    why: { ...why },
    required,
    lines: {
      fr: options.map(({ name }) => name.fr).join('\n'),
      en: options.map(({ name }) => name.en).join('\n'),
    },
    known: options,
  }
}

/** What is sent: each question with a key that no other has, each option with the value it had before. */
export function fromQuestionDrafts(drafts: readonly QuestionDraft[]): OwnQuestion[] {
  const taken = new Set(drafts.flatMap(({ key }) => key ?? []))
  return drafts.map((draft) => {
    const key = draft.key ?? freeKey(draft, taken)
    taken.add(key)
    const { kind, roles, label, help, why, required } = draft
    const isHelped = help.fr.trim() !== '' || help.en.trim() !== ''
    return { key, kind, roles, label, help: isHelped ? help : null, why, required, options: optionsOf(draft) }
  })
}

/** From the words of the question, with a number where another question has that key. */
function freeKey({ label }: QuestionDraft, taken: ReadonlySet<string>): OwnKey {
  const stem = toSlug(label.fr || label.en)
    .slice(0, 32)
    .replaceAll('-', '_')
    .replace(/_+$/, '')
  const base: OwnKey = `own-${stem || 'question'}`
  let key = base
  for (let number = 2; taken.has(key); number += 1) key = `${base}_${number}`
  return key
}

/** One option for each line of either language; a line that one language lacks is empty there, and is said to be. */
function optionsOf({ kind, lines, known }: QuestionDraft): OwnQuestion['options'] {
  if (OWN_OPTIONS[kind][1] === 0) return []
  const split = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const [fr, en] = [split(lines.fr), split(lines.en)]
  const names = Array.from({ length: Math.max(fr.length, en.length) }, (_, at) => ({
    fr: fr[at] ?? '',
    en: en[at] ?? '',
  }))
  const kept = names.map((name) => known.find((option) => isSame(option.name, name))?.value)
  const taken = new Set(kept.filter((value) => value !== undefined))
  return names.map((name, at) => {
    const value = kept[at] ?? freeValue(name, taken)
    taken.add(value)
    return { value, name }
  })
}

/** The same answer, perhaps reworded in one of the two languages. */
function isSame(one: Both, other: Both): boolean {
  return (one.fr !== '' && one.fr === other.fr) || (one.en !== '' && one.en === other.en)
}

/** Not a name that the page gives to the help or to the error of a question. */
function freeValue(name: Both, taken: ReadonlySet<string>): string {
  const slug = toSlug(name.en || name.fr)
    .slice(0, 32)
    .replace(/-+$/, '')
  const stem = slug === '' || slug === 'help' || slug === 'error' ? 'answer' : slug
  let value = stem
  for (let number = 2; taken.has(value); number += 1) value = `${stem}-${number}`
  return value
}

/** Where on the page a refusal is said: options are one field for each language, and a key is made from the words. */
export function pointerOnPage(pointer: string): string {
  const [, question, part] = /^(\/questions\/\d+)\/(\w+)/.exec(pointer) ?? []
  if (part === 'options') return `${question}/options/${pointer.endsWith('/en') ? 'en' : 'fr'}`
  return part === 'key' ? `${question}/label/fr` : pointer
}
