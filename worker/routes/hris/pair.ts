import { Hono } from 'hono'
import { showPair } from '#contract/pair.ts'
import {
  changesOfPairs,
  findPairWithPeople,
  listPairs,
  listPairsUpdated,
  type PairWithPeople,
} from '#db/queries/pair.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { limitsOf } from '#domain/permission.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { afterId, afterInstant, readPaging, readSince, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allowWithin } from '#http/session.ts'

export const pairRoutes = new Hono<App>()
  .get('/pairs', allowWithin('pairs:read'), async (c) => {
    const { db, actor } = c.get('ctx')
    const { subsidiary } = limitsOf(actor, 'pairs:read')
    const programme = c.req.query('programme') ?? null
    const since = readSince(c)
    if (since === null) {
      const { limit, after } = readPaging(c, afterId)
      const rows = await listPairs(db, programme, after, limit + 1, subsidiary)
      const show = await showing(c, rows)
      return c.json(toPage(rows, limit, show, ({ pair }) => pair.id))
    }
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listPairsUpdated(db, programme, since, after, limit + 1, subsidiary)
    const changedAt = await changesOf(c, rows)
    const show = await showing(c, rows)
    return c.json(toPage(rows, limit, show, ({ pair }) => ({ at: changedAt(pair), id: pair.id })))
  })
  .get('/pairs/:id', allowWithin('pairs:read'), async (c) => {
    const { db, actor } = c.get('ctx')
    const { subsidiary } = limitsOf(actor, 'pairs:read')
    const found = await findPairWithPeople(db, c.req.param('id'), subsidiary)
    if (!found) throw notFound({ fr: 'Binôme', en: 'Pair' })
    const show = await showing(c, [found])
    const { pair, mentor, mentee } = found
    return c.json(show(found), 200, versionTag(pair.version, mentor.version, mentee.version))
  })

async function changesOf(c: Request, rows: readonly PairWithPeople[]) {
  const changes = await changesOfPairs(
    c.get('ctx').db,
    rows.map(({ pair }) => pair.id),
  )
  return ({ id, started_at }: PairWithPeople['pair']) => changes.get(id) ?? started_at
}

async function showing(c: Request, rows: readonly PairWithPeople[]) {
  const changedAt = await changesOf(c, rows)
  return ({ pair, programme, mentor, mentee }: PairWithPeople) =>
    showPair(pair, programme, { mentor: named(mentor), mentee: named(mentee) }, changedAt(pair))
}

function named(person: PersonRow) {
  return { reference: referenceOf(person), name: nameOf(person).trim() }
}
