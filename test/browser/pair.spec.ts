import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectGoodLook, expectGoodPage, PHONE, SMALL_PHONE, signIn } from './look.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** One of the two: who acts without script, and who looks at the same page with a script that reads it. */
interface Somebody {
  language: 'fr' | 'en'
  page: Page
  eye: Page
}

test('a pair lives: it agrees, meets, tells how it was, takes notes and a break, asks for help, and parts (FR and EN, no script)', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, 'organiser@armorique.example')
  const began = await now(desk.request)
  const started = Date.now()
  const pair = await findPair(desk.request)
  const mentor = await enter(browser, desk.request, pair.mentor, 'fr')
  const mentee = await enter(browser, desk.request, pair.mentee, 'en')
  try {
    await prepare(desk.request, pair.id, mentor)
    await agree(pair.id, mentor, mentee)
    const session = await plan(pair.id, mentor, mentee)
    await meet(desk.request, session, mentor, mentee)
    await tell(mentee)
    await note(pair.id, mentor)
    await mistake(pair.id, mentor)
    await restAndReturn(desk.request, pair.id, mentor, mentee)
    await askForHelp(pair.id, mentee)
    await part(pair.id, mentor, mentee)
    await look(mentor, '/fr/me/preferences/')
    await look(mentee, '/en/me/')
  } finally {
    const passed = Date.now() - started
    await advance(desk.request, began + passed - (await now(desk.request)))
  }
})

async function now(request: APIRequestContext): Promise<number> {
  return Date.parse(((await (await request.get('/dev/clock')).json()) as { now: string }).now)
}

async function advance(request: APIRequestContext, advance_ms: number): Promise<void> {
  await request.post('/dev/clock', { data: { advance_ms } })
}

async function listOf<T>(request: APIRequestContext, path: string): Promise<T[]> {
  return ((await (await request.get(`/api/v1/${path}`)).json()) as { items: T[] }).items
}

interface Preparation {
  id: string
  pair: string
  role: string
  state: string
}

/** The last pair of the starting world whose mentor has a talk with a coach to come. */
async function findPair(request: APIRequestContext) {
  const pairs = await listOf<{ id: string; state: string; mentor: string; mentee: string }>(
    request,
    'pairs?limit=100',
  )
  const preparing = await openPreparations(request)
  const found = pairs.findLast(
    ({ id, state }) =>
      state === 'active' && preparing.some(({ pair, role }) => pair === id && role === 'mentor'),
  )
  if (!found) throw new Error('no pair of the starting world is being prepared')
  return found
}

async function openPreparations(request: APIRequestContext): Promise<Preparation[]> {
  const all = await listOf<Preparation>(request, 'preparations?limit=100')
  return all.filter(({ state }) => state === 'open')
}

async function enter(
  browser: Browser,
  organiser: APIRequestContext,
  person: string,
  language: 'fr' | 'en',
): Promise<Somebody> {
  const answer = await organiser.get(`/api/v1/employees/${encodeURIComponent(person)}`)
  const { email } = (await answer.json()) as { email: string }
  const page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
  await signIn(page, email)
  const storageState = await page.context().storageState()
  const eye = await (await browser.newContext({ viewport: SMALL_PHONE, storageState })).newPage()
  return { language, page, eye }
}

/** A page as it opens, then with everything unfolded: nothing for axe, nothing sideways at 320 px, a label on every control. */
async function look({ eye, page }: Somebody, path = new URL(page.url()).pathname): Promise<void> {
  await eye.goto(path)
  await expectGoodPage(eye, path)
  const folded = await eye.locator('main details:not([open])').count()
  await eye.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)
  if (folded > 0) await expectGoodLook(eye, `${path}, unfolded`)
  const nameless = await eye.evaluate<string[]>(
    `[...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')]
      .filter((one) => one.labels.length === 0 && !one.ariaLabel).map((one) => one.name)`,
  )
  expect.soft(nameless, `${path}: controls without a label`).toEqual([])
}

const pageOf = (pair: string, { language }: Somebody) => `/${language}/me/pairs/${pair}/`

/** What comes next is within reach of a thumb: its button stands in the first screen. */
async function takeNextStep(who: Somebody, title: RegExp): Promise<void> {
  const step = who.page.locator('.next-step')
  await expect(async () => {
    await who.page.goto(`/${who.language}/me/`)
    await expect(step).toContainText(title, { timeout: 500 })
  }).toPass({ timeout: 40_000 })
  const box = await step.getByRole('link').boundingBox()
  expect(box && box.y + box.height, `${title} in the first screen`).toBeLessThanOrEqual(PHONE.height)
  await look(who)
  await step.getByRole('link').click()
}

