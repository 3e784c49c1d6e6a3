import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme } from '#test/makers.ts'
import { postedFields } from '#test/posted-form.ts'

const DOOR = '/api/v1/programmes/regards-croises/sign-ups'
const PAGE = '/fr/programmes/regards-croises/mentor/'

async function openHouse(programme: Record<string, unknown> = {}): Promise<House> {
  const house = new House()
  await house.root.post('programmes', makeProgramme({ externals_allowed: true, ...programme }))
  await house.root.put('programmes/regards-croises/publication')
  return house
}

type Fields = [string, string][]

/** Replaces fields by name; a list ticks several boxes. */
function fill(fields: Fields, values: Record<string, string | string[]>): Fields {
  return [
    ...fields.filter(([name]) => !(name in values)),
    ...Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  ]
}

const ANSWERS = {
  given_name: 'Yuna',
  family_name: 'Riou',
  email: 'yuna.riou@armorique.example',
  G2: ['fr', 'en'],
  'OFFERS-1-topic': 'ai-assistants',
  'OFFERS-1-facet': 'usage',
  'OFFERS-1-level': '4',
  'OFFERS-1-last': '4',
  'WANTS-1-topic': 'negotiation',
  'WANTS-1-facet': 'usage',
  'WANTS-1-level': '1',
  'WANTS-1-target': '3',
  'G6-slots': ['mon-midday', 'tue-midday'],
  'G6-where': 'either',
  'G6-hours': '4',
  G7: 'Apprendre à « négocier » & transmettre <mieux>',
  volunteer: 'yes',
  charter: 'yes',
}

/** The form as it lies in a fresh page, filled in; a person has taken a minute over it. */
async function fillIn(house: House, values: Record<string, string | string[]> = {}): Promise<Fields> {
  const page = await house.stranger.get(PAGE)
  expect(page.status).toBe(200)
  house.now += 60_000
  return fill(postedFields(page.text), { ...ANSWERS, ...values })
}

const press = (house: House, fields: Fields, step: string) =>
  house.stranger.form(DOOR, fill(fields, { step }))

async function countSignUps(house: House): Promise<number> {
  const row = await house.db.$client.prepare('SELECT count(*) AS n FROM sign_ups').first<{ n: number }>()
  return row?.n ?? 0
}

describe('the answers are read again before they are sent', () => {
  it('the check page shows what was answered, and nothing is stored until it is sent', async () => {
    const house = await openHouse()
    const checked = await press(house, await fillIn(house), 'check')
    expect(checked.status).toBe(200)
    expect(checked.text).toContain('Relisez vos réponses')
    expect(checked.text).toContain('Apprendre à « négocier » &amp; transmettre &lt;mieux&gt;')
    expect(await countSignUps(house)).toBe(0)
    const sent = await press(house, postedFields(checked.text), 'send')
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe('/fr/programmes/regards-croises/check-your-mail/')
    expect(await countSignUps(house)).toBe(1)
  })

  it('a correction gives everything back, and the corrected answer is the one that is sent', async () => {
    const house = await openHouse()
    const checked = await press(house, await fillIn(house), 'check')
    const again = await press(house, postedFields(checked.text), 'edit')
    expect(again.status).toBe(200)
    const corrected = fill(postedFields(again.text), { family_name: 'Riou-Kerdoncuff' })
    expect(corrected).toContainEqual(['G7', ANSWERS.G7])
    expect(corrected).toContainEqual(['OFFERS-1-topic', 'ai-assistants'])
    const rechecked = await press(house, corrected, 'check')
    expect(rechecked.text).toContain('Riou-Kerdoncuff')
    expect((await press(house, postedFields(rechecked.text), 'send')).status).toBe(303)
  })

  it('what needs mending comes back with all that was typed', async () => {
    const house = await openHouse()
    const refused = await press(house, await fillIn(house, { email: 'yuna', G7: 'Par envie' }), 'check')
    expect(refused.status).toBe(422)
    expect(postedFields(refused.text)).toContainEqual(['email', 'yuna'])
    expect(postedFields(refused.text)).toContainEqual(['G7', 'Par envie'])
  })

  it('another language keeps the answers, on the form and on the check page', async () => {
    const house = await openHouse()
    const fields = await fillIn(house)
    const form = await press(house, fields, 'language-en')
    expect(form.status).toBe(200)
    expect(form.text).toContain('<html lang="en"')
    expect(postedFields(form.text)).toContainEqual(['family_name', 'Riou'])
    const checked = await press(house, postedFields(form.text), 'check')
    expect(checked.text).toContain('Read your answers again')
    const back = await press(house, postedFields(checked.text), 'language-fr')
    expect(back.text).toContain('Relisez vos réponses')
    expect((await press(house, postedFields(back.text), 'send')).headers.get('location')).toContain('/fr/')
  })
})

