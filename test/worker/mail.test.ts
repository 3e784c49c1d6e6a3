import { beforeEach, describe, expect, it } from 'vitest'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { bounceOf, signedHeaders, tellMailEvent, unsubscribeToken } from '#test/mail-events.ts'
import { makeEmployee } from '#test/makers.ts'

const HERE = 'programmes/regards-croises'
const AWA = 'awa@armorique.example'
const MAELLE = addressOf('D1')

let house: House
let organiser: Client

beforeEach(async () => {
  house = new House()
  await gatherCohort(house, { mentors: 1, mentees: 1 })
  organiser = await house.organiser(AWA)
  await house.root.put('employees/D1', makeEmployee({ email: MAELLE }))
}, 60_000)

/** Somebody is invited to the programme, and the mail is on its way. */
async function invite(person = 'D1') {
  await house.root.post(`${HERE}/designations`, {
    role: 'mentee',
    proposed_by: 'Anne Riou',
    people: [person],
  })
  await house.tick()
}

const mailsTo = (address: string) => house.mails.filter(({ to }) => to === address)

async function eventsOf(type: string) {
  const { results } = await house.db.$client
    .prepare('SELECT subject, data FROM events WHERE type = ?')
    .bind(type)
    .all<{ subject: string; data: string }>()
  return results
}

describe('an address that refuses our mail', () => {
  it('is known by person, gets nothing more, and is written to again once somebody allows it', async () => {
    expect((await tellMailEvent(house, bounceOf(MAELLE.toUpperCase()))).status).toBe(204)
    expect((await tellMailEvent(house, bounceOf(MAELLE))).status).toBe(204)
    await invite()
    expect(mailsTo(MAELLE)).toHaveLength(0)
    const [suppression, ...others] = await organiser.all('mail-suppressions')
    expect([suppression?.person, suppression?.reason, others]).toEqual(['D1', 'bounced', []])
    const [problem] = await organiser.all('mail-problems')
    expect(problem).toMatchObject({
      template: 'invitation',
      person: 'D1',
      state: 'failed',
      last_outcome: 'suppressed',
      can_resend: true,
    })
    expect(JSON.stringify([suppression, problem])).not.toContain('@')
    expect((await organiser.post(`mail-problems/${problem?.id}/resend`)).status).toBe(409)
    expect((await organiser.delete(`mail-suppressions/${suppression?.id}`)).status).toBe(204)
    expect((await organiser.delete(`mail-suppressions/${suppression?.id}`)).status).toBe(404)
    const again = await organiser.post(`mail-problems/${problem?.id}/resend`)
    expect([again.status, again.json.state]).toEqual([202, 'waiting'])
    await house.tick()
    expect(mailsTo(MAELLE)).toHaveLength(1)
    expect((await organiser.post(`mail-problems/${problem?.id}/resend`)).status).toBe(404)
    expect(await organiser.all('mail-problems')).toEqual([])
  })

  it('is told in the journal by ids alone', async () => {
    await tellMailEvent(house, bounceOf(MAELLE))
    const [event] = await eventsOf('mail.suppressed')
    expect(event?.subject).toMatch(/^mail-suppression:[0-9a-f]{24}$/)
    expect(event?.data).toMatch(/^\{"person":"per_\w+","reason":"bounced"\}$/)
  })

  it('no longer matters once the person has another', async () => {
    await tellMailEvent(house, bounceOf(MAELLE))
    await invite()
    const [problem] = await organiser.all('mail-problems')
    await house.root.put('employees/D1', makeEmployee({ email: 'maelle@armorique.example' }))
    await organiser.post(`mail-problems/${problem?.id}/resend`)
    await house.tick()
    expect(mailsTo('maelle@armorique.example')).toHaveLength(1)
  })

  it('is answered like any other when somebody asks for a code, and gets none', async () => {
    const known = await house.stranger.post('sign-in-codes', { email: AWA, language: 'fr' })
    await tellMailEvent(house, bounceOf(AWA))
    house.mails = []
    const refused = await house.stranger.post('sign-in-codes', { email: AWA, language: 'fr' })
    await house.tick()
    expect([refused.status, refused.text]).toEqual([known.status, known.text])
    expect(mailsTo(AWA)).toHaveLength(0)
    const [problem] = await organiser.all('mail-problems')
    expect([problem?.template, problem?.can_resend]).toEqual(['sign-in-code', false])
    expect((await organiser.post(`mail-problems/${problem?.id}/resend`)).status).toBe(409)
  })

  it('a full mailbox, a mail that was delivered and news of anything else change nothing', async () => {
    for (const event of [
      bounceOf(MAELLE, 'Transient'),
      { type: 'email.delivered', data: { to: [MAELLE] } },
      { type: 'contact.created', data: { email: MAELLE } },
      { type: 'email.complained', data: {} },
    ]) {
      expect((await tellMailEvent(house, event)).status).toBe(204)
    }
    expect(await organiser.all('mail-suppressions')).toEqual([])
  })

  it('nobody but the provider can say so', async () => {
    const event = bounceOf(MAELLE)
    const good = await signedHeaders(event, house.now)
    const refused = [
      {},
      { ...good, 'svix-signature': `v1,${btoa('x'.repeat(32))}` },
      { ...good, 'svix-id': 'msg_2' },
      await signedHeaders(event, house.now - 301_000),
      await signedHeaders(event, house.now + 302_000),
      await signedHeaders(event, house.now, `whsec_${btoa('the secret of somebody else, maybe')}`),
      await signedHeaders(bounceOf(AWA), house.now),
    ]
    for (const headers of refused) {
      expect((await house.stranger.post('mail-events', event, headers)).status).toBe(401)
    }
    expect(await organiser.all('mail-suppressions')).toEqual([])
    const rotated = { ...good, 'svix-signature': `v1,${btoa('old')} ${good['svix-signature']}` }
    expect((await house.stranger.post('mail-events', event, rotated)).status).toBe(204)
    expect(await organiser.all('mail-suppressions')).toHaveLength(1)
  })

  it('is heard of from Cloudflare on a queue: hard bounces and complaints, once each', async () => {
    const event = (what: string, recipient: string, more: object = {}) => ({
      type: `cf.email.sending.message.${what}`,
      payload: { eventId: 'x', messageId: 'y', recipient, ...more },
    })
    const messages = [
      event('bounced', MAELLE, { bounce: { type: 'hard' } }),
      event('bounced', MAELLE, { bounce: { type: 'hard' } }),
      event('bounced', addressOf('M1'), { bounce: { type: 'soft' } }),
      event('complained', addressOf('X1')),
      event('rejected', AWA, { rejection: { reason: 'policy' } }),
      event('delivered', AWA),
      'nonsense',
      null,
    ]
    const result = await house.deliver(messages as never, 'binome-mail-events')
    expect([result.explicitAcks.length, result.retryMessages.length]).toEqual([messages.length, 0])
    const found = (await organiser.all('mail-suppressions')).map(({ person, reason }) => [person, reason])
    expect(found.sort()).toEqual([
      ['D1', 'bounced'],
      ['X1', 'complained'],
    ])
  })

  it('coaches and participants read neither list', async () => {
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    for (const client of [await house.session('coach@armorique.example'), await house.enter(MAELLE)]) {
      for (const door of ['mail-problems', 'mail-suppressions']) {
        expect((await client.get(door)).status).toBe(403)
      }
    }
  })
})

