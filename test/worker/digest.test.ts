import { describe, expect, it } from 'vitest'
import { isoWeekOf } from '#actions/digest.ts'
import { gatherCohort } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { formPair } from '#test/pair.ts'

const at = (text: string) => Date.parse(text)

/** Mails leave with the tick after the one that wrote them. */
async function tickTwice(house: House): Promise<void> {
  await house.tick()
  await house.tick()
}

const digests = (house: House) =>
  house.mails.filter(({ words }) => /^(Votre lundi|Your Monday)/.test(words.subject))

describe('the digest of Monday', () => {
  it('leaves once, at 8:00 local, on both sides of a change of the clock (P34, C32)', async () => {
    const house = new House()
    house.now = at('2026-03-18T09:00:00Z')
    const { organiser } = await formPair(house, { programme: { exposure_gap: 4 } })
    await tickTwice(house)
    expect(digests(house)).toHaveLength(0)
    // Clocks still show winter time: 8:00 in Paris is 7:00 UTC.
    house.now = at('2026-03-23T06:55:00Z')
    await tickTwice(house)
    expect(digests(house)).toHaveLength(0)
    house.now = at('2026-03-23T07:00:00Z')
    await tickTwice(house)
    expect(digests(house)).toHaveLength(1)
    // A week later they show summer time: it is 6:00 UTC.
    house.now = at('2026-03-30T05:55:00Z')
    await tickTwice(house)
    expect(digests(house)).toHaveLength(1)
    house.now = at('2026-03-30T06:00:00Z')
    await tickTwice(house)
    expect(digests(house)).toHaveLength(2)
    expect((await organiser.get('tasks')).status).toBe(200)
  })

  it('says kinds and counts, and nobody’s name', async () => {
    const house = new House()
    house.now = at('2026-03-18T09:00:00Z')
    const { id, mentor } = await formPair(house, { programme: { exposure_gap: 4 } })
    await mentor.post('help-requests', { pair: id, text: 'canari-du-lundi' })
    house.now = at('2026-03-23T07:05:00Z')
    await tickTwice(house)
    const [digest] = digests(house)
    expect(digest?.text).toMatch(/Préparations à faire\u00a0: 1 – Regards croisés/)
    expect(digest?.text).toMatch(/Demandes d’aide\u00a0: 1/)
    expect(digest?.text).not.toMatch(/Junior1|Executive1|Kerdoncuff|canari-du-lundi/)
    expect(digest?.text).toContain('/fr/console/')
  })

  it('says that all is well where nothing awaits, and writes to organisers alone', async () => {
    const house = new House()
    house.now = at('2026-03-18T09:00:00Z')
    await gatherCohort(house, {
      programme: { matching_at: '2026-09-01T08:00:00Z', sign_ups_close_at: '2026-10-01T08:00:00Z' },
    })
    await house.organiser()
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    house.now = at('2026-03-23T07:00:00Z')
    await tickTwice(house)
    expect(digests(house).map(({ to, words }) => [to, words.subject])).toEqual([
      ['organiser@armorique.example', 'Votre lundi\u00a0: tout va bien'],
    ])
  })

  it('is late rather than lost on Tuesday, and is not sent in the middle of a week', async () => {
    const house = new House()
    house.now = at('2026-03-18T09:00:00Z')
    await gatherCohort(house)
    await house.organiser()
    house.now = at('2026-03-24T10:00:00Z')
    await tickTwice(house)
    expect(digests(house)).toHaveLength(1)
    house.now = at('2026-04-02T10:00:00Z')
    await tickTwice(house)
    expect(digests(house)).toHaveLength(1)
  })

  it('counts weeks as ISO 8601 does, over the turn of a year', () => {
    expect(isoWeekOf('2026-03-02')).toBe('2026-W10')
    expect(isoWeekOf('2025-12-29')).toBe('2026-W01')
    expect(isoWeekOf('2026-12-28')).toBe('2026-W53')
    expect(isoWeekOf('2027-01-04')).toBe('2027-W01')
  })
})
