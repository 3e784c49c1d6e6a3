import { type ReceiverStory, tellReceiverStory } from '../support/receiver-story.ts'
import { startLocalService } from './local-service.ts'
import { numberOption } from './options.ts'

const LINES = 50
const HEALTHY = 3
const PATIENCE_MS = 1_200_000
/** How much longer a healthy receiver may wait where others misbehave. */
const RATIO_MAX = 2

export interface ReceiverFigures extends ReceiverStory {
  delay_ratio: number
}

/**
 * The receivers’ laboratory on the whole local service: twelve that misbehave and three that do not, and so many events.
 * Fails the command where one is lost, overtaken, led astray, or held up by the others.
 */
export async function measureReceivers(): Promise<ReceiverFigures> {
  const events = numberOption('events', 1_000)
  const service = await startLocalService('none')
  try {
    const story = await tellReceiverStory(service.doors, {
      events,
      lines: LINES,
      healthy: HEALTHY,
      patienceMs: PATIENCE_MS,
    })
    const delay_ratio = Math.round((story.p95_among_bad_ms / story.p95_alone_ms) * 100) / 100
    if (delay_ratio >= RATIO_MAX) story.wrong.push(`healthy receivers waited ${delay_ratio} times as long`)
    for (const line of story.wrong) console.error(line)
    if (story.wrong.length > 0) process.exitCode = 1
    return { ...story, delay_ratio }
  } finally {
    await service.stop()
    service.forget()
  }
}

export function showReceivers({ arrived, seconds, distrusted, wrong, ...figures }: ReceiverFigures): void {
  console.table([{ ...figures, wrong: wrong.length }])
  console.table(arrived)
  console.table([{ ...seconds, bad_tls_knocks: distrusted.knocks, bad_tls_visits: distrusted.visits }])
}
