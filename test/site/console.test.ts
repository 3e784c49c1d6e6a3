import { describe, expect, it } from 'vitest'
import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { STARTING_WEIGHTS, WEIGHT_PRESETS } from '#domain/criterion.ts'
import { fromWallClock, toWallClock } from '#domain/local-time.ts'
import { problemOf } from '../../site/src/api-error.ts'
import type { NamedWaiting, PairShown, ParticipantShown, ProgrammeBody } from '../../site/src/api-shapes.ts'
import {
  groupWaiting,
  readSort,
  searchRows,
  sortRows,
  writeSort,
} from '../../site/src/elements/console-arrange.ts'
import { guardFormula, toCsv } from '../../site/src/elements/console-csv.ts'
import { followDefaults, newDraft } from '../../site/src/elements/console-defaults.ts'
import {
  changesBetween,
  FIELDS,
  fieldFor,
  fromDraft,
  toDraft,
} from '../../site/src/elements/console-draft.ts'
import {
  accordOf,
  meanPoints,
  sharePoints,
  writeDay,
  writeInstant,
} from '../../site/src/elements/console-figures.ts'
import { addMonths } from '../../site/src/elements/console-instant.ts'
import { countProgramme, nextRound } from '../../site/src/elements/console-schedule.ts'
import { toSlug } from '../../site/src/elements/console-slug.ts'
import { runStateOf } from '../../site/src/elements/console-state.ts'
import {
  balanceWeights,
  isWholeWeight,
  sumWeights,
  weightsDraft,
} from '../../site/src/elements/console-weighing.ts'
import { consoleWordsIn } from '../../site/src/words/console.ts'
import { consoleFormWordsIn, STARTING_CHARTER } from '../../site/src/words/console-form.ts'
import { shapeOf, textsOf } from './words-shape.ts'

const NOW = Date.parse('2026-11-21T10:00:00Z')

function makeProgramme(over: Partial<ProgrammeShown> = {}): ProgrammeShown {
  const words = { name: 'Regards', summary: 'Une phrase.', aims: '', audience: '', charter: '' }
  return {
    id: 'prg_1',
    slug: 'regards',
    kind: 'reverse',
    objectives: ['tools'],
    words: { fr: words, en: { ...words, name: 'Fresh eyes' } },
    time_zone: 'Europe/Paris',
    sign_ups: 'open',
    sign_ups_open_at: '2026-10-01T06:00:00.000Z',
    sign_ups_close_at: null,
    matching_at: '2026-11-10T08:00:00.000Z',
    rematch_days: 14,
    acceptance_days: 7,
    starts_on: '2026-12-01',
    ends_on: '2027-06-01',
    session_minutes: 60,
    preparation_minutes: 30,
    capacity_max: 3,
    seniority_gap: 1,
    experience_gap_years: 3,
    unknown_seniority_allowed: true,
    externals_allowed: false,
    weights: STARTING_WEIGHTS,
    weights_version: 1,
    charter_version: 1,
    notice_version: 1,
    own_questions_version: 0,
    published_at: '2026-10-01T06:00:00.000Z',
    ...over,
  }
}

function makeRun(over: Partial<MatchRunShown> = {}): MatchRunShown {
  return {
    id: 'run_1',
    programme: 'regards',
    round: 1,
    state: 'completed',
    mentors: 3,
    mentees: 4,
    arcs: 9,
    objective: 'coverage',
    matched: 3,
    total: 2_000_000,
    worst: 600_000,
    certified: true,
    failure: null,
    created_at: '2026-11-10T08:00:00.000Z',
    completed_at: '2026-11-10T08:00:04.000Z',
    approved_at: null,
    ...over,
  }
}

function makePerson(
  person: string,
  role: 'mentor' | 'mentee',
  over: Partial<ParticipantShown> = {},
): ParticipantShown {
  const names = { given_name: 'Awa', family_name: person }
  const place = { job_family: 'data', subsidiary: 'Nord', site: 'Brest' }
  return {
    id: `par_${person}_${role}`,
    programme: 'regards-croises',
    person,
    role,
    capacity: 2,
    state: 'active',
    created_at: '2026-03-02T09:00:00.000Z',
    updated_at: '2026-03-02T09:00:00.000Z',
    ...names,
    ...place,
    ...over,
  }
}

