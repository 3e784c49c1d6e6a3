import type { Facts, MailTemplates } from './mail-template.ts'

/** Several reminders to one person that are due at once, as one mail. */
export const SEVERAL_MAILS = {
  'several-reminders': {
    fr: ({ count = '', subjects = '', addresses = '', link = '' }: Facts) => ({
      subject: `Plusieurs choses vous attendent (${count})`,
      paragraphs: [
        'Plutôt que plusieurs messages, en voici un seul. Voici ce qui vous attend\u00a0; chaque ligne ouvre la page concernée.',
      ],
      links: linksOf(subjects, addresses),
      action: { label: 'Ouvrir mon espace', href: link },
    }),
    en: ({ count = '', subjects = '', addresses = '', link = '' }: Facts) => ({
      subject: `Several things await you (${count})`,
      paragraphs: [
        'Here is one message rather than several. This is what awaits you; each line opens the page concerned.',
      ],
      links: linksOf(subjects, addresses),
      action: { label: 'Open my space', href: link },
    }),
  },
} as const satisfies MailTemplates

/** Facts are texts: subjects, and the addresses that they lead to, each on a line of its own. */
function linksOf(subjects: string, addresses: string): { label: string; href: string }[] {
  const hrefs = addresses.split('\n')
  return subjects.split('\n').map((label, at) => ({ label, href: hrefs[at] ?? '' }))
}
