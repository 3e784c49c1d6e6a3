import { Hono } from 'hono'
import { issueAccessToken } from '#actions/access-token.ts'
import type { TokenError } from '#contract/access-token.ts'
import { Problem } from '#domain/problem.ts'
import { readBytes } from '#http/body.ts'
import type { App, Request } from '#http/service-context.ts'

const BYTES_MAX = 8192

/** What was wrong with a request, in the printable ASCII that RFC 6749 §5.2 allows. */
const WHY = {
  method: 'Send a POST request.',
  type: 'Send the parameters as application/x-www-form-urlencoded in the body of the request.',
  size: 'The request is too large.',
  twice: 'A parameter is there more than once.',
  twoWays:
    'Send the client credentials in one way only: HTTP Basic, or client_id and client_secret in the body.',
  grantMissing: 'grant_type is missing: send client_credentials.',
  grant: 'Only client_credentials is supported.',
  client: 'The client is unknown, or its secret is wrong, expired or revoked.',
  scope: 'A scope is unknown, or the client does not have it.',
} as const

class Refusal extends Error {
  readonly kind: TokenError

  constructor(kind: TokenError, why: keyof typeof WHY) {
    super(WHY[why])
    this.kind = kind
  }
}

/**
 * `POST /oauth/token`: the client credentials of RFC 6749 §4.4, for a key by its id and secret. The answer is a bearer
 * token (RFC 6750) of an hour that opens what the key opens. Refusals are those of RFC 6749 §5.2, in JSON.
 */
export const accessTokenRoutes = new Hono<App>()
  .post('/token', async (c) => {
    try {
      const parameters = await readParameters(c)
      const grant = parameters.get('grant_type')
      if (grant === undefined) throw new Refusal('invalid_request', 'grantMissing')
      if (grant !== 'client_credentials') throw new Refusal('unsupported_grant_type', 'grant')
      const client = readClient(c, parameters)
      const issued = await issueAccessToken(c.get('ctx'), client, parameters.get('scope') ?? null)
      if (issued === 'invalid_client') throw new Refusal('invalid_client', 'client')
      if (issued === 'invalid_scope') throw new Refusal('invalid_scope', 'scope')
      return c.json(issued, 200, { 'cache-control': 'no-store', pragma: 'no-cache' })
    } catch (error) {
      if (error instanceof Refusal) return tellRefusal(c, error)
      throw error
    }
  })
  .all('/token', (c) => {
    const answer = tellRefusal(c, new Refusal('invalid_request', 'method'), 405)
    answer.headers.set('allow', 'POST')
    return answer
  })

/** The parameters of the body; one without a value counts as left out, one that comes twice is refused (§3.2). */
async function readParameters(c: Request): Promise<Map<string, string>> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal('invalid_request', 'type')
  }
  const given = [...new URLSearchParams(new TextDecoder().decode(await readBody(c)))]
  const parameters = new Map(given)
  if (parameters.size !== given.length) throw new Refusal('invalid_request', 'twice')
  return new Map([...parameters].filter(([, value]) => value !== ''))
}

async function readBody(c: Request): Promise<Uint8Array> {
  try {
    return await readBytes(c, BYTES_MAX)
  } catch (error) {
    if (error instanceof Problem) throw new Refusal('invalid_request', 'size')
    throw error
  }
}

/** Who asks: by HTTP Basic, with both parts percent-encoded (§2.3.1), or in the body; never by both. */
function readClient(c: Request, parameters: Map<string, string>): { id: string; secret: string } {
  const header = c.req.header('authorization')
  const [id, secret] = [parameters.get('client_id'), parameters.get('client_secret')]
  if (header === undefined) {
    if (id === undefined || secret === undefined) throw new Refusal('invalid_client', 'client')
    return { id, secret }
  }
  if (secret !== undefined) throw new Refusal('invalid_request', 'twoWays')
  const client = readBasic(header)
  if (client === null) throw new Refusal('invalid_client', 'client')
  // Some clients name themselves in the body as well, which is harmless where both say the same.
  if (id !== undefined && id !== client.id) throw new Refusal('invalid_request', 'twoWays')
  return client
}

function readBasic(header: string): { id: string; secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,1024})$/i.exec(header)?.[1]
  if (encoded === undefined) return null
  try {
    const text = atob(encoded)
    const colon = text.indexOf(':')
    if (colon < 1) return null
    const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    ) as [string, string]
    return { id, secret }
  } catch {
    // Neither base64 nor percent-encoding: nobody we know writes so.
    return null
  }
}

function tellRefusal(c: Request, refusal: Refusal, status?: 405): Response {
  const isClient = refusal.kind === 'invalid_client'
  return c.json(
    { error: refusal.kind, error_description: refusal.message },
    status ?? (isClient ? 401 : 400),
    {
      'cache-control': 'no-store',
      pragma: 'no-cache',
      ...(isClient ? { 'www-authenticate': 'Basic realm="binome", charset="UTF-8"' } : {}),
    },
  )
}
