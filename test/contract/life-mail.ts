import { addressOf } from '#test/cohort.ts'
import type { House } from '#test/house.ts'
import { bounceOf, tellMailEvent, unsubscribeToken } from '#test/mail-events.ts'
import { makeEmployee } from '#test/makers.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/regards-croises'

/** A mailbox is gone, the invitation to it stays, and leaves once somebody has allowed the address; a digest is stopped. */
export async function liveMail(house: House): Promise<void> {
  const { root, stranger } = house
  await root.put('employees/D4', makeEmployee({ email: addressOf('D4') }))
  await tellMailEvent(house, bounceOf(addressOf('D4')))
  await root.post(`${HERE}/designations`, { role: 'mentee', proposed_by: 'Anne Riou', people: ['D4'] })
  await house.tick()
  await root.get('mail-problems?limit=1')
  const [problem] = await root.all('mail-problems')
  await root.get('mail-suppressions?limit=1')
  const [suppression] = await root.all('mail-suppressions')
  await root.delete(`mail-suppressions/${suppression?.id}`)
  await root.post(`mail-problems/${problem?.id}/resend`)
  const { json: coach } = await root.get('organisers/coach@armorique.example')
  const door = `unsubscriptions/${await unsubscribeToken(house, coach.id)}`
  await stranger.get(door)
  await house.request(`/api/v1/${door}`, { headers: { accept: 'text/html' } })
  await stranger.form(door, { 'List-Unsubscribe': 'One-Click' })
  await stranger.form(door, { language: 'fr' })
  await stranger.post(door)
}

const SILENT = 'silent@armorique.example'

/** A code to an address that refuses mail is not sent later; a deployment without a secret expects no news of its mails. */
export const refuseMail = async (house: RecordingHouse): Promise<void> => {
  await house.root.put(`organisers/${SILENT}`, { role: 'coach' })
  await tellMailEvent(house, bounceOf(SILENT))
  await house.stranger.post('sign-in-codes', { email: SILENT })
  await house.tick()
  const [problem] = await house.root.all('mail-problems')
  await house.root.post(`mail-problems/${problem?.id}/resend`)
  await house.withBindings({ MAIL_EVENTS_SECRET: '' }, async () => {
    await tellMailEvent(house, bounceOf('nobody@armorique.example'))
  })
}
