import { Hono } from 'hono'
import { closeConversation } from '#actions/conversation.ts'
import { getProgramme } from '#actions/programme.ts'
import { CONVERSATION_STATES, type ConversationShown, closureInput } from '#contract/conversation.ts'
import { toInstant } from '#contract/shape.ts'
import { type ConversationWithPerson, listConversations } from '#db/queries/conversation.ts'
import { referenceOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { readJson } from '#http/body.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { CONVERSATION_REASONS } from '#questionnaire/conversation-words.ts'

export const conversationRoutes = new Hono<App>()
  .get('/programmes/:slug/conversations', allow('participants:read'), async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const state = c.req.query('state')
    const wanted = CONVERSATION_STATES.find((one) => one === state) ?? null
    if (state !== undefined && wanted === null) {
      throw new Problem('invalid', {
        fr: '«\u00a0state\u00a0» doit être «\u00a0open\u00a0», «\u00a0held\u00a0» ou «\u00a0waived\u00a0».',
        en: '“state” must be “open”, “held” or “waived”.',
      })
    }
    const { limit, after } = readPaging(c, afterId)
    const rows = await listConversations(ctx.db, programme.id, wanted, after, limit + 1)
    return c.json(toPage(rows, limit, show, ({ conversation }) => conversation.id))
  })
  .post('/programmes/:slug/conversations/:id/closure', allow('participants:write'), async (c) => {
    const closure = await readJson(c, closureInput)
    const { slug, id } = c.req.param()
    return c.json(show(await closeConversation(c.get('ctx'), slug, id, closure)))
  })

/** Why a talk would help, and never which answer says so. */
function show({ conversation, person, role }: ConversationWithPerson): ConversationShown {
  return {
    id: conversation.id,
    participant: conversation.participant_id,
    person: referenceOf(person),
    given_name: person.given_name,
    family_name: person.family_name,
    email: person.email,
    role,
    reasons: conversation.reasons,
    why: conversation.reasons.map((reason) => CONVERSATION_REASONS[reason]),
    state: conversation.state,
    outcome: conversation.outcome,
    created_at: toInstant(conversation.created_at),
    decided_at: toInstant(conversation.decided_at),
  }
}
