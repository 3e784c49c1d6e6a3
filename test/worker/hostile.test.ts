import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { issueFormToken } from '#http/form-token.ts'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeProgramme } from '#test/makers.ts'
import { DOORS } from '../../worker/routes/doors.ts'
import { findFlaw, findLoss, isEcho, isTrace, type StoredSignUp } from '../bench/hostile-submissions-judge.ts'
import { makeSubmissions, type OpenForm } from '../bench/hostile-submissions-make.ts'

const PARTS = [
  'unknown',
  'HEAD',
  'regards-croises',
  '%00',
  '%',
  '%ff%fe',
  '..%2f..',
  'é',
  "'; DROP TABLE people; --",
  'x'.repeat(3000),
  '__proto__',
  '0',
]
const QUERIES = [
  '',
  '?limit=0',
  '?limit=abc',
  '?limit=-1',
  '?limit=99999',
  '?cursor=%00',
  '?cursor=bnVsbA',
  '?cursor=eyJhdCI6Ingi',
  '?cursor=W10',
  '?after=%27',
  '?updated_since=yesterday',
  '?role=boss',
  '?programme=%00',
  '?mode=%F0%9F%92%A3',
  '?mentees=100000&since=%00',
  '?mentees=2&since=%27',
]
const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '1e999',
  '"x"',
  '{',
  '{"__proto__":{"a":1}}',
  '{"email":"a@b@c","given_name":"\\u0000"}',
  `{"a":${'['.repeat(40)}${']'.repeat(40)}}`,
  '{"given_name":1,"family_name":[],"grade_rank":"9","manager":{},"dotted_managers":"x","active":"yes"}',
  '{"given_name":"\\ud800","family_name":"\u202e","hired_in":"2026-13","language":"de"}',
  '{"token":"short"}',
  '{"token":{"$ne":null}}',
  '{"url":"http://169.254.169.254/latest","types":["*"]}',
  '{"name":"x","scopes":["root"]}',
  '{"email":"x@y.example","code":"12345a"}',
  '{"slug":"../x","words":{"fr":null},"weights":{"need":9e99}}',
  `{"name":"${'y'.repeat(70000)}"}`,
  '{"own_rules":[{"name":"a","effect":"must","when":[{"role":"x"}],"test":{"kind":"other"}}],"hopes":{"IM1":null}}',
  '{"own_rules":[{"name":"a","effect":"must","when":[],"test":null}],"different":"site","changes_max":-1}',
  '{"label":"x","people":["\\u0000"," ","per_","__proto__"],"appraisal_chain":{"levels":1e9,"reason":"\\ud800"}}',
  '{"label":"x","people":["HEAD","HEAD"],"appraisal_chain":{"reason":"Toute l’entreprise est sous sa direction."}}',
  '{"programme":"regards-croises","email":"\\u0000@x.example"}',
  '{"programme":"regards-croises","email":"x@armorique.example"}',
]
const TYPES = [
  'application/json',
  'text/csv',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'image/png',
  '',
]

