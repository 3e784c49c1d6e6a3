import { test } from '@playwright/test'
import { LANGUAGES } from '#domain/language.ts'
import { DESKTOP, expectGoodPage, OPEN_PROGRAMME, PHONE, signIn } from './look.ts'

const CONSOLE = [
  `console/invite/?p=${OPEN_PROGRAMME}`,
  `console/conversations/?p=${OPEN_PROGRAMME}`,
  `console/questions/?p=${OPEN_PROGRAMME}`,
  'console/topics/',
  'console/public/',
]

const DOCUMENTS = ['', 'works-council/', 'impact-assessment/', 'processors/', 'charter/', 'kick-off/'].map(
  (kind) => `programmes/${OPEN_PROGRAMME}/documents/${kind}`,
)

test('what organisers prepare for candidates suits everybody, on a phone and a desktop, in both languages', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await signIn(page, 'organiser@armorique.example')
  for (const language of LANGUAGES) {
    for (const path of [...CONSOLE, ...DOCUMENTS]) {
      await page.goto(`/${language}/${path}`, { waitUntil: 'networkidle' })
      for (const viewport of [DESKTOP, PHONE]) {
        await page.setViewportSize(viewport)
        await expectGoodPage(page, `${language}/${path} at ${viewport.width}`)
      }
    }
  }
  await page.context().close()
})
