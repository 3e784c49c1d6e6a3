import { type Page, expect as promptly, test } from '@playwright/test'
import { answerWhatIsNeeded } from './answering.ts'
import { OPEN_PROGRAMME, PHONE, waitForMail } from './look.ts'

/** A page may take its time on a machine that is busy with other things. */
const expect = promptly.configure({ timeout: 20_000 })

const JOURNEYS = [
  {
    language: 'fr',
    role: 'mentor',
    email: 'nolwenn.lagadec@armorique.example',
    given: 'Prénom',
    check: 'Vérifier mes réponses',
    problem: 'Il y a un problème',
    other: 'English',
    back: 'Français',
    otherCheck: 'Check my answers',
    save: 'Continuer plus tard',
    saved: 'Vos réponses vous attendent',
    change: /Modifier Qui je suis/,
    send: 'Envoyer mon inscription',
    erase: 'Effacer mes réponses',
    erased: 'Vos réponses sont effacées',
    mail: /Confirmez/,
    hours: /6\s*h/,
    topic: 'assistants',
  },
  {
    language: 'en',
    role: 'mentee',
    email: 'corentin.lebihan@armorique.example',
    given: 'Given name',
    check: 'Check my answers',
    problem: 'There is a problem',
    other: 'Français',
    back: 'English',
    otherCheck: 'Vérifier mes réponses',
    save: 'Go on later',
    saved: 'Your answers are waiting for you',
    change: /Change About me/,
    send: 'Send my sign-up',
    erase: 'Erase my answers',
    erased: 'Your answers are erased',
    mail: /Confirm/,
    hours: /6\s*h/,
    topic: 'assistants',
  },
] as const

/** Nobody reads a form faster; whoever sends it at once is asked to read it again. */
const READING_MS = 3_200

for (const words of JOURNEYS) {
  const { language, role, email } = words
  test(`a ${role} signs up without script on a phone: a mistake, another language, another device, a correction (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const open = async () =>
      (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
    const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
    const phone = await open()
    await phone.goto(`/${language}/programmes/${OPEN_PROGRAMME}/`)
    await phone.locator(`a[href$="/${OPEN_PROGRAMME}/${role}/"]`).first().click()

    // Sent almost empty: what to mend is listed first, each line leads to its field, and nothing typed is lost.
    await phone.getByLabel(words.given).fill('Nolwenn')
    await press(phone, words.check)
    await expect(phone.getByRole('heading', { name: words.problem })).toBeVisible()
    await expect(phone).toHaveTitle(language === 'fr' ? /^Erreur/ : /^Error/)
    await expect(phone.getByLabel(words.given)).toHaveValue('Nolwenn')
    const lines = phone.locator('.qn-summary a')
    expect(await lines.count()).toBeGreaterThan(4)
    for (const href of await lines.evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      await expect(phone.locator(`[id="${href?.slice(1)}"]`), href ?? '').toHaveCount(1)
    }

    // A wrong address is the last thing to mend.
    await phone.locator('input[name=family_name]').fill('Lagadec')
    await phone.locator('input[name=email]').fill('nolwenn@')
    await answerWhatIsNeeded(phone, role)
    await phone.locator('input[name=volunteer]').check()
    await phone.locator('input[name=charter]').check()
    await press(phone, words.check)
    await expect(phone.locator('.qn-summary a')).toHaveCount(1)
    await expect(phone.locator('input[name=email]')).toHaveAttribute('aria-invalid', 'true')
    await phone.locator('input[name=email]').fill(email)

    // The other language and back, with every answer.
    await press(phone, words.other)
    await expect(phone.getByRole('button', { name: words.otherCheck })).toBeVisible()
    await expect(phone.locator('input[name=email]')).toHaveValue(email)
    await expect(phone.locator('input[name="G6-slots"]:checked')).toHaveCount(5)
    await press(phone, words.back)
    await expect(phone.locator('input[name=charter]')).toBeChecked()

    // Put aside, and gone on with elsewhere.
    await press(phone, words.save)
    await expect(phone.getByRole('heading', { name: words.saved })).toBeVisible()
    const link = (await waitForMail(phone, email, language === 'fr' ? /attendent/ : /waiting/)).link ?? ''
    await phone.context().close()
    const tablet = await open()
    await tablet.goto(link)
    await expect(tablet.locator('input[name=family_name]')).toHaveValue('Lagadec')
    await expect(tablet.locator('input[name="G6-slots"]:checked')).toHaveCount(5)
    await tablet.waitForTimeout(READING_MS)

    // Read again, corrected from there, sent.
    await press(tablet, words.check)
    await expect(tablet.getByRole('main')).toContainText('Nolwenn Lagadec')
    await expect(tablet.getByRole('main')).toContainText(words.hours)
    await expect(tablet.getByRole('main')).toContainText(new RegExp(words.topic, 'i'))
    await press(tablet, words.change)
    await tablet.locator('input[name=family_name]').fill('Le Gall')
    await press(tablet, words.check)
    await expect(tablet.getByRole('main')).toContainText('Nolwenn Le Gall')
    await press(tablet, words.send)
    await expect(tablet).toHaveURL(/\/check-your-mail\/$/)
    const mail = await waitForMail(tablet, email, words.mail)
    await tablet.goto(mail.link ?? '')
    await tablet.getByRole('main').getByRole('button').click()
    await expect(tablet).toHaveURL(/\/welcome\/$/)

    // What was put aside went away with the sign-up.
    await tablet.goto(link)
    await expect(tablet.locator('input[name=family_name]')).toHaveCount(0)
    await tablet.context().close()
  })

  test(`what was put aside can be erased, and its link then opens nothing (${language})`, async ({
    browser,
  }) => {
    const phone = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()
    const address = `erased-${email}`
    await phone.goto(`/${language}/programmes/${OPEN_PROGRAMME}/${role}/`)
    await phone.getByLabel(words.given).fill('Nolwenn')
    await phone.locator('input[name=email]').fill(address)
    await phone.getByRole('button', { name: words.save }).click()
    await expect(phone.getByRole('heading', { name: words.saved })).toBeVisible()
    const { link } = await waitForMail(phone, address, language === 'fr' ? /attendent/ : /waiting/)
    await phone.goto(link ?? '')
    await expect(phone.getByLabel(words.given)).toHaveValue('Nolwenn')
    await phone.getByRole('button', { name: words.erase }).click()
    await expect(phone.getByRole('heading', { name: words.erased })).toBeVisible()
    const gone = await phone.goto(link ?? '')
    expect(gone?.status()).toBeGreaterThanOrEqual(400)
    await expect(phone.locator('input[name=given_name]')).toHaveCount(0)
    await phone.context().close()
  })
}
