import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const PHONE = { width: 360, height: 780 }
export const SMALL_PHONE = { width: 320, height: 640 }
export const DESKTOP = { width: 1280, height: 900 }
export const OPEN_PROGRAMME = 'regards-neufs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that a change of colours or of width can break; the others read the same document. */
const RULES_OF_LOOK = ['color-contrast', 'target-size', 'link-in-text-block']

/** Nothing for axe to find, and nothing that scrolls sideways. */
export async function expectGoodPage(page: Page, where: string): Promise<void> {
  await expectNothingFound(new AxeBuilder({ page }).withTags(TAGS), where)
  await expectNoOverflow(page, where)
}

/** What a page must still hold once seen in other colours or at another width: faster than asking everything again. */
export async function expectGoodLook(page: Page, where: string): Promise<void> {
  await expectNothingFound(new AxeBuilder({ page }).withRules(RULES_OF_LOOK), where)
  await expectNoOverflow(page, where)
}

/** What is found is told, and the next page is looked at all the same. In one document, without the page that axe opens for frames. */
async function expectNothingFound(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.setLegacyMode().analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      where,
    )
    .toEqual([])
}

/** Nothing scrolls sideways; what sticks out is named. */
export async function expectNoOverflow(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate<string[]>(`(() => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= window.innerWidth) return []
    return [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
      .slice(0, 4)
      .map((one) => one.tagName.toLowerCase() + '.' + one.className)
      .concat(scrollWidth + ' px')
  })()`)
  expect.soft(wide, `${where} scrolls sideways`).toEqual([])
}

interface Mail {
  id: number
  to: string
  subject: string
  code: string | null
  link: string | null
}

async function mailsTo(page: Page, to: string): Promise<Mail[]> {
  const answer = await page.request.get(`/dev/mail.json?to=${encodeURIComponent(to)}`)
  return ((await answer.json()) as { items: Mail[] }).items
}

/** The newest mail to somebody that fits and came after another; mails leave every few seconds. */
export async function waitForMail(page: Page, to: string, subject: RegExp, after = 0): Promise<Mail> {
  let found: Mail | undefined
  await expect(async () => {
    found = (await mailsTo(page, to)).find((mail) => mail.id > after && subject.test(mail.subject))
    expect(found, `a mail to ${to}`).toBeDefined()
  }).toPass({ timeout: 40_000 })
  return found as Mail
}

/** Sessions that were opened, by address: only so many codes are mailed to one address, however many stories it has a part in. */
const opened = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>()

/** Signs in on the page that is open, with the code that is mailed, or with the session that an earlier story opened. */
export async function signIn(page: Page, email: string): Promise<void> {
  const known = opened.get(email)
  if (known) {
    await page.context().addCookies(known)
    await page.goto('/fr/me/')
    if ((await page.locator('input[name=email][autocomplete=email]').count()) === 0) return
  }
  const newest = (await mailsTo(page, email))[0]?.id ?? 0
  await page.goto('/fr/me/')
  await page.getByRole('textbox').fill(email)
  await page.getByRole('button', { name: /code/i }).click()
  await page.waitForURL('**/fr/me/code/')
  const mail = await waitForMail(page, email, /code de connexion/, newest)
  await page.locator('input[name=code]').fill(mail.code ?? '')
  await page.locator('form:has(input[name=code]) button[type=submit]').click()
  await page.waitForURL('**/fr/me/')
  opened.set(email, await page.context().cookies())
}
