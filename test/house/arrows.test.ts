import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, importsOf, read } from './source.ts'

/** Which rooms a room may ask. `type:` lets types in and nothing that runs. */
const MAY_ASK: Record<string, string[]> = {
  domain: ['domain'],
  questionnaire: ['questionnaire', 'domain'],
  matching: ['matching', 'domain', 'questionnaire'],
  contract: ['contract', 'domain', 'type:questionnaire'],
  db: ['db', 'domain', 'type:questionnaire', 'type:matching'],
  gateways: ['gateways', 'domain'],
  actions: ['actions', 'domain', 'questionnaire', 'matching', 'contract', 'db', 'gateways', 'type:settings'],
  pages: ['pages', 'domain', 'questionnaire', 'type:contract'],
  http: ['http', 'domain', 'contract', 'db', 'actions', 'type:gateways', 'settings'],
  jobs: ['jobs', 'actions', 'db', 'type:gateways', 'type:settings'],
  routes: ['routes', 'actions', 'contract', 'db', 'domain', 'http', 'matching', 'pages', 'questionnaire'],
  site: ['site', 'contract', 'domain', 'questionnaire', 'matching', 'type:pages'],
}

/** Packages that a pure room may use: they escape text, and know no platform. */
const PURE_PACKAGES: Record<string, string[]> = { questionnaire: ['hono/html'] }
const PURE_ROOMS = ['domain', 'questionnaire', 'matching']

function roomOf(path: string): string {
  const parts = path.split('/')
  if (parts[0] !== 'worker') return parts[0] as string
  return parts.length > 2 ? (parts[1] as string) : posix.basename(path, '.ts')
}

function askedRoom(file: string, from: string): string | null {
  if (from.startsWith('#')) return from.slice(1).split('/')[0] as string
  if (from.startsWith('.')) return roomOf(posix.normalize(posix.join(posix.dirname(file), from)))
  return null
}

const files = [...filesBelow('worker'), ...filesBelow('db'), ...filesBelow('site/src')]

describe('the arrows between rooms', () => {
  it('every room asks only the rooms it may ask', () => {
    const wrong: string[] = []
    for (const file of files) {
      const allowed = MAY_ASK[roomOf(file)]
      if (!allowed || file.startsWith('db/worlds/') || file.endsWith('.config.ts')) continue
      for (const { from, typeOnly } of importsOf(file)) {
        const room = askedRoom(file, from)
        if (room === null || allowed.includes(room) || (typeOnly && allowed.includes(`type:${room}`)))
          continue
        wrong.push(`${file} asks ${from}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('pure rooms know no package, but for escaping text', () => {
    const wrong: string[] = []
    for (const file of files.filter((path) => PURE_ROOMS.includes(roomOf(path)))) {
      for (const { from, typeOnly } of importsOf(file)) {
        if (from.startsWith('.') || from.startsWith('#') || typeOnly) continue
        if (!PURE_PACKAGES[roomOf(file)]?.includes(from)) wrong.push(`${file} imports ${from}`)
      }
      if (/\b(Date\.now|Math\.random|crypto\.|fetch\(|new Date\(\))/.test(read(file))) {
        wrong.push(`${file} looks at a clock, chance or the network`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('nothing that is deployed knows the programs of one machine', () => {
    const wrong = files
      .filter((file) => !file.startsWith('worker/local/'))
      .filter((file) => importsOf(file).some(({ from }) => askedRoom(file, from) === 'local'))
    expect(wrong).toEqual([])
  })

  it('only the commit writes batches, and routes write nothing by themselves', () => {
    const batching = files.filter((file) => /\.batch\(/.test(read(file)) && !file.startsWith('worker/local/'))
    expect(batching).toEqual(['db/commit.ts'])
    const writing = files
      .filter((file) => file.startsWith('worker/routes/') || file.startsWith('worker/jobs/'))
      .filter((file) => /\b(commit\(|\.insert\(|\.update\(|\.delete\((?!['"`]))/.test(read(file)))
    expect(writing).toEqual([])
  })

  it('relative imports name the file they mean', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => /^[.#]/.test(from) && !/\.(ts|astro|css|json|svg)(\?\w+)?$/.test(from))
        .map(({ from }) => `${file} imports ${from}`),
    )
    expect(wrong).toEqual([])
  })

  it('nobody has moved into a room without a name', () => {
    const homeless = files.filter((file) =>
      /(^|\/)(utils?|helpers?|lib|common|misc|index)(\/|\.ts$)/.test(file),
    )
    expect(homeless).toEqual(['worker/index.ts'])
  })
})
