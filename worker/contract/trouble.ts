import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import {
  shownToOrganisers,
  TROUBLE_KINDS,
  TROUBLE_OWNERS,
  TROUBLE_REMEDIES,
  TROUBLE_STATES,
  type TroubleKind,
  type TroubleOwner,
  type TroubleState,
} from '#domain/trouble.ts'
import { bothShown, instantShown, prose, toInstant } from './shape.ts'

/** `POST /troubles/{id}/closure`: what was done, and whether the two people are written to. */
export const troubleClosureInput = v.strictObject({
  outcome: v.optional(prose(2000), ''),
  write: v.optional(v.boolean(), false),
})

const name = v.strictObject({ name: v.string() })

/**
 * A trouble as it leaves: its type, which is `listening` for whoever may not read pulses, and what can be done about it.
 * The side and what was done are null for whoever may not know them.
 */
export const troubleShown = v.strictObject({
  id: v.string(),
  pair: v.string(),
  programme: v.string(),
  people: v.strictObject(v.entriesFromList(ROLES, name)),
  kind: v.picklist([...TROUBLE_KINDS, 'listening']),
  title: bothShown,
  remedy: bothShown,
  side: v.nullable(v.picklist(ROLES)),
  state: v.picklist(TROUBLE_STATES),
  owner: v.picklist(TROUBLE_OWNERS),
  due_at: instantShown,
  outcome: v.nullable(v.string()),
  /** Whether whoever asks may close it. */
  closable: v.boolean(),
  created_at: instantShown,
  closed_at: v.nullable(instantShown),
})
export type TroubleShown = v.InferOutput<typeof troubleShown>

const words = v.strictObject({
  subject: v.string(),
  paragraphs: v.array(v.string()),
  action: v.nullable(v.strictObject({ label: v.string(), href: v.string() })),
})

/** A mail that closing a trouble would send, in both languages; the person gets it in theirs. */
export const troubleWordsShown = v.strictObject({
  to: v.strictObject({ role: v.picklist(ROLES), name: v.string(), language: v.picklist(['fr', 'en']) }),
  fr: words,
  en: words,
})
export type TroubleWordsShown = v.InferOutput<typeof troubleWordsShown>

interface StoredTrouble {
  id: string
  pair_id: string
  kind: TroubleKind
  side: (typeof ROLES)[number] | null
  state: TroubleState
  owner: TroubleOwner
  due_at: number
  outcome: string | null
  created_at: number
  closed_at: number | null
}

/** How much somebody may know of a trouble. */
export interface TroubleSight {
  /** Whether they read pulses, and so the type of what follows from them. */
  type: boolean
  side: boolean
  outcome: boolean
  closable: boolean
}

/** A trouble on the wire, as far as its reader may know it. */
export function showTrouble(
  row: StoredTrouble,
  programme: string,
  people: Record<(typeof ROLES)[number], string>,
  sight: TroubleSight,
): TroubleShown {
  const kind = sight.type ? row.kind : shownToOrganisers(row.kind)
  const { title, team } = TROUBLE_REMEDIES[kind]
  return {
    id: row.id,
    pair: row.pair_id,
    programme,
    people: { mentor: { name: people.mentor }, mentee: { name: people.mentee } },
    kind,
    title,
    remedy: team,
    side: sight.side ? row.side : null,
    state: row.state,
    owner: row.owner,
    due_at: toInstant(row.due_at),
    outcome: sight.outcome ? row.outcome : null,
    closable: sight.closable,
    created_at: toInstant(row.created_at),
    closed_at: toInstant(row.closed_at),
  }
}
