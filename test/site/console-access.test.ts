import { describe, expect, it } from 'vitest'
import { KEY_STATES } from '#contract/key.ts'
import { OPERATIONS } from '#contract/operations.ts'
import { LANGUAGES } from '#domain/language.ts'
import { SCOPES, type Scope, STAFF_ROLES } from '#domain/permission.ts'
import { SECURITY_EVENT_TYPES } from '#domain/security-event.ts'
import { whatWasDone, whoDid } from '../../site/src/elements/console-log-line.ts'
import { accessWordsIn } from '../../site/src/words/console-access.ts'
import { scopeGroupsIn, scopeInWords } from '../../site/src/words/console-scopes.ts'
import { teamWordsIn } from '../../site/src/words/console-team.ts'
import { shapeOf, textsOf } from './words-shape.ts'

const both = { access: accessWordsIn, team: teamWordsIn, scopes: scopeGroupsIn }

describe('the pages about access speak both languages', () => {
  it.each(Object.entries(both))('%s: the same keys, French set as French is', (_name, wordsIn) => {
    expect(shapeOf(wordsIn('en'))).toEqual(shapeOf(wordsIn('fr')))
    for (const text of textsOf(wordsIn('fr'))) {
      const said = text.replaceAll(/«\u00a0[^»]+\u00a0»/g, '').replaceAll(/\b[a-z-]+:(read|write)\b/g, '')
      expect(said, text).not.toMatch(/[ \p{L}][:;?!](\s|$)|[«»']|!/u)
    }
    for (const text of textsOf(wordsIn('en'))) expect(text).not.toMatch(/[ \u00a0][:;?!](\s|$)|'/u)
  })

  it('each state of a key and each role of the team has its word', () => {
    for (const language of LANGUAGES) {
      const { roles, sees } = teamWordsIn(language).team
      expect(Object.keys(accessWordsIn(language).keys.state).sort()).toEqual([...KEY_STATES].sort())
      expect(Object.keys(roles)).toEqual([...STAFF_ROLES])
      expect(Object.keys(sees)).toEqual([...STAFF_ROLES])
    }
  })
})

describe('the scopes that a key may have are told in plain words', () => {
  const offered = scopeGroupsIn('fr').flatMap(({ scopes }) => scopes.map(([scope]) => scope))

  it('each is offered once, the same in both languages, and exists', () => {
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered.filter((scope) => !SCOPES.includes(scope))).toEqual([])
    expect(scopeGroupsIn('en').flatMap(({ scopes }) => scopes.map(([scope]) => scope))).toEqual(offered)
  })

  it('every scope that opens a described door is offered', () => {
    const asked = new Set(OPERATIONS.map(({ who }) => who as string).filter((who) => who.includes(':')))
    expect(asked.size).toBeGreaterThan(3)
    expect([...asked].filter((scope) => !offered.includes(scope as Scope))).toEqual([])
  })

  it('a key shows what it may do, also where a scope has no words yet', () => {
    expect(scopeInWords('employees:read', 'en')).toBe('Read the list of employees and the reporting line')
    for (const scope of SCOPES) {
      for (const language of LANGUAGES) expect(scopeInWords(scope, language).length).toBeGreaterThan(0)
    }
  })
})

describe('the security log is told in sentences', () => {
  const awa = { id: 'org_a', name: 'awa@armorique.example' }
  const key = { id: 'key_a', name: 'SIRH' }

  it('names who did it, as they are called today', () => {
    expect(whoDid({ actor: awa }, 'fr')).toBe('awa@armorique.example')
    expect(whoDid({ actor: key }, 'fr')).toBe('la clé «\u00a0SIRH\u00a0»')
    expect(whoDid({ actor: { id: 'org_b', name: null } }, 'en')).toBe('somebody who has left the team')
    expect(whoDid({ actor: { id: 'root', name: null } }, 'en')).toBe('the machine that hosts the service')
  })

  it('names what was done, and the role where there is one', () => {
    const told = (
      type: (typeof SECURITY_EVENT_TYPES)[number],
      subject: { id: string; name: string | null },
      data = {},
    ) => LANGUAGES.map((language) => whatWasDone({ type, subject, data }, language))
    expect(told('key.created', key, { scopes: ['scim'] })).toEqual([
      'a créé la clé «\u00a0SIRH\u00a0»',
      'created the key “SIRH”',
    ])
    expect(told('organiser.changed', awa, { role: 'coach' })).toEqual([
      'a changé un rôle\u00a0: awa@armorique.example (accompagnement)',
      'changed a role: awa@armorique.example (coach)',
    ])
    const gone = { id: 'org_b', name: null }
    expect(told('organiser.removed', gone)[0]).toBe('a retiré quelqu’un de l’équipe')
    expect(told('organiser.added', awa)).toContain('added awa@armorique.example to the team')
  })

  it('has a sentence for every kind of event, in both languages', () => {
    for (const type of SECURITY_EVENT_TYPES) {
      for (const language of LANGUAGES) {
        const told = whatWasDone({ type, subject: { id: 'whe_1', name: null }, data: {} }, language)
        expect(told.length, type).toBeGreaterThan(5)
        expect(told).not.toMatch(/undefined|null|\(\)/)
      }
    }
  })
})
