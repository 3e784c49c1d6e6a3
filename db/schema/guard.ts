import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core'

/** Always empty: inserting a false condition aborts the whole batch (see db/commit.ts). */
export const guards = sqliteTable('guards', { ok: integer().notNull() }, () => [
  check('guards_hold', sql`ok = 1`),
])
