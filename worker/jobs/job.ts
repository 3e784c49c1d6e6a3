import type { Context } from '#actions/context.ts'
import type { Mailer } from '#gateways/mail.ts'

/** What a job may need beside the context: time that moves on, and a way to send mail. */
export interface Tools {
  clock: () => number
  mailer: Mailer
}

/** Bounded work that is safe to run twice; returns counts that are logged. */
export type Job = (ctx: Context, tools: Tools) => Promise<Record<string, number>>
