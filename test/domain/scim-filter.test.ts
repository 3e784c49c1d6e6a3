import { describe, expect, it } from 'vitest'
import { parseFilter, sortKey, toSql } from '#contract/scim/filter.ts'
import { ENTERPRISE, refusalOf } from './scim-makers.ts'

const COLUMNS = {
  document: 'attributes',
  paths: { id: 'id', 'meta.created': 'created_at', active: 'active' },
}

function sqlOf(text: string) {
  return toSql(parseFilter(text, 'User'), COLUMNS)
}

describe('a filter that cannot be understood is refused as invalidFilter', () => {
  it.each([
    ['nothing', ''],
    ['a bare name', 'userName'],
    ['no value', 'userName eq'],
    ['an unknown operator', 'userName is "x"'],
    ['an unknown attribute', 'shoeSize eq "x"'],
    ['an unknown part', 'name.nick eq "x"'],
    ['an unknown schema', 'urn:custom:User:x eq "x"'],
    ['a schema alone', `${ENTERPRISE} eq "x"`],
    ['an open quote', 'userName eq "x'],
    ['single quotes', "userName eq 'x'"],
    ['no quotes', 'userName eq x'],
    ['an open parenthesis', '(userName eq "x"'],
    ['an open bracket', 'emails[type eq "work"'],
    ['a parenthesis too many', 'userName eq "x")'],
    ['two expressions', 'userName eq "x" title eq "y"'],
    ['an and without end', 'userName eq "x" and'],
    ['a not in the middle', 'userName eq "x" not title eq "y"'],
    ['brackets on one value', 'name[givenName eq "x"]'],
    ['brackets in brackets', 'emails[emails[type eq "x"]]'],
    ['brackets about another attribute', 'emails[userName eq "x"]'],
    ['a name as a whole', 'name eq "x"'],
    ['more or less of a boolean', 'active gt true'],
    ['a part of a boolean', 'active co "tr"'],
    ['a boolean that is a word', 'active eq "yes"'],
    ['a rank that is a word', 'gradeRank gt "high"'],
    ['an instant that is a word', 'meta.created gt "yesterday"'],
    ['a part of an instant', 'meta.created sw "2026"'],
    ['more than null', 'title gt null'],
    ['NUL', 'title eq "\\u0000"'],
    ['JSON', '{"userName":"x"}'],
    ['SQL', 'userName eq "x"; DROP TABLE people --'],
  ])('%s', (_, text) => {
    expect(refusalOf(() => sqlOf(text))).toMatchObject({ status: 400, scimType: 'invalidFilter' })
  })

  it('what is no text', () => {
    for (const text of [null, undefined, 7, {}, [], true])
      expect(refusalOf(() => parseFilter(text as never, 'User')).scimType).toBe('invalidFilter')
  })

  it('more than 2,000 characters, 20 levels or 50 comparisons', () => {
    const chain = (count: number) => Array.from({ length: count }, () => 'title pr').join(' or ')
    const deep = (depth: number) => `${'('.repeat(depth)}title pr${')'.repeat(depth)}`
    const long = (length: number) => `title eq "${'x'.repeat(length - 11)}"`
    for (const fits of [chain(50), deep(20), long(2000)]) expect(() => sqlOf(fits)).not.toThrow()
    for (const not of [chain(51), deep(21), long(2001), 'not '.repeat(499), '('.repeat(1999)])
      expect(refusalOf(() => sqlOf(not)).scimType).toBe('invalidFilter')
  })

  it('an attribute that is kept nowhere', () => {
    for (const text of [
      'meta.location pr',
      'groups[value eq "x"]',
      'manager.displayName eq "x"',
      'schemas eq "x"',
    ])
      expect(refusalOf(() => sqlOf(text)).scimType, text).toBe('invalidFilter')
  })
})

