import { describe, expect, test } from 'vitest'
import { sayLost, sayWon } from '#matching/change-words.ts'
import { compareRuns, type RunTrace } from '#matching/changes.ts'
import { pairKey } from '#matching/member.ts'

/** A run from its pairs, as `mentor mentee score`, and pairs that would have been possible. */
function run(
  pairs: string[],
  others: string[] = [],
  waiting: Record<string, string> = {},
  scoring = '1',
): RunTrace {
  const read = (text: string) => {
    const [mentor, mentee, score = '500000'] = text.split(' ')
    return { mentor: mentor!, mentee: mentee!, score: Number(score) }
  }
  const [made, possible] = [pairs.map(read), [...pairs, ...others].map(read)]
  return {
    pairs: made,
    mentors: new Set(possible.map(({ mentor }) => mentor)),
    mentees: new Set([...possible.map(({ mentee }) => mentee), ...Object.keys(waiting)]),
    candidates: new Map(possible.map(({ mentor, mentee, score }) => [pairKey(mentor, mentee), score])),
    waiting: new Map(Object.entries(waiting)),
    scoring,
  }
}

describe('a run compared with the one before', () => {
  test('of the same pairs shows no change, and both scores', () => {
    const changes = compareRuns(run(['Léa Paul 500000']), run(['Léa Paul 600000']))
    expect(changes).toEqual({
      same: [{ mentor: 'Léa', mentee: 'Paul', before: 500_000, after: 600_000 }],
      gone: [],
      new: [],
      rematched: [],
    })
  })

  test('tells who left and who joined', () => {
    const { gone, rematched } = compareRuns(run(['Léa Paul', 'Inès Ana']), run(['Tom Paul'], ['Inès Paul']))
    expect(rematched).toMatchObject([
      {
        mentee: 'Paul',
        from: { mentor: 'Léa', cause: { kind: 'mentor-left' } },
        to: { cause: { kind: 'mentor-joined' } },
      },
    ])
    expect(gone).toMatchObject([{ mentee: 'Ana', cause: { kind: 'mentee-left' }, waiting: null }])
    expect(sayLost(rematched[0]!.from).fr).toBe('Léa ne participe plus.')
    expect(sayWon(rematched[0]!.to).en).toBe('Tom has joined since.')
    expect(sayLost(gone[0]!).en).toBe('Ana no longer takes part.')
  })

  test('tells which pair a rule forbids now, and why the mentee waits', () => {
    const after = run([], ['Léa Ana'], { Paul: 'no-candidate' })
    const { gone } = compareRuns(run(['Léa Paul']), after)
    expect(gone).toMatchObject([{ mentee: 'Paul', cause: { kind: 'forbidden' }, waiting: 'no-candidate' }])
    const { new: won } = compareRuns(run([], ['Léa Ana', 'Inès Paul']), run(['Léa Paul'], ['Inès Ana']))
    expect(won).toMatchObject([{ mentee: 'Paul', cause: { kind: 'allowed' } }])
  })

  test('tells that the scores have changed, by the weights or by the answers', () => {
    const before = run(['Léa Paul 800000'], ['Inès Paul 500000'])
    const after = run(['Inès Paul 700000'], ['Léa Paul 600000'])
    const { rematched } = compareRuns(before, after)
    const [{ from, to }] = rematched as [(typeof rematched)[number]]
    expect(from.cause).toEqual({ kind: 'score', before: 800_000, after: 600_000, changed: 'answers' })
    expect(sayLost(from).fr).toBe(
      'Ce binôme compte moins qu’avant (80\u00a0% → 60\u00a0%)\u00a0: des réponses ont changé.',
    )
    expect(sayWon(to).en).toBe('This pair counts more than before (50% → 70%): answers have changed.')
    const weighed = compareRuns(before, { ...after, scoring: '2' }).rematched[0]!
    expect(sayLost(weighed.from).en).toMatch(/: the criteria weigh differently\.$/)
  })

  test('follows a chain back to the departure that set it off', () => {
    // Tom leaves; Zoé, whom he had, takes Inès; Ana, whom Inès had, takes Léa; Paul is left without.
    const possible = ['Léa Ana', 'Inès Zoé', 'Inès Ana', 'Léa Paul']
    const { gone, rematched } = compareRuns(
      run(['Léa Paul', 'Inès Ana', 'Tom Zoé'], possible),
      run(['Léa Ana', 'Inès Zoé'], possible, { Paul: 'places-taken' }),
    )
    expect(gone[0]!.cause).toEqual({ kind: 'moved', mentee: 'Ana', root: { kind: 'mentor-left' } })
    expect(sayLost(gone[0]!)).toEqual({
      fr: 'La place est allée à Ana, à la suite d’un départ.',
      en: 'The place went to Ana, after somebody left.',
    })
    expect(rematched.find(({ mentee }) => mentee === 'Zoé')!.from.cause).toEqual({ kind: 'mentor-left' })
  })

  test('follows a freed place back to the arrival that set it off', () => {
    // Tom joins and takes Ana, who had Inès; Inès takes Paul, who waited.
    const { new: won } = compareRuns(
      run(['Inès Ana'], ['Inès Paul']),
      run(['Tom Ana', 'Inès Paul'], ['Inès Ana']),
    )
    expect(won).toMatchObject([
      { mentee: 'Paul', cause: { kind: 'moved', mentee: 'Ana', root: { kind: 'mentor-joined' } } },
    ])
    expect(sayWon(won[0]!).fr).toBe('Ana a laissé une place libre, à la suite d’une arrivée.')
  })

  test('calls rearranged what nothing else explains, and ends where two changed places', () => {
    const possible = ['Léa Paul', 'Inès Ana', 'Léa Ana', 'Inès Paul']
    const { rematched } = compareRuns(
      run(['Léa Paul', 'Inès Ana'], possible),
      run(['Léa Ana', 'Inès Paul'], possible),
    )
    expect(rematched).toHaveLength(2)
    for (const { from, to } of rematched) {
      expect([from.cause.kind, to.cause.kind]).toEqual(['moved', 'moved'])
      expect(sayLost(from).en).toMatch(/^The place went to \w+\.$|^The place went to Ana\.$/)
    }
  })

  test('accounts for every pair of both runs exactly once', () => {
    const before = run(['Léa Paul', 'Inès Ana', 'Tom Zoé', 'Tom Max'], ['Inès Paul', 'Léa Zoé'])
    const after = run(['Inès Paul', 'Léa Zoé', 'Tom Max', 'Tom Ana'])
    const { same, gone, new: won, rematched } = compareRuns(before, after)
    expect(same.length + gone.length + rematched.length).toBe(before.pairs.length)
    expect(same.length + won.length + rematched.length).toBe(after.pairs.length)
  })
})
