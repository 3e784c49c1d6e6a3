import type { Both } from './language.ts'
import { DAY_MS } from './local-time.ts'
import type { Role } from './participant.ts'
import {
  cancelledTwice,
  inDisagreement,
  inSilence,
  isDrifting,
  isLopsided,
  isMisfit,
  type PairFacts,
  type Sign,
  withoutFirstSession,
} from './trouble-signs.ts'

/** The types of trouble, each with a remedy of its own (P34, C29, domain.md §2.6). */
export const TROUBLE_KINDS = [
  'no-first-session',
  'silence',
  'cancellations',
  'lopsided',
  'disagreement',
  'misfit',
  'drift',
  'help',
] as const
export type TroubleKind = (typeof TROUBLE_KINDS)[number]

/** open: awaits its owner · handled: its owner did something · resolved: it went away by itself. */
export const TROUBLE_STATES = ['open', 'handled', 'resolved'] as const
export type TroubleState = (typeof TROUBLE_STATES)[number]

/** Whose turn it is: an organiser’s, the coach’s of the pair, or the referent’s, who alone read pulses. */
export const TROUBLE_OWNERS = ['organiser', 'coach', 'referent'] as const
export type TroubleOwner = (typeof TROUBLE_OWNERS)[number]

/** Types that come from pulses: organisers hear that a talk would help, never which type it is (questionnaires.md §9). */
export const TROUBLES_FROM_PULSES = [
  'lopsided',
  'disagreement',
  'misfit',
  'drift',
] as const satisfies TroubleKind[]

/** How organisers hear of a trouble: its type, or that a talk with both would help. */
export type ShownTroubleKind = Exclude<TroubleKind, (typeof TROUBLES_FROM_PULSES)[number]> | 'listening'

/** The type under which organisers hear of a trouble; those from pulses all sound the same. */
export function shownToOrganisers(kind: TroubleKind): ShownTroubleKind {
  return isFromPulses(kind) ? 'listening' : kind
}

export function isFromPulses(kind: TroubleKind): kind is (typeof TROUBLES_FROM_PULSES)[number] {
  return (TROUBLES_FROM_PULSES as readonly TroubleKind[]).includes(kind)
}

/** Days within which the owner of a new trouble acts; all of those from pulses alike, so that a date tells no type. */
export const TROUBLE_DUE_DAYS = { 'no-first-session': 3, silence: 5, cancellations: 3, listening: 3 } as const

/** A trouble that holds now. Instants are epoch ms. */
export interface FoundTrouble {
  kind: TroubleKind
  /** Whose side calls for a word; null for both. */
  side: Role | null
  owner: TroubleOwner
  due_at: number
  /** When the newest fact behind it became known; the present for what is a matter of time. */
  news_at: number
}

/**
 * The troubles of one pair that hold now (P34, C29, domain.md §2.6, peers.md B13), at most one of a kind. Pairs that have
 * ended, are suspended or take a break have none; a programme that is over asks for no more sessions; nothing heard is
 * no trouble. What follows from pulses is for the coach of the pair, else the referent, else the organisers, who then
 * hear only that a talk would help.
 */
export function troublesOf(facts: PairFacts): FoundTrouble[] {
  if (facts.state !== 'active' || facts.paused) return []
  const { now } = facts
  const isOver = facts.ends_at !== null && now >= facts.ends_at
  const misfit = isMisfit(facts)
  const signs: [Exclude<TroubleKind, 'help'>, Sign | null][] = isOver
    ? []
    : [
        ['no-first-session', withoutFirstSession(facts)],
        ['silence', inSilence(facts)],
        ['cancellations', cancelledTwice(facts)],
        ['lopsided', isLopsided(facts)],
        ['disagreement', inDisagreement(facts)],
        ['misfit', misfit],
        // One session alone is no drift.
        ['drift', misfit ? null : isDrifting(facts)],
      ]
  const found = signs.flatMap(([kind, sign]): FoundTrouble[] => {
    if (sign === null) return []
    const shown = shownToOrganisers(kind) as keyof typeof TROUBLE_DUE_DAYS
    const owner = shown === 'listening' ? readerOfPulses(facts) : 'organiser'
    return [{ kind, ...sign, owner, due_at: now + TROUBLE_DUE_DAYS[shown] * DAY_MS }]
  })
  return [...found, ...helpAsked(facts)]
}

function readerOfPulses({ coach_id, referent_id }: PairFacts): TroubleOwner {
  if (coach_id !== null) return 'coach'
  return referent_id === null ? 'organiser' : 'referent'
}

