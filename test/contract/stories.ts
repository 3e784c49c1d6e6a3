import { addressOf, newestRun } from '#test/cohort.ts'
import { makeEmployee, makeMentorAnswers, makeProgramme } from '#test/makers.ts'
import type { RecordingHouse } from './recorder.ts'
import { makeVisitor } from './scenario.ts'

const HERE = 'programmes/regards-croises'
const DAY_MS = 86_400_000

type Story = (house: RecordingHouse) => Promise<void>

/** A run that is not computed yet explains nothing. */
const askTooEarly: Story = async (house) => {
  const { root } = house
  house.now += 1000
  const { json: run } = await root.post(`${HERE}/match-runs`)
  const door = `match-runs/${run.id}`
  for (const part of ['objectives', 'rules', 'supply', 'changes']) await root.get(`${door}/${part}`)
  await root.get(`${door}/proposals/pro_unknown/explanation`)
  await root.get(`${door}/waiting/mentee/X1`)
  await root.post('programmes', makeProgramme({ slug: 'desert' }))
  await root.get('programmes/desert/plan?mentees=2')
}

/** A link that is older than it may be, one that never was, and a programme that takes nobody. */
const comeTooLate: Story = async (house) => {
  const { root, stranger } = house
  await stranger.post('sign-up-confirmations', { token: 'never-was-a-token-of-ours' })
  await root.put('employees/LATE', makeEmployee({ email: addressOf('LATE') }))
  await root.put('employees/LATER', makeEmployee({ email: addressOf('LATER') }))
  await stranger.post(`${HERE}/sign-ups`, makeVisitor('LATE'))
  await root.post(`${HERE}/designations`, { role: 'mentee', proposed_by: 'Anne Riou', people: ['LATER'] })
  await house.tick()
  const linkOf = (person: string) =>
    /\/(?:confirmation|invitation)\/(\w+)\//.exec(
      house.mails.findLast(({ to }) => to === addressOf(person))?.text ?? '',
    )?.[1]
  house.now += 61 * DAY_MS
  await stranger.post('sign-up-confirmations', { token: linkOf('LATE') })
  await root.post(`invitations/${linkOf('LATER')}/refusal`)
  await root.post('programmes/desert/designations', {
    role: 'mentee',
    proposed_by: 'Anne Riou',
    people: ['LATER'],
  })
  await root.patch(HERE, { sign_ups_close_at: new Date(house.now).toISOString() })
  await stranger.post(`${HERE}/sign-ups`, makeVisitor('LATE'))
}

/** An answer after the deadline, and a mentor who wishes for a mentor. */
const answerTooLate: Story = async (house) => {
  const proposals = await house.root.all(`match-runs/${(await approvedRun(house)).id}/proposals`)
  const [lapsed] = proposals.filter(({ state }) => state !== 'paired')
  const person = await house.session(addressOf(lapsed?.mentor))
  await person.post(`proposals/${lapsed?.id}/acceptance`)
  await person.post(`proposals/${lapsed?.id}/refusal`)
  await person.post('me/mentor-wishes', { programme: 'regards-croises', email: addressOf('M1') })
  const { json } = await person.get('me/export')
  await person.post(`me/answers/${json.participations[0].id}`, { answers: makeMentorAnswers() })
}

async function approvedRun(house: RecordingHouse): Promise<Record<string, any>> {
  const runs = await house.root.all(`${HERE}/match-runs`)
  return runs.find(({ approved_at: at }) => at !== null) ?? (await newestRun(house))
}

/** Testimonies that wait are for whoever may read programmes. */
const readWithoutScope: Story = async (house) => {
  const { json } = await house.root.post('keys', { name: 'events', scopes: ['events:read'] })
  await house.as({ authorization: `Bearer ${json.secret}` }).get('testimonies?state=waiting')
}

/** Refusals that need a story of their own: something in a state in which this cannot be done. */
export const STORIES: Story[] = [askTooEarly, comeTooLate, answerTooLate, readWithoutScope]
