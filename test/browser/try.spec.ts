import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import * as v from 'valibot'
import { matchMapping, matchSettings } from '#contract/match-settings.ts'
import { makeWorkbook } from '../support/workbook.ts'
import { DESKTOP, expectGoodPage, PHONE, SMALL_PHONE } from './look.ts'

const CSV = 'text/csv'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const READY = { fr: /Vous pouvez couper le réseau/, en: /You may switch off the network/ }

/** Opens the page, waits until it needs nothing more, and then writes down every request it makes. */
async function openTry(page: Page, language: 'fr' | 'en'): Promise<string[]> {
  await page.goto(`/${language}/try/`, { waitUntil: 'networkidle' })
  await expect(page.getByText(READY[language])).toBeVisible()
  const requests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) requests.push(request.url())
  })
  return requests
}

async function put(
  page: Page,
  role: 'mentor' | 'mentee',
  name: string,
  text: string | Uint8Array,
): Promise<void> {
  const mimeType = name.endsWith('.xlsx') ? XLSX : CSV
  await page
    .locator(`[data-zone=${role}] input`)
    .setInputFiles({ name, mimeType, buffer: Buffer.from(text as string) })
}

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await download.path(), 'utf8')
}

const says = (page: Page) => page.locator('[data-part=says]')

for (const [language, options] of [
  ['fr', { viewport: PHONE }],
  ['fr', { viewport: DESKTOP }],
  ['en', { viewport: PHONE, colorScheme: 'dark' }],
  ['en', { viewport: DESKTOP, colorScheme: 'dark' }],
  ['fr', { viewport: SMALL_PHONE }],
] as const) {
  test(`a visitor sees pairs and their reasons within seconds, and nothing leaves (${language}, ${JSON.stringify(options)})`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext(options)).newPage()
    const requests = await openTry(page, language)
    await expectGoodPage(page, 'before any file')
    await page.locator('[data-do=example]').click()
    await expect(says(page)).toHaveText(
      language === 'fr' ? /^\d+ binômes, \d+ personnes sans/ : /^\d+ pairs, \d+ people without/,
    )
    await expectGoodPage(page, 'with the example')
    await page.locator('.try-pairs tbody button').first().click()
    await expect(page.locator('.try-reasons li')).toHaveCount(7)
    await page.locator('.try-columns > summary').click()
    const settings = page.locator('.try-settings details')
    if ((await settings.getAttribute('open')) === null) await settings.locator('summary').click()
    await expectGoodPage(page, 'with everything open')
    expect(requests).toEqual([])
    await page.context().close()
  })
}

test('a slider matches again at once, without the network, and the table sorts and searches', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await openTry(page, 'fr')
  await page.context().setOffline(true)
  await page.locator('[data-do=example]').click()
  await expect(page.locator('.try-pairs tbody').first()).toBeVisible()
  const mean = page.locator('.number-value').nth(1)
  const before = await mean.textContent()
  const need = page.locator('input[name=need]')
  await need.focus()
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowLeft')
  await expect(mean).not.toHaveText(before ?? '')
  await expect(page.locator('[data-share=need]')).toHaveText(/^0/)
  await page.getByRole('button', { name: 'Réglage de départ' }).click()
  await expect(mean).toHaveText(before ?? '')

  await page.locator('th[data-key=mentee] button').click()
  await expect(page.locator('th[data-key=mentee]')).toHaveAttribute('aria-sort', 'ascending')
  const names = await page.locator('td[data-key=mentee] strong').allTextContents()
  expect(names).toEqual([...names].sort(new Intl.Collator('fr').compare))
  await page.getByRole('searchbox').fill('helene')
  await expect(page.locator('.try-pairs tbody')).toHaveCount(1)
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.context().close()
})

