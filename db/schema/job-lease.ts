import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who does a job now: one worker at a time, known by a number that only grows. */
export const jobLeases = sqliteTable('job_leases', {
  job: text().primaryKey(),
  fence: integer().notNull(),
  until: integer().notNull(),
})
