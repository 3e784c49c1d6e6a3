import { addressOf } from '#test/cohort.ts'
import type { House } from '#test/house.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/regards-croises'
const DAY_MS = 86_400_000
const TEAM = 'organiser@armorique.example'

/** Help is asked and answered, a pair pauses and comes back, another ends without fault. */
export async function liveWays(house: House, { pair, spare }: Pairs): Promise<void> {
  const { root } = house
  const { organiser, mentor, mentee } = pair
  const until = new Date(house.now + 20 * DAY_MS).toISOString().slice(0, 10)
  await root.put(`${HERE}/referent`, { email: TEAM })
  await root.get(`${HERE}/referent`)
  await root.delete(`${HERE}/referent`)
  await mentor.post('help-requests', { pair: pair.id, text: 'Comment proposer une autre date\u00a0?' })
  await mentee.form('help-requests', { language: 'fr', pair: pair.id, text: '' })
  const [asked] = await organiser.all('help-requests?state=open')
  await organiser.post(`help-requests/${asked?.id}/closure`, { outcome: 'Vu ensemble.' })
  await mentor.post(`pairs/${pair.id}/pause`, { until })
  await mentee.post(`pairs/${pair.id}/return`)
  await mentee.form(`pairs/${pair.id}/pause`, { language: 'fr', until })
  await mentor.form(`pairs/${pair.id}/return`, { language: 'fr' })
  await root.put(`pairs/${pair.id}/break`, { until })
  await root.delete(`pairs/${pair.id}/break`)
  await spare.mentor.post(`pairs/${spare.id}/separation`, { reason: 'Nous ne nous sommes pas trouvés.' })
  await organiser.get(`pairs/${spare.id}/separation`)
  await root.post(`pairs/${spare.id}/ending`, { reason: '' })
}

/** What has ended pauses no more, what was answered is not answered otherwise, and what is confided is there for nobody else. */
export const refuseWays = async (house: RecordingHouse): Promise<void> => {
  const organiser = await house.organiser(TEAM)
  const [asked] = await organiser.all('help-requests?state=closed')
  const door = `help-requests/${asked?.id}/closure`
  await organiser.post(door, { outcome: 'Autre chose.' })
  await organiser.post(door, { outcome: 'x'.repeat(70_000) })
  await organiser.post(door, 'Autre chose.')
  await house.root.post(door, { outcome: 'Autre chose.' })
  const pairs = await house.root.all('pairs')
  const ended = pairs.find(({ state }) => state === 'ended')
  const active = pairs.find(({ state }) => state === 'active')
  const until = new Date(house.now + 20 * DAY_MS).toISOString().slice(0, 10)
  await house.root.get(`pairs/${ended?.id}/separation`)
  await house.root.put(`pairs/${ended?.id}/break`, { until })
  await house.root.post(`pairs/${ended?.id}/ending`, { reason: 'Trop tard.' })
  await house.root.post(`pairs/${active?.id}/ending`, { reader: 'org_before' })
  const mentor = await house.session(addressOf(ended?.mentor))
  await mentor.post(`pairs/${ended?.id}/separation`, {})
  await mentor.post(`pairs/${ended?.id}/pause`, { until })
  await mentor.post(`pairs/${ended?.id}/return`)
  await mentor.post('help-requests', { pair: 'pai_unknown' })
}
