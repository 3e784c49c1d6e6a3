import { type ConversionConfig, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { isLanguage, type Language } from '#domain/language.ts'
import { emptyForm, FORM } from './answer.ts'
import { bothShown, SHAPE_WORDS } from './shape.ts'

/** A JSON Schema (draft 2020-12) as OpenAPI 3.1 carries it. */
export interface JsonSchema {
  [keyword: string]: unknown
  $ref?: string
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema | boolean
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
}

/** A shape to tell, with the name to give it where it is met more than once. */
export interface Root {
  shape: v.GenericSchema
  name: string
}

/** What this file needs to see of the shapes of valibot. */
interface Shape {
  kind: string
  type: string
  message?: unknown
  pipe?: Shape[]
  entries?: Record<string, Shape>
  item?: Shape
  items?: Shape[]
  options?: unknown[]
  wrapped?: Shape
  key?: Shape
  value?: Shape
  rest?: Shape
  getter?: (input: undefined) => Shape
  title?: string
}

const GIVEN_NAMES = new Map<unknown, string>([
  [bothShown, 'BothLanguages'],
  [emptyForm[FORM], 'EmptyForm'],
])
const OBJECTS = ['object', 'strict_object', 'loose_object', 'object_with_rest', 'variant']
/** Checks that need no words: nobody meets the first, and the type says the second. */
const UNSAID = new Set(['control', 'whole'])
const FORMATS: Record<string, string> = { instant: 'date-time', day: 'date', email: 'email', url: 'uri' }

/**
 * Tells shapes as JSON Schema: `input` as they are sent, `output` as they leave. An object that is met twice, that has a
 * title or that holds itself is told once, under its name, below `#/components/schemas/`.
 * @returns the schema of each shape given, and the named ones. Limits that a server looks at after it has trimmed a text
 * are told as if it did not trim: what is told is never laxer than what is done.
 */
export function tellShapes(
  roots: readonly Root[],
  mode: 'input' | 'output',
  language: Language,
  taken: ReadonlySet<string>,
): { of: (shape: v.GenericSchema) => JsonSchema; named: Record<string, JsonSchema> } {
  const told = new Map<Shape, Shape>()
  const names = nameShapes(roots, mode, taken)
  const definitions: Record<string, Shape> = {}
  for (const [shape, name] of names) definitions[name] = mode === 'input' ? asSent(shape, told) : shape
  const inline = new Map<unknown, string>()
  for (const { shape } of roots as unknown as { shape: Shape }[]) {
    if (names.has(shape) || inline.has(shape)) continue
    inline.set(shape, ` ${inline.size}`)
    definitions[` ${inline.size - 1}`] = mode === 'input' ? asSent(shape, told) : shape
  }
  const all = toJsonSchemaDefs(
    definitions as never,
    {
      target: 'draft-2020-12',
      typeMode: mode === 'input' ? 'ignore' : 'output',
      errorMode: 'ignore',
      overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
      overrideAction: ({ valibotAction, jsonSchema }) => tellAction(valibotAction, jsonSchema, language),
      overrideSchema: ({ valibotSchema, jsonSchema }) =>
        tellObject(valibotSchema, jsonSchema as JsonSchema, mode),
    } as ConversionConfig,
  ) as Record<string, JsonSchema>
  const named = Object.fromEntries([...names.values()].sort().map((name) => [name, all[name] as JsonSchema]))
  return {
    named,
    of(shape) {
      const name = names.get(shape as unknown as Shape)
      if (name) return { $ref: `#/components/schemas/${name}` }
      return all[inline.get(shape) ?? ''] ?? {}
    },
  }
}

/** Which shapes get a name, and which one. */
function nameShapes(roots: readonly Root[], mode: string, taken: ReadonlySet<string>): Map<Shape, string> {
  const met = new Map<Shape, { times: number; name: string; isNeeded: boolean }>()
  const visit = (shape: Shape, name: string, isNeeded = false): void => {
    const title = shape.pipe?.find((action) => action.type === 'title')?.title
    const entry = met.get(shape) ?? {
      times: 0,
      name: GIVEN_NAMES.get(shape) ?? title ?? name,
      isNeeded: isNeeded || title !== undefined,
    }
    entry.times += 1
    met.set(shape, entry)
    if (entry.times > 1) return
    for (const [child, childName, isLazy] of childrenOf(shape, name)) visit(child, childName, isLazy)
  }
  for (const { shape, name } of roots) visit(shape as unknown as Shape, name)
  const whole = new Set(roots.map(({ shape }) => shape as unknown as Shape))
  const names = new Map<Shape, string>()
  const used = new Set(taken)
  for (const [shape, { times, name, isNeeded }] of met) {
    const isShared = times > 1 && (OBJECTS.includes(shape.type) || whole.has(shape))
    if (!isNeeded && !isShared) continue
    const base = pascal(name)
    const wanted = used.has(base) && mode === 'input' ? `${base}Input` : base
    let free = wanted
    for (let n = 2; used.has(free); n++) free = `${wanted}${n}`
    used.add(free)
    names.set(shape, free)
  }
  return names
}

function* childrenOf(shape: Shape, name: string): Generator<[Shape, string, boolean]> {
  if (shape.pipe) {
    for (const one of shape.pipe.slice(1)) if (one.kind === 'schema') yield [one, name, false]
  }
  for (const [key, entry] of Object.entries(shape.entries ?? {})) yield [entry, nameIn(name, key), false]
  for (const one of [shape.item, shape.rest, shape.value]) if (one) yield [one, singular(name), false]
  for (const one of [shape.wrapped, ...(shape.items ?? [])]) if (one) yield [one, name, false]
  for (const one of (shape.options ?? []) as Shape[]) if (typeof one === 'object') yield [one, name, false]
  if (shape.getter) yield [shape.getter(undefined), name, true]
}

function nameIn(parent: string, key: string): string {
  if (key === 'items') return parent
  return isLanguage(key) ? `${parent}Text` : key
}

/** The shape as far as what is sent goes: a pipe ends where another type begins. */
function asSent(shape: Shape, told: Map<Shape, Shape>): Shape {
  const known = told.get(shape)
  if (known) return known
  const sent = { ...shape }
  told.set(shape, sent)
  const go = (one: Shape) => asSent(one, told)
  if (shape.pipe) {
    const end = shape.pipe.findIndex((item, at) => at > 0 && item.kind === 'schema')
    const kept = end < 0 ? shape.pipe : shape.pipe.slice(0, end)
    sent.pipe = kept.map((item, at) => (at === 0 ? asSent({ ...item }, told) : item))
  }
  if (shape.entries) {
    sent.entries = Object.fromEntries(Object.entries(shape.entries).map(([key, one]) => [key, go(one)]))
  }
  for (const part of ['item', 'wrapped', 'key', 'value', 'rest'] as const) {
    if (shape[part]) sent[part] = go(shape[part])
  }
  if (shape.items) sent.items = shape.items.map(go)
  if (shape.options?.every((one) => typeof one === 'object'))
    sent.options = (shape.options as Shape[]).map(go)
  const { getter } = shape
  if (getter) sent.getter = () => go(getter(undefined))
  return sent
}

/** What a check means to whoever reads: a format, and the words of its refusal. */
function tellAction(action: unknown, schema: unknown, language: Language): JsonSchema | undefined {
  const { type, message, requirement } = action as { type: string; message?: unknown; requirement?: unknown }
  const told = schema as JsonSchema
  // JSON Schema has no flags: a pattern that ignores case would refuse what we take.
  if (type === 'regex' && (requirement as RegExp).flags.includes('i')) delete told.pattern
  if (typeof message !== 'string' || UNSAID.has(message) || !(message in SHAPE_WORDS)) return told as never
  const words = SHAPE_WORDS[message as keyof typeof SHAPE_WORDS][language]
  if (!told.description?.includes(words))
    told.description = told.description ? `${told.description} ${words}` : words
  if (told.type === 'string' && FORMATS[message]) told.format = FORMATS[message]
  return told
}

/** An entry with a default is there in what leaves; `undefined` as a default is none. */
function tellObject(shape: unknown, schema: JsonSchema, mode: 'input' | 'output'): JsonSchema | undefined {
  const { type, entries } = shape as Shape & { default?: unknown }
  if (!entries || !OBJECTS.includes(type) || mode === 'input') return undefined
  const required = Object.entries(entries).flatMap(([key, entry]) => {
    const { type: kind, default: preset } = entry as Shape & { default?: unknown }
    return ['optional', 'nullish', 'exact_optional'].includes(kind) && preset === undefined ? [] : [key]
  })
  return { ...schema, required }
}

export function singular(noun: string): string {
  return noun.replace(/(?<=[a-z])ies$/, 'y').replace(/(?<=[a-rt-z])s$/, '')
}

/** `match-run` as `MatchRun`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}
