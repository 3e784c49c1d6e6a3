import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'

const SIDES_FR: Record<Role, string> = {
  mentor: 'On vous propose d’y être mentor.',
  mentee: 'On vous propose d’y être une personne mentorée.',
}
const SIDES_EN: Record<Role, string> = {
  mentor: 'You are proposed as a mentor.',
  mentee: 'You are proposed as a mentee.',
}

const fr = {
  title: 'Une invitation',
  lead: (name: string) => `${name}, on a pensé à vous.`,
  by: (who: string) => `La proposition vient de\u00a0: ${who}.`,
  asks: {
    reverse: SIDES_FR,
    classic: SIDES_FR,
    strategic: { ...SIDES_FR, mentor: 'On vous propose d’y être mentor stratégique.' },
    expert: {
      mentor: 'On vous propose d’y apporter votre expertise.',
      mentee: 'On vous propose d’y poser une question.',
    },
  } as Record<ProgrammeKind, Record<Role, string>>,
  what: 'Le programme',
  learnMore: (name: string) => `En savoir plus sur «\u00a0${name}\u00a0»`,
  choice: 'C’est vous qui décidez',
  free: 'Vous êtes libre de dire non. Cela n’a aucune conséquence, et personne n’en est informé\u00a0: ni la personne qui vous propose, ni votre responsable, ni l’équipe du programme.',
  pending: 'Tant que vous n’avez pas dit oui, vous ne participez à aucun binôme.',
  accept: 'Remplir le questionnaire',
  acceptHint:
    'Il prend cinq minutes. Votre nom, votre adresse, votre entité et votre métier y sont déjà\u00a0: vous pouvez corriger les deux derniers.',
  decline: 'Je préfère ne pas participer',
  declined: {
    title: 'C’est noté',
    lead: 'Vous ne participez pas à ce programme, et vous n’avez rien d’autre à faire.',
    after:
      'Personne n’en est informé. Si vous changez d’avis, le programme reste ouvert à votre inscription.',
  },
  accepted: {
    title: 'Vous participez déjà',
    lead: 'Votre accord est enregistré. Votre espace montre où vous en êtes, et vous pouvez y retirer votre participation à tout moment.',
    after: 'Pour y entrer, demandez un code avec votre adresse.',
    space: 'Ouvrir mon espace',
  },
  over: {
    title: 'Cette invitation est passée',
    lead: 'Elle n’attend plus de réponse.',
    after: 'Si vous souhaitez participer, inscrivez-vous depuis la page du programme.',
  },
  programme: (name: string) => `Voir le programme «\u00a0${name}\u00a0»`,
}

const en: typeof fr = {
  title: 'An invitation',
  lead: (name) => `${name}, somebody thought of you.`,
  by: (who) => `The proposal comes from: ${who}.`,
  asks: {
    reverse: SIDES_EN,
    classic: SIDES_EN,
    strategic: { ...SIDES_EN, mentor: 'You are proposed as a strategic mentor.' },
    expert: {
      mentor: 'You are asked to bring your expertise.',
      mentee: 'You are invited to bring a question.',
    },
  },
  what: 'The programme',
  learnMore: (name) => `More about “${name}”`,
  choice: 'The decision is yours',
  free: 'You are free to say no. It has no consequence, and nobody is told: not the person who proposes you, not your manager, not the programme team.',
  pending: 'Until you have said yes, you are part of no pair.',
  accept: 'Fill in the questionnaire',
  acceptHint:
    'It takes five minutes. Your name, address, company and field are there already: you can correct the last two.',
  decline: 'I would rather not take part',
  declined: {
    title: 'Noted',
    lead: 'You are not taking part in this programme, and there is nothing else for you to do.',
    after: 'Nobody is told. If you change your mind, the programme stays open to your sign-up.',
  },
  accepted: {
    title: 'You are already taking part',
    lead: 'Your agreement is saved. Your space shows where you stand, and you can withdraw there at any time.',
    after: 'To enter it, ask for a code with your address.',
    space: 'Open my space',
  },
  over: {
    title: 'This invitation is over',
    lead: 'It no longer awaits an answer.',
    after: 'If you would like to take part, sign up from the programme’s page.',
  },
  programme: (name) => `See the programme “${name}”`,
}

export const INVITATION_WORDS: Both<typeof fr> = { fr, en }
