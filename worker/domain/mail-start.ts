import type { Facts, MailTemplates } from './mail-template.ts'

/** Mails about how a pair begins: charter, agreement, path, preparation. */
export const START_MAILS = {
  'agreement-written': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Votre accord de binôme attend votre avis\u00a0: ${programme}`,
      paragraphs: [
        `${partner} a écrit ce que votre binôme pourrait viser, à quel rythme et de quelle façon.`,
        'Lisez-le, acceptez-le s’il vous convient, ou changez-le. Vous seuls le lisez, tous les deux.',
      ],
      action: { label: 'Lire notre accord', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `The agreement of your pair awaits you: ${programme}`,
      paragraphs: [
        `${partner} has written down what your pair might aim at, how often you would meet and how you would go about it.`,
        'Read it, accept it if it suits you, or change it. Only the two of you can read it.',
      ],
      action: { label: 'Read our agreement', href: link ?? '' },
    }),
  },
  'charter-changed': {
    fr: ({ programme, link }: Facts) => ({
      subject: `La charte a changé\u00a0: ${programme}`,
      paragraphs: [
        `L’équipe du programme «\u00a0${programme}\u00a0» a modifié la charte que vous avez acceptée.`,
        'Relisez-la dans votre espace et signez-la d’un bouton. Rien d’autre ne change d’ici là.',
      ],
      action: { label: 'Relire la charte', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `The charter has changed: ${programme}`,
      paragraphs: [
        `The team of the programme “${programme}” has changed the charter that you accepted.`,
        'Read it again in your space, and sign it with one button. Nothing else changes until then.',
      ],
      action: { label: 'Read the charter', href: link ?? '' },
    }),
  },
  'preparation-opened': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Un échange pour bien commencer\u00a0: ${programme}`,
      paragraphs: [
        `Avant la première séance de votre binôme du programme «\u00a0${programme}\u00a0», une personne de l’équipe prend un moment avec vous pour la préparer.`,
        'Elle vous écrit dans les dix jours. Ce que vous lui direz reste entre vous\u00a0; la première séance se fixe juste après.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `A talk to start well: ${programme}`,
      paragraphs: [
        `Before the first session of your pair in the programme “${programme}”, somebody of the team takes a moment with you to prepare it.`,
        'They write to you within ten days. What you tell them stays between you; the first session is set right after.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'coach-named': {
    fr: ({ programme, partner, coach, link }: Facts) => ({
      subject: `Une personne à vos côtés\u00a0: ${programme}`,
      paragraphs: [
        `Une personne de l’équipe accompagne désormais votre binôme avec ${partner}\u00a0: ${coach}.`,
        'Elle vous écrira si un échange est prévu. Vous pouvez aussi lui écrire, à tout moment. Vos réponses au questionnaire ne lui sont pas montrées.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, coach, link }: Facts) => ({
      subject: `Somebody at your side: ${programme}`,
      paragraphs: [
        `Somebody of the team now stands by your pair with ${partner}: ${coach}.`,
        'They will write to you if a talk is planned. You may write to them too, at any time. They are not shown what you answered.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'coach-assigned': {
    fr: ({ programme, mentor, mentee, link }: Facts) => ({
      subject: `Un binôme à accompagner\u00a0: ${programme}`,
      paragraphs: [
        `Vous accompagnez désormais ${mentor} et ${mentee} dans le programme «\u00a0${programme}\u00a0». Les deux personnes le savent.`,
        'Si un échange de préparation est prévu, il vient avant leur première séance. La console dit avec qui et pour quand\u00a0; notez-y qu’il a eu lieu.',
      ],
      action: { label: 'Ouvrir la console', href: link ?? '' },
    }),
    en: ({ programme, mentor, mentee, link }: Facts) => ({
      subject: `A pair to stand by: ${programme}`,
      paragraphs: [
        `You now stand by ${mentor} and ${mentee} in the programme “${programme}”. Both of them know.`,
        'If a talk to prepare is planned, it comes before their first session. The console says with whom and by when; note there that it was held.',
      ],
      action: { label: 'Open the console', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates
