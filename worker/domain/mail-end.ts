import type { MailTemplates } from './mail-template.ts'

/** Mails about the end of a pair and what follows. */
export const END_MAILS = {} as const satisfies MailTemplates
