import { Webhook } from 'standardwebhooks'
import { afterEach, expect, it, vi } from 'vitest'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeMentorAnswers, makeProgramme } from '#test/makers.ts'

afterEach(() => vi.restoreAllMocks())

const PEOPLE = [
  ['HEAD', { given_name: 'Ronan', grade_rank: 9 }],
  ['SIDE', { given_name: 'Ewen', grade_rank: 5, manager: 'HEAD' }],
  ['M1', { given_name: 'Maëlle', grade_rank: 1, manager: 'SIDE' }],
  ['M2', { given_name: 'Loïc', grade_rank: 1, manager: 'SIDE' }],
  ['X1', { given_name: 'Solenn', grade_rank: 7, manager: 'HEAD' }],
  ['X2', { given_name: 'Tugdual', grade_rank: 7, manager: 'HEAD' }],
] as const

it('a season: published, signed up, matched, approved, revealed, one refusal, one pair, told to HR, undone by a move', async () => {
  const house = new House()
  house.now = Date.now()
  const heard: { type: string; data: Record<string, unknown> }[] = []
  const endpoint = await house.root.post('webhook-endpoints', { url: 'http://127.0.0.1:9/hooks' })
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers as HeadersInit))
    heard.push(new Webhook(endpoint.json.secret).verify(String(init?.body), headers) as never)
    return new Response(null, { status: 204 })
  })

  // HR sends the people; an organiser publishes a programme whose round is in a week.
  for (const [id, person] of PEOPLE) {
    await house.root.put(`employees/${id}`, makeEmployee({ ...person, email: addressOf(id) }))
  }
  const organiser = await house.organiser('anna@armorique.example')
  const inAWeek = new Date(house.now + 7 * 86_400_000).toISOString()
  expect((await organiser.post('programmes', makeProgramme({ matching_at: inAWeek }))).status).toBe(201)
  expect((await house.stranger.get('programmes')).json.items).toEqual([])
  await organiser.put('programmes/regards-croises/publication')
  expect((await house.stranger.get('programmes')).json.items).toMatchObject([
    { slug: 'regards-croises', sign_ups: 'open' },
  ])

  // Four people sign up on the public form, without script, and confirm by mail.
  for (const [id, person] of PEOPLE.slice(2)) {
    const isMentor = id.startsWith('M')
    const page = await house.stranger.get(`/fr/programmes/regards-croises/${isMentor ? 'mentor' : 'mentee'}/`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('<form')
    const signUp = await house.stranger.post('programmes/regards-croises/sign-ups', {
      role: isMentor ? 'mentor' : 'mentee',
      given_name: person.given_name,
      family_name: 'Kerdoncuff',
      email: addressOf(id),
      consents: { volunteer: true, charter: true },
      answers: isMentor ? makeMentorAnswers() : makeMenteeAnswers(),
    })
    expect(signUp.status).toBe(202)
    await house.tick()
    const link =
      /http:\S+confirmation\S+/.exec(
        house.mails.findLast((mail) => mail.to === addressOf(id) && /Confirmez/.test(mail.words.subject))
          ?.text ?? '',
      )?.[0] ?? ''
    const path = new URL(link).pathname
    const opened = await house.stranger.get(path)
    expect(opened.text).toContain('sign-up-confirmations')
    expect((await organiser.get('programmes/regards-croises/participants')).text).not.toContain(`"${id}"`)
    const token = path.split('/').at(-2) as string
    const confirmed = await house.stranger.form('/api/v1/sign-up-confirmations', { token, language: 'fr' })
    expect(confirmed.headers.get('location')).toBe('/fr/programmes/regards-croises/welcome/')
  }
  expect(await organiser.all('programmes/regards-croises/participants')).toHaveLength(4)

  // The scheduled run proposes two pairs; nobody knows until the organiser approves.
  house.now += 7 * 86_400_000 + 60_000
  await house.tick()
  const run = (await organiser.get('programmes/regards-croises/match-runs')).json.items[0]
  expect(run).toMatchObject({ state: 'completed', matched: 2, approved_at: null })
  const proposals = await organiser.all(`match-runs/${run.id}/proposals`)
  expect(proposals.map((one: any) => one.state)).toEqual(['draft', 'draft'])
  expect((await organiser.post(`match-runs/${run.id}/approval`)).status).toBe(200)

  // One pair accepts on both sides; in the other, one accepts and one declines.
  const [yes, no] = proposals as [Record<string, any>, Record<string, any>]
  const people = Object.fromEntries(
    await Promise.all(['M1', 'M2', 'X1', 'X2'].map(async (id) => [id, null] as const)),
  ) as Record<string, any>
  for (const id of Object.keys(people)) people[id] = await house.session(addressOf(id))
  expect((await people[yes.mentor].get('/fr/me/')).text).toContain(yes.people.mentee.name)
  await people[yes.mentor].post(`proposals/${yes.id}/acceptance`)
  await people[yes.mentee].post(`proposals/${yes.id}/acceptance`)
  await people[no.mentor].post(`proposals/${no.id}/acceptance`)
  await people[no.mentee].post(`proposals/${no.id}/refusal`)

  // At the deadline the other proposal lapses, in words that hide who did what.
  house.now += 8 * 86_400_000
  vi.spyOn(Date, 'now').mockReturnValue(house.now)
  await house.tick()
  await house.tick()
  const after = await organiser.all(`match-runs/${run.id}/proposals`)
  expect(after.find((one: any) => one.id === yes.id)?.state).toBe('paired')
  expect(after.find((one: any) => one.id === no.id)?.state).toBe('lapsed')

  // HR has heard of all that concerns it, signed; never of the refusal.
  const types = heard.map((event) => event.type)
  expect(types).toEqual(
    expect.arrayContaining([
      'programme.published',
      'participant.joined',
      'match-run.approved',
      'pair.started',
      'proposal.lapsed',
    ]),
  )
  expect(heard.find((event) => event.type === 'pair.started')?.data).toMatchObject({
    mentor: yes.mentor,
    mentee: yes.mentee,
  })
  expect(JSON.stringify(heard)).not.toMatch(/refus|accept|Maëlle|Kerdoncuff|@armorique/i)

  // A reorganisation puts the pair into one reporting line: it is suspended, and everybody concerned is told kindly.
  house.mails.length = 0
  const moved = PEOPLE.find(([id]) => id === yes.mentor)?.[1]
  await house.root.put(
    `employees/${yes.mentor}`,
    makeEmployee({ ...moved, email: addressOf(yes.mentor), manager: yes.mentee }),
  )
  await house.tick()
  await house.tick()
  expect(await organiser.all('pairs')).toMatchObject([
    { mentor: yes.mentor, mentee: yes.mentee, state: 'suspended' },
  ])
  expect(house.mails.map((mail) => mail.to).sort()).toEqual(
    [addressOf(yes.mentee), addressOf(yes.mentor), 'anna@armorique.example'].sort(),
  )
  expect(heard.at(-1)?.type).toBe('pair.suspended')
})
