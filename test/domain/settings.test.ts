import { describe, expect, it } from 'vitest'
import { type Bindings, readSettings } from '../../worker/settings.ts'

const environment = {
  BASE_URL: 'https://binome.example.com',
  MAIL_FROM: 'binome@example.com',
  ORGANISATION: 'Armorique',
  BETTER_AUTH_SECRET: 'a secret of thirty-two letters or more',
} as Bindings

describe('the settings of a deployment', () => {
  it('are read once, and a missing part is named', () => {
    expect(readSettings(environment)).toMatchObject({
      baseUrl: 'https://binome.example.com',
      secure: true,
      webhookLoopback: false,
    })
    expect(() => readSettings({ ...environment, BETTER_AUTH_SECRET: undefined, MAIL_FROM: '' })).toThrow(
      'MAIL_FROM, BETTER_AUTH_SECRET',
    )
    expect(() => readSettings({ ...environment, BETTER_AUTH_SECRET: 'short' })).toThrow('32 characters')
  })

  it('let webhooks reach this machine only where the programme runs on it', () => {
    const local = { ...environment, BASE_URL: 'http://localhost:8787', WEBHOOK_LOOPBACK: '1' }
    expect(readSettings(local)).toMatchObject({ webhookLoopback: true, secure: false })
    expect(() => readSettings({ ...environment, WEBHOOK_LOOPBACK: '1' })).toThrow('WEBHOOK_LOOPBACK=1')
    expect(() => readSettings({ ...environment, BASE_URL: 'http://binome.example.com' })).toThrow('https')
  })
})
