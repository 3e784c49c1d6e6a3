import { sql } from 'drizzle-orm'
import { feedbackToken } from '#actions/feedback.ts'
import type { FeedbackRow } from '#db/queries/feedback.ts'
import { addressOf } from '#test/cohort.ts'
import type { House } from '#test/house.ts'
import { readSettings } from '../../worker/settings.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/regards-croises'
const DAY_MS = 86_400_000

/** The programme nears its end: both answer the last survey, thank each other, and choose who sees what they did. */
export async function liveEnd(house: House, { pair }: Pairs): Promise<void> {
  const { mentor, mentee } = pair
  const ends_on = new Date(house.now + 7 * DAY_MS).toISOString().slice(0, 10)
  const { json: before } = await house.root.get(HERE)
  await house.root.patch(HERE, { ends_on })
  await house.tick()
  await house.root.patch(HERE, { ends_on: before.ends_on })
  const surveys = await surveysOf(house, pair.id)
  const asked = (role: Asked['role']) => surveys.find((one) => one.role === role && one.moment === 'end')
  // One answers by the link of the mail, the other from their own space.
  await house.stranger.post(`feedback/${asked('mentor')?.token}/survey`, {
    answers: { RQ1: 4, SE1: 3, TALENT: true },
  })
  await mentee.post(`me/surveys/${asked('mentee')?.id}`, { answers: { RQ1: 5, REC: 9 } })
  await mentor.post(`pairs/${pair.id}/thank-you`, { text: 'Merci pour vos questions.' })
  await mentee.form(`pairs/${pair.id}/thank-you`, { language: 'fr', text: 'Merci pour votre patience.' })
  const { json } = await mentor.get('me/export')
  const mine = json.life.talent_choices[0]?.participation
  await mentor.delete(`me/talent-choices/${mine}`)
  await mentor.put(`me/talent-choices/${mine}`)
  await mentor.post(`me/talent-choices/${mine}`, { visible: 'no' })
  await mentor.form(`me/talent-choices/${mine}`, { language: 'fr', visible: 'yes' })
  await house.root.get(`${HERE}/talents`)
  await house.root.get(`${HERE}/outcomes`)
  await house.root.get(`pairs/${pair.id}/sessions`)
}

interface Asked {
  id: string
  role: 'mentor' | 'mentee'
  moment: string
  token: string
}

/** Every survey that the two of a pair were asked for, the mentor’s first, with the token of its link. */
async function surveysOf(house: House, pair: string): Promise<Asked[]> {
  const settings = readSettings(await house.bindings())
  const rows = await house.db.all<FeedbackRow & { role: Asked['role'] }>(sql`
    SELECT feedback_requests.*, iif(participant_id = pairs.mentor_id, 'mentor', 'mentee') AS role
    FROM feedback_requests JOIN pairs ON pairs.id = pair_id
    WHERE pair_id = ${pair} AND kind = 'survey' ORDER BY role DESC, moment`)
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      role: row.role,
      moment: row.moment as string,
      token: await feedbackToken({ settings }, row),
    })),
  )
}

/** What was answered is not answered twice, and a pair that stopped on the way awaits no note. */
export const refuseEnd = async (house: RecordingHouse): Promise<void> => {
  for (const pair of await house.root.all('pairs')) {
    const mentor = await house.session(addressOf(pair.mentor))
    for (const { id, token, role } of await surveysOf(house, pair.id)) {
      await house.stranger.post(`feedback/${token}/survey`, { answers: {} })
      if (role === 'mentor') await mentor.post(`me/surveys/${id}`, { answers: {} })
    }
    if (pair.state === 'ended') await mentor.post(`pairs/${pair.id}/thank-you`, { text: 'Merci.' })
  }
}
