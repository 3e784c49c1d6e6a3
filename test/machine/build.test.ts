import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname

it('several people start the programme from one folder at the same moment, and each gets a whole site', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'binome-build-'))
  const outs = [1, 2, 3].map((n) => join(folder, String(n)))
  await Promise.all(
    outs.map((out) =>
      promisify(execFile)(process.execPath, ['worker/local/build.ts', '--out', out], { cwd: ROOT }),
    ),
  )
  for (const out of outs) {
    expect(existsSync(join(out, 'fr/index.html'))).toBe(true)
    expect(existsSync(join(out, 'shell/en/reverse/questionnaire/index.html'))).toBe(true)
  }
  rmSync(folder, { recursive: true, force: true })
}, 120_000)
