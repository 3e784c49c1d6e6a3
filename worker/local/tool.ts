import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { PROJECT, QUIET } from './project.ts'

export interface ToolOptions {
  /** File that receives everything the tool says; without one it speaks for itself. */
  log?: string
  /** Ends the tool before its time. */
  signal?: AbortSignal
}

/**
 * Runs one of the project's tools to its end, with the Node that runs us and no shell.
 * @throws Error with its last lines when it fails.
 */
export function runTool(script: string, args: string[], { log, signal }: ToolOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: PROJECT.root,
      env: { ...process.env, ...QUIET },
      stdio: log ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      windowsHide: true,
      signal,
    })
    let said = ''
    const keep = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4000)
      if (log) appendFileSync(log, plainText(String(chunk)))
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(
            `${script.replace(PROJECT.root, '.')} ${args[0]} ended with ${code ?? signal}\n${plainText(said)}`,
          ),
        )
    })
  })
}

/** Without the colour codes of terminals. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins every colour code.
  return text.replace(/\u001b\[[0-9;]*m/g, '')
}
