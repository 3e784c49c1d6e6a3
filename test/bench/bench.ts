import { measureMatching } from './matching.ts'
import { measureReportingLines } from './reporting-line.ts'

/** `npm run bench [-- matching|reporting-line] [--json]`: figures as ratios to a reference of the same run. */
const BENCHES = { matching: measureMatching, 'reporting-line': measureReportingLines } as const

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length) {
  console.error(`Unknown bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}
for (const [name, measure] of Object.entries(BENCHES)) {
  if (asked.length && !asked.includes(name)) continue
  const rows = await measure()
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: name, rows }))
  else {
    console.log(`\n${name}`)
    console.table(rows)
  }
}
