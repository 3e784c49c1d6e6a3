import { Hono } from 'hono'
import { getProgramme } from '#actions/programme.ts'
import type { ParticipantShown } from '#contract/participant.ts'
import { toInstant } from '#contract/shape.ts'
import {
  findParticipantWithPerson,
  listParticipants,
  listParticipantsUpdated,
  type ParticipantWithPerson,
} from '#db/queries/participant.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { limitsOf } from '#domain/permission.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { afterId, afterInstant, readPaging, readSince, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allowWithin } from '#http/session.ts'

export const participantRoutes = new Hono<App>()
  .get('/programmes/:slug/participants', allowWithin('participants:read'), async (c) => {
    const ctx = c.get('ctx')
    const { id, slug } = await getProgramme(ctx, c.req.param('slug'))
    const { subsidiary } = limitsOf(ctx.actor, 'participants:read')
    const role = readRole(c)
    const since = readSince(c)
    const show = (row: ParticipantWithPerson) => showParticipant(row, slug)
    if (since === null) {
      const { limit, after } = readPaging(c, afterId)
      const rows = await listParticipants(ctx.db, id, role, after, limit + 1, subsidiary)
      return c.json(toPage(rows, limit, show, ({ participant }) => participant.id))
    }
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listParticipantsUpdated(ctx.db, id, role, {
      since,
      after,
      limit: limit + 1,
      subsidiary,
    })
    return c.json(
      toPage(rows, limit, show, ({ participant }) => ({ at: participant.updated_at, id: participant.id })),
    )
  })
  .get('/participants/:id', allowWithin('participants:read'), async (c) => {
    const { db, actor } = c.get('ctx')
    const { subsidiary } = limitsOf(actor, 'participants:read')
    const found = await findParticipantWithPerson(db, c.req.param('id'))
    if (!found) throw notFound({ fr: 'Participation', en: 'Participant' })
    const { slug } = await getProgrammeById(db, found.participant.programme_id)
    const shown = showParticipant(found, slug)
    // Somebody of another subsidiary looks like nobody.
    if (subsidiary !== null && shown.subsidiary !== subsidiary) {
      throw notFound({ fr: 'Participation', en: 'Participant' })
    }
    return c.json(shown, 200, versionTag(found.participant.version, found.person.version))
  })

function readRole(c: Request): Role | null {
  const role = c.req.query('role')
  if (role === undefined || (ROLES as readonly string[]).includes(role)) return (role as Role) ?? null
  throw new Problem('invalid', {
    fr: '«\u00a0role\u00a0» doit être «\u00a0mentor\u00a0» ou «\u00a0mentee\u00a0».',
    en: '“role” must be “mentor” or “mentee”.',
  })
}

function showParticipant(
  { participant, person }: ParticipantWithPerson,
  programme: string,
): ParticipantShown {
  return {
    id: participant.id,
    programme,
    person: referenceOf(person),
    role: participant.role,
    capacity: participant.capacity,
    state: participant.state,
    given_name: person.given_name,
    family_name: person.family_name,
    job_family: person.job_family ?? participant.answers.G4 ?? null,
    subsidiary: person.subsidiary ?? participant.answers.G3?.subsidiary ?? null,
    site: person.site ?? participant.answers.G3?.site ?? null,
    created_at: toInstant(participant.created_at),
    updated_at: toInstant(participant.updated_at),
  }
}
