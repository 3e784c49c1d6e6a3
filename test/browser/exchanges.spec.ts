import { createServer, type Server } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES } from '#domain/language.ts'
import { DESKTOP, expectGoodLook, expectGoodPage, PHONE, signIn } from './look.ts'

/** How long it may take until a job has sent something, and the page has looked. */
const SENT = { timeout: 45_000 }

/** A tool of HR on this machine: what it was sent, and what it answers. */
class Receiver {
  status = 200
  readonly heard: { id: string; signatures: number; type: string }[] = []
  readonly #server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      const signatures = String(request.headers['webhook-signature']).split(' ').length
      const { type } = JSON.parse(body) as { type: string }
      this.heard.push({ id: String(request.headers['webhook-id']), signatures, type })
      response.statusCode = this.status
      response.end(this.status < 300 ? 'noted' : 'closed for maintenance')
    })
  })

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', () => done()))
    const { port } = this.#server.address() as { port: number }
    return `http://127.0.0.1:${port}/binome`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

const receiver = new Receiver()
test.afterAll(() => receiver.close())

/** The page as it stands, at both widths; the colours of both schemes at the wider one. */
async function expectGoodState(page: Page, where: string): Promise<void> {
  await page.setViewportSize(PHONE)
  await expectGoodLook(page, `${where} on a phone`)
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectGoodLook(page, `${where} in the dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await expectGoodPage(page, where)
}

test('an organiser connects a tool, sees an event arrive, one fail, and sends it again', async ({ page }) => {
  test.setTimeout(420_000)
  await page.setViewportSize(DESKTOP)
  const address = await receiver.open()
  await signIn(page, 'organiser@armorique.example')
  await page.goto('/fr/console/')
  await page.getByRole('link', { name: 'Connexions RH' }).click()
  await page.waitForURL('**/fr/console/exchanges/')
  await expect(page.getByText('Pas encore d’adresse.')).toBeVisible()
  await expect(page.getByText(/^\d+:[0-9a-f]{64}$/)).toBeVisible()
  await expectGoodState(page, 'no connection yet')

  await page.getByRole('button', { name: 'Ajouter une adresse' }).click()
  await page.getByLabel('Nom').fill('SIRH d’essai')
  await page.getByLabel('Adresse', { exact: true }).fill('https://192.168.0.1/binome')
  await page.getByLabel('Seulement ceux-ci').check()
  await page.getByRole('button', { name: 'Ajouter l’adresse' }).click()
  await expect(page.getByText('Cochez au moins un événement')).toBeVisible()
  await page.getByLabel('Un binôme commence').check()
  await page.getByRole('button', { name: 'Ajouter l’adresse' }).click()
  await expect(page.getByText(/donnez une adresse https publique/)).toBeVisible()
  await expectGoodState(page, 'an address that is refused')
  await page.getByLabel('Adresse', { exact: true }).fill(address)
  await page.getByRole('button', { name: 'Ajouter l’adresse' }).click()
  await expect(page.getByText(/^whsec_/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Le secret de « SIRH d’essai »' })).toBeFocused()
  await expectGoodState(page, 'a secret, this once')

  await page.getByRole('link', { name: 'Ouvrir cette connexion' }).click()
  await expect(page.getByText('Elle reçoit les événements.')).toBeVisible()
  await expect(page.getByText(/^whsec_/)).toHaveCount(0)
  await expect(page.getByText('Rien n’est encore parti.')).toBeVisible()
  await page.getByRole('button', { name: 'Envoyer un essai' }).click()
  const log = page.getByRole('table', { name: 'Journal des envois' })
  await expect(log.getByText('livré', { exact: true })).toHaveCount(1, SENT)
  expect(receiver.heard.map(({ type }) => type)).toEqual(['webhook-endpoint.tested'])
  await log.getByRole('button', { name: /^Voir les essais/ }).click()
  await expect(log.getByText('noted')).toBeVisible()
  await expectGoodState(page, 'an event that was delivered')

  receiver.status = 503
  await page.getByRole('button', { name: 'Envoyer un essai' }).click()
  const newest = log.getByRole('row').nth(1)
  await expect(newest).toContainText('à réessayer', SENT)
  await expect(newest).toContainText('refusé (503)')
  await newest.getByRole('button', { name: /^Voir les essais/ }).click()
  await expect(log.getByText('closed for maintenance').first()).toBeVisible()
  await expectGoodState(page, 'an event that was refused')

  await page.getByRole('button', { name: /^Renouveler le secret/ }).click()
  await expect(page.getByText('L’ancien signe encore pendant 24 heures')).toBeVisible()
  await expectGoodState(page, 'before a secret is renewed')
  await page.locator('form').getByRole('button', { name: 'Renouveler le secret' }).click()
  await expect(page.getByText(/^whsec_/)).toBeVisible()
  await expectGoodState(page, 'a renewed secret')
  await page.getByRole('button', { name: 'C’est copié, fermer' }).click()
  await expect(page.getByText(/^Renouvelé. L’ancien signe encore/)).toBeVisible()

  receiver.status = 200
  await newest.getByRole('button', { name: /^Renvoyer/ }).click()
  await expect(log.getByText('livré', { exact: true })).toHaveCount(2, SENT)
  const [first, second] = [receiver.heard[0], receiver.heard.at(-1)]
  expect(second?.id, 'the same event keeps its id').toBe(receiver.heard[1]?.id)
  expect([first?.signatures, second?.signatures], 'both secrets sign').toEqual([1, 2])

  await page.getByLabel('Montrer').selectOption('waiting')
  await expect(page.getByText('Rien n’attend.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Montrer')).toHaveValue('waiting')
  await page.getByLabel('Montrer').selectOption('')
  await expect(log.getByRole('button', { name: /^Renvoyer/ })).toHaveCount(2)

  await page.getByRole('button', { name: /^Changer/ }).click()
  await page.getByLabel('Nom').fill('SIRH')
  await page.getByLabel('Une séance a eu lieu').check()
  await expectGoodState(page, 'a connection that is changed')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'SIRH', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0)
  await expect(page.getByText('Une séance a eu lieu')).toBeVisible()

  await page.getByRole('button', { name: /^Reprendre depuis une date/ }).click()
  await page.getByLabel('Depuis le').fill('2020-01-01')
  await expectGoodState(page, 'since when to recover')
  await page.getByRole('button', { name: 'Reprendre depuis ce jour' }).click()
  await expect(page.getByText(/événements partent|événement part|Rien n’est à renvoyer/)).toBeVisible()

  await page.getByRole('button', { name: /^Arrêter les envois/ }).click()
  await expect(page.getByText('Quelqu’un de l’équipe a arrêté les envois.')).toBeVisible()
  await expectGoodState(page, 'a connection that is stopped')
  await page.getByRole('button', { name: 'Reprendre les envois' }).click()
  await expect(page.getByText('Elle reçoit les événements.')).toBeVisible()

  await page.getByRole('button', { name: /^Redemander une preuve/ }).click()
  await page.locator('form').getByRole('button', { name: 'Redemander une preuve' }).click()
  await expect(page.getByRole('heading', { name: 'Prouver que cette adresse est à vous' })).toBeVisible()
  await page.getByLabel('Texte reçu').fill('not what was sent')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await expect(page.getByText('Ce n’est pas la chaîne envoyée')).toBeVisible()
  await expectGoodState(page, 'a connection to be proved')

  await page.goto(page.url().replace('/fr/', '/en/'))
  await expect(page.getByText('It has to prove first that it is yours.')).toBeVisible()
  await expectGoodState(page, 'a connection, in English')
  await page.getByRole('link', { name: 'HR connections' }).click()
  await expect(page.getByText('proof awaited')).toBeVisible()
  await expectGoodState(page, 'connections, in English')
  await page.getByRole('link', { name: 'SIRH' }).click()
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByText('Erased for good')).toBeVisible()
  await expectGoodState(page, 'before a connection is removed')
  await page.getByRole('button', { name: 'Remove the address' }).click()
  await page.waitForURL('**/en/console/exchanges/')
  await expect(page.getByText('The address “SIRH” is removed.')).toBeVisible()
  await expect(page.getByText('No address yet.')).toBeVisible()
})

test('an organiser looks for mails that did not leave, and does without the message of Monday for a while', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize(DESKTOP)
  await signIn(page, 'organiser@armorique.example')
  for (const language of LANGUAGES) {
    await page.goto(`/${language}/console/mails/`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2)
    await expectGoodState(page, `${language}/console/mails/`)
  }
  await page.goto('/fr/console/team/')
  const digest = page.getByLabel('Message du lundi (organiser@armorique.example)')
  await expect(digest).toBeChecked()
  await digest.uncheck()
  await expect(page.getByText('ne recevra plus le message du lundi')).toBeVisible()
  await page.reload()
  await expect(digest).not.toBeChecked()
  await expectGoodState(page, 'the team')
  await digest.check()
  await expect(page.getByText('recevra le message du lundi')).toBeVisible()
  await page.goto('/fr/console/access/')
  await expect(page.getByText(/a changé ce que voit ou reçoit .*sans message du lundi/).first()).toBeVisible()
})
