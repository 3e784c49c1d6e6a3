import { addressOf } from '#test/cohort.ts'
import type { Client, House } from '#test/house.ts'
import { openTokens } from '#test/pair-meeting.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/regards-croises'
const TEAM = 'organiser@armorique.example'
const MINUTE_MS = 60_000

/** Both say how their sessions were, from the mailed link and from their space; the referent reads it, the team a class. */
export async function liveFeedback(house: House, { pair }: Pairs): Promise<void> {
  const { id, mentor, mentee, organiser } = pair
  await holdSession(house, id, mentor, mentee)
  const [mine, theirs] = await openTokens(house, id, 'pulse')
  await house.stranger.post(`feedback/${mine}/pulse`, { PU1: 4, PU2: 3, PU3: 3, PU4: 3, PUF: 4, PUH: true })
  await house.stranger.form(`feedback/${theirs}/pulse`, { language: 'fr', PU1: '3', PU4: '2' })
  const session = await holdSession(house, id, mentor, mentee)
  await mentor.post(`sessions/${session}/pulses`, { PU1: 2 })
  await mentee.form(`sessions/${session}/pulses`, { language: 'fr', PU2: '4' })
  await organiser.put(`${HERE}/referent`, { email: TEAM })
  await organiser.get(`pairs/${id}/pulses`)
  await organiser.delete(`${HERE}/referent`)
  await organiser.get(`pairs/${id}/health`)
}

/** An answer is given once, and a wish to be contacted goes to whom the page named or to nobody. */
export const refuseFeedback = async (house: RecordingHouse): Promise<void> => {
  await house.root.get('pairs/pai_none/pulses')
  await house.root.get('pairs/pai_none/health')
  const live = (await house.root.all('pairs?programme=regards-croises')).find(
    ({ state }) => state === 'active',
  )
  const mentor = await house.session(addressOf(live?.mentor))
  const mentee = await house.session(addressOf(live?.mentee))
  const session = await holdSession(house, live?.id, mentor, mentee)
  const [token] = await openTokens(house, live?.id, 'pulse')
  await house.stranger.post(`feedback/${token}/pulse`, { PUH: true, reader: 'org_nobody' })
  for (const PU1 of [4, 0]) await house.stranger.post(`feedback/${token}/pulse`, { PU1 })
  for (const client of [mentor, mentee, mentor, mentee]) await client.post(`sessions/${session}/pulses`, {})
}

/** The two meet within the hour, one of them logs it, and both are asked how it was. */
async function holdSession(house: House, pair: string, mentor: Client, mentee: Client): Promise<string> {
  const starts_at = new Date(house.now + 31 * MINUTE_MS).toISOString()
  const { json } = await mentor.post(`pairs/${pair}/sessions`, { starts_at, minutes: 15 })
  await mentee.post(`sessions/${json.id}/acceptance`)
  house.now += 50 * MINUTE_MS
  await mentor.post(`sessions/${json.id}/log`, { held: true, minutes: 15 })
  await house.tick()
  return json.id
}
