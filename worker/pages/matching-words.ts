import type { Criterion, SwitchableCriterion } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'

const years = (count: number) => (count < 2 ? `${count}\u00a0an` : `${count}\u00a0ans`)
const yearsEn = (count: number) => (count === 1 ? '1 year' : `${count} years`)
const levels = (count: number) => (count < 2 ? `${count}\u00a0niveau` : `${count}\u00a0niveaux`)
const levelsEn = (count: number) => (count === 1 ? '1 level' : `${count} levels`)

const fr = {
  title: (programme: string) => `Comment se forment les binômes · ${programme}`,
  heading: 'Comment se forment les binômes',
  lead: (programme: string) =>
    `Les règles, les critères et leurs poids pour «\u00a0${programme}\u00a0», tels qu’ils sont réglés aujourd’hui.`,
  back: 'Revenir au programme',
  general: 'Le principe, un exemple calculé à la main et la preuve',
  rules: 'Les règles que rien ne lève',
  rulesLead: 'Un binôme qui manque à une seule de ces règles n’est jamais proposé, quel que soit son score.',
  seniority: {
    name: 'Sens du mentorat',
    mentee: (gap: number, experience: number) =>
      `La personne mentorée est d’au moins ${levels(gap)} au-dessus du mentor dans les grades, ou compte au moins ${years(experience)} de plus dans l’entreprise. L’un des deux suffit.`,
    mentor: (gap: number, experience: number) =>
      `Le mentor est d’au moins ${levels(gap)} au-dessus de la personne mentorée dans les grades, ou compte au moins ${years(experience)} de plus dans l’entreprise. L’un des deux suffit.`,
    none: 'Ni le grade ni l’ancienneté ne comptent\u00a0: seule compte l’expérience du sujet.',
    unknownYes: 'Quand ni l’un ni l’autre n’est connu, le binôme reste possible.',
    unknownNo: 'Quand ni l’un ni l’autre n’est connu, le binôme n’est pas proposé.',
  },
  own: 'Les règles propres à ce programme',
  ownNone: 'Ce programme n’ajoute aucune règle aux règles communes.',
  criteria: 'Ce qui compte, et pour combien',
  criteriaLead:
    'Chaque binôme permis reçoit une note de 0 à 100. Chaque critère y contribue au plus pour la part indiquée.',
  different: 'Pour ce critère, le programme cherche des personnes différentes plutôt que proches.',
  says: {
    need: 'Le mentor pratique-t-il ce que l’autre souhaite apprendre, et l’a-t-il pratiqué récemment\u00a0?',
    field: 'Les deux métiers sont-ils assez proches pour se comprendre\u00a0?',
    availability: 'Combien de moments de la semaine les deux ont-ils en commun\u00a0?',
    reverse: 'La personne mentorée peut-elle apporter à son tour ce que le mentor souhaite\u00a0?',
    intentions: 'Les attentes de l’une répondent-elles à celles de l’autre\u00a0?',
    site: 'Sont-elles au même endroit\u00a0? Ne compte pas si l’une des deux préfère la distance.',
    learning: 'Leurs façons d’apprendre vont-elles ensemble\u00a0?',
  } satisfies Record<Criterion, string>,
  learning:
    'Préférence d’apprentissage\u00a0: ce n’est ni un test ni une étiquette. Les études montrent peu d’effet\u00a0; nous mesurons s’il en a un ici.',
  objective: 'Ce que l’on cherche',
  objectives: {
    coverage:
      'D’abord le plus grand nombre de binômes. Puis, parmi tous les ensembles qui en comptent autant, celui dont les notes font la plus grande somme.',
    quality:
      'La plus grande somme des notes. Il peut rester davantage de personnes en attente si leurs binômes étaient faibles.',
    fair: 'D’abord le plus grand nombre de binômes. Puis le binôme le moins bien servi est servi au mieux. Enfin, la plus grande somme des notes.',
  } satisfies Record<MatchingObjective, string>,
  two: 'Une personne mentorée peut avoir deux mentors.',
  asked:
    'Une personne mentorée peut nommer un mentor qu’elle aimerait\u00a0: ce souhait départage de bons binômes, sans jamais lever une règle.',
  rounds: 'Quand',
  first: (when: string) => `Premier tour\u00a0: ${when}.`,
  noFirst: 'La date du premier tour n’est pas encore fixée.',
  again: (days: number) =>
    days === 1
      ? 'Puis un tour chaque jour pour les personnes qui attendent.'
      : `Puis un tour tous les ${days}\u00a0jours pour les personnes qui attendent.`,
  once: 'Il n’y a qu’un tour\u00a0; l’équipe peut en demander un autre.',
  answer: (days: string) => `Chaque proposition laisse ${days} pour répondre.`,
  decides: 'Qui décide',
  decidesText: [
    'Le calcul propose. Une personne de l’équipe relit chaque tour et l’approuve, ou non.',
    'Les deux personnes découvrent la proposition au même moment. Le binôme n’existe que si les deux acceptent.',
    'Une proposition qui n’aboutit pas s’annonce aux deux dans les mêmes mots, à la date limite.',
  ],
  never: 'Ce qui n’est jamais utilisé',
  neverList: [
    'L’âge, le sexe, l’origine, la santé, la situation de famille, les opinions\u00a0: ni demandés, ni enregistrés.',
    'Les évaluations, la rémunération, les messages, les absences.',
    'Le diplôme\u00a0: seule compte la pratique.',
  ],
}

