import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { PROJECT } from './project.ts'
import { runTool, type ToolOptions } from './tool.ts'

/** Where the site comes from: a change in one of these makes it worth building again. */
export const SITE_SOURCES = [
  'site/src',
  'site/public',
  'site/astro.config.mjs',
  'worker/questionnaire',
  'worker/pages',
  'worker/domain',
  'worker/contract',
  'worker/matching',
]

/**
 * Builds the site into a folder, which is emptied first. Each build works in a stage of its own inside the project:
 * for a folder elsewhere the builder would keep its working files in one place, where two builds would meet.
 */
export async function buildSite(
  outDir: string = PROJECT.path('site/dist'),
  options?: ToolOptions,
): Promise<void> {
  const stage = PROJECT.path(`node_modules/.cache/binome-site/${process.pid}-${randomUUID()}`)
  try {
    await runTool(PROJECT.astro, ['build', '--root', PROJECT.path('site'), '--outDir', stage], options)
    rmSync(resolve(outDir), { recursive: true, force: true })
    cpSync(stage, resolve(outDir), { recursive: true })
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/**
 * Brings a folder that is being served up to date. The site is built beside it and only what changed is copied over,
 * so that no visitor meets a half-built page; stopped at any moment, the next call finishes the work.
 * @returns whether there was anything to build.
 */
export async function refreshSite(served: string, options?: ToolOptions): Promise<boolean> {
  const stamp = `${served}.stamp`
  const print = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return false
  const next = `${served}-next`
  rmSync(stamp, { force: true })
  await buildSite(next, options)
  copyChanges(next, served)
  writeFileSync(stamp, print)
  return true
}

/** What the built site depends on, in one line. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const source of [...SITE_SOURCES, 'package-lock.json']) {
    for (const path of filesIn(PROJECT.path(source))) {
      hash.update(relative(PROJECT.root, path)).update(readFileSync(path))
    }
  }
  return hash.digest('hex')
}

function copyChanges(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  const fresh = new Set(filesIn(from).map((path) => relative(from, path)))
  for (const path of fresh) {
    const target = join(to, path)
    if (existsSync(target) && readFileSync(target).equals(readFileSync(join(from, path)))) continue
    mkdirSync(dirname(target), { recursive: true })
    cpSync(join(from, path), target)
  }
  for (const path of filesIn(to)) {
    if (!fresh.has(relative(to, path))) rmSync(path)
  }
}

/** Every file under a path, in a stable order; the path itself where it is a file. */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  )
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort()
}
