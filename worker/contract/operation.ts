import type * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import type { Scope, StaffRole } from '#domain/permission.ts'
import type { ProblemKind } from '#domain/problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Bodies by media type, such as `{ 'application/json': shape }`; several say that any of them is taken. */
export type Bodies = Record<string, v.GenericSchema>

export interface Answer {
  description: Both
  body?: Bodies
  /** Names of the headers that matter, such as `Location`; those of every answer are added by the document. */
  headers?: readonly string[]
}

/**
 * One door of the API, whole: what the OpenAPI document, the reference page, the typed client and the contract test
 * know of it. A door that is not described here fails the build.
 */
export interface Operation {
  method: Method
  /** Below `/api/v1`, as the router writes it: `/programmes/:slug`. */
  path: string
  /** What it does, in a few words, as a command: “Read one employee”. */
  summary: Both
  /** What a caller should know beyond the shapes; a few sentences. */
  description?: Both
  /**
   * Who may open it: `anyone`; a `person` with a session; whoever may read `totals` (design.md, Roles); or whoever has
   * the scope: a key that carries it, or an organiser’s session.
   */
  who: 'anyone' | 'person' | 'totals' | Scope
  /** Who is let in besides, though the scope is not theirs: to see what concerns them, and nothing else. */
  alsoFor?: readonly (StaffRole | 'person')[]
  /** Coaches and consultants are kept out, whatever scopes their role has: what people answered or wrote. */
  organisersOnly?: boolean
  /** One entry per query parameter; an object schema. */
  query?: v.ObjectSchema<v.ObjectEntries, undefined> | v.StrictObjectSchema<v.ObjectEntries, undefined>
  body?: Bodies
  /** By status, successes only; refusals are in `refuses`. */
  answers: Record<number, Answer>
  /**
   * The refusals that it makes itself. Those that follow from `who`, from the method and from the body are not named: see
   * `refusalsOf`.
   */
  refuses?: readonly ProblemKind[]
  /** Whether its answer carries the version of what it names in `ETag`; every GET in JSON has at least a hash. */
  versioned?: boolean
  /** A request and its answer that a test has made; the bodies fit the shapes. */
  example?: {
    params?: Record<string, string>
    query?: Record<string, string>
    body?: unknown
    answer?: unknown
  }
}

/** Keeps the exact types of an operation, for the typed client. */
export function operation<const O extends Operation>(described: O): O {
  return described
}

/** The name under which the client calls an operation: `GET /employees/:external_id`. */
export type NameOf<O extends Operation> = `${O['method']} ${O['path']}`
