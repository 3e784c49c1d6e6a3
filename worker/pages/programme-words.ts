import type { Criterion } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { ProgrammeKind, SignUps } from '#domain/programme.ts'

/** How each side of a kind of programme is called where people choose theirs. */
interface Sides {
  mentor: string
  mentorSays: string
  mentee: string
  menteeSays: string
}

const fr = {
  listDescription: 'Les programmes de mentorat croisé ouverts aux inscriptions, leurs dates et leurs sujets.',
  list: 'Programmes',
  open: 'Inscriptions ouvertes',
  upcoming: 'Inscriptions à venir',
  closed: 'Inscriptions closes',
  see: 'Découvrir ce programme',
  none: 'Aucun programme n’est publié pour le moment.',
  noneThen:
    'Revenez un peu plus tard. Si vous organisez un programme, publiez-le depuis la console : il paraîtra ici dans la minute.',
  toConsole: 'Ouvrir la console',
  more: 'Toutes les règles et tous les réglages de ce programme',
  joinHeading: 'Je m’inscris',
  joinNote: 'Cinq minutes, sans compte. Un e-mail confirme votre adresse.',
  both: 'Les deux',
  bothSays: 'Je transmets et j’apprends, avec deux personnes différentes.',
  opensOn: (when: string) => `Les inscriptions ouvrent le ${when}.`,
  opensSomeday: 'La date d’ouverture des inscriptions n’est pas encore fixée.',
  opensThen: 'Lisez le programme d’ici là, et parlez-en autour de vous : il y a de la place des deux côtés.',
  closedHeading: 'Les inscriptions sont closes',
  closedText:
    'Les personnes inscrites suivent la suite dans leur espace. D’autres programmes sont peut-être ouverts.',
  others: 'Voir les autres programmes',
  space: 'Ouvrir mon espace',
  aims: 'Ce que vise le programme',
  audience: 'À qui il s’adresse',
  charter: 'La charte',
  charterNote: 'Chaque personne l’accepte en s’inscrivant.',
  charterPage: 'La charte à imprimer',
  noticePage: 'Ce que deviennent vos données dans ce programme',
  facts: {
    signUps: 'Inscriptions',
    from: (when: string) => `à partir du ${when}`,
    matching: 'Formation des binômes',
    again: (days: number) =>
      days === 1
        ? 'puis chaque jour pour les personnes qui attendent'
        : `puis tous les ${days} jours pour les personnes qui attendent`,
    once: 'en une fois',
    noMatching: 'date à venir',
    answer: 'Temps pour répondre à une proposition',
    days: (days: number) => (days === 1 ? '1 jour' : `${days} jours`),
    period: 'Programme',
    fromTo: (from: string, to: string) => `du ${from} au ${to}`,
    starts: (day: string) => `à partir du ${day}`,
    ends: (day: string) => `jusqu’au ${day}`,
    time: 'Temps demandé',
    sessions: (count: number, length: string, preparation: string | null) =>
      `${count === 1 ? 'une séance de' : `souvent ${count} séances de`} ${length}${preparation ? `, et ${preparation} de préparation${count === 1 ? '' : ' à chaque fois'} pour la personne mentor` : ''}`,
    people: 'Ouvert',
    inside: 'aux personnes de l’entreprise',
    outside: 'aux personnes de l’entreprise et à des personnes extérieures',
  },
  criteria: {
    need: 'ce que l’un pratique est ce que l’autre souhaite apprendre',
    field: 'des métiers assez proches pour se comprendre',
    availability: 'des moments communs dans la semaine',
    reverse: 'l’échange profite dans l’autre sens aussi',
    intentions: 'des attentes qui se répondent',
    site: 'le même lieu, si personne ne préfère la distance',
    learning: 'des façons d’apprendre compatibles',
  } satisfies Record<Criterion, string>,
  sides: {
    reverse: {
      mentor: 'Comme mentor',
      mentorSays: 'Je transmets ce que je pratique, à une personne plus expérimentée que moi.',
      mentee: 'Comme personne mentorée',
      menteeSays: 'J’apprends d’une personne plus récente, et je l’éclaire de mon expérience.',
    },
    classic: {
      mentor: 'Comme mentor',
      mentorSays: 'Je partage mon expérience et j’accompagne un parcours.',
      mentee: 'Comme personne mentorée',
      menteeSays: 'J’apprends d’une personne qui a fait le chemin.',
    },
    strategic: {
      mentor: 'Comme mentor stratégique',
      mentorSays: 'J’éclaire une décision ou un changement par ce que j’ai vécu.',
      mentee: 'Comme personne mentorée',
      menteeSays: 'Je prépare une décision et je cherche un regard extérieur.',
    },
    expert: {
      mentor: 'Avec mon expertise',
      mentorSays: 'J’ai déjà résolu un problème semblable et je le raconte.',
      mentee: 'Avec ma question',
      menteeSays: 'Je porte un projet et je veux débloquer un point précis.',
    },
  } as Record<ProgrammeKind, Sides>,
}

