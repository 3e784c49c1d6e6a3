import { changeWebhookEndpoint } from '#actions/webhook.ts'
import { below, pick } from '#db/worlds/random.ts'
import { type Errand, HOUR_MS } from './errand.ts'
import { ERRANDS_OF_PAIRS } from './errands-of-pairs.ts'
import { ERRANDS_OF_PEOPLE } from './errands-of-people.ts'
import { MOODS } from './outside.ts'
import type { Simulation } from './simulation.ts'
import { KEY } from './town.ts'

function tick(cron: string): Errand['run'] {
  return (simulation, random) => {
    // Now and then a cron fires twice, or not at all.
    const chance = random()
    if (chance < 0.1) return
    simulation.tick(cron)
    if (chance > 0.85) simulation.tick(cron)
  }
}

/** Time passes, crons ring, messages come, receivers fall ill and recover. */
const ERRANDS_OF_THE_WORLD = {
  minute: { weight: 14, run: tick('* * * * *') },
  fiveMinutes: { weight: 6, run: tick('*/5 * * * *') },
  night: { weight: 1, run: tick('17 3 * * *') },
  message: {
    weight: 10,
    run(simulation, random) {
      const { queue } = simulation
      if (queue.length === 0) return
      const at = below(random, queue.length)
      const chance = random()
      const message = queue[at]!
      // Some messages are lost, some come twice, in any order.
      if (chance < 0.8) queue.splice(at, 1)
      if (chance > 0.15) simulation.deliver(message)
    },
  },
  time: {
    weight: 8,
    run(simulation, random) {
      const chance = random()
      const hours = chance < 0.5 ? random() * 0.2 : chance < 0.85 ? random() * 6 : random() * 30
      simulation.scheduler.passTime(hours * HOUR_MS)
    },
  },
  mood: {
    weight: 3,
    run(simulation, random) {
      const { moods } = simulation.outside
      moods[below(random, moods.length)] = random() < 0.5 ? 'well' : pick(random, MOODS)
    },
  },
  postman: {
    weight: 1,
    run(simulation, random) {
      simulation.outside.postmanIsAway = random() < 0.4
    },
  },
  repeat: {
    weight: 8,
    run(simulation, random) {
      const { repeats } = simulation.ledger
      if (repeats.length === 0) return
      const { actor, key, at, work } = repeats.splice(below(random, repeats.length), 1)[0]!
      // A key is known again for two days.
      if (simulation.scheduler.now - at > 24 * HOUR_MS) return
      simulation.askOnce('the same again', actor, key, work)
    },
  },
  enable: {
    weight: 2,
    run(simulation: Simulation) {
      const off = simulation.rows<{ id: string }>(
        "SELECT id FROM webhook_endpoints WHERE state = 'disabled' ORDER BY id",
      )
      for (const { id } of off) {
        simulation.ask('endpoint enabled', KEY, (ctx) => changeWebhookEndpoint(ctx, id, { state: 'active' }))
      }
    },
  },
} as const satisfies Record<string, Errand>

export const ERRANDS = {
  ...ERRANDS_OF_THE_WORLD,
  ...ERRANDS_OF_PEOPLE,
  ...ERRANDS_OF_PAIRS,
} as const satisfies Record<string, Errand>
