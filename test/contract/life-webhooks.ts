import { eq } from 'drizzle-orm'
import { webhookEndpoints } from '#db/schema/webhook.ts'
import type { House } from '#test/house.ts'

/**
 * HR looks after an address on its own machine at which nobody listens: what was to be told, what came of it, telling it
 * again. Then it is switched off, so that nothing more is sent to it.
 */
export async function liveWebhooks(house: House): Promise<void> {
  const { root } = house
  const { json: hook } = await root.post('webhook-endpoints', { url: 'http://127.0.0.1:9/binome' })
  const door = `webhook-endpoints/${hook.id}`
  await root.patch(door, { description: 'SIRH', types: ['programme.published'] })
  await root.post(`${door}/secret-rotation`)
  await root.post(`${door}/test`)
  await root.post(`${door}/recovery`, { since: new Date(house.now - 3_600_000).toISOString() })
  await house.tick()
  await root.get(`${door}/deliveries?limit=1`)
  const deliveries = await root.all(`${door}/deliveries?state=waiting`)
  const tried = deliveries.find(({ attempts }) => attempts > 0)
  await root.get(`${door}/deliveries/${tried?.event}/attempts`)
  await root.post(`${door}/deliveries/${tried?.event}/resend`)
  await root.post(`${door}/challenge`)
  const row = await house.db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, hook.id)).get()
  await root.post(`${door}/verification`, { challenge: row?.challenge })
  await root.patch(door, { state: 'disabled' })
}
