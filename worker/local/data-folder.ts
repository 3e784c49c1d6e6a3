import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './command-line.ts'

/** What `npm start` keeps in its folder, and where. */
export interface DataFolder {
  dir: string
  rootTokenFile: string
  varsFile: string
  state: string
  site: string
  log: string
  /** Which world was loaded, and who may sign in; absent until it is whole. */
  worldFile: string
  /** Which processes serve this folder. */
  runningFile: string
}

export function dataFolder(dir: string): DataFolder {
  return {
    dir,
    rootTokenFile: join(dir, 'root-token'),
    varsFile: join(dir, 'vars.env'),
    state: join(dir, 'state'),
    site: join(dir, 'site'),
    log: join(dir, 'log'),
    worldFile: join(dir, 'world.json'),
    runningFile: join(dir, 'running.json'),
  }
}

/**
 * Makes the folder and its secrets the first time; later only the address changes. Secrets are readable by their
 * owner alone (modes 0700 and 0600, where the system knows them). Safe to stop at any moment.
 * @returns the root token.
 */
export function prepareFolder(folder: DataFolder, port: number): string {
  mkdirSync(folder.dir, { recursive: true, mode: 0o700 })
  chmodSync(folder.dir, 0o700)
  if (!existsSync(folder.rootTokenFile))
    writeSecret(folder.rootTokenFile, `root_${randomBytes(32).toString('base64url')}`)
  const rootToken = readRootToken(folder)
  const vars = readVars(folder.varsFile)
  vars.BETTER_AUTH_SECRET ??= randomBytes(32).toString('hex')
  vars.ROOT_TOKEN_HASH = createHash('sha256').update(rootToken).digest('hex')
  vars.BASE_URL = `http://localhost:${port}`
  vars.WEBHOOK_LOOPBACK = '1'
  writeSecret(
    folder.varsFile,
    `${Object.entries(vars)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n')}\n`,
  )
  return rootToken
}

/** @throws Refusal where `npm start` has never run on this folder. */
export function readRootToken(folder: DataFolder): string {
  if (!existsSync(folder.rootTokenFile)) {
    throw new Refusal(
      `${folder.dir} holds no root token. Run “npm start” on this folder first, or name it with --data.`,
    )
  }
  return readFileSync(folder.rootTokenFile, 'utf8').trim()
}

export function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}

/** Writes a whole file or none of it. */
export function writeSecret(path: string, text: string): void {
  const draft = `${path}.new`
  writeFileSync(draft, text, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}

function readVars(path: string): Record<string, string> {
  if (!existsSync(path)) return {}
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  return Object.fromEntries(
    lines
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}
