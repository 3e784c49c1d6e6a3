import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'

/**
 * `npm run pictures -- --port P`: makes the pictures of the README from a running `npm start`.
 * Signs in as the organiser of the starting world with the code on the page of mails.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } })
const base = `http://localhost:${values.port}`
const organiser = 'organiser@armorique.example'
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const browser = await chromium.launch({
  ...(installed ? { executablePath: installed } : {}),
  args: ['--no-sandbox'],
})
const context = await browser.newContext({ viewport: { width: 1200, height: 760 }, baseURL: base })
const page = await context.newPage()

await page.goto('/fr/programmes/regards-neufs/')
await page.screenshot({ path: 'site/pictures/programme.png' })

await page.request.post('/api/v1/sign-in-codes', { data: { email: organiser } })
let code: string | null = null
while (code === null) {
  await page.waitForTimeout(500)
  const { items } = (await (await page.request.get(`/dev/mail.json?to=${organiser}`)).json()) as {
    items: { code: string | null }[]
  }
  code = items.find((mail) => mail.code !== null)?.code ?? null
}
await page.request.post('/api/v1/sessions', { data: { email: organiser, code } })
const runs = await page.request.get('/api/v1/programmes/numerique-a-deux-voix/match-runs')
const { items } = (await runs.json()) as { items: { id: string }[] }
await page.goto(`/fr/console/run/?id=${items[0]?.id}`, { waitUntil: 'networkidle' })
await page.screenshot({ path: 'site/pictures/console.png' })
await browser.close()
