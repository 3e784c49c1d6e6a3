import { beforeEach, describe, expect, it } from 'vitest'
import { remindTo } from '#actions/mail.ts'
import { zoneOf } from '#actions/preference.ts'
import { findPersonByEmail } from '#db/queries/person.ts'
import { findProgramme } from '#db/queries/programme.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { openContext } from '#http/service-context.ts'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { type FormedPair, formPair } from '#test/pair.ts'

let house: House
let pair: FormedPair

beforeEach(async () => {
  house = new House()
  pair = await formPair(house)
}, 60_000)

const NIGHTS = { time_zone: 'Asia/Tokyo', reminders: true, quiet_from: 22, quiet_to: 6 }

/** A reminder to the mentor of the pair, as any job writes it. */
async function remind() {
  const parts = {
    now: async () => house.now,
    mailer: () => ({
      isIdempotent: false,
      send: async () => ({ outcome: 'accepted' as const, messageId: null }),
    }),
    courier: httpCourier,
    isReady: async () => true,
  }
  const ctx = await openContext(await house.bindings(), parts, { kind: 'job', id: 'test' }, () => undefined)
  const programme = (await findProgramme(house.db, 'regards-croises'))!
  const person = (await findPersonByEmail(house.db, addressOf('M1')))!
  return {
    mails: await remindTo(ctx, programme, 'pair-started', person, 'pai_1', { partner: 'X' }),
    zone: await zoneOf(ctx, person, programme),
  }
}

describe('people choose how they are written to', () => {
  it('begin with what they said on signing up and the hours of the house', async () => {
    const { status, json } = await pair.mentor.get('me/preferences')
    expect([status, json]).toEqual([200, { time_zone: null, reminders: true, quiet_from: 20, quiet_to: 8 }])
    expect((await remind()).zone).toBe('Europe/Paris')
  })

  it('choose a zone, hours and reminders, and every reminder waits for their own morning', async () => {
    house.now = Date.parse('2026-03-10T18:00:00Z')
    const before = await remind()
    expect(before.mails.map(({ after }) => after)).toEqual([house.now])
    const put = await pair.mentor.put('me/preferences', NIGHTS)
    expect([put.status, put.json]).toEqual([200, NIGHTS])
    const read = await pair.mentor.get('me/preferences')
    expect([read.json, read.headers.get('etag')]).toEqual([NIGHTS, put.headers.get('etag')])
    // Three in the morning in Tokyo; quiet until six.
    const { mails, zone } = await remind()
    expect(zone).toBe('Asia/Tokyo')
    expect(mails.map(({ after }) => new Date(after as number).toISOString())).toEqual([
      '2026-03-10T21:00:00.000Z',
    ])
    expect((await pair.mentee.get('me/preferences')).json.time_zone).toBeNull()
  })

  it('whoever wants no reminders is sent none, and asked again is sent them', async () => {
    await pair.mentor.put('me/preferences', { ...NIGHTS, reminders: false })
    expect((await remind()).mails).toEqual([])
    await pair.mentor.put('me/preferences', NIGHTS)
    expect((await remind()).mails).toHaveLength(1)
  })

  it('whoever declined them on signing up is sent none until they say otherwise', async () => {
    const { db } = house
    await pair.mentor.put('me/preferences', NIGHTS)
    await db.$client.prepare('DELETE FROM preferences').run()
    await db.$client.prepare('UPDATE participants SET reminders = 0').run()
    expect((await remind()).mails).toEqual([])
    expect((await pair.mentor.get('me/preferences')).json.reminders).toBe(false)
    // Kept anew after they were erased, whatever was kept before.
    expect((await pair.mentor.put('me/preferences', NIGHTS)).status).toBe(200)
    expect((await remind()).mails).toHaveLength(1)
  })

  it('two pages that both save do not overwrite each other unseen', async () => {
    await pair.mentor.put('me/preferences', NIGHTS)
    const etag = (await pair.mentor.get('me/preferences')).headers.get('etag') as string
    expect((await pair.mentor.put('me/preferences', { ...NIGHTS, quiet_to: 7 })).status).toBe(200)
    const late = await pair.mentor.post('me/preferences', undefined, { 'if-match': etag })
    expect(late.status).toBe(412)
    expect((await pair.mentor.get('me/preferences')).json.quiet_to).toBe(7)
  })

  it('what makes no sense is refused in words, and saves nothing', async () => {
    for (const changes of [
      { time_zone: 'Armorique/Ys' },
      { quiet_from: 24 },
      { quiet_to: 7.5 },
      { birthday: '1999-01-01' },
    ]) {
      const { status, json } = await pair.mentor.put('me/preferences', { ...NIGHTS, ...changes })
      expect([changes, status, json.errors?.length]).toEqual([changes, 422, 1])
    }
    expect((await pair.mentor.get('me/preferences')).json.time_zone).toBeNull()
  })

  it('nobody but a person has preferences', async () => {
    expect((await house.stranger.get('me/preferences')).status).toBe(401)
    expect((await house.root.get('me/preferences')).status).toBe(403)
  })
})

describe('the page works without script', () => {
  it('asks strangers to sign in, and shows what holds', async () => {
    expect((await house.stranger.get('/en/me/preferences/')).text).toContain('name="email"')
    await pair.mentor.put('me/preferences', { ...NIGHTS, time_zone: 'Asia/Kathmandu' })
    const { status, text } = await pair.mentor.get('/en/me/preferences/')
    expect(status).toBe(200)
    expect(text).toContain('<option value="Asia/Kathmandu" selected>Kathmandu (UTC+5:45)</option>')
    expect(text).toMatch(
      /<select class="input" id="quiet_from" name="quiet_from">.*<option value="22" selected>22:00/s,
    )
    expect(text).toContain('href="/en/me/erasure/"')
    expect(text.match(/<h1/g)).toHaveLength(1)
    for (const [, id] of text.matchAll(/<(?:select|input)[^>]* id="([^"]+)"/g)) {
      expect(text).toContain(`for="${id}"`)
    }
  })

  it('saves what a browser posts and comes back to say so', async () => {
    const answer = await pair.mentor.form('me/preferences', {
      language: 'fr',
      time_zone: '',
      reminders: 'no',
      quiet_from: '0',
      quiet_to: '0',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/me/preferences/?saved'])
    expect((await pair.mentor.get('me/preferences')).json).toEqual({
      time_zone: null,
      reminders: false,
      quiet_from: 0,
      quiet_to: 0,
    })
    const page = await pair.mentor.get('/fr/me/preferences/?saved')
    expect(page.text).toContain('Vos préférences sont enregistrées.')
    expect(page.text).toContain('<option value="no" selected>')
  })

  it('a form that was tampered with comes back as a page that says so, and saves nothing', async () => {
    const answer = await pair.mentor.form('me/preferences', {
      language: 'en',
      time_zone: 'Nowhere/Else',
      reminders: 'perhaps',
      quiet_from: '1e3',
      quiet_to: '',
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8'])
    expect((await pair.mentor.get('me/preferences')).json.quiet_from).toBe(20)
  })
})
