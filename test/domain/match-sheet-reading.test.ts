import { describe, expect, it } from 'vitest'
import { guardFormula } from '#contract/csv.ts'
import { pairsCsv, reportHtml, unmatchedCsv } from '#contract/match-report.ts'
import { readSheetFile } from '#contract/sheet-file.ts'
import { STARTING_WEIGHTS } from '#domain/criterion.ts'
import type { SheetTable } from '#domain/match-sheet.ts'
import { matchSheets } from '#matching/sheet-report.ts'
import { readLanguages, readMonth, readNumber, readSlots, readWhere } from '#questionnaire/sheet/cell.ts'
import { applyColumns, guessColumns, guessGrades, unplacedGrades } from '#questionnaire/sheet/mapping.ts'
import { readPeople } from '#questionnaire/sheet/people.ts'
import { isRefusedColumn } from '#questionnaire/sheet/refused-column.ts'
import { findTopic, readTopics } from '#questionnaire/sheet/topic-name.ts'
import { TOPICS } from '#questionnaire/topics.ts'

const noWorkbook = () => Promise.reject(new Error('no workbook'))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const NOW = 2026 * 12 + 10

function tableOf(header: string[], ...rows: string[][]): SheetTable {
  return { header, rows, lines: rows.map((_, at) => at + 2) }
}

describe('a file becomes a table', () => {
  it('commas, semicolons and tabs are told apart, and the line numbers are those of the spreadsheet', async () => {
    for (const sign of [',', ';', '\t']) {
      const text = `\uFEFF\r\nnom${sign}sujet\r\n\r\n"Malo, ""dit"" M"${sign}Été\r\n`
      const read = await readSheetFile(bytesOf(text), noWorkbook)
      expect(read).toEqual({ header: ['nom', 'sujet'], rows: [['Malo, "dit" M', 'Été']], lines: [4] })
    }
  })

  it('a file saved by an older French spreadsheet keeps its accents', async () => {
    const bytes = Uint8Array.from([...'nom;site\nZo\xe9;Nantes\n'].map((sign) => sign.charCodeAt(0)))
    expect((await readSheetFile(bytes, noWorkbook)).rows).toEqual([['Zoé', 'Nantes']])
  })

  it('a workbook gives its first sheet, dates as days and empty cells as nothing', async () => {
    const bytes = Uint8Array.from([0x50, 0x4b, 3, 4])
    const read = await readSheetFile(bytes, async () => [
      [null, null],
      ['nom', 'arrivée'],
      ['Malo', new Date(Date.UTC(2024, 2, 15))],
      [null, null],
      [12, null],
    ])
    expect(read).toEqual({
      header: ['nom', 'arrivée'],
      rows: [
        ['Malo', '2024-03-15'],
        ['12', ''],
      ],
      lines: [3, 5],
    })
  })

  it.each([
    ['nothing', ''],
    ['only a header', 'nom;sujet\n'],
    ['something that is no text', 'a\0b\n\0'],
  ])('%s is refused in words that say what to do', async (_what, text) => {
    await expect(readSheetFile(bytesOf(text), noWorkbook)).rejects.toMatchObject({
      detail: { fr: /XLSX|CSV/ },
    })
  })

  it('a broken workbook and one in the old format are refused in plain words', async () => {
    await expect(readSheetFile(Uint8Array.from([0x50, 0x4b, 3, 4, 9]), noWorkbook)).rejects.toMatchObject({
      name: 'Problem',
    })
    await expect(readSheetFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), noWorkbook)).rejects.toMatchObject({
      detail: { en: /password/ },
    })
  })
})