describe('what is sent regularly can be stopped with one press', () => {
  const MONDAY = Date.parse('2026-03-09T07:05:00Z')
  const digests = () => house.mails.filter(({ words }) => /^Votre lundi/.test(words.subject))

  async function toMonday(weeks: number) {
    house.now = MONDAY + weeks * 7 * 86_400_000
    await house.tick()
    await house.tick()
  }

  it('the digest of Monday: a mail program stops it without a session, and the console brings it back', async () => {
    await toMonday(0)
    const [digest] = digests()
    const address = digest?.unsubscribe as string
    expect(digest?.text).toContain(`Ne plus recevoir ces messages\u00a0: ${address}`)
    const path = new URL(address).pathname
    const pressed = await house.stranger.form(path, { 'List-Unsubscribe': 'One-Click' })
    expect([pressed.status, pressed.text]).toEqual([204, ''])
    expect((await house.stranger.form(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(204)
    expect(await eventsOf('organiser.changed')).toHaveLength(1)
    await toMonday(1)
    expect(digests()).toHaveLength(1)
    expect((await organiser.put(`organisers/${AWA}`)).json.digest).toBe(false)
    expect((await organiser.put(`organisers/${AWA}`, { digest: true })).json.digest).toBe(true)
    await toMonday(2)
    expect(digests()).toHaveLength(2)
  })

  it('opening the link shows a page with a button and changes nothing; the button does', async () => {
    const { json } = await organiser.get(`organisers/${AWA}`)
    const token = await unsubscribeToken(house, json.id)
    const told = await house.stranger.get(`unsubscriptions/${token}`)
    expect([told.status, told.json]).toEqual([200, { kind: 'digest', stopped: false }])
    const opened = await house.request(`/api/v1/unsubscriptions/${token}`, {
      headers: { accept: 'text/html,*/*' },
    })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/fr/me/unsubscribe/${token}/`])
    const page = await house.stranger.get(`/en/me/unsubscribe/${token}/`)
    expect(page.text).toContain('Stop the message of Monday')
    expect(page.text).toContain(`action="/api/v1/unsubscriptions/${token}"`)
    expect((await organiser.get(`organisers/${AWA}`)).json.digest).toBe(true)
    const pressed = await house.stranger.form(`unsubscriptions/${token}`, { language: 'en' })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/en/me/unsubscribe/${token}/`])
    expect((await house.stranger.get(`/en/me/unsubscribe/${token}/`)).text).toContain(
      'You will no longer receive the message of Monday',
    )
  })

  it('reminders: off for a person, with everything else they chose kept', async () => {
    const mentor = await house.session(addressOf('M1'))
    const chosen = { time_zone: 'Asia/Tokyo', reminders: true, quiet_from: 22, quiet_to: 6 }
    await mentor.put('me/preferences', chosen)
    const row = await house.db.$client
      .prepare("SELECT id FROM people WHERE external_id = 'M1'")
      .first<{ id: string }>()
    const token = await unsubscribeToken(house, row?.id as string)
    expect(
      (await house.stranger.form(`unsubscriptions/${token}`, { 'List-Unsubscribe': 'One-Click' })).status,
    ).toBe(204)
    expect((await mentor.get('me/preferences')).json).toEqual({ ...chosen, reminders: false })
  })

  it('a link that was altered leads nowhere', async () => {
    const { json } = await organiser.get(`organisers/${AWA}`)
    const token = await unsubscribeToken(house, json.id)
    const others = [
      token.slice(0, -1),
      `${token}x`,
      token.replace(json.id, 'org_other'),
      json.id,
      '.',
      `${json.id}.`,
    ]
    for (const one of others) {
      expect((await house.stranger.form(`unsubscriptions/${encodeURIComponent(one)}`, {})).status).toBe(404)
    }
  })
})
