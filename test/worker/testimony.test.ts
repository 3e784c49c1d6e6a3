import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'

const TESTIMONY = {
  author: 'Une mentore, métier achats',
  organisation: 'Armorique Énergie',
  text: 'J’ai appris à expliquer, et il a appris à essayer.',
  language: 'fr',
  consent: true,
}

describe('D36, F1: somebody tells what they lived', () => {
  it('D36: is shown to nobody before an organiser has approved it, and then to everybody', async () => {
    const house = new House()
    const sent = await house.stranger.post('testimonies', TESTIMONY)
    expect([sent.status, sent.json]).toEqual([202, { state: 'waiting' }])
    expect((await house.stranger.get('/fr/testimonies/')).text).not.toContain('essayer.')
    expect((await house.stranger.get('testimonies')).json.items).toEqual([])
    expect((await house.stranger.get('testimonies?state=waiting')).status).toBe(401)

    const organiser = await house.organiser()
    const [waiting] = (await organiser.get('testimonies?state=waiting')).json.items
    await organiser.put(`testimonies/${waiting.id}/decision`, { state: 'published' })
    for (const path of ['/fr/testimonies/', '/en/testimonies/']) {
      const page = (await house.stranger.get(path)).text
      expect(page).toContain('il a appris à essayer.')
      expect(page).toContain('Une mentore, métier achats')
    }
    // Where the page speaks another language, the testimony says in which it was written.
    expect((await house.stranger.get('/en/testimonies/')).text).toContain('<blockquote lang="fr">')
    expect((await house.stranger.get('testimonies')).json.items).toHaveLength(1)
  })

  it('D36: a refusal shows nothing, and a withdrawal takes it off the page', async () => {
    const house = new House()
    await house.stranger.post('testimonies', TESTIMONY)
    const [one] = (await house.root.get('testimonies?state=waiting')).json.items
    for (const state of ['published', 'refused']) {
      await house.root.put(`testimonies/${one.id}/decision`, { state })
      expect((await house.stranger.get('testimonies')).json.items).toHaveLength(state === 'published' ? 1 : 0)
    }
    await house.root.delete(`testimonies/${one.id}/decision`)
    expect((await house.root.get('testimonies?state=waiting')).json.items).toHaveLength(1)
  })

  it('D36: what was refused is forgotten after ninety days, what is published stays', async () => {
    const house = new House()
    for (const author of ['Refusée', 'Publiée'])
      await house.stranger.post('testimonies', { ...TESTIMONY, author })
    for (const { id, author } of (await house.root.get('testimonies?state=waiting')).json.items) {
      await house.root.put(`testimonies/${id}/decision`, {
        state: author === 'Refusée' ? 'refused' : 'published',
      })
    }
    house.now += 91 * 86_400_000
    await house.tick()
    expect((await house.root.get('testimonies?state=refused')).json.items).toEqual([])
    expect((await house.root.get('testimonies')).json.items).toHaveLength(1)
  })

  it('posts without script, needs the agreement to be published, and keeps what was typed', async () => {
    const house = new House()
    const { text } = await house.stranger.get('/fr/testimonies/')
    house.now += 30_000
    const fields = {
      language: 'fr',
      token: /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '',
      author: 'Awa',
      organisation: '',
      text: 'Six séances, une amitié.',
    }
    const without = await house.stranger.form('testimonies', fields)
    expect(without.status).toBe(422)
    expect(without.text).toContain('Six séances, une amitié.')
    expect(without.text).toContain('sans votre accord, rien n’est publié')
    const sent = await house.stranger.form('testimonies', { ...fields, consent: 'yes' })
    expect(sent.headers.get('location')).toBe('/fr/testimonies/thanks/')
    expect((await house.root.get('testimonies?state=waiting')).json.items[0]).toMatchObject({
      author: 'Awa',
      organisation: null,
    })
  })

  it('markup that somebody types stays text', async () => {
    const house = new House()
    await house.stranger.post('testimonies', { ...TESTIMONY, text: '<script>alert(1)</script> et le reste' })
    const [one] = (await house.root.get('testimonies?state=waiting')).json.items
    await house.root.put(`testimonies/${one.id}/decision`, { state: 'published' })
    expect((await house.stranger.get('/fr/testimonies/')).text).not.toContain('<script>alert')
  })

  it('is short enough to be read, and one network sends a few a day', async () => {
    const house = new House()
    const long = await house.stranger.post('testimonies', { ...TESTIMONY, text: 'x'.repeat(1501) })
    expect(long.json.errors[0]).toMatchObject({ pointer: '/text' })
    for (let n = 0; n < 10; n++)
      expect((await house.stranger.post('testimonies', TESTIMONY)).status).toBe(202)
    expect((await house.stranger.post('testimonies', TESTIMONY)).status).toBe(429)
  })
})
