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
    check('people_external_id_form', sql`external_id IS NULL OR substr(external_id, 1, 4) <> 'per_'`),
  ],
)
