import type { Both } from '#domain/language.ts'
import type { Admissible, Prospects } from './admissible.ts'
import type { Cohort, Profile } from './cohort.ts'
import { RULES, type Rule } from './eligible.ts'

/**
 * no-candidate: the rules leave nobody · places-taken: some suit, all their places went to other pairs of this run ·
 * full: some would suit but have no place left since before, or a mentor’s hours leave no room for a session ·
 * no-mentee-left: every mentee who suits has a mentor (P20) · consent: the person’s own agreement is awaited (P31).
 */
export const WAITING_REASONS = ['no-candidate', 'places-taken', 'full', 'no-mentee-left', 'consent'] as const
export type WaitingReason = (typeof WAITING_REASONS)[number]

/** Somebody without a pair after a run, by participant id, and the counts that the words are made from. */
export interface Waiting {
  participant: string
  reason: WaitingReason
  /** `asked`: everybody on the other side · `suited`: those whom only a lack of places keeps away · by rule, how many it removed. */
  facts: Record<string, number>
}

/** Everybody who is still there, has no pair and got none in this run; `paired` are the participants who did. */
export function listWaiting(
  cohort: Cohort,
  { mentors, mentees }: Admissible,
  paired: ReadonlySet<string>,
): Waiting[] {
  const isWaiting = ({ member }: Profile) =>
    member.active && member.placesTaken === 0 && !paired.has(member.id)
  return [
    ...cohort.mentees.flatMap((mentee, j) => (isWaiting(mentee) ? [waitingOf(mentee, mentees[j]!)] : [])),
    ...cohort.mentors.flatMap((mentor, i) => (isWaiting(mentor) ? [waitingOf(mentor, mentors[i]!)] : [])),
  ]
}

function waitingOf({ member, places }: Profile, { partners, removed }: Prospects): Waiting {
  const suited = partners + removed.capacity
  const asked = RULES.reduce((sum, rule) => sum + removed[rule], partners) - removed['same-person']
  const participant = member.id
  if (!member.consents) return { participant, reason: 'consent', facts: {} }
  if (places === 0) return { participant, reason: 'full', facts: { suited: 0 } }
  if (suited === 0) return { participant, reason: 'no-candidate', facts: { asked, ...counted(removed) } }
  if (member.role === 'mentor') return { participant, reason: 'no-mentee-left', facts: { suited } }
  return partners === 0
    ? { participant, reason: 'full', facts: { suited } }
    : { participant, reason: 'places-taken', facts: { suited: partners } }
}

function counted(removed: Record<Rule, number>): Partial<Record<Rule, number>> {
  return Object.fromEntries(
    Object.entries(removed).filter(([rule, count]) => count > 0 && rule !== 'same-person'),
  )
}

/** What most often stands in the way, and what would help. */
const MOST_OFTEN: Record<Exclude<Rule, 'same-person'>, { why: Both; help: Both }> = {
  leaver: {
    why: { fr: 'elles ont quitté le programme', en: 'they have left the programme' },
    help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
  },
  consent: {
    why: { fr: 'leur accord est encore attendu', en: 'their agreement is still awaited' },
    help: { fr: 'Un rappel peut suffire.', en: 'A reminder may be enough.' },
  },
  past: {
    why: { fr: 'ce binôme a déjà été proposé', en: 'this pair was proposed before' },
    help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
  },
  'reporting-line': {
    why: { fr: 'elles sont dans la même ligne hiérarchique', en: 'they are in the same reporting line' },
    help: {
      fr: 'Des inscriptions venues d’autres équipes aideront.',
      en: 'Sign-ups from other teams will help.',
    },
  },
  language: {
    why: { fr: 'il manque une langue commune', en: 'a language in common is missing' },
    help: {
      fr: 'Ajouter une langue aux réponses aiderait.',
      en: 'Adding a language to the answers would help.',
    },
  },
  meeting: {
    why: { fr: 'aucune façon de se rencontrer ne convient aux deux', en: 'no way of meeting suits both' },
    help: {
      fr: 'Accepter aussi les échanges à distance aiderait.',
      en: 'Accepting to meet remotely as well would help.',
    },
  },
  seniority: {
    why: {
      fr: 'l’expérience ne va pas dans le sens du programme',
      en: 'experience does not run in the direction of the programme',
    },
    help: {
      fr: 'Des inscriptions de parcours différents aideront.',
      en: 'Sign-ups from people with other paths will help.',
    },
  },
  topic: {
    why: { fr: 'il manque un sujet à transmettre', en: 'a topic to pass on is missing' },
    help: { fr: 'Ajouter un sujet aux réponses aiderait.', en: 'Adding a topic to the answers would help.' },
  },
  capacity: {
    why: { fr: 'leurs places sont prises', en: 'their places are taken' },
    help: { fr: 'Une place peut se libérer.', en: 'A place may become free.' },
  },
}

