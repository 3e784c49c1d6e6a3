import type { Both } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import type { Role } from '#domain/participant.ts'
import type { ProposalShown } from './match-run.ts'

/** Somebody as an organiser reads them: reference, name, and what helps to recognise them. */
export interface PersonShown {
  person: string
  name: string
  job_family: string | null
  subsidiary: string | null
  site: string | null
}

/** What the whole programme would lose: pairs first, then score in micro-units; 0 and 0 where it would lose nothing. */
export interface RegretShown extends Both {
  pairs: number
  points: number
}

/** Another partner for one of the two, and what choosing them would cost everybody together. */
export interface AlternativeShown {
  partner: PersonShown
  score: number
  regret: RegretShown
}

/** `GET /match-runs/{id}/proposals/{proposal}/explanation`: why these two. */
export interface ExplanationShown {
  proposal: ProposalShown & { people: Record<Role, PersonShown> }
  /** The facts in plain sentences, the most telling first. */
  facts: Both[]
  /** Every hard rule that was checked, with what was found. */
  passed: ({ rule: string } & { name: Both; finding: Both })[]
  tips: Record<Role, Both[]>
  /** The best other partners by what they would cost the programme: mentors for the mentee, mentees for the mentor. */
  alternatives: { mentee: AlternativeShown[]; mentor: AlternativeShown[] }
  /** Why other choices were not weighed; null where they were. */
  left_out: Both | null
}

/** `GET /match-runs/{id}/waiting/{role}/{person}`: why somebody has no pair, and what would have to change. */
export interface WaitingExplanationShown {
  person: PersonShown
  role: Role
  reason: string
  words: Both
  /** Pairs on the other side that each rule alone removed, and by how many together with others. */
  rules: { rule: string; name: Both; alone: number; together: number }[]
  /** Who suits, and who holds their places now. */
  suitors: { partner: PersonShown; score: number; held_by: PersonShown[] }[]
  /** What would bring this person in, in plain words. */
  changes: Both[]
  /** Why rules, suitors and changes are not told; null where they are. */
  left_out: Both | null
}

/** `GET /match-runs/{id}/objectives`: the same candidates under each objective, side by side. */
export interface ObjectivesShown {
  chosen: MatchingObjective
  objectives: {
    objective: MatchingObjective
    matched: number
    total: number
    /** The lowest score of a pair, and the mean. */
    worst: number
    mean: number
    /** Pairs that differ from those of the run as it stands. */
    differs: number
  }[]
}

/** `GET /match-runs/{id}/rules`: what each rule costs, by a run without it. */
export interface RuleCostShown extends Both {
  /** A hard rule, or `own:` and the name of an organiser’s own rule. */
  rule: string
  name: Both
  /** Pairs that nothing but this rule keeps apart. */
  removes: number
  /** What the programme would gain without it; null where it can never be lifted. */
  gain: { pairs: number; points: number } | null
}

/** `GET /match-runs/{id}/supply`: what nobody uses yet (P20), and what nobody offers. */
export interface SupplyShown {
  topics: { topic: string; name: Both; offered: number; wanted: number; matched: number }[]
  idle_mentors: (PersonShown & { offers: Both[]; words: Both })[]
  /** Places that would be worth most if there were one more. */
  places: { mentor: PersonShown; words: Both }[]
}

/** `GET /match-runs/{id}/changes?since={run}`: compared with the run before where none is named. */
export interface ChangesShown {
  since: string | null
  same: number
  changes: {
    kind: 'new' | 'gone' | 'other-partner'
    person: PersonShown
    role: Role
    before: PersonShown | null
    after: PersonShown | null
    why: Both
  }[]
}

/** `GET /programmes/{slug}/plan?mentees=500`: how many mentors, with which topics, in how many waves (F2, F5). */
export interface PlanShown {
  mentees: number
  mentors: number
  places: number
  waves: number
  mentors_missing: number
  topics: { topic: string; name: Both; mentors: number }[]
  groups: { size: number; count: number } | null
  words: Both[]
}
