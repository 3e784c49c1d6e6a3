import type { MailTemplates } from './mail-template.ts'

/** Mails about the programme team: what awaits it. */
export const TEAM_MAILS = {} as const satisfies MailTemplates
