import { measureEmployees } from './employee.ts'
import { measureHostileSubmissions, showHostileSubmissions } from './hostile-submissions.ts'
import { measureImport, showImport } from './import.ts'
import { measureKernel } from './kernel.ts'
import { measureLighthouse, showLighthouse } from './lighthouse.ts'
import { measureLoad, showLoad } from './load.ts'
import { MATCHING_ROWS, measureMatching, showMatching } from './matching.ts'
import { numberOption } from './options.ts'
import { measureParity, showParity } from './parity.ts'
import { measureReceivers, showReceivers } from './receivers.ts'
import { measureReportingLines } from './reporting-line.ts'
import { measureRuns, RUN_SIZES } from './run.ts'
import { measureSeason, showSeason } from './season.ts'
import { measureWeights, showWeights } from './weight.ts'

/**
 * `npm run bench [-- matching|kernel|reporting-line|employees|import|run|season|weight|lighthouse|hostile|parity|load|receivers] [instance …] [--people N …] [--pairs=N] [--json]`:
 * figures of matching as ratios to a reference of the same run; what the public pages cost, what Lighthouse says of
 * them, what hostile submissions do, and what a season asks of people. The last three fail where a bar is missed; the first two of them need Chromium.
 * `parity [--sequences=5000] [--operations=20] [--seed=1]` holds the database in memory against the real one, and
 * `load [--seconds=120] [--rate=50] [--burst=500]` sends sign-ups to the whole service, and `receivers [--events=1000]` has it
 * send events to receivers that misbehave; the three fail on any difference or loss.
 * Names of instances (`b_U d_Q`) narrow `matching` down to them; `run` takes numbers of people.
 */
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const instances = asked.filter((word) => MATCHING_ROWS.includes(word))
const sizes = asked.filter((word) => RUN_SIZES.includes(word))
const BENCHES = {
  matching: { measure: () => measureMatching(instances), show: showMatching },
  kernel: { measure: measureKernel, show: console.table },
  'reporting-line': { measure: measureReportingLines, show: console.table },
  employees: { measure: measureEmployees, show: console.table },
  import: { measure: measureImport, show: showImport },
  run: { measure: () => measureRuns(sizes.map(Number)), show: console.table },
  season: { measure: async () => measureSeason(), show: showSeason },
  weight: { measure: measureWeights, show: showWeights },
  lighthouse: { measure: measureLighthouse, show: showLighthouse },
  hostile: { measure: measureHostileSubmissions, show: showHostileSubmissions },
  parity: {
    measure: () =>
      measureParity({
        sequences: numberOption('sequences', 5_000),
        operations: numberOption('operations', 20),
        seed: numberOption('seed', 1),
      }),
    show: showParity,
  },
  load: { measure: measureLoad, show: showLoad },
  receivers: { measure: measureReceivers, show: showReceivers },
}

const unknown = asked.filter(
  (word) => !(word in BENCHES) && !MATCHING_ROWS.includes(word) && !RUN_SIZES.includes(word),
)
if (unknown.length) {
  console.error(
    `Unknown bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}; ` +
      `instances of matching: ${MATCHING_ROWS.join(', ')}; people of run: ${RUN_SIZES.join(', ')}.`,
  )
  process.exit(2)
}

async function run<Rows>(name: string, measure: () => Promise<Rows>, show: (rows: Rows) => void) {
  const rows = await measure()
  if (process.argv.includes('--json')) return console.log(JSON.stringify({ bench: name, rows }))
  console.log(`\n${name}`)
  show(rows)
}

const isAsked = (name: string) =>
  asked.length === 0 || asked.includes(name) || (name === 'matching' && instances.length > 0)
const {
  matching,
  kernel,
  'reporting-line': lines,
  employees,
  import: imports,
  run: runs,
  season,
  weight,
  lighthouse,
  hostile,
  parity,
  load,
  receivers,
} = BENCHES
if (isAsked('matching')) await run('matching', matching.measure, matching.show)
if (isAsked('kernel')) await run('kernel', kernel.measure, kernel.show)
if (isAsked('reporting-line')) await run('reporting-line', lines.measure, lines.show)
if (isAsked('employees')) await run('employees', employees.measure, employees.show)
if (isAsked('import')) await run('import', imports.measure, imports.show)
if (isAsked('run')) await run('run', runs.measure, runs.show)
if (isAsked('season')) await run('season', season.measure, season.show)
if (isAsked('weight')) await run('weight', weight.measure, weight.show)
if (isAsked('lighthouse')) await run('lighthouse', lighthouse.measure, lighthouse.show)
if (isAsked('hostile')) await run('hostile', hostile.measure, hostile.show)
// Proofs rather than measures, of many minutes: only where they are named.
if (asked.includes('parity')) await run('parity', parity.measure, parity.show)
if (asked.includes('load')) await run('load', load.measure, load.show)
if (asked.includes('receivers')) await run('receivers', receivers.measure, receivers.show)
