import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach } from 'vitest'

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database
      ASSETS: Fetcher
      TEST_MIGRATIONS: Parameters<typeof applyD1Migrations>[1]
    }
  }
}

beforeEach(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
})

afterEach(async () => {
  await reset()
})
