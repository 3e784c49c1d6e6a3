import type { ProgrammeKind } from '#domain/programme.ts'
import type { Answering, Questionnaire } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { TRAP_FIELD } from '#questionnaire/sign-up.ts'
import { drawSignUpForm } from '#questionnaire/sign-up-form.ts'
import { makeAnswers, seededNumbers } from '../support/answer-makers.ts'
import { postedFields } from '../support/posted-form.ts'
import { type Fate, type Flaw, flawsOf, NASTY_TEXTS } from './hostile-submissions-flaws.ts'
import { type Door, makeStrange } from './hostile-submissions-strange.ts'

/** One request, and what must become of it. */
export interface Submission {
  what: string
  fate: Fate
  method: string
  path: string
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | null
  /** The address that it signs up, which no other one does. */
  email: string | null
  /** The answers of a good one. */
  answers: Record<string, unknown> | null
}

/** A programme that takes sign-ups, and a token of its form that is old enough for a person to have filled it in. */
export interface OpenForm {
  slug: string
  kind: ProgrammeKind
  form_token: string
}

export interface Mix {
  seed: number
  hostile: number
  valid: number
  forms: readonly OpenForm[]
  /** Other doors that anybody may send something to. */
  doors: readonly Door[]
}

const ROLES: Answering[] = ['mentor', 'mentee', 'both']
export const FORM = 'application/x-www-form-urlencoded'
export const JSON_TYPE = 'application/json'

interface Side {
  form: OpenForm
  role: Answering
  asked: Questionnaire
  flaws: { key: string; flaw: Flaw }[]
}

type Fields = [string, string][]

/**
 * Hostile submissions made from the definition of each questionnaire and from the list of reliability.md R6, with good
 * ones among them; the same seed gives the same ones in the same order.
 */
