import type { Change } from '#db/commit.ts'
import {
  type ConversationRow,
  type ConversationWithPerson,
  findConversation,
  findConversationOf,
  writeConversation,
} from '#db/queries/conversation.ts'
import type { ParticipantRow } from '#db/queries/participant.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { conversationReasons } from '#questionnaire/conversation.ts'
import { actorName, type Context, commit } from './context.ts'
import { getProgramme } from './programme.ts'

/**
 * Whether a talk is to be offered after these answers (P25, P32, C4). It bars nobody: the state of the participant is
 * never touched. Answers that no longer call for one close an open talk and leave one that an organiser has decided.
 * @returns a change of its own, for the caller to commit; null where nothing changes
 */
export async function conversationAfter(
  ctx: Context,
  participant: Pick<ParticipantRow, 'id' | 'programme_id' | 'role' | 'answers'>,
  isKnown: boolean,
): Promise<Change | null> {
  const reasons = conversationReasons(participant.answers, participant.role)
  const before = isKnown ? await findConversationOf(ctx.db, participant.id) : undefined
  const isDecided = before !== undefined && before.state !== 'open' && before.decided_by !== null
  const isOpen = before?.state === 'open'
  if (isDecided || (reasons.length === 0 && !isOpen)) return null
  if (isOpen && JSON.stringify(before.reasons) === JSON.stringify(reasons)) return null
  const state = reasons.length > 0 ? ('open' as const) : ('waived' as const)
  const row: ConversationRow = {
    id: before?.id ?? ctx.newId('cnv'),
    programme_id: participant.programme_id,
    participant_id: participant.id,
    reasons: reasons.length > 0 ? reasons : (before?.reasons ?? []),
    state,
    outcome: null,
    // Nobody decided: the answers did.
    decided_by: null,
    decided_at: state === 'open' ? null : ctx.now,
    version: (before?.version ?? 0) + 1,
    created_at: before?.created_at ?? ctx.now,
  }
  return {
    writes: [writeConversation(ctx.db, row)],
    event: {
      type: state === 'open' ? 'conversation.opened' : 'conversation.closed',
      subject: row.id,
      version: row.version,
      data: { conversation: row.id, participant: participant.id },
    },
  }
}

/**
 * An organiser has had the talk (`held`) or sees no need for it (`waived`), and writes down what was agreed. The same
 * again changes nothing.
 * @throws Problem `not-found` where the programme has no such conversation.
 */
export async function closeConversation(
  ctx: Context,
  slug: string,
  id: string,
  closure: { state: 'held' | 'waived'; outcome: string },
): Promise<ConversationWithPerson> {
  authorise(ctx.actor, 'participants:write')
  const programme = await getProgramme(ctx, slug)
  const found = await findConversation(ctx.db, programme.id, id)
  if (!found) throw notFound({ fr: 'Entretien', en: 'Conversation' })
  const before = found.conversation
  if (before.decided_by !== null && before.state === closure.state && before.outcome === closure.outcome)
    return found
  const row: ConversationRow = {
    ...before,
    ...closure,
    decided_by: actorName(ctx.actor),
    decided_at: ctx.now,
    version: before.version + 1,
  }
  await commit(ctx, {
    event: {
      type: 'conversation.closed',
      subject: id,
      version: row.version,
      data: { conversation: id, participant: row.participant_id },
    },
    writes: [writeConversation(ctx.db, row)],
  })
  return { ...found, conversation: row }
}
