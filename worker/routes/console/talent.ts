import { Hono } from 'hono'
import { getProgramme } from '#actions/programme.ts'
import { listTalents } from '#actions/talent.ts'
import { toInstant } from '#contract/shape.ts'
import type { TalentShown } from '#contract/talent.ts'
import { referenceOf } from '#domain/person.ts'
import type { App } from '#http/service-context.ts'
import { allowOrganiser } from '#http/session.ts'

export const talentRoutes = new Hono<App>().get(
  '/programmes/:slug/talents',
  allowOrganiser('participants:read'),
  async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const talents = await listTalents(ctx, programme.id)
    const items = talents.map(
      ({ participant, person, contribution, chosen_at }): TalentShown => ({
        participant: participant.id,
        person: referenceOf(person),
        given_name: person.given_name,
        family_name: person.family_name,
        role: participant.role,
        topics_passed_on: contribution.passedOn,
        sessions: contribution.sessions,
        hours: Math.round((contribution.minutes / 60) * 10) / 10,
        chosen_at: toInstant(chosen_at),
      }),
    )
    return c.json({ items, next_cursor: null })
  },
)
