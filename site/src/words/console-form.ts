import type { Criterion } from '#domain/criterion.ts'
import type { Both, Language } from '#domain/language.ts'

const fr = {
  newTitle: 'Créer un programme',
  newLead:
    'Tout peut être modifié ensuite. Le programme reste un brouillon tant que vous ne l’avez pas publié.',
  editTitle: 'Modifier le programme',
  editLead: 'Les changements sont visibles sur la page publique en moins d’une minute.',
  save: 'Créer le programme',
  saveChanges: 'Enregistrer les changements',
  saving: 'Enregistrement…',
  unchanged: 'Rien n’a changé depuis le dernier enregistrement.',
  saved: 'Les changements sont enregistrés.',
  draftKept: 'Vous retrouvez votre saisie du dernier passage.',
  startOver: 'Repartir de zéro',
  summaryTitle: 'Le programme n’est pas encore enregistré',
  summaryLead: 'Rien n’est perdu. Voici ce qu’il reste à corriger\u00a0:',
  sections: {
    kind: ['Type et objectifs', 'Le type choisit les questionnaires, les mots et les réglages de départ.'],
    words: ['Ce que les gens liront', 'Chaque texte existe en français et en anglais.'],
    calendar: ['Calendrier', 'Les heures sont celles du fuseau du programme.'],
    rules: [
      'Règles des binômes',
      'Jamais deux personnes d’une même ligne hiérarchique\u00a0: cette règle-là ne se règle pas.',
    ],
    council: [
      'Comité social et économique',
      'Les inscriptions n’ouvrent pas avant que la consultation soit consignée, ou la raison pour laquelle elle n’est pas nécessaire.',
    ],
    weights: [
      'Ce qui compte dans un binôme',
      'Répartissez 100 points entre les critères. Un critère à zéro ne compte pas.',
    ],
  },
  council: { '': 'Pas encore consulté', consulted: 'Consulté', 'not-needed': 'Pas nécessaire' },
  councilFile: 'Lire la note pour le CSE',
  languages: { fr: 'En français', en: 'En anglais' },
  fields: {
    '/kind': ['Type de programme', ''],
    '/objectives': ['Objectifs', 'Un au moins.'],
    '/slug': [
      'Adresse de la page',
      'Proposée d’après le nom français\u00a0: lettres sans accent, chiffres et traits d’union. Elle ne change plus ensuite.',
    ],
    name: ['Nom', '80 caractères au plus.'],
    summary: ['Résumé', 'Une phrase, sur la page d’accueil. 240 caractères au plus.'],
    aims: ['Buts', 'Ce que le programme change, pour les personnes et pour l’entreprise.'],
    audience: ['Pour qui', 'Qui peut s’inscrire, comme mentor et comme personne mentorée.'],
    charter: ['Charte', 'Ce que chaque personne accepte en s’inscrivant.'],
    notice: [
      'Données personnelles\u00a0: ce que vous ajoutez',
      'La notice commune dit déjà l’essentiel. Vide\u00a0: rien de plus. Un changement fait une nouvelle version.',
    ],
    '/works_council/state': ['Où en est la consultation du CSE', ''],
    '/works_council/on': ['Consulté le', 'Le jour où le comité a été consulté.'],
    '/works_council/reason': [
      'Pas nécessaire, parce que',
      'Dix caractères au moins. Cette raison figure dans la note pour le CSE\u00a0; faites-la confirmer par votre conseil.',
    ],
    '/time_zone': ['Fuseau horaire', ''],
    '/sign_ups_open_at': ['Ouverture des inscriptions', 'Vide\u00a0: dès la publication.'],
    '/sign_ups_close_at': [
      'Clôture des inscriptions',
      'Vide\u00a0: à la fin du programme. Les arrivées tardives restent bienvenues.',
    ],
    '/matching_at': [
      'Premier appariement',
      'Vide\u00a0: aucun départ automatique\u00a0; vous pourrez le lancer à la main.',
    ],
    '/rematch_days': [
      'Puis tous les… jours',
      'Tant que des personnes attendent un binôme. Vide\u00a0: une seule fois.',
    ],
    '/acceptance_days': ['Jours pour répondre à une proposition', 'De 1 à 60.'],
    '/starts_on': ['Début des séances', ''],
    '/ends_on': ['Fin du programme', ''],
    '/session_minutes': ['Durée d’une séance, en minutes', 'De 15 à 480.'],
    '/preparation_minutes': ['Préparation d’une séance, en minutes', 'De 0 à 480.'],
    '/capacity_max': ['Binômes par mentor, au plus', 'Chaque mentor dit ensuite combien il peut en prendre.'],
    '/seniority_gap': [
      'Écart de grade minimal',
      'En rangs de la grille. La personne qui apprend est plus haut, en mentorat inversé.',
    ],
    '/experience_gap_years': [
      'Ou écart d’ancienneté minimal, en années',
      'Un grade plus haut n’exclut pas un mentor arrivé bien plus récemment.',
    ],
    '/exposure_gap': [
      'Écart de grade qui appelle une préparation',
      'En rangs. À partir de là, un échange avec un coach vient avant la première séance.',
    ],
    '/unknown_seniority_allowed': [
      'Accepter les personnes dont le grade et l’ancienneté sont inconnus',
      'Le choix habituel quand tout le monde est volontaire.',
    ],
    '/externals_allowed': ['Accepter des mentors extérieurs à l’entreprise', ''],
  },
  weights: {
    preset: 'Partir d’un réglage',
    presets: { starting: 'Réglage de départ', 'change-factory': 'Change Factory' },
    points: (criterion: string) => `${criterion}, en points`,
    whole: 'Total\u00a0: 100 points.',
    missing: (points: string) => `Il reste ${points} points à répartir.`,
    over: (points: string) => `Il y a ${points} points de trop.`,
    balance: 'Ramener à 100',
    refused: 'Les points doivent faire 100 en tout. «\u00a0Ramener à 100\u00a0» garde les proportions.',
    hints: {
      need: 'Ce que l’une veut apprendre et que l’autre sait transmettre',
      field: 'Des métiers proches',
      availability: 'Des créneaux communs',
      reverse: 'Ce que le mentor apprendra à son tour',
      intentions: 'Ce que l’une et l’autre espèrent',
      site: 'Le même lieu de travail',
      learning: 'La façon d’apprendre et d’expliquer',
    } satisfies Record<Criterion, string>,
  },
}

