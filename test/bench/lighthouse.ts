import type { Flags } from 'lighthouse'
import { openChromium } from './chromium.ts'
import { openCompressingProxy } from './compressing-proxy.ts'
import { freePort, startLocalService } from './local-service.ts'
import { quantile } from './quantile.ts'

const PAGES = [
  '/fr/',
  '/en/',
  '/fr/programmes/regards-neufs/',
  '/en/programmes/regards-neufs/',
  '/fr/programmes/regards-neufs/mentor/',
  '/en/programmes/regards-neufs/mentee/',
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const RUNS = 3
const BAR = 100

type Scores = Record<(typeof CATEGORIES)[number], number>

export interface LighthouseRow extends Scores {
  page: string
  /** What kept a score below 100 in any run, with its own score from 0 to 100. */
  failing: string[]
}

/**
 * Lighthouse as a phone, in the four categories: the median of three runs of each page, out of 100. Text is compressed
 * on its way, as in a deployment.
 */
export async function measureLighthouse(): Promise<LighthouseRow[]> {
  const service = await startLocalService('armorique')
  const port = await freePort()
  const proxy = await openCompressingProxy(service.base)
  const browser = await openChromium([`--remote-debugging-port=${port}`])
  try {
    const rows: LighthouseRow[] = []
    for (const page of PAGES) rows.push(await auditPage(proxy.base, page, port))
    if (rows.some((row) => CATEGORIES.some((category) => row[category] < BAR))) process.exitCode = 1
    return rows
  } finally {
    await browser.close()
    proxy.close()
    await service.stop()
    service.forget()
  }
}

export function showLighthouse(rows: readonly LighthouseRow[]): void {
  console.table(rows.map(({ failing: _, ...scores }) => scores))
  for (const { page, failing } of rows) for (const one of failing) console.log(`${page}  ${one}`)
}

async function auditPage(base: string, page: string, port: number): Promise<LighthouseRow> {
  // It takes seconds to load, which no other bench should wait for.
  const { default: lighthouse } = await import('lighthouse')
  const scores: Record<string, number[]> = Object.fromEntries(CATEGORIES.map((category) => [category, []]))
  const failing = new Set<string>()
  for (let run = 0; run < RUNS; run++) {
    const flags: Flags = { port, logLevel: 'error', onlyCategories: [...CATEGORIES] }
    let lhr = (await lighthouse(base + page, flags))?.lhr
    // On a busy machine it sometimes misses the start of a page, and asks to be run again.
    for (let tries = 1; lhr?.runtimeError && tries < 4; tries++)
      lhr = (await lighthouse(base + page, flags))?.lhr
    if (!lhr || lhr.runtimeError) {
      throw new Error(`Lighthouse could not read ${page}: ${lhr?.runtimeError?.message}`)
    }
    const { categories, audits } = lhr
    for (const category of CATEGORIES) {
      const score = Math.round((categories[category]?.score ?? 0) * 100)
      scores[category]?.push(score)
      for (const { id, weight } of categories[category]?.auditRefs ?? []) {
        const audit = audits[id]
        if (!audit || audit.score === null || audit.score >= (weight > 0 ? 1 : 0.9)) continue
        const value = audit.displayValue ? ` (${audit.displayValue})` : ''
        failing.add(`${category}, weight ${weight}: ${id} ${Math.round(audit.score * 100)}${value}`)
      }
    }
  }
  const medians = Object.fromEntries(
    CATEGORIES.map((category) => [category, quantile(scores[category] ?? [], 0.5)]),
  )
  return { page, ...(medians as Scores), failing: [...failing].sort() }
}
