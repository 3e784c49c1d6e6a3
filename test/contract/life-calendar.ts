import type { House } from '#test/house.ts'
import type { Pairs } from './pair-life.ts'

const NIGHTS = { time_zone: 'Asia/Tokyo', reminders: true, quiet_from: 22, quiet_to: 6 }

/** Both choose how they are written to, and what of their sessions a calendar elsewhere may show. */
export async function liveCalendar(house: House, { pair }: Pairs): Promise<void> {
  const { mentor, mentee } = pair
  await mentor.get('me/preferences')
  await mentor.put('me/preferences', NIGHTS)
  await mentor.put('me/preferences', { ...NIGHTS, time_zone: null })
  await mentee.post('me/preferences', NIGHTS)
  await mentee.form('me/preferences', {
    language: 'fr',
    time_zone: '',
    reminders: 'yes',
    quiet_from: '19',
    quiet_to: '8',
  })
  await mentor.post('me/calendar-feeds', { kind: 'own' })
  await mentor.form('me/calendar-feeds', { language: 'en', kind: 'assistant' })
  const { json } = await mentor.post('me/calendar-feeds', { kind: 'own' })
  await house.request(new URL(json.address).pathname)
  await mentor.get('me/calendar-feeds')
  await mentor.delete('me/calendar-feeds/own')
  await mentor.form('me/calendar-feeds/assistant/withdrawal', { language: 'fr' })
  await mentee.post('me/calendar-feeds', { kind: 'assistant' })
  await mentee.post('me/calendar-feeds/assistant/withdrawal')
}
