import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { parseFilter, type SqlColumns, sortToSql, toSql } from '#contract/scim/filter.ts'
import { readUser, type ScimDocument } from '#contract/scim/user.ts'
import { type Draws, drawBody, draws, ENTERPRISE, OWN } from './scim-makers.ts'

const COLUMNS: SqlColumns = {
  document: 'users.attributes',
  paths: {
    id: 'users.id',
    userName: { folded: 'users.user_name_key' },
    active: 'users.active',
    'meta.created': 'users.created_at',
  },
  rows: {
    groups: {
      from: 'memberships',
      where: 'memberships.user_id = users.id',
      paths: { value: 'memberships.group_id', display: 'memberships.display' },
    },
  },
}

interface Kept {
  id: string
  document: ScimDocument
  createdAt: number
  groups: { value: string; display: string }[]
}

/** What a filter says, drawn at random, with the text that says it. */
type Node =
  | { op: 'and' | 'or'; of: Node[] }
  | { op: 'not'; of: Node }
  | { op: 'some'; list: string; of: Node }
  | { op: string; path: string; value?: unknown }

interface Field {
  path: string
  kind: 'text' | 'exact' | 'boolean' | 'number' | 'instant'
}

const FIELDS: Field[] = [
  { path: 'userName', kind: 'text' },
  { path: 'id', kind: 'exact' },
  { path: 'externalId', kind: 'exact' },
  { path: 'title', kind: 'text' },
  { path: 'profileUrl', kind: 'exact' },
  { path: 'name.familyName', kind: 'text' },
  { path: 'active', kind: 'boolean' },
  { path: 'meta.created', kind: 'instant' },
  { path: `${ENTERPRISE}:department`, kind: 'text' },
  { path: `${ENTERPRISE}:manager.value`, kind: 'exact' },
  { path: `${OWN}:gradeRank`, kind: 'number' },
  { path: 'emails.value', kind: 'text' },
  { path: 'emails.primary', kind: 'boolean' },
  { path: 'phoneNumbers.type', kind: 'text' },
  { path: 'groups.value', kind: 'exact' },
]
const PARTS: Field[] = [
  { path: 'value', kind: 'text' },
  { path: 'type', kind: 'text' },
  { path: 'primary', kind: 'boolean' },
  { path: 'display', kind: 'text' },
]
const WORDS = [
  'a',
  'A',
  'É',
  'é',
  'work',
  'WORK',
  'Achats',
  'u1',
  '1',
  '',
  ' ',
  '%',
  '_',
  "'",
  '"',
  '\\',
  'grp_1',
  '🌍',
]

function drawNode(draw: Draws, depth: number, fields = FIELDS): Node {
  const turn = depth === 0 ? 9 : draw.below(10)
  if (turn < 2)
    return { op: 'and', of: [drawNode(draw, depth - 1, fields), drawNode(draw, depth - 1, fields)] }
  if (turn < 4)
    return { op: 'or', of: [drawNode(draw, depth - 1, fields), drawNode(draw, depth - 1, fields)] }
  if (turn < 5) return { op: 'not', of: drawNode(draw, depth - 1, fields) }
  if (turn < 7 && fields === FIELDS)
    return {
      op: 'some',
      list: draw.pick(['emails', 'roles', 'addresses']),
      of: drawNode(draw, 1, PARTS.slice(1, 3)),
    }
  return drawComparison(draw, draw.pick(fields))
}

function drawComparison(draw: Draws, { path, kind }: Field): Node {
  if (draw.some(0.15)) return { op: 'pr', path }
  const order = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']
  if (kind === 'boolean') return { op: draw.pick(['eq', 'ne']), path, value: draw.some(0.5) }
  if (kind === 'number') return { op: draw.pick(order), path, value: draw.below(40) - 20 }
  if (kind === 'instant')
    return { op: draw.pick(order), path, value: new Date(draw.below(50) * 1000).toISOString() }
  return { op: draw.pick([...order, 'co', 'sw', 'ew']), path, value: draw.pick(WORDS) + draw.pick(WORDS) }
}

function textOf(node: Node): string {
  if ('path' in node)
    return `${node.path} ${node.op}${node.op === 'pr' ? '' : ` ${JSON.stringify(node.value)}`}`
  if (node.op === 'some') return `${node.list}[${textOf(node.of)}]`
  if (node.op === 'not') return `not (${textOf(node.of as Node)})`
  return `(${(node.of as Node[]).map(textOf).join(` ${node.op} `)})`
}

const lowerAscii = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

