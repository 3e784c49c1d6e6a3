import { Hono } from 'hono'
import { ScimError } from '#contract/scim/error.ts'
import { listResponse } from '#contract/scim/list.ts'
import { RESOURCE_TYPES, SCHEMAS, serviceProviderConfig } from '#contract/scim/schema.ts'
import { scimAnswer, scimBase } from '#http/scim.ts'
import type { App, Request } from '#http/service-context.ts'

/** What this service can do, and what it keeps (RFC 7644 §4). */
export const discoveryRoutes = new Hono<App>()
  .get('/ServiceProviderConfig', (c) =>
    scimAnswer(c, withMeta(c, serviceProviderConfig(), 'ServiceProviderConfig', '/ServiceProviderConfig')),
  )
  .get('/ResourceTypes', (c) => {
    assertUnfiltered(c)
    return answerAll(c, resourceTypes(c))
  })
  .get('/ResourceTypes/:id', (c) => answerOne(c, resourceTypes(c), 'ResourceType'))
  .get('/Schemas', (c) => {
    assertUnfiltered(c)
    return answerAll(c, schemas(c))
  })
  .get('/Schemas/:id', (c) => answerOne(c, schemas(c), 'Schema'))

interface Described {
  id: string
  [attribute: string]: unknown
}

function resourceTypes(c: Request): Described[] {
  return (RESOURCE_TYPES as Described[]).map((type) =>
    withMeta(c, type, 'ResourceType', `/ResourceTypes/${type.id}`),
  )
}

function schemas(c: Request): Described[] {
  return (SCHEMAS as unknown as Described[]).map((schema) =>
    withMeta(c, schema, 'Schema', `/Schemas/${schema.id}`),
  )
}

function withMeta<T extends object>(c: Request, described: T, resourceType: string, path: string) {
  return { ...described, meta: { resourceType, location: `${scimBase(c)}${path}` } }
}

function answerAll(c: Request, all: Described[]): Response {
  return scimAnswer(c, listResponse(all, { totalResults: all.length, startIndex: 1 }))
}

function answerOne(c: Request, all: Described[], noun: string): Response {
  const id = c.req.param('id') ?? ''
  const found = all.find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (!found)
    throw new ScimError(
      404,
      null,
      `${noun} “${id.slice(0, 100)}” not found. List them all to see which there are.`,
    )
  return scimAnswer(c, found)
}

/** RFC 7644 §4: a filter on what never changes is refused. */
function assertUnfiltered(c: Request): void {
  if (c.req.query('filter') === undefined) return
  throw new ScimError(403, null, 'This list is short and takes no filter. Ask for it whole.')
}
