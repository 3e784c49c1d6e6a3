import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { matchMapping, matchSettings, sheetSettings } from '#contract/match-settings.ts'
import { readSheetFile } from '#contract/sheet-file.ts'
import type { ColumnUse, MatchReport, SheetSettings, SheetTable } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { matchSheets } from '#matching/sheet-report.ts'
import { guessSenior } from '#questionnaire/sheet/guess-senior.ts'
import { applyColumns, gradesIn, guessColumns, guessGrades } from '#questionnaire/sheet/mapping.ts'
import { readPeople } from '#questionnaire/sheet/people.ts'
import { exampleTable } from '../../site/src/elements/try-example.ts'
import { randomFrom } from './matching-makers.ts'

const NOVEMBER_2026 = 2026 * 12 + 10
const settingsOf = (some: v.InferInput<typeof matchSettings> = {}) =>
  sheetSettings(v.parse(matchSettings, some))

function table(text: string): SheetTable {
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return { header: header!, rows, lines: rows.map((_, at) => at + 2) }
}

/** Matches two tables as the page does when nobody corrects its guesses. */
function match(
  mentors: SheetTable,
  mentees: SheetTable,
  some: v.InferInput<typeof matchSettings> = {},
): MatchReport {
  const uses = { mentors: guessColumns(mentors, 'mentor'), mentees: guessColumns(mentees, 'mentee') }
  const grades = guessGrades([...gradesIn(mentors, uses.mentors), ...gradesIn(mentees, uses.mentees)])
  return matchSheets({ mentors, mentees }, { ...uses, grades }, settingsOf(some), NOVEMBER_2026)
}

const namesOf = ({ pairs }: MatchReport) =>
  pairs.map(({ mentor, mentee }) => `${mentor.name} + ${mentee.name}`).sort()
const isChecked = ({ rules }: MatchReport, name: string) =>
  rules.find((rule) => rule.name.en === name)?.isChecked

