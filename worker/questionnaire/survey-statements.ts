import type { Both } from '#domain/language.ts'

/** The statements of the surveys, in the words of questionnaires.md §10; each is agreed with from 1 to 5. */
export const STATEMENTS = {
  RQ1: { fr: 'Nos échanges sont utiles.', en: 'Our talks are useful.' },
  RQ2: { fr: 'Je fais confiance à mon binôme.', en: 'I trust my partner.' },
  RQ3: { fr: 'Nous échangeons d’égal à égal.', en: 'We talk as equals.' },
  RQ4: { fr: 'Nous tenons nos rendez-vous.', en: 'We keep our appointments.' },
  RQ5: {
    fr: 'Nous comprenons comment l’autre apprend.',
    en: 'We understand how the other learns.',
  },
  RQ6: { fr: 'Je choisirais de nouveau ce binôme.', en: 'I would choose this partner again.' },
  SE1: {
    fr: 'Je me sens capable d’apprendre un outil nouveau sans aide.',
    en: 'I feel able to learn a new tool on my own.',
  },
  SE2: { fr: 'Je sais où chercher quand je ne sais pas.', en: 'I know where to look when I don’t know.' },
  SE3: {
    fr: 'Je me sens à l’aise dans un sujet que je ne maîtrise pas encore.',
    en: 'I am at ease with a topic I have not mastered.',
  },
  LD1: {
    fr: 'Je sais conduire un échange avec une personne plus expérimentée.',
    en: 'I can lead a talk with someone more experienced.',
  },
  LD2: { fr: 'Je sais expliquer un sujet difficile.', en: 'I can explain a difficult topic.' },
  CK1: {
    fr: 'Je comprends comment les décisions se prennent ici.',
    en: 'I understand how decisions are made here.',
  },
  CK2: { fr: 'Je comprends ce que font les autres métiers.', en: 'I understand what other fields do.' },
  EM1: { fr: 'Mes compétences restent recherchées.', en: 'My skills remain in demand.' },
  EM2: { fr: 'Je saurais m’adapter à un nouveau poste.', en: 'I could adapt to a new job.' },
  CO1: {
    fr: 'Je m’adresse facilement à des collègues d’autres niveaux.',
    en: 'I easily talk to colleagues at other levels.',
  },
  CO2: { fr: 'Les idées circulent entre nos équipes.', en: 'Ideas travel between our teams.' },
  IV1: {
    fr: 'Des collègues dont l’expérience diffère de la mienne m’apprennent des choses utiles.',
    en: 'Colleagues whose experience differs from mine teach me useful things.',
  },
  IV2: {
    fr: 'J’ai du mal à deviner ce qui les motive.',
    en: 'I find it hard to guess what drives them.',
  },
  IV3: { fr: 'Je mènerais volontiers un projet avec eux.', en: 'I would gladly run a project with them.' },
  PR1: { fr: 'Je gagne du temps dans mon travail.', en: 'I save time in my work.' },
  AU1: {
    fr: 'Je me débrouille sans aide sur ce sujet.',
    en: 'I manage this topic without help.',
  },
} as const satisfies Record<string, Both>
export type StatementKey = keyof typeof STATEMENTS

/** Statements that are asked again « avec le recul » bear their key with a T: “then” (domain.md §4.1, then-test). */
export type SurveyKey =
  | StatementKey
  | `${StatementKey}T`
  | 'PC1'
  | 'REC'
  | 'VAL'
  | 'TALENT'
  | `LEVELS-${string}`

/** Groups of statements that are read together, as one mean; IV2 says the opposite of the others. */
export const SCALES = {
  RQ: ['RQ1', 'RQ2', 'RQ3', 'RQ4', 'RQ5', 'RQ6'],
  SE: ['SE1', 'SE2', 'SE3'],
  LD: ['LD1', 'LD2'],
  CK: ['CK1', 'CK2'],
  EM: ['EM1', 'EM2'],
  CO: ['CO1', 'CO2'],
  IV: ['IV1', 'IV2', 'IV3'],
} as const satisfies Record<string, readonly StatementKey[]>
export type Scale = keyof typeof SCALES

/** Statements whose agreement counts the other way round: 6 − answer. */
export const REVERSED: ReadonlySet<string> = new Set<StatementKey>(['IV2'])
