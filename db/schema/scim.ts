import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Whom an identity provider keeps up to date, with its attributes as it sent them; the person itself is in `people`. */
export const scimUsers = sqliteTable(
  'scim_users',
  {
    person_id: text().primaryKey(),
    user_name: text().notNull(),
    user_name_key: text().notNull(),
    external_id: text(),
    attributes: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('scim_users_user_name').on(table.user_name_key),
    uniqueIndex('scim_users_external_id').on(table.external_id),
    // Pages of the list, in a stable order.
    index('scim_users_created').on(table.created_at, table.person_id),
  ],
)

export const scimGroups = sqliteTable(
  'scim_groups',
  {
    id: text().primaryKey(),
    display_name: text().notNull(),
    display_name_key: text().notNull(),
    external_id: text(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('scim_groups_display_name').on(table.display_name_key),
    index('scim_groups_external_id').on(table.external_id),
    index('scim_groups_created').on(table.created_at, table.id),
  ],
)

export const scimGroupMembers = sqliteTable(
  'scim_group_members',
  {
    group_id: text().notNull(),
    person_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.group_id, table.person_id] }),
    // Which groups somebody is in.
    index('scim_group_members_person').on(table.person_id),
  ],
)
