import type { Database } from '#db/commit.ts'
import { topics } from '#db/schema/topic.ts'
import { type Catalogue, STARTING_CATALOGUE } from '#questionnaire/catalogue.ts'

export type TopicRow = typeof topics.$inferSelect

/** The topics that people choose from today. */
export async function loadCatalogue(db: Database): Promise<Catalogue> {
  const rows = await db.select().from(topics)
  return rows.length === 0 ? STARTING_CATALOGUE : mergeTopics(rows)
}

/** The catalogue as it ships, with what the organisation changed. */
function mergeTopics(rows: readonly TopicRow[]): Catalogue {
  const changes = rows.reduce((sum, { version }) => sum + version, 0)
  return {
    ...STARTING_CATALOGUE,
    version: STARTING_CATALOGUE.version.replace(/\d+$/, String(changes)),
    topics: {
      ...STARTING_CATALOGUE.topics,
      ...Object.fromEntries(
        rows.map(({ id, group, name, transversal, family, nature, esco }) => [
          id,
          { group, name, transversal, family, nature, ...(esco === null ? {} : { esco }) },
        ]),
      ),
    },
    retired: new Set(rows.filter(({ offered }) => !offered).map(({ id }) => id)),
  }
}
