import { Hono } from 'hono'
import type * as v from 'valibot'
import { loadOwnPair, type OwnPair } from '#actions/own-pair.ts'
import { loadOwnSession, type OwnSession, zonesOf } from '#actions/pair-session.ts'
import {
  acceptOwnSession,
  cancelOwnSession,
  confirmOwnSession,
  logOwnSession,
  moveOwnSession,
  proposeSession,
} from '#actions/session-step.ts'
import {
  sessionConfirmation,
  sessionLog,
  sessionMove,
  sessionProposal,
  showPairSession,
} from '#contract/pair-session.ts'
import { findPairWithPeople } from '#db/queries/pair.ts'
import { listSessionsOfPair } from '#db/queries/pair-session.ts'
import { fromWallClock } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { isForm, readJson } from '#http/body.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { readLanguage } from './own-space.ts'
import { checkForm, readFields } from './posted-fields.ts'

const NO_MOMENT = {
  fr: 'Il manque le jour ou l’heure. Rien n’a été envoyé\u00a0: revenez à la page, et donnez les deux.',
  en: 'The day or the time is missing. Nothing was sent: go back to the page, and give both.',
}

/** The sessions of a pair: what its two people do with them, and what the team may know. */
export const pairSessionRoutes = new Hono<App>()
  .get('/pairs/:id/sessions', async (c) => {
    const { db, actor } = c.get('ctx')
    const found = await findPairWithPeople(db, c.req.param('id'))
    const isTheirs =
      'person' in actor &&
      found !== undefined &&
      [found.mentor.id, found.mentee.id].includes(actor.person ?? '')
    if (!isTheirs) authorise(actor, 'pairs:read')
    if (!found) throw notFound({ fr: 'Binôme', en: 'Pair' })
    const sessions = await listSessionsOfPair(db, found.pair.id)
    const items = sessions.map((session) => showPairSession(session, found.pair, isTheirs))
    return c.json({ items, next_cursor: null })
  })
  .post('/pairs/:id/sessions', asPerson, async (c) => {
    const id = c.req.param('id')
    const proposal = await readTime(c, sessionProposal, () => loadOwnPair(c.get('ctx'), id))
    return answer(c, await proposeSession(c.get('ctx'), id, proposal), 201)
  })
  .patch('/sessions/:id', asPerson, async (c) => {
    const move = await readJson(c, sessionMove)
    return answer(c, await moveOwnSession(c.get('ctx'), c.req.param('id'), move))
  })
  .post('/sessions/:id/move', asPerson, async (c) => {
    const id = c.req.param('id')
    const move = await readTime(c, sessionMove, async () => (await loadOwnSession(c.get('ctx'), id)).own)
    return answer(c, await moveOwnSession(c.get('ctx'), id, move))
  })
  .post('/sessions/:id/acceptance', asPerson, async (c) => {
    await readLanguage(c)
    return answer(c, await acceptOwnSession(c.get('ctx'), c.req.param('id')))
  })
  .post('/sessions/:id/cancellation', asPerson, async (c) => {
    await readLanguage(c)
    return answer(c, await cancelOwnSession(c.get('ctx'), c.req.param('id')))
  })
  .post('/sessions/:id/log', asPerson, async (c) => {
    const log = isForm(c)
      ? checkForm(sessionLog, logFields(await readFields(c)))
      : await readJson(c, sessionLog)
    return answer(c, await logOwnSession(c.get('ctx'), c.req.param('id'), log))
  })
  .post('/sessions/:id/confirmation', asPerson, async (c) => {
    const { agrees } = isForm(c)
      ? checkForm(sessionConfirmation, { agrees: (await readFields(c)).agrees === 'yes' })
      : await readJson(c, sessionConfirmation)
    return answer(c, await confirmOwnSession(c.get('ctx'), c.req.param('id'), agrees))
  })

function logFields({ held, minutes }: Record<string, string | undefined>) {
  return held === 'no' ? { held: false } : { held: held === 'yes', minutes: Number(minutes) }
}

/** A time as JSON, or as a form: one of the times that suit both, or a day and an hour on one’s own clock. */
async function readTime<S extends v.GenericSchema>(
  c: Request,
  schema: S,
  load: () => Promise<OwnPair>,
): Promise<v.InferOutput<S>> {
  if (!isForm(c)) return readJson(c, schema)
  const { slot, day, time, minutes, place } = await readFields(c)
  const own = await load()
  const { mine } = await zonesOf(c.get('ctx'), own)
  const isOther = slot === undefined || slot === 'other'
  if (isOther && !(day && time)) throw new Problem('invalid', NO_MOMENT)
  return checkForm(schema, {
    starts_at: isOther ? (fromWallClock(`${day}T${time}`, mine) ?? '') : slot,
    minutes: Number(minutes),
    place: place?.trim() ? place : null,
  })
}

/** A form leads back to the sessions of the pair, a program gets the session. */
function answer(c: Request, { own, session }: OwnSession, status: 200 | 201 = 200): Response {
  if (isForm(c)) return c.redirect(`/${c.get('language')}/me/pairs/${own.pair.id}/#sessions`, 303)
  return c.json(showPairSession(session, own.pair, true), status)
}
