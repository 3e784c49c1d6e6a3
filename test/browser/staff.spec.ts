import { expect, test } from '@playwright/test'
import { LANGUAGES } from '#domain/language.ts'
import { DESKTOP, expectGoodPage, PHONE, signIn } from './look.ts'

const FILE = {
  name: 'personnel.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'N° agent;Prénom;Nom;E-mail pro;Code UO;Date de naissance;N+1',
      'P1;Nolwenn;Le Goff;nolwenn.legoff@essai.example;Brest;1990-01-01;',
      'P2;Yann;Kermarrec;yann.kermarrec@essai.example;Brest;1985-01-01;P1',
      'P3;Soizic;;soizic@essai.example;Quimper;1999-01-01;P1',
      'P4;Erwan;Le Bras;erwan.lebras@essai.example;Quimper;1999-01-01;P9',
    ].join('\r\n'),
  ),
}

test('an organiser tries a file, says what its columns are, imports it, and reads what became of it', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize(DESKTOP)
  await signIn(page, 'organiser@armorique.example')
  await page.goto('/fr/console/')
  await page.getByRole('link', { name: 'Personnel' }).click()
  await page.waitForURL('**/fr/console/staff/')
  await expect(page.getByRole('region', { name: 'L’organigramme en quatre nombres' })).toBeVisible()
  await expectGoodPage(page, 'the staff page')
  const present = page.getByRole('region', { name: 'L’organigramme en quatre nombres' }).locator('dd').first()
  const before = Number((await present.textContent())?.replace(/\D/g, ''))

  await page.getByLabel('Le fichier').setInputFiles(FILE)
  await expect(page.getByText('Aucune colonne ne donne le matricule')).toBeVisible()
  await expect(page.getByRole('row', { name: /Date de naissance/ })).toContainText('Jamais lue')
  await page.getByLabel('N° agent').selectOption('external_id')
  await page.getByLabel('Code UO').selectOption('site')
  await expect(page.getByText('Toutes les colonnes sont reconnues.')).toBeVisible()
  await page.getByLabel('D’où il vient').fill('essai-brest')
  await page.getByLabel('D’où il vient').blur()
  await expect(page.getByLabel('Code UO')).toHaveValue('site')
  await expectGoodPage(page, 'the columns of a file')
  await page.getByRole('button', { name: 'Envoyer' }).click()

  await expect(page.getByText('Essai terminé. Rien n’a été écrit.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Cet envoi en nombres' })).toContainText('Seraient nouvelles')
  await expect(
    page.getByText('Jamais lues, car elles touchent à la personne : Date de naissance.'),
  ).toBeVisible()
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    await expectGoodPage(page, `a dry run at ${viewport.width}`)
  }
  await page.setViewportSize(DESKTOP)

  await page.getByRole('button', { name: 'Importer ce fichier' }).click()
  await expect(page.getByText('Import terminé.')).toBeVisible({ timeout: 60_000 })
  await expect(present).toHaveText(String(before + 3))
  const rejects = page.getByRole('link', { name: 'Télécharger les lignes refusées' })
  const [download] = await Promise.all([page.waitForEvent('download'), rejects.click()])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  await expect(page.getByRole('table', { name: 'Ce qui est à savoir' })).toContainText('P9')

  await page.reload()
  await expect(page.getByText('Import terminé.')).toBeVisible()
  await page.getByLabel('Le fichier').setInputFiles(FILE)
  await expect(page.getByText('Toutes les colonnes sont reconnues.')).toBeVisible()

  await page.getByLabel('Ce fichier contient tout le personnel').check()
  await page.getByLabel('Prendre ce qui est bon').check()
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByText(/ne figurent pas dans ce fichier/)).toBeVisible({ timeout: 60_000 })
  await expectGoodPage(page, 'many departures')
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await expect(page.getByText('Cet envoi a été abandonné.')).toBeVisible()

  for (const language of LANGUAGES) {
    await page.goto(`/${language}/console/staff/`, { waitUntil: 'networkidle' })
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport)
      await expectGoodPage(page, `${language}/console/staff/ at ${viewport.width}`)
    }
  }
})
