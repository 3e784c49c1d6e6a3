import { anchorJournal as anchorSealed, sealEvents as sealUnsealed } from '#actions/seal.ts'
import { inTurn } from './job.ts'

export const sealEvents = inTurn('sealEvents', async (ctx) => ({ sealed: await sealUnsealed(ctx) }))

export const anchorJournal = inTurn('anchorJournal', async (ctx) => {
  const anchor = await anchorSealed(ctx)
  // The log of the platform is outside as well.
  if (anchor) console.log(JSON.stringify({ journal_sealed: anchor }))
  return { anchored: Number(anchor !== null) }
})
