import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addressOf, matchAndApprove, newestRun } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { type FormedPair, formPair, formPairs } from '#test/pair.ts'

const HERE = 'programmes/regards-croises'
const DAY_MS = 86_400_000
const SECRET = 'perlimpinpin'
const REFERENT = 'referente@armorique.example'

/** A pair, with a referent who stands apart from the organiser. */
async function form(): Promise<{ house: House; pair: FormedPair; referent: Client }> {
  const house = new House()
  const pair = await formPair(house)
  await house.root.put(`organisers/${REFERENT}`, { role: 'coach' })
  await house.root.put(`${HERE}/referent`, { email: REFERENT })
  return { house, pair, referent: await house.enter(REFERENT) }
}

const state = async (house: House, id: string) => (await house.root.get(`pairs/${id}`)).json.state

describe('C30: a pair ends without fault of anybody', () => {
  it.each(['mentor', 'mentee'] as const)('at the wish of the %s, with no reason given', async (side) => {
    const { house, pair } = await form()
    expect((await pair[side].post(`pairs/${pair.id}/separation`, {})).status).toBe(204)
    expect(await state(house, pair.id)).toBe('ended')
  })

  it('C30: both read the same words at the same moment, and neither who asked nor why is in them', async () => {
    const { house, pair } = await form()
    house.mails = []
    await pair.mentor.post(`pairs/${pair.id}/separation`, { reason: `Trop de ${SECRET}.` })
    await house.tick()
    const [one, other] = ['M1', 'X1'].map((person) =>
      house.mails.filter(({ to }) => to === addressOf(person)),
    )
    expect([one?.length, other?.length]).toEqual([1, 1])
    const neutral = (text = '') => text.replaceAll(/(?:Junior|Executive)1 \w+/g, 'N')
    expect(neutral(one?.[0]?.words.paragraphs.join('\n'))).toBe(
      neutral(other?.[0]?.words.paragraphs.join('\n')),
    )
    expect(one?.[0]?.words.subject).toBe(other?.[0]?.words.subject)
    expect(JSON.stringify(house.mails)).not.toContain(SECRET)
  })

  it('C30: the page says beforehand who reads, and what the other will read word for word', async () => {
    const { house, pair } = await form()
    const { text } = await pair.mentor.get(`/fr/me/pairs/${pair.id}/separation/`)
    expect(text).toContain(REFERENT)
    await pair.mentor.form(`pairs/${pair.id}/separation`, { language: 'fr', reason: '' })
    await house.tick()
    const mail = house.mails.findLast(({ to }) => to === addressOf('X1'))
    for (const paragraph of mail?.words.paragraphs ?? []) expect(text).toContain(escapeHtml(paragraph))
    expect(mail?.words.paragraphs).toHaveLength(3)
  })

  it('C30: a form leads back to the pair, which says what comes next; the page of parting is gone', async () => {
    const { pair } = await form()
    const answer = await pair.mentee.form(`pairs/${pair.id}/separation`, { language: 'en', reason: '' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/en/me/pairs/${pair.id}/#separation`,
    ])
    expect((await pair.mentee.get(`/en/me/pairs/${pair.id}/separation/`)).status).toBe(303)
  })

  it('C30: the reason is read by the referent who was named, and looks absent to everybody else', async () => {
    const { house, pair, referent } = await form()
    await pair.mentor.post(`pairs/${pair.id}/separation`, { reason: `Trop de ${SECRET}.` })
    const read = await referent.get(`pairs/${pair.id}/separation`)
    expect(read.json).toMatchObject({ asked_by: 'mentor', reason: `Trop de ${SECRET}.` })
    for (const other of [pair.organiser, house.root]) {
      expect((await other.get(`pairs/${pair.id}/separation`)).status).toBe(404)
    }
    for (const other of [pair.mentor, pair.mentee]) {
      expect((await other.get(`pairs/${pair.id}/separation`)).status).toBe(403)
    }
  })

  it('C30: without a referent the whole team is named as the reader, and reads; a key never does', async () => {
    const house = new House()
    const pair = await formPair(house)
    const { text } = await pair.mentor.get(`/fr/me/pairs/${pair.id}/separation/`)
    expect(text).toContain('Qui vous lit\u00a0: l’équipe du programme')
    await pair.mentor.post(`pairs/${pair.id}/separation`, { reason: SECRET, reader: 'team' })
    expect((await pair.organiser.get(`pairs/${pair.id}/separation`)).json.reason).toBe(SECRET)
    expect((await house.root.get(`pairs/${pair.id}/separation`)).status).toBe(404)
  })

  it('C30: an organiser who is one of the two reads nothing of it, though the team was named', async () => {
    const house = new House()
    const pair = await formPair(house)
    await house.root.put(`organisers/${addressOf('X1')}`)
    const both = await house.enter(addressOf('X1'))
    await pair.mentor.post(`pairs/${pair.id}/separation`, { reason: SECRET })
    expect((await both.get(`pairs/${pair.id}/separation`)).status).toBe(404)
    await house.root.put(`${HERE}/referent`, { email: addressOf('X1') })
    expect((await both.get(`pairs/${pair.id}/separation`)).status).toBe(404)
  })

  it('C30: nothing is sent where the reader changed after the page was opened', async () => {
    const { house, pair } = await form()
    await house.root.delete(`${HERE}/referent`)
    const answer = await pair.mentor.post(`pairs/${pair.id}/separation`, {
      reason: SECRET,
      reader: 'org_before',
    })
    expect(answer.status).toBe(409)
    expect(await state(house, pair.id)).toBe('active')
    expect(await house.db.all(sql`SELECT * FROM separations`)).toEqual([])
  })

  it('C30: an organiser may end a pair as well, in the same words', async () => {
    const { house, pair, referent } = await form()
    house.mails = []
    const answer = await pair.organiser.post(`pairs/${pair.id}/ending`, { reason: 'Vu ensemble.' })
    expect(answer.json).toMatchObject({ id: pair.id, state: 'ended' })
    await house.tick()
    expect(house.mails.map(({ to }) => to).sort()).toEqual([addressOf('M1'), addressOf('X1')])
    expect((await referent.get(`pairs/${pair.id}/separation`)).json.asked_by).toBe('organiser')
  })

  it('C30: where both ask, in turn or in the same moment, one wins and the other is told that it has ended', async () => {
    const { house, pair } = await form()
    const answers = await Promise.all([
      pair.mentor.post(`pairs/${pair.id}/separation`, {}),
      pair.mentee.post(`pairs/${pair.id}/separation`, {}),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410])
    const told = answers.find(({ status }) => status === 410)
    expect(told?.json.type).toContain('/problems/closed/')
    await house.tick()
    const mails = house.mails.filter(({ words }) => /comes to an end|s’arrête/.test(words.subject))
    expect(mails).toHaveLength(2)
    expect(await house.db.all(sql`SELECT * FROM separations`)).toHaveLength(1)
  })

  it('C30: somebody else’s pair cannot be ended', async () => {
    const house = new House()
    const pair = await formPair(house, { mentors: 2 })
    const { mentor } = (await house.root.get(`pairs/${pair.id}`)).json
    const stranger = await house.enter(addressOf(mentor === 'M1' ? 'M2' : 'M1'))
    expect((await stranger.post(`pairs/${pair.id}/separation`, {})).status).toBe(404)
    expect(await state(house, pair.id)).toBe('active')
  })

  it('C30: the partner’s own doors, pages, export and mails, and those of the team, say nothing of who and why', async () => {
    const { house, pair } = await form()
    await pair.mentor.post(`pairs/${pair.id}/separation`, { reason: `Trop de ${SECRET}.` })
    await house.tick()
    const walked: string[] = []
    for (const path of ['me/export', `pairs/${pair.id}/sessions`, '/fr/me/', `/fr/me/pairs/${pair.id}/`]) {
      walked.push((await pair.mentee.get(path)).text)
    }
    for (const client of [pair.organiser, house.root]) {
      for (const path of ['pairs', `pairs/${pair.id}`, 'events?limit=100', `${HERE}/outcomes`, 'tasks']) {
        walked.push((await client.get(path)).text)
      }
    }
    walked.push(JSON.stringify(house.mails))
    walked.push(JSON.stringify(await house.db.all(sql`SELECT * FROM events WHERE subject = ${pair.id}`)))
    expect(walked.join('\n').length).toBeGreaterThan(1000)
    expect(walked.filter((text) => text.includes(SECRET))).toEqual([])
    const own = (await pair.mentor.get('me/export')).json
    const [event] = await house.db.all<{ actor: string }>(
      sql`SELECT actor FROM events WHERE subject = ${pair.id} AND type = 'pair.ended'`,
    )
    expect(JSON.stringify(own)).not.toBe('')
    expect(event?.actor).toBe('separation')
  })

  it('C30: sessions still open are cancelled by the programme, and nobody is asked about the pair any more', async () => {
    const { house, pair } = await form()
    await house.db.run(sql`INSERT INTO pair_sessions (id, programme_id, pair_id, state, starts_at, minutes, proposed_by,
        planned_at, version, created_at, updated_at)
      SELECT 'ses_1', programme_id, id, 'planned', ${house.now + 3 * DAY_MS}, 60, mentor_id, ${house.now}, 1, 0, 0
      FROM pairs WHERE id = ${pair.id}`)
    await house.db.run(sql`INSERT INTO feedback_requests (id, kind, programme_id, pair_id, participant_id, moment, state,
        next_at, expires_at, version, created_at)
      SELECT 'fbr_1', 'survey', programme_id, id, mentor_id, 'middle', 'waiting', ${house.now + DAY_MS},
        ${house.now + 9 * DAY_MS}, 1, 0 FROM pairs WHERE id = ${pair.id}`)
    await pair.mentee.post(`pairs/${pair.id}/separation`, {})
    expect(await house.db.all(sql`SELECT state, cancelled_by FROM pair_sessions WHERE id = 'ses_1'`)).toEqual(
      [{ state: 'cancelled', cancelled_by: 'programme' }],
    )
    expect(await house.db.all(sql`SELECT state, next_at FROM feedback_requests WHERE id = 'fbr_1'`)).toEqual([
      { state: 'cancelled', next_at: null },
    ])
    await house.tick()
    const cancels = house.mails.filter(({ attachment }) => attachment?.content.includes('METHOD:CANCEL'))
    expect(cancels.map(({ to }) => to).sort()).toEqual([addressOf('M1'), addressOf('X1')])
  })
})

