import type { Facts, MailTemplates } from './mail-template.ts'

/**
 * Mails about what does not go well, in kind words. Those about dates leave by themselves when nobody has met for a
 * while; the `-team` ones only when somebody of the team decides so, having read them. What pulses say never writes a
 * mail by itself: it would tell the other what was answered. Then the team writes to both alike, in words that fit any
 * pair at any time.
 */
export const TROUBLE_MAILS = {
  'trouble-first-session': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Une première date avec ${partner}\u00a0?`,
      paragraphs: [
        `Votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» n’a pas encore de première séance. Les agendas sont ce qu’ils sont\u00a0: cela arrive souvent.`,
        'Le plus simple est de proposer trois moments qui vous conviennent, même courts\u00a0: une demi-heure suffit pour faire connaissance. Votre espace montre les heures que vous avez en commun.',
        'Si quelque chose vous retient, le bouton d’aide de votre espace dit qui vous lira, et l’autre personne n’en saura rien.',
      ],
      action: { label: 'Proposer trois moments', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `A first date with ${partner}?`,
      paragraphs: [
        `Your pair with ${partner} in the programme “${programme}” has no first session yet. Calendars being what they are, this happens often.`,
        'The simplest is to suggest three times that suit you, however short: half an hour is enough to get acquainted. Your space shows the hours you have in common.',
        'If something holds you back, the help button of your space says who will read you, and the other person will not know.',
      ],
      action: { label: 'Suggest three times', href: link ?? '' },
    }),
  },
  'trouble-silence': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Une prochaine date avec ${partner}\u00a0?`,
      paragraphs: [
        `Aucune séance n’est prévue entre ${partner} et vous dans le programme «\u00a0${programme}\u00a0», et la dernière date un peu.`,
        'Un mot suffit pour repartir\u00a0: proposez une date, même lointaine, et un sujet que vous aviez laissé ouvert. Si la période est trop chargée, vous pouvez aussi mettre votre binôme en pause\u00a0: il reprendra de lui-même.',
      ],
      action: { label: 'Proposer une date', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `A next date with ${partner}?`,
      paragraphs: [
        `No session is planned between ${partner} and you in the programme “${programme}”, and the last one was a while ago.`,
        'One word is enough to begin again: suggest a date, even a distant one, and a topic that you left open. If times are too busy, you can also let your pair take a break: it will resume by itself.',
      ],
      action: { label: 'Suggest a date', href: link ?? '' },
    }),
  },
  'trouble-rhythm': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Trouver le bon rythme avec ${partner}`,
      paragraphs: [
        `Les deux dernières séances prévues avec ${partner} dans le programme «\u00a0${programme}\u00a0» n’ont pas pu avoir lieu. Personne ne compte les points\u00a0: certaines périodes ne laissent pas de place.`,
        'Ce qui aide souvent\u00a0: des séances plus courtes, trente minutes en début de journée, ou une date fixe dans le mois. Si une assistante ou un assistant tient votre agenda, votre espace propose un calendrier privé que vous pouvez lui confier\u00a0: il montre les dates, et rien d’autre.',
      ],
      action: { label: 'Choisir un autre rythme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Finding the right rhythm with ${partner}`,
      paragraphs: [
        `The last two sessions planned with ${partner} in the programme “${programme}” could not take place. Nobody keeps score: some weeks leave no room.`,
        'What often helps: shorter sessions, thirty minutes early in the day, or a fixed date each month. If an assistant keeps your calendar, your space offers a private calendar that you can hand to them: it shows the dates and nothing else.',
      ],
      action: { label: 'Choose another rhythm', href: link ?? '' },
    }),
  },
  'trouble-patience': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Vos séances avec ${partner}`,
      paragraphs: [
        `Deux séances prévues dans le programme «\u00a0${programme}\u00a0» n’ont pas pu avoir lieu. C’est une question d’agenda, et cela ne dit rien de l’intérêt que l’on porte à vos échanges.`,
        `L’équipe du programme le sait et aide à trouver un rythme qui tienne. De votre côté, vous pouvez proposer à ${partner} un format plus court, ou noter dans votre espace ce dont vous aimeriez parler.`,
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Your sessions with ${partner}`,
      paragraphs: [
        `Two sessions planned in the programme “${programme}” could not take place. This is a matter of calendars, and says nothing about the interest in your talks.`,
        `The programme team knows and helps to find a rhythm that holds. On your side, you can suggest a shorter form to ${partner}, or note in your space what you would like to talk about.`,
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'trouble-first-session-team': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Peut-on vous aider à trouver une première date\u00a0?`,
      paragraphs: [
        `L’équipe du programme «\u00a0${programme}\u00a0» serait heureuse de voir commencer votre binôme avec ${partner}.`,
        'S’il est difficile de trouver une date, répondez à ce message avec deux ou trois moments possibles\u00a0: nous nous chargeons de l’accord avec l’autre personne, ou avec son assistante ou son assistant.',
        'Et si vous préférez un autre binôme, ou attendre un peu, dites-le nous aussi\u00a0: les deux sont possibles, sans reproche à personne.',
      ],
      action: { label: 'Proposer une date', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: 'Can we help you find a first date?',
      paragraphs: [
        `The team of the programme “${programme}” would be glad to see your pair with ${partner} begin.`,
        'If a date is hard to find, answer this message with two or three possible times: we will settle one with the other person, or with their assistant.',
        'And if you would rather have another partner, or wait a little, tell us as well: both are possible, with no reproach to anybody.',
      ],
      action: { label: 'Suggest a date', href: link ?? '' },
    }),
  },
  'trouble-silence-team': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Comment va votre binôme\u00a0?`,
      paragraphs: [
        `Votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» n’a plus de date devant lui. L’équipe voudrait vous aider à repartir, de la façon qui vous va.`,
        'Trois chemins sont bons\u00a0: fixer une date, faire une pause qui se terminera d’elle-même, ou finir là, en remerciant l’autre personne. Votre espace propose les trois, et répondre à ce message suffit aussi.',
      ],
      action: { label: 'Choisir la suite', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: 'How is your pair?',
      paragraphs: [
        `Your pair with ${partner} in the programme “${programme}” has no date ahead of it. The team would like to help you begin again, in the way that suits you.`,
        'Three ways are good: set a date, take a break that ends by itself, or finish here, with thanks to the other person. Your space offers all three, and answering this message will do as well.',
      ],
      action: { label: 'Choose what comes next', href: link ?? '' },
    }),
  },
  'trouble-rhythm-team': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Un rythme qui tienne pour votre binôme`,
      paragraphs: [
        `L’équipe du programme «\u00a0${programme}\u00a0» voudrait vous rendre vos séances avec ${partner} plus faciles à tenir.`,
        'Nous pouvons fixer les dates avec votre assistante ou votre assistant, passer à trente minutes, ou vous proposer une pause le temps que la période s’allège. Répondez à ce message par ce qui vous arrange\u00a0: une ligne suffit.',
      ],
      action: { label: 'Voir mes séances', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: 'A rhythm that holds for your pair',
      paragraphs: [
        `The team of the programme “${programme}” would like to make your sessions with ${partner} easier to keep.`,
        'We can set the dates with your assistant, go down to thirty minutes, or suggest a break until things calm down. Answer this message with what suits you: one line is enough.',
      ],
      action: { label: 'See my sessions', href: link ?? '' },
    }),
  },
  'trouble-patience-team': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Vos séances avec ${partner}\u00a0: nous nous en occupons`,
      paragraphs: [
        `L’équipe du programme «\u00a0${programme}\u00a0» cherche un rythme qui tienne pour votre binôme avec ${partner}. Vous n’avez rien à faire, et rien à vous reprocher.`,
        'Si l’attente vous pèse, répondez à ce message\u00a0: nous en parlerons avec vous.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Your sessions with ${partner}: we are on it`,
      paragraphs: [
        `The team of the programme “${programme}” is looking for a rhythm that holds for your pair with ${partner}. There is nothing for you to do, and nothing to blame yourself for.`,
        'If the wait weighs on you, answer this message: we will talk about it.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'trouble-talk-team': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Un quart d’heure pour parler du programme\u00a0?`,
      paragraphs: [
        `Au fil du programme «\u00a0${programme}\u00a0», nous prenons un quart d’heure avec les binômes, chaque personne à part. C’est votre tour, ${partner} reçoit ce même message.`,
        'Dites-nous simplement quand vous êtes libre, en répondant à ce message. Ce que vous direz reste entre nous.',
        'D’ici là, une question fait du bien à tous les binômes\u00a0: qu’est-ce qui nous est utile, et qu’aimerions-nous faire autrement\u00a0?',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: 'A quarter of an hour to talk about the programme?',
      paragraphs: [
        `In the course of the programme “${programme}” we take a quarter of an hour with pairs, each person on their own. It is your turn, and ${partner} receives this same message.`,
        'Just tell us when you are free, by answering this message. What you say stays between us.',
        'Until then, one question does every pair good: what helps us, and what would we like to do differently?',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates
