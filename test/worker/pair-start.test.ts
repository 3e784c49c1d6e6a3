import { describe, expect, it } from 'vitest'
import { loadAgreement } from '#actions/agreement.ts'
import type { Context } from '#actions/context.ts'
import { loadOwnPair } from '#actions/own-pair.ts'
import { assertPrepared, loadPreparations } from '#actions/preparation.ts'
import { findPersonByEmail } from '#db/queries/person.ts'
import { listPreparationsOfPair } from '#db/queries/preparation.ts'
import { agreementSection } from '#pages/agreement.ts'
import { preparationSection } from '#pages/preparation.ts'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { makeMenteeAnswers, makeMentorAnswers, makeSignUp, makeWords } from '#test/makers.ts'
import { type FormedPair, formPair, formPairs } from '#test/pair.ts'

const HERE = 'programmes/regards-croises'
const DAY_MS = 86_400_000
const WORDS = { aims: 'Oser les assistants.', rhythm: 'Une heure par mois.', ways: 'Sans détour.' }

/** The pair as one of its two people sees it, for what pages are drawn from. */
async function ownPair(house: House, id: string, person: string) {
  const found = await findPersonByEmail(house.db, addressOf(person))
  const ctx = {
    db: house.db,
    now: house.now,
    actor: { kind: 'participant', person: found?.id, email: addressOf(person) },
  } as unknown as Context
  return { ctx, own: await loadOwnPair(ctx, id) }
}

async function preparationOn(house: House, id: string, person: string): Promise<string> {
  const { ctx, own } = await ownPair(house, id, person)
  return String(preparationSection(await loadPreparations(ctx, own), 'en') ?? '')
}

const isPrepared = (house: House, id: string) =>
  assertPrepared({ db: house.db } as Context, id).then(
    () => true,
    (problem) => problem.kind !== 'closed',
  )

/** The mails with these words in their subject, whatever else was sent meanwhile. */
const mailsOn = (house: House, subject: RegExp) =>
  house.mails.filter(({ words }) => subject.test(words.subject))

