import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Dialogue<Answer> {
  /** Sends a line and waits for the line of JSON that answers it; null once the process has ended. */
  ask: (line: string) => Promise<Answer | null>
  end: () => void
}

/** Talks to another program line by line; after `secondsMax` in all it is ended, whatever it is doing. */
export function openDialogue<Answer>(command: string, args: string[], secondsMax: number): Dialogue<Answer> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const timer = setTimeout(() => child.kill('SIGKILL'), secondsMax * 1000)
  let complaint = ''
  let settle: ((answer: Answer | null) => void) | null = null
  let hasEnded = false
  const answered = (answer: Answer | null) => {
    settle?.(answer)
    settle = null
  }
  const ended = () => {
    hasEnded = true
    clearTimeout(timer)
    if (complaint && settle) console.error(complaint.trim().split('\n').at(-1))
    answered(null)
  }
  child.on('error', ended)
  child.on('close', ended)
  child.stdin.on('error', () => {})
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  createInterface(child.stdout).on('line', (line) => answered(JSON.parse(line) as Answer))
  return {
    ask: (line) =>
      new Promise((resolve) => {
        if (hasEnded) return resolve(null)
        settle = resolve
        child.stdin.write(`${line}\n`)
      }),
    end: () => {
      clearTimeout(timer)
      child.stdin.end()
    },
  }
}
