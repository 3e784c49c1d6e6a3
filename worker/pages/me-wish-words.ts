import type { Both } from '#domain/language.ts'

const fr = {
  wish: {
    title: 'Vous pensez à quelqu’un\u00a0?',
    open: 'Dire qui j’aimerais avoir pour mentor',
    text: 'Donnez l’adresse professionnelle de la personne que vous aimeriez avoir pour mentor. C’est une préférence\u00a0: les règles du programme valent pour elle comme pour les autres, et elle n’en saura rien.',
    current: (email: string) => `Votre souhait\u00a0: ${email}`,
    email: (programme: string) => `Son adresse professionnelle, pour ${programme}`,
    send: 'Enregistrer ce souhait',
    replace: 'Remplacer ce souhait',
    withdraw: 'Retirer',
    withdrawn: (email: string) => ` le souhait de ${email}`,
  },
  exclusion: {
    title: 'Une personne à éviter',
    open: 'Écarter un binôme en toute discrétion',
    text: 'Donnez l’adresse professionnelle de quelqu’un avec qui vous préférez ne pas être en binôme. Aucune raison n’est demandée. Personne ne lit cette liste, ni l’équipe du programme ni la personne concernée\u00a0: elle sert seulement à ne jamais vous proposer ce binôme.',
    email: 'Son adresse professionnelle',
    send: 'Ajouter à ma liste',
    withdraw: 'Retirer',
    withdrawn: (email: string) => ` ${email} de ma liste`,
  },
  exception: {
    title: 'Une exception que vous devez connaître',
    line: (levels: number) =>
      levels === 1
        ? 'Vous êtes dans la même ligne hiérarchique, à plus d’un niveau d’écart.'
        : `Vous êtes dans la même ligne hiérarchique, à plus de ${levels} niveaux d’écart.`,
    reason: (reason: string) =>
      `L’équipe du programme l’a permis pour un groupe nommé, et voici pourquoi\u00a0: «\u00a0${reason}\u00a0»`,
    coach: 'Un échange avec un coach vient d’abord, avant votre première séance.',
  },
}

const en: typeof fr = {
  wish: {
    title: 'Do you have somebody in mind?',
    open: 'Say whom I would like as a mentor',
    text: 'Give the work address of the person you would like as your mentor. It is a preference: the rules of the programme hold for them as for everybody, and they will not be told.',
    current: (email) => `Your wish: ${email}`,
    email: (programme) => `Their work address, for ${programme}`,
    send: 'Save this wish',
    replace: 'Replace this wish',
    withdraw: 'Remove',
    withdrawn: (email) => ` the wish for ${email}`,
  },
  exclusion: {
    title: 'Somebody to keep apart from',
    open: 'Rule out a pair in all discretion',
    text: 'Give the work address of somebody you would rather not be paired with. No reason is asked. Nobody reads this list, neither the programme team nor the person concerned: it only serves never to propose that pair to you.',
    email: 'Their work address',
    send: 'Add to my list',
    withdraw: 'Remove',
    withdrawn: (email) => ` ${email} from my list`,
  },
  exception: {
    title: 'An exception you should know of',
    line: (levels) =>
      levels === 1
        ? 'You are in the same reporting line, more than one level apart.'
        : `You are in the same reporting line, more than ${levels} levels apart.`,
    reason: (reason) => `The programme team allowed it for a named group, and this is why: “${reason}”`,
    coach: 'A talk with a coach comes first, before your first session.',
  },
}

export const ME_WISH_WORDS: Both<typeof fr> = { fr, en }