describe('the agreement of a pair (D13, P35)', () => {
  it('is written by one, accepted by the other, and both see when', async () => {
    const house = new House()
    const { id, mentor, mentee } = await formPair(house)
    const written = await mentor.put(`pairs/${id}/agreement`, WORDS)
    expect(written.json).toMatchObject({ ...WORDS, written_by: 'mentor', version: 1 })
    expect(written.json.accepted_at).toEqual({ mentor: new Date(house.now).toISOString(), mentee: null })
    await house.tick()
    const told = mailsOn(house, /accord de binôme/)
    expect(told.map(({ to }) => to)).toEqual([addressOf('X1')])
    expect(told[0]?.text).toContain(`/me/pairs/${id}/#agreement`)
    expect(told[0]?.text).not.toContain(WORDS.aims)

    house.now += DAY_MS
    const accepted = await mentee.post(`pairs/${id}/agreement/acceptance`, { version: 1 })
    expect(accepted.json.accepted_at.mentee).toBe(new Date(house.now).toISOString())
    const { ctx, own } = await ownPair(house, id, 'M1')
    const drawn = String(agreementSection(await loadAgreement(ctx, own), 'en')).replaceAll('\u00a0', ' ')
    expect(drawn).toContain('You accepted it on Monday 2 March 2026.')
    expect(drawn).toContain('Executive1 Kerdoncuff accepted it on Tuesday 3 March 2026.')
  })

  it('written again, it keeps the acceptance of who wrote and asks for the other’s once more', async () => {
    const house = new House()
    const { id, mentor, mentee } = await formPair(house)
    await mentor.put(`pairs/${id}/agreement`, WORDS)
    await mentee.post(`pairs/${id}/agreement/acceptance`, { version: 1 })
    const { json } = await mentee.put(`pairs/${id}/agreement`, { ...WORDS, rhythm: 'Deux fois par mois.' })
    expect(json).toMatchObject({ written_by: 'mentee', version: 3, accepted_at: { mentor: null } })
    expect(json.accepted_at.mentee).not.toBeNull()
    const stale = await mentor.post(`pairs/${id}/agreement/acceptance`, { version: 1 })
    expect([stale.status, stale.json.type]).toEqual([409, expect.stringContaining('conflict')])
    expect((await mentor.post(`pairs/${id}/agreement/acceptance`, { version: 3 })).status).toBe(200)
  })

  it('the same words over again are an acceptance, and accepting twice changes nothing', async () => {
    const house = new House()
    const { id, mentor, mentee } = await formPair(house)
    await mentor.put(`pairs/${id}/agreement`, WORDS)
    const same = await mentee.put(`pairs/${id}/agreement`, WORDS)
    expect(same.json).toMatchObject({ written_by: 'mentor', version: 2 })
    const twice = await mentee.post(`pairs/${id}/agreement/acceptance`, { version: 2 })
    expect(twice.json).toEqual(same.json)
  })

  it('is read by nobody but the two: not an organiser, not a key, not another participant', async () => {
    const house = new House()
    const [pair, another] = await formPairs(house, { mentors: 2, mentees: 2 })
    const { id, mentor, organiser } = pair as FormedPair
    await mentor.put(`pairs/${id}/agreement`, WORDS)
    const other = (another as FormedPair).mentor
    for (const client of [organiser, house.root, house.stranger, other]) {
      const { status, text } = await client.get(`pairs/${id}/agreement`)
      expect([401, 403, 404]).toContain(status)
      expect(text).not.toContain(WORDS.aims)
    }
    expect((await other.put(`pairs/${id}/agreement`, WORDS)).status).toBe(404)
    expect((await house.root.get(`pairs/${id}`)).text).not.toContain(WORDS.aims)
    expect((await house.root.get('events')).text).not.toContain(WORDS.aims)
  })

  it('works without script: forms lead back to the page of the pair', async () => {
    const house = new House()
    const { id, mentor, mentee } = await formPair(house)
    const posted = await mentor.form(`pairs/${id}/agreement`, { language: 'en', ...WORDS })
    expect([posted.status, posted.headers.get('location')]).toEqual([303, `/en/me/pairs/${id}/#agreement`])
    const accepted = await mentee.form(`pairs/${id}/agreement/acceptance`, { language: 'fr', version: '1' })
    expect(accepted.headers.get('location')).toBe(`/fr/me/pairs/${id}/#agreement`)
    expect((await mentor.form(`pairs/${id}/agreement`, { language: 'fr', ...WORDS, aims: ' ' })).status).toBe(
      422,
    )
  })
})