test('a workbook and a CSV are read, columns about the person are never read, and a guess is corrected for the visit', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  const requests = await openTry(page, 'fr')
  const mentors = makeWorkbook([
    ['Nom complet', 'Âge', 'Truc'],
    ['Malo', '28', 'Instagram'],
    ['<b>Inès</b>', '31', 'Négocier'],
  ])
  await put(page, 'mentor', 'mentors.xlsx', mentors)
  await put(
    page,
    'mentee',
    'mentees.csv',
    'Nom complet;Souhaits\nPaul;négocier\nAnne;Instagram\n=Tom;blockchain\n',
  )
  await expect(says(page)).toHaveText('2 binômes, 1 personne sans binôme.')
  await expect(page.locator('[data-zone=mentor] [data-part=state]')).toHaveText('mentors.xlsx · 2 personnes')
  await expect(page.getByText('<b>Inès</b>').first()).toBeVisible()
  await page.locator('.try-columns > summary').click()
  await expect(page.locator('tr.is-refused')).toContainText(['Âge'])
  await expect(page.locator('tr.is-refused select')).toHaveCount(0)

  const csv = await saved(page, () => page.getByRole('button', { name: 'Sans binôme (CSV)' }).click())
  expect(csv).toContain("'=Tom")
  const html = await saved(page, () => page.getByRole('button', { name: 'Rapport (HTML)' }).click())
  expect(html).toContain('&#60;b&#62;Inès')

  const columns = await saved(page, () => page.getByRole('button', { name: 'ces colonnes' }).click())
  expect(v.parse(matchMapping, JSON.parse(columns))).toEqual({
    mentors: { 'Nom complet': 'name', Truc: 'offers' },
    mentees: { 'Nom complet': 'name', Souhaits: 'wants' },
    grades: [],
  })
  const settings = await saved(page, () => page.getByRole('button', { name: 'ces réglages' }).click())
  expect(v.parse(matchSettings, JSON.parse(settings))).toMatchObject({ kind: 'reverse', capacity: 1 })

  await page.getByLabel('Ce que contient la colonne « Truc »').selectOption('ignored')
  await expect(says(page)).toHaveText(/^2 binômes/)
  await expect(page.locator('.try-lines li', { hasText: 'Un sujet à transmettre' }).last()).toContainText(
    'rien à vérifier',
  )
  expect(requests).toEqual([])

  await page.reload()
  await put(page, 'mentor', 'mentors.xlsx', mentors)
  await put(page, 'mentee', 'mentees.csv', 'Nom complet;Souhaits\nPaul;négocier\n')
  await expect(says(page)).toHaveText(/^1 binôme/)
  await expect(page.getByLabel('Ce que contient la colonne « Truc »')).toHaveValue('ignored')
  await page.context().close()
})

test('a file that cannot be read says what to do, and what was there stays', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: PHONE })).newPage()
  await openTry(page, 'en')
  await page.locator('[data-do=example]').click()
  await expect(says(page)).toHaveText(/pairs/)
  await put(page, 'mentor', 'broken.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))
  await expect(page.locator('[data-zone=mentor] [data-part=state]')).toContainText('Save the sheet as XLSX')
  await expect(page.locator('.try-pairs tbody').first()).toBeVisible()
  await expectGoodPage(page, 'with a broken file')
  await page.context().close()
})

test('500 by 500 people do not freeze the page', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await openTry(page, 'en')
  const topics = ['Instagram', 'Negotiating', 'Chess', 'Gardening', 'Blockchain']
  const list = (title: string) =>
    `Full name,${title},Level (number)\n${Array.from({ length: 500 }, (_, n) => `${title} ${n},${topics[n % 5]} ; ${topics[(n * 7 + 3) % 5]},${title === 'Topics offered' ? 1 : 3}`).join('\n')}`
  await put(page, 'mentor', 'mentors.csv', list('Topics offered'))
  await page.evaluate(`
    window.longest = 0
    let last = performance.now()
    const beat = (now) => { window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(beat) }
    requestAnimationFrame(beat)
  `)
  await put(page, 'mentee', 'mentees.csv', list('Topics wanted'))
  await expect(says(page)).toHaveText(/^500 pairs/, { timeout: 30_000 })
  await page.waitForTimeout(300)
  expect(await page.evaluate<number>('window.longest')).toBeLessThan(1000)
  await expect(page.getByRole('button', { name: 'Show 50 more' })).toBeVisible()
  await page.context().close()
})

test('without script the page says so, and how to do the same on the command line', async ({ browser }) => {
  for (const language of ['fr', 'en']) {
    const page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
    await page.goto(`/${language}/try/`)
    await expect(page.getByText('npm run match --')).toBeVisible()
    await expect(page.locator('try-match')).toBeHidden()
    await page.context().close()
  }
})
