import { expect, test } from '@playwright/test'
import { answerWhatIsNeeded } from './answering.ts'
import { DESKTOP, expectGoodPage, OPEN_PROGRAMME, PHONE, signIn, waitForMail } from './look.ts'

const NEWCOMER = 'anaelle.guivarch@armorique.example'

test('a newcomer signs up without script, an organiser matches and approves, both accept and see the pair', async ({
  browser,
}) => {
  test.setTimeout(240_000)

  // On a phone, without script: the public page, the questionnaire, the link in the mail.
  const phone = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
  await phone.goto(`/fr/programmes/${OPEN_PROGRAMME}/`)
  await phone.locator(`a[href$="/${OPEN_PROGRAMME}/mentor/"]`).first().click()
  await phone.locator('input[name=given_name]').fill('Anaëlle')
  await phone.locator('input[name=family_name]').fill('Guivarch')
  await phone.locator('input[name=email]').fill(NEWCOMER)
  await answerWhatIsNeeded(phone, 'mentor')
  await phone.locator('input[name=volunteer]').check()
  await phone.locator('input[name=charter]').check()
  await phone.getByRole('button', { name: 'Vérifier mes réponses' }).click()
  await expect(phone.getByRole('main')).toContainText('Anaëlle Guivarch')
  // Nobody reads faster; a form that is sent at once is shown again.
  await phone.waitForTimeout(1_000)
  await phone.getByRole('button', { name: 'Envoyer mon inscription' }).click()
  await expect(phone).toHaveURL(new RegExp(`/fr/programmes/${OPEN_PROGRAMME}/check-your-mail/`))
  const mail = await waitForMail(phone, NEWCOMER, /Confirmez/)
  await phone.goto(mail.link ?? '')
  await phone.getByRole('main').getByRole('button').click()
  await expect(phone).toHaveURL(/welcome/)

  // At a desk, the organiser signs in, asks for a run, reads it and approves it.
  const desk = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await signIn(desk, 'organiser@armorique.example')
  await desk.goto('/fr/console/')
  await expect(desk.getByText('Regards neufs').first()).toBeVisible()
  await expectGoodPage(desk, 'console')
  await desk.goto(`/fr/console/programme/?p=${OPEN_PROGRAMME}`)
  await expect(desk.getByText('Guivarch').first()).toBeVisible()
  await expectGoodPage(desk, 'console, programme')
  await desk.getByRole('button', { name: 'Apparier maintenant' }).click()
  let run = { id: '', state: '' }
  await expect(async () => {
    const answer = await desk.request.get(`/api/v1/programmes/${OPEN_PROGRAMME}/match-runs`)
    run = ((await answer.json()) as { items: (typeof run)[] }).items[0] ?? run
    expect(run.state).toBe('completed')
  }).toPass({ timeout: 30_000 })
  await desk.goto(`/fr/console/run/?id=${run.id}`)
  await expect(desk.getByText('Guivarch').first()).toBeVisible()
  await expectGoodPage(desk, 'console, run')
  await desk.getByText('Guivarch').first().click()
  await expectGoodPage(desk, 'console, run with its reasons open')
  await desk
    .getByRole('button', { name: /approuver/i })
    .first()
    .click()
  await desk
    .getByRole('button', { name: /envoyer maintenant/i })
    .last()
    .click()
  await expect(async () => {
    const state = (await (await desk.request.get(`/api/v1/match-runs/${run.id}`)).json()) as {
      approved_at: string | null
    }
    expect(state.approved_at).not.toBeNull()
  }).toPass({ timeout: 15_000 })

  // Both people accept, without script, and see each other.
  const { items } = (await (
    await desk.request.get(`/api/v1/match-runs/${run.id}/proposals?limit=100`)
  ).json()) as {
    items: { mentor: string; mentee: string; people: { mentor: { name: string } } }[]
  }
  const proposal = items.find((one) => one.people.mentor.name === 'Anaëlle Guivarch')
  expect(proposal, 'the newcomer is proposed to somebody').toBeDefined()
  await waitForMail(desk, NEWCOMER, /proposé/)
  const people = (await (
    await desk.request.get(`/api/v1/employees/${encodeURIComponent(proposal?.mentee ?? '')}`)
  ).json()) as { email: string; given_name: string }
  for (const email of [NEWCOMER, people.email]) {
    const own = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
    await signIn(own, email)
    await own.getByRole('button', { name: 'Accepter' }).first().click()
    await own.waitForURL('**/fr/me/')
    await own.context().close()
  }
  const own = await (await browser.newContext({ viewport: PHONE })).newPage()
  await signIn(own, NEWCOMER)
  await own
    .getByRole('link', { name: /Ouvrir mon binôme|Open my pair/ })
    .first()
    .click()
  await expect(own.getByText(people.email).first()).toBeVisible()
  await expectGoodPage(own, 'my space, with a pair')
})
