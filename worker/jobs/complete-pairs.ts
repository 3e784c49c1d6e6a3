import { completePair, listPairsToComplete } from '#actions/pair-completion.ts'
import type { Job } from './job.ts'
import { tryEach } from './try-each.ts'

export const completePairs: Job = async (ctx) => {
  const { done, failed } = await tryEach(await listPairsToComplete(ctx), (id) => completePair(ctx, id))
  return { completed: done, failed }
}