export type ConsoleFormWords = typeof fr

const en: ConsoleFormWords = {
  newTitle: 'Create a programme',
  newLead: 'Everything can be changed later. The programme stays a draft until you publish it.',
  editTitle: 'Edit the programme',
  editLead: 'Changes show on the public page within a minute.',
  save: 'Create the programme',
  saveChanges: 'Save changes',
  saving: 'Saving…',
  unchanged: 'Nothing has changed since it was last saved.',
  saved: 'Your changes are saved.',
  draftKept: 'Here is what you had typed last time.',
  startOver: 'Start over',
  summaryTitle: 'The programme is not saved yet',
  summaryLead: 'Nothing is lost. This is what remains to be corrected:',
  sections: {
    kind: ['Kind and aims', 'The kind chooses the questionnaires, the words and the starting settings.'],
    words: ['What people will read', 'Each text exists in French and in English.'],
    calendar: ['Calendar', 'Hours are those of the programme’s time zone.'],
    rules: ['Rules for pairs', 'Never two people in one reporting line: that rule has no setting.'],
    council: [
      'Works council',
      'Sign-ups do not open before the consultation is recorded, or the reason why none is needed.',
    ],
    weights: [
      'What counts in a pair',
      'Share 100 points among the criteria. A criterion at zero does not count.',
    ],
  },
  council: { '': 'Not consulted yet', consulted: 'Consulted', 'not-needed': 'Not needed' },
  councilFile: 'Read the note for the works council',
  languages: { fr: 'In French', en: 'In English' },
  fields: {
    '/kind': ['Kind of programme', ''],
    '/objectives': ['Objectives', 'At least one.'],
    '/slug': [
      'Address of the page',
      'Proposed from the French name: letters without accents, digits and hyphens. It never changes afterwards.',
    ],
    name: ['Name', '80 characters at most.'],
    summary: ['Summary', 'One sentence, on the home page. 240 characters at most.'],
    aims: ['Aims', 'What the programme changes, for people and for the company.'],
    audience: ['For whom', 'Who can sign up, as a mentor and as a mentee.'],
    charter: ['Charter', 'What everyone accepts when they sign up.'],
    notice: [
      'Personal data: what you add',
      'The common notice already says what matters. Empty: nothing more. A change makes a new version.',
    ],
    '/works_council/state': ['Where the consultation of the works council stands', ''],
    '/works_council/on': ['Consulted on', 'The day on which the council was consulted.'],
    '/works_council/reason': [
      'Not needed, because',
      'Ten characters at least. This reason appears in the note for the works council; have your counsel confirm it.',
    ],
    '/time_zone': ['Time zone', ''],
    '/sign_ups_open_at': ['Sign-ups open', 'Empty: as soon as it is published.'],
    '/sign_ups_close_at': [
      'Sign-ups close',
      'Empty: when the programme ends. People who join late stay welcome.',
    ],
    '/matching_at': ['First match run', 'Empty: nothing starts by itself; you can start one by hand.'],
    '/rematch_days': ['Then every … days', 'While people are waiting for a pair. Empty: only once.'],
    '/acceptance_days': ['Days to answer a proposal', 'From 1 to 60.'],
    '/starts_on': ['Sessions begin', ''],
    '/ends_on': ['The programme ends', ''],
    '/session_minutes': ['Length of a session, in minutes', 'From 15 to 480.'],
    '/preparation_minutes': ['Preparation of a session, in minutes', 'From 0 to 480.'],
    '/capacity_max': ['Pairs per mentor, at most', 'Each mentor then says how many they can take.'],
    '/seniority_gap': [
      'Smallest gap in grade',
      'In ranks of the scale. In reverse mentoring the person who learns is the higher one.',
    ],
    '/experience_gap_years': [
      'Or smallest gap in time with the company, in years',
      'A higher grade does not rule out a mentor who arrived much more recently.',
    ],
    '/exposure_gap': [
      'Gap in grade that calls for a preparation',
      'In ranks. From there on, a talk with a coach comes before the first session.',
    ],
    '/unknown_seniority_allowed': [
      'Accept people whose grade and time with the company are unknown',
      'The usual choice when everyone is a volunteer.',
    ],
    '/externals_allowed': ['Accept mentors from outside the company', ''],
  },
  weights: {
    preset: 'Start from a setting',
    presets: { starting: 'Starting setting', 'change-factory': 'Change Factory' },
    points: (criterion: string) => `${criterion}, in points`,
    whole: 'Total: 100 points.',
    missing: (points: string) => `${points} points remain to be given.`,
    over: (points: string) => `There are ${points} points too many.`,
    balance: 'Bring to 100',
    refused: 'Points must sum to 100. “Bring to 100” keeps the proportions.',
    hints: {
      need: 'What one wants to learn and the other can pass on',
      field: 'Fields of work that are close',
      availability: 'Times in common',
      reverse: 'What the mentor will learn in return',
      intentions: 'What each of them hopes for',
      site: 'The same workplace',
      learning: 'Ways of learning and explaining',
    },
  },
}

const FORM_WORDS: Both<ConsoleFormWords> = { fr, en }

/** The words of the form that creates or edits a programme. */
export function consoleFormWordsIn(language: Language): ConsoleFormWords {
  return FORM_WORDS[language]
}

/** A charter to start from, in both languages (questionnaires.md §7; listening, patience, open-mindedness: P35). */
export const STARTING_CHARTER: Both = {
  fr: [
    'Je participe volontairement et je peux m’arrêter à tout moment.',
    'Nos échanges restent confidentiels, sauf danger ou obligation légale.',
    'Si je déplace une séance, je propose une date sous sept jours.',
    'Je viens pour apprendre autant que pour transmettre.',
    'J’écoute jusqu’au bout, avec patience, l’esprit ouvert à d’autres façons de faire.',
  ].join('\n'),
  en: [
    'I take part of my own will and may stop at any time.',
    'What we say stays between us, except danger or legal duty.',
    'If I move a session, I offer a date within seven days.',
    'I come to learn as much as to pass something on.',
    'I listen to the end, with patience, and with a mind open to other ways of doing things.',
  ].join('\n'),
}
