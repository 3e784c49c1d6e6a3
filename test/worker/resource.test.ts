import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'

const RESOURCE = {
  kind: 'video',
  title: { fr: 'Un binôme raconte', en: 'A pair tells its story' },
  summary: { fr: 'Vingt minutes, deux voix.', en: 'Twenty minutes, two voices.' },
  source: 'Université d’Armorique, 2025',
  url: 'https://www.armorique.example/film',
  language: 'fr',
}

describe('W21, D38: the library', () => {
  it('D38: holds a video, a PDF, an image and a link, each with its source, and opens them elsewhere', async () => {
    const house = new House()
    for (const kind of ['video', 'pdf', 'image', 'link']) {
      const made = await house.root.post('resources', {
        ...RESOURCE,
        kind,
        url: `https://www.armorique.example/${kind}`,
      })
      expect(made.status).toBe(201)
      await house.root.put(`resources/${made.json.id}/publication`)
      house.now += 1000
    }
    const page = (await house.stranger.get('/fr/resources/')).text
    for (const [kind, word] of Object.entries({ video: 'Vidéo', pdf: 'PDF', image: 'Image', link: 'Page' })) {
      expect(page).toContain(
        `href="https://www.armorique.example/${kind}" rel="noopener noreferrer external"`,
      )
      expect(page).toContain(`<span class="kind">${word}</span>`)
    }
    expect(page).toContain('Université d’Armorique, 2025')
    expect(page).toContain('(armorique.example)')
    // Nothing of theirs is ever loaded into our page.
    expect(page).not.toMatch(/<(iframe|video|img|embed|object)\b/)
    expect((await house.stranger.get('/en/resources/')).text).toContain('A pair tells its story')
  })

  it('W21: shows nobody what is not published, and takes away what is withdrawn', async () => {
    const house = new House()
    const { json } = await house.root.post('resources', RESOURCE)
    expect((await house.stranger.get('resources')).json.items).toEqual([])
    expect((await house.root.get('resources')).json.items).toHaveLength(1)
    await house.root.put(`resources/${json.id}/publication`)
    expect((await house.stranger.get('resources')).json.items[0].source).toBe(RESOURCE.source)
    await house.root.delete(`resources/${json.id}/publication`)
    expect((await house.stranger.get('/fr/resources/')).text).not.toContain(RESOURCE.title.fr)
  })

  it('the same content again writes nothing; another one makes a version; deleting forgets it', async () => {
    const house = new House()
    const { json } = await house.root.post('resources', RESOURCE)
    const count = async () =>
      (await house.db.all<{ n: number }>('SELECT count(*) AS n FROM events' as never))[0]?.n
    const before = await count()
    await house.root.put(`resources/${json.id}`, RESOURCE)
    expect(await count()).toBe(before)
    const changed = await house.root.put(`resources/${json.id}`, { ...RESOURCE, source: 'Ailleurs' })
    expect(changed.json.source).toBe('Ailleurs')
    expect((await house.root.delete(`resources/${json.id}`)).status).toBe(204)
    expect((await house.root.put(`resources/${json.id}`, RESOURCE)).status).toBe(404)
  })

  it('takes an address over https alone', async () => {
    const house = new House()
    for (const url of [
      'javascript:alert(1)',
      'http://a.example/',
      'https://u:p@a.example/',
      '/fr/',
      'https://localhost/',
    ]) {
      const made = await house.root.post('resources', { ...RESOURCE, url })
      expect(made.json.errors?.[0]?.pointer, url).toBe('/url')
    }
  })

  it('is edited by organisers alone', async () => {
    const { stranger } = new House()
    expect((await stranger.post('resources', RESOURCE)).status).toBe(401)
    expect((await stranger.delete('resources/res_1')).status).toBe(401)
  })

  it('D38: our own sheets are linked, in both languages', async () => {
    const house = new House()
    for (const language of ['fr', 'en']) {
      const page = (await house.stranger.get(`/${language}/resources/`)).text
      for (const sheet of ['first-meeting', 'session-guide', 'pride-and-fear', 'kick-off', 'expert-session'])
        expect(page).toContain(`href="/${language}/resources/${sheet}/"`)
    }
  })
})