function holds(node: Node, kept: Kept, element: ScimDocument | null = null): boolean {
  if ('path' in node) return compares(node, kept, element)
  if (node.op === 'some')
    return ((kept.document[node.list] ?? []) as ScimDocument[]).some((one) => holds(node.of, kept, one))
  if (node.op === 'not') return !holds(node.of as Node, kept, element)
  const of = (node.of as Node[]).map((one) => holds(one, kept, element))
  return node.op === 'and' ? of.every(Boolean) : of.some(Boolean)
}

function compares(
  node: { op: string; path: string; value?: unknown },
  kept: Kept,
  element: ScimDocument | null,
) {
  if (element) {
    const part = PARTS.find(({ path }) => path === node.path)!
    return compare(node.op, element[node.path], node.value, part.kind)
  }
  const { kind } = FIELDS.find(({ path }) => path === node.path)!
  const [list, sub = ''] = node.path.split('.')
  const many = list === 'groups' ? kept.groups : kept.document[list!]
  if (['emails', 'phoneNumbers', 'groups'].includes(list!))
    return ((many ?? []) as ScimDocument[]).some((one) => compare(node.op, one[sub], node.value, kind))
  if (node.path === 'userName') return compareFolded(node, kept)
  return compare(node.op, valueAt(node.path, kept), node.value, kind)
}

/** The column of the userName knows the case of every letter. */
function compareFolded(node: { op: string; value?: unknown }, kept: Kept) {
  const value = node.value === undefined ? undefined : String(node.value).normalize('NFC').toLowerCase()
  return compare(node.op, String(kept.document.userName).normalize('NFC').toLowerCase(), value, 'exact')
}

function valueAt(path: string, { id, document, createdAt }: Kept): unknown {
  if (path === 'id') return id
  if (path === 'meta.created') return createdAt
  const urn = [ENTERPRISE, OWN].find((one) => path.startsWith(one))
  const holder = urn ? document[urn] : document
  const names = (urn ? path.slice(urn.length + 1) : path).split('.')
  return names.reduce((value: any, name) => value?.[name], holder)
}

function compare(op: string, have: unknown, want: unknown, kind: Field['kind']): boolean {
  if (op === 'pr') return have !== undefined && have !== ''
  if (have === undefined) return op === 'ne'
  const fold = (value: unknown) => (kind === 'text' ? lowerAscii(String(value)) : value)
  const [left, right] = [fold(have), kind === 'instant' ? Date.parse(String(want)) : fold(want)]
  const order =
    typeof left === 'string'
      ? Buffer.compare(Buffer.from(left), Buffer.from(String(right)))
      : Number(left) - Number(right)
  if (op === 'co') return String(left).includes(String(right))
  if (op === 'sw') return String(left).startsWith(String(right))
  if (op === 'ew') return String(left).endsWith(String(right))
  return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[
    op
  ]!
}

function drawKept(draw: Draws, place: number): Kept {
  const body = { ...drawBody(draw), userName: draw.pick(WORDS) + place, title: draw.pick([...WORDS, null]) }
  const groups = draw.some(0.5) ? [{ value: 'grp_1', display: 'Achats' }] : []
  return { id: `per_${place}`, document: readUser(body), createdAt: draw.below(50) * 1000, groups }
}

function store(all: Kept[]): DatabaseSync {
  const db = new DatabaseSync(':memory:')
  db.exec(
    'CREATE TABLE users (id TEXT, user_name_key TEXT, active INTEGER, created_at INTEGER, attributes TEXT)',
  )
  db.exec('CREATE TABLE memberships (user_id TEXT, group_id TEXT, display TEXT)')
  for (const { id, document, createdAt, groups } of all) {
    const key = String(document.userName).normalize('NFC').toLowerCase()
    db.prepare('INSERT INTO users VALUES (?, ?, ?, ?, ?)').run(
      id,
      key,
      Number(document.active),
      createdAt,
      JSON.stringify(document),
    )
    for (const { value, display } of groups)
      db.prepare('INSERT INTO memberships VALUES (?, ?, ?)').run(id, value, display)
  }
  return db
}

