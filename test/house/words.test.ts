import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, ROOT, read } from './source.ts'

/** Every pair of French and English below a value, with the way to it. */
function* pairsIn(value: unknown, way: string, seen = new Set<unknown>()): Generator<[string, any, any]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if ('fr' in value && 'en' in value) yield [way, value.fr, value.en]
  for (const [key, child] of Object.entries(value)) yield* pairsIn(child, `${way}.${key}`, seen)
}

function shapeOf(value: unknown): unknown {
  if (typeof value === 'function') return 'words'
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return 'words'
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, shapeOf(child)]),
  )
}

describe('French and English say the same things', () => {
  const files = [
    ...['domain', 'questionnaire', 'matching', 'pages'].flatMap((room) => filesBelow(`worker/${room}`)),
    ...filesBelow('site/src/words'),
  ].filter((file) => file !== 'worker/pages/pour.ts')

  it('under the same keys, without an empty word', async () => {
    let pairs = 0
    for (const file of files) {
      const exported = (await import(join(ROOT, file))) as Record<string, unknown>
      for (const [way, fr, en] of pairsIn({ ...exported }, file)) {
        pairs += 1
        expect(shapeOf(fr), way).toEqual(shapeOf(en))
        if (typeof fr === 'string') {
          expect(fr.trim(), way).not.toBe('')
          expect((en as string).trim(), way).not.toBe('')
        }
      }
    }
    expect(pairs).toBeGreaterThan(300)
  })

  it('the two files of the site hold the same keys', async () => {
    const [fr, en] = ['fr', 'en'].map((language) => join(ROOT, `site/src/words/${language}.ts`))
    if (!existsSync(fr as string)) return
    const [french, english] = await Promise.all([import(fr as string), import(en as string)])
    expect(shapeOf(Object.values(french))).toEqual(shapeOf(Object.values(english)))
  })
})

describe('what is written about the house is true', () => {
  it('every path that a README names exists', () => {
    const missing: string[] = []
    for (const readme of ['README.md', 'db/README.md', 'test/README.md']) {
      const folder = readme.includes('/') ? readme.split('/')[0] : '.'
      for (const [, path] of read(readme).matchAll(
        /`((?:worker|site|db|test|\.ci)\/[\w./-]*|[\w-]+\.(?:toml|md|json))`/g,
      )) {
        const isThere =
          existsSync(join(ROOT, path as string)) || existsSync(join(ROOT, folder as string, path as string))
        if (!isThere) missing.push(`${readme}: ${path}`)
      }
    }
    expect(missing).toEqual([])
  })
})