it('whatever is sent to any door, with or without a key, none answers with an error of its own', async () => {
  const house = new House()
  await gatherCohort(house)
  const key = await house.root.post('keys', { name: 'everything', scopes: ['*'] })
  const keys = [
    { authorization: `Bearer ${key.json.secret}` },
    {},
    { authorization: 'Bearer ???', cookie: 'binome=%00; binome-sign-in=%7B' },
  ]
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const routes = Object.values(DOORS).flatMap((rooms) =>
    rooms.flatMap((room) => room.routes as { method: string; path: string }[]),
  )
  const bad: string[] = []
  let sent = 0
  const send = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
    sent += 1
    const response = await house.request(path, { method, headers, ...(body === undefined ? {} : { body }) })
    if (response.status >= 500 && !path.includes('health')) {
      bad.push(
        `${method} ${path.slice(0, 120)} ${JSON.stringify(headers).slice(0, 80)} ${body?.slice(0, 80)}: ${String(logged.mock.lastCall?.[0]).slice(0, 300)}`,
      )
    }
    await response.body?.cancel()
  }
  for (const [index, { method, path }] of routes.entries()) {
    for (const [n, part] of PARTS.entries()) {
      const address = `/api/v1${path.replace(/:\w+/g, part)}`
      if (method === 'GET')
        await send(
          method,
          address + QUERIES[(n + index) % QUERIES.length],
          keys[n % 2] as Record<string, string>,
        )
      else
        await send(
          method,
          address,
          { ...keys[n % 3], 'content-type': TYPES[n % TYPES.length] as string } as Record<string, string>,
          BODIES[(n + index) % BODIES.length],
        )
    }
    if (method === 'GET')
      for (const query of QUERIES)
        await send(
          method,
          `/api/v1${path.replace(/:\w+/g, 'regards-croises')}${query}`,
          keys[0] as Record<string, string>,
        )
    else {
      for (const body of BODIES) {
        const known = path.includes('external_id') ? 'HEAD' : 'regards-croises'
        await send(
          method,
          `/api/v1${path.replace(/:\w+/g, known)}`,
          { ...keys[0], 'content-type': 'application/json' } as Record<string, string>,
          body,
        )
      }
    }
  }
  const person = await house.session(addressOf('X1'))
  for (const { method, path } of routes) {
    if (!path.startsWith('/me/') || method !== 'POST') continue
    for (const [n, body] of BODIES.entries()) {
      sent += 1
      const address = path.slice(1).replace(/:\w+/g, 'regards-croises')
      const { status } = await person.post(address, body, { 'content-type': TYPES[(n % 2) * 3] as string })
      if (status >= 500) bad.push(`${method} ${path} ${body.slice(0, 80)}`)
    }
  }
  for (const path of [
    '/fr/programmes/%00/',
    '/fr/programmes/regards-croises/mentor/',
    '/en/programmes/x/confirmation/%22%3E%3Cscript%3E/',
    '/fr/me/?next=//evil',
    '/en/me/code/',
    '/fr/programmes/regards-croises/boss/',
  ]) {
    await send('GET', path, keys[2] as Record<string, string>)
    await send('POST', path, {}, 'x')
  }
  logged.mockRestore()
  expect(bad).toEqual([])
  expect(sent).toBeGreaterThan(900)
}, 600_000)

it('six hundred hostile submissions, made from the questionnaires themselves, leave nothing wrong and no good one is lost (D37)', async () => {
  const house = new House()
  const { BETTER_AUTH_SECRET: secret = '' } = await house.bindings()
  const forms: OpenForm[] = []
  for (const kind of Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]) {
    const slug = `hostile-${kind}`
    await house.root.post('programmes', makeProgramme({ slug, kind, externals_allowed: true }))
    await house.root.put(`programmes/${slug}/publication`)
    forms.push({ slug, kind, form_token: await issueFormToken(secret, slug, house.now) })
  }
  house.now += 60_000
  const doors = DOORS.open.flatMap((room) => room.routes as { method: string; path: string }[])
  const sent = makeSubmissions({ seed: 3_141, hostile: 600, valid: 40, forms, doors })
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const wrong: string[] = []
  for (const [n, { what, method, path, headers, body }] of sent.entries()) {
    const answer = await house.request(path, {
      method,
      headers: { ...headers, 'cf-connecting-ip': `10.0.${n % 50}.1` },
      body,
    })
    const text = await answer.text()
    const [type, location] = ['content-type', 'location'].map((name) => answer.headers.get(name) ?? '')
    if (answer.status >= 500 || isTrace(text) || isEcho(type!, location!, text)) {
      wrong.push(`${what} (${method} ${path.slice(0, 100)}): ${answer.status}`)
    }
  }
  logged.mockRestore()
  const { results } = await env.DB.prepare(
    'SELECT sign_ups.*, kind FROM sign_ups JOIN programmes ON programmes.id = programme_id',
  ).all<StoredSignUp>()
  const byEmail = new Map(sent.map((one) => [one.email, one]))
  for (const row of results) {
    const flaw = findFlaw(row, byEmail.get(row.email))
    if (flaw !== null) wrong.push(`${row.email} ${byEmail.get(row.email)?.what}: ${flaw}`)
  }
  for (const one of sent.filter(({ fate }) => fate === 'stored')) {
    const loss = findLoss(
      results.find(({ email }) => email === one.email),
      one,
    )
    if (loss !== null) wrong.push(`${one.email}: ${loss}`)
  }
  expect(wrong).toEqual([])
  expect(results.length).toBeGreaterThan(40)
}, 600_000)
