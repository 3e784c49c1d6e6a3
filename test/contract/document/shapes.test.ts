import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hardRule } from '#contract/explanation.ts'
import { waitingReason } from '#contract/match-run.ts'
import type { Bodies, Operation } from '#contract/operation.ts'
import { OPERATIONS } from '#contract/operations.ts'
import { RULES } from '#matching/eligible.ts'
import { WAITING_REASONS } from '#matching/waiting.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'

const operations: readonly Operation[] = OPERATIONS
const nameOf = ({ method, path }: Operation) => `${method} ${path}`

function* shapesOf({ query, body, answers }: Operation): Generator<['input' | 'output', v.GenericSchema]> {
  const bodies = (all: Bodies | undefined) => Object.values(all ?? {})
  if (query) yield ['input', query as v.GenericSchema]
  for (const shape of bodies(body)) yield ['input', shape]
  for (const answer of Object.values(answers))
    for (const shape of bodies(answer.body)) yield ['output', shape]
}

/** Every sentence in two languages that an operation says, with the way to it. */
function* wordsOf(value: unknown, way: string): Generator<[string, string, string]> {
  if (typeof value !== 'object' || value === null) return
  const { fr, en } = value as Record<string, unknown>
  if (typeof fr === 'string' && typeof en === 'string') yield [way, fr, en]
  for (const [key, part] of Object.entries(value)) yield* wordsOf(part, `${way} ${key}`)
}

/** Whether an object of JSON Schema takes fields that it does not name. */
function* openObjectsIn(schema: unknown, way: string): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  const { properties, additionalProperties } = schema as Record<string, unknown>
  if (properties && additionalProperties !== false) yield way
  for (const [key, part] of Object.entries(schema)) yield* openObjectsIn(part, `${way}/${key}`)
}

const convert = (mode: 'input' | 'output', shape: v.GenericSchema) =>
  toJsonSchema(shape, {
    target: 'draft-2020-12',
    typeMode: mode,
    // What only code can check; everything else must have its own word in JSON Schema.
    ignoreActions: ['check', 'transform', 'trim'],
  })

describe('the shapes of the API', () => {
  it.each(operations.map((one) => [nameOf(one), one] as const))('are JSON Schema: %s', (_, one) => {
    for (const [mode, shape] of shapesOf(one)) expect(() => convert(mode, shape)).not.toThrow()
  })

  it('tell each field of an answer, and no answer has a field that nobody told of', () => {
    const open = operations.flatMap((one) =>
      Object.values(one.answers).flatMap(({ body }) =>
        Object.values(body ?? {}).flatMap((shape) => [
          ...openObjectsIn(convert('output', shape), nameOf(one)),
        ]),
      ),
    )
    expect(open.filter((way) => !way.startsWith('GET /openapi.json'))).toEqual([])
  })

  it('name the rules and the reasons to wait that matching knows', () => {
    expect(hardRule.options).toEqual([...RULES])
    expect(waitingReason.options).toEqual([...WAITING_REASONS])
  })

  it('give each field of a path that an example names', () => {
    const unknown = operations.flatMap((one) =>
      Object.keys(one.example?.params ?? {})
        .filter((name) => !one.path.split('/').includes(`:${name}`))
        .map((name) => `${nameOf(one)}: ${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('answer something, and refuse each thing once', () => {
    for (const one of operations) {
      expect(Object.keys(one.answers).length, nameOf(one)).toBeGreaterThan(0)
      expect(new Set(one.refuses).size, nameOf(one)).toBe(one.refuses?.length ?? 0)
      const carriesBody = one.method === 'GET' || one.method === 'DELETE' ? one.body : undefined
      expect(carriesBody, nameOf(one)).toBeUndefined()
    }
  })
})

describe('the words of the API', () => {
  const words = operations.flatMap((one) => {
    const { summary, description, answers } = one
    return [
      ...wordsOf({ summary, description }, nameOf(one)),
      ...Object.entries(answers).flatMap(([status, { description: said }]) => [
        ...wordsOf({ said }, `${nameOf(one)} ${status}`),
      ]),
    ]
  })

  it('are there in both languages, and are not the same', () => {
    expect(words.length).toBeGreaterThan(operations.length * 2 - 1)
    for (const [way, fr, en] of words) {
      expect(fr.trim(), way).not.toBe('')
      expect(en.trim(), way).not.toBe('')
      expect(fr, way).not.toBe(en)
    }
  })

  it('have French spaces before double signs and inside quotation marks, and no exclamation mark', () => {
    const flaws = words.flatMap(([way, fr, en]) => {
      // What is quoted is the caller’s to type, in its own spelling.
      const said = fr.replace(/«\u00a0[^»]*\u00a0»|\{[^}]*\}/g, '«\u00a0…\u00a0»')
      const isWrong =
        /(?<!\u00a0)[;:?]/.test(said) ||
        /«(?!\u00a0)|(?<!\u00a0)»/.test(said) ||
        /[!']/.test(fr) ||
        /!/.test(en)
      return isWrong ? [`${way}: ${fr}`] : []
    })
    expect(flaws).toEqual([])
  })

  it('begin with a capital; a summary is a short command without a full stop', () => {
    for (const { method, path, summary } of operations) {
      for (const said of [summary.fr, summary.en]) {
        expect(said, `${method} ${path}`).toMatch(/^\p{Lu}[^.]*[^.\s]$/u)
        expect(said.length, `${method} ${path}`).toBeLessThan(70)
      }
    }
  })
})

describe('the examples of the API', () => {
  it('sign somebody up with answers that the questionnaire takes', () => {
    const { example } = operations.find((one) => one.path === '/programmes/:slug/sign-ups') as Operation
    const { role, answers } = (example?.body ?? {}) as { role: 'mentee'; answers: Record<string, unknown> }
    expect(checkAnswers(questionnaire('reverse', role), answers).errors).toEqual([])
  })

  it('are there for what an integrator tries first', () => {
    const first = [
      'PUT /employees/:external_id',
      'POST /programmes',
      'POST /programmes/:slug/sign-ups',
      'POST /programmes/:slug/match-runs',
      'POST /webhook-endpoints',
    ]
    const shown = operations.filter(({ example }) => example !== undefined).map(nameOf)
    expect(first.filter((name) => !shown.includes(name))).toEqual([])
  })
})
