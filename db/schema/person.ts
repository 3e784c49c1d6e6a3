import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    external_id: text(),
    given_name: text().notNull(),
    family_name: text().notNull(),
    email: text(),
    email_key: text(),
    language: text({ enum: ['fr', 'en'] }),
    grade: text(),
    grade_rank: integer(),
    job_family: text(),
    subsidiary: text(),
    site: text(),
    hired_in: text(),
    leaves_on: text(),
    relation: text({ enum: ['employee', 'external'] }).notNull(),
    active: integer({ mode: 'boolean' }).notNull(),
    recheck: integer({ mode: 'boolean' }).notNull().default(false),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('people_external_id').on(table.external_id),
    // Sign-in and sign-up find a person by address.
    uniqueIndex('people_email_key').on(table.email_key),
    // The job that looks again at proposals and pairs asks whether anybody changed.
    index('people_recheck').on(table.recheck).where(sql`recheck = 1`),
    index('people_updated').on(table.updated_at, table.id),
    // The job that acts on departures asks whose day has come.
    index('people_leaves_on').on(table.leaves_on).where(sql`leaves_on IS NOT NULL AND active = 1`),
    check('people_external_id_form', sql`external_id IS NULL OR substr(external_id, 1, 4) <> 'per_'`),
  ],
)

/** Whom HR deleted: nothing but the identifiers, so that whoever copies the list learns that they are gone. */
export const deletedPeople = sqliteTable(
  'deleted_people',
  {
    id: text().primaryKey(),
    external_id: text(),
    deleted_at: integer().notNull(),
  },
  (table) => [index('deleted_people_deleted').on(table.deleted_at, table.id)],
)
