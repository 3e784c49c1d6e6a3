import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Chromium as this machine has it, or else the one that Playwright knows, that speaks to nobody by itself. */
export async function openChromium(more: string[] = []): Promise<Browser> {
  const installed = PLACES.find((path) => existsSync(path))
  return chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
