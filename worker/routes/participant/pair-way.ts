import { Hono } from 'hono'
import { askForHelp } from '#actions/help.ts'
import { loadOwnParticipation } from '#actions/own-answers.ts'
import { loadOwnPair } from '#actions/own-pair.ts'
import { pauseOwnPair, returnOwnPair } from '#actions/pause.ts'
import { readerNamed } from '#actions/referent.ts'
import { separateOwn } from '#actions/separation.ts'
import { type HelpInput, helpInput, type OwnHelpShown } from '#contract/help.ts'
import { pauseInput, separationInput } from '#contract/pair-way.ts'
import { toInstant } from '#contract/shape.ts'
import { Problem } from '#domain/problem.ts'
import { isForm } from '#http/body.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { readLanguage, readOwn } from './own-space.ts'

/** The ways out and back of a pair, for its two people. */
export const pairWayDoors = new Hono<App>()
  .post('/help-requests', asPerson, async (c) => {
    const ctx = c.get('ctx')
    const input = await readOwn(c, helpInput, ['pair', 'participation', 'text', 'reader'])
    const about = await loadSubject(c, input)
    const row = await askForHelp(ctx, {
      ...about,
      source: 'button',
      text: input.text === '' ? null : input.text,
      named: input.reader,
    })
    if (isForm(c)) return c.redirect(`/${c.get('language')}/me/${pageOf(input)}help/`, 303)
    const reader = await readerNamed(ctx, row.reader_id)
    const shown: OwnHelpShown = {
      id: row.id,
      pair: row.pair_id,
      participation: row.participant_id,
      state: row.state,
      reader: reader.name === null ? null : { name: reader.name },
      due_at: toInstant(row.due_at),
      created_at: toInstant(row.created_at),
    }
    return c.json(shown, 201)
  })
  .post('/pairs/:id/pause', asPerson, async (c) => {
    const { until } = await readOwn(c, pauseInput, ['until'])
    await pauseOwnPair(c.get('ctx'), c.req.param('id'), until)
    return backToPair(c, 'pause')
  })
  .post('/pairs/:id/return', asPerson, async (c) => {
    await readLanguage(c)
    await returnOwnPair(c.get('ctx'), c.req.param('id'))
    return backToPair(c, 'pause')
  })
  .post('/pairs/:id/separation', asPerson, async (c) => {
    const { reason, reader } = await readOwn(c, separationInput, ['reason', 'reader'])
    await separateOwn(c.get('ctx'), c.req.param('id'), { reason, named: reader })
    return backToPair(c, 'separation')
  })

/** One’s own pair, or a participation where there is no pair: whoever waits may ask for help too (C29). */
async function loadSubject(c: Request, { pair, participation }: HelpInput) {
  const ctx = c.get('ctx')
  if (pair !== undefined) {
    const own = await loadOwnPair(ctx, pair)
    return { programmeId: own.row.id, pairId: own.pair.id, participantId: own.participant.id }
  }
  if (participation !== undefined) {
    const { programme, participant } = await loadOwnParticipation(ctx, participation)
    return { programmeId: programme.id, pairId: null, participantId: participant.id }
  }
  throw new Problem('invalid', {
    fr: 'Dites de quel binôme ou de quelle participation il s’agit\u00a0: «\u00a0pair\u00a0» ou «\u00a0participation\u00a0».',
    en: 'Say which pair or which participation it is about: “pair” or “participation”.',
  })
}

function pageOf({ pair, participation }: HelpInput): string {
  return pair === undefined
    ? `answers/${encodeURIComponent(participation ?? '')}/`
    : `pairs/${encodeURIComponent(pair)}/`
}

function backToPair(c: Request, section: string): Response {
  if (!isForm(c)) return c.body(null, 204)
  const id = encodeURIComponent(c.req.param('id') ?? '')
  return c.redirect(`/${c.get('language')}/me/pairs/${id}/#${section}`, 303)
}
