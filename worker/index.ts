import { isMigrated } from '#db/queries/health.ts'
import type { Mailer } from '#gateways/mail.ts'
import { cloudflareMailer } from '#gateways/mail-cloudflare.ts'
import { resendMailer } from '#gateways/mail-resend.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { getSettings } from '#http/service-context.ts'
import { openService } from './service.ts'
import type { Bindings } from './settings.ts'

/** Through whom this deployment sends its mails. */
function mailerOf(env: Bindings): Mailer {
  const { mail } = getSettings(env)
  return mail.provider === 'resend' ? resendMailer(mail.apiKey) : cloudflareMailer(env.EMAIL)
}

const service = openService({
  now: async () => Date.now(),
  mailer: mailerOf,
  courier: httpCourier,
  isReady: (env) => isMigrated(env.DB),
})

export default { fetch: service.fetch, scheduled: service.scheduled, queue: service.queue }
