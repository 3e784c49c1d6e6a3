import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { assign, type Objective } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { readProblem } from './problem-files.ts'

/**
 * A process of its own for the solver, so that the first call is cold and its memory is nobody else's: reads the problem
 * of a folder, then answers each line `solve` with the time of one call in ms, and `judge` with the verdict of `certify`.
 * Usage: `node solver-process.ts <folder> <objective>`
 */
const [folder = '', objective = 'coverage'] = process.argv.slice(2)
const problem = readProblem(folder)

function solve() {
  const from = performance.now()
  const assignment = assign(problem, { objective: objective as Objective })
  return { ms: performance.now() - from, assignment }
}

/** On Linux `maxRSS` starts at what the parent process held; the status file knows the peak of this process alone. */
function findPeakMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024
}

let last: ReturnType<typeof solve> | null = null

function answer(line: string) {
  if (line === 'judge') {
    const verdict = last && certify(problem, last.assignment)
    return { certified: verdict?.holds ?? false, why: verdict?.why }
  }
  last = null
  last = solve()
  const { matched, total, worst } = last.assignment
  return { ms: last.ms, matched, total, worst, peak_mb: findPeakMb() }
}

for await (const line of createInterface(process.stdin)) {
  try {
    console.log(JSON.stringify(answer(line)))
  } catch (thrown) {
    console.log(JSON.stringify({ error: String(thrown) }))
  }
}