describe('columns', () => {
  it.each([
    'age',
    'Âge',
    'Age group',
    'Date of birth',
    'date de naissance',
    'Sexe',
    'Gender identity',
    'Genre',
    'Ethnicity',
    'Nationalité',
    'Religion or belief',
    'Disability',
    'Handicap (RQTH)',
    'Santé',
    'health conditions',
    'characteristics',
    'identity to match',
    'match with similar identity',
    'biography',
    'Biographie',
    'Orientation sexuelle',
    'Salaire',
    'Civilité',
  ])('“%s” is never read, whatever it holds and whoever asks', (title) => {
    expect(isRefusedColumn(title)).toBe(true)
    const table = tableOf([title], ['fr'])
    expect(guessColumns(table, 'mentor')).toEqual(['refused'])
    expect(() => applyColumns(table, 'mentor', { [title]: 'languages' })).toThrow(/never read/)
  })

  it.each([
    'Langages',
    'Usage',
    'Message',
    'Stage',
    'Organisation',
    'Adresse e-mail',
    'Pays',
    'Topics offered',
    'Nom de famille',
    'Managed team',
  ])('“%s” is about work or how to write to somebody: it may be read', (title) =>
    expect(isRefusedColumn(title)).toBe(false),
  )

  it('titles are understood in both languages, once each, lists as often as they come', () => {
    const french = tableOf([
      'Prénom',
      'Nom',
      'Courriel',
      'Sujet souhaité 1',
      'Sujet souhaité 2',
      'Métier',
      'Métier visé',
      'Manager email',
    ])
    expect(guessColumns(french, 'mentee')).toEqual([
      'given_name',
      'family_name',
      'email',
      'wants',
      'wants',
      'job_family',
      'ignored',
      'manager',
    ])
    const english = tableOf([
      'Full name',
      'Employee ID',
      'Skills I can teach',
      'Location',
      'Languages',
      'How many mentees',
    ])
    expect(guessColumns(english, 'mentor')).toEqual([
      'name',
      'reference',
      'offers',
      'site',
      'languages',
      'capacity',
    ])
    expect(guessColumns(english, 'mentee').at(-1)).toBe('ignored')
  })

  it('a title that says nothing is understood by what stands below it', () => {
    const table = tableOf(
      ['A', 'B', 'C'],
      ['a@b.example', 'français, anglais', 'Instagram; LinkedIn'],
      ['c@d.example', 'English', 'Négocier'],
    )
    expect(guessColumns(table, 'mentor')).toEqual(['email', 'languages', 'offers'])
  })

  it('a mapping that names a column that is not there is refused by name', () => {
    expect(() => applyColumns(tableOf(['nom']), 'mentor', { prénom: 'given_name' })).toThrow(/prénom/)
  })

  it('grades fall into an order where their names tell, and the others are named', () => {
    const civil = ['SCS1', 'Grade 7', 'EO', 'HEO', 'SEO', 'AO', 'Grade 6', 'AA', 'Wizard']
    const order = guessGrades(civil)
    expect(order.flat()).toEqual(['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1'])
    expect(unplacedGrades(civil, order)).toEqual(['Wizard'])
    expect(guessGrades(['N10', 'N9', 'n9', 'N2']).map((names) => names.length)).toEqual([1, 1, 1])
    expect(guessGrades(['Directrice', 'Technicien', 'Cadre']).flat()).toEqual([
      'Technicien',
      'Cadre',
      'Directrice',
    ])
  })
})