const en: typeof fr = {
  title: (programme) => `How pairs are formed · ${programme}`,
  heading: 'How pairs are formed',
  lead: (programme) => `The rules, the criteria and their weights for “${programme}”, as they are set today.`,
  back: 'Back to the programme',
  general: 'The principle, an example worked by hand, and the proof',
  rules: 'The rules that nothing lifts',
  rulesLead: 'A pair that breaks a single one of these rules is never proposed, whatever its score.',
  seniority: {
    name: 'Direction of the mentoring',
    mentee: (gap, experience) =>
      `The mentee is at least ${levelsEn(gap)} above the mentor by grade, or has at least ${yearsEn(experience)} more in the company. One of the two is enough.`,
    mentor: (gap, experience) =>
      `The mentor is at least ${levelsEn(gap)} above the mentee by grade, or has at least ${yearsEn(experience)} more in the company. One of the two is enough.`,
    none: 'Neither grade nor time in the company counts: only having lived the subject does.',
    unknownYes: 'Where neither is known, the pair remains possible.',
    unknownNo: 'Where neither is known, the pair is not proposed.',
  },
  own: 'The rules of this programme alone',
  ownNone: 'This programme adds no rule to the common ones.',
  criteria: 'What counts, and for how much',
  criteriaLead:
    'Each pair that is allowed gets a mark from 0 to 100. Each criterion brings at most the share shown.',
  different: 'For this criterion, the programme looks for people who differ rather than people alike.',
  says: {
    need: 'Does the mentor practise what the other wants to learn, and have they done so lately?',
    field: 'Are the two fields of work close enough to understand each other?',
    availability: 'How many moments of the week do the two share?',
    reverse: 'Can the mentee bring in return what the mentor wishes for?',
    intentions: 'Do the hopes of one answer those of the other?',
    site: 'Are they in the same place? Left out where either prefers to meet online.',
    learning: 'Do their ways of learning go together?',
  },
  learning:
    'Learning preference: neither a test nor a label. Studies find little effect; we measure whether it matters here.',
  objective: 'What is looked for',
  objectives: {
    coverage:
      'First the greatest number of pairs. Then, among all sets with as many, the one whose marks make the greatest sum.',
    quality: 'The greatest sum of marks. More people may be left waiting where their pairs would be weak.',
    fair: 'First the greatest number of pairs. Then the pair served least well is served as well as can be. Last, the greatest sum of marks.',
  },
  two: 'A mentee may have two mentors.',
  asked:
    'A mentee may name a mentor they would like: the wish tips the balance between good pairs, and never lifts a rule.',
  rounds: 'When',
  first: (when) => `First round: ${when}.`,
  noFirst: 'The date of the first round is not set yet.',
  again: (days) =>
    days === 1
      ? 'Then a round every day for those who wait.'
      : `Then a round every ${days} days for those who wait.`,
  once: 'There is one round; the team may ask for another.',
  answer: (days) => `Each proposal leaves ${days} to answer.`,
  decides: 'Who decides',
  decidesText: [
    'The calculation suggests. Somebody in the team reads each round and approves it, or not.',
    'The two people discover the proposal at the same moment. There is a pair only if both accept.',
    'A proposal that does not come about is told to both in the same words, at the deadline.',
  ],
  never: 'What is never used',
  neverList: [
    'Age, sex, origin, health, family situation, opinions: never asked, never stored.',
    'Appraisals, pay, messages, absences.',
    'Diplomas: only practice counts.',
  ],
}

export const MATCHING_PAGE_WORDS: Both<typeof fr> = { fr, en }

export type Switched = readonly SwitchableCriterion[]
