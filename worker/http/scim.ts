import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { PROBLEMS } from '#contract/problem.ts'
import { refuse, ScimError, type ScimType, scimErrorBody } from '#contract/scim/error.ts'
import { authorise } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { readBytes } from './body.ts'
import { methodsAt } from './method.ts'
import type { App, Request } from './service-context.ts'

export const SCIM_PATH = '/scim/v2'
export const SCIM_TYPE = 'application/scim+json'

const DEPTH_MAX = 12

/** Guard: lets in whoever has a key or a session with the scope `scim`. */
export const asProvisioner = createMiddleware<App>(async (c, next) => {
  authorise(c.get('ctx').actor, 'scim')
  await next()
})

/** Whether a request is for a SCIM door, whose refusals are worded as RFC 7644 §3.12 says. */
export function isScim(c: Request): boolean {
  return /^\/scim(?:\/|$)/.test(c.req.path)
}

/** Where the SCIM doors stand for whoever asks: the origin that they came to. */
export function scimBase(c: Request): string {
  return `${new URL(c.req.url).origin}${SCIM_PATH}`
}

export function scimAnswer(
  c: Request,
  body: object | null,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  const common = { 'content-type': SCIM_TYPE, 'cache-control': 'no-store', ...headers }
  if (body) return c.body(JSON.stringify(body), status as 200, common)
  const { 'content-type': _type, ...rest } = common
  return c.body(null, status as 204, rest)
}

/** What a refusal becomes; anything that is neither a ScimError nor a Problem is a bug, and told without a word of it. */
export function scimRefusal(c: Request, error: unknown): Response {
  const known = error instanceof Problem ? fromProblem(error) : error
  if (known instanceof ScimError) {
    return scimAnswer(c, scimErrorBody(known), known.status, {
      ...(known.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(error instanceof Problem ? retryAfter(error) : {}),
    })
  }
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ request: c.get('requestId'), path: c.req.path, error: said }))
  const bug = new ScimError(500, null, 'Nothing was saved. Try again in a few minutes.')
  return scimAnswer(c, scimErrorBody(bug), 500)
}

function fromProblem({ kind, detail, errors }: Problem): ScimError {
  const status = kind === 'invalid' ? 400 : PROBLEMS[kind].status
  const scimTypes: Partial<Record<typeof kind, ScimType>> = {
    invalid: 'invalidValue',
    ...(errors.length > 0 ? { conflict: 'uniqueness' } : {}),
  }
  return new ScimError(status, scimTypes[kind] ?? null, detail.en)
}

function retryAfter({ kind, retryAfterSeconds }: Problem): Record<string, string> {
  const seconds = retryAfterSeconds ?? (kind === 'too-many' || kind === 'unavailable' ? 60 : null)
  return seconds === null ? {} : { 'retry-after': String(seconds) }
}

/**
 * The body as JSON, whatever its charset says; without a content type it is taken as JSON.
 * @throws ScimError 400 `invalidSyntax`, or Problem `too-large`, `unsupported-media-type`.
 */
export async function readScimBody(c: Request, bytesMax = 262_144): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? 'application/json'
  if (!/^application\/(?:scim\+)?json\s*(?:;|$)/i.test(type.trim())) {
    throw new Problem('unsupported-media-type', {
      fr: 'Envoyez du JSON, avec l’en-tête « Content-Type: application/scim+json ».',
      en: 'Send JSON, with the header “Content-Type: application/scim+json”.',
    })
  }
  const text = new TextDecoder().decode(await readBytes(c, bytesMax))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('invalidSyntax', 'The body is not readable JSON. Check quotes, commas and nesting.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('invalidSyntax', 'The body must be a JSON object.')
  }
  if (isDeeperThan(value, DEPTH_MAX)) {
    throw refuse(
      'invalidSyntax',
      `The body is nested more than ${DEPTH_MAX} levels deep. Send plain attributes.`,
    )
  }
  return value as Record<string, unknown>
}

function isDeeperThan(value: object, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === levels) return true
    level = level
      .flatMap((one) => Object.values(one as object))
      .filter((one) => typeof one === 'object' && one !== null)
  }
  return false
}

/** Versions named by a header of conditions; null where it is absent, or takes any. */
export function versionsIn(header: string | undefined): number[] | null {
  if (header === undefined || header.trim() === '*') return null
  return header.split(',').map((tag) => Number(/^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(tag)?.[1] ?? -1))
}

/** Whether who asks has this version already (`If-None-Match`). */
export function hasVersion(c: Request, version: number): boolean {
  const header = c.req.header('if-none-match')
  if (header === undefined) return false
  return versionsIn(header)?.includes(version) ?? true
}

/** For what no route took: 405 with `Allow` where the address exists under other methods, else 404. */
export function scimNoSuchDoor(routes: Hono<App>) {
  return (c: Request): Response => {
    const path = c.req.path.slice(SCIM_PATH.length).replace(/\/+$/, '')
    const methods = path.includes('//') ? new Set<string>() : methodsAt(routes, path)
    if (methods.size === 0) {
      const detail = 'There is nothing at this address. See /ResourceTypes for what is here.'
      return scimRefusal(c, new ScimError(404, null, detail))
    }
    const allowed = [...methods].sort().join(', ')
    const answer = scimRefusal(c, new ScimError(405, null, `This address answers to: ${allowed}.`))
    answer.headers.set('allow', allowed)
    return answer
  }
}
