import { completePair, listPairsToComplete } from '#actions/pair-completion.ts'
import { inTurn } from './job.ts'
import { tryEach } from './try-each.ts'

export const completePairs = inTurn('completePairs', async (ctx) => {
  const { done, failed } = await tryEach(await listPairsToComplete(ctx), (id) => completePair(ctx, id))
  return { completed: done, failed }
})
