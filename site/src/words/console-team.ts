import type { Both, Language } from '#domain/language.ts'

const fr = {
  team: {
    title: 'Équipe',
    lead: 'Les personnes qui ouvrent cette console, et ce que chacune y voit. Un changement vaut tout de suite.',
    roles: {
      organiser: 'Organisation',
      coach: 'Accompagnement',
      consultant: 'Conseil',
      correspondent: 'Correspondance RH',
    },
    sees: {
      organiser: 'Voit et fait tout\u00a0: programmes, appariements, clés, équipe.',
      coach: 'Voit qui participe et les binômes, pour les accompagner. Ni les réponses, ni les réglages.',
      consultant: 'Voit des totaux seulement, jamais le nom de quelqu’un.',
      correspondent: 'Voit qui participe et quels binômes existent, dans une seule filiale.',
    },
    you: 'vous',
    members: 'Qui en fait partie',
    addTitle: 'Ajouter quelqu’un',
    email: [
      'Adresse e-mail professionnelle',
      'La personne se connectera avec un code envoyé à cette adresse.',
    ],
    role: ['Rôle', 'Vous pourrez le changer plus tard.'],
    add: 'Ajouter à l’équipe',
    newRole: ['Nouveau rôle', ''],
    change: 'Changer le rôle',
    save: 'Enregistrer',
    remove: 'Retirer',
    digest: 'Message du lundi',
    digestHint:
      'Le message du lundi dit aux personnes qui organisent ce qui les attend dans la semaine. Chacune peut s’en passer.',
    digestOn: (email: string) => `${email} recevra le message du lundi.`,
    digestOff: (email: string) => `${email} ne recevra plus le message du lundi.`,
    added: (email: string) => `${email} fait partie de l’équipe.`,
    changed: (email: string, role: string) => `${email}\u00a0: ${role}.`,
    removed: (email: string) => `${email} ne fait plus partie de l’équipe. Ses sessions sont fermées.`,
  },
  role: {
    coach:
      'Vous accompagnez des binômes. Vous voyez ici qui participe et quels binômes se sont formés. Les réponses et les réglages restent à l’équipe qui organise.',
    consultant:
      'Vous conseillez l’équipe. Vous voyez ici des totaux, jamais de noms\u00a0: un nombre trop petit pour rester anonyme n’est pas montré.',
    elsewhere: 'Cette page est celle des personnes qui organisent.',
    home: 'Aller à votre page',
    programmes: 'Programmes',
    none: 'Aucun programme n’est publié. Revenez quand l’équipe en aura ouvert un.',
    back: 'Tous les programmes',
    totals: 'En nombres',
    nobody: 'Personne n’est encore inscrit.',
    noPairs: 'Pas encore de binôme.',
    few: (count: number) => `moins de ${count}`,
    unknown: 'pas encore connu',
    signUps: 'Personnes inscrites',
    mentors: 'Mentors',
    mentees: 'Personnes mentorées',
    pairs: 'Binômes en cours',
    matched: 'Part des personnes inscrites qui ont eu un binôme',
    days: 'Jours entre l’inscription et le premier binôme (médiane)',
  },
}

export type TeamWords = typeof fr

const en: TeamWords = {
  team: {
    title: 'Team',
    lead: 'The people who open this console, and what each of them sees. A change counts at once.',
    roles: {
      organiser: 'Organiser',
      coach: 'Coach',
      consultant: 'Consultant',
      correspondent: 'HR correspondent',
    },
    sees: {
      organiser: 'Sees and does everything: programmes, matching, keys, team.',
      coach: 'Sees who takes part and which pairs there are, to stand by them. Neither answers nor settings.',
      consultant: 'Sees totals only, and never anybody’s name.',
      correspondent: 'Sees who takes part and which pairs there are, in one subsidiary only.',
    },
    you: 'you',
    members: 'Who belongs to it',
    addTitle: 'Add somebody',
    email: ['Work e-mail address', 'They will sign in with a code sent to this address.'],
    role: ['Role', 'You can change it later.'],
    add: 'Add to the team',
    newRole: ['New role', ''],
    change: 'Change role',
    save: 'Save',
    remove: 'Remove',
    digest: 'Monday’s digest',
    digestHint:
      'Monday’s digest tells organisers what is waiting for them in the week. Anybody may do without it.',
    digestOn: (email) => `${email} will receive Monday’s digest.`,
    digestOff: (email) => `${email} will no longer receive Monday’s digest.`,
    added: (email) => `${email} belongs to the team.`,
    changed: (email, role) => `${email}: ${role}.`,
    removed: (email) => `${email} no longer belongs to the team. Their sessions are closed.`,
  },
  role: {
    coach:
      'You stand by pairs. Here you see who takes part and which pairs there are. Answers and settings stay with the people who organise.',
    consultant:
      'You advise the team. Here you see totals, never names: a number too small to stay anonymous is not shown.',
    elsewhere: 'This page is for the people who organise.',
    home: 'Go to your page',
    programmes: 'Programmes',
    none: 'No programme is published. Come back when the team has opened one.',
    back: 'All programmes',
    totals: 'In numbers',
    nobody: 'Nobody has signed up yet.',
    noPairs: 'No pair yet.',
    few: (count) => `fewer than ${count}`,
    unknown: 'not known yet',
    signUps: 'People signed up',
    mentors: 'Mentors',
    mentees: 'Mentees',
    pairs: 'Pairs under way',
    matched: 'Share of sign-ups who have had a pair',
    days: 'Days from sign-up to the first pair (median)',
  },
}

const TEAM_WORDS: Both<TeamWords> = { fr, en }

/** The words about who belongs to the programme team, and of what coaches and consultants see. */
export function teamWordsIn(language: Language): TeamWords {
  return TEAM_WORDS[language]
}
