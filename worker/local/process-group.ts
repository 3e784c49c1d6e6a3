import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Ends a process and all that it started, at once. The leader must have been started with `detached`. */
export function endGroup(leader: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(leader), '/t', '/f'], { windowsHide: true })
    return
  }
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a group that an earlier supervisor led still runs something of ours. A number alone proves nothing:
 * the system may have given it to somebody else, so the command lines must name the runtime.
 */
export function isOurGroup(leader: number): boolean {
  return commandsOf(leader).some((command) => /workerd|wrangler|leash\.ts/.test(command))
}

/** Who started us, and who started them where the system tells: an `npm start` and its shell. */
export function ancestors(): string {
  const [, parent] = process.platform === 'linux' ? statOf(process.ppid) : []
  return `${process.ppid} ${parent ?? ''}`
}

/** State, parent and group of a process, from what follows its bracketed name. */
function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()!.split(' ')
  } catch {
    return []
  }
}

function commandsOf(leader: number): string[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => statOf(pid)[2] === String(leader))
      .map((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        } catch {
          return ''
        }
      })
  }
  if (process.platform === 'win32') return []
  const listed = spawnSync('ps', ['-A', '-o', 'pgid=,args='], { encoding: 'utf8' })
  return (listed.stdout ?? '').split('\n').filter((line) => line.trim().startsWith(`${leader} `))
}
