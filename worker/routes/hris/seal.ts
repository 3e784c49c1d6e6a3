import { Hono } from 'hono'
import type { JournalSealShown } from '#contract/seal.ts'
import { countEvents, findLastSeal } from '#db/queries/seal.ts'
import { GENESIS } from '#domain/seal.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const sealRoutes = new Hono<App>().get('/journal-seal', allow('events:read'), async (c) => {
  const { db } = c.get('ctx')
  const last = await findLastSeal(db)
  const shown: JournalSealShown = {
    seq: last?.event_seq ?? GENESIS.seq,
    hash: last?.hash ?? GENESIS.hash,
    ...(await countEvents(db)),
  }
  return c.json(shown)
})
