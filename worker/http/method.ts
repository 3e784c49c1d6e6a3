import type { Hono } from 'hono'
import { notFound, Problem } from '#domain/problem.ts'
import { problemAnswer } from './problem.ts'
import type { App, Request } from './service-context.ts'

/**
 * For what no route took: 405 with `Allow` where the address exists under other methods, else 404; `OPTIONS` is answered
 * with `Allow` alone (RFC 9110 §9.3.7). `HEAD` goes wherever `GET` does.
 */
export function methodNotAllowed(doors: Hono<App>) {
  return (c: Request): Response => {
    const path = c.req.path.replace(/^\/api\/v1/, '').replace(/\/+$/, '')
    const allowed = methodsAt(doors, path)
    if (allowed.size === 0) return problemAnswer(c, notFound({ fr: 'Adresse', en: 'Address' }))
    if (allowed.has('GET')) allowed.add('HEAD')
    const methods = [...allowed, 'OPTIONS'].sort().join(', ')
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow: methods, ...acceptPatch(allowed) })
    const answer = problemAnswer(
      c,
      new Problem('method-not-allowed', {
        fr: `Cette adresse répond à\u00a0: ${methods}.`,
        en: `This address answers to: ${methods}.`,
      }),
    )
    answer.headers.set('allow', methods)
    return answer
  }
}

/** What a PATCH may be sent as (RFC 5789 §3.1). */
function acceptPatch(allowed: ReadonlySet<string>): Record<string, string> {
  return allowed.has('PATCH') ? { 'accept-patch': 'application/merge-patch+json, application/json' } : {}
}

/** The methods under which some doors stand at an address, of which any part may be empty. */
export function methodsAt(doors: Hono<App>, path: string): Set<string> {
  return new Set(
    doors.routes
      .filter((route) => route.method !== 'ALL' && fits(route.path, path))
      .map((route) => route.method),
  )
}

function fits(pattern: string, path: string): boolean {
  const [expected, given] = [pattern.split('/'), path.split('/')]
  return (
    expected.length === given.length &&
    expected.every((part, at) => part.startsWith(':') || part === given[at])
  )
}
