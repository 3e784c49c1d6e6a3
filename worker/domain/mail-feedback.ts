import type { MailTemplates } from './mail-template.ts'

/** Mails about pulses and surveys: a link that opens a page, and never acts on opening. */
export const FEEDBACK_MAILS = {} as const satisfies MailTemplates
