import { Hono } from 'hono'
import { listParticipants } from '#db/queries/participant.ts'
import { findProgramme } from '#db/queries/programme.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const participantRoutes = new Hono<App>().get(
  '/programmes/:slug/participants',
  allow('participants:read'),
  async (c) => {
    const { db } = c.get('ctx')
    const programme = await findProgramme(db, c.req.param('slug'))
    if (!programme) throw notFound({ fr: 'Programme', en: 'Programme' })
    const role = c.req.query('role')
    if (role !== undefined && !(ROLES as readonly string[]).includes(role)) {
      throw new Problem('invalid', {
        fr: '« role » doit être « mentor » ou « mentee ».',
        en: '“role” must be “mentor” or “mentee”.',
      })
    }
    const { limit, after } = readPaging(c, afterId)
    const rows = await listParticipants(
      db,
      programme.id,
      (role as Role | undefined) ?? null,
      after,
      limit + 1,
    )
    return c.json(
      toPage(
        rows,
        limit,
        ({ participant, person }) => ({
          id: participant.id,
          person: referenceOf(person),
          role: participant.role,
          capacity: participant.capacity,
          state: participant.state,
          given_name: person.given_name,
          family_name: person.family_name,
          job_family: person.job_family ?? participant.answers.G4 ?? null,
          subsidiary: person.subsidiary ?? participant.answers.G3?.subsidiary ?? null,
          site: person.site ?? participant.answers.G3?.site ?? null,
        }),
        ({ participant }) => participant.id,
      ),
    )
  },
)
