import { spawn } from 'node:child_process'
import { endGroup } from './process-group.ts'

/**
 * Holds the runtime for its supervisor: `leash.ts COMMAND ARGUMENTS…` leads a process group of its own, passes a
 * polite request to stop on, and when the supervisor is gone, however it ended, takes everything down with it.
 */
const [command, ...args] = process.argv.slice(2)
const child = spawn(command!, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true })

child.on('error', () => process.exit(1))
child.on('exit', (code) => process.exit(code ?? 1))
process.on('message', () => child.kill('SIGTERM'))
process.on('disconnect', () => endGroup(process.pid))
// The supervisor decides what an interruption means.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
