import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme, makeSignUp, makeWords } from '#test/makers.ts'
import { DOCUMENT_KINDS } from '../../worker/pages/document-view.ts'
import type { Bindings } from '../../worker/settings.ts'

/** The shells as their slots alone: the built site is tested with the site. */
const SHELL = `<!doctype html><html><head><title data-pour="title"></title></head><body>
  ${['back', 'about', 'heading', 'lead', 'missing', 'body', 'foot', 'detail', 'mark', 'next'].map((slot) => `<div data-pour="${slot}"></div>`).join('\n')}
</body></html>`

/** A house whose shells need no built site. */
class PouringHouse extends House {
  override async bindings(): Promise<Bindings> {
    const shells = {
      fetch: async () => new Response(SHELL, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    }
    return { ...(await super.bindings()), ASSETS: shells as unknown as Fetcher }
  }
}

const FILE = '/fr/programmes/regards-croises/documents/'
const NOTE = `${FILE}works-council/`

async function openHouse(programme: Record<string, unknown> = {}) {
  const house = new PouringHouse()
  await house.root.post('programmes', makeProgramme(programme))
  await house.root.put('programmes/regards-croises/publication')
  return house
}

describe('the file that lets a company say yes', () => {
  it('opens for an organiser, in both languages, every document of it', async () => {
    const house = await openHouse()
    const organiser = await house.organiser()
    for (const language of ['fr', 'en']) {
      const index = await organiser.get(`/${language}/programmes/regards-croises/documents/`)
      expect(index.status).toBe(200)
      expect(index.headers.get('content-type')).toContain('text/html')
      expect(index.headers.get('cache-control')).toBe('no-store')
      for (const kind of DOCUMENT_KINDS) {
        expect(index.text).toContain(`/${language}/programmes/regards-croises/documents/${kind}/`)
        const page = await organiser.get(`/${language}/programmes/regards-croises/documents/${kind}/`)
        expect(page.status, kind).toBe(200)
        expect(page.text, kind).not.toMatch(/data-pour|undefined|NaN/)
      }
    }
    expect((await organiser.get(`${FILE}payslips/`)).status).toBe(404)
    expect((await organiser.get('/fr/programmes/nowhere/documents/')).status).toBe(404)
  })

  it('opens for a key that may read programmes, and for no other', async () => {
    const house = await openHouse()
    const key = async (scopes: string[]) => {
      const { json } = await house.root.post('keys', { name: 'DPO', scopes })
      return house.as({ authorization: `Bearer ${json.secret}` })
    }
    expect((await (await key(['programmes:read'])).get(NOTE)).status).toBe(200)
    const other = await (await key(['pairs:read'])).get(NOTE)
    expect(other.status).toBe(403)
    expect(other.headers.get('content-type')).toContain('text/html')
  })

  it('a stranger is asked to sign in and led back to the document', async () => {
    const house = await openHouse()
    const answer = await house.stranger.get(NOTE)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/fr/me/?next=${encodeURIComponent(NOTE)}`)
    await house.root.put('organisers/o@armorique.example')
    const asked = await house.stranger.form('/api/v1/sign-in-codes', {
      email: 'o@armorique.example',
      language: 'fr',
      next: NOTE,
    })
    await house.tick()
    const code = /\d{6}/.exec(house.mails.at(-1)?.words.subject ?? '')?.[0] ?? ''
    const cookie = (asked.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const back = await house.as({ cookie }).form('/api/v1/sessions', { code, language: 'fr' })
    expect(back.headers.get('location')).toBe(NOTE)
  })

  it.each([
    '/fr/programmes/a/',
    '/fr/programmes/a/documents/../../evil',
    '//evil.example/documents/',
    '/fr/programmes/a/documents/?x=1',
  ])('no other page of a programme follows a sign-in: %s', async (next) => {
    const house = await openHouse()
    await house.root.put('organisers/o@armorique.example')
    const asked = await house.stranger.form('/api/v1/sign-in-codes', {
      email: 'o@armorique.example',
      language: 'fr',
      next,
    })
    await house.tick()
    const code = /\d{6}/.exec(house.mails.at(-1)?.words.subject ?? '')?.[0] ?? ''
    const cookie = (asked.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const back = await house.as({ cookie }).form('/api/v1/sessions', { code, language: 'fr' })
    expect(back.headers.get('location')).toBe('/fr/me/')
  })

  it('a participant is refused, as a page', async () => {
    const house = await openHouse()
    await house.root.put('employees/m', makeEmployee({ email: 'm@armorique.example' }))
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentor', 'm'))
    const mentor = await house.session('m@armorique.example')
    for (const path of [FILE, NOTE]) {
      const refused = await mentor.get(path)
      expect(refused.status).toBe(403)
      expect(refused.headers.get('content-type')).toContain('text/html')
      expect(refused.text).not.toContain('works-council')
    }
  })

  it('follows a change of weights and a new exception, without naming anybody', async () => {
    const house = await openHouse()
    const before = (await house.root.get(NOTE)).text
    expect(before).toContain('21,7\u00a0%')
    expect(before).toContain('Aucune exception n’est en vigueur.')
    await house.root.patch('programmes/regards-croises', {
      weights: {
        need: 0.4,
        field: 0.1,
        availability: 0.1,
        reverse: 0.1,
        intentions: 0.1,
        site: 0.1,
        learning: 0.1,
      },
    })
    for (const person of ['chief', 'deputy'])
      await house.root.put(`employees/${person}`, makeEmployee({ family_name: `Nom-${person}` }))
    await house.root.put('programmes/regards-croises/groups/direction', {
      label: 'Direction générale',
      people: ['chief', 'deputy'],
      served_first: false,
      appraisal_chain: { levels: 3, reason: 'Toute l’entreprise rend compte à la direction.' },
    })
    const after = (await house.root.get(NOTE)).text
    expect(after).toContain('40\u00a0%')
    expect(after).toContain('(version\u00a02)')
    for (const said of [
      'Direction générale',
      '3\u00a0niveaux',
      'Toute l’entreprise rend compte à la direction.',
      '2\u00a0personnes',
      '0\u00a0binôme',
    ])
      expect(after).toContain(said)
    expect(after).not.toMatch(/Nom-chief|Nom-deputy|>chief|>deputy/)
  })

  it('says where the data are as the organisation declared it', async () => {
    const house = await openHouse()
    const processors = async () =>
      (await house.root.get('/en/programmes/regards-croises/documents/processors/')).text
    expect(await processors()).toContain('The organisation has not declared it yet')
    await house.root.put('organisation', { name: 'Armorique', store_in_eu: true })
    expect(await processors()).toContain('created with that jurisdiction, which holds')
    expect(await processors()).toContain('unless Regional Services are turned on')
  })
})

describe('the charter and the notice of a programme', () => {
  const words = (charter: string, notice = '') => {
    const { fr, en } = makeWords()
    return { fr: { ...fr, charter, notice }, en: { ...en, charter, notice } }
  }

  it('are public, and the version that was accepted stays the one that is shown (F12)', async () => {
    const house = await openHouse({ words: words('Première charte.', 'Première notice.') })
    await house.root.patch('programmes/regards-croises', {
      words: words('Seconde charte.', 'Seconde notice.'),
    })
    for (const [kind, first, second] of [
      ['charter', 'Première charte.', 'Seconde charte.'],
      ['notice', 'Première notice.', 'Seconde notice.'],
    ] as const) {
      const path = `/fr/programmes/regards-croises/${kind}/`
      const now = await house.stranger.get(path)
      expect(now.status).toBe(200)
      expect(now.text).toContain(second)
      expect(now.text).not.toContain(first)
      expect(now.text).toContain('Version\u00a02')
      const then = await house.stranger.get(`${path}?version=1`)
      expect(then.text).toContain(first)
      expect(then.text).not.toContain(second)
      expect(then.text).toContain('Version\u00a01, du 2\u00a0mars 2026')
      for (const wrong of ['3', '0', '-1', 'x', '1e0']) {
        expect((await house.stranger.get(`${path}?version=${wrong}`)).status, wrong).toBe(404)
      }
    }
  })

  it('of a programme older than its kept texts are shown in the words of today', async () => {
    const house = await openHouse({ words: words('Charte ancienne.') })
    await env.DB.prepare('DELETE FROM programme_texts').run()
    const page = await house.stranger.get('/fr/programmes/regards-croises/charter/')
    expect(page.text).toContain('Charte ancienne.')
    expect(page.text).toContain('Version\u00a01.')
  })

  it('of a draft are for organisers alone', async () => {
    const house = await openHouse()
    await house.root.delete('programmes/regards-croises/publication')
    expect((await house.stranger.get('/fr/programmes/regards-croises/notice/')).status).toBe(404)
    expect((await house.root.get('/fr/programmes/regards-croises/notice/')).status).toBe(200)
  })

  it('tell the public nothing of rules, questions and exceptions', async () => {
    const house = await openHouse()
    await house.root.put('employees/chief', makeEmployee())
    await house.root.put('programmes/regards-croises/groups/direction', {
      label: 'Direction générale',
      people: ['chief'],
      served_first: false,
      appraisal_chain: { levels: 3, reason: 'Toute l’entreprise rend compte à la direction.' },
    })
    const notice = await house.stranger.get('/fr/programmes/regards-croises/notice/')
    expect(notice.status).toBe(200)
    expect(notice.text).not.toContain('Direction générale')
  })
})
