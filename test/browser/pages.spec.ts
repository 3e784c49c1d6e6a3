import { test } from '@playwright/test'
import { DESKTOP, expectGoodPage, OPEN_PROGRAMME, PHONE, SMALL_PHONE } from './look.ts'

const PATHS = [
  '',
  'try/',
  'programmes/',
  `programmes/${OPEN_PROGRAMME}/`,
  `programmes/${OPEN_PROGRAMME}/mentor/`,
  `programmes/${OPEN_PROGRAMME}/mentee/`,
  `programmes/${OPEN_PROGRAMME}/both/`,
  `programmes/${OPEN_PROGRAMME}/check-your-mail/`,
  `programmes/${OPEN_PROGRAMME}/confirmation/a-token-of-twenty-letters/`,
  `programmes/${OPEN_PROGRAMME}/welcome/`,
  'programmes/nothing-here/',
  'me/',
  'me/code/',
  'problems/invalid/',
  'privacy/',
  'legal/',
  'accessibility/',
]

for (const language of ['fr', 'en']) {
  test(`every public page suits everybody, on a phone and a desktop (${language})`, async ({ browser }) => {
    for (const viewport of [PHONE, DESKTOP]) {
      const page = await (await browser.newContext({ viewport })).newPage()
      for (const path of PATHS) {
        await page.goto(`/${language}/${path}`)
        await expectGoodPage(page, `/${language}/${path} at ${viewport.width}`)
      }
      await page.context().close()
    }
  })
}

test('pages hold in the dark, at 320 px and without script', async ({ browser }) => {
  for (const options of [
    { viewport: DESKTOP, colorScheme: 'dark' as const },
    { viewport: SMALL_PHONE },
    { viewport: PHONE, colorScheme: 'dark' as const },
  ]) {
    const page = await (await browser.newContext(options)).newPage()
    for (const path of PATHS.slice(0, 6)) {
      await page.goto(`/fr/${path}`)
      await expectGoodPage(page, `/fr/${path} ${JSON.stringify(options)}`)
    }
    await page.context().close()
  }
})

test('a form sent empty says what to mend, and loses nothing that was typed', async ({ browser }) => {
  for (const language of ['fr', 'en']) {
    const page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
    await page.goto(`/${language}/programmes/${OPEN_PROGRAMME}/mentor/`)
    await page.locator('input[name=given_name]').fill('Anaëlle')
    await page.locator('button[type=submit]').last().click()
    await page.locator('.qn-summary').waitFor()
    test.expect(await page.locator('input[name=given_name]').inputValue()).toBe('Anaëlle')
    test.expect(await page.locator('.qn-summary a').count()).toBeGreaterThan(3)
    await page.context().close()
    const scripted = await (await browser.newContext({ viewport: DESKTOP })).newPage()
    await scripted.request.get('/')
    await scripted.goto(`/${language}/programmes/${OPEN_PROGRAMME}/mentee/`)
    await expectGoodPage(scripted, `questionnaire with script, ${language}`)
    await scripted.context().close()
  }
})
