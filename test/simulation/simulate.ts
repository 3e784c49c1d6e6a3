import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { showCrashPoints } from './crash-points.ts'
import { Crew } from './crew.ts'
import { fromRanges, inRanges, shrink } from './shrink.ts'
import type { StoryOptions } from './simulation.ts'
import type { StoryResult } from './story.ts'
import { TEETH } from './teeth.ts'

const USE = `npm run -s simulate -- [--seeds N] [--from SEED] [--operations N] [--faults PER-MILLE] [--json]
npm run -s simulate -- --replay SEED [--steps 3,8-11]   one story again
npm run -s simulate -- --teeth [--only WORDS] [--json]  each planted bug, and the seed that finds it
npm run -s simulate -- --crash-points [--only WORDS] [--json]  each call of each flow fails once, in each way`

/** What a simulation is, unless it is asked for otherwise. */
export const USUAL = { operations: 2_000, faultsPerMille: 25 }

interface Total {
  seeds: number
  operations: number
  faults: number
  violations: number
  digest: string
}

/** Lives so many stories; the first broken one is told in as few steps as will break it. */
export async function simulate(
  seeds: number,
  from: number,
  options: Omit<StoryOptions, 'seed'>,
  tell: (line: string) => void,
  shrinks = true,
): Promise<Total> {
  const crew = await Crew.gather(Math.min(seeds, availableParallelism()))
  try {
    let lived = 0
    const results = await Promise.all(
      Array.from({ length: seeds }, async (_, at) => {
        const result = await crew.live({ ...options, seed: from + at })
        lived += 1
        if (lived % 50 === 0) tell(`${lived} of ${seeds} stories`)
        return result
      }),
    )
    const broken = results.filter(({ violations }) => violations.length > 0)
    for (const one of shrinks ? broken.slice(0, 3) : [])
      await tellStory(crew, { ...options, seed: one.seed }, one, tell)
    if (!shrinks)
      for (const { seed, violations } of broken)
        tell(
          `seed ${seed}: ${violations.map(({ promise, detail }) => `${promise}: ${detail.slice(0, 300)}`).join('\n  ')}`,
        )
    const sum = (count: (result: StoryResult) => number) => results.reduce((all, one) => all + count(one), 0)
    return {
      seeds,
      operations: sum(({ operations }) => operations),
      faults: sum(({ faults }) => faults),
      violations: sum(({ violations }) => violations.length),
      digest: createHash('sha256')
        .update(results.map(({ digest }) => digest).join(''))
        .digest('hex'),
    }
  } finally {
    await crew.dismiss()
  }
}

async function tellStory(
  crew: Crew,
  options: StoryOptions,
  broken: StoryResult,
  tell: (line: string) => void,
): Promise<void> {
  for (const { promise, detail } of broken.violations.slice(0, 5)) {
    tell(`seed ${broken.seed}: broken: ${promise}\n    ${detail.slice(0, 500)}`)
  }
  const steps = await shrink(options, broken, (shorter) => crew.live(shorter))
  const again = await crew.live({ ...options, steps })
  tell(
    `  in ${steps.length} steps: npm run -s simulate -- --replay ${broken.seed} --steps ${inRanges(steps)}`,
  )
  for (const line of again.diary.slice(-60)) tell(`    ${line}`)
}

/** Plants each bug in a program of its own and lives stories in it until one is broken. */
export async function showTeeth(
  only: string,
  tell: (line: string) => void,
): Promise<{ planted: number; found: number }> {
  const teeth = TEETH.filter(({ bug }) => bug.includes(only))
  let found = 0
  const waiting = [...teeth]
  const findNext = async (): Promise<void> => {
    const tooth = waiting.shift()
    if (!tooth) return
    const crew = await Crew.gather(1, tooth)
    let told = `NOT FOUND in ${SEEDS_FOR_A_BUG} seeds`
    for (let seed = 1; seed <= SEEDS_FOR_A_BUG; seed++) {
      const { violations } = await crew.live({ ...USUAL, seed })
      if (violations.length === 0) continue
      found += 1
      told = `found by seed ${seed}: ${violations[0]!.promise}`
      break
    }
    await crew.dismiss()
    tell(`${tooth.bug}: ${told}`)
    return findNext()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, findNext))
  return { planted: teeth.length, found }
}

const SEEDS_FOR_A_BUG = 50

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '50' },
      from: { type: 'string', default: '1' },
      operations: { type: 'string', default: String(USUAL.operations) },
      faults: { type: 'string', default: String(USUAL.faultsPerMille) },
      replay: { type: 'string' },
      steps: { type: 'string' },
      teeth: { type: 'boolean', default: false },
      'crash-points': { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      'no-shrink': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const tell = (line: string) => console.error(line)
  const count = (name: 'seeds' | 'from' | 'operations' | 'faults' | 'replay') => {
    const number = Number(values[name])
    if (Number.isSafeInteger(number) && number >= 0) return number
    console.error(`--${name} must be a whole number.\n${USE}`)
    process.exit(2)
  }
  const options = { operations: count('operations'), faultsPerMille: count('faults') }
  const startedAt = performance.now()
  if (values.help) console.log(USE)
  else if (values.teeth) {
    const figures = await showTeeth(values.only, tell)
    console.log(JSON.stringify(figures))
    process.exitCode = figures.found === figures.planted ? 0 : 1
  } else if (values['crash-points']) {
    const figures = await showCrashPoints(values.only, tell)
    tell(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    console.log(JSON.stringify(figures))
    process.exitCode = figures.converged === figures.cases ? 0 : 1
  } else if (values.replay !== undefined) {
    const crew = await Crew.gather(1)
    const steps = values.steps === undefined ? {} : { steps: fromRanges(values.steps) }
    const { diary, ...result } = await crew.live({ ...options, ...steps, seed: count('replay') })
    for (const line of diary) tell(line)
    console.log(JSON.stringify(result, null, values.json ? 0 : 2))
    process.exitCode = result.violations.length === 0 ? 0 : 1
    await crew.dismiss()
  } else {
    const total = await simulate(count('seeds'), count('from'), options, tell, !values['no-shrink'])
    tell(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    console.log(values.json ? JSON.stringify(total) : JSON.stringify(total, null, 2))
    process.exitCode = total.violations === 0 ? 0 : 1
  }
}
