import { isMigrated } from '#db/queries/health.ts'
import { cloudflareMailer } from '#gateways/mail.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { openService } from './service.ts'

const service = openService({
  now: async () => Date.now(),
  mailer: (env) => cloudflareMailer(env.EMAIL),
  courier: httpCourier,
  isReady: (env) => isMigrated(env.DB),
})

export default { fetch: service.fetch, scheduled: service.scheduled, queue: service.queue }