describe('a filter becomes SQL that splices nothing of the request', () => {
  it('whose values go by parameter, one per comparison', () => {
    const { text, params } = sqlOf(`title eq "x' OR 1=1 --" and not (nickName ew "y") or gradeRank ge -3`)
    expect(text).not.toMatch(/OR 1=1|--/)
    expect(params).toEqual(["x' OR 1=1 --", 'y', -3])
    expect(text.split('?')).toHaveLength(4)
  })

  it('where fifty comparisons are no deeper than a few', () => {
    const { text } = sqlOf(Array.from({ length: 50 }, (_, place) => `title eq "${place}"`).join(' and '))
    let [depth, deepest] = [0, 0]
    for (const character of text) {
      if (character === '(') deepest = Math.max(deepest, (depth += 1))
      if (character === ')') depth -= 1
    }
    expect(deepest).toBeLessThan(12)
  })

  it('where an own column is compared as it is kept, so that an index serves', () => {
    const columns = { document: 'attributes', paths: { userName: { folded: 'user_name_key' } } }
    expect(toSql(parseFilter('userName eq "LÉA"', 'User'), columns)).toEqual({
      text: 'user_name_key = ?',
      params: ['léa'],
    })
  })

  it('where an attribute of groups meets no user, and a dropped one neither', () => {
    for (const text of [
      'members.value eq "x"',
      'photos pr',
      'password eq "x"',
      'name.honorificPrefix eq "Mme"',
    ])
      expect(sqlOf(text)).toEqual({ text: '0', params: [] })
    expect(toSql(parseFilter('userName eq "x"', 'Group'), COLUMNS).text).toBe('0')
  })
})

describe('the values of a filter', () => {
  const paramsOf = (text: string) => sqlOf(text).params

  it('are JSON texts: quotes, backslashes and accents are unescaped', () => {
    expect(paramsOf('title eq "a\\"b\\\\c\\u00e9"')).toEqual(['a"b\\cé'])
    expect(paramsOf('title eq "ends with \\\\" and title eq "x"')).toEqual(['ends with \\', 'x'])
    expect(paramsOf('title eq "DOMAIN\\user"')).toEqual(['DOMAIN\\user'])
    expect(paramsOf('title eq "and (or) [not] $ref"')).toEqual(['and (or) [not] $ref'])
  })

  it('may be booleans as texts, as Entra sends them, whatever their case', () => {
    for (const value of ['true', 'True', '"True"', '"true"'])
      expect(paramsOf(`active eq ${value}`)).toEqual([1])
    expect(paramsOf('roles[primary eq "False"]')).toEqual([0])
  })

  it('may be numbers below zero, with an exponent or as texts, wherever they stand', () => {
    expect(paramsOf('(gradeRank gt -5) and gradeRank lt 1e2 or gradeRank eq "7"')).toEqual([-5, 100, 7])
  })

  it('are instants where the attribute is one, whatever their zone', () => {
    const at = Date.UTC(2026, 2, 1, 7)
    for (const text of ['2026-03-01T07:00:00Z', '2026-03-01T08:00:00.000+01:00', '2026-03-01T07:00Z'])
      expect(paramsOf(`meta.created ge "${text}"`)).toEqual([at])
  })
})

describe('what an attribute is sorted by', () => {
  it('is the attribute, or the value of a complex one', () => {
    expect(sortKey('userName', 'User')).toEqual(['userName'])
    expect(sortKey('NAME.familyname', 'User')).toEqual(['name', 'familyName'])
    expect(sortKey('emails', 'User')).toEqual(['emails', 'value'])
    expect(sortKey(`${ENTERPRISE}:department`, 'User')).toEqual([ENTERPRISE, 'department'])
    expect(sortKey('meta.lastModified', 'Group')).toEqual(['meta', 'lastModified'])
  })

  it('is nothing else', () => {
    for (const sortBy of ['shoeSize', 'name', 'password', ENTERPRISE, ''])
      expect(
        refusalOf(() => sortKey(sortBy, 'User')),
        sortBy,
      ).toMatchObject({ scimType: 'invalidValue' })
  })
})
