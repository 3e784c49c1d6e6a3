import type { Both } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import type { Role } from '#domain/participant.ts'

const fr = {
  signUps: (from: string | null, to: string | null) =>
    `Inscriptions ouvertes ${from ? `à partir du ${from}` : 'dès la publication'}, ${to ? `jusqu’au ${to}` : 'jusqu’à la fin du programme'}, et jamais avant que la consultation du CSE soit consignée.`,
  rounds: (first: string | null, again: number | null) =>
    `${first ? `Premier calcul le ${first}` : 'Premier calcul lancé par l’équipe'}${again ? `, puis tous les ${again}\u00a0jours tant que des personnes attendent` : ', en une fois'}.`,
  acceptance: (days: number) =>
    `Chaque personne a ${days}\u00a0${days === 1 ? 'jour' : 'jours'} pour accepter ou décliner une proposition.`,
  sessions: (count: number, length: string, preparation: string | null) =>
    `${count === 1 ? 'Une séance' : `Environ ${count}\u00a0séances`} de ${length}${preparation ? `, et ${preparation} de préparation pour la personne mentor` : ''}, sur le temps de travail.`,
  capacity: (pairs: number, mentors: number) =>
    `Un mentor suit au plus ${pairs}\u00a0${pairs === 1 ? 'personne' : 'personnes'}, et moins s’il le souhaite\u00a0; une personne mentorée a au plus ${mentors}\u00a0${mentors === 1 ? 'mentor' : 'mentors'}.`,
  externals: 'Le programme est ouvert à des personnes extérieures à l’entreprise.',
  insiders: 'Le programme est réservé aux personnes de l’entreprise.',
  objectives: {
    coverage:
      'Le calcul cherche d’abord le plus grand nombre de binômes, puis le total de points le plus élevé.',
    quality: 'Le calcul cherche le total de points le plus élevé.',
    fair: 'Le calcul cherche d’abord le plus grand nombre de binômes, puis le meilleur sort pour le binôme le moins bien servi, puis le total de points le plus élevé.',
  } satisfies Record<MatchingObjective, string>,
  seniority: (senior: Role | null, gap: number, years: number, unknown: boolean) => {
    if (senior === null) return 'Ni le grade ni l’ancienneté ne comptent.'
    const [low, high] =
      senior === 'mentee'
        ? ['La personne mentor', 'la personne mentorée']
        : ['La personne mentorée', 'la personne mentor']
    return `${low} est au moins ${gap}\u00a0${gap < 2 ? 'rang' : 'rangs'} de grade sous ${high}, ou a passé au moins ${years}\u00a0${years < 2 ? 'an' : 'ans'} de moins dans l’entreprise.${gap > 0 ? ` Quand ${high} n’encadre personne, un grade égal suffit.` : ''} ${
      unknown
        ? 'Quand ni le grade ni l’arrivée dans l’entreprise ne sont connus, le binôme reste possible.'
        : 'Quand ni le grade ni l’arrivée dans l’entreprise ne sont connus, le binôme n’est pas proposé.'
    }`
  },
  different: (means: string) => `${means}\u00a0; ici, ce sont les différences qui sont recherchées`,
  wishes: (asked: number, kept: number, changes: number | null) => [
    ...(asked > 0
      ? [
          `Le mentor qu’une personne demande pèse au plus ${points(asked, 'fr')} sur 100\u00a0; il n’ouvre jamais ce qu’une règle interdit.`,
        ]
      : []),
    ...(kept > 0
      ? [`Un binôme déjà trouvé au calcul précédent pèse au plus ${points(kept, 'fr')} sur 100.`]
      : []),
    ...(changes === null
      ? []
      : [
          `D’un calcul à l’autre, ${changes}\u00a0${changes < 2 ? 'binôme change' : 'binômes changent'} au plus.`,
        ]),
  ],
  roles: { mentor: 'mentors', mentee: 'personnes mentorées' } satisfies Record<Role, string>,
  levels: (levels: number) => `${levels}\u00a0${levels === 1 ? 'niveau' : 'niveaux'}`,
  people: (count: number) => `${count}\u00a0${count < 2 ? 'personne' : 'personnes'}`,
  pairs: (count: number) => `${count}\u00a0${count < 2 ? 'binôme' : 'binômes'}`,
  week: (week: number) =>
    week === 0
      ? 'Semaine de la première séance'
      : `${Math.abs(week)}\u00a0semaines ${week < 0 ? 'avant' : 'après'} la première séance`,
  atTheEnd: 'À la fin',
  noPeriod: 'dates à fixer',
  council: {
    consulted: (day: string) => `Le CSE a été consulté le ${day}.`,
    notNeeded: (reason: string) =>
      `L’organisation a consigné que la consultation du CSE n’est pas nécessaire, pour cette raison\u00a0: ${reason}`,
    notYet:
      'La consultation du CSE n’est pas encore consignée\u00a0: les inscriptions ne peuvent pas ouvrir.',
  },
}

