import { describe, expect, it } from 'vitest'
import { assertColumns } from '#contract/column-mapping.ts'
import { makeWorkbook } from '#test/workbook.ts'
import { choiceFor, columnsAfter } from '../../site/src/elements/console-import-choice.ts'
import { formatOf, readTitles } from '../../site/src/elements/console-import-header.ts'
import { staffWordsIn } from '../../site/src/words/console-staff.ts'
import { shapeOf, textsOf } from './words-shape.ts'

describe('the words of the staff page', () => {
  it('have the same keys in both languages, and French is set as French is', () => {
    expect(shapeOf(staffWordsIn('en'))).toEqual(shapeOf(staffWordsIn('fr')))
    for (const text of textsOf(staffWordsIn('fr'))) {
      expect(text).not.toMatch(/ [:;?!%»]|« |[^\s\u00a0][;?!»]|'/u)
    }
    for (const text of textsOf(staffWordsIn('en'))) expect(text).not.toMatch(/[ \u00a0][:;?!](\s|$)|'/u)
  })
})

describe('the columns of a file that somebody chose', () => {
  const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name)

  it('are told from its first lines, whatever parts them and however it was saved', async () => {
    const titles = ['Matricule', 'Prénom', 'Rôle; ou pas']
    const csv = 'Matricule;Prénom;"Rôle; ou pas"\r\nE1;Maëlle;x\r\n'
    const latin = Uint8Array.from(csv, (letter) => letter.charCodeAt(0))
    for (const content of [csv, `\uFEFF${csv}`, latin, csv.slice(0, csv.indexOf('\r'))]) {
      expect(await readTitles(file(content, 'staff.csv'), 'csv')).toEqual(titles)
    }
    expect(await readTitles(file('', 'empty.csv'), 'csv')).toBeNull()
    const workbook = makeWorkbook([
      ['Matricule', 'Nom'],
      ['E1', 'Kerdoncuff'],
    ]) as Uint8Array<ArrayBuffer>
    expect(await readTitles(file(workbook, 'staff.xlsx'), 'xlsx')).toEqual(['Matricule', 'Nom'])
    expect(await readTitles(file('no workbook', 'staff.xlsx'), 'xlsx')).toBeNull()
  })

  it('a file is known by its first bytes, and a file of objects by its name or its first sign', async () => {
    expect(await formatOf(file('PK\u0003\u0004', 'anything.csv'))).toBe('xlsx')
    expect(await formatOf(file('external_id\n', 'staff.csv'))).toBe('csv')
    expect(await formatOf(file('{"external_id":"E1"}', 'staff.txt'))).toBe('ndjson')
    expect(await formatOf(file('x', 'staff.JSONL'))).toBe('ndjson')
  })

  it('are taken for what their titles surely say, or for what was remembered of their source', () => {
    expect(choiceFor('Date d’entrée', {})).toBe('hired_in')
    expect(choiceFor('Code UO', {})).toBe('skip')
    expect(choiceFor('Code UO', { 'code uo': 'subsidiary' })).toBe('subsidiary')
    expect(choiceFor('Site', { Site: null })).toBe('skip')
    expect(choiceFor('Poste', { Poste: ['grade', 'job_family'] })).toBe('several')
  })

  it('are remembered where their titles do not say it, and only there', () => {
    const remembered = { 'Code UO': 'subsidiary', Poste: ['grade', 'job_family'], '=France': 'site' } as const
    const unchanged = columnsAfter(
      { ...remembered, Poste: [...remembered.Poste] },
      new Map([
        ['Matricule', 'external_id'],
        ['code uo', 'subsidiary'],
        ['Poste', 'several'],
      ]),
    )
    expect(unchanged).toEqual(remembered)
    const changed = columnsAfter(
      { 'code uo': 'subsidiary', '=France': 'site' },
      new Map([
        ['Code UO', 'job_family'],
        ['Matricule', 'skip'],
        ['N° agent', 'external_id'],
      ]),
    )
    expect(changed).toEqual({
      '=France': 'site',
      'Code UO': 'job_family',
      Matricule: null,
      'N° agent': 'external_id',
    })
    expect(() => assertColumns(changed)).not.toThrow()
    expect(
      columnsAfter(
        changed,
        new Map([
          ['Matricule', 'external_id'],
          ['N° agent', 'skip'],
        ]),
      ),
    ).toEqual({
      '=France': 'site',
      'Code UO': 'job_family',
    })
  })
})
