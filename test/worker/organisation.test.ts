import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { makeProgramme } from '#test/makers.ts'

const PROFILE = {
  name: 'Armorique',
  address: '1 quai Ouest, Brest',
  phone: '+33 2 98 00 00 00',
  hours: { fr: 'du lundi au vendredi, de 9 h à 17 h', en: 'Monday to Friday, 9 to 17' },
  email: 'bonjour@armorique.example',
  dpo: 'dpo@armorique.example',
  publisher: 'Maëlle Kerdoncuff',
  store_in_eu: true,
  requests_in_eu: false,
}

describe('W22: who runs the service, and how to reach them', () => {
  it('W22: contact, hours, legal notice and privacy are there in both languages, before anybody has said anything', async () => {
    const house = new House()
    for (const [language, title] of [
      ['fr', 'Mentions légales'],
      ['en', 'Legal notice'],
    ] as const) {
      expect((await house.stranger.get(`/${language}/legal/`)).text).toContain(title)
      for (const room of ['contact', 'privacy', 'accessibility'])
        expect((await house.stranger.get(`/${language}/${room}/`)).status).toBe(200)
    }
    expect((await house.stranger.get('/fr/legal/')).text).toContain('ils ne sont pas précisés')
  })

  it('W22: what an organiser saves is said on every legal page from the next visit on', async () => {
    const house = new House()
    const saved = await house.root.put('organisation', PROFILE)
    expect(saved.json).toMatchObject(PROFILE)
    const page = async (path: string) => (await house.stranger.get(path)).text
    expect(await page('/fr/legal/')).toContain('Horaires\u00a0: du lundi au vendredi, de 9 h à 17 h')
    expect(await page('/en/legal/')).toContain('Opening hours: Monday to Friday, 9 to 17')
    for (const language of ['fr', 'en']) {
      expect(await page(`/${language}/contact/`)).toContain('+33 2 98 00 00 00')
      expect(await page(`/${language}/privacy/`)).toContain('dpo@armorique.example')
      expect(await page(`/${language}/accessibility/`)).toContain('bonjour@armorique.example')
    }
    expect(await page('/fr/privacy/')).toContain('créée dans l’Union européenne')
    expect(await page('/fr/legal/')).toContain('<title>Mentions légales')
  })

  it('the same profile again writes nothing, and markup in it stays text', async () => {
    const house = new House()
    await house.root.put('organisation', { ...PROFILE, name: '<b>Armorique</b>' })
    const again = await house.root.put('organisation', { ...PROFILE, name: '<b>Armorique</b>' })
    expect(again.status).toBe(200)
    const rows = await house.db.all<{ n: number }>(
      "SELECT count(*) AS n FROM events WHERE type = 'organisation.updated'" as never,
    )
    expect(rows[0]?.n).toBe(1)
    expect((await house.stranger.get('/fr/legal/')).text).toContain('&lt;b&gt;Armorique')
  })

  it('is kept by organisers alone', async () => {
    const { stranger } = new House()
    expect((await stranger.put('organisation', PROFILE)).status).toBe(401)
    expect((await stranger.get('organisation')).status).toBe(401)
  })
})

describe('how the pairs of one programme are formed', () => {
  it('is told with its own weights, gaps, rules and rounds, as they are at this moment', async () => {
    const house = new House()
    await house.root.post(
      'programmes',
      makeProgramme({
        seniority_gap: 2,
        experience_gap_years: 4,
        matching_objective: 'fair',
        rematch_days: 10,
        matching_at: '2026-04-01T08:00:00Z',
        own_rules: [{ name: 'same-site', effect: 'must', when: [], test: { kind: 'same', field: 'site' } }],
      }),
    )
    expect((await house.stranger.get('/fr/programmes/regards-croises/matching/')).status).toBe(404)
    await house.root.put('programmes/regards-croises/publication')
    const page = async (language: string) =>
      (await house.stranger.get(`/${language}/programmes/regards-croises/matching/`)).text
    const french = await page('fr')
    for (const said of [
      'au moins 2\u00a0niveaux',
      '4\u00a0ans',
      '21,7',
      'tous les 10\u00a0jours',
      'le moins bien servi',
    ])
      expect(french).toContain(said)
    expect(french).toContain('Dans chaque binôme, les deux personnes ont une réponse commune')
    expect(await page('en')).toContain('at least 2 levels above')
    expect(await page('en')).toContain('neither a test nor a label')
    const programme = (await house.stranger.get('/fr/programmes/regards-croises/')).text
    expect(programme).toContain('href="/fr/programmes/regards-croises/matching/"')
  })
})
