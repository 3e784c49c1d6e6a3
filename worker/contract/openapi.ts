import type { Language } from '#domain/language.ts'
import { SCOPES } from '#domain/permission.ts'
import { PROBLEM_KINDS } from '#domain/problem.ts'
import {
  describeOperation,
  nounOf,
  type OperationObject,
  type Parameter,
  type ResponseObject,
  readPath,
  rootsOf,
  tellRefusal,
} from './openapi-operation.ts'
import { type JsonSchema, pascal, tellShapes } from './openapi-shape.ts'
import { describeWebhooks } from './openapi-webhooks.ts'
import {
  HEADER_WORDS,
  INTRODUCTION,
  REQUEST_HEADER_WORDS,
  SECURITY_WORDS,
  TAGS,
  TITLE,
} from './openapi-words.ts'
import type { Operation } from './operation.ts'
import { problemShown } from './problem.ts'

/** The OpenAPI 3.1 document of the API, as far as we write it. */
export interface ApiDocument {
  openapi: '3.1.0'
  jsonSchemaDialect: string
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, OperationObject>>
  webhooks: Record<string, unknown>
  components: {
    schemas: Record<string, JsonSchema>
    parameters: Record<string, Parameter>
    headers: Record<string, { description: string; schema: JsonSchema }>
    responses: Record<string, ResponseObject>
    securitySchemes: Record<string, unknown>
  }
}

/** The version of the API; what `v1` promises only grows, and each growth raises the second number. */
export const API_VERSION = '1.0.0'

/** Where the document is, how it speaks, and of which version. */
export interface Describing {
  /** The address of the deployment, without a slash at the end. */
  baseUrl: string
  language: Language
  version: string
}

/** The OpenAPI 3.1 document of these operations, from the very shapes that requests are checked with. */
export function describeApi(
  operations: readonly Operation[],
  { baseUrl, language, version }: Describing,
): ApiDocument {
  // What a GET answers gives its name to what others answer as well.
  const roots = operations.toSorted((a, b) => rank(a) - rank(b)).map(rootsOf)
  const problem = { shape: problemShown, name: 'Problem' }
  const output = tellShapes(
    [problem, problem, ...roots.flatMap((one) => one.output)],
    'output',
    language,
    new Set(),
  )
  const input = tellShapes(
    roots.flatMap((one) => one.input),
    'input',
    language,
    new Set(Object.keys(output.named)),
  )
  const hooks = describeWebhooks(language)
  const paths: ApiDocument['paths'] = {}
  for (const operation of operations) {
    const { address } = readPath(operation.path)
    paths[address] ??= {}
    paths[address][operation.method.toLowerCase()] = describeOperation(operation, {
      language,
      input: input.of,
      output: output.of,
    })
  }
  const nouns = new Set(operations.map(nounOf)).add('webhook-endpoints')
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: TITLE[language],
      version,
      description: INTRODUCTION[language],
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    tags: Object.entries(TAGS)
      .filter(([name]) => nouns.has(name))
      .map(([name, words]) => ({ name, description: words[language] })),
    paths,
    webhooks: hooks.webhooks,
    components: {
      schemas: { ...input.named, ...output.named, ...hooks.schemas },
      parameters: describeRequestHeaders(language),
      headers: describeHeaders(language),
      responses: Object.fromEntries(
        PROBLEM_KINDS.map((kind) => [pascal(kind), tellRefusal([kind], language)]),
      ),
      securitySchemes: describeSecurity(baseUrl, language),
    },
  }
}

const rank = ({ method }: Operation) => (method === 'GET' ? 0 : 1)

function describeHeaders(language: Language): ApiDocument['components']['headers'] {
  return Object.fromEntries(
    Object.entries(HEADER_WORDS).map(([name, words]) => [
      name,
      {
        description: words[language],
        schema: name === 'Retry-After' ? { type: 'integer', minimum: 0 } : { type: 'string' },
      },
    ]),
  )
}

function describeRequestHeaders(language: Language): Record<string, Parameter> {
  return Object.fromEntries(
    Object.entries(REQUEST_HEADER_WORDS).map(([name, words]) => [
      name,
      {
        name,
        in: 'header',
        required: false,
        description: words[language],
        schema: name === 'Accept-Language' ? { type: 'string', examples: ['fr', 'en'] } : { type: 'string' },
      },
    ]),
  )
}

function describeSecurity(baseUrl: string, language: Language): Record<string, unknown> {
  return {
    key: { type: 'http', scheme: 'bearer', description: SECURITY_WORDS.key[language] },
    oauth2: {
      type: 'oauth2',
      description: SECURITY_WORDS.oauth2[language],
      flows: {
        clientCredentials: {
          tokenUrl: `${baseUrl}/oauth/token`,
          scopes: Object.fromEntries(SCOPES.map((scope) => [scope, scope])),
        },
      },
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: baseUrl.startsWith('https:') ? '__Host-binome' : 'binome',
      description: SECURITY_WORDS.session[language],
    },
  }
}
