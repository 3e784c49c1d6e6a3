import { afterAll, beforeAll, expect, it } from 'vitest'
import { dataFolder } from '../../worker/local/data-folder.ts'
import { openAllDoors } from '../../worker/local/doors.ts'
import { tellReceiverStory } from '../support/receiver-story.ts'
import { Stage } from './stage.ts'

const stage = new Stage()

beforeAll(() => stage.start(), 200_000)
afterAll(() => stage.stop(), 60_000)

// `npm run bench -- receivers` tells the same with a thousand events, and measures how long the others wait.
it('reaches receivers that misbehave in twelve ways once they are well again, in order and without following them anywhere', async () => {
  const doors = await openAllDoors(dataFolder(stage.data), stage.port)
  const story = await tellReceiverStory(doors, { events: 20, lines: 5, healthy: 1, patienceMs: 120_000 })
  expect(story.wrong).toEqual([])
  expect(story.redirects_followed).toBe(0)
  expect(Object.values(story.arrived).map(({ events }) => events)).toEqual(Array(13).fill(20))
  expect(story.arrived['error-500']!.requests).toBeGreaterThan(40)
})