describe('the SQL of a filter finds whom a plain reading of the filter finds', () => {
  it('in 3,000 drawn filters over 60 drawn users', () => {
    const draw = draws(20260301)
    const all = Array.from({ length: 60 }, (_, place) => drawKept(draw, place))
    const db = store(all)
    let [found, missed] = [0, 0]
    for (let turn = 0; turn < 3000; turn += 1) {
      const node = drawNode(draw, 3)
      const text = textOf(node)
      const { text: where, params } = toSql(parseFilter(text, 'User'), COLUMNS)
      const rows = db.prepare(`SELECT id FROM users WHERE ${where}`).all(...params)
      const expected = all.filter((kept) => holds(node, kept)).map(({ id }) => id)
      expect(
        rows.map(({ id }) => id),
        text,
      ).toEqual(expected)
      if (expected.length > 0 && expected.length < all.length) found += 1
      else missed += 1
    }
    // Most filters part the users; otherwise nothing would be tested.
    expect(found).toBeGreaterThan(missed)
  })

  it('in the filters that Okta, Entra and the standard write', () => {
    const lea = readUser({
      userName: 'Léa@Armor.example',
      externalId: 'X1',
      active: false,
      title: 'Tour Guide',
      emails: [
        { type: 'work', value: 'lea@armor.example', primary: true },
        { type: 'other', value: 'lea@other.example' },
      ],
      roles: [{ primary: true, value: 'admin' }],
      [ENTERPRISE]: { manager: { value: 'per_9', $ref: '../Users/per_9' }, employeeNumber: '701984' },
    })
    const db = store([
      {
        id: 'per_1',
        document: lea,
        createdAt: Date.UTC(2026, 2, 1),
        groups: [{ value: 'grp_1', display: 'A' }],
      },
    ])
    const isFound = (filter: string) => {
      const { text, params } = toSql(parseFilter(filter, 'User'), COLUMNS)
      return db.prepare(`SELECT id FROM users WHERE ${text}`).all(...params).length === 1
    }
    const met = [
      'userName eq "LÉA@armor.EXAMPLE"',
      'USERNAME Eq "léa@armor.example"',
      'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "léa"',
      'externalId eq "X1"',
      'id eq "per_1" and manager eq "per_9"',
      'manager eq "per_9" and id eq "per_1"',
      `${ENTERPRISE}:manager.$ref ew "/per_9"`,
      `${ENTERPRISE}:employeeNumber eq 701984`,
      'emails[type eq "work"].value eq "LEA@armor.example"',
      'emails[type eq "work" and value co "@armor"]',
      'emails co "other.example"',
      'roles[primary eq "True"].value eq "admin"',
      'roles[primary eq "True"].value pr',
      'active eq "False"',
      'active eq false',
      'title pr and not (nickName pr)',
      'title pr and userType eq "Employee" or title co "guide"',
      'meta.created lt "2026-03-01T08:00:00+07:00" or meta.created ge "2026-03-01T01:00:00+01:00"',
      'groups.value eq "grp_1"',
      'groups pr',
      'name.givenName eq null',
      'name.givenName ne "x"',
      'title ne null',
      'emails.value ne "lea@armor.example"',
    ]
    const missed = [
      'externalId eq "x1"',
      'emails[type eq "work"].value eq "lea@other.example"',
      'emails[type eq "home"].value pr',
      'manager eq "PER_9"',
      'active ne "False"',
      'name pr',
      'title eq null',
      'not (title pr)',
      'meta.created gt "2026-03-01T01:00:00+01:00"',
      'groups[value eq "grp_2"]',
      'userName eq "%"',
      'photos pr',
    ]
    for (const filter of met) expect(isFound(filter), filter).toBe(true)
    for (const filter of missed) expect(isFound(filter), filter).toBe(false)
  })
})

describe('users sorted by an attribute', () => {
  it('whatever the case; of several values the primary one counts, else the first', () => {
    const emails = [
      [{ value: 'B@y.fr' }, { value: 'a@y.fr' }],
      [{ value: 'z@y.fr' }, { value: 'a@y.fr', primary: true }],
      [{ value: 'c@y.fr', primary: true }],
    ]
    const all = emails.map((list, place) => ({
      id: `per_${place}`,
      document: readUser({ userName: `u${place}`, title: ['b', 'C', 'a'][place], emails: list }),
      createdAt: -place,
      groups: [],
    }))
    const db = store(all)
    const sorted = (sortBy: string) =>
      db
        .prepare(`SELECT id FROM users ORDER BY ${sortToSql(sortBy, 'User', COLUMNS)}`)
        .all()
        .map(({ id }) => id)
    expect(sorted('title')).toEqual(['per_2', 'per_0', 'per_1'])
    expect(sorted('emails')).toEqual(['per_1', 'per_0', 'per_2'])
    expect(sorted('meta.created')).toEqual(['per_2', 'per_1', 'per_0'])
    expect(sorted('userName')).toEqual(['per_0', 'per_1', 'per_2'])
  })
})
