import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DataFolder, dataFolder } from '../../worker/local/data-folder.ts'
import { type Doors, openDoors } from '../../worker/local/doors.ts'
import { endGroup } from '../../worker/local/process-group.ts'
import { PROJECT } from '../../worker/local/project.ts'

/** The whole service of this machine, with a port and a folder of its own. */
export interface LocalService {
  base: string
  folder: DataFolder
  /** Every door, with the root token. */
  doors: Doors
  /** Ends it and all that it started; the folder stays until `forget`. */
  stop: () => Promise<void>
  forget: () => void
}

const START_MS = 300_000
const STOP_MS = 20_000

/** Starts what `npm start` starts, with a world in it. @throws Error when it is not ready within five minutes. */
export async function startLocalService(world: 'armorique' | 'none'): Promise<LocalService> {
  const port = await freePort()
  const folder = dataFolder(mkdtempSync(join(tmpdir(), 'binome-bench-')))
  const supervisor = spawn(
    process.execPath,
    ['worker/local/start.ts', '--port', String(port), '--data', folder.dir, '--world', world],
    // A group of its own, so that nothing of it outlives us; why it cannot start is said where we speak.
    { cwd: PROJECT.root, stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  )
  const base = `http://localhost:${port}`
  const forget = () => rmSync(folder.dir, { recursive: true, force: true })
  const stop = () => stopSupervisor(supervisor)
  // However we end, it ends with us.
  process.once('exit', () => endGroup(supervisor.pid!))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  try {
    await untilReady(base, supervisor)
  } catch (error) {
    await stop()
    forget()
    throw error
  }
  const token = readFileSync(folder.rootTokenFile, 'utf8').trim()
  return { base, folder, doors: openDoors(base, token), stop, forget }
}

async function untilReady(base: string, supervisor: ChildProcess): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    if (supervisor.exitCode !== null) throw new Error('The local service ended before it was ready.')
    const answer = await fetch(`${base}/api/v1/health`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
    await new Promise((wake) => setTimeout(wake, 250))
  }
  throw new Error('The local service was not ready within five minutes.')
}

async function stopSupervisor(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return
  const ended = new Promise((done) => supervisor.once('exit', done))
  supervisor.kill('SIGTERM')
  const patience = setTimeout(() => endGroup(supervisor.pid!), STOP_MS)
  await ended
  clearTimeout(patience)
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