describe('a charter that changes (F12)', () => {
  it('is asked to be signed again of everybody, once by mail, and the organiser sees how many are left', async () => {
    const house = new House()
    const { id, mentor, mentee, organiser } = await formPair(house)
    const words = makeWords()
    const changed = { ...words, fr: { ...words.fr, charter: 'Nos échanges restent entre nous.' } }
    await organiser.patch(HERE, { words: changed })
    const count = async () => (await organiser.get(`${HERE}/charter-signatures`)).json
    expect(await count()).toEqual({ programme: 'regards-croises', version: 2, signed: 0, waiting: 2 })
    await house.tick()
    await house.tick()
    const told = mailsOn(house, /charte/)
    expect(told.map(({ to }) => to).sort()).toEqual([addressOf('M1'), addressOf('X1')])

    const own = (await ownPair(house, id, 'M1')).own.participant.id
    expect((await mentor.post(`participations/${own}/charter-signature`, { version: 1 })).status).toBe(409)
    expect((await mentee.post(`participations/${own}/charter-signature`, { version: 2 })).status).toBe(404)
    house.now += DAY_MS
    const signed = await mentor.form(`participations/${own}/charter-signature`, {
      language: 'fr',
      version: '2',
    })
    expect([signed.status, signed.headers.get('location')]).toEqual([303, '/fr/me/'])
    expect(await count()).toMatchObject({ signed: 1, waiting: 1 })
    expect((await mentor.post(`participations/${own}/charter-signature`, { version: 2 })).status).toBe(204)
    const { participant } = (await ownPair(house, id, 'M1')).own
    expect([participant.charter_version, participant.charter_at]).toEqual([2, house.now])
  })

  it('a change that leaves the charter as it is asks nobody for anything', async () => {
    const house = new House()
    const { organiser } = await formPair(house)
    await organiser.patch(HERE, { acceptance_days: 9 })
    await house.tick()
    expect(mailsOn(house, /charte/)).toEqual([])
    expect((await organiser.get(`${HERE}/charter-signatures`)).json).toMatchObject({ signed: 2, waiting: 0 })
  })

  it('mails wait for the morning where it changes in the night', async () => {
    const house = new House()
    const { organiser } = await formPair(house)
    house.now = Date.parse('2026-03-06T22:30:00Z')
    const words = makeWords()
    await organiser.patch(HERE, { words: { ...words, en: { ...words.en, charter: 'Other words.' } } })
    await house.tick()
    expect(mailsOn(house, /charte/)).toEqual([])
    house.now = Date.parse('2026-03-09T07:00:00Z')
    await house.tick()
    expect(
      mailsOn(house, /charte/)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([addressOf('M1'), addressOf('X1')])
  })
})

describe('the path that all pairs share (F6, D34)', () => {
  const MODULE = {
    position: 10,
    role: 'both',
    title: { fr: 'Commencer', en: 'Beginning' },
    text: { fr: 'Une page.', en: 'A page.' },
    minutes: 5,
  }

  it('an organiser adopts the starting path with one press, and once only', async () => {
    const house = new House()
    const { organiser } = await formPair(house)
    const { status, json } = await organiser.post(`${HERE}/modules/starting-path`)
    expect(status).toBe(201)
    expect(json.items.length).toBeGreaterThanOrEqual(3)
    expect((await organiser.get(`${HERE}/modules`)).json.items).toEqual(json.items)
    expect((await organiser.post(`${HERE}/modules/starting-path`)).status).toBe(409)
  })

  it('a module that HR adds is seen by the pairs of its role, and ticked by them (D10)', async () => {
    const house = new House()
    const { id, mentor, mentee, organiser } = await formPair(house)
    const { json: forMentors } = await organiser.post(`${HERE}/modules`, { ...MODULE, role: 'mentor' })
    const { json: forBoth } = await organiser.post(`${HERE}/modules`, { ...MODULE, position: 5 })
    const ticked = await mentor.form(`modules/${forMentors.id}/completion`, { language: 'en', pair: id })
    expect([ticked.status, ticked.headers.get('location')]).toEqual([303, `/en/me/pairs/${id}/#path`])
    expect((await mentee.post(`modules/${forMentors.id}/completion`)).status).toBe(404)
    expect((await mentee.post(`modules/${forBoth.id}/completion`)).status).toBe(204)
    expect((await mentee.post(`modules/${forBoth.id}/completion`)).status).toBe(204)
    const path = async () =>
      (await organiser.get(`${HERE}/modules`)).json.items.map((one: any) => [one.id, one.completed])
    expect(await path()).toEqual([
      [forBoth.id, 1],
      [forMentors.id, 1],
    ])
    await mentee.delete(`modules/${forBoth.id}/completion`)
    await mentee.post(`modules/${forBoth.id}/completion`)
    await mentee.form(`modules/${forBoth.id}/completion/withdrawal`, { language: 'fr' })
    await organiser.delete(`modules/${forMentors.id}`)
    expect(await path()).toEqual([[forBoth.id, 0]])
    const changed = await organiser.put(`modules/${forBoth.id}`, { ...MODULE, minutes: 20 })
    expect(changed.json).toMatchObject({ minutes: 20, completed: 0 })
    expect((await mentor.post(`${HERE}/modules`, MODULE)).status).toBe(403)
  })
})

describe('a preparation before session 1 (P28, P29)', () => {
  const EXPOSED = { programme: { exposure_gap: 6 } }
  const list = async (client: Client, query = '') => (await client.get(`preparations${query}`)).json.items

  it('is opened for the junior of a pair of high exposure, who is told by mail', async () => {
    const house = new House()
    const { id } = await formPair(house, EXPOSED)
    const [only, ...others] = await list(house.root, '?state=open&programme=regards-croises')
    expect(others).toEqual([])
    expect(only).toMatchObject({ pair: id, role: 'mentor', reasons: ['exposure'], outcome: null })
    expect(Date.parse(only.due_at)).toBeGreaterThan(house.now + 9 * DAY_MS)
    expect(await isPrepared(house, id)).toBe(false)
    await house.tick()
    const told = house.mails.filter(({ words }) => /pour bien commencer/.test(words.subject))
    expect(told.map(({ to }) => to)).toEqual([addressOf('M1')])
  })

  it('is not needed one rank below the gap, and then nothing stands in the way', async () => {
    const house = new House()
    const { id } = await formPair(house, { programme: { exposure_gap: 7 } })
    expect(await list(house.root)).toEqual([])
    expect(await isPrepared(house, id)).toBe(true)
  })

  it('is opened for somebody of a named group, without anybody’s grade', async () => {
    const house = new House()
    await gatherCohort(house)
    await house.root.put(`${HERE}/groups/comite`, { label: 'Comité', people: ['X1'] })
    await acceptFirst(house)
    expect((await list(house.root)).map((one: any) => [one.person.reference, one.reasons])).toEqual([
      ['M1', ['exposure']],
    ])
  })

  it('once held, session 1 is free; what was agreed is for the team, not for machines', async () => {
    const house = new House()
    const { id, organiser } = await formPair(house, EXPOSED)
    const [{ id: preparation }] = await list(organiser)
    const closed = await organiser.post(`preparations/${preparation}/closure`, {
      state: 'held',
      outcome: 'À l’aise.',
    })
    expect(closed.json).toMatchObject({ state: 'held', outcome: 'À l’aise.' })
    expect(await isPrepared(house, id)).toBe(true)
    expect((await list(house.root))[0]).toMatchObject({ state: 'held', outcome: null })
    expect((await organiser.post(`preparations/${preparation}/closure`, { state: 'held' })).status).toBe(410)
    expect((await house.root.get('events')).text).not.toContain('À l’aise')
  })

  it('is waived by a coach with a reason, and never without one', async () => {
    const house = new House()
    const { id } = await formPair(house, EXPOSED)
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    const coach = await house.enter('coach@armorique.example')
    const [{ id: preparation }] = await list(coach)
    for (const outcome of [undefined, null, '  ']) {
      const bare = await coach.post(`preparations/${preparation}/closure`, { state: 'waived', outcome })
      expect([bare.status, bare.json.errors[0].pointer]).toEqual([422, '/outcome'])
    }
    const waived = await coach.post(`preparations/${preparation}/closure`, {
      state: 'waived',
      outcome: 'Ils se connaissent depuis longtemps.',
    })
    expect(waived.json).toMatchObject({ state: 'waived', outcome: 'Ils se connaissent depuis longtemps.' })
    expect(await isPrepared(house, id)).toBe(true)
  })

  it('a consultant, a participant and a key that may only read close nothing', async () => {
    const house = new House()
    const { mentor } = await formPair(house, EXPOSED)
    const [{ id: preparation }] = await list(house.root)
    await house.root.put('organisers/adviser@armorique.example', { role: 'consultant' })
    const adviser = await house.enter('adviser@armorique.example')
    const { json: key } = await house.root.post('keys', { name: 'reader', scopes: ['pairs:read'] })
    const reader = house.as({ authorization: `Bearer ${key.secret}` })
    for (const client of [adviser, mentor, reader]) {
      expect((await client.post(`preparations/${preparation}/closure`, { state: 'held' })).status).toBe(403)
    }
    for (const client of [adviser, mentor]) expect((await client.get('preparations')).status).toBe(403)
  })

  it('under an exception to the reporting line it is for both, and compulsory (design, Hierarchy)', async () => {
    const house = new House()
    await gatherCohort(house, { mentees: 0 })
    await house.root.put(`${HERE}/groups/direction`, {
      label: 'Direction',
      people: ['HEAD'],
      appraisal_chain: { levels: 1, reason: 'La direction a toute l’entreprise dans sa ligne.' },
    })
    await house.root.post(`${HERE}/sign-ups`, makeSignUp('mentee', 'HEAD', makeMenteeAnswers()))
    const id = await acceptFirst(house)
    const organiser = await house.organiser()
    const both = await list(organiser)
    expect(both.map((one: any) => one.person.reference).sort()).toEqual(['HEAD', 'M1'])
    for (const { id: preparation, reasons, may_waive } of both) {
      expect([reasons.includes('exception'), may_waive]).toEqual([true, false])
      const waived = await organiser.post(`preparations/${preparation}/closure`, {
        state: 'waived',
        outcome: 'Pas le temps.',
      })
      expect([waived.status, waived.json.type]).toEqual([409, expect.stringContaining('conflict')])
      expect(await isPrepared(house, id)).toBe(false)
    }
    for (const one of both) await organiser.post(`preparations/${one.id}/closure`, { state: 'held' })
    expect(await isPrepared(house, id)).toBe(true)
  })

  it('tells people their own reasons in kind words, the partner only that something comes first, the team no answer', async () => {
    const house = new House()
    const { id, organiser } = await formPair(house, {
      mentorAnswers: makeMentorAnswers({ MS6: 1, COACH: 'later' }),
      menteeAnswers: makeMenteeAnswers({ COACH: 'no' }),
    })
    const stored = await listPreparationsOfPair(house.db, id)
    expect(stored.map(({ reasons }) => reasons)).toEqual([['frankness']])
    const mine = await preparationOn(house, id, 'M1')
    expect(mine).toContain('find words of your own')
    const theirs = await preparationOn(house, id, 'X1')
    expect(theirs).toContain('A preparation comes first.')
    expect(theirs).not.toMatch(/frank|words of your own|wish|exposure|responsibilities/)
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    const coach = await house.enter('coach@armorique.example')
    for (const client of [coach, organiser, house.root]) {
      const { text } = await client.get('preparations')
      expect(text).toContain('personal')
      expect(text).not.toMatch(/frank|wish/)
    }
  })
})

describe('a coach beside a pair (P21)', () => {
  it('is named to both people, and reads names and no answers', async () => {
    const house = new House()
    const { id, organiser, mentor } = await formPair(house, { programme: { exposure_gap: 6 } })
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    await house.root.put('organisers/adviser@armorique.example', { role: 'consultant' })
    for (const email of ['adviser@armorique.example', addressOf('M1')]) {
      expect((await organiser.put(`pairs/${id}/coach`, { email })).status).toBe(422)
    }
    expect((await mentor.put(`pairs/${id}/coach`, { email: 'coach@armorique.example' })).status).toBe(403)
    const put = () => organiser.put(`pairs/${id}/coach`, { email: 'coach@armorique.example' })
    expect((await put()).json).toEqual({ email: 'coach@armorique.example', name: null })
    await put()
    await house.tick()
    const told = mailsOn(house, /à vos côtés|à accompagner/)
    expect(told.map(({ to }) => to).sort()).toEqual(
      ['coach@armorique.example', addressOf('M1'), addressOf('X1')].sort(),
    )
    for (const { text } of told) expect(text).not.toMatch(/MS6|COACH|Comité/)
    expect(told.find(({ to }) => to === addressOf('X1'))?.text).toContain('coach@armorique.example')
    expect(await preparationOn(house, id, 'M1')).toContain('mailto:coach@armorique.example')
    const coach = await house.enter('coach@armorique.example')
    expect((await coach.get('preparations')).json.items[0]).toMatchObject({
      coach: { email: 'coach@armorique.example', name: null },
      person: { name: 'Junior1 Kerdoncuff' },
    })
    expect((await organiser.delete(`pairs/${id}/coach`)).status).toBe(204)
    expect(await preparationOn(house, id, 'M1')).not.toContain('coach@armorique.example')
  })
})

/** Matches, lets the two of the first proposal accept, and says which pair they are. */
async function acceptFirst(house: House): Promise<string> {
  await house.organiser()
  const [proposal] = await matchAndApprove(house)
  for (const person of [proposal?.mentor, proposal?.mentee]) {
    await (await house.enter(addressOf(person))).post(`proposals/${proposal?.id}/acceptance`)
  }
  return (await house.root.all('pairs'))[0]?.id
}
