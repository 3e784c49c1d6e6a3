import type { Page } from '@playwright/test'

/** Fills in one topic of the questionnaire, offered or wanted, in a list that no script has changed. */
export async function chooseTopic(
  page: Page,
  row: string,
  topic: string,
  answers: Record<string, string>,
): Promise<void> {
  await page.locator(`select[name="${row}-topic"]`).selectOption(topic)
  for (const [name, value] of Object.entries(answers)) {
    const list = page.locator(`select[name="${row}-${name}"]`)
    if ((await list.count()) > 0) await list.selectOption(value)
    else await page.locator(`input[name="${row}-${name}"][value="${value}"]`).check()
  }
}

/** Answers what matching needs of a mentor or a mentee, and nothing else; names, address and boxes are left to the test. */
export async function answerWhatIsNeeded(page: Page, role: 'mentor' | 'mentee'): Promise<void> {
  await page.locator('input[name="G2"][value=fr]').check()
  await page.locator('input[name="G2"][value=en]').check()
  if (role === 'mentor') {
    await chooseTopic(page, 'OFFERS-1', 'ai-assistants', { facet: 'usage', level: '4', last: '4' })
    await chooseTopic(page, 'WANTS-1', 'negotiation', { facet: 'usage', level: '1', target: '3' })
  } else {
    await chooseTopic(page, 'WANTS-1', 'ai-assistants', { facet: 'usage', level: '1', target: '3' })
  }
  for (const day of ['mon', 'tue', 'wed', 'thu', 'fri']) {
    await page.locator(`input[name="G6-slots"][value="${day}-midday"]`).check()
  }
  await page.locator('input[name="G6-where"][value=either]').check()
  await page.locator('select[name="G6-hours"]').selectOption('6')
}
