import { describe, expect, it } from 'vitest'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { formPair } from '#test/pair.ts'

describe('a pair in one’s own space', () => {
  it('is read by its two people, in their language, and by nobody else', async () => {
    const house = new House()
    const { id, mentor, mentee } = await formPair(house, { mentors: 2, mentees: 2 })
    const mine = await mentor.get(`/fr/me/pairs/${id}/`)
    expect(mine.status).toBe(200)
    expect(mine.text).toContain('Mon binôme avec Executive')
    expect((await mentee.get(`/en/me/pairs/${id}/`)).text).toContain('My pair with Junior')
    const other = await house.enter(addressOf(mine.text.includes('Executive1') ? 'X2' : 'X1'))
    expect((await other.get(`/fr/me/pairs/${id}/`)).status).toBe(404)
    expect((await house.stranger.get(`/fr/me/pairs/${id}/`)).text).toContain('sign-in-codes')
  })

  it('tells what comes next on the first page of the space (C5)', async () => {
    const house = new House()
    const { id, mentor } = await formPair(house)
    const { text } = await mentor.get('/fr/me/')
    expect(text).toContain('Proposez une première séance à Executive1')
    expect(text).toContain(`/fr/me/pairs/${id}/#sessions`)
  })

  it('forgets what somebody wrote, and keeps that the pair existed, when they erase themselves (GDPR art. 17)', async () => {
    const house = new House()
    const { id, mentor, mentee } = await formPair(house)
    await mentor.post(`pairs/${id}/takeaways`, { kind: 'idea', text: 'Une idée à effacer' })
    await mentor.put(`pairs/${id}/agreement`, {
      aims: 'Un but à effacer',
      rhythm: 'Chaque mois',
      ways: 'Ainsi',
    })
    const before = (await mentor.get('me/export')).json
    expect(before.life.takeaways).toMatchObject([{ pair: id, text: 'Une idée à effacer' }])
    expect((await mentee.get('me/export')).json.life.takeaways).toEqual([])
    await mentor.delete('me')
    await house.tick()
    const { text } = await mentee.get('me/export')
    expect(text).not.toContain('à effacer')
    expect((await house.root.get(`pairs/${id}`)).json).toMatchObject({ state: 'ended' })
  })
})
