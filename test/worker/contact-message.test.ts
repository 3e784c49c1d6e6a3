import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { makeProgramme } from '#test/makers.ts'

const MESSAGE = {
  about: 'programme',
  name: 'Nolwenn Le Bihan',
  email: 'nolwenn@ailleurs.example',
  text: 'Bonjour, peut-on participer depuis une autre entité ?',
  language: 'fr',
}

/** The form as a browser gets it: its token, read a while before it is posted. */
async function openForm(house: House, path: string, seconds = 20): Promise<Record<string, string>> {
  const { text } = await house.stranger.get(path)
  house.now += seconds * 1000
  return { token: /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '', language: path.slice(1, 3) }
}

describe('somebody writes to the team', () => {
  it('P39: gets an answer by itself in their language, and an organiser sees the message and marks it answered', async () => {
    const house = new House()
    for (const language of ['fr', 'en']) {
      const sent = await house.stranger.post('contact-messages', {
        ...MESSAGE,
        language,
        email: `${language}@ailleurs.example`,
        phone: '+33 2 98 00 00 00',
      })
      expect([sent.status, sent.json]).toEqual([202, { state: 'received' }])
      house.now += 1000
    }
    await house.tick()
    const subjects = Object.fromEntries(house.mails.map(({ to, words }) => [to, words.subject]))
    expect(subjects).toEqual({
      'fr@ailleurs.example': 'Nous avons bien reçu votre message',
      'en@ailleurs.example': 'We have received your message',
    })
    const organiser = await house.organiser()
    const [newest, oldest] = (await organiser.get('contact-messages?state=open')).json.items
    expect(newest).toMatchObject({ email: 'en@ailleurs.example', phone: '+33 2 98 00 00 00', state: 'open' })
    const answered = await organiser.put(`contact-messages/${oldest.id}/answer`)
    expect(answered.json).toMatchObject({ state: 'answered', answered_at: '2026-03-02T09:00:02.000Z' })
    expect((await organiser.get('contact-messages?state=open')).json.items).toHaveLength(1)
    const again = await organiser.delete(`contact-messages/${oldest.id}/answer`)
    expect(again.json).toMatchObject({ state: 'open', answered_at: null })
  })

  it('P39: the reply repeats nothing of what was typed, so that nobody writes to others through us', async () => {
    const house = new House()
    await house.stranger.post('contact-messages', {
      ...MESSAGE,
      name: 'ACHETEZ',
      text: 'Visitez http://spam.example vite.',
    })
    await house.tick()
    expect(house.mails).toHaveLength(1)
    expect(house.mails[0]?.text).not.toMatch(/ACHETEZ|spam\.example/)
  })

  it('P39: does it without script: a plain form, then a page that says thank you', async () => {
    const house = new House()
    const fields = await openForm(house, '/fr/contact/')
    const sent = await house.stranger.form('contact-messages', { ...MESSAGE, ...fields, phone: '' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/fr/contact/thanks/'])
    expect((await house.stranger.get('/fr/contact/thanks/')).text).toContain('Votre message est bien arrivé')
    const organiser = await house.organiser()
    expect((await organiser.get('contact-messages')).json.items[0]).toMatchObject({
      ...MESSAGE,
      phone: null,
    })
  })

  it('loses nothing that was typed when something is to be mended', async () => {
    const house = new House()
    const fields = await openForm(house, '/en/contact/')
    const wrong = {
      ...MESSAGE,
      ...fields,
      email: 'nowhere',
      phone: 'call me',
      text: '<b>A question</b> of mine',
    }
    const sent = await house.stranger.form('contact-messages', wrong)
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('&lt;b&gt;A question&lt;/b&gt; of mine')
    for (const field of ['email', 'phone']) expect(sent.text).toContain(`href="#${field}"`)
    expect(sent.text).toContain('Give a full e-mail address')
    expect((await house.root.get('contact-messages')).json.items).toEqual([])
  })

  it('D37: a program that fills in the trap is thanked and forgotten; one that is too quick is asked again', async () => {
    const house = new House()
    const fields = await openForm(house, '/fr/contact/', 0.5)
    const quick = await house.stranger.form('contact-messages', { ...MESSAGE, ...fields })
    expect(quick.status).toBe(422)
    expect(quick.text).toContain('Nolwenn Le Bihan')
    const trapped = await house.stranger.form('contact-messages', {
      ...MESSAGE,
      ...fields,
      subject_note: 'x',
    })
    expect(trapped.headers.get('location')).toBe('/fr/contact/thanks/')
    expect((await house.root.get('contact-messages')).json.items).toEqual([])
  })

  it('D37: few messages make us write to one address, and the form then says so without losing the text', async () => {
    const house = new House()
    const fields = await openForm(house, '/fr/contact/')
    for (let n = 0; n < 5; n++) await house.stranger.post('contact-messages', MESSAGE)
    expect((await house.stranger.post('contact-messages', MESSAGE)).status).toBe(429)
    const sent = await house.stranger.form('contact-messages', { ...MESSAGE, ...fields })
    expect(sent.status).toBe(429)
    expect(sent.text).toContain(MESSAGE.text)
  })

  it('is read by organisers alone', async () => {
    const house = new House()
    await house.stranger.post('contact-messages', MESSAGE)
    expect((await house.stranger.get('contact-messages')).status).toBe(401)
    expect((await house.stranger.put('contact-messages/msg_1/answer')).status).toBe(401)
    const events = await house.db.all<{ data: string }>('SELECT data FROM events' as never)
    expect(JSON.stringify(events)).not.toContain('nolwenn')
  })

  it('no hostile message ends in a fault of ours, and none of them is kept', async () => {
    const house = new House()
    const hostile = [
      { ...MESSAGE, text: 'x'.repeat(5000) },
      { ...MESSAGE, name: '\u0000' },
      { ...MESSAGE, email: 'a@b@c' },
      { ...MESSAGE, about: '__proto__' },
      { ...MESSAGE, text: { $ne: null } },
      { ...MESSAGE, surprise: 1 },
      [],
      null,
    ]
    for (const body of hostile) expect((await house.stranger.post('contact-messages', body)).status).toBe(422)
    for (const value of ['\u0000', '\ud800', 'é'.repeat(70_000)]) {
      const sent = await house.stranger.form('contact-messages', { ...MESSAGE, text: value, name: value })
      expect(sent.status).toBeLessThan(500)
    }
    expect((await house.root.get('contact-messages')).json.items).toEqual([])
  })
})

describe('F22: the call for experts', () => {
  it('says what a session is, names the expert programmes that are open, and takes an offer', async () => {
    const house = new House()
    await house.root.post('programmes', makeProgramme({ slug: 'un-point-precis', kind: 'expert' }))
    await house.root.put('programmes/un-point-precis/publication')
    const page = await house.stranger.get('/fr/experts/')
    expect(page.text).toContain('Trois à quatre heures')
    expect(page.text).toContain('/fr/programmes/un-point-precis/')
    const fields = await openForm(house, '/fr/experts/')
    const sent = await house.stranger.form('contact-messages', {
      ...fields,
      about: 'expert',
      name: 'Inès',
      email: 'ines@startup.example',
      situation: 'Une migration bloquée.',
      unlocked: 'Un pilote à trois.',
    })
    expect(sent.headers.get('location')).toBe('/fr/experts/thanks/')
    const [offer] = (await house.root.get('contact-messages')).json.items
    expect(offer.about).toBe('expert')
    expect(offer.text).toContain('Une migration bloquée.')
    expect(offer.text).toContain('Un pilote à trois.')
  })

  it('an empty offer is shown again with what to mend', async () => {
    const house = new House()
    const fields = await openForm(house, '/en/experts/')
    const sent = await house.stranger.form('contact-messages', { ...fields, about: 'expert' })
    expect(sent.status).toBe(422)
    for (const field of ['situation', 'name', 'email']) expect(sent.text).toContain(`href="#${field}"`)
  })
})
