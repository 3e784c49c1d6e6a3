import { describe, expect, it } from 'vitest'
import { listTakeawaysOfPair } from '#db/queries/takeaway.ts'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { type FormedPair, formPair, formPairs } from '#test/pair.ts'

const DAY_MS = 86_400_000
const IDEAS = 'programmes/regards-croises/ideas'

async function note(
  { id, mentor }: FormedPair,
  kind: string,
  text: string,
  more: Record<string, unknown> = {},
) {
  return mentor.post(`pairs/${id}/takeaways`, { kind, text, ...more })
}

/** The mentor who was left without a pair. */
async function outsider(house: House, pair: FormedPair) {
  const { json } = await house.root.get(`pairs/${pair.id}`)
  return house.enter(addressOf(json.mentor === 'M1' ? 'M2' : 'M1'))
}

async function asked(house: House, person: string) {
  // What a job writes leaves with the next tick.
  await house.tick()
  await house.tick()
  return house.mails.filter(
    ({ to, words }) => to === addressOf(person) && /rencontrer|projet/.test(words.subject),
  )
}

describe('what a pair takes away', () => {
  it('is read by both, except the advice that one received, which is their own record (W7, P19)', async () => {
    const house = new House()
    const pair = await formPair(house)
    const noted = await note(pair, 'certainty-challenged', 'Les clients n’attendent pas.')
    expect(noted.status).toBe(201)
    expect(noted.json).toMatchObject({ state: 'kept', author: 'mentor', is_shared: false })
    house.now += 1000
    await note(pair, 'advice-received', 'Demander d’abord ce que l’autre a compris.')
    const kinds = async (client: FormedPair['mentor']) =>
      (await client.get(`pairs/${pair.id}/takeaways`)).json.items.map(({ kind }: { kind: string }) => kind)
    expect(await kinds(pair.mentor)).toEqual(['certainty-challenged', 'advice-received'])
    expect(await kinds(pair.mentee)).toEqual(['certainty-challenged'])
    const mine = await pair.mentor.get(`/fr/me/pairs/${pair.id}/`)
    expect(mine.text).toContain('Une certitude bousculée.')
    expect(mine.text).toContain('Un conseil reçu')
    expect(mine.text).toContain('Demander d’abord ce que l’autre a compris.')
    const theirs = await pair.mentee.get(`/fr/me/pairs/${pair.id}/`)
    expect(theirs.text).toContain('Les clients n’attendent pas.')
    expect(theirs.text).not.toContain('Demander d’abord')
  })

  it('is nobody else’s to read or to change', async () => {
    const house = new House()
    const pair = await formPair(house, { mentors: 2 })
    const { json } = await note(pair, 'idea', 'Un café des métiers.')
    for (const client of [house.root, pair.organiser, await outsider(house, pair)])
      expect((await client.get(`pairs/${pair.id}/takeaways`)).status).toBeGreaterThanOrEqual(403)
    expect((await pair.mentee.patch(`takeaways/${json.id}`, { state: 'tried' })).status).toBe(404)
    expect((await pair.mentee.delete(`takeaways/${json.id}`)).status).toBe(404)
    expect((await pair.organiser.get(IDEAS)).json.items).toEqual([])
    expect((await pair.organiser.put(`ideas/${json.id}/status`, { state: 'tried' })).status).toBe(404)
    expect((await pair.mentor.delete(`takeaways/${json.id}`)).status).toBe(204)
    expect(await listTakeawaysOfPair(house.db, pair.id)).toEqual([])
  })

  it('an idea is shared by its author alone; the team reads it and says what became of it (W13)', async () => {
    const house = new House()
    const pair = await formPair(house)
    const { json } = await note(pair, 'idea', 'Un café des métiers.')
    expect((await pair.mentor.patch(`takeaways/${json.id}`, { shared: true })).json.is_shared).toBe(true)
    const { json: list } = await pair.organiser.get(IDEAS)
    expect(list.items).toMatchObject([
      { id: json.id, text: 'Un café des métiers.', state: 'new', author: { reference: 'M1' } },
    ])
    expect(list.totals.idea).toBeNull()
    const decided = await pair.organiser.put(`ideas/${json.id}/status`, { state: 'adopted' })
    expect(decided.json.state).toBe('adopted')
    const page = await pair.mentee.get(`/fr/me/pairs/${pair.id}/`)
    expect(page.text).toContain('Adoptée')
    await house.root.put('organisers/consultant@armorique.example', { role: 'consultant' })
    const consultant = await house.enter('consultant@armorique.example')
    expect((await consultant.get(IDEAS)).status).toBe(403)
    await pair.mentor.patch(`takeaways/${json.id}`, { shared: false })
    expect((await pair.organiser.get(IDEAS)).json.items).toEqual([])
    const { json: person } = await note(pair, 'person-to-meet', 'Yann, à la logistique')
    expect((await pair.mentor.patch(`takeaways/${person.id}`, { shared: true })).status).toBe(422)
    expect((await pair.mentor.patch(`takeaways/${person.id}`, { state: 'adopted' })).status).toBe(422)
  })

  it('is counted by kind from five pairs on, and never below (C23, P19)', async () => {
    const house = new House()
    const pairs = await formPairs(house, { mentors: 5, mentees: 5 })
    expect(pairs).toHaveLength(5)
    for (const pair of pairs.slice(0, 4)) await note(pair, 'project-to-join', 'Le chantier des stocks')
    const { organiser } = pairs[0] as FormedPair
    expect((await organiser.get(IDEAS)).json.totals['project-to-join']).toBeNull()
    await note(pairs[4] as FormedPair, 'project-to-join', 'Le chantier des stocks')
    expect((await organiser.get(IDEAS)).json.totals['project-to-join']).toBe(5)
    expect((await organiser.get(IDEAS)).json.totals.idea).toBeNull()
  })

  it('a person to meet is asked about three times at most, three weeks apart, until it is done (C23)', async () => {
    const house = new House()
    const pair = await formPair(house)
    const { json } = await note(pair, 'person-to-meet', 'Yann, à la logistique')
    house.now += 20 * DAY_MS
    expect(await asked(house, 'M1')).toHaveLength(0)
    for (const count of [1, 2, 3, 3, 3]) {
      house.now += 22 * DAY_MS
      expect(await asked(house, 'M1')).toHaveLength(count)
    }
    expect(JSON.stringify(house.mails.map(({ text }) => text))).not.toContain('logistique')
    expect(await asked(house, 'X1')).toHaveLength(0)
    const [row] = await listTakeawaysOfPair(house.db, pair.id)
    expect(row).toMatchObject({ id: json.id, reminders: 3, follow_up_at: null })
  })

  it('what is done or set aside is never asked about', async () => {
    const house = new House()
    const pair = await formPair(house)
    const { json } = await note(pair, 'project-to-join', 'Le chantier des stocks')
    await pair.mentor.form(`takeaways/${json.id}/change`, { language: 'fr', state: 'done' })
    house.now += 30 * DAY_MS
    expect(await asked(house, 'M1')).toHaveLength(0)
  })

  it('works by forms alone', async () => {
    const house = new House()
    const pair = await formPair(house)
    const sent = await pair.mentee.form(`pairs/${pair.id}/takeaways`, {
      language: 'en',
      kind: 'idea',
      text: 'A lunch\nwith the sales team',
      shared: 'yes',
    })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/en/me/pairs/${pair.id}/#takeaways`)
    const [row] = await listTakeawaysOfPair(house.db, pair.id)
    expect(row).toMatchObject({ kind: 'idea', state: 'new', text: 'A lunch\nwith the sales team' })
    expect(row?.shared_at).toBe(house.now)
    const gone = await pair.mentee.form(`takeaways/${row?.id}/deletion`, { language: 'en' })
    expect(gone.status).toBe(303)
    expect(await listTakeawaysOfPair(house.db, pair.id)).toEqual([])
  })
})
