import type { MailTemplates } from './mail-template.ts'

/** Mails about what does not go well, in kind words. */
export const TROUBLE_MAILS = {} as const satisfies MailTemplates
