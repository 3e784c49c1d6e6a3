import { Hono } from 'hono'
import { sendMailAgain } from '#actions/mail-problem.ts'
import { allowAddress } from '#actions/mail-suppression.ts'
import type { MailProblemShown, MailSuppressionShown } from '#contract/mail-problem.ts'
import { toInstant } from '#contract/shape.ts'
import { listMailedReferences, listMailProblems, type MailRow } from '#db/queries/mail.ts'
import { listMailSuppressions, type MailSuppressionRow } from '#db/queries/mail-suppression.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allowOrganiser } from '#http/session.ts'

/** Mails that did not arrive, and addresses that refuse them: whose, and since when; never an address nor a word of one. */
export const mailProblemRoutes = new Hono<App>()
  .get('/mail-problems', allowOrganiser('participants:read'), async (c) => {
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listMailProblems(c.get('ctx').db, after, limit + 1)
    const nameOf = await namesOf(c, rows)
    const cursorOf = ({ created_at: at, id }: MailRow) => ({ at, id })
    return c.json(toPage(rows, limit, (row) => showProblem(row, nameOf), cursorOf))
  })
  .post('/mail-problems/:id/resend', allowOrganiser('participants:write'), async (c) => {
    const row = await sendMailAgain(c.get('ctx'), c.req.param('id'))
    return c.json(showProblem(row, await namesOf(c, [row])), 202)
  })
  .get('/mail-suppressions', allowOrganiser('participants:read'), async (c) => {
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listMailSuppressions(c.get('ctx').db, after, limit + 1)
    const nameOf = await namesOf(c, rows)
    const cursorOf = ({ created_at: at, address_hash: id }: MailSuppressionRow) => ({ at, id })
    return c.json(toPage(rows, limit, (row) => showSuppression(row, nameOf), cursorOf))
  })
  .delete('/mail-suppressions/:id', allowOrganiser('participants:write'), async (c) => {
    await allowAddress(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })

type NameOf = (personId: string | null) => string | null

/** How machines name the people of these rows; null for whoever is forgotten. */
async function namesOf(c: Request, rows: readonly { person_id: string | null }[]): Promise<NameOf> {
  const ids = rows.flatMap(({ person_id: id }) => (id === null ? [] : [id]))
  const references = await listMailedReferences(c.get('ctx').db, ids)
  return (id) => (id === null ? null : (references.get(id) ?? null))
}

function showProblem(row: MailRow, nameOf: NameOf): MailProblemShown {
  const { id, template, state, last_outcome, created_at } = row
  return {
    id,
    template,
    person: nameOf(row.person_id),
    state,
    last_outcome,
    created_at: toInstant(created_at),
    can_resend: (state === 'failed' || state === 'uncertain') && row.facts !== null,
  }
}

function showSuppression(row: MailSuppressionRow, nameOf: NameOf): MailSuppressionShown {
  const { address_hash: id, person_id, reason, created_at } = row
  return { id, person: nameOf(person_id), reason, created_at: toInstant(created_at) }
}
