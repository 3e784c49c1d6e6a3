import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { ConversationReason } from '#questionnaire/conversation.ts'
import { prose } from './shape.ts'

/** `POST /programmes/{slug}/conversations/{id}/closure`: whether the talk took place, and what was agreed. */
export const closureInput = v.strictObject({
  state: v.picklist(['held', 'waived']),
  outcome: v.optional(prose(2000), ''),
})

/** A talk to offer, on the wire: why in kind words, and never an answer. */
export interface ConversationShown {
  id: string
  participant: string
  person: string
  given_name: string
  family_name: string
  email: string | null
  role: Role
  reasons: ConversationReason[]
  why: Both[]
  state: 'open' | 'held' | 'waived'
  outcome: string | null
  created_at: string
  decided_at: string | null
}
