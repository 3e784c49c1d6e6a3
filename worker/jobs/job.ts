import type { Context } from '#actions/context.ts'
import { underLease } from '#actions/job-lease.ts'
import type { Mailer } from '#gateways/mail.ts'
import type { Courier } from '#gateways/webhook.ts'

/** What a job may need beside the context: time that moves on, and ways to send mail and webhooks. */
export interface Tools {
  clock: () => number
  mailer: Mailer
  courier: Courier
}

/** Bounded work that is safe to run twice; returns counts that are logged, or null where another worker is at it. */
export type Job = (ctx: Context, tools: Tools) => Promise<Record<string, number> | null>

/** A job that one worker at a time does, under a lease in its name. */
export function inTurn(name: string, job: Job): Job {
  const held: Job = (ctx, tools) => underLease(ctx, name, tools.clock, (holding) => job(holding, tools))
  return Object.defineProperty(held, 'name', { value: name })
}
