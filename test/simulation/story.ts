import { createHash } from 'node:crypto'
import { type Violation, violations } from './invariants.ts'
import type { Chooser } from './scheduler.ts'
import { Simulation, type StoryOptions } from './simulation.ts'

export interface StoryResult {
  seed: number
  operations: number
  calls: number
  faults: number
  violations: Violation[]
  /** What was asked for and what failed, in order. */
  diary: string[]
  /** SHA-256 of everything that is stored in the end. */
  digest: string
}

/** Lives one story to its end and holds what is there against what was promised. */
export async function liveStory(options: StoryOptions, choose?: Chooser): Promise<StoryResult> {
  const simulation = await Simulation.begin(options, choose)
  try {
    let broken: Violation[] = []
    await simulation.live(async (now) => {
      broken = await violations(now, false)
      return broken.length > 0
    })
    if (broken.length === 0) {
      await simulation.calmDown()
      broken = await violations(simulation, true)
    }
    const { calls, faults } = simulation.scheduler
    return {
      seed: options.seed,
      operations: simulation.operations,
      calls,
      faults,
      violations: broken,
      diary: simulation.diary,
      digest: digestOf(simulation),
    }
  } finally {
    simulation.end()
  }
}

function digestOf(simulation: Simulation): string {
  const hash = createHash('sha256')
  const tables = simulation.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  )
  for (const { name } of tables) {
    hash.update(name)
    const rows = simulation.rows(`SELECT * FROM "${name}"`).map((row) => JSON.stringify(row))
    for (const row of rows.sort()) hash.update(row)
  }
  return hash.digest('hex')
}
