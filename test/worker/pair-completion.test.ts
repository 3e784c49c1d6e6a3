import { describe, expect, it } from 'vitest'
import { DAY_MS } from '#domain/local-time.ts'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { type FormedPair, formPair, formPairs } from '#test/pair.ts'

const PROGRAMME = { ends_on: '2026-08-31' }
/** The last day of the programme is over in Paris. */
const OVER = Date.parse('2026-08-31T22:00:00Z')

async function addSession(house: House, pair: string, state: 'held' | 'planned', starts_at: number) {
  await house.db.$client
    .prepare(
      `INSERT INTO pair_sessions (id, programme_id, pair_id, state, starts_at, minutes, proposed_by, planned_at,
         held_minutes, version, created_at, updated_at)
       SELECT ?1, programme_id, id, ?2, ?3, 60, mentor_id, ?3, CASE ?2 WHEN 'held' THEN 90 END, 1, ?3, ?3
       FROM pairs WHERE id = ?4`,
    )
    .bind(`ses_${starts_at}`, state, starts_at, pair)
    .run()
}

const stateOf = async (house: House, id: string) =>
  house.db.$client
    .prepare('SELECT state, ending FROM pairs WHERE id = ?')
    .bind(id)
    .first<{ state: string; ending: string | null }>()

/** The two people of this pair, or of the other one. */
async function peopleOf(house: House, id: string, isOwn: boolean) {
  const found = (await house.root.all('pairs')).find((pair) => (pair.id === id) === isOwn)
  return { mentor: String(found?.mentor), mentee: String(found?.mentee) }
}

describe('the end of a programme (C1)', () => {
  it('completes its pairs on the last evening and not before, once, with thanks to both', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: PROGRAMME })
    house.now = OVER - 1
    await house.tick()
    expect((await stateOf(house, pair.id))?.state).toBe('active')
    house.now = OVER
    await house.tick()
    await house.tick()
    expect(await stateOf(house, pair.id)).toEqual({ state: 'ended', ending: 'completed' })
    const thanks = house.mails.filter(({ text }) => text.includes('/certificate/'))
    expect(thanks).toHaveLength(2)
    for (const { text } of thanks) expect(text).toContain(`/me/pairs/${pair.id}/#closing`)
    const { results } = await house.db.$client
      .prepare("SELECT actor FROM events WHERE type = 'pair.ended' AND subject = ?")
      .bind(pair.id)
      .all<{ actor: string }>()
    expect(results).toEqual([{ actor: 'completePairs' }])
  }, 120_000)

  it('cancels what was planned for later, and ends what was paused or suspended', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: PROGRAMME })
    await addSession(house, pair.id, 'planned', OVER + 3 * DAY_MS)
    await house.db.$client
      .prepare("UPDATE pairs SET state = 'suspended', suspended_at = 1 WHERE id = ?")
      .bind(pair.id)
      .run()
    house.now = OVER + DAY_MS
    await house.tick()
    expect((await stateOf(house, pair.id))?.state).toBe('ended')
    const session = await house.db.$client
      .prepare('SELECT state, cancelled_by FROM pair_sessions')
      .first<{ state: string; cancelled_by: string }>()
    expect(session).toEqual({ state: 'cancelled', cancelled_by: 'programme' })
  }, 120_000)

  it('leaves alone a pair of a programme without a last day', async () => {
    const house = new House()
    const pair = await formPair(house)
    house.now += 400 * DAY_MS
    await house.tick()
    expect((await stateOf(house, pair.id))?.state).toBe('active')
  }, 120_000)
})

describe('the certificate and the note of thanks (P9, F11)', () => {
  it('tell hours, sessions and topics to each of the two, without a grade', async () => {
    const house = new House()
    const [pair] = (await formPairs(house, { mentors: 2, mentees: 2, programme: PROGRAMME })) as [FormedPair]
    const [own, others] = [await peopleOf(house, pair.id, true), await peopleOf(house, pair.id, false)]
    await addSession(house, pair.id, 'held', house.now + 5 * DAY_MS)
    await addSession(house, pair.id, 'held', house.now + 35 * DAY_MS)
    const page = `/fr/me/pairs/${pair.id}/certificate/`
    expect((await pair.mentor.get(page)).status).toBe(404)
    house.now = OVER
    await house.tick()
    const mentor = await house.enter(addressOf(own.mentor))
    const mentee = await house.enter(addressOf(own.mentee))
    const { text, status } = await mentor.get(page)
    expect(status).toBe(200)
    expect(text).toContain('Junior')
    expect(text).toMatch(/Séances tenues<\/dt><dd>2</)
    expect(text).toMatch(/Heures ensemble<\/dt><dd>3</)
    expect(text).toContain('ni note ni appréciation')
    const other = await house.enter(addressOf(others.mentor))
    expect((await other.get(page)).status).toBe(404)
    // A note is read by the partner, on the certificate as on the page of the pair, and may be written anew.
    expect(
      (await mentee.form(`pairs/${pair.id}/thank-you`, { language: 'fr', text: 'Merci deux fois.' })).status,
    ).toBe(303)
    expect((await mentor.get(page)).text).toContain('Merci deux fois.')
    expect((await mentee.post(`pairs/${pair.id}/thank-you`, { text: 'Merci mille fois.' })).status).toBe(204)
    await house.tick()
    const told = (await mentor.get(page)).text
    expect(told).toContain('Merci mille fois.')
    expect(told).not.toContain('Merci deux fois.')
    expect((await mentee.get(page)).text).not.toContain('Merci mille fois.')
    const mails = house.mails.filter(({ words }) => words.subject.includes('remerciement'))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).not.toContain('Merci deux fois.')
    expect((await mentee.post(`pairs/${pair.id}/thank-you`, { text: 'a'.repeat(601) })).status).toBe(422)
    expect((await other.post(`pairs/${pair.id}/thank-you`, { text: 'Bonjour' })).status).toBe(404)
  }, 120_000)

  it('await nothing from a pair that stopped on the way', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: PROGRAMME })
    await pair.mentor.post(`pairs/${pair.id}/separation`, {})
    expect((await pair.mentor.post(`pairs/${pair.id}/thank-you`, { text: 'Merci.' })).status).toBe(410)
    house.now = OVER
    await house.tick()
    expect((await stateOf(house, pair.id))?.ending).toBe('separation')
  }, 120_000)
})
