import { describe, expect, it } from 'vitest'
import { openEmployeeFile, readEmployeeFile } from '#contract/employee-file.ts'
import { guarded, readDay, readMonth, unguarded } from '#contract/employee-file-cells.ts'
import { planColumns } from '#contract/employee-file-columns.ts'
import { fieldNamed, isRefusedHeader } from '#contract/employee-file-fields.ts'
import { openCsvRows } from '#contract/employee-file-rows.ts'
import { decodeText, openTextReader } from '#contract/employee-file-text.ts'
import { openFirstLines } from '#domain/first-lines.ts'
import { findKnots } from '#domain/knot.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const windows = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** The text of some bytes that arrive in pieces of a size. */
function inPieces(bytes: Uint8Array, size: number): string {
  const reader = openTextReader()
  let text = ''
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size))
  return text + reader.end()
}

describe('letters arrive as they were written', () => {
  const accents = 'id;prénom\r\n1;Zoë\r\n2;L’Hénoret — Œuvre\r\n'

  it.each([1, 2, 3, 7, 1000])('UTF-8 in pieces of %i bytes, with and without its mark', (size) => {
    expect(inPieces(utf8(accents), size)).toBe(accents)
    expect(inPieces(utf8(`\uFEFF${accents}`), size)).toBe(accents)
  })

  it.each([1, 2, 3, 5])('UTF-16 in pieces of %i bytes, either way round', (size) => {
    const little = new Uint8Array(
      new Uint16Array([0xfeff, ...windows(accents.replace(/[’—Œ]/g, 'x'))]).buffer,
    )
    const big = little.map((_, at) => little[at ^ 1] as number)
    expect(inPieces(little, size)).toBe(accents.replace(/[’—Œ]/g, 'x'))
    expect(inPieces(big, size)).toBe(accents.replace(/[’—Œ]/g, 'x'))
    expect(inPieces(little.subarray(2), size)).toBe(accents.replace(/[’—Œ]/g, 'x'))
  })

  it('the first accent of Windows may come after a megabyte, and spoils nothing before or after', () => {
    const plain = 'E1;Nom;Famille\n'.repeat(70_000)
    const bytes = windows(`${plain}E2;Zo\u00eb;Kerd\u00e9l\n${plain}`)
    const text = inPieces(bytes, 65_536)
    expect(text).toBe(`${plain}E2;Zoë;Kerdél\n${plain}`)
  })

  it('a stray byte in a file of UTF-8 costs its own line only', () => {
    const bytes = new Uint8Array([...utf8('1;Zoë\n'), ...windows('2;Ga\u00ebl\n'), ...utf8('3;Maëlle\n')])
    expect(decodeText(bytes)).toBe('1;Zoë\n2;Gaël\n3;Maëlle\n')
  })
})

