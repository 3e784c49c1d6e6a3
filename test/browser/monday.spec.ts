import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { LANGUAGES } from '#domain/language.ts'
import { DESKTOP, expectGoodLook, expectGoodPage, OPEN_PROGRAMME, PHONE, signIn } from './look.ts'

const ORGANISER = 'organiser@armorique.example'
const PLACE = 'Salle des Glycines'
const IDEA = 'Un café des métiers, chaque premier jeudi.'
const HOUR_MS = 3_600_000

interface Pair {
  id: string
  state: string
  programme: string
  mentor: string
  mentee: string
  people: Record<'mentor' | 'mentee', { name: string }>
}

test('on Monday an organiser reads what a task would send, sends it, and the task is gone (P34, C29)', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize(DESKTOP)
  await signIn(page, ORGANISER)
  const pair = await liveThrough(browser, page.request)
  const names = `${pair.people.mentor.name}\u00a0– ${pair.people.mentee.name}`
  const lineOf = (task: string) => page.getByRole('listitem').filter({ hasText: `${task}: ${names}` })
  const line = lineOf('Chercher un autre rythme\u00a0')
  await expect(async () => {
    await page.goto('/fr/console/', { waitUntil: 'networkidle' })
    await expect(line).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

  await page.goto('/en/console/', { waitUntil: 'networkidle' })
  const english = lineOf('Look for another rhythm')
  await english.getByRole('button', { name: 'Write to them' }).click()
  await expect(english.getByRole('button', { name: 'Send' })).toBeVisible()
  await expectGoodPage(page, 'a preview in English')

  await page.goto('/fr/console/', { waitUntil: 'networkidle' })
  const numbers = page.getByRole('region', { name: 'Vos programmes en cinq nombres' })
  await expect(numbers.getByRole('term')).toHaveCount(5)
  const problems = numbers.locator('.number-of', { hasText: 'À regarder' }).locator('.number-value')
  const before = Number(await problems.textContent())
  await expect(line.locator('.visually-hidden').first()).toHaveText('pressant\u00a0:')
  await expectGoodPage(page, 'the Monday page')

  await readByKeyboard(page, line)
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    await expectGoodPage(page, `a preview at ${viewport.width}`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectGoodLook(page, 'a preview in the dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESKTOP)

  await expect(line.locator('blockquote').first()).toContainText(pair.people.mentor.name)
  await expect(line.locator('blockquote').last()).toContainText('Un rythme qui tienne pour votre binôme')
  await line.getByLabel('Ce que vous avez fait ou convenu').fill('Trente minutes, le mardi matin.')
  await line.getByRole('button', { name: 'Envoyer' }).click()
  await expect(line).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText('C’est fait')
  await expect(problems).toHaveText(String(before - 1))
  await expect(page.locator('.task-groups :focus')).toHaveCount(1)
  await page.reload({ waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { name: 'À faire' })).toBeVisible()
  await expect(line).toHaveCount(0)

  await readPair(page, pair)
  await decideIdea(page, pair.programme)
})

test('the pages of the life of pairs suit everybody, on a phone and a desktop, in both languages', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize(DESKTOP)
  await signIn(page, ORGANISER)
  const [pair] = await activePairs(page.request)
  const p = `?p=${pair?.programme}`
  const pages = [
    `life/?id=${pair?.id}`,
    `programme/${p}#referent`,
    `path/${p}`,
    `preparations/${p}`,
    `outcomes/${p}`,
    'help/',
    'team/',
  ]
  for (const language of LANGUAGES) {
    // The first page in French is that of the test above.
    for (const path of language === 'en' ? ['', ...pages] : pages) {
      const address = `/${language}/console/${path}`
      await page.goto(address, { waitUntil: 'networkidle' })
      await expect(page.locator('main h1')).not.toBeEmpty()
      await expect(page.locator('main [role=alert]')).toHaveCount(0)
      await page.setViewportSize(DESKTOP)
      await expectGoodPage(page, address)
      await page.setViewportSize(PHONE)
      await expectGoodLook(page, `${address} on a phone`)
    }
  }
})

test('a task that names a part of a page leads to that part', async ({ page }) => {
  await page.setViewportSize(DESKTOP)
  await signIn(page, ORGANISER)
  await page.goto(`/fr/console/programme/?p=${OPEN_PROGRAMME}#referent`, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { name: 'Personne référente' })).toBeInViewport()
  const [pair] = await activePairs(page.request)
  await page.goto(`/fr/console/life/?id=${pair?.id}#history`, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { name: 'Ce qui s’est passé' })).toBeInViewport()
})

/** Enter opens the preview, Escape closes it and gives the focus back, Enter opens it again. */
async function readByKeyboard(page: Page, line: ReturnType<Page['locator']>): Promise<void> {
  const button = line.getByRole('button', { name: /^Leur écrire/ })
  const send = line.getByRole('button', { name: 'Envoyer' })
  await line.getByRole('link').focus()
  await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(send).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(line.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(send).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(send).toBeVisible()
}

/** The page of the pair tells what was settled and who called off how often, and neither where they meet nor why. */
async function readPair(page: Page, { id, people }: Pair): Promise<void> {
  await page.goto(`/fr/console/life/?id=${id}`, { waitUntil: 'networkidle' })
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(`${people.mentor.name} et ${people.mentee.name}`)
  await expect(page.getByRole('region', { name: 'À regarder' })).toContainText('réglé')
  await expect(page.getByRole('region', { name: 'Séances' })).toContainText(/2 côté personne mentorée/)
  await expect(page.locator('main')).not.toContainText(PLACE)
  await expectGoodPage(page, 'the page of a pair with a past')
}

/** What becomes of a shared idea is saved at once, and taken back by one button (W13). */
async function decideIdea(page: Page, programme: string): Promise<void> {
  await page.goto(`/fr/console/outcomes/?p=${programme}`, { waitUntil: 'networkidle' })
  const state = page.getByRole('combobox', { name: IDEA })
  await expect(state).toHaveValue('new')
  await state.selectOption('adopted')
  await expect(page.getByRole('status')).toContainText('idée adoptée')
  await expectGoodPage(page, 'an idea that was decided')
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(state).toHaveValue('new')
}

async function activePairs(organiser: APIRequestContext): Promise<Pair[]> {
  const answer = await organiser.get('/api/v1/pairs?limit=100')
  const { items } = (await answer.json()) as { items: Pair[] }
  return items.filter(({ state }) => state === 'active')
}

/** A pair plans two sessions, both of which the mentee calls off; their mentor shares an idea. */
async function liveThrough(browser: Browser, organiser: APIRequestContext): Promise<Pair> {
  const open = await organiser.get('/api/v1/preparations?state=open&limit=100')
  const { items: talks } = (await open.json()) as { items: { id: string; pair: string }[] }
  // From the end: other tests let the first pair meet.
  const pair = (await activePairs(organiser)).at(-1)
  if (!pair) throw new Error('no pair of the starting world has begun')
  for (const { id } of talks.filter((talk) => talk.pair === pair.id)) {
    const data = { state: 'held', outcome: 'Un bel échange.' }
    await organiser.post(`/api/v1/preparations/${id}/closure`, { data })
  }
  const mentor = await openSpace(browser, organiser, pair.mentor)
  const mentee = await openSpace(browser, organiser, pair.mentee)
  const { now } = (await (await organiser.get('/dev/clock')).json()) as { now: string }
  for (const hours of [48, 72]) {
    const starts_at = new Date(Date.parse(now) + hours * HOUR_MS).toISOString()
    const data = { starts_at, minutes: 60, place: PLACE }
    const proposed = await mentor.post(`/api/v1/pairs/${pair.id}/sessions`, { data })
    expect(proposed.status(), await proposed.text()).toBe(201)
    const { id } = (await proposed.json()) as { id: string }
    await mentee.post(`/api/v1/sessions/${id}/acceptance`)
    const cancelled = await mentee.post(`/api/v1/sessions/${id}/cancellation`)
    expect(cancelled.ok(), await cancelled.text()).toBe(true)
  }
  const idea = { kind: 'idea', text: IDEA, shared: true }
  const noted = await mentor.post(`/api/v1/pairs/${pair.id}/takeaways`, { data: idea })
  expect(noted.ok(), await noted.text()).toBe(true)
  return pair
}

async function openSpace(browser: Browser, organiser: APIRequestContext, person: string) {
  const answer = await organiser.get(`/api/v1/employees/${encodeURIComponent(person)}`)
  const { email } = (await answer.json()) as { email: string }
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  return page.request
}
