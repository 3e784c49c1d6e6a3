import { erasePerson } from '#db/queries/erasure.ts'
import { listParticipantsOfPerson } from '#db/queries/participant.ts'
import { findPerson } from '#db/queries/person.ts'
import { isStaff, personOf } from '#domain/permission.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { leaveProgramme } from './own-answers.ts'

/**
 * Forgets what the person who asks gave (GDPR art. 17): they leave every programme kindly, and their answers, wishes and
 * ways in go. Safe to run twice; who is an employee stays on HR’s list, and may come back.
 */
export async function eraseOwn(ctx: Context): Promise<void> {
  const personId = personOf(ctx.actor)
  // What the request is known by again goes with the last change: before that, it has not been carried out.
  const before = { ...ctx, asked: { version: null, once: null } }
  for (const { id, state } of await listParticipantsOfPerson(ctx.db, personId)) {
    if (state !== 'withdrawn') await leaveProgramme(before, id)
  }
  const person = await findPerson(ctx.db, personId)
  if (!person) throw notFound({ fr: 'Personne', en: 'Person' })
  await commit(ctx, {
    event: {
      type: 'person.updated',
      subject: person.id,
      version: person.version + 1,
      data: { person: referenceOf(person), changed: ['erased'] },
    },
    writes: erasePerson(person, isStaff(ctx.actor), ctx.now),
  })
  ctx.wake({ job: 'recheck' })
}
