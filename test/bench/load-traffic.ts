import { makeMenteeAnswers, makeMentorAnswers } from '../support/makers.ts'
import { postedFields } from '../support/posted-form.ts'
import { makeSubmissions } from './hostile-submissions-make.ts'
import type { LocalService } from './local-service.ts'

/** One person who signs up, and how: vouched for by a key, or by themselves as JSON or with the form. */
export interface SignUp {
  way: 'key' | 'json' | 'form'
  email: string
  /** How many participants it makes: two who are both. */
  makes: number
  path: string
  headers: Record<string, string>
  body: string
}

/** Distinct people, half of them sent by an HR system, a quarter each as JSON and with the form. */
export function peopleWhoSignUp(slug: string, formToken: string, key: string, count: number): SignUp[] {
  const alone = makeSubmissions({
    seed: 7,
    hostile: 0,
    valid: Math.floor(count / 2),
    forms: [{ slug, kind: 'reverse', form_token: formToken }],
    doors: [],
  }).map(({ path, headers, body, email }): SignUp => {
    const isForm = typeof body === 'string' && !body.startsWith('{')
    const role = isForm ? new URLSearchParams(body).get('role') : JSON.parse(String(body)).role
    return {
      way: isForm ? 'form' : 'json',
      email: email!,
      makes: role === 'both' ? 2 : 1,
      path,
      headers,
      body: String(body),
    }
  })
  const sent = Array.from({ length: count - alone.length }, (_, n) => vouched(slug, key, n))
  // One of each kind after the other, so that every second has its share of both.
  return sent.flatMap((one, n) => (alone[n] ? [one, alone[n]] : [one]))
}

function vouched(slug: string, key: string, n: number): SignUp {
  const email = `k${n}@sure.example`
  const role = n % 2 === 0 ? 'mentor' : 'mentee'
  return {
    way: 'key',
    email,
    makes: 1,
    path: `/api/v1/programmes/${slug}/sign-ups`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      role,
      given_name: 'Maëlle',
      family_name: 'Kerdoncuff',
      email,
      consents: { volunteer: '2026-03-01T08:00:00Z', charter: '2026-03-01T08:00:00Z', reminders: true },
      answers: role === 'mentor' ? makeMentorAnswers() : makeMenteeAnswers(),
    }),
  }
}

const READING_MS = 3_500

/** A programme that takes everybody, the token of its form, and a key that vouches. */
export async function openProgramme(
  { base, doors }: LocalService,
  slug: string,
  programme: object,
): Promise<{ formToken: string; key: string }> {
  await doors.send('POST', '/api/v1/programmes', programme)
  await doors.send('PUT', `/api/v1/programmes/${slug}/publication`)
  const { body } = await doors.send<{ secret: string }>('POST', '/api/v1/keys', {
    name: 'HR',
    scopes: ['sign-ups:write'],
    expires_at: null,
  })
  const page = await (await fetch(`${base}/fr/programmes/${slug}/mentee/`)).text()
  const formToken = postedFields(page).find(([name]) => name === 'form_token')?.[1]
  if (!formToken) throw new Error('The form has no token.')
  // Longer than the time trap of the form.
  await new Promise((wake) => setTimeout(wake, READING_MS))
  return { formToken, key: body.secret }
}
