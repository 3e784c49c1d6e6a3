import type { Both } from '#domain/language.ts'

const fr = {
  trap: 'Laissez ce champ vide',
  again:
    'Relisez votre message, puis envoyez-le de nouveau\u00a0: la page était ouverte depuis trop peu de temps, ou depuis trop longtemps.',
  name: ['Votre nom', 'Tel que vous souhaitez que l’on s’adresse à vous.'],
  email: ['Votre adresse e-mail', 'Nous répondons à cette adresse.'],
  phone: ['Votre téléphone (facultatif)', 'Si vous préférez que l’on vous rappelle.'],
  kept: 'Votre message est lu par l’équipe du programme, et gardé douze mois après la réponse.',
  privacy: 'Ce que deviennent vos données',
  contact: {
    title: 'Nous écrire',
    lead: 'Une question, un doute, une idée\u00a0? Écrivez-nous. Une personne lit et répond.',
    reach: 'Nous joindre autrement',
    about: ['Votre message concerne', ''],
    text: ['Votre message', 'Dites l’essentiel. N’écrivez rien de confidentiel sur une autre personne.'],
    send: 'Envoyer le message',
    thanks: 'Votre message est bien arrivé',
    thanksText: [
      'Une personne de l’équipe le lit et vous répond, d’habitude en quelques jours ouvrés.',
      'Un e-mail vous le confirme. S’il n’arrive pas, vérifiez les messages indésirables\u00a0: l’adresse était peut-être mal écrite.',
    ],
    back: 'Voir les programmes',
  },
  experts: {
    title: 'Appel à experts',
    lead: 'Vous avez vécu ce qu’une autre équipe s’apprête à vivre\u00a0? Trois à quatre heures de votre récit peuvent lui faire gagner des mois.',
    what: 'Une séance d’expert, c’est quoi\u00a0?',
    whatText: [
      'Une personne porte un projet et bute sur un point précis. Vous avez rencontré ce point, ailleurs ou autrement. Vous vous voyez trois à quatre heures, en une ou deux fois, et vous racontez.',
      'Vous ne venez pas vendre une solution, ni faire un audit. Vous partagez une expérience vécue\u00a0: ce qui bloquait, ce que vous avez tenté, ce qui a fini par débloquer la situation, et ce que vous feriez autrement.',
    ],
    story: [
      'L’histoire\u00a0: d’où vous partiez, avec qui, sous quelles contraintes.',
      'Les obstacles\u00a0: ceux que vous aviez prévus, et les autres.',
      'Le déblocage\u00a0: ce qui a tout changé, même si c’était petit.',
      'Le retour\u00a0: ce que la personne essaie dès la semaine suivante.',
    ],
    practical: [
      'Trois à quatre heures en tout, préparation d’une demi-heure comprise en plus.',
      'Sur place ou à distance, en une ou deux fois.',
      'Le grade ne compte pas. On peut venir d’une autre organisation.',
      'Ce qui se dit reste entre vous. Ne partagez rien que votre organisation interdit de dire.',
    ],
    practicalHeading: 'En pratique',
    storyHeading: 'Ce que vous racontez',
    open: 'Les programmes ouverts aux experts',
    none: 'Aucun programme d’experts n’est ouvert en ce moment. Écrivez-nous tout de même\u00a0: l’équipe vous recontacte quand une question proche de la vôtre se présente.',
    form: 'Proposer votre expérience',
    situation: [
      'La situation que vous avez vécue',
      'En quelques phrases\u00a0: le projet, le point qui bloquait. Ne nommez personne.',
    ],
    unlocked: ['Ce qui l’a débloquée', 'Une rencontre, une décision, un essai, un détail…'],
    send: 'Proposer mon expérience',
    thanks: 'Merci de votre proposition',
    thanksText: [
      'L’équipe la lit et vous répond. Elle vous recontacte quand une question proche de votre expérience se présente.',
      'Un e-mail vous confirme que nous l’avons reçue.',
    ],
    joined: { situation: 'Situation vécue', unlocked: 'Ce qui l’a débloquée' },
  },
}

const en: typeof fr = {
  trap: 'Leave this field empty',
  again:
    'Read your message again, then send it once more: the page had been open for too short a time, or for too long.',
  name: ['Your name', 'The way you would like to be addressed.'],
  email: ['Your e-mail address', 'We answer to this address.'],
  phone: ['Your telephone (optional)', 'If you would rather be called back.'],
  kept: 'Your message is read by the programme team, and kept for twelve months after it is answered.',
  privacy: 'What becomes of your data',
  contact: {
    title: 'Write to us',
    lead: 'A question, a doubt, an idea? Write to us. A person reads and answers.',
    reach: 'Other ways to reach us',
    about: ['Your message is about', ''],
    text: ['Your message', 'Say the essential. Write nothing confidential about somebody else.'],
    send: 'Send the message',
    thanks: 'Your message has arrived',
    thanksText: [
      'Somebody in the team reads it and answers you, usually within a few working days.',
      'An e-mail confirms it. If it does not arrive, look among unwanted messages: the address may have been mistyped.',
    ],
    back: 'See the programmes',
  },
  experts: {
    title: 'Call for experts',
    lead: 'Have you lived through what another team is about to face? Three to four hours of your story may save them months.',
    what: 'What is an expert session?',
    whatText: [
      'Somebody leads a project and is stuck on one precise point. You have met that point, elsewhere or in another shape. You spend three to four hours together, in one or two parts, and you tell the story.',
      'You do not come to sell a solution or to carry out an audit. You share what you have lived: what stood in the way, what you tried, what unlocked it in the end, and what you would do differently.',
    ],
    story: [
      'The story: where you started, with whom, under which constraints.',
      'The obstacles: those you had expected, and the others.',
      'The unlocking: what changed everything, however small.',
      'The way back: what the other person tries within a week.',
    ],
    practical: [
      'Three to four hours in all, and half an hour of preparation on top.',
      'On site or online, in one or two parts.',
      'Grade does not count. You may come from another organisation.',
      'What is said stays between you. Share nothing that your organisation forbids you to tell.',
    ],
    practicalHeading: 'In practice',
    storyHeading: 'What you tell',
    open: 'Programmes open to experts',
    none: 'No expert programme is open at the moment. Write to us all the same: the team comes back to you when a question close to your experience turns up.',
    form: 'Offer your experience',
    situation: [
      'The situation you lived through',
      'In a few sentences: the project, the point that was stuck. Name nobody.',
    ],
    unlocked: ['What unlocked it', 'An encounter, a decision, an attempt, a detail…'],
    send: 'Offer my experience',
    thanks: 'Thank you for your offer',
    thanksText: [
      'The team reads it and answers you. They come back to you when a question close to your experience turns up.',
      'An e-mail confirms that we have received it.',
    ],
    joined: { situation: 'The situation', unlocked: 'What unlocked it' },
  },
}

export const CONTACT_WORDS: Both<typeof fr> = { fr, en }
