import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Browser, devices, type Page, type Response } from '@playwright/test'
import { openChromium } from './chromium.ts'
import { startLocalService } from './local-service.ts'
import { walkPublicPages } from './weight-walk.ts'

/** In thousands of bytes, headers included. */
const PAGE_KB_MAX = 40
const QUESTIONNAIRE_KB_MAX = 70
/** The page that matches files by itself brings the whole engine along, so that it goes on when the network is cut. */
const ENGINE_KB_MAX = 150
const ENGINE = /^\/(?:fr|en)\/try\/$/
const QUESTIONNAIRE = /\/programmes\/[^/]+\/(?:mentor|mentee|both)\/$/

export interface PageWeight {
  page: string
  /** As gzip at its default level makes it; the bar is held to this one. */
  kb_gzip: number
  /** As Cloudflare makes it on the way for browsers that know Brotli. */
  kb_brotli: number
  requests: number
  third_party: number
  fonts: number
  layout_shift: number
  bar_kb: number
  missed: string
}

/**
 * What a first visit to each public page costs over the wire, in Chromium as a phone, with an empty cache and script on.
 * The local service does not compress, so each body is compressed here; what is compressed already counts as it is.
 * Header lines are counted whole. A questionnaire is counted with all its steps and folds open.
 */
export async function measureWeights(): Promise<PageWeight[]> {
  const service = await startLocalService('armorique')
  const browser = await openChromium()
  try {
    const rows: PageWeight[] = []
    for (const path of await walkPublicPages(service.base)) {
      rows.push(await weigh(browser, service.base, path))
    }
    if (rows.some(({ missed }) => missed !== '')) process.exitCode = 1
    return rows
  } finally {
    await browser.close()
    await service.stop()
    service.forget()
  }
}

export function showWeights(rows: readonly PageWeight[]): void {
  console.table(rows)
  const missed = rows.filter((row) => row.missed !== '')
  const heaviest = [...rows].sort((one, other) => other.kb_gzip - one.kb_gzip)[0]
  console.log(
    `${rows.length} pages; the heaviest is ${heaviest?.page} with ${heaviest?.kb_gzip} KB (gzip), ${heaviest?.kb_brotli} KB (brotli); ` +
      (missed.length ? `${missed.length} miss a bar.` : 'every bar is met.'),
  )
}

async function weigh(browser: Browser, base: string, path: string): Promise<PageWeight> {
  const context = await browser.newContext(devices['Pixel 7'])
  const page = await context.newPage()
  const answers: Response[] = []
  page.on('response', (answer) => {
    if (/^https?:/.test(answer.url())) answers.push(answer)
  })
  await page.addInitScript(WATCH_SHIFTS)
  await page.goto(base + path, { waitUntil: 'networkidle' })
  const isQuestionnaire = QUESTIONNAIRE.test(path)
  const layout_shift = await page.evaluate<number>('window.shifted')
  if (isQuestionnaire) await openEveryStep(page)
  await fetchIcon(page)
  const sizes = await Promise.all(answers.map(sizeOf))
  await context.close()
  const sum = (pick: (size: Size) => number) =>
    Math.round(sizes.reduce((all, size) => all + pick(size), 0) / 10) / 100
  const row = {
    page: path,
    kb_gzip: sum(({ headers, gzip }) => headers + gzip),
    kb_brotli: sum(({ headers, brotli }) => headers + brotli),
    requests: answers.length,
    third_party: answers.filter((answer) => new URL(answer.url()).origin !== base).length,
    fonts: answers.filter((answer) => answer.request().resourceType() === 'font').length,
    layout_shift: Math.round(layout_shift * 10_000) / 10_000,
    bar_kb: isQuestionnaire ? QUESTIONNAIRE_KB_MAX : ENGINE.test(path) ? ENGINE_KB_MAX : PAGE_KB_MAX,
  }
  const missed = [
    row.kb_gzip > row.bar_kb && 'weight',
    row.third_party > 0 && 'third party',
    row.fonts > 0 && 'font',
    row.layout_shift > 0 && 'layout shift',
  ]
  return { ...row, missed: missed.filter(Boolean).join(', ') }
}

/** Adds up what moved without anybody having touched the page (Layout Instability, W3C). */
const WATCH_SHIFTS = `
  window.shifted = 0
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value
  }).observe({ type: 'layout-shift', buffered: true })`

/** Goes through all parts, opens all folds and types into what is searched: whatever comes late has come then. */
async function openEveryStep(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (const link of document.querySelectorAll('.qn-path a')) {
      link.click()
      await new Promise((wake) => setTimeout(wake, 50))
      for (const fold of document.querySelectorAll('details')) fold.open = true
      for (const field of document.querySelectorAll('input[type=search], input[role=combobox]')) {
        field.focus()
        field.value = 'a'
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
    }
  })()`)
  await page.waitForLoadState('networkidle')
}

/** Headless Chromium leaves the icon out; visitors’ browsers ask for it. */
async function fetchIcon(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const icon = document.querySelector('link[rel~=icon]')
    if (icon) await (await fetch(icon.href)).arrayBuffer()
  })()`)
}

interface Size {
  headers: number
  gzip: number
  brotli: number
}

async function sizeOf(answer: Response): Promise<Size> {
  const lines = await answer.headersArray()
  const headers = lines.reduce((all, { name, value }) => all + name.length + value.length + 4, 0)
  // A redirection has no body of its own.
  const body = await answer.body().catch(() => Buffer.alloc(0))
  const gzip = gzipSync(body, { level: 6 }).byteLength
  // The level at which Cloudflare compresses while it sends.
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  const brotli = brotliCompressSync(body, options).byteLength
  const whole = body.byteLength
  return { headers, gzip: Math.min(gzip, whole), brotli: Math.min(brotli, whole) }
}
