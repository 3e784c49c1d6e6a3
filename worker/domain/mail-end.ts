import type { Facts, MailTemplates } from './mail-template.ts'

/** Mails about the end of a pair and what follows. */
export const END_MAILS = {
  'pair-completed': {
    fr: ({ programme, partner, certificate, link }: Facts) => ({
      subject: 'Votre binôme est arrivé au bout',
      paragraphs: [
        `Le programme «\u00a0${programme}\u00a0» se termine, et avec lui votre binôme avec ${partner}. Merci pour le temps que vous y avez donné.`,
        'Votre espace garde trois choses pour vous\u00a0: votre attestation à imprimer, la place d’un mot de remerciement, et un dernier questionnaire de cinq minutes si vous ne l’avez pas encore rempli.',
        `Votre attestation\u00a0: ${certificate}`,
        'Rien ne vous empêche de rester en contact\u00a0: cela ne regarde que vous deux.',
      ],
      action: { label: 'Ouvrir la page de mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, certificate, link }: Facts) => ({
      subject: 'Your pair has come to its end',
      paragraphs: [
        `The programme “${programme}” ends, and with it your pair with ${partner}. Thank you for the time you gave.`,
        'Your space keeps three things for you: your certificate to print, room for a note of thanks, and a last survey of five minutes if you have not answered it yet.',
        `Your certificate: ${certificate}`,
        'Nothing keeps you from staying in touch: that is between the two of you.',
      ],
      action: { label: 'Open the page of my pair', href: link ?? '' },
    }),
  },
  'thank-you': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: 'Un mot de remerciement vous attend',
      paragraphs: [
        `${partner} vous a écrit un mot de remerciement, au terme de vos échanges dans le programme «\u00a0${programme}\u00a0».`,
        'Personne d’autre ne le lit\u00a0: il est sur la page de votre binôme.',
      ],
      action: { label: 'Lire ce mot', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: 'A note of thanks is waiting for you',
      paragraphs: [
        `${partner} wrote you a note of thanks, at the end of your talks in the programme “${programme}”.`,
        'Only you can read it, on the page of your pair.',
      ],
      action: { label: 'Read the note', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates
