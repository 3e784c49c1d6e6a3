import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  expect as promptly,
  test,
} from '@playwright/test'
import { DESKTOP, expectGoodPage, PHONE, signIn } from './look.ts'

/** A run may be matched again for a page, on a machine that is busy with other things. */
const expect = promptly.configure({ timeout: 25_000 })

const COHORT = 'numerique-a-deux-voix'

/** The session of the organiser, who signs in once for all tests here. */
let session: BrowserContextOptions['storageState']

async function asOrganiser(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  if (session) return (await browser.newContext({ ...options, storageState: session })).newPage()
  const page = await (await browser.newContext(options)).newPage()
  await signIn(page, 'organiser@armorique.example')
  session = await page.context().storageState()
  return page
}

interface Proposed {
  id: string
  mentor: string
  mentee: string
}

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`)
  expect(answer.ok(), path).toBe(true)
  return (await answer.json()) as T
}

test('an organiser reads why these two, who else it could be, and keeps a pair together', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const desk = await asOrganiser(browser, { viewport: DESKTOP })
  const { items: runs } = await read<{ items: { id: string; matched: number | null }[] }>(
    desk,
    `/programmes/${COHORT}/match-runs`,
  )
  const run = runs.find(({ matched }) => (matched ?? 0) > 0)!
  const { items } = await read<{ items: Proposed[] }>(desk, `/match-runs/${run.id}/proposals?limit=100`)

  // From the row of a proposal to its page.
  await desk.goto(`/fr/console/run/?id=${run.id}&proposal=${items[0]!.id}`)
  await desk.getByRole('link', { name: 'Lire pourquoi en détail' }).click()
  await desk.waitForURL('**/fr/console/pair/**')
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Pourquoi')
  await expect(desk.locator('.criteria tbody tr')).toHaveCount(7)
  const said = await desk.locator('.criteria tbody .criterion-points').allTextContents()
  const points = said.map((text) => Number(/^\d+/.exec(text)?.[0] ?? 0))
  const total = Number(/^\d+/.exec((await desk.locator('.criteria tfoot td').textContent()) ?? '')?.[0])
  expect(points.reduce((sum, each) => sum + each, 0)).toBe(total)
  await expect(desk.locator('#passed li').first()).toBeVisible()
  await expectGoodPage(desk, 'why these two')

  // Who else it could be, and a decision that can be undone.
  await expect(desk.locator('#others')).toContainText('Un autre mentor pour')
  const decide = desk.locator('.pair-decision')
  await decide.getByRole('button', { name: 'Garder ensemble' }).click()
  await expect(decide).toContainText('À garder ensemble')
  await expectGoodPage(desk, 'why these two, decided')
  const { mentor, mentee } = items[0]!
  const isLocked = async () => {
    const { items: locks } = await read<{ items: Proposed[] }>(desk, `/programmes/${COHORT}/locks`)
    return locks.some((lock) => lock.mentor === mentor && lock.mentee === mentee)
  }
  expect(await isLocked()).toBe(true)
  await desk.goto(`/fr/console/matching/?p=${COHORT}`)
  await expect(desk.locator('#decided')).toContainText('À garder ensemble')
  await expectGoodPage(desk, 'matching settings')
  await desk.locator('#decided').getByRole('button', { name: 'Annuler ce choix' }).first().click()
  await expect(desk.locator('#decided').getByRole('button', { name: 'Garder ensemble' })).toBeVisible()
  expect(await isLocked()).toBe(false)
  await desk.context().close()
})

test('the pages that explain a run suit everybody, on a phone and a desktop, in both languages', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const start = await asOrganiser(browser, { viewport: DESKTOP })
  const { items: runs } = await read<{ items: { id: string; matched: number | null }[] }>(
    start,
    `/programmes/${COHORT}/match-runs`,
  )
  const run = runs.find(({ matched }) => (matched ?? 0) > 0)!.id
  const { items: proposals } = await read<{ items: Proposed[] }>(start, `/match-runs/${run}/proposals`)
  const { items: waiting } = await read<{ items: { person: string; role: string }[] }>(
    start,
    `/match-runs/${run}/waiting`,
  )
  await start.context().close()
  const paths = [
    `pair/?run=${run}&proposal=${proposals[0]!.id}`,
    ...waiting.slice(0, 1).map(({ person, role }) => `waiting/?run=${run}&role=${role}&person=${person}`),
    `compare/?run=${run}`,
    `insight/?run=${run}`,
    `matching/?p=${COHORT}`,
  ]
  for (const [language, viewport, colorScheme] of [
    ['fr', PHONE, 'light'],
    ['en', DESKTOP, 'light'],
    ['en', PHONE, 'dark'],
  ] as const) {
    const page = await asOrganiser(browser, { viewport, colorScheme })
    for (const path of paths) {
      await page.goto(`/${language}/console/${path}`)
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      await expect(page.locator('.console-failure')).toHaveCount(0)
      await expectGoodPage(page, `/${language}/console/${path} at ${viewport.width}, ${colorScheme}`)
    }
    await page.context().close()
  }
})
