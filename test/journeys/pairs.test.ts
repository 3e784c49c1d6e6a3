import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { DAY_MS } from '#domain/local-time.ts'
import { House } from '#test/house.ts'
import { type LivedPair, Season } from '#test/season.ts'

/** The command of the bench lives it with 300 pairs; here fewer show the same. */
const PAIRS = Number((env as { SEASON_PAIRS?: string }).SEASON_PAIRS ?? 12)
const WEEKS = 26

interface StoredTrouble {
  pair_id: string
  kind: string
  created_at: number
}

it(`a season of ${PAIRS} pairs: every pair ends lawfully, every trouble is seen in time, no mail is doubled, nothing is left to do`, async () => {
  const house = new House()
  house.now = Date.parse('2026-03-02T07:00:00Z')
  const season = new Season(house, 20_260_302)
  await season.begin(PAIRS)
  expect(season.lived).toHaveLength(PAIRS)
  const began = Date.now()
  await season.live()

  // What the doors refused is what people try too late, never a fault of ours.
  expect(season.refused.filter((line) => / 5\d\d|^task|^feedback/.test(line))).toEqual([])

  const pairs = await house.root.all('pairs')
  const endings = await house.db.all<{ state: string; ending: string | null }>(
    sql`SELECT state, ending FROM pairs`,
  )
  expect(pairs.filter(({ state }) => state !== 'ended')).toEqual([])
  const lawful = ['completed', 'separation', 'leaver', 'reorganisation']
  expect(endings.filter(({ ending }) => !lawful.includes(ending ?? ''))).toEqual([])

  const troubles = await house.db.all<StoredTrouble>(sql`SELECT pair_id, kind, created_at FROM troubles`)
  expect(missed(season.lived, troubles)).toEqual([])
  expect(await house.db.all(sql`SELECT id FROM troubles WHERE state = 'open'`)).toEqual([])

  expect(doubled(house)).toEqual([])
  expect(await season.tasksLeft()).toEqual([])
  const waiting = await house.db.all(sql`SELECT id FROM mails WHERE state = 'waiting'`)
  expect(waiting).toEqual([])

  const weekly = mailsPerPersonWeek(house)
  // Nobody is flooded: a busy week is a session proposed, planned, met and told about.
  expect(weekly.mean).toBeLessThan(2)
  console.log(
    JSON.stringify({
      pairs: pairs.length,
      requests: season.requests,
      seconds: Math.round((Date.now() - began) / 1000),
      endings: countBy(endings.map(({ ending }) => ending ?? 'none')),
      troubles: countBy(troubles.map(({ kind }) => kind)),
      lived: countBy(season.lived.flatMap(({ log }) => log.map(({ what }) => what))),
      refused: countBy(season.refused),
      mails: house.mails.length,
      mails_per_person_week: weekly,
    }),
  )
}, 3_600_000)

/** Troubles that the lived season knows of, by its own account, and that nobody opened within a day of their limit. */
function missed(lived: readonly LivedPair[], troubles: readonly StoredTrouble[]): string[] {
  return lived.flatMap((pair) => {
    const opened = (kind: string, from: number, until: number) =>
      troubles.some(
        ({ pair_id, kind: found, created_at }) =>
          pair_id === pair.id && found === kind && created_at >= from && created_at <= until,
      )
    const lines: string[] = []
    const over = pair.log.find(({ what }) => ['separated', 'left', 'moved under'].includes(what))?.at
    const isOver = (at: number) => over !== undefined && at >= over
    const planned = pair.log.find(({ what }) => what === 'planned')?.at ?? Number.POSITIVE_INFINITY
    // A preparation stops the clock, for at most the days until the organiser’s next morning.
    const late = pair.startedAt + 14 * DAY_MS
    if (planned > late && !isOver(late) && !opened('no-first-session', pair.startedAt, late + DAY_MS))
      lines.push(`${pair.id} has not met and nobody saw it`)
    const cancelled = pair.log.filter(({ what }) => what === 'cancelled' || what === 'held')
    for (const [at, entry] of cancelled.entries()) {
      const before = cancelled[at - 1]
      if (entry.what !== 'cancelled' || before?.what !== 'cancelled' || before.side !== entry.side) continue
      if (!isOver(entry.at + DAY_MS) && !opened('cancellations', before.at, entry.at + DAY_MS))
        lines.push(`${pair.id} was cancelled twice by one side and nobody saw it`)
    }
    for (const { what, at } of pair.log) {
      if (what === 'help' && !opened('help', at, at + DAY_MS) && !isOver(at + DAY_MS))
        lines.push(`${pair.id} asked for help and nobody saw it`)
    }
    return lines
  })
}

/** Mails that say the same to the same person within a day. */
function doubled(house: House): string[] {
  const seen = new Map<string, number>()
  const twice: string[] = []
  for (const { to, words, at } of house.mails) {
    const key = `${to}: ${words.subject} ${words.paragraphs.join(' ')} ${words.action?.href ?? ''}`
    const before = seen.get(key)
    if (before !== undefined && at - before < DAY_MS) twice.push(key.slice(0, 160))
    seen.set(key, at)
  }
  return twice
}

function mailsPerPersonWeek(house: House): { mean: number; p95: number; most: number } {
  const counts = new Map<string, number>()
  const people = new Set<string>()
  for (const { to, at } of house.mails) {
    if (to.startsWith('organiser')) continue
    people.add(to)
    const key = `${to}:${Math.floor(at / (7 * DAY_MS))}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const all = [...counts.values()].sort((a, b) => a - b)
  const total = all.reduce((sum, count) => sum + count, 0)
  return {
    mean: Number((total / (people.size * WEEKS)).toFixed(2)),
    p95: all[Math.floor(all.length * 0.95)] ?? 0,
    most: all.at(-1) ?? 0,
  }
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
