import type { Both } from '#domain/language.ts'

/**
 * no-pair: a locked pair that the rules do not allow, or of somebody who is not in the run · no-place: the mentor has
 * not places enough for all locked pairs · already-served: the mentee has mentors enough without it · not-served: a
 * group that was to be served in full cannot be.
 */
export type WishObstacle = 'no-pair' | 'no-place' | 'already-served' | 'not-served'

/** A wish that cannot be granted; nothing may then be proposed. `words` are for organisers and name people by reference. */
export class WishFailure extends Error {
  readonly obstacle: WishObstacle
  readonly words: Both
  /** The references of the people whom the wish is about and who stand without it. */
  readonly people: readonly string[]

  constructor(obstacle: WishObstacle, people: readonly string[], words: Both) {
    super(words.en)
    this.name = 'WishFailure'
    this.obstacle = obstacle
    this.words = words
    this.people = people
  }
}

const LOCK_WORDS: Record<Exclude<WishObstacle, 'not-served'>, (mentor: string, mentee: string) => Both> = {
  'no-pair': (mentor, mentee) => ({
    fr: `Le binôme imposé ${mentor} → ${mentee} ne peut pas être formé\u00a0: une règle l’interdit, ou l’une des deux personnes ne participe pas. Retirez ce choix, puis relancez.`,
    en: `The locked pair ${mentor} → ${mentee} cannot be made: a rule forbids it, or one of the two does not take part. Remove this lock, then run again.`,
  }),
  'no-place': (mentor, mentee) => ({
    fr: `Le binôme imposé ${mentor} → ${mentee} ne peut pas être formé\u00a0: ${mentor} n’a pas assez de places libres. Ajoutez une place ou retirez ce choix, puis relancez.`,
    en: `The locked pair ${mentor} → ${mentee} cannot be made: ${mentor} has not enough free places. Add a place or remove this lock, then run again.`,
  }),
  'already-served': (mentor, mentee) => ({
    fr: `Le binôme imposé ${mentor} → ${mentee} ne peut pas être formé\u00a0: ${mentee} a déjà autant de mentors que souhaité. Retirez ce choix, puis relancez.`,
    en: `The locked pair ${mentor} → ${mentee} cannot be made: ${mentee} already has as many mentors as wished. Remove this lock, then run again.`,
  }),
}

/** A locked pair that cannot be made, and why. */
export function lockFailure(
  obstacle: Exclude<WishObstacle, 'not-served'>,
  mentor: string,
  mentee: string,
): WishFailure {
  return new WishFailure(obstacle, [mentor, mentee], LOCK_WORDS[obstacle](mentor, mentee))
}

/** Why a group cannot be served in full: people by reference. */
export interface GroupShortage {
  group: string
  /** How many pairs are missing. */
  missing: number
  /** Those who are not among the mentees of this run. */
  absent: readonly string[]
  /** Those whom no mentor suits. */
  alone: readonly string[]
  /** People of the group who together want more mentors than those who suit them have places for them. */
  bottleneck: { people: readonly string[]; mentors: readonly string[]; wanted: number; places: number } | null
}

/** A group that cannot be served in full, with everybody who stands in the way named. */
export function groupFailure(shortage: GroupShortage): WishFailure {
  const { group, missing, absent, alone, bottleneck } = shortage
  const parts = [absent.length ? sayAbsent(absent) : null, alone.length ? sayAlone(alone) : null]
  if (bottleneck) parts.push(sayBottleneck(bottleneck))
  const reasons = parts.filter((part) => part !== null)
  return new WishFailure('not-served', [...absent, ...alone, ...(bottleneck?.people ?? [])], {
    fr:
      `Le groupe «\u00a0${group}\u00a0» ne peut pas être servi en entier\u00a0: ` +
      `il manque ${missing}\u00a0binôme${missing > 1 ? 's' : ''}. ${reasons.map(({ fr }) => fr).join(' ')}`,
    en:
      `The group “${group}” cannot be served in full: ${missing} pair${missing > 1 ? 's are' : ' is'} missing. ` +
      reasons.map(({ en }) => en).join(' '),
  })
}

function sayAbsent(people: readonly string[]): Both {
  return {
    fr: `Ne participe${people.length > 1 ? 'nt' : ''} pas\u00a0: ${people.join(', ')}.`,
    en: `Not taking part: ${people.join(', ')}.`,
  }
}

function sayAlone(people: readonly string[]): Both {
  return {
    fr: `Aucun mentor ne convient à\u00a0: ${people.join(', ')}.`,
    en: `No mentor suits: ${people.join(', ')}.`,
  }
}

function sayBottleneck({ people, mentors, wanted, places }: NonNullable<GroupShortage['bottleneck']>): Both {
  const many = people.length > 1
  return {
    fr:
      `${many ? `Ces ${people.length}\u00a0personnes partagent` : 'Cette personne dispose de'} ` +
      `${places}\u00a0place${places > 1 ? 's' : ''} seulement pour ${wanted}\u00a0souhaitée${wanted > 1 ? 's' : ''}\u00a0: ` +
      `${people.join(', ')}.${mentors.length ? ` Mentors qui conviennent\u00a0: ${mentors.join(', ')}.` : ''}`,
    en:
      `${many ? `These ${people.length} people share` : 'This person has'} only ${places} ` +
      `place${places > 1 ? 's' : ''} where ${wanted} ${wanted > 1 ? 'are' : 'is'} wanted: ${people.join(', ')}.` +
      `${mentors.length ? ` Mentors who suit: ${mentors.join(', ')}.` : ''}`,
  }
}