describe('C31: new partners for both', () => {
  it('both are matched again in the next round, never with each other, and other pairs are left alone', async () => {
    const house = new House()
    const pairs = await formPairs(house, { mentors: 2, mentees: 2, programme: { rematch_days: 14 } })
    const before = await house.root.all('pairs')
    for (const { id, mentor } of pairs) await mentor.post(`pairs/${id}/separation`, {})
    house.now += 15 * DAY_MS
    await matchAndApprove(house)
    const proposals = await house.root.all(`match-runs/${(await newestRun(house)).id}/proposals`)
    expect(proposals).toHaveLength(2)
    const twos = (list: Record<string, any>[]) => list.map(({ mentor, mentee }) => `${mentor} ${mentee}`)
    expect(twos(proposals).filter((two) => twos(before).includes(two))).toEqual([])
    expect(proposals.flatMap(({ mentor, mentee }) => [mentor, mentee]).sort()).toEqual([
      'M1',
      'M2',
      'X1',
      'X2',
    ])
  })

  it('one pair that parts changes nothing for another', async () => {
    const house = new House()
    const [one, other] = (await formPairs(house, {
      mentors: 2,
      mentees: 2,
      programme: { rematch_days: 14 },
    })) as [FormedPair, FormedPair]
    const before = (await house.root.get(`pairs/${other.id}`)).json
    await one.mentee.post(`pairs/${one.id}/separation`, {})
    house.now += 15 * DAY_MS
    await house.tick()
    const { state: now, started_at, ended_at } = (await house.root.get(`pairs/${other.id}`)).json
    expect({ now, started_at, ended_at }).toEqual({
      now: 'active',
      started_at: before.started_at,
      ended_at: null,
    })
    const proposals = await house.root.all(`match-runs/${(await newestRun(house)).id}/proposals`)
    expect(proposals).toEqual([])
  })

  it('C31: the ended pair says when the next round is, and how to stop there', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: { rematch_days: 14 } })
    await pair.mentor.post(`pairs/${pair.id}/separation`, {})
    const { text } = await pair.mentee.get(`/fr/me/pairs/${pair.id}/`)
    expect(text).toContain(
      'Vous restez en attente d’un nouveau binôme\u00a0: la prochaine formation est prévue le',
    )
    expect(text).toMatch(/\/fr\/me\/answers\/par_\w+\/withdrawal\//)
  })

  it('P31: whoever no longer takes part is in no round, and is offered nothing more', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: { rematch_days: 14 } })
    await pair.mentor.post(`pairs/${pair.id}/separation`, {})
    const { json } = await pair.mentee.get('me/export')
    await pair.mentee.post(`me/participations/${json.participations[0].id}/withdrawal`)
    const { text } = await pair.mentee.get(`/fr/me/pairs/${pair.id}/`)
    expect(text).not.toContain('Vous restez en attente')
    expect(await state(house, pair.id)).toBe('ended')
  })
})

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