describe('two lists become pairs', () => {
  const mentors = table(`
    Nom complet | Sujets proposés          | Responsable
    Malo        | Instagram                | Hélène
    Inès        | Instagram ; Négocier     |
    Yanis       | Jardinage                |
  `)

  it('a mentor who offers what somebody wants is proposed to them, in words that name the topic', () => {
    const report = match(mentors, table('Nom complet | Sujets souhaités\nPaul | négocier'))
    expect(namesOf(report)).toEqual(['Inès + Paul'])
    expect(report.pairs[0]!.topic).toEqual({ fr: 'Négocier', en: 'Negotiating' })
    expect(report.pairs[0]!.reasons[0]!.words.fr).toMatch(
      /^Le mentor propose «\sNégocier\s», que l’autre personne souhaite\.$/,
    )
  })

  it('nobody is paired inside their own reporting line, managers being named by their name', () => {
    const report = match(
      mentors,
      table('Nom complet | Sujets souhaités\nHélène | Instagram\nPaul | Instagram'),
    )
    expect(namesOf(report)).toEqual(['Inès + Hélène', 'Malo + Paul'])
    expect(isChecked(report, 'Outside the reporting line')).toBe(true)
  })

  it('a topic of their own brings two people together too, however it is spelt', () => {
    const report = match(mentors, table('Nom complet | Sujets souhaités\nPaul | JARDINAGE'))
    expect(namesOf(report)).toEqual(['Yanis + Paul'])
    expect(report.ownTopics).toEqual(['JARDINAGE', 'Jardinage'])
  })

  it('whoever has no pair is told why', () => {
    const report = match(
      mentors,
      table('Nom complet | Sujets souhaités\nPaul | Instagram\nAnne | Blockchain'),
    )
    expect(report.unmatched.map(({ person }) => person.name)).toContain('Anne')
    expect(report.unmatched.find(({ person }) => person.name === 'Anne')!.why.en).toContain('topic')
  })

  it('somebody in both lists is not proposed to themselves', () => {
    const report = match(
      table('E-mail | Sujets proposés\nana@a.example | Instagram'),
      table('E-mail | Sujets souhaités\nANA@a.example | Instagram'),
    )
    expect(report.counts.pairs).toBe(0)
  })

  it('an earlier pair is not made again, whichever of the two names the other', () => {
    const wants = 'Nom complet | Sujets souhaités | Déjà en binôme avec\nPaul | négocier | inès'
    expect(match(mentors, table(wants)).counts.pairs).toBe(0)
  })

  it('a language in common is asked for only when both lists state languages', () => {
    const [french, english, silent] = [
      '| Langues\nMalo | Instagram | français',
      '| Langues\nPaul | Instagram | English',
      '\nPaul | Instagram',
    ]
    const offers = table(`Nom complet | Sujets proposés ${french}`)
    expect(match(offers, table(`Nom complet | Sujets souhaités ${english}`)).counts.pairs).toBe(0)
    const open = match(offers, table(`Nom complet | Sujets souhaités ${silent}`))
    expect(open.counts.pairs).toBe(1)
    expect(isChecked(open, 'A language in common')).toBe(false)
  })

  it('a grade in words counts by its place in the order of grades', () => {
    const offers = table('Nom complet | Grade\nMalo | Directrice\nInès | Assistant')
    const wants = table('Nom complet | Grade\nPaul | Cadre')
    expect(namesOf(match(offers, wants))).toEqual(['Inès + Paul'])
    expect(namesOf(match(offers, wants, { kind: 'classic' }))).toEqual(['Malo + Paul'])
    expect(isChecked(match(offers, wants), 'Which way experience runs')).toBe(true)
  })

  it('places come from the file, and from the settings where a cell is empty', () => {
    const offers = table('Nom complet | Nombre de places\nMalo | 2\nInès | 0\nTom |')
    const wants = table('Nom complet\nA\nB\nC\nD\nE')
    const report = match(offers, wants, { capacity: 1 })
    expect(report.pairs.map(({ mentor }) => mentor.name).sort()).toEqual(['Malo', 'Malo', 'Tom'])
    expect(report.unmatched.find(({ person }) => person.name === 'Inès')!.why.en).toContain('no places')
  })

  it('the points of the reasons add up to the score, for every pair', () => {
    const { pairs } = match(exampleTable('mentor', 'fr'), exampleTable('mentee', 'fr'))
    expect(pairs.length).toBeGreaterThan(8)
    for (const { score, reasons } of pairs) {
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    }
  })

  it('the example gives the same pairs in both languages, and shows people without a pair', () => {
    const [fr, en] = (['fr', 'en'] as const).map((language) =>
      match(exampleTable('mentor', language), exampleTable('mentee', language)),
    )
    expect(namesOf(en!)).toEqual(namesOf(fr!))
    expect(fr!.issues).toEqual([])
    expect(fr!.ownTopics).toEqual([])
    expect(fr!.unmatched.length).toBeGreaterThan(1)
    expect(namesOf(fr!)).not.toContain('Malo Kerveillant + Hélène Le Goff')
  })

  it('a criterion that the files say nothing about is named, for it counts the same for every pair', () => {
    const { silent, pairs } = match(
      mentors,
      table('Nom complet | Sujets souhaités\nHélène | Instagram\nPaul | négocier'),
    )
    expect(silent).toEqual(['field', 'availability', 'reverse', 'intentions', 'site', 'learning'])
    for (const name of ['Hopes', 'Workplace', 'Availability']) {
      const values = pairs.map(({ reasons }) => reasons.find((reason) => reason.name.en === name)!.value)
      expect(new Set(values).size, name).toBe(1)
    }
    expect(match(exampleTable('mentor', 'en'), exampleTable('mentee', 'en')).silent).toEqual([
      'intentions',
      'learning',
    ])
  })

  it('which side is the senior one is seen from levels, else from dates of arrival', () => {
    const people = (text: string, role: Role) => {
      const lines = table(text)
      return readPeople(lines, role, guessColumns(lines, role), [], NOVEMBER_2026).people
    }
    const senior = (mentor: string, mentee: string) =>
      guessSenior(people(mentor, 'mentor'), people(mentee, 'mentee'))
    expect(senior('Niveau (nombre)\n1\n2\n9', 'Niveau (nombre)\n5\n6')).toBe('mentee')
    expect(senior('Niveau (nombre)\n7', 'Niveau (nombre)\n5')).toBe('mentor')
    expect(senior('Date d’arrivée\n2001-01', 'Années dans l’entreprise\n2')).toBe('mentor')
    expect(senior('Nom complet\nMalo', 'Niveau (nombre)\n5')).toBeNull()
  })

  it('weights change the pairs’ scores at once, and nothing else does', () => {
    const tables = [exampleTable('mentor', 'fr'), exampleTable('mentee', 'fr')] as const
    const only = { need: 0, field: 0, availability: 0, reverse: 0, intentions: 0, site: 1, learning: 0 }
    expect(match(...tables, { weights: only }).total).not.toBe(match(...tables).total)
    expect(match(...tables)).toEqual(match(...tables))
  })

  it('the order of lines changes neither pairs nor scores', () => {
    const random = randomFrom(7)
    const shuffled = ({ header, rows }: SheetTable): SheetTable => {
      const order = rows.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at)
      return { header, rows: order.map(({ row }) => row), lines: order.map((_, at) => at + 2) }
    }
    const [mentors, mentees] = [exampleTable('mentor', 'en'), exampleTable('mentee', 'en')]
    const first = match(mentors, mentees)
    for (let turn = 0; turn < 10; turn++) {
      const again = match(shuffled(mentors), shuffled(mentees))
      expect(namesOf(again)).toEqual(namesOf(first))
      expect(again.total).toBe(first.total)
    }
  })
})

