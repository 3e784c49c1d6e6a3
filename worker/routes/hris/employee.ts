import { Hono } from 'hono'
import { deleteEmployee } from '#actions/employee-deletion.ts'
import { getEmployee, patchEmployee, putEmployee } from '#actions/person.ts'
import {
  asRead,
  employeeInput,
  employeePatch,
  externalId,
  showEmployee,
  showListedEmployee,
} from '#contract/employee.ts'
import { listPeopleUpdated } from '#db/queries/person.ts'
import type { PersonRecord } from '#domain/person.ts'
import { checkShape, readJson } from '#http/body.ts'
import { afterInstant, readPaging, readSince, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const employeeRoutes = new Hono<App>()
  .get('/employees', allow('employees:read'), async (c) => {
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listPeopleUpdated(
      c.get('ctx').db,
      readSince(c),
      after ? { updated_at: after.at, id: after.id } : null,
      limit + 1,
    )
    return c.json(toPage(rows, limit, showListedEmployee, (row) => ({ at: row.updated_at, id: row.id })))
  })
  .get('/employees/:external_id', allow('employees:read'), async (c) =>
    tell(c, await getEmployee(c.get('ctx'), c.req.param('external_id'))),
  )
  .put('/employees/:external_id', allow('employees:write'), async (c) => {
    const id = checkShape(externalId, c.req.param('external_id'))
    const { person, created } = await putEmployee(
      c.get('ctx'),
      id,
      await readJson(c, asRead(employeeInput, id)),
    )
    return tell(c, person, created ? 201 : 200)
  })
  .patch('/employees/:external_id', allow('employees:write'), async (c) => {
    const reference = c.req.param('external_id')
    const patch = await readJson(c, asRead(employeePatch, reference))
    return tell(c, await patchEmployee(c.get('ctx'), reference, patch))
  })
  .delete('/employees/:external_id', allow('employees:write'), async (c) => {
    await deleteEmployee(c.get('ctx'), c.req.param('external_id'))
    return c.body(null, 204)
  })

function tell(c: Request, person: PersonRecord, status: 200 | 201 = 200): Response {
  const location = `/api/v1/employees/${encodeURIComponent(person.external_id ?? person.id)}`
  return c.json(showEmployee(person), status, {
    ...versionTag(person.version),
    ...(status === 201 ? { location } : {}),
  })
}
