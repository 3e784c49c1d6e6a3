import { expect, test } from '@playwright/test'
import { DESKTOP, expectGoodPage, OPEN_PROGRAMME, PHONE, signIn } from './look.ts'

const QUESTION = 'Quel outil aimeriez-vous que nous essayions ensemble ?'

test('a question added in the console is on the page a moment later, and in the file of answers', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const desk = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await signIn(desk, 'organiser@armorique.example')
  await desk.goto(`/fr/console/questions/?p=${OPEN_PROGRAMME}`)
  await desk.getByRole('button', { name: 'Ajouter une question' }).click()
  await desk.getByLabel('La question, en français').last().fill(QUESTION)
  await desk
    .getByLabel('La question, en anglais')
    .last()
    .fill('Which tool would you like us to try together?')
  await desk
    .getByLabel('Pourquoi cette question, en français')
    .last()
    .fill('Pour préparer la première séance.')
  await desk.getByLabel('Pourquoi cette question, en anglais').last().fill('To prepare the first session.')
  await desk.getByLabel('aux mentors').last().check()
  await desk.getByLabel('aux personnes mentorées').last().check()
  await expectGoodPage(desk, 'console, questions')
  await desk.getByRole('button', { name: 'Enregistrer les questions' }).click()
  await expect(desk.getByText(/Version 1 enregistrée/)).toBeVisible()

  const phone = await (await browser.newContext({ viewport: PHONE })).newPage()
  await phone.goto(`/fr/programmes/${OPEN_PROGRAMME}/mentor/#part-own`)
  await expect(phone.getByLabel(QUESTION)).toBeVisible()
  await phone.goto(`/en/programmes/${OPEN_PROGRAMME}/mentor/#part-own`)
  await expect(phone.getByLabel('Which tool would you like us to try together?')).toBeVisible()

  const file = await desk.request.get(`/api/v1/programmes/${OPEN_PROGRAMME}/answers?format=csv`)
  expect(file.headers()['content-disposition']).toContain('attachment')
  const [columns = '', first = ''] = (await file.text()).split('\r\n')
  expect(columns).toContain('own_questions_version')
  expect(first).toMatch(/^par_/)

  // What was asked is taken back, so that other tests find the programme as it was.
  await desk
    .getByRole('button', { name: /Retirer/ })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Enregistrer les questions' }).click()
  await expect(desk.getByText(/Version 2 enregistrée/)).toBeVisible()
})
