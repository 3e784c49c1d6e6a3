import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  makeEmployee,
  makeMenteeAnswers,
  makeMentorAnswers,
  makeProgramme,
  makeSignUp,
} from '#test/makers.ts'
import { Stage, until } from './stage.ts'

const stage = new Stage()
const MENTORS = 20
const MENTEES = 60

beforeAll(async () => {
  await stage.start()
  await stage.ask('POST', 'programmes', makeProgramme())
  await stage.ask('PUT', 'programmes/regards-croises/publication')
  await stage.ask('PUT', 'employees/HEAD', makeEmployee({ grade_rank: 9 }))
  for (let n = 0; n < MENTORS; n++) {
    await stage.ask('PUT', `employees/M${n}`, makeEmployee({ grade_rank: 1, manager: 'HEAD' }))
    const answers = makeMentorAnswers({ CAP: 2 })
    await stage.ask('POST', 'programmes/regards-croises/sign-ups', makeSignUp('mentor', `M${n}`, answers))
  }
  for (let n = 0; n < MENTEES; n++) {
    await stage.ask('PUT', `employees/X${n}`, makeEmployee({ grade_rank: 7, manager: 'HEAD' }))
    await stage.ask(
      'POST',
      'programmes/regards-croises/sign-ups',
      makeSignUp('mentee', `X${n}`, makeMenteeAnswers()),
    )
  }
}, 300_000)

afterAll(() => stage.stop(), 60_000)

it('a receiver on this machine hears what happens, signed as the reference library verifies, until it accepts', async () => {
  const heard: { headers: Record<string, string>; body: string }[] = []
  let refusals = 1
  const receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      response.statusCode = refusals-- > 0 ? 503 : 204
      if (response.statusCode === 204)
        heard.push({ headers: request.headers as Record<string, string>, body })
      response.end()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => receiver.once('listening', resolve))
  const { port } = receiver.address() as AddressInfo
  const { id, secret } = await stage.ask('POST', 'webhook-endpoints', {
    url: `http://127.0.0.1:${port}/hooks`,
    types: ['programme.unpublished', 'programme.published'],
  })
  await stage.ask('DELETE', 'programmes/regards-croises/publication')
  await stage.ask('PUT', 'programmes/regards-croises/publication')
  await until(async () => heard.length === 2, 60_000)
  const events = heard.map(
    ({ body, headers }) => new Webhook(secret).verify(body, headers) as { type: string },
  )
  expect(events.map(({ type }) => type).sort()).toEqual(['programme.published', 'programme.unpublished'])
  await stage.ask('DELETE', `webhook-endpoints/${id}`)
  receiver.close()
}, 120_000)

it.skipIf(process.platform === 'win32')(
  'the runtime is killed at any moment of a run: afterwards exactly one run is completed, and no proposal is doubled',
  async () => {
    for (const delayMs of [0, 15, 40, 120]) {
      const run = await stage.ask('POST', 'programmes/regards-croises/match-runs')
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      expect(stage.killRuntime()).toBeGreaterThan(0)
      await stage.untilReady()
      // A run that died under its lease is taken over once the lease has ended.
      await stage.ask('POST', '/dev/clock', { advance_ms: 61_000 })
      await until(async () => (await stage.ask('GET', `match-runs/${run.id}`)).state === 'completed', 90_000)
      const runs = await stage.all('programmes/regards-croises/match-runs')
      expect(runs.filter((one) => one.state === 'completed')).toMatchObject([{ id: run.id }])
      const proposals = await stage.all(`match-runs/${run.id}/proposals`)
      const { matched } = await stage.ask('GET', `match-runs/${run.id}`)
      expect(matched).toBe(MENTORS * 2)
      expect(proposals).toHaveLength(matched)
      expect(new Set(proposals.map(({ mentor, mentee }) => `${mentor} ${mentee}`)).size).toBe(matched)
      expect(new Set(proposals.map(({ mentee }) => mentee)).size).toBe(matched)
    }
  },
  600_000,
)