describe('an organiser opens an export in a spreadsheet', () => {
  it('finds columns, accents and commas where a French spreadsheet looks for them', () => {
    const file = toCsv(['Nom', 'Points'], [['Élodie; Le Goff', 71.3]], 'fr')
    expect(file).toBe('\uFEFFNom;Points\r\n"Élodie; Le Goff";71,3\r\n')
  })

  it('finds commas between columns in English, and quotes doubled', () => {
    expect(toCsv(['Name'], [['Ann "Nan" O’Brien, Ms'], [null]], 'en')).toBe(
      '\uFEFFName\r\n"Ann ""Nan"" O’Brien, Ms"\r\n\r\n',
    )
  })

  it.each(['=1+1', '+33 6', '-cmd', '@SUM(A1)', ' =1', '＝1', '\t=1', '\u200b=1', '|calc', '%0A'])(
    'a name that would run as a formula is only text: %j',
    (text) => expect(guardFormula(text)).toBe(`'${text}`),
  )

  it.each(['Anne-Sophie', 'O’Brien', 'a=b', '3 places'])('an ordinary name is left as it is: %s', (text) =>
    expect(guardFormula(text)).toBe(text),
  )

  it('a negative number stays a number', () => expect(toCsv(['n'], [[-1.5]], 'en')).toContain('\r\n-1.5\r\n'))
})

describe('the address of a programme comes from its French name', () => {
  it.each([
    ['Mentorat inversé 2026', 'mentorat-inverse-2026'],
    ['Œuvrer à l’été : « ça » commence', 'oeuvrer-a-l-ete-ca-commence'],
    ['  --Données & IA--  ', 'donnees-ia'],
    ['日本', ''],
  ])('%s', (name, slug) => expect(toSlug(name)).toBe(slug))

  it('is cut between words, within what the API takes', () => {
    const slug = toSlug('Programme de mentorat inversé des équipes de la direction générale adjointe')
    expect(slug).toBe('programme-de-mentorat-inverse-des-equipes-de-la-direction')
    expect(toSlug('a'.repeat(90))).toHaveLength(64)
  })
})

describe('a table of people', () => {
  const rows = [
    { name: 'Zoé', score: 2 },
    { name: 'élodie', score: null },
    { name: 'Éric', score: 10 },
    { name: 'awa', score: 2 },
  ]
  const columns = [
    { key: 'name', value: (row: (typeof rows)[number]) => row.name },
    { key: 'score', value: (row: (typeof rows)[number]) => row.score },
  ]
  const names = (sorted: typeof rows) => sorted.map(({ name }) => name)

  it('sorts names as the language does, whatever the accents and capitals', () => {
    expect(names(sortRows(rows, columns[0]!.value, false, 'fr'))).toEqual(['awa', 'élodie', 'Éric', 'Zoé'])
  })

  it('sorts numbers by size, keeps ties in place and puts the unknown last both ways', () => {
    expect(names(sortRows(rows, columns[1]!.value, false, 'fr'))).toEqual(['Zoé', 'awa', 'Éric', 'élodie'])
    expect(names(sortRows(rows, columns[1]!.value, true, 'fr'))).toEqual(['Éric', 'Zoé', 'awa', 'élodie'])
  })

  it('finds every word of a search, without accents', () => {
    expect(names(searchRows(rows, columns, 'ELO'))).toEqual(['élodie'])
    expect(names(searchRows(rows, columns, 'eric 10'))).toEqual(['Éric'])
    expect(searchRows(rows, columns, '  ')).toHaveLength(4)
  })

  it('remembers its order in the address, and ignores a column that it does not have', () => {
    expect(readSort(writeSort({ key: 'score', descending: true }), ['name', 'score'])).toEqual({
      key: 'score',
      descending: true,
    })
    expect(readSort('salary', ['name', 'score'])).toBeNull()
    expect(readSort(null, ['name'])).toBeNull()
  })

  it('gathers those who wait by role and reason, the most numerous first', () => {
    const wait = (
      person: string,
      role: 'mentor' | 'mentee',
      reason: NamedWaiting['reason'],
    ): NamedWaiting => {
      return { person, name: person, role, reason, fr: '', en: '' }
    }
    const groups = groupWaiting([
      wait('a', 'mentor', 'full'),
      wait('b', 'mentee', 'full'),
      wait('c', 'mentee', 'full'),
    ])
    expect(groups.map(({ role, people }) => [role, people.length])).toEqual([
      ['mentee', 2],
      ['mentor', 1],
    ])
  })
})