/** Why somebody waits, in warm plain sentences that suit the person and the organisers alike. */
export function explainWaiting(reason: WaitingReason, facts: Record<string, number>): Both {
  return SAY[reason](facts)
}

const SAY: Record<WaitingReason, (facts: Record<string, number>) => Both> = {
  'no-candidate': sayNoCandidate,
  'places-taken': ({ suited = 0 }) => ({
    fr: `${people(suited).fr} aurai${suited > 1 ? 'en' : ''}t convenu, et toutes leurs places sont allées à d’autres binômes. L’inscription reste valable pour la suite.`,
    en: `${people(suited).en} would have suited, and all their places went to other pairs. The sign-up stays valid for what comes next.`,
  }),
  full: ({ suited = 0 }) =>
    suited === 0
      ? {
          fr: 'Les heures indiquées ne laissent pas encore la place d’une séance. En ajouter une ou deux par mois suffirait.',
          en: 'The hours given do not leave room for a session yet. Adding one or two a month would be enough.',
        }
      : {
          fr: `${people(suited).fr} conviendrai${suited > 1 ? 'en' : ''}t, mais sans place libre pour l’instant. L’inscription reste valable : une place peut se libérer.`,
          en: `${people(suited).en} would suit, but with no free place for now. The sign-up stays valid: a place may become free.`,
        },
  'no-mentee-left': ({ suited = 0 }) => ({
    fr: `${people(suited).fr} convenai${suited > 1 ? 'en' : ''}t, et chacune a déjà un mentor. Ce savoir reste précieux : l’inscription reste valable pour la suite.`,
    en: `${people(suited).en} suited, and each already has a mentor. This knowledge stays precious: the sign-up stays valid for what comes next.`,
  }),
  consent: () => ({
    fr: 'Un accord est encore attendu : participer de son plein gré et avoir lu la charte. Rien ne se fait avant.',
    en: 'Agreement is still awaited: taking part of one’s own will, and having read the charter. Nothing happens before.',
  }),
}

function sayNoCandidate({ asked = 0, ...removed }: Record<string, number>): Both {
  if (asked === 0) {
    return {
      fr: 'Personne n’est encore inscrit en face. L’inscription reste valable : la suite dépend des prochaines arrivées.',
      en: 'Nobody has signed up on the other side yet. The sign-up stays valid: what follows depends on who joins.',
    }
  }
  const most = RULES.filter((rule) => rule !== 'same-person').reduce((best, rule) =>
    (removed[rule] ?? 0) > (removed[best] ?? 0) ? rule : best,
  )
  const { why, help } = MOST_OFTEN[most]
  const count = removed[most] ?? 0
  return {
    fr: `Parmi les inscriptions d’en face (${asked}), aucune ne peut encore être proposée. Le plus souvent, ${why.fr} (${count} sur ${asked}). ${help.fr}`,
    en: `Among the sign-ups on the other side (${asked}), none can be proposed yet. Most often, ${why.en} (${count} of ${asked}). ${help.en}`,
  }
}

function people(count: number): Both {
  return count === 1
    ? { fr: 'Une personne', en: 'One person' }
    : { fr: `${count} personnes`, en: `${count} people` }
}