/** A peer’s synthetic sign-ups, read where they are there and never copied. */
const PEER = new URL('../../../shared/data/mentor-match/', import.meta.url).pathname
const EXAMPLES = new URL('../../worker/local/match-examples/', import.meta.url).pathname

describe.skipIf(!existsSync(PEER))('the sign-ups of another open-source programme', () => {
  const json = (name: string) => JSON.parse(readFileSync(EXAMPLES + name, 'utf8')) as unknown
  const settings: SheetSettings = sheetSettings(v.parse(matchSettings, json('mentor-match.settings.json')))
  const named = v.parse(matchMapping, json('mentor-match.mapping.json'))
  const file = (name: string) =>
    readSheetFile(new Uint8Array(readFileSync(PEER + name)), () =>
      Promise.reject(new Error('not a workbook')),
    )

  it.each(['small', 'large'])(
    'the %s files match whole through the mapping that ships as an example',
    async (size) => {
      const [mentors, mentees] = [await file(`mentors-${size}.csv`), await file(`mentees-${size}.csv`)]
      const mapping = {
        mentors: applyColumns(mentors, 'mentor', named.mentors),
        mentees: applyColumns(mentees, 'mentee', named.mentees),
        grades: named.grades,
      }
      const report = matchSheets({ mentors, mentees }, mapping, settings, NOVEMBER_2026)
      const people = size === 'small' ? 50 : 500
      expect(report.counts).toMatchObject({ mentors: people, mentees: people, pairs: people })
      expect(report.issues).toEqual([])
      const rank = (grade: string | null) => named.grades.findIndex(([name]) => name === grade)
      for (const { mentor, mentee } of report.pairs) {
        expect(rank(mentor.grade)).toBeGreaterThan(rank(mentee.grade))
      }
    },
  )

  it('guessing reads the same columns, and never those of characteristics, identity and biography', async () => {
    for (const [name, role] of [
      ['mentors-small.csv', 'mentor'],
      ['mentees-small.csv', 'mentee'],
    ] as [string, Role][]) {
      const peer = await file(name)
      const uses = guessColumns(peer, role)
      expect(uses).toEqual(applyColumns(peer, role, role === 'mentor' ? named.mentors : named.mentees))
      const refused = peer.header.filter((_, at) => uses[at] === ('refused' satisfies ColumnUse))
      expect(refused).toEqual(peer.header.filter((title) => /identity|characteristics|biography/.test(title)))
      expect(refused.length).toBeGreaterThan(1)
    }
  })

  it('nothing of the columns that are never read reaches the result', async () => {
    const [mentors, mentees] = [await file('mentors-small.csv'), await file('mentees-small.csv')]
    const blank = (peer: SheetTable, role: Role): SheetTable => {
      const uses = guessColumns(peer, role)
      return {
        ...peer,
        rows: peer.rows.map((row) => row.map((cell, at) => (uses[at] === 'refused' ? '' : cell))),
      }
    }
    const some = json('mentor-match.settings.json') as v.InferInput<typeof matchSettings>
    expect(match(mentors, mentees, some)).toEqual(
      match(blank(mentors, 'mentor'), blank(mentees, 'mentee'), some),
    )
  })
})
