import type { Both } from './language.ts'

/** A mail before it becomes text and HTML: a subject, sentences, maybe a list, and at most one thing to do. */
export interface MailWords {
  subject: string
  paragraphs: string[]
  /** One line each, after the sentences. */
  lines?: string[]
  /** Things to open, one a line, after those; without an address the words stand alone. */
  links?: { label: string; href: string }[]
  action: { label: string; href: string } | null
}

/** What the words of a mail are made with; cleared once it is sent. */
export type Facts = Record<string, string>

/** Mails by name, in both languages. */
export type MailTemplates = Record<string, Both<(facts: Facts) => MailWords>>
