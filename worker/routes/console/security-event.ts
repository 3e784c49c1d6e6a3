import { Hono } from 'hono'
import * as v from 'valibot'
import type { SecurityEventShown } from '#contract/security-event.ts'
import { toInstant } from '#contract/shape.ts'
import { listSecurityEvents, type SecurityEventRow } from '#db/queries/security-event.ts'
import { readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

const beforeSeq = v.pipe(v.number(), v.integer(), v.minValue(1))

/**
 * The security log: who did what and when about keys, the programme team, its sign-ins, where data are sent, and imports
 * that somebody confirmed. Events hold ids; names and addresses are looked up for the reader, as they are today.
 * A key that is unknown, expired or lacks a scope leaves no line: anybody could fill the table with them.
 */
export const securityEventRoutes = new Hono<App>().get('/security-events', allow('keys:read'), async (c) => {
  const { limit, after } = readPaging(c, beforeSeq)
  const rows = await listSecurityEvents(c.get('ctx').db, after, limit + 1)
  return c.json(toPage(rows, limit, show, ({ seq }) => seq))
})

function show(row: SecurityEventRow): SecurityEventShown {
  return {
    id: row.id,
    type: row.type,
    occurred_at: toInstant(row.occurred_at),
    actor: { id: row.actor, name: row.actor_name },
    subject: { id: row.subject, name: row.subject_name },
    data: row.data,
  }
}