describe('the points of a pair', () => {
  it('add up, as shown, to the score as shown', () => {
    const points = [183_333, 174_444, 120_555, 100_049, 65_001, 0, 21_617]
    const shown = sharePoints(points)
    const total = points.reduce((a, b) => a + b, 0)
    expect(Math.round(shown.reduce((a, b) => a + b, 0) * 10)).toBe(Math.round(total / 1000))
    for (const [place, point] of points.entries())
      expect(Math.abs(shown[place]! - point / 10_000)).toBeLessThan(0.1)
  })

  it('have a mean per pair, in words, and none where nobody was matched', () => {
    expect(meanPoints(makeRun())).toBeCloseTo(66.67, 1)
    expect(accordOf(meanPoints(makeRun())!)).toBe('strong')
    expect(meanPoints(makeRun({ matched: 0, total: 0 }))).toBeNull()
    expect([0, 35, 50, 65, 80].map(accordOf)).toEqual(['slight', 'fair', 'good', 'strong', 'full'])
  })
})

describe('the hours of a programme are those of its own clock', () => {
  it.each([
    ['2026-01-15T09:00', 'Europe/Paris', '2026-01-15T08:00:00Z'],
    ['2026-07-15T09:00', 'Europe/Paris', '2026-07-15T07:00:00Z'],
    ['2026-07-15T00:30', 'Indian/Reunion', '2026-07-14T20:30:00Z'],
    ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00Z'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00Z'],
  ])('%s in %s', (wall, zone, instant) => expect(fromWallClock(wall, zone)).toBe(instant))

  it('come back as they were typed, and an unfinished hour is none', () => {
    expect(toWallClock('2026-07-15T07:00:00Z', 'Europe/Paris')).toBe('2026-07-15T09:00')
    expect(fromWallClock('', 'Europe/Paris')).toBeNull()
  })

  it('a month after the 31st is the last day of the next', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2026-12-19', 6)).toBe('2027-06-19')
  })

  it('French writes the first of a month as “1er”, in the zone of the programme', () => {
    expect(writeDay('2026-12-01', 'fr')).toBe('1er déc. 2026')
    expect(writeDay('2026-12-11', 'fr')).toBe('11 déc. 2026')
    expect(writeInstant('2026-11-30T23:30:00Z', 'en', 'Europe/Paris')).toContain('1 Dec 2026')
  })
})

describe('the weights of a programme', () => {
  it.each(Object.entries(WEIGHT_PRESETS))('the setting %s is whole', (_name, preset) => {
    expect(isWholeWeight(sumWeights(Object.values(weightsDraft(preset)).map(Number)))).toBe(true)
  })

  it('are brought back to 100 in the same proportions, to the tenth of a point', () => {
    const balanced = balanceWeights([40, 17.4, 17.4, 17.4, 13, 8.7, 4.3])
    expect(sumWeights(balanced)).toBe(100)
    expect(Math.abs(balanced[0]! - 4000 / 118.2)).toBeLessThan(0.1)
    expect(sumWeights(balanceWeights([0, 0, 0, 0, 0, 0, 0]))).toBe(100)
  })

  it('are refused half a point away from 100', () => {
    expect(isWholeWeight(99.4)).toBe(false)
    expect(isWholeWeight(99.9)).toBe(true)
  })
})