export function makeSubmissions({ seed, hostile, valid, forms, doors }: Mix): Submission[] {
  const random = seededNumbers(seed)
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(items: readonly T[]): T => items[below(items.length)]!
  const sides = forms.flatMap((form) =>
    ROLES.map((role): Side => {
      const asked = questionnaire(form.kind, role)
      return { form, role, asked, flaws: flawsOf(asked) }
    }),
  )
  const nth = (n: number): Submission => {
    const email = `h${n}@hostile.example`
    const dice = random()
    if (dice < 0.5) return flawedJson(one(sides), email)
    if (dice < 0.75) return flawedForm(one(sides), email)
    return makeStrange({ random, one, below }, one(forms), doors, email)
  }
  const all = Array.from({ length: hostile }, (_, n) => nth(n))
  for (let n = 0; n < valid; n++) {
    const good = goodOne(one(sides), `v${n}@valid.example`, n % 2 === 0)
    all.splice(below(all.length + 1), 0, good)
  }
  return all

  function goodOne(side: Side, email: string, isForm: boolean): Submission {
    const made = makeAnswers(side.asked, random)
    // An untouched number of the form says what it shows.
    const answers =
      isForm && side.role !== 'mentee' && 'CAP' in made === false ? withCapacity(side.asked, made) : made
    const body = isForm ? formBody(fieldsOf(side, email, answers)) : jsonBody(side, email, jsonOf(answers))
    return {
      ...toSignUps(side, email),
      what: 'valid',
      fate: 'stored',
      answers,
      ...(isForm ? asForm(body) : asJson(body)),
    }
  }

  function flawedJson(side: Side, email: string): Submission {
    const { key, flaw } = one(side.flaws)
    const answers = jsonOf(makeAnswers(side.asked, random))
    if (flaw.json === null) answers.delete(key)
    else answers.set(key, flaw.json)
    const outer = random()
    const what = `${side.form.kind} ${side.role} ${key}: ${flaw.name}`
    const sent = { ...toSignUps(side, email), what, fate: flaw.fate, answers: null }
    if (outer < 0.75) return { ...sent, ...asJson(jsonBody(side, email, answers)) }
    const [name, fate, body] = flawedOutside(side, email, answers)
    return { ...sent, what: `${what}; ${name}`, fate: fate === 'either' ? flaw.fate : fate, ...asJson(body) }
  }

  /** Something wrong around the answers. */
  function flawedOutside(side: Side, email: string, answers: Map<string, string>): [string, Fate, string] {
    const body = jsonBody(side, email, answers)
    const nasty = JSON.stringify(one(NASTY_TEXTS))
    return one<[string, Fate, string]>([
      ['unknown field', 'refused', body.replace('{', '{"is_admin":true,')],
      ['another role', 'refused', body.replace(/"role":"\w+"/, `"role":${nasty}`)],
      ['a nasty name', 'either', body.replace('"Maëlle"', nasty)],
      ['an empty name', 'refused', body.replace('"Maëlle"', '"  "')],
      ['no consent', 'refused', body.replace('"volunteer":true', '"volunteer":false')],
      ['consent as a text', 'refused', body.replace('"charter":true', '"charter":"yes"')],
      ['a nasty language', 'refused', body.replace('"language":"fr"', `"language":${nasty}`)],
      ['two addresses', 'refused', body.replace(`"${email}"`, `"${email},b@c.example"`)],
      ['an address of two lines', 'refused', body.replace(`"${email}"`, `"${email}\\r\\nbcc: b@c.example"`)],
      ['a list of addresses', 'refused', body.replace(`"${email}"`, `["${email}"]`)],
      ['a person named by a stranger', 'refused', body.replace('{', '{"person":"HEAD",')],
      ['answers as a list', 'refused', body.replace(/"answers":\{.*/s, '"answers":[]}')],
      ['the same key twice', 'either', body.replace('"answers":{', '"answers":{"G7":{},')],
      ['prototype keys', 'refused', body.replace('{', '{"__proto__":{"role":"mentor"},"constructor":{},')],
      ['unknown answers', 'refused', body.replace('"answers":{', '"answers":{"ZZ9":1,"x_y":"z",')],
    ])
  }

  function flawedForm(side: Side, email: string): Submission {
    const fields = fieldsOf(side, email, makeAnswers(side.asked, random))
    const nasty = one(NASTY_TEXTS)
    const at = below(fields.length)
    const without = (name: string) => fields.filter(([key]) => key !== name)
    const withOne = (name: string, value: string): Fields => [...without(name), [name, value]]
    const [name, fate, mangled] = one<[string, Fate, Fields]>([
      ['a nasty value', 'either', fields.map(([key, value], n) => [key, n === at ? nasty : value])],
      [
        'nasty values',
        'either',
        fields.map(([key, value]) => [key, random() < 0.3 ? one(NASTY_TEXTS.slice(0, 20)) : value]),
      ],
      ['a field left out', 'either', fields.filter((_, n) => n !== at)],
      ['every field twice', 'either', [...fields, ...fields]],
      ['fields in another order', 'either', [...fields].reverse()],
      ['no name', 'refused', without('given_name')],
      ['no agreement', 'refused', without('volunteer')],
      ['no address', 'refused', without('email')],
      ['the trap filled in', 'refused', withOne(TRAP_FIELD, nasty)],
      ['no token', 'refused', without('form_token')],
      ['an altered token', 'refused', withOne('form_token', `${side.form.form_token.slice(0, -2)}AA`)],
      ['a nasty token', 'refused', withOne('form_token', nasty)],
      ['a nasty step', 'either', withOne('step', nasty)],
      ['a nasty language', 'either', withOne('language', nasty)],
      ['a nasty role', 'either', withOne('role', nasty)],
      ['a nasty draft', 'either', withOne('draft', nasty)],
      ['a nasty invitation', 'refused', withOne('invitation', nasty)],
      ['a nasty printed code', 'either', withOne('hr_code', nasty)],
      ['put aside', 'refused', withOne('step', 'save')],
      ['read again', 'refused', withOne('step', 'check')],
      ['gone back', 'refused', withOne('step', 'edit')],
      ['erased', 'refused', withOne('step', 'erase')],
      ['another language', 'refused', withOne('step', one(['language-en', 'language-fr', 'language-xx']))],
      [
        'three thousand fields',
        'either',
        [...fields, ...Array.from({ length: 3_000 }, (_, n): [string, string] => [`x${n}`, 'y'])],
      ],
      [
        'prototype names',
        'either',
        [...fields, ['__proto__', 'a'], ['constructor[prototype]', 'b'], ['toString', nasty]],
      ],
    ])
    const sent = {
      ...toSignUps(side, email),
      what: `${side.form.kind} ${side.role} form: ${name}`,
      fate,
      answers: null,
    }
    return random() < 0.7 ? { ...sent, ...asForm(formBody(mangled)) } : { ...sent, ...asMultipart(mangled) }
  }
}

/** What somebody sends who touches neither capacity nor anything else that the form fills in by itself. */
function withCapacity(asked: Questionnaire, answers: Record<string, unknown>): Record<string, unknown> {
  const capacity = asked.blocks.flatMap(({ questions }) => questions).find(({ key }) => key === 'CAP')
  return capacity?.kind === 'number' ? { ...answers, CAP: capacity.usual } : answers
}

function toSignUps({ form }: Side, email: string) {
  return { method: 'POST', path: `/api/v1/programmes/${form.slug}/sign-ups`, email }
}

const jsonOf = (answers: Record<string, unknown>) =>
  new Map(Object.entries(answers).map(([key, value]) => [key, JSON.stringify(value)]))

function jsonBody({ role }: Side, email: string, answers: ReadonlyMap<string, string>): string {
  const outside = {
    role,
    given_name: 'Maëlle',
    family_name: 'Kerdoncuff',
    email,
    language: 'fr',
    consents: { volunteer: true, charter: true },
  }
  const inside = [...answers].map(([key, json]) => `${JSON.stringify(key)}:${json}`)
  return `${JSON.stringify(outside).slice(0, -1)},"answers":{${inside.join()}}}`
}

/** What a browser would post, had somebody filled the form in with these answers. */
function fieldsOf(side: Side, email: string, answers: Record<string, unknown>): Fields {
  const { form, asked } = side
  const page = drawSignUpForm({
    questionnaire: asked,
    programme: { slug: form.slug, charter: '', externals_allowed: true },
    language: 'fr',
    action: '/',
    hidden: { language: 'fr', form_token: form.form_token },
    values: {
      given_name: 'Maëlle',
      family_name: 'Kerdoncuff',
      email,
      volunteer: true,
      charter: true,
      answers,
    },
    errors: [],
  })
  return [...postedFields(String(page)), ['step', 'send']]
}

const formBody = (fields: Fields) =>
  new URLSearchParams(fields.map(([key, value]) => [key, value.toWellFormed()])).toString()
const asForm = (body: string) => ({ headers: { 'content-type': FORM }, body })
const asJson = (body: string) => ({ headers: { 'content-type': JSON_TYPE }, body })

function asMultipart(fields: Fields) {
  const parts = fields.map(
    ([name, value]) =>
      `--cut\r\ncontent-disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value.toWellFormed()}\r\n`,
  )
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    body: `${parts.join('')}--cut--\r\n`,
  }
}
