import { isMigrated } from '#db/queries/health.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { openService } from '../service.ts'
import { localNow } from './clock.ts'
import { devRoutes } from './dev.ts'
import { localMailer } from './mail.ts'
import { readState } from './store.ts'

/** The same service on one machine: a clock that can be moved, mails that stay, and doors to look at both. */
const service = openService(
  {
    now: (env) => localNow(env.DB),
    mailer: (env) => localMailer(env.DB),
    courier: httpCourier,
    isReady: async (env) => (await isMigrated(env.DB)) && (await readState(env.DB, 'world')) === 'ready',
  },
  devRoutes,
)

export default { fetch: service.fetch, scheduled: service.scheduled, queue: service.queue }
