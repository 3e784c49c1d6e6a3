import type { MailTemplates } from './mail-template.ts'

/** Mails about sessions: proposed, planned, moved, cancelled, to be confirmed. */
export const SESSION_MAILS = {} as const satisfies MailTemplates