async function press({ page }: Somebody, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click()
}

async function unfold({ page }: Somebody, title: string): Promise<void> {
  await page.locator('summary', { hasText: title }).first().click()
}

/** P28, P29: the talk comes first, and the first date right after it. */
async function prepare(organiser: APIRequestContext, pair: string, mentor: Somebody): Promise<void> {
  await takeNextStep(mentor, /Une préparation vient d’abord/)
  await expect(mentor.page.getByRole('heading', { name: 'Avant la première séance' })).toBeVisible()
  await expect(mentor.page.getByRole('button', { name: 'Proposer' })).toHaveCount(0)
  await look(mentor)
  for (const { id } of (await openPreparations(organiser)).filter((one) => one.pair === pair)) {
    const closed = await organiser.post(`/api/v1/preparations/${id}/closure`, { data: { state: 'held' } })
    expect(closed.ok(), await closed.text()).toBe(true)
  }
}

/** D13: one writes, the other reads and accepts; then it is folded away. */
async function agree(pair: string, mentor: Somebody, mentee: Somebody): Promise<void> {
  const aims = 'Savoir présenter un projet sans s’y perdre.'
  await mentor.page.goto(pageOf(pair, mentor))
  await look(mentor)
  await unfold(mentor, 'Écrire notre accord')
  await mentor.page.getByLabel('Ce que nous visons').fill(aims)
  await mentor.page.getByLabel('À quel rythme').fill('Une heure toutes les trois semaines.')
  await mentor.page.getByLabel('De quelle façon').fill('Une question naïve est une bonne question.')
  await press(mentor, 'Enregistrer')
  await takeNextStep(mentee, /agreement/)
  await expect(mentee.page.getByRole('paragraph').filter({ hasText: aims })).toBeVisible()
  await look(mentee)
  await press(mentee, 'Accept these words')
  await expect(mentee.page.getByText('You accepted it on')).toBeVisible()
  await expect(mentee.page.getByRole('paragraph').filter({ hasText: aims })).toBeHidden()
  await unfold(mentee, 'Read our agreement')
  await expect(mentee.page.getByRole('paragraph').filter({ hasText: aims })).toBeVisible()
}

