import type { House } from '#test/house.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/regards-croises'

/** One of the two cancels twice: the team hears of it, reads the words and writes. */
export async function liveTrouble(house: House, { pair }: Pairs): Promise<void> {
  const { root } = house
  await cancelTwice(house, pair)
  await root.get(`${HERE}/troubles?limit=10`)
  const trouble = await openTrouble(house, pair.id)
  await root.get(`troubles/${trouble}/words`)
  await root.post(`troubles/${trouble}/closure`, { outcome: 'Thirty minutes on Tuesdays.', write: true })
}

/** What is settled is settled, and a call for help closes by being answered. */
export async function refuseTrouble(house: RecordingHouse): Promise<void> {
  const [first] = await house.db.$client
    .prepare(`SELECT id FROM troubles WHERE state <> 'open' AND kind = 'cancellations' LIMIT 1`)
    .all<{ id: string }>()
    .then(({ results }) => results)
  await house.root.post(`troubles/${first?.id}/closure`, { outcome: 'Something else.' })
  await askForHelp(house)
}

async function cancelTwice(house: House, { id, mentor, mentee }: Pairs['pair']): Promise<void> {
  for (const days of [40, 41]) {
    const { json } = await mentor.post(`pairs/${id}/sessions`, {
      starts_at: new Date(house.now + days * 86_400_000).toISOString(),
      minutes: 30,
    })
    await mentee.post(`sessions/${json.id}/acceptance`)
    await mentee.post(`sessions/${json.id}/cancellation`)
  }
  await house.tick()
}

async function openTrouble(house: House, pair: string): Promise<string | undefined> {
  const { json } = await house.root.get(`pairs/${pair}/troubles`)
  return json.items.find(({ state }: { state: string }) => state === 'open')?.id
}

/** Somebody of a live pair asks the whole team for help; the organiser who was named finds the trouble and cannot close it. */
async function askForHelp(house: RecordingHouse): Promise<void> {
  const [row] = await house.db.$client
    .prepare(
      `SELECT pairs.id, people.email FROM pairs JOIN participants ON participants.id = pairs.mentor_id
       JOIN people ON people.id = participants.person_id
       WHERE pairs.state = 'active' AND pairs.paused_at IS NULL AND people.email IS NOT NULL LIMIT 1`,
    )
    .all<{ id: string; email: string }>()
    .then(({ results }) => results)
  const organiser = await house.organiser('reader@armorique.example')
  await house.root.put(`${HERE}/referent`, { email: 'reader@armorique.example' })
  const mentor = await house.session(row?.email ?? '')
  await mentor.post('help-requests', { pair: row?.id, text: 'A word, please.' })
  await house.tick()
  const { json } = await organiser.get(`pairs/${row?.id}/troubles`)
  const help = json.items.find(({ kind }: { kind: string }) => kind === 'help')
  await organiser.get(`troubles/${help?.id}/words`)
  await organiser.post(`troubles/${help?.id}/closure`, { outcome: 'done' })
}
