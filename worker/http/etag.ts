import { createMiddleware } from 'hono/factory'
import { hashToken } from '#actions/token.ts'
import { Problem, stale } from '#domain/problem.ts'
import { linkToNext } from './link.ts'
import type { App, Request } from './service-context.ts'

/** How a middleware asks the same service what another address answers. */
export type Ask = (c: Request, request: globalThis.Request) => Promise<Response>

/**
 * The weak ETag of one versioned thing, as a header. What the answer shows beyond the row, such as a state that depends
 * on the time, goes into `also`, so that it changes the tag as well; the version always comes first.
 */
export function versionTag(version: number, ...also: (string | number)[]): { etag: string } {
  return { etag: `W/"${[version, ...also].join('-')}"` }
}

/**
 * Conditional requests (RFC 9110 §13) on every door below. A GET that answers 200 in JSON carries a weak ETag, its own
 * version or a hash of the answer, and becomes 304 where `If-None-Match` knows it. A change with `If-Match`, or with
 * `If-None-Match`, is compared with what a GET of the same address answers to the same caller, which costs one more read;
 * a version is kept besides in `ctx.asked`, so that the commit refuses what changes in between.
 * Tags are compared weakly: all of ours are weak, and a version says what a strong one would.
 * @throws Problem `stale` (412) where a condition does not hold, `invalid` where a header is no list of tags.
 */
export function answerConditionally(ask: Ask) {
  return createMiddleware<App>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const known = readTags(c, 'If-None-Match')
      await next()
      await describeAnswer(c)
      // A file without a tag is always sent: nobody can say which one they have.
      const etag = c.res.headers.get('etag')
      if (known && etag !== null && c.res.status === 200 && fits(known, etag)) leaveUnsaid(c)
      return
    }
    await assertConditions(c, ask)
    await next()
  })
}

/** One entity tag, weak or strong; ours hold nothing that would need other letters. */
const TAG = /^(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/

type Tags = '*' | string[]

function readTags(c: Request, name: 'If-Match' | 'If-None-Match'): Tags | null {
  const header = c.req.header(name)?.trim()
  if (header === undefined) return null
  if (header === '*') return '*'
  const tags = listTags(header)
  if (tags) return tags
  throw new Problem('invalid', {
    fr: `L’en-tête «\u00a0${name}\u00a0» n’est pas lisible. Renvoyez l’«\u00a0ETag\u00a0» tel que reçu, guillemets compris, comme W/"3", ou *.`,
    en: `The header “${name}” cannot be read. Send the “ETag” back as you received it, quotes included, such as W/"3", or *.`,
  })
}

/** What the tags of a list say between their quotes; null where it is no list of tags. Reads each letter once. */
function listTags(header: string): string[] | null {
  const next = /[ \t]*(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(,|$)/y
  const tags: string[] = []
  while (next.lastIndex < header.length) {
    const found = next.exec(header)
    if (!found) return null
    tags.push(found[1] as string)
    if (found[2] === '') return tags
  }
  return null
}

/** The version that a tag begins with; null for a tag that is a hash. */
function versionOf(tag: string): number | null {
  const found = /^([1-9]\d{0,14})(?:-.*)?$/.exec(tag)
  return found ? Number(found[1]) : null
}

function fits(tags: Tags, etag: string | null): boolean {
  if (tags === '*') return true
  const present = TAG.exec(etag ?? '')?.[1]
  return present !== undefined && tags.includes(present)
}

/** Whether a change may follow: the same tag, or the same version where more than the version has changed. */
function mayFollow(tags: Tags, etag: string | null): boolean {
  if (fits(tags, etag)) return true
  const version = versionOf(TAG.exec(etag ?? '')?.[1] ?? '')
  return version !== null && tags !== '*' && tags.some((tag) => versionOf(tag) === version)
}

async function assertConditions(c: Request, ask: Ask): Promise<void> {
  const [wanted, unwanted] = [readTags(c, 'If-Match'), readTags(c, 'If-None-Match')]
  if (!wanted && !unwanted) return
  const versions = wanted === null || wanted === '*' ? [] : wanted.map(versionOf)
  if (versions.length === 1) c.get('ctx').asked.version = versions[0] ?? null
  const { status, headers } = await ask(c, readAgain(c))
  // Who may not come in is told so, not what the condition says (RFC 9110 §13.2.1).
  if (status === 401) return
  const isThere = status === 200
  // Whoever may write and not read, or an address that nobody can read, has the version alone to go by.
  const cannotCompare = status === 403 || status === 405
  const isLeftToCommit = cannotCompare && c.get('ctx').asked.version !== null
  if (wanted && !isLeftToCommit && !(isThere && mayFollow(wanted, headers.get('etag')))) throw stale()
  if (unwanted && isThere && fits(unwanted, headers.get('etag'))) {
    throw new Problem('stale', {
      fr: 'Ceci existe déjà, et la demande voulait le créer. Rien n’a été enregistré\u00a0: lisez-le, ou retirez l’en-tête «\u00a0If-None-Match\u00a0».',
      en: 'This exists already, and the request meant to create it. Nothing was saved: read it, or leave the header “If-None-Match” out.',
    })
  }
}

function readAgain(c: Request): globalThis.Request {
  const headers = new Headers()
  for (const name of ['authorization', 'cookie', 'accept-language', 'cf-connecting-ip']) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  return new Request(c.req.url, { headers })
}

/** Gives a JSON answer the link to its next page, and its tag where it has none. */
async function describeAnswer(c: Request): Promise<void> {
  const { res } = c
  const isJson = /^application\/json\b/.test(res.headers.get('content-type') ?? '')
  if (res.status !== 200 || !isJson || res.headers.has('etag')) return
  const text = await res.text()
  const headers = new Headers(res.headers)
  const link = linkToNext(c, text)
  if (link) headers.append('link', link)
  headers.set('etag', await contentTag(text))
  replaceAnswer(c, new Response(text, { status: 200, headers }))
}

/** A weak tag of contents: 96 bits of their SHA-256, so that two answers of one address never meet by chance. */
export async function contentTag(text: string): Promise<string> {
  return `W/"h${(await hashToken(text)).slice(0, 24)}"`
}

function leaveUnsaid(c: Request): void {
  const headers = new Headers(c.res.headers)
  for (const name of ['content-type', 'content-length', 'content-disposition']) headers.delete(name)
  replaceAnswer(c, new Response(null, { status: 304, headers }))
}

function replaceAnswer(c: Request, answer: Response): void {
  // Assigned over an answer, Hono merges the headers of both; what was taken out would come back.
  c.res = undefined
  c.res = answer
}
