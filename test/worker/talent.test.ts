import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { formPair } from '#test/pair.ts'

const LIST = 'programmes/regards-croises/talents'

/** A pair in the last days of its programme, with the requests for the last survey of both. */
async function atTheEnd(house: House) {
  const pair = await formPair(house, { programme: { ends_on: '2026-08-31' } })
  house.now = Date.parse('2026-08-20T09:00:00Z')
  await house.tick()
  const { results } = await house.db.$client
    .prepare(
      `SELECT asked.id, participant.role, participant.id AS participant FROM feedback_requests AS asked
       JOIN participants AS participant ON participant.id = asked.participant_id WHERE asked.moment = 'end'`,
    )
    .all<{ id: string; role: 'mentor' | 'mentee'; participant: string }>()
  const of = (role: 'mentor' | 'mentee') => results.find((row) => row.role === role)!
  return {
    pair,
    mentor: { ...of('mentor'), as: await house.enter('m1@armorique.example') },
    mentee: { ...of('mentee'), as: await house.enter('x1@armorique.example') },
    organiser: await house.organiser(),
  }
}

describe('visibility to the talent team (F10, P12)', () => {
  it('is no unless somebody says yes when the pair closes, and then facts alone', async () => {
    const house = new House()
    const { mentor, mentee, organiser, pair } = await atTheEnd(house)
    expect((await organiser.get(LIST)).json.items).toEqual([])
    await mentee.as.post(`me/surveys/${mentee.id}`, { answers: { SE1: 5 } })
    expect((await organiser.get(LIST)).json.items).toEqual([])
    const answered = await mentor.as.form(`me/surveys/${mentor.id}`, {
      language: 'fr',
      REC: '10',
      TALENT: 'yes',
    })
    expect(answered.status).toBe(303)
    const { items } = (await organiser.get(LIST)).json
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ given_name: 'Junior1', role: 'mentor', sessions: 0, hours: 0 })
    expect(items[0].topics_passed_on.map(({ en }: { en: string }) => en)).toEqual([
      'AI assistants day to day',
    ])
    expect(Object.keys(items[0]).sort()).toEqual([
      'chosen_at',
      'family_name',
      'given_name',
      'hours',
      'participant',
      'person',
      'role',
      'sessions',
      'topics_passed_on',
    ])
    // The person sees exactly that, on the page of the pair, and stops it there.
    const page = await mentor.as.get(`/fr/me/pairs/${pair.id}/`)
    expect(page.text).toContain('l’équipe talents voit ceci de vous')
    expect(page.text).toContain('Junior1')
    const stopped = await mentor.as.form(`me/talent-choices/${mentor.participant}`, {
      language: 'fr',
      visible: 'no',
    })
    expect(stopped.headers.get('location')).toBe(`/fr/me/pairs/${pair.id}/#talent`)
    expect((await organiser.get(LIST)).json.items).toEqual([])
    expect((await mentor.as.get(`/fr/me/pairs/${pair.id}/`)).text).toContain('ne voit rien de vous')
  }, 120_000)

  it('is never asked before the end, and never chosen by somebody else', async () => {
    const house = new House()
    const { mentor, mentee } = await atTheEnd(house)
    expect((await mentor.as.put(`me/talent-choices/${mentor.participant}`)).status).toBe(404)
    expect((await mentor.as.delete(`me/talent-choices/${mentor.participant}`)).status).toBe(204)
    await mentor.as.post(`me/surveys/${mentor.id}`, { answers: {} })
    expect((await mentee.as.put(`me/talent-choices/${mentor.participant}`)).status).toBe(404)
    expect((await mentor.as.put(`me/talent-choices/${mentor.participant}`)).status).toBe(204)
    expect((await mentor.as.delete(`me/talent-choices/${mentor.participant}`)).status).toBe(204)
  }, 120_000)

  it('is read by organisers and by nobody else of the team', async () => {
    const house = new House()
    const { mentor, mentee } = await atTheEnd(house)
    await mentor.as.post(`me/surveys/${mentor.id}`, { answers: { TALENT: true } })
    expect((await house.stranger.get(LIST)).status).toBe(401)
    expect((await mentee.as.get(LIST)).status).toBe(403)
    for (const role of ['coach', 'consultant', 'correspondent']) {
      const address = `${role}@armorique.example`
      await house.organiser(address)
      await house.db.$client
        .prepare('UPDATE organisers SET role = ? WHERE email_key = ?')
        .bind(role, address)
        .run()
      expect((await (await house.enter(address)).get(LIST)).status, role).toBe(403)
    }
  }, 120_000)
})
