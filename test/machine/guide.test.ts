import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GUIDES, type Guide, type GuideCommand } from '../../site/src/words/guide.ts'
import { Stage } from './stage.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const stage = new Stage()
const folder = mkdtempSync(join(tmpdir(), 'binome-guide-'))

beforeAll(() => stage.start(), 200_000)
afterAll(async () => {
  await stage.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const END = '=== the next command ==='

/**
 * Types the commands of a guide one after the other in one terminal, as they are on the page; only where the service
 * listens and keeps its data differ, since other tests run at the same time.
 */
function type(commands: readonly GuideCommand[]): string[] {
  const script = commands
    .flatMap(({ run }) => [run, `echo; echo '${END}'`])
    .join('\n')
    .replaceAll('http://localhost:8787', stage.base)
    .replaceAll(
      'npm run --silent key -- ',
      `npm run --silent --prefix '${ROOT}' key -- --port ${stage.port} --data '${stage.data}' `,
    )
  const file = join(folder, 'guide.sh')
  writeFileSync(file, script)
  const said = execFileSync('bash', [file], { cwd: folder, encoding: 'utf8', timeout: 120_000 })
  return said.split(END)
}

/** Whether what was printed holds every part of what the page shows, in order; `…` stands for anything. */
function holds(printed: string, shows: string): boolean {
  let from = 0
  for (const part of shows.split('…')) {
    const at = printed.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return true
}

describe('the guides, typed word for word against npm start', () => {
  it.each(Object.entries(GUIDES) as [string, Guide][])(
    '%s: every command prints what the page says',
    (_name, { steps }) => {
      const commands = steps.flatMap((step) => step.commands ?? [])
      const printed = type(commands)
      expect(printed.length).toBe(commands.length + 1)
      for (const [at, { run, shows }] of commands.entries()) {
        expect(holds(printed[at]!, shows), `${run}\n\nprinted:\n${printed[at]}`).toBe(true)
      }
    },
  )
})
