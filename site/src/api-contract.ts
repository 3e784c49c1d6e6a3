import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { NameOf } from '#contract/operation.ts'
import type { OPERATIONS } from '#contract/operations.ts'

type Described = (typeof OPERATIONS)[number]

/** Every operation by the name under which it is called, such as `GET /employees/:external_id`. */
export type Name = NameOf<Described>

type Of<N extends Name> = N extends `${infer M} ${infer P}`
  ? Extract<Described, { method: M; path: P }>
  : never

type ParamsIn<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? Record<Param, string> & ParamsIn<`/${Rest}`>
  : Path extends `${string}:${infer Param}`
    ? Record<Param, string>
    : unknown

type QueryOf<O> = O extends { query: infer Q extends GenericSchema } ? { query?: InferInput<Q> } : unknown

type BodyOf<O> = O extends { body: { 'application/json': infer B extends GenericSchema } }
  ? { body?: InferInput<B> }
  : unknown

/** What a call needs, as the contract describes it: the parts of the address, the query, the body. */
export type Asked<N extends Name> = (unknown extends ParamsIn<Of<N>['path']>
  ? unknown
  : { params: ParamsIn<Of<N>['path']> }) &
  QueryOf<Of<N>> &
  BodyOf<Of<N>>

type JsonOf<A> = A extends { body: { 'application/json': infer B extends GenericSchema } }
  ? InferOutput<B>
  : never

/** What a call is answered with, as the contract describes it; nothing where no answer has a body of JSON. */
export type Answered<N extends Name> = [JsonOf<Of<N>['answers'][keyof Of<N>['answers']]>] extends [never]
  ? undefined
  : JsonOf<Of<N>['answers'][keyof Of<N>['answers']]>

/** One line of a list. */
export type LineOf<N extends Name> = Answered<N> extends { items: (infer Line)[] } ? Line : never
