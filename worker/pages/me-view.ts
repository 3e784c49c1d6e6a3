import type { Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import type { Fragment } from './fragment.ts'
import type { ShownStep } from './next-step.ts'

interface ProgrammeName {
  slug: string
  kind: ProgrammeKind
  name: string
}

/** What one person sees in their space, in their language: never a grade, never the other's answer. */
export interface MeView {
  given_name: string | null
  email: string
  organiser: boolean
  /** What awaits them, the most pressing first. */
  steps: ShownStep[]
  /** What must be read first, such as a charter that changed. */
  notices: Fragment[]
  participations: {
    id: string
    programme: ProgrammeName
    role: Role
    state: 'pending' | 'active' | 'withdrawn'
    /** When people will be matched next, if that is known. */
    next_round_at: number | null
    time_zone: string
    /** For a mentee who may still name a mentor: whom they named. */
    wish: { email: string | null } | null
  }[]
  proposals: {
    id: string
    programme: ProgrammeName
    role: Role
    state: 'open' | 'paired' | 'lapsed'
    my_answer: 'acceptance' | 'refusal' | null
    deadline_at: number | null
    time_zone: string
    partner: { name: string; field: string | null; entity: string | null }
    why: string[]
    tips: string[]
    /** Only where an exception to the reporting line allows the pair: how far it reaches, and why it was decided. */
    exception: { levels: number; reasons: string[] } | null
  }[]
  /** Whom they would rather not meet; nobody else reads it. */
  exclusions: { id: string; email: string }[]
  pairs: {
    id: string
    programme: ProgrammeName
    role: Role
    state: 'active' | 'suspended' | 'ended'
    started_at: number
    ended_at: number | null
    time_zone: string
    partner: { name: string; email: string | null; field: string | null; entity: string | null }
    common: string[]
  }[]
}
