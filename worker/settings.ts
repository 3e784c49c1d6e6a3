import { isLoopback } from '#domain/webhook.ts'

/** What the environment must hold; parsed once, so that a missing part is named at the door. */
export interface Settings {
  baseUrl: string
  organisation: string
  mailFrom: string
  /** Through whom mails leave. */
  mail: { provider: 'cloudflare' } | { provider: 'resend'; apiKey: string }
  /** What the HTTP provider signs its delivery events with; null where it sends none. */
  mailEventsSecret: string | null
  secret: string
  /** SHA-256 (hex) of a token with every scope; only local programs set it. */
  rootTokenHash: string | null
  /** Webhooks may reach loopback receivers: for one machine only. */
  webhookLoopback: boolean
  secure: boolean
  /** Cloudflare’s check that a browser is one, where the organisation wants it. */
  turnstile: { siteKey: string; secret: string } | null
  /** How many requests a minute one key, one person or one network may make. */
  rateLimitPerMinute: number
}

/** Two hundred a second: an HR system that reads everything goes on at full speed, a loop that has run wild does not. */
const RATE_LIMIT_PER_MINUTE = 12_000

export interface Bindings {
  DB: D1Database
  ASSETS: Fetcher
  JOBS: Queue<JobMessage>
  EMAIL: SendEmail
  BASE_URL: string
  ORGANISATION: string
  MAIL_FROM: string
  MAIL_PROVIDER?: string
  MAIL_API_KEY?: string
  MAIL_EVENTS_SECRET?: string
  BETTER_AUTH_SECRET?: string
  ROOT_TOKEN_HASH?: string
  WEBHOOK_LOOPBACK?: string
  TURNSTILE_SITE_KEY?: string
  TURNSTILE_SECRET?: string
  RATE_LIMIT_PER_MINUTE?: string
}

/** A queue message wakes a worker up; it carries an id, never a payload. */
export interface JobMessage {
  job: 'match-run' | 'employee-import' | 'deliveries' | 'mails' | 'recheck'
  id?: string
}

/** @throws Error naming what is missing or contradictory; the Worker then refuses to start. */
export function readSettings(env: Bindings): Settings {
  const missing = (['BASE_URL', 'MAIL_FROM', 'BETTER_AUTH_SECRET'] as const).filter((name) => !env[name])
  if (missing.length) throw new Error(`Settings: ${missing.join(', ')} must be set (see README, Deploy)`)
  const base = new URL(env.BASE_URL)
  if (base.protocol !== 'https:' && !isLoopback(base.hostname)) {
    throw new Error('Settings: BASE_URL must be https, or http on localhost')
  }
  const webhookLoopback = env.WEBHOOK_LOOPBACK === '1'
  if (webhookLoopback && base.protocol === 'https:') {
    throw new Error('Settings: WEBHOOK_LOOPBACK=1 is for one machine and is refused with an https BASE_URL')
  }
  if ((env.BETTER_AUTH_SECRET ?? '').length < 32) {
    throw new Error('Settings: BETTER_AUTH_SECRET must have 32 characters or more')
  }
  if (Boolean(env.TURNSTILE_SITE_KEY) !== Boolean(env.TURNSTILE_SECRET)) {
    throw new Error('Settings: TURNSTILE_SITE_KEY and TURNSTILE_SECRET go together; set both or neither')
  }
  const rateLimitPerMinute = Number(env.RATE_LIMIT_PER_MINUTE || RATE_LIMIT_PER_MINUTE)
  if (!Number.isInteger(rateLimitPerMinute) || rateLimitPerMinute < 1) {
    throw new Error('Settings: RATE_LIMIT_PER_MINUTE must be a whole number, 1 or more')
  }
  return {
    baseUrl: base.origin,
    organisation: env.ORGANISATION || 'Binôme',
    mailFrom: env.MAIL_FROM,
    mail: readMailProvider(env),
    mailEventsSecret: readMailEventsSecret(env),
    secret: env.BETTER_AUTH_SECRET as string,
    rootTokenHash: env.ROOT_TOKEN_HASH || null,
    webhookLoopback,
    secure: base.protocol === 'https:',
    turnstile:
      env.TURNSTILE_SITE_KEY && env.TURNSTILE_SECRET
        ? { siteKey: env.TURNSTILE_SITE_KEY, secret: env.TURNSTILE_SECRET }
        : null,
    rateLimitPerMinute,
  }
}

function readMailProvider({ MAIL_PROVIDER, MAIL_API_KEY }: Bindings): Settings['mail'] {
  const provider = MAIL_PROVIDER || 'cloudflare'
  if (provider === 'cloudflare') {
    if (MAIL_API_KEY) throw new Error('Settings: MAIL_API_KEY is of no use without MAIL_PROVIDER=resend')
    return { provider }
  }
  if (provider !== 'resend') throw new Error('Settings: MAIL_PROVIDER must be cloudflare or resend')
  if (!MAIL_API_KEY) throw new Error('Settings: MAIL_PROVIDER=resend needs MAIL_API_KEY')
  return { provider, apiKey: MAIL_API_KEY }
}

function readMailEventsSecret({ MAIL_EVENTS_SECRET }: Bindings): string | null {
  if (!MAIL_EVENTS_SECRET) return null
  if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(MAIL_EVENTS_SECRET)) {
    throw new Error(
      'Settings: MAIL_EVENTS_SECRET must be the signing secret of the webhook, whsec_ and base64',
    )
  }
  return MAIL_EVENTS_SECRET
}
