import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { endGroup } from './process-group.ts'
import { PROJECT, QUIET } from './project.ts'
import { plainText } from './tool.ts'

export interface RuntimeOptions {
  args: string[]
  env: Record<string, string>
  log: string
  /** Whether the service answers now; it may take as long as it likes to say so. */
  answers: (timeoutMs: number) => Promise<'yes' | 'silent' | 'refused'>
  /** Something a person may want to know, in one line. */
  tell: (line: string) => void
  /** Called when wrangler took in a change of the Worker's sources. */
  onReload?: () => void
  /** Called with the process group of each runtime that is started. */
  onStart: (leader: number) => void
}

export interface Runtime {
  /** Resolves when the service answers for the first time; rejects when it will not. */
  ready: Promise<void>
  stop: () => Promise<void>
}

const STARTS_MAX = 5
/** Longer than the longest computation that `limits.cpu_ms` allows: until then silence is work. */
const SILENCE_MS = 330_000
const STOP_MS = 5_000
/** How long a new runtime may take to answer for the first time, on a slow machine. */
const START_MS = 90_000
const NEVER_ANSWERED = 'did not answer'

/**
 * Keeps one wrangler alive: starts it, notices when it died, refuses connections or fell silent, ends what is left
 * of it and starts another, waiting 0.5 s, then twice as long each time, 15 s at most.
 */
export function keepRuntime(options: RuntimeOptions): Runtime {
  const { tell } = options
  let stopping = false
  let child: ChildProcess | null = null
  let failures = 0
  let wasReady = false
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  const sleepers = new Set<() => void>()
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      const timer = setTimeout(done, ms)
      function done() {
        clearTimeout(timer)
        sleepers.delete(done)
        wake()
      }
      sleepers.add(done)
    })

  async function live(): Promise<void> {
    while (!stopping) {
      const started = Date.now()
      const life = startOne(options)
      child = life.child
      options.onStart(child.pid!)
      const why = await watch(life)
      if (!stopping) endGroup(child.pid!)
      await life.ended
      if (stopping) return
      if (Date.now() - started > 60_000) failures = 0
      failures += 1
      if (!wasReady && (failures >= STARTS_MAX || why === NEVER_ANSWERED))
        return reject(new Error(`The runtime ${why}.`))
      const waitMs = Math.min(15_000, 250 * 2 ** failures)
      tell(`The runtime ${why}; starting it again in ${waitMs / 1000} s.`)
      await sleep(waitMs)
    }
  }

  /** Watches one life to its end. @returns how it ended, as the rest of a sentence. */
  async function watch(life: Life): Promise<string> {
    let [answered, refusals, silentSince] = [false, 0, Date.now()]
    while (!stopping) {
      if (life.hasEnded()) return `stopped (${life.how()})`
      const answer = await options.answers(life.crashes() > 0 ? 4_000 : 20_000)
      if (stopping || life.hasEnded()) continue
      if (answer === 'yes') {
        silentSince = Date.now()
        refusals = 0
        life.forgetCrashes()
        if (!answered) {
          answered = true
          wasReady = true
          resolve()
        }
      } else if (!answered && Date.now() - silentSince > START_MS) return NEVER_ANSWERED
      else if (answered && answer === 'refused' && ++refusals >= 3) return 'no longer accepts connections'
      else if (life.crashes() > 0 && answer === 'silent') return 'crashed'
      else if (Date.now() - silentSince > SILENCE_MS) return 'has not answered for five minutes'
      await sleep(answered ? 1_000 : 200)
    }
    return 'was asked to stop'
  }

  const living = live().catch(reject)
  return {
    ready,
    async stop() {
      stopping = true
      for (const wake of [...sleepers]) wake()
      const current = child
      if (current?.connected) current.send('stop')
      const patience = setTimeout(() => current && endGroup(current.pid!), STOP_MS)
      if (current && current.exitCode === null && current.signalCode === null) {
        await new Promise((done) => current.once('exit', done))
      }
      clearTimeout(patience)
      if (current) endGroup(current.pid!)
      await living
    },
  }
}

interface Life {
  child: ChildProcess
  ended: Promise<void>
  hasEnded: () => boolean
  how: () => string
  /** How often wrangler said that its runtime crashed, since it last answered. */
  crashes: () => number
  forgetCrashes: () => void
}

function startOne({ args, env, log, onReload }: RuntimeOptions): Life {
  const child = spawn(
    process.execPath,
    [PROJECT.path('worker/local/leash.ts'), process.execPath, PROJECT.wrangler, ...args],
    {
      cwd: PROJECT.root,
      env: { ...process.env, ...QUIET, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the supervisor alone, and the whole group can be ended by one number.
      detached: true,
      windowsHide: true,
    },
  )
  let crashes = 0
  let how: string | null = null
  const hear = (chunk: Buffer) => {
    const text = plainText(String(chunk))
    appendFileSync(log, text)
    if (text.includes('crashed unexpectedly')) crashes += 1
    if (crashes === 0 && /updated and ready/i.test(text)) onReload?.()
  }
  child.stdout!.on('data', hear)
  child.stderr!.on('data', hear)
  const ended = new Promise<void>((done) => {
    child.on('error', (error) => {
      how = error.message
      done()
    })
    child.on('exit', (code, signal) => {
      how = signal ?? `exit code ${code}`
      done()
    })
  })
  return {
    child,
    ended,
    hasEnded: () => how !== null,
    how: () => how ?? '',
    crashes: () => crashes,
    forgetCrashes: () => {
      crashes = 0
    },
  }
}
