import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectGoodPage, PHONE, SMALL_PHONE, signIn, waitForMail } from './look.ts'

const MINUTE_MS = 60_000
/** What the page may cost, from the link of the mail to the thanks. */
const BUDGET = { seconds: 30, requests: 5, bytes: 30 * 1024 }

const READERS = [
  {
    language: 'fr',
    role: 'mentor',
    mail: /Comment s’est passée votre séance/,
    group: 'Cette séance m’a été utile.',
    most: '4 tout à fait',
    contact: 'Je souhaite qu’on me contacte.',
    reader: /lu par/,
    send: 'Envoyer ma réponse',
    thanks: 'Merci',
  },
  {
    language: 'en',
    role: 'mentee',
    mail: /Comment s’est passée votre séance|How was your session/,
    group: 'This session was useful to me.',
    most: '4 very much',
    contact: 'I would like someone to contact me.',
    reader: /read by/,
    send: 'Send my answer',
    thanks: 'Thank you',
  },
] as const

test('a pair meets, both are asked how it was, and answer by keyboard alone, without script, within 30 seconds', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, 'organiser@armorique.example')
  const moved = await openWorkingDay(desk.request)
  try {
    const addresses = await holdSession(browser, desk.request)
    for (const reader of READERS) {
      const mail = await waitForMail(desk, addresses[reader.role], reader.mail)
      const link = new URL(mail.link ?? '')
      link.pathname = link.pathname.replace(/^\/(fr|en)\//, `/${reader.language}/`)
      await lookAt(browser, link.href, reader)
      await answerByKeyboard(browser, link.href, reader)
    }
  } finally {
    await desk.request.post('/dev/clock', { data: { advance_ms: -moved } })
  }
})

/** Nobody is written to at night nor at the weekend: the clock goes on to ten in the morning of the next working day. */
async function openWorkingDay(request: APIRequestContext): Promise<number> {
  const { now } = (await (await request.get('/dev/clock')).json()) as { now: string }
  const wished = new Date(now)
  if (wished.getUTCHours() >= 10) wished.setUTCDate(wished.getUTCDate() + 1)
  wished.setUTCHours(10, 0, 0, 0)
  while ([0, 6].includes(wished.getUTCDay())) wished.setUTCDate(wished.getUTCDate() + 1)
  const moved = wished.getTime() - Date.parse(now)
  await request.post('/dev/clock', { data: { advance_ms: moved } })
  return moved
}

/** Two people of the starting world meet, and one of them logs it; the address of each. */
async function holdSession(browser: Browser, organiser: APIRequestContext) {
  const { items } = (await (await organiser.get('/api/v1/pairs?limit=100')).json()) as {
    items: { id: string; state: string; mentor: string; mentee: string }[]
  }
  for (const pair of items.filter(({ state }) => state === 'active')) {
    const mentor = await openSpace(browser, organiser, pair.mentor)
    const mentee = await openSpace(browser, organiser, pair.mentee)
    const { now } = (await (await organiser.get('/dev/clock')).json()) as { now: string }
    const starts_at = new Date(Date.parse(now) + 31 * MINUTE_MS).toISOString()
    const proposed = await mentor.page.request.post(`/api/v1/pairs/${pair.id}/sessions`, {
      data: { starts_at, minutes: 30 },
    })
    // A pair that is still being prepared cannot meet yet: another one can.
    if (proposed.status() !== 201) continue
    const { id } = (await proposed.json()) as { id: string }
    await mentee.page.request.post(`/api/v1/sessions/${id}/acceptance`)
    await organiser.post('/dev/clock', { data: { advance_ms: 65 * MINUTE_MS } })
    const logged = await mentee.page.request.post(`/api/v1/sessions/${id}/log`, {
      data: { held: true, minutes: 30 },
    })
    expect(logged.ok(), await logged.text()).toBe(true)
    return { mentor: mentor.email, mentee: mentee.email }
  }
  throw new Error('no pair of the starting world can meet')
}

async function openSpace(browser: Browser, organiser: APIRequestContext, person: string) {
  const answer = await organiser.get(`/api/v1/employees/${encodeURIComponent(person)}`)
  const { email } = (await answer.json()) as { email: string }
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  return { page, email }
}

/** What axe and a screen reader find, in both colours and on a small phone. Opening the link changes nothing. */
async function lookAt(browser: Browser, link: string, reader: (typeof READERS)[number]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ viewport: SMALL_PHONE, colorScheme })).newPage()
    await page.goto(link)
    await expectGoodPage(page, `pulse, ${reader.language}, ${colorScheme}`)
    const group = page.getByRole('group', { name: reader.group })
    await expect(group.getByRole('radio')).toHaveCount(5)
    await expect(group.getByRole('radio', { name: reader.most })).toHaveCount(1)
    await expect(page.getByRole('checkbox', { name: reader.contact })).toHaveAccessibleDescription(
      reader.reader,
    )
    await page.context().close()
  }
}

async function answerByKeyboard(
  browser: Browser,
  link: string,
  { language, send, thanks }: (typeof READERS)[number],
): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  const cost = await countCost(page)
  const began = Date.now()
  await page.goto(link)
  for (const key of ['PU1', 'PU2', 'PU3', 'PU4', 'PUF']) {
    await tabTo(page, `input[name=${key}]`)
    await page.waitForTimeout(1_500)
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(250)
    }
    await expect(page.locator(`input[name=${key}][value="3"]`)).toBeChecked()
  }
  await tabTo(page, 'main button')
  await expect(page.getByRole('button', { name: send })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(thanks)
  await page.waitForLoadState('networkidle')
  const seconds = (Date.now() - began) / 1000
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${language}/feedback/`))
  const told = `${seconds} seconds, ${cost.requests.length} requests, ${cost.bytes} bytes`
  test.info().annotations.push({ type: `pulse, ${language}`, description: told })
  expect(seconds, told).toBeLessThanOrEqual(BUDGET.seconds)
  expect(cost.requests.length, cost.requests.join('\n')).toBeLessThanOrEqual(BUDGET.requests)
  expect(cost.bytes, told).toBeGreaterThan(1_000)
  expect(cost.bytes, told).toBeLessThanOrEqual(BUDGET.bytes)
  await context.close()

  const after = await (await browser.newContext({ viewport: SMALL_PHONE })).newPage()
  await after.goto(link)
  await expectGoodPage(after, `pulse, thanks, ${language}`)
  await expect(after.getByRole('radio')).toHaveCount(0)
  await after.context().close()
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}

/** Every request that leaves the browser for a page, and the bytes that come over the wire, headers included. */
async function countCost(page: Page): Promise<{ requests: string[]; bytes: number }> {
  const cost = { requests: [] as string[], bytes: 0 }
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  const cached = new Set<string>()
  wire.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    const isCached = cached.has(requestId) || response.fromDiskCache || response.url.startsWith('data:')
    if (!isCached) cost.requests.push(response.url)
  })
  wire.on('Network.requestWillBeSent', ({ redirectResponse }) => {
    if (!redirectResponse) return
    cost.requests.push(redirectResponse.url)
    cost.bytes += redirectResponse.encodedDataLength
  })
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    cost.bytes += encodedDataLength
  })
  return cost
}
