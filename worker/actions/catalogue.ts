import { listTopics } from '#db/queries/topic.ts'
import { type Catalogue, mergeTopics } from '#questionnaire/catalogue.ts'
import type { Context } from './context.ts'

/** The topics that people choose from today: the product’s own, with what the organisation changed. */
export async function loadCatalogue(ctx: Pick<Context, 'db'>): Promise<Catalogue> {
  return mergeTopics(await listTopics(ctx.db))
}
