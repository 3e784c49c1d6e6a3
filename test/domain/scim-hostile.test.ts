import { describe, expect, it } from 'vitest'
import { ScimError } from '#contract/scim/error.ts'
import { parseFilter, sortKey, toSql } from '#contract/scim/filter.ts'
import { readGroup } from '#contract/scim/group.ts'
import { readListQuery } from '#contract/scim/list.ts'
import { patchUser, readGroupPatch } from '#contract/scim/patch.ts'
import { project } from '#contract/scim/projection.ts'
import { employeeFromUser, overlay, readUser, showUser } from '#contract/scim/user.ts'
import { type Draws, draws, ENTERPRISE, OWN, provisioned, writable } from './scim-makers.ts'

const NAMES = [
  ...writable().map(({ path }) => path),
  'schemas',
  'id',
  'meta',
  'groups',
  'members',
  'members[value eq "x"]',
  'password',
  'value',
  'type',
  'primary',
  '$ref',
  'op',
  'path',
  'Operations',
  'emails[type eq "work"].value',
  'emails.value',
  'manager.value',
  ENTERPRISE,
  OWN,
  'urn:ietf:params:scim:schemas:core:2.0:User',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '.',
  '..',
  'a.b.c.d',
  '[',
  ']',
  '][',
  'emails[',
  'emails[]',
  'emails[type]',
  ':',
  'urn:',
  'filter',
  'sortBy',
  'count',
  'cursor',
  'attributes',
  'startIndex',
  'displayName',
  'externalId',
]
const SCALARS = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  9e15,
  '',
  ' ',
  'x',
  'True',
  'false',
  'add',
  'Replace',
  'remove',
  'work',
  'home',
  '\u0000',
  '\ud800',
  '\u202e',
  '🌍',
  'x'.repeat(3000),
  '__proto__',
  'userName',
  'title eq "x"',
  '2026-03-01',
  '\\',
  '"',
]

/** JSON of no shape in particular, which likes the names that SCIM knows. */
function drawJson(draw: Draws, depth: number): unknown {
  const turn = depth === 0 ? 0 : draw.below(5)
  if (turn < 2) return draw.some(0.3) ? draw.pick(NAMES) : draw.pick(SCALARS)
  if (turn < 3) return Array.from({ length: draw.below(4) }, () => drawJson(draw, depth - 1))
  const entries = Array.from({ length: draw.below(5) }, () => [draw.pick(NAMES), drawJson(draw, depth - 1)])
  return JSON.parse(
    `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`,
  )
}

function drawPatch(draw: Draws): unknown {
  const operation = () => ({
    op: draw.pick(['add', 'Replace', 'remove', 'Remove', 'x']),
    ...(draw.some(0.8) ? { path: draw.pick(NAMES) } : {}),
    ...(draw.some(0.9) ? { value: drawJson(draw, 3) } : {}),
  })
  return { Operations: Array.from({ length: 1 + draw.below(3) }, operation) }
}

/** Whether something came out; fails where anything but a ScimError is thrown. */
function survives(call: () => unknown): boolean {
  try {
    call()
    return true
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    expect(error.status).toBeGreaterThanOrEqual(400)
    expect(error.status).toBeLessThan(500)
    expect(error.detail.length).toBeLessThan(600)
    return false
  }
}

const FACTS = {
  id: 'per_1',
  externalId: null,
  version: 1,
  createdAt: 0,
  updatedAt: 0,
  baseUrl: '',
  groups: [],
  managerName: 'x',
}

describe('whatever is sent, the answer is a result or a ScimError', () => {
  it('users: 6,000 bodies, and what is kept can be read back and shown', () => {
    const draw = draws(1)
    let kept = 0
    for (let turn = 0; turn < 6000; turn += 1) {
      const body = drawJson(draw, 4)
      const named =
        draw.some(0.7) && typeof body === 'object' ? { ...body, userName: 'a', schemas: [] } : body
      if (
        survives(() => {
          const document = readUser(named)
          expect(readUser(document)).toEqual(document)
          const person = employeeFromUser(document, null)
          expect(overlay(document, person)).toEqual(document)
          project(showUser(document, FACTS), {
            attributes: draw.pick(NAMES),
            excludedAttributes: draw.pick(NAMES),
          })
        })
      )
        kept += 1
    }
    expect(kept).toBeGreaterThan(300)
  })

  it('patches: 8,000 bodies on a user, and the result is a document that a PUT would keep', () => {
    const draw = draws(2)
    const before = provisioned()
    const copy = structuredClone(before)
    let done = 0
    for (let turn = 0; turn < 8000; turn += 1) {
      const body = draw.some(0.9) ? drawPatch(draw) : drawJson(draw, 4)
      if (
        survives(() => {
          const after = patchUser(before, body)
          expect(readUser({ active: after.active ?? true, ...after })).toEqual({
            active: after.active ?? true,
            ...after,
          })
        })
      )
        done += 1
    }
    expect(before).toEqual(copy)
    expect(done).toBeGreaterThan(800)
  })

  it('groups, lists and sorting: 4,000 bodies', () => {
    const draw = draws(3)
    for (let turn = 0; turn < 4000; turn += 1) {
      const body = drawJson(draw, 4)
      survives(() => readGroup(body))
      survives(() => readGroupPatch(draw.some(0.5) ? drawPatch(draw) : body))
      survives(() => readListQuery((body ?? {}) as Record<string, unknown>))
      survives(() => sortKey(draw.pick(NAMES), 'Group'))
    }
  })

  it('filters: 8,000 texts', () => {
    const draw = draws(4)
    const words = [
      ...NAMES,
      'and',
      'or',
      'not',
      'eq',
      'pr',
      'co',
      '(',
      ')',
      '[',
      ']',
      '"x"',
      '"',
      '5',
      '-5',
      'true',
      '\\',
      '$',
    ]
    const columns = { document: 'attributes', paths: {} }
    let understood = 0
    for (let turn = 0; turn < 8000; turn += 1) {
      const text = draw.some(0.5)
        ? Array.from({ length: 1 + draw.below(8) }, () => draw.pick(words)).join(draw.pick([' ', ' ', '']))
        : `${draw.pick(NAMES)} ${draw.pick(['eq', 'pr', 'co', 'gt'])} ${JSON.stringify(draw.pick(SCALARS))}`
      if (survives(() => toSql(parseFilter(text, draw.pick(['User', 'Group'])), columns))) understood += 1
    }
    expect(understood).toBeGreaterThan(400)
  })

  it('JSON nested 100,000 deep where nothing is read', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    for (const body of [deep, { userName: deep }, { userName: 'a', x: deep, emails: deep, name: deep }]) {
      survives(() => readUser(body))
      survives(() => readGroup({ displayName: 'A', members: deep, x: deep }))
      survives(() =>
        patchUser(provisioned(), { Operations: [{ op: 'add', path: 'emails', value: deep }, deep] }),
      )
    }
  })
})