describe('programs are kept out without a puzzle (D37)', () => {
  it('a form sent faster than anybody reads is shown again, and goes through once it was read', async () => {
    const house = await openHouse()
    const page = await house.stranger.get(PAGE)
    const hasty = fill(postedFields(page.text), ANSWERS)
    const shown = await press(house, hasty, 'send')
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('role="alert"')
    expect(await countSignUps(house)).toBe(0)
    house.now += 4_000
    expect((await press(house, postedFields(shown.text), 'send')).status).toBe(303)
  })

  it.each([
    ['no token', {}],
    ['a token made up', { form_token: 'abc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['nothing like a token', { form_token: 'x'.repeat(5_000) }],
  ])('a form with %s is shown again with a good one', async (_what, token: Record<string, string>) => {
    const house = await openHouse()
    const bare = fill(
      [
        ['role', 'mentor'],
        ['language', 'en'],
      ],
      { ...ANSWERS, ...token },
    )
    const shown = await press(house, bare, 'send')
    expect(shown.status).toBe(422)
    house.now += 4_000
    expect((await press(house, postedFields(shown.text), 'send')).status).toBe(303)
  })

  it('a token of one programme, or of a month ago, opens no other form', async () => {
    const house = await openHouse()
    await house.root.post('programmes', makeProgramme({ slug: 'autre', externals_allowed: true }))
    await house.root.put('programmes/autre/publication')
    const fields = await fillIn(house)
    expect(
      (await house.stranger.form('/api/v1/programmes/autre/sign-ups', fill(fields, { step: 'send' }))).status,
    ).toBe(422)
    house.now += 32 * 86_400_000
    expect((await press(house, fields, 'send')).status).toBe(422)
  })

  it('whoever fills in the hidden field is thanked, and nothing is stored', async () => {
    const house = await openHouse()
    const trapped = await press(house, await fillIn(house, { subject_note: 'cheap pills' }), 'send')
    expect(trapped.status).toBe(303)
    expect(await countSignUps(house)).toBe(0)
  })

  it('a known and an unknown address get the same answer', async () => {
    const house = await openHouse({ externals_allowed: false })
    await house.root.put('employees/E-7', makeEmployee({ email: 'known@armorique.example' }))
    const tell = async (email: string) => {
      const answer = await press(house, await fillIn(house, { email }), 'send')
      return [answer.status, answer.headers.get('location'), answer.text]
    }
    expect(await tell('known@armorique.example')).toEqual(await tell('unknown@armorique.example'))
  })

  it('a network that floods is asked to wait, and another one is not', async () => {
    const house = await openHouse()
    const fields = await fillIn(house)
    const send = (n: number, network: string) =>
      house
        .as({ 'cf-connecting-ip': network })
        .form(DOOR, fill(fields, { step: 'send', email: `p${n}@armorique.example` }))
    await house.db.$client.prepare('DELETE FROM sign_in_limits').run()
    expect((await send(1, '2001:db8:12:3400::1')).status).toBe(303)
    await house.db.$client.prepare('UPDATE sign_in_limits SET count = 600').run()
    expect((await send(2, '2001:db8:12:34ff:9::2')).status).toBe(429)
    expect((await send(3, '2001:db8:12:3500::1')).status).toBe(303)
  })
})

describe('a questionnaire is put aside', () => {
  const linkIn = (house: House) =>
    /localhost:\d+(\/fr\/programmes\/regards-croises\/draft\/\w+\/)/.exec(
      house.mails.at(-1)?.text ?? '',
    )?.[1] ?? ''

  it('by an address alone, unfinished, and opened again by the mailed link on any device for thirty days', async () => {
    const house = await openHouse()
    const page = await house.stranger.get(PAGE)
    const half = fill(postedFields(page.text), {
      given_name: 'Yuna',
      email: 'yuna.riou@armorique.example',
      G7: 'Par envie',
    })
    const saved = await press(house, half, 'save')
    expect(saved.headers.get('location')).toBe('/fr/programmes/regards-croises/saved/')
    await house.tick()
    house.now += 29 * 86_400_000
    const again = await house.stranger.get(linkIn(house))
    expect(again.status).toBe(200)
    expect(postedFields(again.text)).toContainEqual(['G7', 'Par envie'])
    expect((await house.stranger.get(linkIn(house).replace('/fr/', '/en/'))).text).toContain('Par envie')
    const more = fill(postedFields(again.text), { ...ANSWERS, G7: 'Par curiosité' })
    expect((await press(house, more, 'save')).headers.get('location')).toContain('/saved-again/')
    expect((await house.stranger.get(linkIn(house))).text).toContain('Par curiosité')
    expect(house.mails).toHaveLength(1)
    house.now += 31 * 86_400_000
    expect((await house.stranger.get(linkIn(house))).status).toBe(410)
  })

  it('is sent from there, and the link then opens nothing', async () => {
    const house = await openHouse()
    await press(house, await fillIn(house), 'save')
    await house.tick()
    const link = linkIn(house)
    const again = await house.stranger.get(link)
    const checked = await press(house, postedFields(again.text), 'check')
    house.now += 10_000
    expect((await press(house, postedFields(checked.text), 'send')).status).toBe(303)
    expect((await house.stranger.get(link)).status).toBe(410)
  })

  it('tells what HR knows only to whoever proved the address, who may correct it', async () => {
    const house = await openHouse()
    await house.root.put(
      'employees/E-7',
      makeEmployee({
        email: 'yuna.riou@armorique.example',
        subsidiary: 'Armorique Énergie',
        site: 'Brest',
        job_family: 'communication',
      }),
    )
    const fields = await fillIn(house)
    expect((await press(house, fields, 'edit')).text).not.toContain('Armorique Énergie')
    await press(house, fields, 'save')
    await house.tick()
    const again = await house.stranger.get(linkIn(house))
    expect(postedFields(again.text)).toContainEqual(['G3-subsidiary', 'Armorique Énergie'])
    expect(postedFields(again.text)).toContainEqual(['G4', 'communication'])
    const corrected = fill(postedFields(again.text), { 'G3-site': 'Quimper' })
    expect((await press(house, corrected, 'check')).text).toContain('Quimper')
  })

  it('is erased by a button, and by the daily clean-up after thirty days', async () => {
    const house = await openHouse()
    await press(house, await fillIn(house), 'save')
    await house.tick()
    const link = linkIn(house)
    const erased = await press(house, postedFields((await house.stranger.get(link)).text), 'erase')
    expect(erased.headers.get('location')).toContain('/erased/')
    expect((await house.stranger.get(link)).status).toBe(410)
    await press(house, await fillIn(house), 'save')
    house.now += 31 * 86_400_000
    await house.tick()
    const left = await house.db.$client.prepare('SELECT count(*) AS n FROM drafts').first<{ n: number }>()
    expect(left?.n).toBe(0)
  })

  it('needs an address to send the link to, and says so beside it', async () => {
    const house = await openHouse()
    const refused = await press(house, fill(await fillIn(house), { email: '' }), 'save')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('id="q-email-error"')
  })

  it('cannot flood an address with links', async () => {
    const house = await openHouse()
    const fields = await fillIn(house)
    for (let n = 0; n < 5; n++) expect((await press(house, fields, 'save')).status).toBe(303)
    expect((await press(house, fields, 'save')).status).toBe(429)
  })
})

describe('somebody without a mailbox', () => {
  it('signs up with the code that HR printed, once', async () => {
    const house = await openHouse({ externals_allowed: false })
    await house.root.put('employees/E-9', makeEmployee({ email: null }))
    const { json } = await house.root.post('sign-up-codes', { people: ['E-9'] })
    const code = JSON.stringify(json).match(/[0-9A-Z]{5}-[0-9A-Z]{5}/)?.[0] ?? ''
    expect(code).not.toBe('')
    const fields = await fillIn(house, { email: '', hr_code: code.toLowerCase() })
    const sent = await press(house, fields, 'send')
    expect(sent.headers.get('location')).toContain('/welcome/')
    expect(await house.root.all('programmes/regards-croises/participants')).toMatchObject([
      { person: 'E-9', state: 'active' },
    ])
    expect((await press(house, fields, 'send')).status).toBe(422)
  })

  it('is told when a code is not known', async () => {
    const house = await openHouse()
    const refused = await press(house, await fillIn(house, { email: '', hr_code: 'AAAAA-AAAAA' }), 'send')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('id="q-hr_code-error"')
  })
})