describe('cells', () => {
  it('every topic of the catalogue is found by its id and its name in either language, also in a list', () => {
    for (const [id, { name }] of Object.entries(TOPICS)) {
      expect(findTopic(name.fr), name.fr).toBe(id)
      expect(findTopic(name.en), name.en).toBe(id)
      expect(findTopic(id), id).toBe(id)
      expect(readTopics(`${name.fr} ; ${name.en}`), id).toEqual([id])
    }
  })

  it('a list parted by commas is read, though some names hold a comma', () => {
    expect(readTopics('Moins de courriels, mieux écrits, Instagram, jardinage')).toEqual([
      'better-emails',
      'instagram',
      'jardinage',
    ])
  })

  it('a word that could mean several topics is kept as it is', () => {
    expect(findTopic('IA')).toBeNull()
    expect(readTopics('IA')).toEqual(['IA'])
  })

  it('months, numbers, moments, places and languages are read as people write them', () => {
    expect(['2024-03', '2024-03-15', '15/03/2024', '3/2024'].map(readMonth)).toEqual(
      Array(4).fill(2024 * 12 + 2),
    )
    expect(['soon', '2024-13', '31'].map(readMonth)).toEqual([null, null, null])
    expect([readNumber('1\u202f234,5'), readNumber('-2'), readNumber('two')]).toEqual([1234.5, -2, null])
    expect(readSlots('mardi midi ; Thu morning, ven après-midi').values).toEqual([
      'tue-midday',
      'thu-morning',
      'fri-afternoon',
    ])
    expect(readSlots('parfois').unread).toEqual(['parfois'])
    expect(['Sur place', 'en visio', 'sur site ou à distance', 'peu importe'].map(readWhere)).toEqual([
      'on-site',
      'remote',
      'either',
      null,
    ])
    expect(readLanguages('Français et English / Breton')).toEqual(['fr', 'en', 'breton'])
  })

  it('what cannot be read counts as unknown and is told with its line; only a repeated person is left aside', () => {
    const table = tableOf(
      ['id', 'nom', 'rang', 'date arrivée', 'places'],
      ['A1', 'Malo', 'deux', 'hier', '999'],
      ['A1', 'Malo bis', '2', '', ''],
      ['', '', '3', '', ''],
      ['', '', '', '', ''],
    )
    const { people, issues } = readPeople(
      table,
      'mentor',
      ['reference', 'name', 'grade_rank', 'hired_in', 'capacity'],
      [],
      NOW,
    )
    expect(people.map(({ name, gradeRank }) => [name, gradeRank])).toEqual([
      ['Malo', null],
      ['№ 4', 3],
    ])
    expect(issues.map(({ line, isLeftOut }) => [line, isLeftOut])).toEqual([
      [2, false],
      [2, false],
      [2, false],
      [3, true],
      [4, false],
    ])
    expect(issues[3]!.words.fr).toContain('ligne 2')
  })
})

describe('what is taken away', () => {
  const settings = {
    senior: null,
    seniority_gap: 1,
    experience_gap_years: 3,
    unknown_seniority_allowed: true,
    capacity: 1,
    objective: 'coverage' as const,
    weights: STARTING_WEIGHTS,
    different: [],
  }
  const nasty = '=HYPERLINK("http://evil.example")'
  const report = matchSheets(
    {
      mentors: tableOf(['nom'], [nasty], ['<script>alert(1)</script>']),
      mentees: tableOf(['nom'], ['@Paul'], ['Anne'], ['+Tom']),
    },
    { mentors: ['name'], mentees: ['name'], grades: [] },
    settings,
    NOW,
  )

  it('formulas in names are disarmed in both files', () => {
    const files = [pairsCsv(report, 'fr'), unmatchedCsv(report, 'en')].join('\n')
    expect(files).toContain(`'=HYPERLINK`)
    for (const cell of files.split(/[;,\r\n]/)) expect(cell, cell).not.toMatch(/^\uFEFF?"?[=+\-@]/)
    expect(guardFormula('-1')).toBe("'-1")
  })

  it.each(['fr', 'en'] as const)(
    'the report (%s) stands alone: everybody is in it, nothing is asked of anybody, no markup comes from a file',
    (language) => {
      const html = reportHtml(report, language, '21')
      expect(html).not.toMatch(/<script|src=|href=|@import|url\(/)
      expect(html).toContain('&#60;script&#62;')
      for (const name of ['HYPERLINK', '@Paul', 'Anne', '+Tom']) expect(html).toContain(name)
      expect(html).toContain(`lang="${language}"`)
    },
  )
})
