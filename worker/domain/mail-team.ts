import type { MailTemplates } from './mail-template.ts'

/** Mails about the programme team: what awaits it, and what it asks people again. */
export const TEAM_MAILS = {
  'invitation-again': {
    fr: ({ programme, proposed_by, link }) => ({
      subject: `Votre invitation vous attend\u00a0: ${programme}`,
      paragraphs: [
        `Nous vous avons écrit au sujet du programme «\u00a0${programme}\u00a0». La proposition vient de\u00a0: ${proposed_by}.`,
        'Si notre message vous a échappé, le lien ci-dessous dit de quoi il s’agit. Le premier lien reste valable, lui aussi.',
        'Vous êtes libre de dire non\u00a0: cela n’a aucune conséquence, et personne n’en est informé. Sans réponse de votre part, vous ne participez à rien.',
      ],
      action: { label: 'Lire l’invitation', href: link ?? '' },
    }),
    en: ({ programme, proposed_by, link }) => ({
      subject: `Your invitation is waiting: ${programme}`,
      paragraphs: [
        `We wrote to you about the programme “${programme}”. The proposal comes from: ${proposed_by}.`,
        'If our message passed you by, the link below says what it is about. The first link still works, too.',
        'You are free to say no: it has no consequence, and nobody is told. Without an answer from you, you take part in nothing.',
      ],
      action: { label: 'Read the invitation', href: link ?? '' },
    }),
  },
  'proposal-reminder': {
    fr: ({ programme, deadline, link }) => ({
      subject: `Une proposition attend votre réponse\u00a0: ${programme}`,
      paragraphs: [
        `Dans le programme «\u00a0${programme}\u00a0», une personne vous a été proposée. Vous pouvez répondre jusqu’au ${deadline}.`,
        'Oui ou non, les deux réponses nous aident\u00a0: la vôtre reste entre vous et nous. Sans réponse, la proposition s’achève d’elle-même.',
      ],
      action: { label: 'Voir la proposition', href: link ?? '' },
    }),
    en: ({ programme, deadline, link }) => ({
      subject: `A proposal awaits your answer: ${programme}`,
      paragraphs: [
        `In the programme “${programme}”, somebody has been proposed to you. You can answer until ${deadline}.`,
        'Yes or no, both help us: yours stays between you and us. Without an answer the proposal ends by itself.',
      ],
      action: { label: 'See the proposal', href: link ?? '' },
    }),
  },
  'monday-digest': {
    fr: ({ count = '0', lines = '', more = '', link = '' }) => ({
      subject:
        count === '0'
          ? 'Votre lundi\u00a0: tout va bien'
          : `Votre lundi\u00a0: ce qui vous attend (${count})`,
      paragraphs:
        count === '0'
          ? ['Rien n’attend cette semaine. Bonne semaine à vous.']
          : [
              'Voici ce qui attend, le plus pressé d’abord. Les noms et les gestes à faire sont dans la console.',
              ...(more === '' ? [] : [`Et aussi\u00a0: ${more}, à lire dans la console.`]),
            ],
      lines: linesOf(lines),
      action: { label: 'Ouvrir la console', href: link },
    }),
    en: ({ count = '0', lines = '', more = '', link = '' }) => ({
      subject: count === '0' ? 'Your Monday: all is well' : `Your Monday: what awaits you (${count})`,
      paragraphs:
        count === '0'
          ? ['Nothing awaits you this week. Have a good one.']
          : [
              'Here is what awaits you, the most urgent first. Names and what to do are in the console.',
              ...(more === '' ? [] : [`And also: ${more}, to be read in the console.`]),
            ],
      lines: linesOf(lines),
      action: { label: 'Open the console', href: link },
    }),
  },
} as const satisfies MailTemplates

/** Facts are texts: lines are told apart by line breaks. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
