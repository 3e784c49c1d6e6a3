import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const PAIRS = 300

/** What a season says of itself, once it has held all that it must. */
interface SeasonFigures {
  pairs: number
  requests: number
  seconds: number
  endings: Record<string, number>
  troubles: Record<string, number>
  refused: Record<string, number>
  mails: number
  mails_per_person_week: { mean: number; p95: number; most: number }
}

/**
 * Lives 26 weeks with 300 pairs (`--pairs=N`) through the real doors and jobs in workerd: the same story as in the tests,
 * which end lawfully, see every trouble and double no mail, or fail.
 */
export function measureSeason(): SeasonFigures {
  const { values } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: { pairs: { type: 'string' } },
  })
  const pairs = Number(values.pairs ?? PAIRS)
  const { status, stdout, stderr } = spawnSync(
    'npx',
    [
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--project',
      'worker',
      'test/journeys/pairs.test.ts',
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, SEASON_PAIRS: String(pairs) } },
  )
  const line = stdout.split('\n').find((text) => text.includes('"mails_per_person_week"'))
  if (status !== 0 || !line)
    throw new Error(`The season failed:\n${stdout.slice(-4000)}\n${stderr.slice(-2000)}`)
  return JSON.parse(line.slice(line.indexOf('{'))) as SeasonFigures
}

export function showSeason({
  endings,
  troubles,
  refused,
  mails_per_person_week,
  ...figures
}: SeasonFigures): void {
  console.table(figures)
  console.table({ endings, troubles, refused, mails_per_person_week })
}
