import { MARK, NASTY_TEXTS } from './hostile-submissions-flaws.ts'
import type { OpenForm, Submission } from './hostile-submissions-make.ts'

/** A door by its method and the pattern of its path. */
export interface Door {
  method: string
  path: string
}

interface Chance {
  random: () => number
  one: <T>(items: readonly T[]) => T
  below: (count: number) => number
}

const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=latin1',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=cut',
  'text/plain',
  'text/csv',
  'text/html',
  'application/xml',
  'image/png',
  'x'.repeat(2_000),
  ';;;',
]

/** Names that the doors of this service give to their fields: a wrong value is only met under a right name. */
// biome-ignore format: a list of words
const NAMES = [
  'about', 'name', 'email', 'phone', 'text', 'language', 'author', 'organisation', 'token', 'code', 'next', 'role',
  'step', 'draft', 'invitation', 'form_token', 'q', 'given_name', 'family_name', 'hr_code', 'consents', 'answers', 'agree',
]

/** The bytes of R6 that no JSON or form is made of, with their type. */
// biome-ignore format: one in a line
const BYTES: [string, string, string | Uint8Array<ArrayBuffer>][] = [
  ['nothing', 'application/json', ''],
  ['bad JSON', 'application/json', '{"role":"mentor"'],
  ['more bad JSON', 'application/json', "{'role':undefined,NaN}"],
  ['nested 200,000 deep', 'application/json', `{"answers":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['nested as deep as is read', 'application/json', `{"answers":${'['.repeat(31_000)}${']'.repeat(31_000)}}`],
  ['opened and never closed', 'application/json', '[{"a":'.repeat(10_000)],
  ['a byte-order mark', 'application/json', '\ufeff{}'],
  ['UTF-16', 'application/json', Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ['broken UTF-8', 'application/json', Uint8Array.from([0x22, 0xc3, 0x28, 0xf0, 0x9f, 0x22])],
  ['zero bytes', 'application/json', new Uint8Array(5_000)],
  ['a megabyte', 'application/json', `{"role":"${'y'.repeat(1_000_000)}"}`],
  ['a megabyte field', 'application/x-www-form-urlencoded', `given_name=${'y'.repeat(1_000_000)}`],
  ['bad percents', 'application/x-www-form-urlencoded', 'role=%&email=%zz&given_name=%ff%fe%00&=&&&%=%'],
  ['no equals', 'application/x-www-form-urlencoded', 'role'],
  ['plus and semicolon', 'application/x-www-form-urlencoded', '+;+=+;role[]=mentor&role[0]=x&role.a=b'],
  ['multipart without end', 'multipart/form-data; boundary=cut', '--cut\r\ncontent-disposition: form-data; name="role"\r\n\r\nmentor'],
  ['multipart without a name', 'multipart/form-data; boundary=cut', '--cut\r\ncontent-disposition: form-data\r\n\r\nx\r\n--cut--\r\n'],
  ['multipart of nothing', 'multipart/form-data; boundary=cut', '--cut--'],
  ['multipart with a file', 'multipart/form-data; boundary=cut', '--cut\r\ncontent-disposition: form-data; name="email"; filename="../../a"\r\ncontent-type: text/html\r\n\r\n<x>\r\n--cut--\r\n'],
  ['multipart of another cut', 'multipart/form-data; boundary=other', '--cut\r\n\r\n--cut--'],
  ['multipart headers of two lines', 'multipart/form-data; boundary=cut', '--cut\r\ncontent-disposition: form-data; name="a\r\nb"\r\n\r\nx\r\n--cut--\r\n'],
  ['no object', 'application/json', '"sign me up"'],
  ['endless numbers', 'application/json', '[1e999,-1e999,9007199254740993]'],
]

const PARTS = [
  '%00',
  '%',
  '%ff%fe',
  '%0d%0aSet-Cookie:%20a=b',
  '..%2f..%2f',
  '__proto__',
  'é',
  `%3C${MARK}%3E`,
  'x'.repeat(3_000),
  "'%20OR%201=1",
  '%F0%9F%92%A3',
  '',
]

const HEADERS: Record<string, string>[] = [
  {},
  {},
  { accept: 'text/html' },
  { 'accept-language': `<${MARK}>,*;q=9e99,-;;;fr-` },
  { 'accept-language': 'x-'.repeat(2_000) },
  { cookie: 'binome=%00; binome-sign-in=%7B%22email%22%3A1%7D; __Host-binome=x' },
  { cookie: `=; ;;; a=${'b'.repeat(3_000)}` },
  { authorization: 'Bearer ???' },
  { authorization: `Basic ${'A'.repeat(3_000)}` },
  { origin: 'https://evil.example' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { 'idempotency-key': `<${MARK}>${'k'.repeat(500)}` },
  { 'if-match': '"\\"' },
  { 'x-forwarded-for': '127.0.0.1', 'x-http-method-override': 'DELETE' },
  { 'content-encoding': 'gzip' },
  { range: 'bytes=9-1' },
]

/** Requests that are wrong as a whole: bytes, types, paths, headers, at the sign-up door and at all others. */
export function makeStrange(
  chance: Chance,
  form: OpenForm,
  doors: readonly Door[],
  email: string,
): Submission {
  const { random, one } = chance
  const headers = one(HEADERS)
  const base = { method: 'POST', fate: 'refused' as const, email: null, answers: null }
  const dice = random()
  if (dice < 0.4) {
    const [what, type, body] = one(BYTES)
    const path =
      random() < 0.6 ? `/api/v1/programmes/${form.slug}/sign-ups` : pathOf(chance, form, one(doors))
    return {
      ...base,
      what,
      path,
      headers: { ...headers, 'content-type': random() < 0.8 ? type : one(TYPES) },
      body,
    }
  }
  if (dice < 0.8) {
    const door = one(doors)
    const path = pathOf(chance, form, door)
    const what = `${door.method} ${door.path}`
    if (door.method === 'GET')
      return { ...base, what, method: 'GET', path: path + queryOf(chance), headers, body: null }
    const { type, body } = fieldsBody(chance, email)
    return { ...base, what, method: door.method, path, headers: { ...headers, 'content-type': type }, body }
  }
  const page = one([
    'mentor',
    'boss',
    'draft/',
    'invitation/',
    'confirmation/',
    'check-your-mail',
    'topics',
    'notice',
  ])
  const language = one(['fr', 'en'])
  const path = `/${language}/programmes/${random() < 0.5 ? form.slug : one(PARTS)}/${page}${one(PARTS)}/`
  return random() < 0.7
    ? { ...base, what: 'a strange page', method: 'GET', path: path + queryOf(chance), headers, body: null }
    : {
        ...base,
        what: 'a page posted to',
        path,
        headers: { ...headers, 'content-type': one(TYPES) },
        body: 'x=1',
      }
}

function pathOf({ random, one }: Chance, form: OpenForm, door: Door): string {
  const part = () => (random() < 0.6 ? form.slug : one(PARTS))
  return `/api/v1${door.path.replace(/:\w+(\{[^}]*\})?/g, part)}`
}

const queryOf = ({ random, one }: Chance): string =>
  random() < 0.5
    ? ''
    : `?${one(['limit', 'cursor', 'q', 'lang', 'kind', 'next', 'after'])}=${one([...PARTS, '-1', '1e9', 'eyJhdCI6Ingi', '//evil.example'])}`

/** Fields with right names and wrong values, as JSON or as a form. */
function fieldsBody({ random, one, below }: Chance, email: string): { type: string; body: string } {
  const values: unknown[] = [
    ...NASTY_TEXTS,
    null,
    true,
    -1,
    [],
    {},
    [[]],
    { $ne: null },
    email,
    'fr',
    'other',
  ]
  const fields = Array.from({ length: 1 + below(8) }, () => [one(NAMES), one(values)] as const)
  if (random() < 0.5) return { type: 'application/json', body: JSON.stringify(Object.fromEntries(fields)) }
  const typed = fields.map(([name, value]) => [name, String(value ?? '').toWellFormed()])
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(typed).toString() }
}
