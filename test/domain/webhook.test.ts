import { describe, expect, it } from 'vitest'
import { isGlobalAddress } from '#domain/ip-address.ts'
import {
  challengeDelayMs,
  printableStart,
  readRetryAfter,
  secretsOf,
  spreadOf,
  whyAddressRefused,
} from '#domain/webhook.ts'
import {
  healthAfterFailure,
  healthAfterSuccess,
  isGivenUp,
  isLeftAlone,
  isOnProbation,
} from '#domain/webhook-health.ts'

const DAY = 86_400_000
const WELL = { failures: 0, failing_since: null, open_until: null }

describe('where HR may be written to', () => {
  it('an address of the public internet is one that no registry keeps for something else', () => {
    for (const address of ['1.1.1.1', '93.184.215.14', '172.32.0.1', '100.128.0.1', '223.255.255.254'])
      expect(isGlobalAddress(address), address).toBe(true)
    for (const address of ['2606:4700:4700::1111', '2a00:1450:4007:80e::200e', '2001:4860:4860::8888'])
      expect(isGlobalAddress(address), address).toBe(true)
    const closed = [
      '0.0.0.0 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255',
      '192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1',
      '240.0.0.1 255.255.255.255 :: ::1 ::ffff:1.1.1.1 ::ffff:7f00:1 ::1.1.1.1 64:ff9b::101:101 64:ff9b:1::1',
      '100::1 2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:101:101::1 3fff::1 5f00::1 fc00::1',
      'fd12:3456::1 fe80::1 fec0::1 ff02::1',
    ]
    for (const address of closed.flatMap((line) => line.split(' ')))
      expect(isGlobalAddress(address), address).toBe(false)
  })

  it('what is no address is none of the public internet either', () => {
    for (const text of [
      '',
      'hr.example.com',
      '1.1.1',
      '1.1.1.256',
      '01.1.1.1',
      '0x1.1.1.1',
      '2606:4700',
      '2606::1::2',
      '2606:4700:0:0:0:0:0:0:1',
      '2606:4700::11111',
      '2606:4700::1%eth0',
      '[2606:4700::1]',
      ':2606:4700::1',
      '1.1.1.1:80',
    ])
      expect(isGlobalAddress(text), text).toBe(false)
  })

  it('our own address, and names that only a network inside knows, are refused', () => {
    const refused = (address: string) => whyAddressRefused(address, false, 'binome.armorique.example')
    expect(refused('https://hr.armorique.example/hook')).toBeNull()
    expect(refused('https://notbinome.armorique.example/')).toBeNull()
    expect(refused('https://binome.armorique.example/api')).toBe('own-address')
    expect(refused('https://BINOME.armorique.example/api')).toBe('own-address')
    expect(refused('https://www.binome.armorique.example/')).toBe('own-address')
    for (const host of [
      'intranet',
      'hr.example.com.',
      'nas.local',
      'db.internal',
      'x.localhost',
      'box.home.arpa',
    ])
      expect(refused(`https://${host}/`), host).toBe('private-address')
  })
})

describe('when a receiver is tried again', () => {
  it('it may ask for patience in seconds or with a date, for a day at most', () => {
    const now = Date.parse('2026-03-02T09:00:00Z')
    expect(readRetryAfter('120', now)).toBe(120_000)
    expect(readRetryAfter(' 0 ', now)).toBe(0)
    expect(readRetryAfter('999999', now)).toBe(DAY)
    expect(readRetryAfter('Mon, 02 Mar 2026 09:01:00 GMT', now)).toBe(60_000)
    expect(readRetryAfter('Mon, 02 Mar 2026 08:00:00 GMT', now)).toBe(0)
    expect(readRetryAfter('Mon, 02 Mar 2027 08:00:00 GMT', now)).toBe(DAY)
    for (const nonsense of [null, '', '-5', '1.5', 'soon', '1e3', 'Infinity'])
      expect(readRetryAfter(nonsense, now), String(nonsense)).toBeNull()
  })

  it('five failures in a row give it a minute, then two, four and so on, an hour at most', () => {
    let health: Parameters<typeof healthAfterFailure>[0] = WELL
    const waits: number[] = []
    for (let n = 1; n <= 14; n++) {
      health = healthAfterFailure({ ...health, open_until: null }, 0, null)
      waits.push((health.open_until ?? 0) / 60_000)
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
    expect(isOnProbation(health)).toBe(true)
    expect(isOnProbation({ ...health, failures: 4 })).toBe(false)
  })

  it('what it asked for is kept, also where another line is accepted meanwhile', () => {
    const asked = healthAfterFailure(WELL, 1000, 600_000)
    expect(asked).toEqual({ failures: 1, failing_since: null, open_until: 601_000 })
    expect(isLeftAlone(asked, 600_999)).toBe(true)
    expect(isLeftAlone(asked, 601_000)).toBe(false)
    expect(healthAfterSuccess(asked, 2000)).toEqual({ ...WELL, open_until: 601_000 })
    expect(healthAfterSuccess(asked, 601_000)).toEqual(WELL)
    expect(healthAfterFailure(asked, 2000, 1000).open_until).toBe(601_000)
  })

  it('five days are counted from the third failure in a row, and anew after each success', () => {
    let health = healthAfterFailure(healthAfterFailure(WELL, 1, null), 2, null)
    expect(health.failing_since).toBeNull()
    health = healthAfterFailure(healthAfterFailure(health, 3, null), 4, null)
    expect(health.failing_since).toBe(3)
    expect(isGivenUp(health, 3 + 5 * DAY - 1)).toBe(false)
    expect(isGivenUp(health, 3 + 5 * DAY)).toBe(true)
    expect(isGivenUp(healthAfterSuccess(health, 5), 30 * DAY)).toBe(false)
  })

  it('a challenge is sent eight times in a day', () => {
    const waits = Array.from({ length: 8 }, (_, n) => challengeDelayMs(n + 1, 0))
    expect(waits.slice(0, 6)).toEqual([5, 300, 1800, 7200, 18_000, 36_000].map((seconds) => seconds * 1000))
    expect(waits.slice(0, 7).reduce((sum: number, ms) => sum + (ms ?? 0), 0)).toBe(DAY)
    expect(waits[7]).toBeNull()
  })

  it('retries are spread, and the same event always alike', () => {
    const spreads = Array.from({ length: 500 }, (_, n) => spreadOf(`evt_${n}x`))
    expect(Math.min(...spreads)).toBeLessThan(0.05)
    expect(Math.max(...spreads)).toBeGreaterThan(0.95)
    expect(Math.max(...spreads)).toBeLessThan(1)
    expect(spreadOf('evt_1x')).toBe(spreads[1])
  })
})

describe('what HR reads of it', () => {
  it('both secrets sign until the day is over', () => {
    const endpoint = { secret: 'new', previous_secret: 'old', previous_secret_until: 1000 }
    expect(secretsOf(endpoint, 999)).toEqual(['new', 'old'])
    expect(secretsOf(endpoint, 1000)).toEqual(['new'])
    expect(secretsOf({ secret: 'new', previous_secret: null, previous_secret_until: null }, 0)).toEqual([
      'new',
    ])
  })

  it('an answer is kept without what a screen would obey', () => {
    expect(printableStart('  a\u0000b\u001b[2J\u202ec\r\n d ')).toBe('a b [2J c d')
    expect([...printableStart('🙂'.repeat(300))]).toHaveLength(200)
  })
})
