import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpCourier, type Letter, newWebhookSecret } from '#gateways/webhook.ts'

afterEach(() => vi.restoreAllMocks())

const HERE = 'http://127.0.0.1:9/hook'

function letter(url = HERE): Letter {
  const loopback = url === HERE
  return { url, secrets: [newWebhookSecret()], id: 'evt_a', timestamp: 1, body: '{}', loopback }
}

function answering(answer: () => Response | Promise<Response>) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => answer())
}

/** A body that brings one piece at a time and never ends. */
function endless(piece: string, everyMs: number): ReadableStream<Uint8Array> & { pieces: number } {
  const state = { pieces: 0 }
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((wake) => setTimeout(wake, everyMs))
        state.pieces += 1
        controller.enqueue(new TextEncoder().encode(piece))
      },
    },
    { highWaterMark: 0 },
  )
  return Object.defineProperty(stream, 'pieces', { get: () => state.pieces }) as never
}

/** Ten seconds pass in a quarter of one. */
function hurry() {
  const whole = AbortSignal.timeout.bind(AbortSignal)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => whole(ms / 40))
}

describe('what a receiver answers', () => {
  it('is read for what it means: only a yes is a yes, and nobody is followed elsewhere', async () => {
    const cases: [number, Record<string, string>, string, number | null][] = [
      [200, {}, 'accepted', null],
      [204, {}, 'accepted', null],
      [301, { location: 'http://127.0.0.1/' }, 'redirect', null],
      [307, { location: 'http://169.254.169.254/' }, 'redirect', null],
      [404, {}, 'refused', null],
      [410, {}, 'gone', null],
      [429, {}, 'throttled', null],
      [429, { 'retry-after': '30' }, 'throttled', 30_000],
      [500, { 'retry-after': '30' }, 'refused', null],
      [503, {}, 'refused', null],
      [503, { 'retry-after': '9999999' }, 'throttled', 86_400_000],
    ]
    for (const [status, headers, outcome, retryAfterMs] of cases) {
      const fetched = answering(() => new Response(null, { status, headers }))
      expect(await httpCourier.post(letter()), String(status)).toMatchObject({
        outcome,
        status,
        retryAfterMs,
      })
      expect(fetched.mock.calls[0]![1]!.redirect).toBe('manual')
      expect(fetched).toHaveBeenCalledTimes(1)
      vi.restoreAllMocks()
    }
  })

  it('is kept as its first 200 printable characters', async () => {
    answering(() => new Response(`<b>\u0000Merci\u001b[31m\n\n  bien${'é'.repeat(300)}`, { status: 500 }))
    const { answer } = await httpCourier.post(letter())
    expect(answer.startsWith('<b> Merci [31m bienéé')).toBe(true)
    expect([...answer]).toHaveLength(200)
  })

  it('may be endless: a yes counts, and no more than 4 KB are read', async () => {
    const body = endless('x'.repeat(1024), 0)
    answering(() => new Response(body, { status: 200 }))
    expect(await httpCourier.post(letter())).toMatchObject({ outcome: 'accepted', status: 200 })
    expect(body.pieces).toBeLessThanOrEqual(5)
  })

  it('may come in drips: the deadline is over the whole of it, and then it is no yes', async () => {
    hurry()
    answering(() => new Response(endless('x', 20), { status: 200 }))
    expect(await httpCourier.post(letter())).toMatchObject({ outcome: 'timeout', status: 200 })
    vi.restoreAllMocks()
    hurry()
    answering(() => new Response(endless('x', 20), { status: 500 }))
    expect(await httpCourier.post(letter())).toMatchObject({ outcome: 'refused', status: 500 })
  })

  it('may never come, or break off', async () => {
    hurry()
    vi.spyOn(globalThis, 'fetch').mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
        }),
    )
    expect(await httpCourier.post(letter())).toMatchObject({ outcome: 'timeout', status: null })
    answering(() => {
      throw new TypeError('Network connection lost.')
    })
    expect(await httpCourier.post(letter())).toMatchObject({ outcome: 'unreachable', status: null })
  })
})

describe('where a name leads is asked before anything is sent', () => {
  let count = 0

  /** A resolver that knows these addresses of a host, and a receiver that says yes. */
  function resolving(records: { A?: string[]; AAAA?: string[] } | 'away') {
    const host = `hr${count++}.armorique.example`
    const asked: string[] = []
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
      const url = new URL(String(input))
      asked.push(url.hostname)
      if (url.hostname !== 'cloudflare-dns.com') return new Response('ok')
      if (records === 'away') return new Response('busy', { status: 503 })
      expect(url.searchParams.get('name')).toBe(host)
      const type = url.searchParams.get('type') as 'A' | 'AAAA'
      const answers = (records[type] ?? []).map((data) => ({ type: type === 'A' ? 1 : 28, data }))
      return Response.json({ Answer: [{ type: 5, data: 'edge.example.' }, ...answers] })
    })
    return { url: `https://${host}/hook`, asked, host }
  }

  it('a host of the public internet is written to, and asked for once a minute', async () => {
    const { url, asked, host } = resolving({
      A: ['93.184.215.14'],
      AAAA: ['2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
    })
    expect((await httpCourier.post(letter(url))).outcome).toBe('accepted')
    expect((await httpCourier.post(letter(url))).outcome).toBe('accepted')
    expect(asked).toEqual(['cloudflare-dns.com', 'cloudflare-dns.com', host, host])
  })

  it('one address inside a network is enough to send nothing', async () => {
    for (const records of [
      { A: ['93.184.215.14', '10.1.2.3'] },
      { A: ['169.254.169.254'] },
      { A: ['93.184.215.14'], AAAA: ['::ffff:7f00:1'] },
      { AAAA: ['64:ff9b::a00:1'] },
      { AAAA: ['2002:7f00:1::'] },
    ]) {
      const { url, asked, host } = resolving(records)
      expect((await httpCourier.post(letter(url))).outcome, JSON.stringify(records)).toBe('forbidden')
      expect(asked).not.toContain(host)
    }
  })

  it('a name that leads nowhere, or a resolver that is away, is tried again later', async () => {
    for (const records of [{}, 'away'] as const) {
      const { url, asked, host } = resolving(records)
      expect((await httpCourier.post(letter(url))).outcome).toBe('unreachable')
      expect(asked).not.toContain(host)
    }
  })
})
