import type { House } from './house.ts'

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const OWN = 'urn:ietf:params:scim:schemas:extension:binome:2.0:User'
export const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** An answer of a SCIM door; `json` is empty where there is no body. */
export interface ScimTold {
  status: number
  headers: Headers
  text: string
  json: Record<string, any>
}

export type Provider = Awaited<ReturnType<typeof connectProvider>>

/** An identity provider with a key of scope `scim`, that speaks as RFC 7644 says. */
export async function connectProvider(house: House) {
  const key = await house.root.post('keys', { name: 'Identity provider', scopes: ['scim'] })
  return providerWith(house, { authorization: `Bearer ${key.json.secret}` })
}

/** A client of the SCIM doors with these headers. Texts are sent as they are, anything else as JSON. */
export function providerWith(house: House, common: Record<string, string>) {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ScimTold> => {
    const response = await house.request(path.startsWith('http') ? path : `/scim/v2${path}`, {
      method,
      headers: {
        ...common,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: text ? JSON.parse(text) : {} }
  }
  return {
    send,
    get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      send('POST', path, body, headers),
    put: (path: string, body: unknown, headers?: Record<string, string>) => send('PUT', path, body, headers),
    patch: (path: string, operations: unknown, headers?: Record<string, string>) =>
      send('PATCH', path, { schemas: [PATCH], Operations: operations }, headers),
    delete: (path: string, headers?: Record<string, string>) => send('DELETE', path, undefined, headers),
    /** What a filter finds. */
    find: async (door: string, filter: string, more = ''): Promise<Record<string, any>> => {
      const { status, json } = await send('GET', `/${door}?filter=${encodeURIComponent(filter)}${more}`)
      if (status !== 200) throw new Error(`${filter}: ${status} ${JSON.stringify(json)}`)
      return json
    },
  }
}

/** A user as a provider would send one. */
export function makeUser(n: number | string, overrides: Record<string, unknown> = {}) {
  return {
    schemas: [USER],
    userName: `user${n}@armorique.example`,
    externalId: `ext-${n}`,
    name: { givenName: `Given${n}`, familyName: `Family${n}` },
    emails: [{ value: `user${n}@armorique.example`, type: 'work', primary: true }],
    active: true,
    ...overrides,
  }
}
