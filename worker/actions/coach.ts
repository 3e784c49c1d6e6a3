import type { CoachShown } from '#contract/preparation.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { findCoach, findOrganiser } from '#db/queries/organiser.ts'
import { findPairWithPeople, type PairWithPeople, updatePair } from '#db/queries/pair.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { ROLES } from '#domain/participant.ts'
import { authorise } from '#domain/permission.ts'
import { nameOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'

/**
 * Puts a coach, or an organiser, beside a pair (P21); the two are told who will write to them, the coach whom to write to,
 * and nobody what anybody answered. The same coach over again changes nothing.
 * @param email as `emailKey` writes it
 * @throws Problem `invalid` for somebody who is not of the team or may not coach, `closed` where the pair has ended.
 */
export async function assignCoach(ctx: Context, pairId: string, email: string): Promise<CoachShown> {
  authorise(ctx.actor, 'pairs:write')
  const found = await getPair(ctx, pairId)
  const member = await findOrganiser(ctx.db, email)
  if (!member || !['coach', 'organiser'].includes(member.role)) {
    const detail = {
      fr: 'Cette adresse n’est pas celle d’un coach ou d’une personne qui organise. Ajoutez-la d’abord à l’équipe.',
      en: 'This is not the address of a coach or of somebody who organises. Add it to the team first.',
    }
    throw new Problem('invalid', detail, [{ pointer: '/email', detail }])
  }
  const coach = (await findCoach(ctx.db, member.id)) as NonNullable<Awaited<ReturnType<typeof findCoach>>>
  const shown = { email: coach.email, name: coach.name }
  if (found.pair.coach_id === coach.id) return shown
  const version = found.pair.version + 1
  await commit(ctx, {
    event: {
      type: 'pair.coached',
      subject: pairId,
      version,
      data: { pair: pairId, programme: found.programme, coach: coach.id },
    },
    writes: [
      updatePair(ctx.db, pairId, { coach_id: coach.id, version }),
      ...insertMails(await mailsAbout(ctx, found, coach, version), ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
  return shown
}

/** Takes the coach of a pair away; twice the same changes nothing. */
export async function removeCoach(ctx: Context, pairId: string): Promise<void> {
  authorise(ctx.actor, 'pairs:write')
  const { pair, programme } = await getPair(ctx, pairId)
  if (pair.coach_id === null) return
  const version = pair.version + 1
  await commit(ctx, {
    event: {
      type: 'pair.coached',
      subject: pairId,
      version,
      data: { pair: pairId, programme, coach: null },
    },
    writes: [updatePair(ctx.db, pairId, { coach_id: null, version })],
  })
}

async function mailsAbout(
  ctx: Context,
  found: PairWithPeople,
  coach: { id: string; email: string; name: string | null; language: 'fr' | 'en' },
  version: number,
): Promise<MailToSend[]> {
  const programme = await getProgrammeById(ctx.db, found.pair.programme_id)
  const subject = `${found.pair.id}:${version}`
  const { language } = coach
  return [
    ...ROLES.flatMap((role) =>
      mailTo(ctx, programme, 'coach-named', found[role], subject, {
        partner: nameOf(found[role === 'mentor' ? 'mentee' : 'mentor']),
        coach: coach.name === null ? coach.email : `${coach.name} (${coach.email})`,
      }),
    ),
    {
      id: ctx.newId('mai'),
      key: `coach-assigned:${subject}:${coach.id}`,
      template: 'coach-assigned',
      language,
      to: coach.email,
      facts: {
        programme: programme.words[language].name,
        mentor: nameOf(found.mentor),
        mentee: nameOf(found.mentee),
        link: `${ctx.settings.baseUrl}/${language}/console/preparations/?p=${programme.slug}`,
      },
    },
  ]
}

/** @throws Problem `not-found`, or `closed` where the pair has ended. */
async function getPair(ctx: Context, id: string): Promise<PairWithPeople> {
  const found = await findPairWithPeople(ctx.db, id)
  if (!found) throw notFound({ fr: 'Binôme', en: 'Pair' })
  if (found.pair.state !== 'ended') return found
  throw new Problem('closed', {
    fr: 'Ce binôme est terminé\u00a0: personne n’a plus à le suivre.',
    en: 'This pair has ended: nobody has to stand by it any more.',
  })
}
