import { createMiddleware } from 'hono/factory'
import { actorName } from '#actions/context.ts'
import { uniqueClash } from '#db/commit.ts'
import { findMark, type IdempotencyRow, keepAnswer, keepMark } from '#db/queries/idempotency-key.ts'
import { Problem } from '#domain/problem.ts'
import { readBytes } from './body.ts'
import { problemAnswer } from './problem.ts'
import type { App, Request } from './service-context.ts'

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']
const BODY_BYTES_MAX = 64 * 1024 * 1024
const ANSWER_CHARACTERS_MAX = 256 * 1024
const HEADERS_KEPT = ['content-type', 'location', 'etag']

/** How long a request may be under way before it counts as carried out without an answer. */
const IN_FLIGHT_MS = 60_000

/** What is shown once and kept by nobody is not kept here either. */
const SHOWN_ONCE = ['secret', 'client_secret', 'access_token', 'token', 'code', 'codes']

/**
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07) on every door below: a request that is sent again with
 * the same key is not carried out again, it gets the answer of the first. The key belongs to who sends it, is written in
 * the batch of the first change (see `commit`), and is forgotten after two days. A refused request has changed nothing,
 * so it is not kept: it can be mended and sent with the same key. Callers without a name are not known again.
 * @throws Problem `invalid` for what is no key, `key-reused` where it came with another request, `already-received` while
 *   the first is under way, or where its answer was not kept; a secret, for instance, never is.
 */
export const answerOnce = createMiddleware<App>(async (c, next) => {
  const header = c.req.header('idempotency-key')
  if (header === undefined || !METHODS.includes(c.req.method)) return next()
  const key = readKey(header)
  const ctx = c.get('ctx')
  if (ctx.actor.kind === 'anonymous') return next()
  const mark = { actor: actorName(ctx.actor), key, requestHash: await hashRequest(c) }
  const before = await findMark(ctx.db, mark.actor, key)
  if (before) return answerAgain(c, before, mark.requestHash)
  ctx.asked.once = mark
  await next()
  if (c.error && uniqueClash(c.error) === 'idempotency_keys.actor') {
    // Both arrived in the same moment: the other one has done it.
    c.res = undefined
    c.res = problemAnswer(c, underWay())
    return
  }
  const isMarked = ctx.asked.once === null
  const { status } = c.res
  if (isMarked ? status >= 500 : status < 200 || status >= 300) return
  if (!isMarked) await ctx.db.run(keepMark(mark, '', ctx.now))
  const answer = await readAnswer(c)
  if (answer) await ctx.db.run(keepAnswer(mark, answer))
})

/** A structured-field string (RFC 8941 §3.3.3), or the same characters without quotes. */
function readKey(header: string): string {
  const text = header.trim()
  const quoted = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(text)?.[1]
  const key = quoted === undefined ? text : quoted.replace(/\\(["\\])/g, '$1')
  const isKey =
    quoted === undefined ? /^[\x21\x23-\x7e]{1,255}$/.test(key) : key.length > 0 && key.length <= 255
  if (isKey) return key
  throw new Problem('invalid', {
    fr: 'L’en-tête «\u00a0Idempotency-Key\u00a0» doit porter de 1 à 255 caractères imprimables, comme un UUID entre guillemets.',
    en: 'The header “Idempotency-Key” must hold 1 to 255 printable characters, such as a UUID in quotes.',
  })
}

/** SHA-256 (hex) of method, address and body. The body is read once and handed on. */
async function hashRequest(c: Request): Promise<string> {
  const body = await readBytes(c, BODY_BYTES_MAX)
  const { method, url, headers } = c.req.raw
  const { pathname, search } = new URL(url)
  c.req.raw = new Request(url, { method, headers, ...(body.byteLength ? { body } : {}) })
  const head = new TextEncoder().encode(`${method} ${pathname}${search}\n`)
  const bytes = new Uint8Array(head.byteLength + body.byteLength)
  bytes.set(head)
  bytes.set(body, head.byteLength)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function answerAgain(c: Request, row: IdempotencyRow, requestHash: string): Response {
  if (row.request_hash !== requestHash) {
    throw new Problem('key-reused', {
      fr: 'Cette «\u00a0Idempotency-Key\u00a0» a servi à une autre demande. Rien n’a été enregistré\u00a0: prenez une clé nouvelle pour chaque demande nouvelle.',
      en: 'This “Idempotency-Key” was used for another request. Nothing was saved: take a new key for every new request.',
    })
  }
  if (row.status !== null) {
    return new Response(row.body || null, {
      status: row.status,
      headers: { ...row.headers, 'idempotency-replayed': 'true' },
    })
  }
  if (c.get('ctx').now - row.created_at < IN_FLIGHT_MS) throw underWay()
  throw new Problem('already-received', {
    fr: `Cette demande a été accomplie, mais sa réponse n’a pas été gardée. Ne la refaites pas\u00a0: lisez ${row.subject || 'la ressource visée'}.`,
    en: `This request was carried out, but its answer was not kept. Do not make it again: read ${row.subject || 'what it was about'}.`,
  })
}

function underWay(): Problem {
  return new Problem(
    'already-received',
    {
      fr: 'Une demande avec la même «\u00a0Idempotency-Key\u00a0» est en cours. Rien n’est fait deux fois\u00a0: attendez quelques secondes, puis renvoyez-la à l’identique pour lire sa réponse.',
      en: 'A request with the same “Idempotency-Key” is under way. Nothing is done twice: wait a few seconds, then send it again as it is to read its answer.',
    },
    [],
    5,
  )
}

/** What is kept of the answer that leaves; null where it is too long, or shows what is shown once. */
async function readAnswer(c: Request) {
  const { status } = c.res
  const text = c.res.body === null ? '' : await c.res.clone().text()
  // A page answers a form, and may show once what is kept by nobody.
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html') ?? false
  if (text.length > ANSWER_CHARACTERS_MAX || isPage || isShownOnce(text)) return null
  const headers = Object.fromEntries(
    HEADERS_KEPT.flatMap((name) => {
      const value = c.res.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  return { status, headers, body: text }
}

function isShownOnce(text: string): boolean {
  return SHOWN_ONCE.some((name) => text.includes(`"${name}":`))
}