/** Proposed by one, moved by the other, accepted by the first. The address of the session. */
async function plan(pair: string, mentor: Somebody, mentee: Somebody): Promise<string> {
  await takeNextStep(mentor, /Proposez une première séance/)
  await press(mentor, 'Proposer')
  await expect(mentor.page).toHaveURL(/#sessions$/)
  await takeNextStep(mentee, /suggests a session/)
  await look(mentee)
  await unfold(mentee, 'Change the date')
  await mentee.page.locator('input[name=slot]').nth(1).check()
  await press(mentee, 'Propose this time')
  await mentor.page.goto(pageOf(pair, mentor))
  await look(mentor)
  await press(mentor, 'Accepter cette date')
  await mentor.page.getByRole('link', { name: /Changer ou annuler cette séance/ }).click()
  await expect(mentor.page.getByRole('link', { name: 'Ajouter à Outlook' })).toBeVisible()
  await look(mentor)
  return new URL(mentor.page.url()).pathname.split('/').at(-2) ?? ''
}

/** C17: one logs the real length, the other confirms it. */
async function meet(
  organiser: APIRequestContext,
  id: string,
  mentor: Somebody,
  mentee: Somebody,
): Promise<void> {
  const { starts_at } = (
    await listOf<{ id: string; starts_at: string }>(
      mentor.page.request,
      `pairs/${await pairOf(mentor)}/sessions`,
    )
  ).find((one) => one.id === id) as { starts_at: string }
  await advance(organiser, Date.parse(starts_at) + 65 * MINUTE_MS - (await now(organiser)))
  await takeNextStep(mentor, /Vous deviez voir/)
  await look(mentor)
  await mentor.page.getByRole('radio', { name: 'Oui, elle a eu lieu' }).check()
  await mentor.page.getByLabel('sa durée réelle').fill('50')
  await press(mentor, 'Noter')
  await takeNextStep(mentee, /take place/)
  await expect(mentee.page.getByText(/lasted 50/)).toBeVisible()
  await look(mentee)
  await press(mentee, 'Yes, I confirm')
  await expect(mentee.page.getByText('One session took place.')).toBeVisible()
}

async function pairOf({ page, language }: Somebody): Promise<string> {
  await page.goto(`/${language}/me/`)
  const href = await page.locator('.pair a[href*="/me/pairs/"]').first().getAttribute('href')
  return href?.split('/').at(-2) ?? ''
}

async function tell(mentee: Somebody): Promise<void> {
  await takeNextStep(mentee, /How was your session/)
  await mentee.page.locator('input[name=PU1][value="3"]').check()
  await press(mentee, 'Send my answer')
  await expect(mentee.page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
}

/** C23, W7: what is noted is kept, and changed from a fold. */
async function note(pair: string, mentor: Somebody): Promise<void> {
  await mentor.page.goto(pageOf(pair, mentor))
  await unfold(mentor, 'Noter quelque chose')
  await mentor.page.getByLabel('Ce que c’est').selectOption('idea')
  await mentor.page.getByLabel('En quelques mots').fill('Un déjeuner par trimestre entre équipes')
  await mentor.page.locator('form[action$="/takeaways"] button').click()
  await expect(mentor.page).toHaveURL(/#takeaways$/)
  await look(mentor)
  await unfold(mentor, 'Changer ou effacer')
  await press(mentor, /Nous l’avons essayée/)
  await expect(mentor.page.getByText('Essayée', { exact: true })).toBeVisible()
}

/** A form that is not whole is answered in words, and the way back leads to the page it came from. */
async function mistake(pair: string, mentor: Somebody): Promise<void> {
  await mentor.page.goto(pageOf(pair, mentor))
  await expect(mentor.page.getByLabel('Jour', { exact: true })).toBeHidden()
  await mentor.page.getByRole('radio', { name: 'Un autre moment' }).check()
  await expect(mentor.page.getByLabel('Jour', { exact: true })).toBeVisible()
  await press(mentor, 'Proposer')
  await expect(mentor.page.getByText('Il manque le jour ou l’heure.')).toBeVisible()
  await mentor.page.getByRole('link', { name: 'Revenir à la page d’avant' }).click()
  await expect(mentor.page).toHaveURL(new RegExp(`/fr/me/pairs/${pair}/`))
}

/** The break says until when, to both, and never who asked; either goes on when they like. */
async function restAndReturn(
  organiser: APIRequestContext,
  pair: string,
  mentor: Somebody,
  mentee: Somebody,
): Promise<void> {
  await unfold(mentor, 'Choisir le jour de la reprise')
  const until = new Date((await now(organiser)) + 20 * DAY_MS).toISOString().slice(0, 10)
  await mentor.page.getByLabel('Le binôme reprend le').fill(until)
  await press(mentor, 'Faire une pause')
  await mentee.page.goto(pageOf(pair, mentee))
  await expect(mentee.page.getByRole('heading', { name: 'Our break' })).toBeVisible()
  await expect(mentee.page.getByRole('button', { name: 'Propose', exact: true })).toHaveCount(0)
  await look(mentee)
  await press(mentee, 'Resume now')
  await expect(mentee.page.getByRole('heading', { name: 'Our sessions' })).toBeVisible()
}

/** C29: a press away from the top of the page, and the reader is named before a word is written. */
async function askForHelp(pair: string, mentee: Somebody): Promise<void> {
  await mentee.page.goto(pageOf(pair, mentee))
  await mentee.page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: 'Help' })
    .click()
  await mentee.page.getByRole('link', { name: 'Ask for help' }).click()
  await expect(mentee.page.getByText(/^Who reads you/)).toBeVisible()
  await look(mentee)
  await mentee.page.getByLabel('What you would like to say').fill('I do not know how to say it.')
  await press(mentee, 'Send')
  await expect(mentee.page.getByRole('heading', { name: 'Your requests' })).toBeVisible()
  await look(mentee)
}

/** C30, C31: what the other will read is shown word for word; then both read what comes next, in the same words. */
async function part(pair: string, mentor: Somebody, mentee: Somebody): Promise<void> {
  await mentor.page.goto(pageOf(pair, mentor))
  await mentor.page.getByRole('link', { name: 'Voir ce qui se passe si j’arrête' }).click()
  await expect(mentor.page.getByRole('heading', { name: /mot pour mot/ })).toBeVisible()
  await look(mentor)
  await press(mentor, 'Arrêter ce binôme')
  await expect(mentor.page.getByRole('heading', { name: 'Et maintenant' })).toBeVisible()
  await look(mentor)
  await mentee.page.goto(pageOf(pair, mentee))
  await expect(mentee.page.getByRole('heading', { name: 'And now' })).toBeVisible()
}
