import type { Both } from '#domain/language.ts'
import { ASKED, type Asked, obstacleFor, type WaitingReader } from './obstacle-words.ts'
import type { WaitingReason } from './waiting.ts'

/** Why somebody waits, in warm plain sentences; a participant reads no counts and nothing about anybody else. */
export function explainWaiting(
  reason: WaitingReason,
  facts: Record<string, number>,
  reader: WaitingReader = 'organiser',
): Both {
  return reader === 'participant' ? SAY_TO_PARTICIPANT[reason](facts) : SAY[reason](facts)
}

const SAY: Record<WaitingReason, (facts: Record<string, number>) => Both> = {
  'no-candidate': sayNoCandidate,
  'places-taken': ({ suited = 0, places = 0, holders = 0 }) => {
    const theirs = suited > 1 ? 'leurs' : 'ses'
    const taken =
      places === 0
        ? {
            fr: `toutes ${theirs} places sont allées à d’autres binômes`,
            en: 'all their places went to other pairs',
          }
        : {
            fr: `${theirs} places (${places}) sont allées à d’autres (${people(holders).fr.toLocaleLowerCase('fr')})`,
            en: `their places (${places}) went to others (${people(holders).en.toLocaleLowerCase('en')})`,
          }
    return {
      fr: `${people(suited).fr} aurai${suited > 1 ? 'en' : ''}t convenu, et ${taken.fr}. L’inscription reste valable pour la suite.`,
      en: `${people(suited).en} would have suited, and ${taken.en}. The sign-up stays valid for what comes next.`,
    }
  },
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

const SIGN_UP_STAYS: Both = {
  fr: 'Votre inscription reste valable pour la suite.',
  en: 'Your sign-up stays valid for what comes next.',
}

function saying(fr: string, en: string): () => Both {
  return () => ({ fr: `${fr} ${SIGN_UP_STAYS.fr}`, en: `${en} ${SIGN_UP_STAYS.en}` })
}

const SAY_TO_PARTICIPANT: Record<WaitingReason, (facts: Record<string, number>) => Both> = {
  'no-candidate': sayNoCandidateToParticipant,
  'places-taken': saying(
    'Au moins une personne aurait convenu, et toutes les places sont allées à d’autres binômes.',
    'At least one person would have suited, and all places went to other pairs.',
  ),
  full: (facts) =>
    (facts.suited ?? 0) === 0
      ? SAY.full(facts)
      : saying(
          'Au moins une personne conviendrait, mais sans place libre pour l’instant.',
          'At least one person would suit, but with no free place for now.',
        )(),
  'no-mentee-left': saying(
    'Au moins une personne convenait, et chacune a déjà un mentor. Ce que vous savez reste précieux.',
    'At least one person suited, and each already has a mentor. What you know stays precious.',
  ),
  consent: () => ({
    fr: 'Votre accord est encore attendu\u00a0: participer de votre plein gré et avoir lu la charte. Rien ne se fait avant.',
    en: 'Your agreement is still awaited: taking part of your own will, and having read the charter. Nothing happens before.',
  }),
}

function sayNoCandidate({ asked = 0, ...removed }: Record<string, number>): Both {
  if (asked === 0) {
    return {
      fr: 'Personne n’est encore inscrit en face. L’inscription reste valable : la suite dépend des prochaines arrivées.',
      en: 'Nobody has signed up on the other side yet. The sign-up stays valid: what follows depends on who joins.',
    }
  }
  const { how, rules } = whatStands(removed)
  const [rule] = rules
  const { why, help } = obstacleFor('organiser', rule!)
  const none = {
    fr: `Parmi les inscriptions d’en face (${asked}), aucune ne peut encore être proposée.`,
    en: `Among the sign-ups on the other side (${asked}), none can be proposed yet.`,
  }
  const count =
    removed[how === 'only' ? `only:${rule}` : how === 'together' ? `together:${rule}` : rule!] ?? 0
  if (how === 'most') {
    return {
      fr: `${none.fr} Le plus souvent, ${why.fr} (${count} sur ${asked}). ${help.fr}`,
      en: `${none.en} Most often, ${why.en} (${count} of ${asked}). ${help.en}`,
    }
  }
  if (how === 'only') {
    return {
      fr: `${none.fr} Un seul obstacle pour ${count} d’entre elles\u00a0: ${why.fr}. ${help.fr}`,
      en: `${none.en} For ${count} of them, one thing alone stands in the way: ${why.en}. ${help.en}`,
    }
  }
  const all = rules.map((each) => obstacleFor('organiser', each).why)
  return {
    fr: `${none.fr} Aucune règle n’en est seule la cause. Au plus près (${count}), plusieurs à la fois\u00a0: ${all.map(({ fr }) => fr).join('\u00a0; ')}.`,
    en: `${none.en} No single rule is the cause. At the nearest (${count}), several at once: ${all.map(({ en }) => en).join('; ')}.`,
  }
}

/**
 * The rules to name: the one that alone removes most; or those that together remove somebody; or, where that was not
 * worked out, the one that removed most.
 */
function whatStands(facts: Record<string, number>): { how: 'only' | 'together' | 'most'; rules: Asked[] } {
  const most = (prefix: string) =>
    ASKED.reduce((best, rule) => ((facts[prefix + rule] ?? 0) > (facts[prefix + best] ?? 0) ? rule : best))
  const alone = most('only:')
  if ((facts[`only:${alone}`] ?? 0) > 0) return { how: 'only', rules: [alone] }
  const together = ASKED.filter((rule) => (facts[`together:${rule}`] ?? 0) > 0)
  return together.length > 0 ? { how: 'together', rules: together } : { how: 'most', rules: [most('')] }
}

function sayNoCandidateToParticipant(facts: Record<string, number>): Both {
  if ((facts.asked ?? 0) === 0) {
    return {
      fr: 'Personne n’est encore inscrit en face. Votre inscription reste valable\u00a0: la suite dépend des prochaines arrivées.',
      en: 'Nobody has signed up on the other side yet. Your sign-up stays valid: what follows depends on who joins.',
    }
  }
  const { how, rules } = whatStands(facts)
  const obstacles = [...new Set(rules.map((rule) => obstacleFor('participant', rule)))]
  const none = {
    fr: 'Aucun binôme ne peut encore vous être proposé.',
    en: 'No pair can be proposed to you yet.',
  }
  const lead =
    how === 'most'
      ? { fr: 'Le plus souvent, ', en: 'Most often, ' }
      : { fr: 'Au plus près, ', en: 'At the nearest, ' }
  const why = {
    fr: obstacles.map(({ why }) => why.fr).join(', et '),
    en: obstacles.map(({ why }) => why.en).join(', and '),
  }
  const { help } = obstacles[0]!
  return {
    fr: `${none.fr} ${lead.fr}${why.fr}. ${help.fr} ${SIGN_UP_STAYS.fr}`,
    en: `${none.en} ${lead.en}${why.en}. ${help.en} ${SIGN_UP_STAYS.en}`,
  }
}

function people(count: number): Both {
  return count === 1
    ? { fr: 'Une personne', en: 'One person' }
    : { fr: `${count} personnes`, en: `${count} people` }
}
