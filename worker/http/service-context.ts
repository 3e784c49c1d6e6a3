import type { Context as HonoContext } from 'hono'
import { type Context, randomId } from '#actions/context.ts'
import { openDatabase } from '#db/commit.ts'
import type { Language } from '#domain/language.ts'
import type { Actor } from '#domain/permission.ts'
import type { Mailer } from '#gateways/mail.ts'
import type { Courier } from '#gateways/webhook.ts'
import { type Bindings, type JobMessage, readSettings, type Settings } from '../settings.ts'

/** What differs between a deployment and one machine: the clock, where mail goes, whether the store is ready. */
export interface Parts {
  now(env: Bindings): Promise<number>
  mailer(env: Bindings): Mailer
  /** How webhooks leave. */
  courier: Courier
  isReady(env: Bindings): Promise<boolean>
}

/** What every request carries. */
export interface Variables {
  ctx: Context
  parts: Parts
  requestId: string
  language: Language
}

export type App = { Bindings: Bindings; Variables: Variables }
export type Request = HonoContext<App>

const settingsOf = new WeakMap<Bindings, Settings>()

/** The settings, parsed once for an environment. */
export function getSettings(env: Bindings): Settings {
  let settings = settingsOf.get(env)
  if (!settings) {
    settings = readSettings(env)
    settingsOf.set(env, settings)
  }
  return settings
}

/** A context for one request or job. Messages that wake workers are sent once each, and may be lost. */
export async function openContext(
  env: Bindings,
  parts: Parts,
  actor: Actor,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<Context> {
  const sent = new Set<string>()
  return {
    db: openDatabase(env.DB),
    actor,
    now: await parts.now(env),
    settings: getSettings(env),
    newId: randomId,
    asked: { version: null, once: null },
    wake(message: JobMessage) {
      const key = `${message.job}:${message.id ?? ''}`
      if (sent.has(key)) return
      sent.add(key)
      waitUntil(env.JOBS.send(message).catch(() => undefined))
    },
  }
}
