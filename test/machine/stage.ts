import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname

/** The real programs of this machine on a port and in a folder of their own. */
export class Stage {
  readonly data = mkdtempSync(join(tmpdir(), 'binome-machine-'))
  base = ''
  port = 0
  #supervisor: ChildProcess | null = null

  async start(): Promise<void> {
    this.port = await freePort()
    this.base = `http://localhost:${this.port}`
    this.#supervisor = spawn(
      process.execPath,
      ['worker/local/start.ts', '--port', String(this.port), '--data', this.data, '--world', 'none'],
      { cwd: ROOT, stdio: 'ignore' },
    )
    await this.untilReady(180_000)
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#supervisor?.once('exit', resolve))
    this.#supervisor?.kill('SIGTERM')
    await ended
    rmSync(this.data, { recursive: true, force: true })
  }

  /** Kills every process that runs the Worker, as a power cut would: no signal that it could answer. */
  killRuntime(): number {
    const running = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, parent, name]) => ({ pid: Number(pid), parent: Number(parent), name: name ?? '' }))
    const ours = new Set([this.#supervisor?.pid ?? -1])
    for (let grew = true; grew; ) {
      grew = false
      for (const one of running) {
        if (!ours.has(one.parent) || ours.has(one.pid)) continue
        ours.add(one.pid)
        grew = true
      }
    }
    const victims = running.filter((one) => ours.has(one.pid) && one.name.startsWith('workerd'))
    for (const { pid } of victims) process.kill(pid, 'SIGKILL')
    return victims.length
  }

  async untilReady(timeoutMs = 120_000): Promise<void> {
    await until(async () => (await fetch(`${this.base}/api/v1/health`)).status === 200, timeoutMs)
  }

  /** Asks a door with the root token, again while the runtime is away. */
  async ask<T = Record<string, any>>(method: string, path: string, body?: unknown): Promise<T> {
    const token = readFileSync(join(this.data, 'root-token'), 'utf8').trim()
    let answer: T | undefined
    await until(async () => {
      const response = await fetch(`${this.base}${path.startsWith('/') ? path : `/api/v1/${path}`}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (response.status >= 500) return false
      if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      answer = (text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {}) as T
      return true
    }, 120_000)
    return answer as T
  }

  async all<T = Record<string, any>>(path: string): Promise<T[]> {
    const items: T[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: T[]; next_cursor: string | null } = await this.ask(
        'GET',
        `${path}?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
      )
      items.push(...page.items)
      cursor = page.next_cursor
    }
    return items
  }
}

/** Asks again and again until the answer is yes; a connection that is refused counts as no. */
export async function until(isTrue: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs
  for (;;) {
    try {
      if (await isTrue()) return
    } catch (error) {
      if (!(error instanceof TypeError) && !/fetch failed|terminated|aborted/.test(String(error))) throw error
    }
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
