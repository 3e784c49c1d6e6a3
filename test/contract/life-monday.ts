import type { House } from '#test/house.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const DAY_MS = 86_400_000
const HERE = 'programmes/regards-croises'

/** The organiser’s Monday: what awaits, the numbers, a pair’s story, and reminders while a proposal is about to end. */
export async function liveMonday(house: House, { pair }: Pairs): Promise<void> {
  const { root } = house
  await root.get('tasks')
  await root.get('tasks?programme=regards-croises')
  await root.get('overview')
  await root.get(`${HERE}/pair-health`)
  await root.get(`pairs/${pair.id}/history`)
  await root.put('organisers/correspondance@armorique.example', {
    role: 'correspondent',
    subsidiary: 'Armor Énergie',
  })
  await root.post(`${HERE}/designation-reminders`)
  // Six days later the proposal that somebody declined still looks open, and ends soon.
  const before = house.now
  house.now += 6 * DAY_MS
  const open = await findOpenProposal(house)
  await root.post(`proposals/${open}/reminder`)
  await root.post(`${HERE}/proposal-reminders`)
  house.now = before
}

async function findOpenProposal({ root }: House): Promise<string> {
  for (const run of await root.all(`${HERE}/match-runs`)) {
    for (const { id, state } of await root.all(`match-runs/${run.id}/proposals`)) {
      if (state === 'open') return id
    }
  }
  throw new Error('no proposal is open')
}

/** Nobody is written to twice: not within seven days, and not of one proposal. */
export const refuseMonday = async (house: RecordingHouse): Promise<void> => {
  const organiser = await house.organiser()
  await organiser.post(`${HERE}/designation-reminders`)
  await organiser.post(`${HERE}/designation-reminders`)
  await organiser.get('overview?programme=nulle-part')
  for (const door of ['designation-reminders', 'proposal-reminders']) {
    await organiser.post(`programmes/nulle-part/${door}`)
  }
  for (const run of await house.root.all(`${HERE}/match-runs`)) {
    const [proposal] = await house.root.all(`match-runs/${run.id}/proposals`)
    if (proposal) await organiser.post(`proposals/${proposal.id}/reminder`)
  }
}
