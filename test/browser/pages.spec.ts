import { expect, type Page, test } from '@playwright/test'
import { walkPublicPages } from '../bench/weight-walk.ts'
import {
  DESKTOP,
  expectGoodLook,
  expectGoodPage,
  expectNoOverflow,
  OPEN_PROGRAMME,
  PHONE,
  SMALL_PHONE,
} from './look.ts'

const LANGUAGES = ['fr', 'en'] as const
/** A page of A4 between its margins, in CSS pixels. */
const PAPER = { width: 680, height: 1_000 }

/** Every public page of a language, found by following links, so that a new page is looked at without being named here. */
let pages: string[] = []
test.beforeAll(async ({ baseURL }) => {
  pages = await walkPublicPages(baseURL ?? '')
  expect(pages.length).toBeGreaterThan(40)
})
/** The reference of the API says the same few things a hundred times over: each look at all of it takes as long as ten pages. */
const isLong = (path: string) => path.endsWith('/reference/')
const inLanguage = (language: string) => pages.filter((path) => path.startsWith(`/${language}/`))

for (const language of LANGUAGES) {
  test(`every public page suits everybody, on a phone and a desktop, by day and by night (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    const page = await (await browser.newContext({ viewport: PHONE })).newPage()
    for (const path of inLanguage(language)) {
      await page.setViewportSize(PHONE)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await expectGoodPage(page, `${path} on a phone`)
      await page.emulateMedia({ colorScheme: 'dark' })
      if (!isLong(path) && language === 'fr') await expectGoodLook(page, `${path} on a phone, in the dark`)
      await page.setViewportSize(DESKTOP)
      // Colours do not change with the language.
      if (language === 'fr') await expectGoodLook(page, `${path} on a desktop, in the dark`)
      await page.emulateMedia({ colorScheme: 'light' })
      if (!isLong(path)) await expectGoodLook(page, `${path} on a desktop`)
    }
    await page.context().close()
  })

  test(`every public page holds with all folds open, at 320 px, with large text, at rest and on paper (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    const page = await (
      await browser.newContext({ viewport: SMALL_PHONE, reducedMotion: 'reduce' })
    ).newPage()
    for (const path of inLanguage(language)) {
      await page.setViewportSize(SMALL_PHONE)
      await page.emulateMedia({ media: 'screen' })
      await page.goto(path)
      expect(await page.evaluate('document.getAnimations().length'), `${path} at rest`).toBe(0)
      await openFolds(page)
      if (isLong(path)) await expectNoOverflow(page, `${path} at 320 px, all folds open`)
      else await expectGoodLook(page, `${path} at 320 px, all folds open`)
      await page.setViewportSize(DESKTOP)
      await page.evaluate('document.documentElement.style.fontSize = "200%"')
      await expectNoOverflow(page, `${path} with text of 200 %`)
      await page.evaluate('document.documentElement.style.fontSize = ""')
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(PAPER)
      await expectNoOverflow(page, `${path} on paper`)
      // Only what is drawn counts, so that a page does not print empty.
      const printed = await page.evaluate<number>("document.querySelector('main').innerText.trim().length")
      expect.soft(printed, `${path} on paper has something to read`).toBeGreaterThan(40)
    }
    await page.context().close()
  })

  test(`every form sent empty says what to mend, on a page that suits everybody (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const page = await (await browser.newContext({ viewport: PHONE })).newPage()
    let refused = 0
    for (const path of inLanguage(language)) {
      await page.goto(path)
      const forms = page.locator('main form[method=post]')
      for (let at = 0; at < (await forms.count()); at++) {
        // As without script: neither the browser nor an element stops it.
        await Promise.all([
          page.waitForEvent('load'),
          page.evaluate(`document.querySelectorAll('main form[method=post]')[${at}].submit()`),
        ])
        refused += await page.locator('[aria-invalid=true]').count()
        await openFolds(page)
        await expectGoodPage(page, `${path}, form ${at + 1} sent empty`)
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectGoodLook(page, `${path}, form ${at + 1} sent empty, in the dark`)
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(path)
      }
    }
    expect(refused).toBeGreaterThan(10)
    await page.context().close()
  })

  test(`every step of a questionnaire suits everybody (${language})`, async ({ browser }) => {
    test.setTimeout(300_000)
    const page = await (await browser.newContext({ viewport: PHONE, colorScheme: 'dark' })).newPage()
    await page.goto(`/${language}/programmes/${OPEN_PROGRAMME}/both/`)
    const steps = page.locator('.qn-path a')
    for (let at = 0; at < (await steps.count()); at++) {
      await page.goto(
        `/${language}/programmes/${OPEN_PROGRAMME}/both/${await steps.nth(at).getAttribute('href')}`,
      )
      await openFolds(page)
      await expectGoodPage(page, `step ${at + 1} of a questionnaire, all folds open`)
    }
    await page.context().close()
  })
}

async function openFolds(page: Page): Promise<void> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true')
}
