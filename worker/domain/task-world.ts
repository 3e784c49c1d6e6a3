import type { Both } from './language.ts'
import { DAY_MS, HOUR_MS } from './local-time.ts'
import type { Programme, SignUps } from './programme.ts'
import type { TaskKind, TaskPreview } from './task.ts'

/** How long a designated person may be silent before they are written to again, and between two such mails. */
export const SILENT_MS = 7 * DAY_MS
/** How long before its end a proposal without both answers is worth a reminder. */
export const ENDING_MS = 48 * HOUR_MS
/** From how many attempts on a receiver is looked into. */
export const FAILING_ATTEMPTS = 3

/** For whom the list is: the team sees all, a coach their pairs, a correspondent one subsidiary, without acting. */
export type TaskReader =
  | { kind: 'team' }
  | { kind: 'coach'; id: string }
  | { kind: 'correspondent'; subsidiary: string }

export interface ProgrammeSeen extends Pick<Programme, 'published_at' | 'works_council'> {
  id: string
  slug: string
  words: Both<{ name: string }>
  time_zone: string
  sign_ups: SignUps
  sign_ups_open_at: number | null
  sign_ups_close_at: number | null
  matching_at: number | null
  rematch_days: number | null
  ends_on: string | null
  referent_id: string | null
}

export interface PairSeen {
  id: string
  programme_id: string
  state: 'active' | 'suspended' | 'ended'
  ending: string | null
  ended_at: number | null
  suspended_at: number | null
  coach_id: string | null
  mentor: string
  mentee: string
  mentor_subsidiary: string | null
  mentee_subsidiary: string | null
  waiting: number
}

/** A pair or proposal by the subsidiaries of its two people. */
export interface Placed {
  mentor_subsidiary: string | null
  mentee_subsidiary: string | null
}

/** All that the list is made from, as the store holds it; instants are epoch ms. */
export interface TaskWorld {
  programmes: readonly ProgrammeSeen[]
  people: readonly {
    programme_id: string
    eligible: number
    mentors: number
    mentees: number
    places: number
  }[]
  /** The newest first. */
  runs: readonly {
    id: string
    programme_id: string
    round: number
    state: 'queued' | 'running' | 'completed' | 'failed'
    matched: number | null
    created_at: number
    completed_at: number | null
    approved_at: number | null
  }[]
  conversations: readonly { programme_id: string; count: number; since: number }[]
  designated: readonly {
    programme_id: string
    subsidiary: string | null
    count: number
    since: number
    reminded_at: number | null
  }[]
  ending: readonly (Placed & { programme_id: string; deadline_at: number })[]
  pairs: readonly PairSeen[]
  /** `person`: the name of whom the talk is for. */
  preparations: readonly { id: string; pair_id: string; person: string; due_at: number }[]
  /** `kind` as the reader may know it. */
  troubles: readonly {
    id: string
    pair_id: string
    kind: TaskKind
    due_at: number
    closable: boolean
  }[]
  help: readonly { programme_id: string; due_at: number; created_at: number; is_theirs: boolean }[]
  idle: readonly { programme_id: string; run: string; since: number; count: number }[]
  unmet: readonly { programme_id: string; name: Both }[]
  endpoints: readonly { id: string; url: string; count: number; since: number }[]
  unsigned: readonly { programme_id: string; count: number }[]
  /** The words of the two reminders, by programme. */
  previews: (kind: 'designated' | 'acceptances', programme: ProgrammeSeen) => TaskPreview
}
