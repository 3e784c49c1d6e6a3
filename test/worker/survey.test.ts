import { describe, expect, it } from 'vitest'
import { DAY_MS } from '#domain/local-time.ts'
import { House } from '#test/house.ts'
import { makeMentorAnswers } from '#test/makers.ts'
import { type FormedPair, formPair, formPairs } from '#test/pair.ts'

const PROGRAMME = { ends_on: '2026-08-31' }

/** The requests for surveys of a pair, whoever they are for. */
async function surveysOf(house: House, pair: string) {
  const { results } = await house.db.$client
    .prepare(
      `SELECT asked.id, asked.moment, asked.state, participant.role FROM feedback_requests AS asked
       JOIN participants AS participant ON participant.id = asked.participant_id
       WHERE asked.pair_id = ? AND asked.kind = 'survey' ORDER BY asked.created_at, participant.role`,
    )
    .bind(pair)
    .all<{ id: string; moment: string; state: string; role: 'mentor' | 'mentee' }>()
  return results
}

async function answersOf(house: House): Promise<Record<string, unknown>[]> {
  const { results } = await house.db.$client
    .prepare('SELECT answers FROM survey_answers ORDER BY created_at, id')
    .all<{ answers: string }>()
  return results.map(({ answers }) => JSON.parse(answers))
}

function tokenOf(house: House, request: string): string {
  const mail = house.mails.find(({ text }) => text.includes(`/feedback/${request}.`))
  return /\/feedback\/([^/\s]+)\//.exec(mail?.text ?? '')?.[1] ?? ''
}

async function startOf(house: House, pair: FormedPair) {
  house.now += DAY_MS + 1
  await house.tick()
  house.now += DAY_MS
  await house.tick()
  const asked = await surveysOf(house, pair.id)
  expect(asked.map(({ moment, role }) => `${moment} ${role}`)).toEqual(['start mentee', 'start mentor'])
  return { mentee: asked[0]!.id, mentor: asked[1]!.id }
}

