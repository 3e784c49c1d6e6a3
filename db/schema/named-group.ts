import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * People of a programme whom an organiser named together: to be served first (F4), or to narrow the reporting line to
 * their appraisal chain, with a written reason and the organiser who decided it.
 */
export const namedGroups = sqliteTable(
  'named_groups',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    name: text().notNull(),
    label: text().notNull(),
    served_first: integer({ mode: 'boolean' }).notNull(),
    appraisal_levels: integer(),
    appraisal_reason: text(),
    appraisal_decided_by: text(),
    appraisal_decided_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [uniqueIndex('named_groups_name').on(table.programme_id, table.name)],
)

export const namedGroupPeople = sqliteTable(
  'named_group_people',
  {
    group_id: text().notNull(),
    person_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.group_id, table.person_id] }),
    // Whether an exception concerns somebody.
    index('named_group_people_person').on(table.person_id),
  ],
)
