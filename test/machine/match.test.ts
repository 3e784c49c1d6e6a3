import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { makeWorkbook } from '#test/workbook.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const PEER = join(ROOT, '../shared/data/mentor-match')
const folder = mkdtempSync(join(tmpdir(), 'binome-match-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MENTORS =
  'Nom complet;Sujets proposés;Responsable;Âge\nMalo;Instagram;Hélène;28\nInès;Négocier;;31\n=SUM(1);Blockchain;;\n'
const MENTEES = 'Nom complet;Sujets souhaités\nHélène;Instagram\nPaul;négocier\n'

/** Runs the command as somebody types it, and gives back what it said and how it ended. */
async function match(...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['worker/local/match.ts', ...args], {
      cwd: ROOT,
    })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string }
    return { code, said: stdout + stderr }
  }
}

function put(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const [mentors, mentees] = [put('mentors.csv', MENTORS), put('mentees.csv', MENTEES)]

describe('npm run match', () => {
  it('writes the pairs, who has none, and a report, and says that the result is proved', async () => {
    const out = join(folder, 'first/deep')
    const { code, said } = await match(mentors, mentees, '--out', out)
    expect(said).toContain('1 pairs, 3 people without')
    expect(said).toContain('proved optimal')
    expect(said).toContain('Not read, on purpose: Âge.')
    expect(code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['pairs.csv', 'report.html', 'unmatched.csv'])
    expect(readFileSync(join(out, 'pairs.csv'), 'utf8')).toMatch(/^\uFEFFMentor;.*\r\nInès;.*;Paul;/)
    const unmatched = readFileSync(join(out, 'unmatched.csv'), 'utf8')
    expect(unmatched).toContain("'=SUM(1)")
    for (const name of ['Malo', 'Hélène']) expect(unmatched).toContain(name)
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('<html lang="fr">')
  })

  it('a workbook gives the same files as a CSV, in English where that is asked', async () => {
    const rows = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => line.split(';'))
    const out = [join(folder, 'csv'), join(folder, 'xlsx')]
    await match(mentors, mentees, '--out', out[0]!, '--lang', 'en')
    const books = [
      put('mentors.xlsx', makeWorkbook(rows(MENTORS))),
      put('mentees.xlsx', makeWorkbook(rows(MENTEES))),
    ]
    const { code, said } = await match(books[0]!, books[1]!, '--out', out[1]!, '--lang', 'en')
    expect([code, said]).toEqual([0, expect.stringContaining('1 pairs')])
    for (const name of ['pairs.csv', 'unmatched.csv', 'report.html']) {
      expect(readFileSync(join(out[1]!, name), 'utf8')).toBe(readFileSync(join(out[0]!, name), 'utf8'))
    }
  })

  it.skipIf(!existsSync(PEER))(
    'reads another programme’s sign-ups through the mapping that ships',
    async () => {
      const example = (name: string) => `worker/local/match-examples/mentor-match.${name}.json`
      const { code, said } = await match(
        join(PEER, 'mentors-small.csv'),
        join(PEER, 'mentees-small.csv'),
        '--mapping',
        example('mapping'),
        '--programme',
        example('settings'),
        '--out',
        join(folder, 'peer'),
      )
      expect([code, said]).toEqual([0, expect.stringContaining('50 pairs, 0 people without')])
    },
  )

  it.each([
    ['a file that is not there', () => ['nowhere.csv', mentees], /nowhere\.csv is not there/],
    ['only one file', () => [mentors], /two files[\s\S]*Usage/],
    [
      'an empty file',
      () => [put('empty.csv', ''), mentees],
      /empty\.csv: Ce fichier ne contient pas de tableau/,
    ],
    [
      'settings that are not JSON',
      () => [mentors, mentees, '--programme', put('bad.json', '{')],
      /bad\.json is not JSON/,
    ],
    [
      'weights that do not sum to 1',
      () => [
        mentors,
        mentees,
        '--programme',
        put(
          'weights.json',
          JSON.stringify({
            weights: { need: 1, field: 1, availability: 0, reverse: 0, intentions: 0, site: 0, learning: 0 },
          }),
        ),
      ],
      /weights/,
    ],
    [
      'a mapping to a protected column',
      () => [
        mentors,
        mentees,
        '--mapping',
        put('age.json', JSON.stringify({ mentors: { Âge: 'grade' }, mentees: {} })),
      ],
      /Âge/,
    ],
    ['an unknown option', () => [mentors, mentees, '--colour'], /colour[\s\S]*Usage/],
  ])('%s ends it with one plain sentence, and writes nothing', async (_what, args, says) => {
    const out = join(folder, 'never')
    const { code, said } = await match(...args(), '--out', out)
    expect(code).toBe(1)
    expect(said).toMatch(says)
    expect(said).not.toMatch(/\n\s+at /)
    expect(existsSync(out)).toBe(false)
  })

  it('a place that cannot be written is told, and what was there stays whole', async () => {
    const file = put('a-file', 'mine')
    const { code, said } = await match(mentors, mentees, '--out', join(file, 'below'))
    expect([code, said]).toEqual([1, expect.stringContaining('cannot be written')])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    const taken = join(folder, 'taken')
    mkdirSync(join(taken, 'report.html'), { recursive: true })
    expect((await match(mentors, mentees, '--out', taken)).code).toBe(1)
    expect(readdirSync(taken)).toEqual(['report.html'])
  })
})
