import { addressOf } from '#test/cohort.ts'
import type { Client, House } from '#test/house.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/regards-croises'
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The two propose, move, accept, cancel, log and confirm, and note what they take away; the team reads what it may. */
export async function liveSessions(house: House, { pair }: Pairs): Promise<void> {
  const { id, mentor, mentee, organiser } = pair
  const path = `pairs/${id}/sessions`
  await prepare(organiser, id)
  const inMinutes = (minutes: number) => new Date(house.now + minutes * MINUTE_MS).toISOString()
  const { json: first } = await mentor.post(path, {
    starts_at: inMinutes(300),
    minutes: 45,
    place: 'Salle 3',
  })
  await mentee.patch(`sessions/${first.id}`, { starts_at: inMinutes(31) })
  await mentor.post(`sessions/${first.id}/acceptance`)
  await mentor.post(`sessions/${first.id}/move`, { starts_at: inMinutes(32) })
  const form = { language: 'fr', minutes: '60', place: '' }
  await mentee.form(path, { ...form, slot: inMinutes(600) })
  await house.root.get(path)
  const { json: list } = await mentor.get(path)
  const second = list.items.at(-1).id
  await mentor.form(`sessions/${second}/move`, { ...form, slot: inMinutes(700) })
  await mentee.form(`sessions/${second}/acceptance`, { language: 'fr' })
  await mentor.form(`sessions/${second}/cancellation`, { language: 'fr' })
  const { json: third } = await mentor.post(path, { starts_at: inMinutes(900), minutes: 30 })
  await mentor.post(`sessions/${third.id}/cancellation`)
  house.now += 40 * MINUTE_MS
  await mentor.form(`sessions/${first.id}/log`, { language: 'fr', held: 'yes', minutes: '50' })
  await mentee.form(`sessions/${first.id}/confirmation`, { language: 'fr', agrees: 'no' })
  await mentee.post(`sessions/${first.id}/log`, { held: true, minutes: 45 })
  await mentor.post(`sessions/${first.id}/confirmation`, { agrees: true })
  await house.root.get(`${HERE}/training-hours`)
  await house.root.get(`${HERE}/training-hours?format=csv&language=fr`)
  await liveTakeaways(id, mentor, mentee, house.root)
}

/** The talks that come before session 1 have taken place. */
async function prepare(organiser: Client, pair: string): Promise<void> {
  const open = await organiser.all('preparations?state=open')
  for (const talk of open.filter((one) => one.pair === pair))
    await organiser.post(`preparations/${talk.id}/closure`, { state: 'held', outcome: 'Un bel échange.' })
}

async function liveTakeaways(pair: string, mentor: Client, mentee: Client, team: Client): Promise<void> {
  const path = `pairs/${pair}/takeaways`
  const { json: idea } = await mentor.post(path, {
    kind: 'idea',
    text: 'Un café des métiers.',
    shared: true,
  })
  await mentee.form(path, { language: 'fr', kind: 'person-to-meet', text: 'Yann, à la logistique' })
  const { json: list } = await mentee.get(path)
  const person = list.items.find(({ kind }: { kind: string }) => kind === 'person-to-meet').id
  await mentor.patch(`takeaways/${idea.id}`, { state: 'tried' })
  await mentee.form(`takeaways/${person}/change`, { language: 'fr', state: 'done' })
  await mentee.post(`takeaways/${person}/change`, { text: 'Yann, aux stocks' })
  await mentee.form(`takeaways/${person}/deletion`, { language: 'fr' })
  const { json: advice } = await mentor.post(path, { kind: 'advice-received', text: 'Poser la question.' })
  await mentor.post(`takeaways/${advice.id}/deletion`)
  const { json: doubt } = await mentor.post(path, { kind: 'certainty-challenged', text: 'Tout va vite.' })
  await mentor.delete(`takeaways/${doubt.id}`)
  await team.get(`${HERE}/ideas`)
  await team.put(`ideas/${idea.id}/status`, { state: 'adopted' })
}

/** What is over does not change, nobody is in two places, and a page of notes has an end. */
export const refuseSessions = async (house: RecordingHouse): Promise<void> => {
  const pairs = await house.root.all(`pairs?programme=regards-croises`)
  const ended = pairs.find(({ state }) => state === 'ended')
  const live = pairs.find(({ state }) => state === 'active')
  const starts_at = new Date(house.now + 2 * DAY_MS).toISOString()
  const later = new Date(house.now + 3 * DAY_MS).toISOString()
  const note = { kind: 'idea', text: 'Trop tard.' }
  const parted = await house.session(addressOf(ended?.mentee))
  await parted.post(`pairs/${ended?.id}/sessions`, { starts_at, minutes: 60 })
  await parted.post(`pairs/${ended?.id}/takeaways`, note)

  const mentor = await house.session(addressOf(live?.mentor))
  const mentee = await house.session(addressOf(live?.mentee))
  const path = `pairs/${live?.id}/sessions`
  await prepare(await house.organiser(), live?.id)
  const { json: one } = await mentor.post(path, { starts_at, minutes: 60 })
  const { json: other } = await mentor.post(path, { starts_at: later, minutes: 60 })
  await mentor.post(path, { starts_at, minutes: 60 })
  await mentor.patch(`sessions/${other.id}`, { starts_at })
  await mentor.post(`sessions/${other.id}/move`, { starts_at })
  await mentor.post(`sessions/${one.id}/acceptance`)
  await mentee.post(`sessions/${one.id}/acceptance`)
  await mentor.post(`sessions/${one.id}/log`, { held: false })
  await mentor.post(`sessions/${other.id}/cancellation`)
  await mentor.patch(`sessions/${other.id}`, { starts_at: later, minutes: 30 })
  await mentor.post(`sessions/${other.id}/move`, { starts_at: later, minutes: 30 })
  house.now += 2 * DAY_MS + 60 * MINUTE_MS
  await mentor.post(`sessions/${one.id}/cancellation`)
  await mentor.post(`sessions/${one.id}/log`, { held: true, minutes: 60 })
  await mentee.post(`sessions/${one.id}/log`, { held: false })
  await mentor.post(`sessions/${one.id}/confirmation`, { agrees: true })
  for (let n = 0; n <= 60; n++) await mentor.post(`pairs/${live?.id}/takeaways`, note)
}
