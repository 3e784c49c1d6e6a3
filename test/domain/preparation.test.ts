import { describe, expect, it } from 'vitest'
import {
  exposedRole,
  mayWaive,
  PREPARATION_MS,
  PREPARATION_REASONS,
  preparationReasons,
  toldReasons,
} from '#domain/preparation.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { STARTING_PATHS } from '#domain/starting-path.ts'
import { agreementStarts, iceBreakers } from '#matching/ice-breaker.ts'

const standing = (rank: number | null, isNamed = false) => ({ rank, isNamed })
const nothing = {
  role: 'mentor',
  isExposed: false,
  isException: false,
  coach: undefined,
  frankness: undefined,
} as const

describe('a pair of high exposure (P28)', () => {
  it('is one where the junior faces somebody of a named group', () => {
    const two = { mentor: standing(1), mentee: standing(2, true) }
    expect(exposedRole(two, 'mentee', 4)).toBe('mentor')
  })

  it('is one where the gap in grade is as large as the programme says, and not one rank less', () => {
    expect(exposedRole({ mentor: standing(2), mentee: standing(6) }, 'mentee', 4)).toBe('mentor')
    expect(exposedRole({ mentor: standing(2), mentee: standing(5) }, 'mentee', 4)).toBeNull()
  })

  it('is told from the junior side, whichever way the programme runs', () => {
    const wide = { mentor: standing(9), mentee: standing(2) }
    expect(exposedRole(wide, 'mentor', 4)).toBe('mentee')
    expect(exposedRole(wide, 'mentee', 4)).toBeNull()
    expect(exposedRole(wide, PROGRAMME_KINDS.expert.senior, 4)).toBe('mentee')
    expect(exposedRole({ mentor: standing(1), mentee: standing(8) }, null, 4)).toBe('mentor')
  })

  it('is never guessed where a grade is not known', () => {
    expect(exposedRole({ mentor: standing(null), mentee: standing(9) }, 'mentee', 4)).toBeNull()
    expect(exposedRole({ mentor: standing(1), mentee: standing(null) }, 'mentee', 4)).toBeNull()
  })
})

describe('a talk before session 1 (P29)', () => {
  it('is not asked of anybody whom nothing calls for it', () => {
    expect(preparationReasons(nothing)).toEqual([])
  })

  it('follows from MS6 at 1 or 2, and not at 3', () => {
    const at = (frankness: number) => preparationReasons({ ...nothing, frankness })
    expect([at(1), at(2), at(3)]).toEqual([['frankness'], ['frankness'], []])
  })

  it('follows from a wish for a coach now; a wish for later, or none, holds nothing up', () => {
    const wish = (coach: 'yes' | 'no' | 'later') => preparationReasons({ ...nothing, coach })
    expect([wish('yes'), wish('later'), wish('no')]).toEqual([['wish'], [], []])
  })

  it('is compulsory for both under an exception to the reporting line, and cannot be waived', () => {
    for (const role of ['mentor', 'mentee'] as const) {
      const reasons = preparationReasons({ ...nothing, role, isException: true, isExposed: true })
      expect(reasons).toEqual(['exposure', 'exception'])
      expect(mayWaive(reasons)).toBe(false)
    }
    expect(mayWaive(['exposure', 'wish', 'frankness'])).toBe(true)
  })

  it('is asked of a mentee for what they answered as a mentee only', () => {
    expect(preparationReasons({ ...nothing, role: 'mentee', frankness: 1 })).toEqual([])
    expect(preparationReasons({ ...nothing, role: 'mentee', coach: 'yes' })).toEqual(['wish'])
  })

  it('is due ten days after the pair starts', () => {
    expect(PREPARATION_MS).toBe(10 * 86_400_000)
  })

  it('the team cannot tell a wish from hesitation', () => {
    expect(toldReasons(['wish'])).toEqual(toldReasons(['frankness']))
    expect(toldReasons(PREPARATION_REASONS)).toEqual(['exposure', 'personal', 'exception'])
    expect(JSON.stringify(toldReasons(PREPARATION_REASONS))).not.toMatch(/wish|frank/)
  })
})

describe('what a pair begins with', () => {
  const topic = {
    topic: 'ai-assistants',
    facet: 'usage',
    offered: null,
    near: 1,
    level: 4,
    last: 4,
    today: 1,
    wish: 3,
  } as const
  const shared = {
    topics: [topic],
    reverse: [{ ...topic, topic: 'negotiation' }],
    hopes: { senior: 'IM5', junior: 'IR1', fit: 1 },
  }

  it('every kind of programme has a path of three to five modules in both languages (F6, D34)', () => {
    for (const path of Object.values(STARTING_PATHS)) {
      expect(path.length).toBeGreaterThanOrEqual(3)
      expect(path.length).toBeLessThanOrEqual(5)
      for (const { title, text } of path) {
        expect(title.fr).not.toBe(title.en)
        expect(text.fr.length).toBeGreaterThan(100)
        expect(text.en.length).toBeGreaterThan(100)
      }
      expect(path.some((step) => step.before_first && step.role !== 'mentee')).toBe(true)
      expect(path.some((step) => step.before_first && step.role !== 'mentor')).toBe(true)
    }
  })

  it('an expert is shown story, obstacles, what unlocked it (F19), and a young mentor how to stand (D10)', () => {
    expect(STARTING_PATHS.expert.map(({ title }) => title.en)).toContain('Story, obstacles, what unlocked it')
    expect(STARTING_PATHS.reverse[0]).toMatchObject({ role: 'mentor', before_first: true })
  })

  it('three questions to break the ice, from what the two share (C22)', () => {
    const questions = iceBreakers(shared)
    expect(questions).toHaveLength(3)
    expect(questions[0]?.en).toMatch(/^“.*”: when did this topic last help you/)
    expect(questions[0]?.fr).toMatch(/^«\u00a0/)
    expect(new Set(questions.map(({ en }) => en)).size).toBe(3)
  })

  it('three questions all the same for two who share nothing that was written down', () => {
    const questions = iceBreakers({ topics: [], reverse: [], hopes: null })
    expect(questions).toHaveLength(3)
    for (const { fr } of questions) expect(fr).toMatch(/\u00a0\?$/)
  })

  it('sentences to start an agreement from name the topic and the length of a session (D13)', () => {
    const { aims, rhythm } = agreementStarts(shared, 45)
    expect(aims.en).toMatch(/be able to use “.+” in an everyday situation\. In return, talk about “.+”\.$/)
    expect(rhythm.fr).toContain('45 minutes')
    expect(agreementStarts({ topics: [], reverse: [], hopes: null }, 60).aims.fr).not.toContain('undefined')
  })
})