/** Somebody asked for help: for its reader, by the day that was promised (C29). */
function helpAsked({ help }: PairFacts): FoundTrouble[] {
  const [first] = help.toSorted((one, other) => one.due_at - other.due_at)
  if (first === undefined) return []
  return [
    {
      kind: 'help',
      side: help.every(({ role }) => role === first.role) ? first.role : null,
      owner: first.reader_id === null ? 'organiser' : 'referent',
      due_at: first.due_at,
      news_at: Math.max(...help.map(({ created_at }) => created_at)),
    },
  ]
}

/** What a trouble is called and what its owner can do about it, and what the two people are told to try (null: nothing). */
export const TROUBLE_REMEDIES: Record<
  TroubleKind | 'listening',
  { title: Both; team: Both; people: Both | null }
> = {
  'no-first-session': {
    title: { fr: 'Pas encore de première séance', en: 'No first session yet' },
    team: {
      fr: 'Proposez un créneau qui va aux deux, ou passez par l’assistante ou l’assistant. Dix minutes de présentation suffisent pour commencer.',
      en: 'Suggest a time that suits both, or go through the assistant. Ten minutes to get acquainted are enough to begin.',
    },
    people: {
      fr: 'Proposer trois moments, même courts, et laisser l’autre choisir.',
      en: 'Suggest three times, however short, and let the other choose.',
    },
  },
  silence: {
    title: { fr: 'Plus de séance depuis un mois', en: 'No session for a month' },
    team: {
      fr: 'Appelez l’une puis l’autre personne : souvent, l’agenda a débordé. Aidez à fixer la prochaine date, ou proposez une pause.',
      en: 'Call one, then the other: often a calendar has run over. Help them set the next date, or suggest a break.',
    },
    people: {
      fr: 'Fixer la prochaine date à la fin de chaque séance.',
      en: 'Set the next date at the end of each session.',
    },
  },
  cancellations: {
    title: { fr: 'Deux annulations de suite', en: 'Two cancellations in a row' },
    team: {
      fr: 'Cherchez avec la personne un rythme qui tient : plus court, plus tôt dans la journée, ou tenu par son assistante ou son assistant.',
      en: 'Look with them for a rhythm that holds: shorter, earlier in the day, or kept by their assistant.',
    },
    people: {
      fr: 'Préférer trente minutes qui ont lieu à une heure qui n’a pas lieu.',
      en: 'Prefer thirty minutes that take place to an hour that does not.',
    },
  },
  listening: {
    title: { fr: 'Une écoute aiderait', en: 'A talk would help' },
    team: {
      fr: 'Parlez avec chacune des deux personnes, séparément : demandez ce qui marche et ce qui manque, sans rien supposer.',
      en: 'Talk to each of the two, separately: ask what works and what is missing, and assume nothing.',
    },
    people: {
      fr: 'Se dire, en cinq minutes, ce qui est utile et ce qu’on voudrait autrement.',
      en: 'Take five minutes to tell each other what helps and what you would like to change.',
    },
  },
  lopsided: {
    title: { fr: 'Un échange à sens unique', en: 'Learning that goes one way' },
    team: {
      fr: 'Voyez avec la personne qui reçoit le moins ce qu’elle aimerait apprendre, et avec l’autre ce qu’elle peut transmettre. Une séance dans l’autre sens suffit souvent.',
      en: 'Ask the one who receives less what they would like to learn, and the other what they could pass on. One session the other way round is often enough.',
    },
    people: null,
  },
  disagreement: {
    title: { fr: 'Deux avis opposés sur une séance', en: 'Two opposite views of a session' },
    team: {
      fr: 'Écoutez d’abord, seul à seul, la personne pour qui la séance a été peu utile. Ne citez jamais l’une à l’autre.',
      en: 'First listen, alone, to the one for whom the session was of little use. Never quote one to the other.',
    },
    people: null,
  },
  misfit: {
    title: { fr: 'Un début difficile', en: 'A difficult start' },
    team: {
      fr: 'Appelez avant la deuxième séance : un objectif plus précis ou un sujet concret change souvent la suite. Sinon, dites qu’un autre binôme est possible, sans faute de personne.',
      en: 'Call before the second session: a clearer aim or a concrete topic often changes what follows. Otherwise, say that another partner is possible, and nobody’s fault.',
    },
    people: null,
  },
  drift: {
    title: { fr: 'Un élan qui retombe', en: 'A pair that loses heart' },
    team: {
      fr: 'Reprenez avec les deux ce qu’ils voulaient au départ : un nouveau sujet, un autre format, ou une fin heureuse un peu plus tôt.',
      en: 'Go back with both to what they wanted at the start: a new topic, another form, or a happy end a little earlier.',
    },
    people: null,
  },
  help: {
    title: { fr: 'Une demande d’aide', en: 'A call for help' },
    team: {
      fr: 'Répondez à la personne, et à elle seule, avant le jour promis. L’autre personne n’en sait rien.',
      en: 'Answer the person, and only them, before the day that was promised. The other does not know of it.',
    },
    people: null,
  },
}
