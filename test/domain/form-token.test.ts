import { describe, expect, it } from 'vitest'
import { isVouchedHuman } from '#gateways/turnstile.ts'
import { issueFormToken, readFormToken } from '#http/form-token.ts'

const SECRET = 'a secret of more than thirty-two characters'
const NOW = Date.parse('2026-03-02T09:00:00Z')

describe('the token of a form (D37)', () => {
  it('tells when the form was given out', async () => {
    const token = await issueFormToken(SECRET, 'regards', NOW)
    expect(await readFormToken(SECRET, 'regards', token, NOW + 60_000)).toEqual({ issuedAt: NOW })
  })

  it('is worth nothing once a letter, the form, the secret or the age is another', async () => {
    const token = await issueFormToken(SECRET, 'regards', NOW)
    const [instant = '', signature = ''] = token.split('.')
    const older = (NOW - 3_600_000).toString(36)
    const other = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    expect(await readFormToken(SECRET, 'regards', `${older}.${signature}`, NOW)).toBeNull()
    expect(await readFormToken(SECRET, 'regards', `${instant}.${other}`, NOW)).toBeNull()
    expect(await readFormToken(SECRET, 'autre', token, NOW)).toBeNull()
    expect(await readFormToken(`${SECRET}!`, 'regards', token, NOW)).toBeNull()
    expect(await readFormToken(SECRET, 'regards', token, NOW - 1)).toBeNull()
    expect(await readFormToken(SECRET, 'regards', token, NOW + 32 * 86_400_000)).toBeNull()
    for (const rubbish of [undefined, '', '.', 'x'.repeat(10_000), `${'z'.repeat(12)}.${signature}`]) {
      expect(await readFormToken(SECRET, 'regards', rubbish, NOW)).toBeNull()
    }
  })
})

describe('the optional check that somebody is there', () => {
  const check = { secret: 's', token: 'given', action: 'sign-up', hostname: 'mentor.example' }
  const says = (body: unknown) => (async () => new Response(JSON.stringify(body))) as unknown as typeof fetch

  it('holds only where the answer is for this form of this site', async () => {
    const good = { success: true, action: 'sign-up', hostname: 'mentor.example' }
    expect(await isVouchedHuman(check, says(good))).toBe(true)
    expect(await isVouchedHuman(check, says({ ...good, success: false }))).toBe(false)
    expect(await isVouchedHuman(check, says({ ...good, action: 'sign-in' }))).toBe(false)
    expect(await isVouchedHuman(check, says({ ...good, hostname: 'elsewhere.example' }))).toBe(false)
  })

  it('fails closed, without an error, when nobody answers or nothing was handed in', async () => {
    const silent = (async () => {
      throw new TypeError('network')
    }) as unknown as typeof fetch
    expect(await isVouchedHuman(check, silent)).toBe(false)
    expect(await isVouchedHuman({ ...check, token: '' }, says({ success: true }))).toBe(false)
    expect(await isVouchedHuman({ ...check, token: 'x'.repeat(3_000) }, says({ success: true }))).toBe(false)
  })
})
