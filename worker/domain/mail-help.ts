import type { Facts, MailTemplates } from './mail-template.ts'

/** Mails about help, breaks and separations, in neutral words: never who asked, never why, never a word of what was confided. */
export const HELP_MAILS = {
  'help-waiting': {
    fr: ({ programme, due, link }: Facts) => ({
      subject: `Quelqu’un demande de l’aide\u00a0: ${programme}`,
      paragraphs: [
        `Une personne du programme «\u00a0${programme}\u00a0» demande de l’aide. Votre nom lui a été donné avant l’envoi\u00a0: c’est vous qui la lisez.`,
        `Répondez-lui au plus tard le ${due}. Ce qu’elle a écrit n’est pas dans ce message\u00a0: la console le montre à qui doit le lire, et à personne d’autre.`,
      ],
      action: { label: 'Lire la demande', href: link ?? '' },
    }),
    en: ({ programme, due, link }: Facts) => ({
      subject: `Somebody asks for help: ${programme}`,
      paragraphs: [
        `A person in the programme “${programme}” asks for help. They were given your name before they sent it: you are the one who reads it.`,
        `Answer them by ${due} at the latest. What they wrote is not in this message: the console shows it to whoever is to read it, and to nobody else.`,
      ],
      action: { label: 'Read the request', href: link ?? '' },
    }),
  },
  'help-waiting-team': {
    fr: ({ programme, due, link }: Facts) => ({
      subject: `Quelqu’un demande de l’aide\u00a0: ${programme}`,
      paragraphs: [
        `Une personne du programme «\u00a0${programme}\u00a0» demande de l’aide. Aucune personne référente n’est nommée\u00a0: c’est à l’équipe que la demande s’adresse, et la personne le savait avant l’envoi.`,
        `L’une ou l’un d’entre vous répond au plus tard le ${due}. Ce qui est écrit n’est pas dans ce message\u00a0: la console le montre à l’équipe, et à personne d’autre.`,
      ],
      action: { label: 'Lire la demande', href: link ?? '' },
    }),
    en: ({ programme, due, link }: Facts) => ({
      subject: `Somebody asks for help: ${programme}`,
      paragraphs: [
        `A person in the programme “${programme}” asks for help. No referent is named: the request is for the team, and the person knew it before they sent it.`,
        `One of you answers by ${due} at the latest. What they wrote is not in this message: the console shows it to the team, and to nobody else.`,
      ],
      action: { label: 'Read the request', href: link ?? '' },
    }),
  },
  'help-received': {
    fr: ({ programme, reader, due, link }: Facts) => ({
      subject: `Votre demande d’aide est arrivée\u00a0: ${programme}`,
      paragraphs: [
        'Merci de l’avoir dit. Votre demande est bien arrivée.',
        `Qui la lit\u00a0: ${reader}. Vous recevez une réponse au plus tard le ${due}.`,
        'Personne d’autre ne lit ce que vous confiez. L’autre personne de votre binôme n’en sait rien.',
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, reader, due, link }: Facts) => ({
      subject: `Your request for help has arrived: ${programme}`,
      paragraphs: [
        'Thank you for saying so. Your request has arrived.',
        `Who reads it: ${reader}. You are answered by ${due} at the latest.`,
        'Nobody else reads what you confide. The other person in your pair knows nothing of it.',
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
  'help-reader': {
    fr: ({ programme, reader, due, link }: Facts) => ({
      subject: `Votre demande d’aide change de mains\u00a0: ${programme}`,
      paragraphs: [
        'La personne qui devait lire votre demande d’aide ne fait plus partie de l’équipe du programme.',
        `Qui la lit désormais\u00a0: ${reader}. Vous recevez une réponse au plus tard le ${due}. Personne d’autre ne la lit.`,
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, reader, due, link }: Facts) => ({
      subject: `Your request for help has a new reader: ${programme}`,
      paragraphs: [
        'The person who was to read your request for help is no longer on the programme team.',
        `Who reads it from now on: ${reader}. You are answered by ${due} at the latest. Nobody else reads it.`,
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
  'pair-paused': {
    fr: ({ programme, partner, until, link }: Facts) => ({
      subject: `Votre binôme fait une pause\u00a0: ${programme}`,
      paragraphs: [
        `Votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» fait une pause. Une pause n’a pas à s’expliquer, et l’autre personne reçoit ce même message.`,
        `Il reprend de lui-même le ${until}. D’ici là, rien n’est attendu de vous\u00a0: les séances prévues avant ce jour sont annulées, et aucun rappel ne part.`,
        'Chacun de vous deux peut reprendre plus tôt, depuis son espace.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, until, link }: Facts) => ({
      subject: `Your pair is taking a break: ${programme}`,
      paragraphs: [
        `Your pair with ${partner} in the programme “${programme}” is taking a break. A break needs no explanation, and the other person receives this same message.`,
        `It resumes by itself on ${until}. Until then nothing is expected of you: the sessions planned before that day are cancelled, and no reminder is sent.`,
        'Either of you can resume earlier, from your own space.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'pair-returned': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Votre binôme reprend\u00a0: ${programme}`,
      paragraphs: [
        `La pause est finie\u00a0: votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» reprend aujourd’hui.`,
        'Proposez une prochaine date dès que cela vous convient. Il n’y a rien à rattraper.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Your pair resumes: ${programme}`,
      paragraphs: [
        `The break is over: your pair with ${partner} in the programme “${programme}” resumes today.`,
        'Suggest a next date whenever it suits you. There is nothing to catch up on.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'pair-separated': {
    fr: ({ programme, partner, next, link }: Facts) => ({
      subject: `Votre binôme s’arrête\u00a0: ${programme}`,
      paragraphs: [
        `Votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» s’arrête aujourd’hui. Cela arrive, et personne n’est en faute. L’autre personne reçoit ce même message.`,
        'Les séances encore prévues sont annulées, et plus rien ne vous est demandé pour ce binôme. Merci pour ce que vous avez partagé.',
        next
          ? `Votre place dans le programme reste la vôtre\u00a0: nous cherchons pour vous un autre binôme à la prochaine formation, le ${next}. Si vous préférez vous arrêter là, votre espace vous le permet en deux gestes.`
          : 'Votre place dans le programme reste la vôtre\u00a0: si de nouveaux binômes sont formés, nous en cherchons un pour vous. Si vous préférez vous arrêter là, votre espace vous le permet en deux gestes.',
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, partner, next, link }: Facts) => ({
      subject: `Your pair comes to an end: ${programme}`,
      paragraphs: [
        `Your pair with ${partner} in the programme “${programme}” comes to an end today. This happens, and nobody is at fault. The other person receives this same message.`,
        'The sessions still planned are cancelled, and nothing more is asked of you for this pair. Thank you for what you have shared.',
        next
          ? `You keep your place in the programme: we will look for another pair for you in the next round, on ${next}. If you would rather stop here, your space lets you do so in two steps.`
          : 'You keep your place in the programme: if new pairs are formed, we will look for one for you. If you would rather stop here, your space lets you do so in two steps.',
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates
