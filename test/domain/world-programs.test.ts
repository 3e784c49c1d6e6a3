import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal, readOptions, readWhole } from '../../worker/local/command-line.ts'
import { dataFolder, prepareFolder, readRootToken } from '../../worker/local/data-folder.ts'
import { DoorError, forEachOf, listAll, openDoors } from '../../worker/local/doors.ts'
import { takeTenancy } from '../../worker/local/tenancy.ts'
import { readCrons } from '../../worker/local/timetable.ts'

const servers: Server[] = []
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'binome-programs-'))
})
afterEach(async () => {
  rmSync(dir, { recursive: true, force: true })
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** A server on a port of its own that nobody else can have. */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}

/** What a supervisor noted in the folder some seconds ago. */
function note(running: Record<string, unknown>, ageS: number): void {
  const path = join(dir, 'running.json')
  writeFileSync(path, JSON.stringify(running))
  utimesSync(path, Date.now() / 1000 - ageS, Date.now() / 1000 - ageS)
}

/** Answers one after the other what is given, the last one for ever. */
function answering(...answers: [status: number, body: unknown][]) {
  const asked: { method?: string; url?: string; key?: string }[] = []
  const listener: RequestListener = (request, response) => {
    const [status, body] = answers[Math.min(asked.length, answers.length - 1)]!
    asked.push({ method: request.method, url: request.url, key: request.headers.authorization })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  return { asked, listener }
}

describe('the folder of one machine', () => {
  test('its secrets are made once, for their owner alone, and only the address changes', () => {
    const folder = dataFolder(join(dir, 'data'))
    const token = prepareFolder(folder, 8801)
    const first = readFileSync(folder.varsFile, 'utf8')
    expect(prepareFolder(folder, 8802)).toBe(token)
    expect(readRootToken(folder)).toBe(token)
    expect(readFileSync(folder.varsFile, 'utf8')).toBe(first.replace('8801', '8802'))
    expect(first).toContain(`ROOT_TOKEN_HASH=${createHash('sha256').update(token).digest('hex')}\n`)
    expect(first).toMatch(/^BETTER_AUTH_SECRET=[0-9a-f]{64}$/m)
    expect(first).toMatch(/^BASE_URL=http:\/\/localhost:8801$/m)
    expect(first).toMatch(/^WEBHOOK_LOOPBACK=1$/m)
    if (process.platform === 'win32') return
    expect(
      [folder.dir, folder.rootTokenFile, folder.varsFile].map((path) =>
        (statSync(path).mode & 0o777).toString(8),
      ),
    ).toEqual(['700', '600', '600'])
  })

  test('two folders have different secrets', () => {
    const [one, other] = [dataFolder(join(dir, 'one')), dataFolder(join(dir, 'other'))]
    expect(prepareFolder(one, 8801)).not.toBe(prepareFolder(other, 8801))
  })

  test('the other programs say when nothing was ever started on a folder', () => {
    expect(() => readRootToken(dataFolder(join(dir, 'empty')))).toThrow(/npm start/)
  })
})

describe('who serves a folder', () => {
  test('a port that somebody else has is refused in one sentence', async () => {
    const port = await listen((_, response) => response.end())
    await expect(takeTenancy(dataFolder(dir), port)).rejects.toThrow(
      new Refusal(`Port ${port} is already in use. Choose another one: npm start -- --port ${port + 1}`),
    )
  })

  test('a folder that is being served is refused, whatever the port', async () => {
    const port = await listen((_, response) => response.end())
    // The process that started the tests is certainly alive.
    note({ supervisor: process.ppid, port, runtime: null }, 3_600)
    await expect(takeTenancy(dataFolder(dir), 1)).rejects.toThrow(/already served at http:\/\/localhost:/)
  })

  test('so is one that somebody began to prepare a moment ago, and not one of yesterday', async () => {
    note({ supervisor: process.ppid, port: 1, runtime: null }, 5)
    await expect(takeTenancy(dataFolder(dir), 1)).rejects.toThrow(/already served/)
    note({ supervisor: process.ppid, port: 1, runtime: null }, 86_400)
    await takeTenancy(dataFolder(dir), 1)
  })

  test('what a killed supervisor left does not bar the next', async () => {
    const port = await listen((_, response) => response.end())
    await new Promise((closed) => servers.pop()?.close(closed))
    note({ supervisor: 2 ** 30, port, runtime: 2 ** 30 }, 5)
    const tenancy = await takeTenancy(dataFolder(dir), port)
    expect(JSON.parse(readFileSync(join(dir, 'running.json'), 'utf8'))).toEqual({
      supervisor: process.pid,
      port,
      runtime: null,
    })
    tenancy.leave()
    expect(() => readFileSync(join(dir, 'running.json'))).toThrow()
  })
})

describe('the doors as the programs use them', () => {
  test('a service that is starting or busy is asked again, with the key', async () => {
    const { asked, listener } = answering([503, {}], [429, {}], [200, { state: 'ready' }])
    const doors = openDoors(`http://127.0.0.1:${await listen(listener)}`, 'a-key')
    expect(await doors.get('/x')).toEqual({ state: 'ready' })
    expect(asked).toHaveLength(3)
    expect(asked.every(({ key }) => key === 'Bearer a-key')).toBe(true)
  })

  test('a refusal is final, and says which field to mend', async () => {
    const problem = { detail: 'Nothing was saved.', errors: [{ pointer: '/slug', detail: 'is taken' }] }
    const { asked, listener } = answering([422, problem])
    const doors = openDoors(`http://127.0.0.1:${await listen(listener)}`, null)
    const refused = doors.send('POST', '/programmes', {})
    await expect(refused).rejects.toThrow(
      'POST /programmes answered 422: Nothing was saved. · /slug is taken',
    )
    await expect(refused).rejects.toBeInstanceOf(DoorError)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.key).toBeUndefined()
  })

  test('a list is read to its last page', async () => {
    const { asked, listener } = answering(
      [200, { items: [1, 2], next_cursor: 'a b' }],
      [200, { items: [3], next_cursor: null }],
    )
    expect(
      await listAll(openDoors(`http://127.0.0.1:${await listen(listener)}`, null), '/pairs?programme=x'),
    ).toEqual([1, 2, 3])
    expect(asked.map(({ url }) => url)).toEqual([
      '/pairs?programme=x&limit=100',
      '/pairs?programme=x&limit=100&cursor=a%20b',
    ])
  })

  test('a few things are done at once, never more, and the first failure ends the rest', async () => {
    let [now, most, done] = [0, 0, 0]
    const work = async (item: number) => {
      most = Math.max(most, ++now)
      await new Promise((later) => setTimeout(later, 1))
      now -= 1
      if (item === 20) throw new Error('the twentieth')
      done += 1
    }
    await forEachOf([1, 2, 3, 4, 5, 6, 7], 3, work)
    expect([most, done]).toEqual([3, 7])
    await expect(
      forEachOf(
        Array.from({ length: 100 }, (_, index) => index),
        3,
        work,
      ),
    ).rejects.toThrow('the twentieth')
    expect(done).toBeLessThan(7 + 30)
  })
})

describe('what is typed', () => {
  test('an option nobody knows is refused with what can be typed', () => {
    const read = (...args: string[]) =>
      readOptions('npm run x -- --port P', { port: { type: 'string' } }, args)
    expect(read('--port', '9000').port).toBe('9000')
    for (const args of [['--prot', '9000'], ['9000'], ['--port']]) {
      expect(() => read(...args)).toThrow(/\nUsage: npm run x -- --port P$/)
    }
  })

  test.each(['', '-1', '1.5', '70000', 'abc', '0x10'])('a port cannot be “%s”', (text) => {
    expect(() => readWhole('port', text, 1, 65_535)).toThrow(/--port must be a whole number from 1 to 65535/)
  })

  test('the crons that are rung are those of wrangler.toml', () => {
    expect(readCrons('[triggers]\ncrons = ["* * * * *",\n  \'17 3 * * *\']\n')).toEqual([
      '* * * * *',
      '17 3 * * *',
    ])
    expect(readCrons('name = "x"')).toEqual([])
    expect(readCrons().length).toBeGreaterThan(0)
  })
})
