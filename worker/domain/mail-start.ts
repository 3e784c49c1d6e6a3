import type { MailTemplates } from './mail-template.ts'

/** Mails about how a pair begins: charter, agreement, path, preparation. */
export const START_MAILS = {} as const satisfies MailTemplates
