import { sql } from 'drizzle-orm'
import { feedbackToken } from '#actions/feedback.ts'
import type { House, TestMail } from './house.ts'
import type { FormedPair } from './pair.ts'

const HOUR_MS = 3_600_000

/** The two agree on a session of an hour at an instant (RFC 3339). */
export async function planSession(pair: FormedPair, startsAt: string): Promise<string> {
  const proposed = await pair.mentor.post(`pairs/${pair.id}/sessions`, { starts_at: startsAt, minutes: 60 })
  if (proposed.status !== 201) throw new Error(`no session: ${proposed.text}`)
  const id = proposed.json.id as string
  const accepted = await pair.mentee.post(`sessions/${id}/acceptance`)
  if (accepted.status >= 300) throw new Error(`not accepted: ${accepted.text}`)
  return id
}

/** The same, and the clock moves on until both have been asked how it was: two hours after its end. */
export async function meet(house: House, pair: FormedPair, startsAt: string): Promise<string> {
  const id = await planSession(pair, startsAt)
  house.now = Date.parse(startsAt) + 3 * HOUR_MS
  // What one tick writes, the next one mails.
  await house.tick()
  await house.tick()
  return id
}

/** The mails that ask somebody how a session was, oldest first. */
export function pulseMails(house: House, address: string): TestMail[] {
  return house.mails.filter(
    ({ to, text, words }) =>
      to === address && /\/feedback\/fbr_/.test(text) && /30/.test(words.action?.label ?? ''),
  )
}

/** The token in the link of a mail that asks for a pulse or a survey. */
export function tokenIn(mail: TestMail | undefined): string {
  const token = /\/feedback\/([\w.%-]+)\//.exec(mail?.text ?? '')?.[1]
  if (!token) throw new Error('no link to a question in this mail')
  return token
}

/** The tokens of what waits for the two of a pair, the newest first, whether or not its mails have left quiet hours. */
export async function openTokens(house: House, pair: string, kind: 'pulse' | 'survey'): Promise<string[]> {
  const { BETTER_AUTH_SECRET: secret } = await house.bindings()
  const rows = await house.db.all<{ id: string }>(sql`SELECT id FROM feedback_requests
    WHERE pair_id = ${pair} AND kind = ${kind} AND state = 'waiting' ORDER BY created_at DESC, id`)
  return Promise.all(rows.map((row) => feedbackToken({ settings: { secret } as never }, row)))
}