describe('the form of a programme', () => {
  it('gives back the programme it was filled from', () => {
    const programme = makeProgramme()
    expect(changesBetween(toDraft(programme), toDraft(programme))).toEqual({})
    const body = fromDraft(toDraft(programme))
    expect(body).toMatchObject({
      kind: 'reverse',
      weights: STARTING_WEIGHTS,
      rematch_days: 14,
      ends_on: '2027-06-01',
    })
    expect(Date.parse(body.matching_at as string)).toBe(Date.parse(programme.matching_at as string))
  })

  it('sends only what changed, and never the address', () => {
    const before = toDraft(makeProgramme())
    const after = { ...before, '/slug': 'other', '/acceptance_days': '10', '/rematch_days': '' }
    expect(changesBetween(before, after)).toEqual({ acceptance_days: 10, rematch_days: null })
  })

  it('keeps a summary on one line, and the lines of a charter', () => {
    const draft = {
      ...toDraft(makeProgramme()),
      '/words/fr/summary': 'Une\n phrase.',
      '/words/fr/charter': 'a\nb',
    }
    expect((fromDraft(draft).words as ProgrammeBody['words']).fr).toMatchObject({
      summary: 'Une phrase.',
      charter: 'a\nb',
    })
  })

  it('starts a new programme with every field, in the order in which things happen', () => {
    const draft = newDraft('reverse', '2026-11-21', STARTING_CHARTER)
    expect(Object.keys(draft).sort()).toEqual(Object.keys(FIELDS).sort())
    const { sign_ups_open_at, matching_at, starts_on, ends_on } = fromDraft(draft)
    expect([sign_ups_open_at, matching_at]).toEqual(['2026-11-21T07:00:00Z', '2026-12-12T08:00:00Z'])
    expect([starts_on, ends_on]).toEqual(['2026-12-19', '2027-06-19'])
  })

  it('follows the kind where nobody had chosen otherwise', () => {
    const before = newDraft('reverse', '2026-11-21', STARTING_CHARTER)
    const chosen = { ...before, '/preparation_minutes': '45', '/kind': 'expert' }
    expect(followDefaults(chosen, before)).toMatchObject({
      '/session_minutes': '210',
      '/preparation_minutes': '45',
      '/externals_allowed': 'on',
      '/ends_on': '2027-01-19',
    })
  })

  it('moves the end with the beginning, unless the end was chosen', () => {
    const before = newDraft('reverse', '2026-11-21', STARTING_CHARTER)
    expect(followDefaults({ ...before, '/starts_on': '2027-01-10' }, before)['/ends_on']).toBe('2027-07-10')
    const chosen = { ...before, '/ends_on': '2027-04-01' }
    expect(followDefaults({ ...chosen, '/starts_on': '2027-01-10' }, chosen)['/ends_on']).toBe('2027-04-01')
  })

  it('records what was done about the works council, and only what goes with it', () => {
    const draft = {
      ...toDraft(makeProgramme()),
      '/works_council/on': '2026-09-15',
      '/works_council/reason': 'Douze personnes.',
    }
    const recorded = (state: string) => fromDraft({ ...draft, '/works_council/state': state }).works_council
    expect(recorded('')).toBeNull()
    expect(recorded('consulted')).toEqual({ state: 'consulted', on: '2026-09-15' })
    expect(recorded('not-needed')).toEqual({ state: 'not-needed', reason: 'Douze personnes.' })
    expect(changesBetween(draft, { ...draft, '/works_council/state': 'consulted' })).toEqual({
      works_council: { state: 'consulted', on: '2026-09-15' },
    })
    const works_council = { state: 'not-needed', reason: 'Douze personnes.' } as const
    expect(
      changesBetween(
        toDraft({ ...makeProgramme(), works_council }),
        toDraft({ ...makeProgramme(), works_council }),
      ),
    ).toEqual({})
  })

  it('sends what a programme adds to the notice on personal data', () => {
    const before = toDraft(makeProgramme())
    const changes = changesBetween(before, {
      ...before,
      '/words/fr/notice': 'Une photo de groupe, si vous le voulez bien.',
    })
    expect((changes.words as ProgrammeBody['words']).fr.notice).toBe(
      'Une photo de groupe, si vous le voulez bien.',
    )
  })

  it('starts from a charter of listening, patience and an open mind (P35)', () => {
    for (const word of ['écoute', 'patience', 'esprit ouvert']) expect(STARTING_CHARTER.fr).toContain(word)
    for (const word of ['listen', 'patience', 'mind open']) expect(STARTING_CHARTER.en).toContain(word)
  })

  it('leads each refusal to its field, or to the group that holds it', () => {
    const known = ['/words/fr/name', '/objectives', '/weights', '/slug']
    expect(fieldFor('/words/fr/name', known)).toBe('/words/fr/name')
    expect(fieldFor('/objectives/0', known)).toBe('/objectives')
    expect(fieldFor('/words', known)).toBe('/words/fr/name')
    expect(fieldFor('', known)).toBeNull()
    expect(fieldFor('/elsewhere', known)).toBeNull()
  })
})

