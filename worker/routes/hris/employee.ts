import { Hono } from 'hono'
import { putEmployee } from '#actions/person.ts'
import { employeeInput, externalId, showEmployee } from '#contract/employee.ts'
import { instant } from '#contract/shape.ts'
import { getPersonRecord, listPeopleUpdated } from '#db/queries/person.ts'
import { notFound } from '#domain/problem.ts'
import { checkShape, readJson } from '#http/body.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const employeeRoutes = new Hono<App>()
  .get('/employees', allow('employees:read'), async (c) => {
    const { limit, after } = readPaging(c, afterInstant)
    const since = c.req.query('updated_since')
    const rows = await listPeopleUpdated(
      c.get('ctx').db,
      since === undefined ? 0 : checkShape(instant, since),
      after ? { updated_at: after.at, id: after.id } : null,
      limit + 1,
    )
    return c.json(toPage(rows, limit, showEmployee, (row) => ({ at: row.updated_at, id: row.id })))
  })
  .get('/employees/:external_id', allow('employees:read'), async (c) => {
    const person = await getPersonRecord(c.get('ctx').db, c.req.param('external_id'))
    if (!person) throw notFound({ fr: 'Personne', en: 'Person' })
    return c.json(showEmployee(person), 200, { etag: `W/"${person.version}"` })
  })
  .put('/employees/:external_id', allow('employees:write'), async (c) => {
    const id = checkShape(externalId, c.req.param('external_id'))
    const { person, created } = await putEmployee(c.get('ctx'), id, await readJson(c, employeeInput))
    return c.json(showEmployee(person), created ? 201 : 200, { etag: `W/"${person.version}"` })
  })