describe('rows come out of text however it is cut', () => {
  const text = 'a;"b ""c"";\nd";e\r\n\r\nf;g;" h "\rlast;;'
  const expected = [
    { line: 1, cells: ['a', 'b "c";\nd', 'e'] },
    { line: 3, cells: ['f', 'g', 'h'] },
    { line: 4, cells: ['last', '', ''] },
  ]

  it.each([1, 2, 3, 5, 100])('in pieces of %i letters', (size) => {
    const reader = openCsvRows()
    const rows = []
    for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
    expect([...rows, ...reader.end()]).toEqual(expected)
  })

  it('a quote that is never closed is told with its line', () => {
    const reader = openCsvRows()
    reader.push('a;b\n1;2\n3;"4\n5;6\n')
    expect(() => reader.end()).toThrow(/Line 3/)
  })

  it('the separator is the one of the titles, or the one that the file says', () => {
    const read = (csv: string) => {
      const reader = openCsvRows()
      return [...reader.push(csv), ...reader.end()].map(({ cells }) => cells)
    }
    expect(read('a,b\n1;x,2')).toEqual([
      ['a', 'b'],
      ['1;x', '2'],
    ])
    expect(read('a\tb\n1,5\t2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    expect(read('sep=;\na;b,c\n1;2')).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ])
  })
})

describe('columns are known by their names', () => {
  it.each([
    ['Matricule', 'external_id'],
    ['employeeID', 'external_id'],
    ['PRÉNOM', 'given_name'],
    ['firstName', 'given_name'],
    ['Nom d’usage', 'family_name'],
    ['last_name', 'family_name'],
    ['Adresse e-mail professionnelle', 'email'],
    ['Work Email', 'email'],
    ['Responsable hiérarchique', 'manager'],
    ['manager_id', 'manager'],
    ['Responsable fonctionnel', 'dotted_managers'],
    ['Métier', 'job_family'],
    ['Famille d’emploi', 'job_family'],
    ['Date d’entrée', 'hired_in'],
    ['hire_date', 'hired_in'],
    ['Date de sortie', 'leaves_on'],
    ['Entité', 'subsidiary'],
    ['Rang', 'grade_rank'],
    ['Langue', 'language'],
  ])('%s is %s', (header, field) => {
    expect(fieldNamed(header)).toBe(field)
    expect(isRefusedHeader(header)).toBe(false)
  })

  it.each(
    `Âge|age|Tranche d’âge|Date of Birth|dateOfBirth|DATE_NAISSANCE|Né(e) le|Sexe|gender|Genre|Civilité|Salutation|Nationalité|Country of citizenship|Ethnicity|Pays de naissance|Nom de jeune fille|Handicap|RQTH|Disability status|Santé|Arrêt maladie|Salaire de base|baseSalary|Rémunération|Annual Bonus|IBAN|Adresse|Adresse personnelle|home_address|Code postal|Rue|E-mail personnel|personalEmail|Téléphone portable|Home phone|SSN|NIR|N° sécurité sociale|Passport number|Marital status|Situation familiale|Nombre d’enfants|Conjoint|Religion|Syndicat|union_member|Political opinion|Photo|Orientation sexuelle|Contact d’urgence`.split(
      '|',
    ),
  )('%s is never read', (header) => {
    expect(isRefusedHeader(header)).toBe(true)
    expect(fieldNamed(header)).toBeNull()
  })

  it.each(
    'Grade|Page|Usage|Village|Centre de coûts|Ancienneté|Messagerie|Adresse IP|Adresse du bureau|Téléphone professionnel|Statut|Famille|Département|Nomenclature|Language|Manager|Management level|Trainings|Commentaire'.split(
      '|',
    ),
  )('%s is no such column', (header) => {
    expect(isRefusedHeader(header)).toBe(false)
  })

  it.each(['__proto__', 'constructor', 'toString'])('a column called %s is one we do not know', (title) => {
    expect(planColumns(['external_id', title], {}).ignored).toEqual([title])
    expect(planColumns(['external_id', title], { Site: 'site' }).ignored).toEqual([title])
  })

  it('of two columns with one meaning our own name wins, and a mapping wins over both', () => {
    const header = ['Matricule', 'external_id', 'Code']
    expect(planColumns(header, {}).headers).toEqual(['external_id'])
    expect(planColumns(header, { Code: 'external_id' }).headers).toEqual(['Code'])
    expect(planColumns(header, { external_id: null }).headers).toEqual(['Matricule'])
    expect(() => planColumns(['Nom'], {})).toThrow(/external_id/)
  })
})

describe('cells are read as people write them', () => {
  it.each([
    ['15/03/2024', '2024-03-15'],
    ['2024-03-15', '2024-03-15'],
    ['2024-03-15T00:00:00', '2024-03-15'],
    ['15.3.24', '2024-03-15'],
    ['45366', '2024-03-15'],
    ['31/02/2024', '?31/02/2024'],
    ['03/2024', '?03/2024'],
  ])('the day %s', (cell, day) => {
    expect(readDay(cell)).toBe(day)
  })

  it.each([
    ['03/2024', '2024-03'],
    ['2024-03', '2024-03'],
    ['15/03/2024', '2024-03'],
    ['13/2024', '?13/2024'],
  ])('the month %s', (cell, month) => {
    expect(readMonth(cell)).toBe(month)
  })

  it('words, numbers and lists of managers', () => {
    const { lines } = readEmployeeFile(
      [
        'external_id;given_name;family_name;active;language;grade_rank;relation;manager;dotted_managers',
        '007;A;B;Inactif;Français;1\u00a0000,0;Externe;M1|M2;X Y',
        '008;A;B;VRAI;english;-3;;M1, M2;X Y;;;',
        '009;A;B;peut-être;de;1,5;;;A b|C',
        '010;A;B;oui;fr;1;;;;too many',
      ].join('\n'),
    )
    expect(lines[0]?.employee).toMatchObject({
      external_id: '007',
      active: false,
      language: 'fr',
      grade_rank: 1000,
      relation: 'external',
      manager: 'M1',
      dotted_managers: ['M2', 'X', 'Y'],
    })
    expect(lines[1]?.employee).toMatchObject({ active: true, language: 'en', grade_rank: -3 })
    expect(lines[2]?.employee).toBeNull()
    expect(lines[2]?.issues.map(({ field }) => field).sort()).toEqual(['active', 'grade_rank', 'language'])
    expect(lines[3]).toMatchObject({ flaw: 'ragged' })
  })

  it.each(['=1+1', "'=1", "''-2", '-3', '@x', ' +4', "l'été", '', '\u00a0=5'])(
    'what a spreadsheet could take for a formula comes back as it was: %s',
    (cell) => {
      const written = /^[\s\p{Cf}]*[=+\-@]/u.test(guarded(cell)) ? `'${guarded(cell)}` : guarded(cell)
      expect(unguarded(written)).toBe(cell)
    },
  )
})

describe('a long file costs little memory', () => {
  it('two lines alike are found among 200,000, and no others', () => {
    const first = openFirstLines()
    for (let line = 2; line < 200_002; line++) expect(first.meet(`E${line}`, line)).toBeNull()
    expect(first.meet('E77777', 200_002)).toBe(77_777)
    expect(first.meet('e77777', 200_003)).toBeNull()
  })

  it('lines are handed on while the file arrives', () => {
    const file = openEmployeeFile('csv', {})
    file.push(utf8('external_id;given_name;family_name\n'))
    expect(file.push(utf8('E1;A;B\nE2;A;B\nE1')).map(({ external_id }) => external_id)).toEqual(['E1', 'E2'])
    expect(file.end()).toMatchObject([
      { line: 4, external_id: 'E1', duplicate: { field: 'external_id', of: 2 } },
    ])
  })

  it('a chain of 100,000 managers has no circle, and a ring is one knot', () => {
    const chain = Array.from({ length: 100_000 }, (_, at) => [at + 1])
    expect(new Set(findKnots(chain, 100_001)).size).toBe(100_001)
    const ring = Array.from({ length: 1000 }, (_, at) => [(at + 1) % 1000])
    expect(new Set(findKnots(ring, 1000)).size).toBe(1)
  })
})