const en: typeof fr = {
  listDescription: 'The mentoring programmes open for sign-ups, with their dates and topics.',
  list: 'Programmes',
  open: 'Sign-ups open',
  upcoming: 'Sign-ups to come',
  closed: 'Sign-ups closed',
  see: 'See this programme',
  none: 'No programme is published at the moment.',
  noneThen:
    'Come back a little later. If you run a programme, publish it from the console: it appears here within a minute.',
  toConsole: 'Open the console',
  more: 'All the rules and settings of this programme',
  joinHeading: 'I sign up',
  joinNote: 'Five minutes, no account. An e-mail confirms your address.',
  both: 'Both',
  bothSays: 'I pass on and I learn, with two different people.',
  opensOn: (when) => `Sign-ups open on ${when}.`,
  opensSomeday: 'The date on which sign-ups open is not set yet.',
  opensThen: 'Read about the programme meanwhile, and mention it around you: there is room on both sides.',
  closedHeading: 'Sign-ups are closed',
  closedText:
    'People who have signed up follow what comes next in their space. Other programmes may be open.',
  others: 'See the other programmes',
  space: 'Open my space',
  aims: 'What the programme aims at',
  audience: 'Who it is for',
  charter: 'The charter',
  charterNote: 'Everyone accepts it when signing up.',
  charterPage: 'The charter, to print',
  noticePage: 'What becomes of your data in this programme',
  facts: {
    signUps: 'Sign-ups',
    from: (when) => `from ${when}`,
    matching: 'Forming the pairs',
    again: (days) =>
      days === 1 ? 'then every day for those who wait' : `then every ${days} days for those who wait`,
    once: 'once',
    noMatching: 'date to come',
    answer: 'Time to answer a proposal',
    days: (days) => (days === 1 ? '1 day' : `${days} days`),
    period: 'Programme',
    fromTo: (from, to) => `from ${from} to ${to}`,
    starts: (day) => `from ${day}`,
    ends: (day) => `until ${day}`,
    time: 'Time asked of you',
    sessions: (count, length, preparation) =>
      `${count === 1 ? 'one session of' : `often ${count} sessions of`} ${length}${preparation ? `, and ${preparation} of preparation${count === 1 ? '' : ' each time'} for the mentor` : ''}`,
    people: 'Open to',
    inside: 'people of the company',
    outside: 'people of the company, and people from outside',
  },
  criteria: {
    need: 'what one practises is what the other wants to learn',
    field: 'fields of work close enough to understand each other',
    availability: 'moments in common during the week',
    reverse: 'the exchange is useful the other way round too',
    intentions: 'hopes that answer each other',
    site: 'the same place, unless either prefers to meet online',
    learning: 'ways of learning that go together',
  },
  sides: {
    reverse: {
      mentor: 'As a mentor',
      mentorSays: 'I pass on what I practise, to someone more experienced than I am.',
      mentee: 'As a mentee',
      menteeSays: 'I learn from someone newer, and share my experience in return.',
    },
    classic: {
      mentor: 'As a mentor',
      mentorSays: 'I share my experience and go along with a career.',
      mentee: 'As a mentee',
      menteeSays: 'I learn from someone who has been there.',
    },
    strategic: {
      mentor: 'As a strategic mentor',
      mentorSays: 'I shed light on a decision or a change from what I have lived.',
      mentee: 'As a mentee',
      menteeSays: 'I am preparing a decision and look for an outside view.',
    },
    expert: {
      mentor: 'With my expertise',
      mentorSays: 'I have solved a similar problem and can tell how.',
      mentee: 'With my question',
      menteeSays: 'I lead a project and want one precise point unlocked.',
    },
  },
}

export const PROGRAMME_PAGE_WORDS: Both<typeof fr> = { fr, en }

/** How the state of sign-ups looks beside its word. */
export const SIGN_UP_TONES: Record<SignUps, string> = { open: 'good', upcoming: 'watch', closed: '' }
