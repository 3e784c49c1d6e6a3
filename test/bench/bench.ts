import { MATCHING_ROWS, measureMatching, showMatching } from './matching.ts'
import { measureReportingLines } from './reporting-line.ts'

/**
 * `npm run bench [-- matching|reporting-line] [instance …] [--json]`: figures as ratios to a reference of the same run.
 * Names of instances (`b_U d_Q`) narrow `matching` down to them.
 */
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const instances = asked.filter((word) => MATCHING_ROWS.includes(word))
const BENCHES = {
  matching: { measure: () => measureMatching(instances), show: showMatching },
  'reporting-line': { measure: measureReportingLines, show: console.table },
}

const unknown = asked.filter((word) => !(word in BENCHES) && !MATCHING_ROWS.includes(word))
if (unknown.length) {
  console.error(
    `Unknown bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}; ` +
      `instances of matching: ${MATCHING_ROWS.join(', ')}.`,
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
const { matching, 'reporting-line': lines } = BENCHES
if (isAsked('matching')) await run('matching', matching.measure, matching.show)
if (isAsked('reporting-line')) await run('reporting-line', lines.measure, lines.show)
