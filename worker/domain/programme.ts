import type { HopesMatrix, SwitchableCriterion, Weights } from './criterion.ts'
import type { Both } from './language.ts'
import { DAY_MS, endOfDay } from './local-time.ts'
import type { MatchingObjective } from './match-run.ts'
import type { PairingRule } from './pairing-rule.ts'
import type { Role } from './participant.ts'
import type { FieldError } from './problem.ts'

/** A kind is data: which way seniority runs, the words of its roles, its defaults (P4–P6, F17–F20). */
export const PROGRAMME_KINDS = {
  reverse: {
    senior: 'mentee',
    name: { fr: 'Mentorat inversé', en: 'Reverse mentoring' },
    mentor: { fr: 'mentor', en: 'mentor' },
    mentee: { fr: 'mentoré·e', en: 'mentee' },
    sessions: 6,
    session_minutes: 60,
    preparation_minutes: 30,
    months: 6,
    externals_allowed: false,
  },
  classic: {
    senior: 'mentor',
    name: { fr: 'Mentorat classique', en: 'Classic mentoring' },
    mentor: { fr: 'mentor', en: 'mentor' },
    mentee: { fr: 'mentoré·e', en: 'mentee' },
    sessions: 6,
    session_minutes: 60,
    preparation_minutes: 30,
    months: 6,
    externals_allowed: false,
  },
  strategic: {
    senior: 'mentor',
    name: { fr: 'Mentorat stratégique', en: 'Strategic mentoring' },
    mentor: { fr: 'mentor stratégique', en: 'strategic mentor' },
    mentee: { fr: 'mentoré·e', en: 'mentee' },
    sessions: 6,
    session_minutes: 90,
    preparation_minutes: 30,
    months: 6,
    externals_allowed: true,
  },
  expert: {
    senior: null,
    name: { fr: 'Séance d’expert', en: 'Expert session' },
    mentor: { fr: 'expert', en: 'expert' },
    mentee: { fr: 'porteur de projet', en: 'project lead' },
    sessions: 1,
    session_minutes: 210,
    preparation_minutes: 30,
    months: 1,
    externals_allowed: true,
  },
} as const satisfies Record<
  string,
  {
    senior: Role | null
    name: Both
    mentor: Both
    mentee: Both
    sessions: number
    session_minutes: number
    preparation_minutes: number
    months: number
    externals_allowed: boolean
  }
>
export type ProgrammeKind = keyof typeof PROGRAMME_KINDS

/** What the company aims at (P7). */
export const OBJECTIVES = {
  tools: { fr: 'Utiliser des outils numériques efficaces', en: 'Use effective digital tools' },
  processes: {
    fr: 'Donner un nouveau souffle aux façons de travailler',
    en: 'Bring fresh air to the way we work',
  },
  culture: { fr: 'Faire vivre une culture d’aujourd’hui', en: 'Grow a culture that fits today' },
} as const satisfies Record<string, Both>
export type Objective = keyof typeof OBJECTIVES

/** What people read about a programme, in one language. */
export interface ProgrammeWords {
  name: string
  summary: string
  aims: string
  audience: string
  charter: string
  /** What the programme adds to the notice on personal data; empty or absent for nothing. */
  notice?: string
}

/**
 * What the organisation did about its works council before people could sign up: consulted it on a day, or a reason why
 * none is needed (reliability.md §4, Code du travail L2312-8).
 */
export type WorksCouncil = { state: 'consulted'; on: string } | { state: 'not-needed'; reason: string }

/** Everything an organiser decides about a programme. Instants are UTC epoch ms, days `YYYY-MM-DD`. */
export interface ProgrammeSettings {
  kind: ProgrammeKind
  objectives: Objective[]
  words: Both<ProgrammeWords>
  time_zone: string
  sign_ups_open_at: number | null
  sign_ups_close_at: number | null
  matching_at: number | null
  rematch_days: number | null
  acceptance_days: number
  starts_on: string | null
  ends_on: string | null
  session_minutes: number
  preparation_minutes: number
  capacity_max: number
  seniority_gap: number
  experience_gap_years: number
  unknown_seniority_allowed: boolean
  externals_allowed: boolean
  works_council: WorksCouncil | null
  weights: Weights
  matching_objective: MatchingObjective
  /** Criteria for which people who differ are looked for. */
  different: SwitchableCriterion[]
  hopes: HopesMatrix
  own_rules: PairingRule[]
  /** How many mentors a mentee may have at once: 1 or 2. */
  mentors_per_mentee: number
  /** What it weighs that a mentee asked for a mentor (D1), in micro-units. */
  asked_bonus: number
  /** What it weighs that a pair was in the run before, in micro-units. */
  kept_bonus: number
  /** At most so many pairs of the run before may change; null for no limit. */
  changes_max: number | null
  /** From how many grades between the two on, the mentor is prepared by a coach before session 1 (P28). */
  exposure_gap: number
}

/** Settings whose change makes a new version of the scoring (C28): a score is only ever compared within one. */
export const SCORING_FIELDS = ['weights', 'different', 'hopes'] as const

export interface Programme extends ProgrammeSettings {
  id: string
  slug: string
  published_at: number | null
  weights_version: number
  charter_version: number
  notice_version: number
  /** 0 where the programme asks nothing of its own. */
  own_questions_version: number
  version: number
}

export type SignUps = 'upcoming' | 'open' | 'closed'

/**
 * Whether people can sign up now. Late joiners stay welcome after the first round (C3):
 * sign-ups close at their own date, or when the programme ends. They do not open before the works council was consulted,
 * or a reason was recorded why that is not needed.
 */
export function signUps(
  programme: Pick<
    Programme,
    'published_at' | 'works_council' | 'sign_ups_open_at' | 'sign_ups_close_at' | 'ends_on' | 'time_zone'
  >,
  now: number,
): SignUps {
  if (programme.published_at === null || programme.works_council === null) return 'upcoming'
  if (programme.sign_ups_open_at !== null && now < programme.sign_ups_open_at) return 'upcoming'
  const close =
    programme.sign_ups_close_at ??
    (programme.ends_on === null ? null : endOfDay(programme.ends_on, programme.time_zone))
  return close !== null && now >= close ? 'closed' : 'open'
}

/**
 * The round that is due, from the schedule and never from "now": the first at `matching_at`, then one every
 * `rematch_days` (none where it is null). Rounds missed by a stopped machine are caught up by the newest one only.
 * Returns null while nothing is due. `lastRound` is the highest round that has a run, 0 for none.
 */
export function roundDue(
  programme: Pick<Programme, 'published_at' | 'matching_at' | 'rematch_days' | 'ends_on' | 'time_zone'>,
  lastRound: number,
  lastRunAt: number | null,
  now: number,
): number | null {
  const { published_at, matching_at, rematch_days, ends_on, time_zone } = programme
  if (published_at === null || matching_at === null || now < matching_at) return null
  if (ends_on !== null && now >= endOfDay(ends_on, time_zone)) return null
  if (lastRound === 0) return 1
  if (rematch_days === null || lastRunAt === null) return null
  const period = rematch_days * DAY_MS
  const newest = matching_at + Math.floor((now - matching_at) / period) * period
  return lastRunAt < newest ? lastRound + 1 : null
}

/** The first pair of dates that contradict each other, or null. */
export function whyDatesRefused(
  programme: Pick<ProgrammeSettings, 'sign_ups_open_at' | 'sign_ups_close_at' | 'starts_on' | 'ends_on'>,
): FieldError | null {
  const { sign_ups_open_at: open, sign_ups_close_at: close, starts_on, ends_on } = programme
  if (open !== null && close !== null && close <= open) {
    return {
      pointer: '/sign_ups_close_at',
      detail: {
        fr: 'Les inscriptions ferment avant d’ouvrir. Choisissez une date de fermeture postérieure à l’ouverture.',
        en: 'Sign-ups close before they open. Choose a closing date after the opening.',
      },
    }
  }
  if (starts_on !== null && ends_on !== null && ends_on <= starts_on) {
    return {
      pointer: '/ends_on',
      detail: {
        fr: 'Le programme se termine avant de commencer. Choisissez une date de fin postérieure au début.',
        en: 'The programme ends before it starts. Choose an end date after the start.',
      },
    }
  }
  return null
}

/** When the next round is planned, for people who wait; null where none is. */
export function nextRoundAt(
  programme: Pick<Programme, 'published_at' | 'matching_at' | 'rematch_days' | 'ends_on' | 'time_zone'>,
  lastRunAt: number | null,
  now: number,
): number | null {
  const { matching_at, rematch_days, ends_on, time_zone } = programme
  if (programme.published_at === null || matching_at === null) return null
  const end = ends_on === null ? Number.POSITIVE_INFINITY : endOfDay(ends_on, time_zone)
  if (lastRunAt === null) return matching_at < end ? Math.max(matching_at, now) : null
  if (rematch_days === null) return null
  const period = rematch_days * DAY_MS
  const next = matching_at + (Math.floor((Math.max(lastRunAt, now) - matching_at) / period) + 1) * period
  return next < end ? next : null
}