describe('the first screen of the console', () => {
  const pair = { state: 'active' } as PairShown

  it('counts a person once, places of mentors only, and nobody who withdrew', () => {
    const participants = [
      makePerson('a', 'mentor'),
      makePerson('a', 'mentee'),
      makePerson('b', 'mentee'),
      makePerson('c', 'mentor', { state: 'withdrawn' }),
    ]
    const runs = [
      makeRun({ id: 'run_2', round: 2, matched: 4 }),
      makeRun({ approved_at: '2026-11-11T08:00:00Z' }),
    ]
    const counts = countProgramme({ participants, runs, pairs: [pair, { ...pair, state: 'ended' }] })
    expect(counts).toEqual({
      candidates: 2,
      mentors: 1,
      mentees: 2,
      places: 2,
      matched: 7,
      awaiting: 4,
      pairs: 1,
    })
  })

  it('knows when people are matched next', () => {
    const programme = makeProgramme()
    expect(nextRound(programme, [], Date.parse('2026-11-01T00:00:00Z'))).toBe('2026-11-10T08:00:00.000Z')
    expect(nextRound(programme, [makeRun()], NOW)).toBe('2026-11-24T08:00:00.000Z')
    expect(nextRound(makeProgramme({ rematch_days: null }), [makeRun()], NOW)).toBeNull()
    expect(nextRound(makeProgramme({ matching_at: null }), [], NOW)).toBeNull()
    expect(nextRound(makeProgramme({ ends_on: '2026-11-23' }), [makeRun()], NOW)).toBeNull()
  })

  it('believes the newest run when the clock of the browser is behind', () => {
    const ahead = makeRun({ created_at: '2026-12-09T08:00:00.000Z' })
    expect(nextRound(makeProgramme(), [ahead], NOW)).toBe('2026-12-22T08:00:00.000Z')
  })

  it('calls a run to be approved, approved, or without a pair', () => {
    expect(runStateOf(makeRun())).toBe('completed')
    expect(runStateOf(makeRun({ approved_at: '2026-11-11T08:00:00Z' }))).toBe('approved')
    expect(runStateOf(makeRun({ matched: 0 }))).toBe('nobody')
    expect(runStateOf(makeRun({ state: 'failed', matched: null }))).toBe('failed')
  })
})

describe('a call that fails', () => {
  it('speaks with the words of the API and names the fields', () => {
    const errors = [{ pointer: '/slug', detail: 'Déjà pris.' }]
    const text = JSON.stringify({
      type: '/fr/problems/conflict/',
      title: 'Conflit',
      detail: 'Choisissez-en un autre.',
      errors,
    })
    expect(problemOf(409, text, 'fr')).toMatchObject({
      status: 409,
      kind: 'conflict',
      message: 'Choisissez-en un autre.',
      errors,
    })
  })

  it.each(['<html>502</html>', '', 'null', '{"detail": 3}'])(
    'has plain words for an answer that is no problem: %s',
    (text) => {
      const problem = problemOf(502, text, 'en')
      expect(problem.kind).toBe('unavailable')
      expect(problem.message).toContain('Nothing is lost')
    },
  )
})

describe('the console speaks both languages', () => {
  const both = { console: consoleWordsIn, form: consoleFormWordsIn }

  it.each(Object.entries(both))('%s: the same keys, French set as French is', (_name, wordsIn) => {
    expect(shapeOf(wordsIn('en'))).toEqual(shapeOf(wordsIn('fr')))
    for (const text of textsOf(wordsIn('fr'))) {
      const said = text.replaceAll(/«\u00a0[^»]+\u00a0»/g, '')
      expect(said, text).not.toMatch(/[ \p{L}][:;?!](\s|$)|[«»']|!/u)
    }
  })

  it('counts in words, none and one in the singular in French', () => {
    const [fr, en] = [consoleWordsIn('fr'), consoleWordsIn('en')]
    expect([0, 1, 2].map(fr.finder.count)).toEqual(['0\u00a0résultat', '1\u00a0résultat', '2\u00a0résultats'])
    expect([0, 1, 2].map(en.finder.count)).toEqual(['0 results', '1 result', '2 results'])
  })
})