describe('a survey', () => {
  it('is a page of its own by the mailed link, which asks for nothing and keeps everything until it is sent', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: PROGRAMME })
    const { mentor } = await startOf(house, pair)
    const token = tokenOf(house, mentor)
    expect(token).toContain(mentor)
    const { text, status } = await house.stranger.get(`/fr/feedback/${token}/`)
    expect(status).toBe(200)
    expect(text).toContain('Je sais expliquer un sujet difficile.')
    expect(text).not.toContain('Mes compétences restent recherchées.')
    // The level of the sign-up stands there; it was 1.
    expect(text).toMatch(/name="LEVELS-negotiation-usage" value="1" checked/)
    expect(text).not.toMatch(/required/)
    const wrong = await house.stranger.form(`feedback/${token}/survey`, {
      language: 'fr',
      SE1: '9',
      SE2: '4',
      'LEVELS-negotiation-usage': '2',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/name="SE2" value="4" checked/)
    expect(wrong.text).toMatch(/name="LEVELS-negotiation-usage" value="2" checked/)
    expect(await answersOf(house)).toEqual([])
    const sent = await house.stranger.form(`feedback/${token}/survey`, {
      language: 'fr',
      SE1: '3',
      SE2: '4',
      'LEVELS-negotiation-usage': '2',
    })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/fr/feedback/${token}/`)
    expect(await answersOf(house)).toEqual([{ SE1: 3, SE2: 4, LEVELS: { 'negotiation-usage': 2 } }])
    const thanks = await house.stranger.get(`/fr/feedback/${token}/`)
    expect(thanks.text).toContain('Merci')
    expect(thanks.text).not.toContain('<form class="qn-form"')
    expect((await house.stranger.post(`feedback/${token}/survey`, { answers: {} })).status).toBe(410)
  }, 120_000)

  it('is answered from one’s own space, by nobody else, and stands in one’s own export alone', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: PROGRAMME })
    const { mentor } = await startOf(house, pair)
    expect((await pair.mentor.get(`/en/me/surveys/${mentor}/`)).text).toContain(
      'I can explain a difficult topic.',
    )
    expect((await pair.mentee.get(`/en/me/surveys/${mentor}/`)).status).toBe(404)
    expect((await pair.mentee.post(`me/surveys/${mentor}`, { answers: { SE1: 1 } })).status).toBe(404)
    expect((await house.stranger.post(`me/surveys/${mentor}`, { answers: { SE1: 1 } })).status).toBe(401)
    const refused = await pair.mentor.post(`me/surveys/${mentor}`, { answers: { SE1: 9, EM1: 3 } })
    expect(refused.status).toBe(422)
    expect(refused.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/answers/SE1',
      '/answers/EM1',
    ])
    expect((await pair.mentor.post(`me/surveys/${mentor}`, { answers: { SE1: 2, LD1: 5 } })).status).toBe(204)
    const own = await pair.mentor.get('me/export')
    expect(own.json.life.surveys).toMatchObject([{ moment: 'start', answers: { SE1: 2, LD1: 5 } }])
    expect((await pair.mentee.get('me/export')).json.life.surveys).toEqual([])
    const { results } = await house.db.$client
      .prepare("SELECT data FROM events WHERE type = 'survey.answered'")
      .all<{ data: string }>()
    expect(results).toHaveLength(1)
    expect(Object.keys(JSON.parse(results[0]!.data))).toEqual(['survey', 'request', 'programme', 'moment'])
  }, 120_000)

  it('about oneself is asked once, about each pair with each pair', async () => {
    const house = new House()
    const pairs = await formPairs(house, {
      mentors: 1,
      mentees: 2,
      programme: { ...PROGRAMME, capacity_max: 2 },
      mentorAnswers: makeMentorAnswers({ CAP: 2 }),
    })
    expect(pairs).toHaveLength(2)
    house.now += 2 * DAY_MS
    await house.tick()
    await house.tick()
    const starts = (await Promise.all(pairs.map(({ id }) => surveysOf(house, id)))).flat()
    expect(starts.map(({ moment, role }) => `${moment} ${role}`).sort()).toEqual([
      'start mentee',
      'start mentee',
      'start mentor',
    ])
    house.now = Date.parse('2026-08-20T09:00:00Z')
    await house.tick()
    const pages = []
    for (const { id, mentor } of pairs) {
      const asked = (await surveysOf(house, id)).find(
        ({ moment, role }) => moment === 'end' && role === 'mentor',
      )
      pages.push((await mentor.get(`/fr/me/surveys/${asked?.id}/`)).text)
    }
    for (const page of pages) expect(page).toContain('Je choisirais de nouveau ce binôme.')
    expect(pages.filter((page) => page.includes('Je sais expliquer un sujet difficile.'))).toHaveLength(1)
    expect(pages.filter((page) => page.includes('name="TALENT"'))).toHaveLength(1)
  }, 120_000)
})

describe('what a programme changed (P8)', () => {
  it('is told in the same columns for both, of five people or more', async () => {
    const house = new House()
    const pairs = await formPairs(house, { mentors: 5, mentees: 5, programme: PROGRAMME })
    expect(pairs).toHaveLength(5)
    house.now += 2 * DAY_MS
    await house.tick()
    for (const [at, pair] of pairs.entries()) {
      for (const { id, role } of await surveysOf(house, pair.id)) {
        const answers = role === 'mentor' ? { SE1: 2, LD1: 2 } : { SE1: 3, EM1: (at % 2) + 2 }
        expect((await pair[role].post(`me/surveys/${id}`, { answers })).status).toBe(204)
      }
    }
    house.now = Date.parse('2026-08-20T09:00:00Z')
    await house.tick()
    for (const [at, pair] of pairs.entries()) {
      const last = (await surveysOf(house, pair.id)).filter(({ moment }) => moment === 'end')
      expect(last).toHaveLength(2)
      for (const { id, role } of last) {
        // One mentee does not answer: four are too few to tell of.
        if (role === 'mentee' && at === 0) continue
        const answers = { SE1: 4, SE1T: 1, REC: 9, RQ1: 5, ...(role === 'mentor' ? { LD1: 4 } : {}) }
        expect((await pair[role].post(`me/surveys/${id}`, { answers })).status).toBe(204)
      }
    }
    const { json } = await house.root.get('programmes/regards-croises/outcomes')
    const { mentor, mentee, objectives } = json.life
    expect(Object.keys(mentor)).toEqual(Object.keys(mentee))
    expect(mentor.SE.before).toEqual({ mean: 2, people: 5 })
    expect(mentor.SE.change).toEqual({ mean: 2, low: 2, high: 2, people: 5 })
    expect(mentor.SE.change_hindsight.mean).toBe(3)
    expect(mentor.LD.change.mean).toBe(2)
    expect(mentor.recommendation).toMatchObject({ score: 1, people: 5 })
    expect(mentor.RQ.mean).toBe(5)
    expect(mentee.SE.before).toEqual({ mean: 3, people: 5 })
    expect(mentee.SE.after).toBeNull()
    expect(mentee.SE.change).toBeNull()
    expect(mentee.recommendation).toBeNull()
    expect(mentee.EM.before.people).toBe(5)
    expect(objectives.map(({ objective }: { objective: string }) => objective)).toEqual(['tools'])
    expect(json.life.success.pairs).toBeNull()
  }, 240_000)
})