const en: typeof fr = {
  signUps: (from, to) =>
    `Sign-ups open ${from ? `on ${from}` : 'as soon as the programme is published'}, ${to ? `until ${to}` : 'until the programme ends'}, and never before the consultation of the works council is recorded.`,
  rounds: (first, again) =>
    `${first ? `First match run on ${first}` : 'First match run started by the team'}${again ? `, then every ${again} days while people are waiting` : ', once'}.`,
  acceptance: (days) =>
    `Each person has ${days} ${days === 1 ? 'day' : 'days'} to accept or decline a proposal.`,
  sessions: (count, length, preparation) =>
    `${count === 1 ? 'One session' : `About ${count} sessions`} of ${length}${preparation ? `, and ${preparation} of preparation for the mentor` : ''}, in working time.`,
  capacity: (pairs, mentors) =>
    `A mentor supports at most ${pairs} ${pairs === 1 ? 'person' : 'people'}, and fewer if they wish; a mentee has at most ${mentors} ${mentors === 1 ? 'mentor' : 'mentors'}.`,
  externals: 'The programme is open to people from outside the company.',
  insiders: 'The programme is for people of the company only.',
  objectives: {
    coverage: 'The calculation first seeks the largest number of pairs, then the highest total of points.',
    quality: 'The calculation seeks the highest total of points.',
    fair: 'The calculation first seeks the largest number of pairs, then the best outcome for the least well served pair, then the highest total of points.',
  },
  seniority: (senior, gap, years, unknown) => {
    if (senior === null) return 'Neither grade nor time in the company counts.'
    const [low, high] = senior === 'mentee' ? ['The mentor', 'the mentee'] : ['The mentee', 'the mentor']
    return `${low} is at least ${gap} grade ${gap === 1 ? 'rank' : 'ranks'} below ${high}, or has spent at least ${years} ${years === 1 ? 'year' : 'years'} less in the company.${gap > 0 ? ` Where ${high} manages nobody, an equal grade is enough.` : ''} ${
      unknown
        ? 'Where neither grade nor arrival in the company is known, the pair remains possible.'
        : 'Where neither grade nor arrival in the company is known, the pair is not proposed.'
    }`
  },
  different: (means) => `${means}; here, differences are sought`,
  wishes: (asked, kept, changes) => [
    ...(asked > 0
      ? [
          `The mentor whom somebody asks for weighs at most ${points(asked, 'en')} out of 100; it never opens what a rule forbids.`,
        ]
      : []),
    ...(kept > 0 ? [`A pair found in the run before weighs at most ${points(kept, 'en')} out of 100.`] : []),
    ...(changes === null
      ? []
      : [`From one run to the next, at most ${changes} ${changes === 1 ? 'pair changes' : 'pairs change'}.`]),
  ],
  roles: { mentor: 'mentors', mentee: 'mentees' },
  levels: (levels) => `${levels} ${levels === 1 ? 'level' : 'levels'}`,
  people: (count) => `${count} ${count === 1 ? 'person' : 'people'}`,
  pairs: (count) => `${count} ${count === 1 ? 'pair' : 'pairs'}`,
  week: (week) =>
    week === 0
      ? 'Week of the first session'
      : `${Math.abs(week)} weeks ${week < 0 ? 'before' : 'after'} the first session`,
  atTheEnd: 'At the end',
  noPeriod: 'dates to be set',
  council: {
    consulted: (day) => `The works council was consulted on ${day}.`,
    notNeeded: (reason) =>
      `The organisation recorded that consulting the works council is not needed, for this reason: ${reason}`,
    notYet: 'The consultation of the works council is not recorded yet: sign-ups cannot open.',
  },
}

/** Micro-units as points out of 100. */
function points(micro: number, language: 'fr' | 'en'): string {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: 1,
  }).format(micro / 10_000)
  const isOne = micro <= 10_000
  return language === 'fr'
    ? `${number}\u00a0${isOne ? 'point' : 'points'}`
    : `${number} ${isOne ? 'point' : 'points'}`
}

/** How a document says the settings of a programme. */
export const SETTING_WORDS: Both<typeof fr> = { fr, en }
