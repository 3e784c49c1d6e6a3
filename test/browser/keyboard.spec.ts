import { type Page, expect as promptly, test } from '@playwright/test'
import { DESKTOP, expectGoodPage, OPEN_PROGRAMME, waitForMail } from './look.ts'

/** A page may take its time on a machine that is busy with other things. */
const expect = promptly.configure({ timeout: 20_000 })

const EMAIL = 'youenn.tanguy@armorique.example'
const TABS_MAX = 160
/** Nobody reads a form faster; whoever sends it at once is asked to read it again. */
const READING_MS = 1_200

const FOCUSED = `(() => {
  const one = document.activeElement
  if (one === null) return false
  const { width, height, top, bottom } = (one.closest('label') ?? one).getBoundingClientRect()
  return one === document.body || (width > 0 && height > 0 && bottom > 0 && top < innerHeight)
})()`

/** Presses Tab, or Shift+Tab, until what has the focus fits; every stop on the way comes into sight. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < TABS_MAX; presses++) {
    await page.keyboard.press(key)
    await page.waitForFunction(FOCUSED, undefined, { timeout: 5_000 }).catch(async () => {
      const what = await page.evaluate<string>('document.activeElement?.outerHTML.slice(0, 160) ?? "nothing"')
      throw new Error(`what has the focus is not on the screen: ${what}`)
    })
    const fits = await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)
    if (fits) return
  }
  throw new Error(`${TABS_MAX} times ${key} do not lead to ${selector}`)
}

async function pressAt(page: Page, selector: string, key: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press(key)
}

/** One answer of a group: into the group by Tab, to the answer by the arrows, as the keyboard works for radios. */
async function pickRadio(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `input[name="${name}"]`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 8; presses++) {
    const picked = await page.evaluate<string>(
      'document.activeElement.checked ? document.activeElement.value : ""',
    )
    if (picked === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows do not lead to ${value} of ${name}`)
}

/** Types letters of a topic and takes the first that is found; a plain list takes them as well. */
async function pickTopic(page: Page, row: string, letters: string): Promise<void> {
  await tabTo(page, `[id$="${row}-topic"]`)
  await page.keyboard.type(letters, { delay: 20 })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator(`select[name="${row}-topic"]`)).not.toHaveValue('')
}

const CONTINUE = '.qn-moves button:not(.qn-quiet):not([type=submit])'

/** On to the next part, whose heading then has the focus. */
async function goOn(page: Page, part: RegExp): Promise<void> {
  await pressAt(page, CONTINUE, 'Enter')
  await expect(page).toHaveURL(part)
  await expect(page.locator('h2:focus')).toHaveCount(1)
}

test('a mentee signs up with the keyboard alone, corrects an answer from the check page, and sends', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const page = await (await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' })).newPage()
  await page.goto(`/en/programmes/${OPEN_PROGRAMME}/`)
  await page.keyboard.press('Tab')
  // The first stop skips what is on every page.
  await expect(page.locator(':focus')).toHaveAttribute('href', /^#/)
  await pressAt(page, `a[href$="/${OPEN_PROGRAMME}/mentee/"]`, 'Enter')
  await page.waitForURL('**/mentee/')

  await tabTo(page, 'input[name=given_name]')
  await page.keyboard.type('Youenn')
  await tabTo(page, 'input[name=family_name]')
  await page.keyboard.type('Tangui')
  await tabTo(page, 'input[name=email]')
  await page.keyboard.type(EMAIL)
  await goOn(page, /#part-work/)
  await goOn(page, /#part-topics/)
  await pickTopic(page, 'WANTS-1', 'assist')
  await pickRadio(page, 'WANTS-1-level', '1')
  await pickRadio(page, 'WANTS-1-target', '3')
  await expectGoodPage(page, 'questionnaire, topics, by keyboard')

  // Back with Shift+Tab and the button that goes back, to mend a name; then forth again.
  for (let back = 0; back < 4 && !(await page.locator('input[name=family_name]').isVisible()); back++) {
    await tabTo(page, '.qn-moves .qn-quiet')
    await page.keyboard.press('Enter')
  }
  await tabTo(page, 'input[name=email]')
  await tabTo(page, 'input[name=family_name]', 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Tanguy')

  // Onwards through every part to the last, answering what is needed where it is met.
  let isConsented = false
  for (let parts = 0; parts < 12 && !isConsented; parts++) {
    await pressAt(page, CONTINUE, 'Enter')
    // The next part has come once its heading has the focus.
    await expect(page.locator('h2:focus')).toHaveCount(1)
    if (await page.locator('input[name="G2"][value=fr]').isVisible())
      await pressAt(page, 'input[name="G2"][value=fr]', 'Space')
    if (await page.locator('input[name="G6-where"]').first().isVisible()) {
      await pressAt(page, 'input[name="G6-slots"][value="mon-midday"]', 'Space')
      await pressAt(page, 'input[name="G6-slots"][value="thu-midday"]', 'Space')
      await pickRadio(page, 'G6-where', 'either')
    }
    isConsented = await page.locator('input[name=volunteer]').isVisible()
  }
  await pressAt(page, 'input[name=volunteer]', 'Space')
  await pressAt(page, 'input[name=charter]', 'Space')
  await page.waitForTimeout(READING_MS)
  await pressAt(page, 'button[name=step][value=check]:not([tabindex])', 'Enter')

  await expect(page.getByRole('main')).toContainText('Youenn Tanguy')
  await expectGoodPage(page, 'answers to be read again')
  await pressAt(page, 'button[value=edit][formaction$="#part-identity"]', 'Enter')
  await expect(page.locator('input[name=given_name]')).toBeVisible()
  await tabTo(page, 'input[name=given_name]')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Youenn-Marie')
  // Return in a field goes on, and the last part leads to the check again.
  for (
    let parts = 0;
    parts < 12 && !(await page.locator('button[value=check]:not([tabindex])').isVisible());
    parts++
  ) {
    await pressAt(page, CONTINUE, 'Enter')
    await expect(page.locator('h2:focus')).toHaveCount(1)
  }
  await pressAt(page, 'button[name=step][value=check]:not([tabindex])', 'Enter')
  await expect(page.getByRole('main')).toContainText('Youenn-Marie Tanguy')
  await pressAt(page, 'button[value=send]', 'Enter')
  await expect(page).toHaveURL(/\/check-your-mail\/$/)
  const { link } = await waitForMail(page, EMAIL, /Confirm/)
  await page.goto(link ?? '')
  await pressAt(page, 'main button', 'Enter')
  await expect(page).toHaveURL(/\/welcome\/$/)
  await page.context().close()
})
