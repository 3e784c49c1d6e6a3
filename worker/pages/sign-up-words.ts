import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'

export type KeptPage = 'saved' | 'saved-again' | 'erased'

const SIDES_FR = {
  mentor: 'S’inscrire comme mentor',
  mentee: 'S’inscrire comme personne mentorée',
  both: 'S’inscrire des deux côtés',
}
const SIDES_EN = {
  mentor: 'Sign up as a mentor',
  mentee: 'Sign up as a mentee',
  both: 'Sign up on both sides',
}

const fr = {
  headings: {
    reverse: SIDES_FR,
    classic: SIDES_FR,
    strategic: { ...SIDES_FR, mentor: 'S’inscrire comme mentor stratégique' },
    expert: {
      mentor: 'Proposer mon expertise',
      mentee: 'Proposer ma question',
      both: 'Proposer mon expertise et ma question',
    },
  } as Record<ProgrammeKind, Record<Role | 'both', string>>,
  lead: 'Chaque question dit pourquoi elle est posée, et rien ici ne mesure votre valeur.',
  check: {
    title: 'Relisez vos réponses',
    lead: 'Tout peut encore changer. Rien ne part avant que vous ne l’envoyiez.',
  },
  kept: {
    saved: {
      title: 'Vos réponses vous attendent',
      paragraphs: [
        'Un message part vers votre adresse. Son lien rouvre votre inscription sur n’importe quel appareil, pendant trente jours.',
        'Elle n’est pas encore envoyée : personne ne l’a lue.',
      ],
    },
    'saved-again': {
      title: 'C’est mis de côté',
      paragraphs: [
        'Le lien que vous avez reçu reste valable trente jours de plus. Il rouvre ces réponses.',
        'Votre inscription n’est pas encore envoyée : personne ne l’a lue.',
      ],
    },
    erased: {
      title: 'Vos réponses sont effacées',
      paragraphs: [
        'Il n’en reste rien chez nous, ni sur cet appareil.',
        'Vous pourrez vous inscrire quand vous voudrez.',
      ],
    },
  } as Record<KeptPage, { title: string; paragraphs: string[] }>,
  mail: {
    title: 'Il reste un geste',
    sent: 'Un message vient de partir vers votre adresse. Ouvrez-le et suivez son lien pour confirmer votre inscription.',
    kept: 'Le lien vaut trente jours. Tant qu’il n’a pas servi, rien n’est enregistré à votre nom.',
    lost: 'Rien reçu au bout de quelques minutes ? Regardez dans les indésirables, puis recommencez l’inscription en vérifiant l’adresse.',
    back: (name: string) => `Revenir au programme « ${name} »`,
  },
  confirmation: {
    title: 'Confirmer mon inscription',
    text: (name: string) =>
      `Une inscription au programme « ${name} » vient d’être faite avec votre adresse. Confirmez qu’elle est bien de vous.`,
    button: 'Oui, je confirme mon inscription',
    notMe:
      'Ce n’était pas vous ? Fermez cette page : sans confirmation, les réponses s’effacent au bout de trente jours.',
  },
  welcome: {
    title: 'Bienvenue',
    lead: (name: string) =>
      `Votre inscription au programme « ${name} » est confirmée. Merci de votre engagement.`,
    next: 'Et maintenant',
    match: (when: string) => `Les premiers binômes se forment le ${when}.`,
    matchSomeday: 'La date de formation des binômes n’est pas encore fixée. Un message vous préviendra.',
    reads: 'L’équipe du programme relit chaque rencontre proposée et la valide.',
    proposal: (days: string) =>
      `Vous recevez un message. Vous avez alors ${days} pour accepter ou décliner, dans votre espace.`,
    meet: 'Si vous acceptez tous les deux, le binôme est formé et vous convenez de la première séance.',
    late: 'Si personne ne vous correspond à ce tour, vous restez dans la liste et votre espace vous le dit.',
    space: 'Ouvrir mon espace',
  },
}

const en: typeof fr = {
  headings: {
    reverse: SIDES_EN,
    classic: SIDES_EN,
    strategic: { ...SIDES_EN, mentor: 'Sign up as a strategic mentor' },
    expert: {
      mentor: 'Offer my expertise',
      mentee: 'Bring my question',
      both: 'Offer my expertise and bring my question',
    },
  },
  lead: 'Every question says why it is asked, and nothing here measures your worth.',
  check: {
    title: 'Read your answers again',
    lead: 'Everything can still change. Nothing leaves before you send it.',
  },
  kept: {
    saved: {
      title: 'Your answers are waiting for you',
      paragraphs: [
        'A message is on its way to your address. Its link opens your sign-up on any device, for thirty days.',
        'It has not been sent yet: nobody has read it.',
      ],
    },
    'saved-again': {
      title: 'Put aside',
      paragraphs: [
        'The link you received stays valid for thirty more days. It opens these answers.',
        'Your sign-up has not been sent yet: nobody has read it.',
      ],
    },
    erased: {
      title: 'Your answers are erased',
      paragraphs: [
        'Nothing of them is left with us, nor on this device.',
        'You can sign up whenever you like.',
      ],
    },
  },
  mail: {
    title: 'One step is left',
    sent: 'A message has just left for your address. Open it and follow its link to confirm your sign-up.',
    kept: 'The link works for thirty days. Until it is used, nothing is stored in your name.',
    lost: 'Nothing after a few minutes? Look in the junk folder, then sign up again and check the address.',
    back: (name) => `Back to the programme “${name}”`,
  },
  confirmation: {
    title: 'Confirm my sign-up',
    text: (name) =>
      `A sign-up for the programme “${name}” was made with your address. Please confirm that it is yours.`,
    button: 'Yes, I confirm my sign-up',
    notMe: 'It was not you? Close this page: without confirmation, the answers are erased after thirty days.',
  },
  welcome: {
    title: 'Welcome',
    lead: (name) => `Your sign-up for the programme “${name}” is confirmed. Thank you for taking part.`,
    next: 'What comes next',
    match: (when) => `The first pairs are formed on ${when}.`,
    matchSomeday: 'The date on which pairs are formed is not set yet. A message will tell you.',
    reads: 'The programme team reads every suggested meeting and approves it.',
    proposal: (days) => `You receive a message. You then have ${days} to accept or decline, in your space.`,
    meet: 'If you both accept, the pair is formed and you agree on the first session.',
    late: 'If nobody suits you in this round, you stay on the list and your space says so.',
    space: 'Open my space',
  },
}

export const SIGN_UP_WORDS: Both<typeof fr> = { fr, en }
