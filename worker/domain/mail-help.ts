import type { MailTemplates } from './mail-template.ts'

/** Mails about help, breaks and separations, in neutral words. */
export const HELP_MAILS = {} as const satisfies MailTemplates
