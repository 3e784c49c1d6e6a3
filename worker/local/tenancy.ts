import { mkdirSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { Refusal } from './command-line.ts'
import { type DataFolder, readJson, writeSecret } from './data-folder.ts'
import { pause } from './loading.ts'
import { endGroup, isAlive, isOurGroup } from './process-group.ts'

/** How long a supervisor may prepare before its port answers. */
const PREPARING_MS = 120_000

/** Which processes serve a folder: the supervisor, and the group of its runtime. */
interface Running {
  supervisor: number
  port: number
  runtime: number | null
}

/**
 * Takes the folder and the port, after ending what a supervisor that was killed left behind.
 * @throws Refusal where somebody else is at work on either.
 */
export async function takeTenancy(folder: DataFolder, port: number): Promise<Tenancy> {
  mkdirSync(folder.dir, { recursive: true, mode: 0o700 })
  const before = readJson<Running>(folder.runningFile)
  if (before) {
    if (await isSupervised(folder, before)) {
      throw new Refusal(
        `${folder.dir} is already served at http://localhost:${before.port}. Stop that one first, or choose another folder with --data.`,
      )
    }
    if (before.runtime !== null && isOurGroup(before.runtime)) endGroup(before.runtime)
  }
  for (let tries = 0; await isTaken(port); tries++) {
    if (before?.port !== port || tries === 20) {
      throw new Refusal(
        `Port ${port} is already in use. Choose another one: npm start -- --port ${port === 65_535 ? 8787 : port + 1}`,
      )
    }
    await pause(100)
  }
  const running: Running = { supervisor: process.pid, port, runtime: null }
  const write = () => writeSecret(folder.runningFile, `${JSON.stringify(running)}\n`)
  write()
  return {
    setRuntime(leader) {
      running.runtime = leader
      write()
    },
    leave: () => rmSync(folder.runningFile, { force: true }),
  }
}

/** The port of the service that works on a folder now, or of a runtime that was left behind and still does; else null. */
export async function servedPort(folder: DataFolder): Promise<number | null> {
  const running = readJson<Running>(folder.runningFile)
  if (!running) return null
  const isLeftBehind = running.runtime !== null && isOurGroup(running.runtime)
  return isLeftBehind || (await isSupervised(folder, running)) ? running.port : null
}

async function isSupervised(folder: DataFolder, { supervisor, port }: Running): Promise<boolean> {
  // A number that is alive may belong to somebody else by now, unless the port or a fresh note speaks for it.
  const isFresh = Date.now() - statSync(folder.runningFile).mtimeMs < PREPARING_MS
  const isOther = supervisor !== process.pid && isAlive(supervisor)
  return isOther && (isFresh || (await isTaken(port)))
}

export interface Tenancy {
  setRuntime: (leader: number) => void
  leave: () => void
}

/** Whether somebody accepts connections on a port of this machine, by either address. */
async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      (host) =>
        new Promise<boolean>((done) => {
          const socket = connect({ host, port, timeout: 1_000 })
          const close = (taken: boolean) => {
            socket.destroy()
            done(taken)
          }
          socket.once('connect', () => close(true))
          socket.once('timeout', () => close(false))
          socket.once('error', () => close(false))
        }),
    ),
  )
  return answers.includes(true)
}
