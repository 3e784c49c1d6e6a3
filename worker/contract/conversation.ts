import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import type { ConversationReason } from '#questionnaire/conversation.ts'
import { bothShown, instantShown, prose } from './shape.ts'

/** `POST /programmes/{slug}/conversations/{id}/closure`: whether the talk took place, and what was agreed. */
export const closureInput = v.strictObject({
  state: v.picklist(['held', 'waived']),
  outcome: v.optional(prose(2000), ''),
})

export const CONVERSATION_STATES = ['open', 'held', 'waived'] as const

/** Why a talk would help. */
export const conversationReason = v.picklist([
  'need',
  'posture',
]) satisfies v.GenericSchema<ConversationReason>

/** A talk to offer, on the wire: why in kind words, and never an answer. */
export const conversationShown = v.strictObject({
  id: v.string(),
  participant: v.string(),
  person: v.string(),
  given_name: v.string(),
  family_name: v.string(),
  email: v.nullable(v.string()),
  role: v.picklist(ROLES),
  reasons: v.array(conversationReason),
  why: v.array(bothShown),
  state: v.picklist(CONVERSATION_STATES),
  outcome: v.nullable(v.string()),
  created_at: instantShown,
  decided_at: v.nullable(instantShown),
})
export type ConversationShown = v.InferOutput<typeof conversationShown>
