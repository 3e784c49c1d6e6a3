import type { CharterSignaturesShown, CharterToSign } from '#contract/charter.ts'
import { countSignatures, listBehindCharter, listSignatories } from '#db/queries/charter.ts'
import type { MailToSend } from '#db/queries/mail.ts'
import { findParticipantWithPerson, updateParticipant } from '#db/queries/participant.ts'
import { findProgramme, getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { authorise, personOf } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { afterQuietHours, QUIET_FROM, QUIET_TO } from '#domain/quiet-hours.ts'
import { type Context, commit } from './context.ts'

/** The charters that changed since they were signed, of these participations of one person (F12). */
export async function loadCharterToSign(
  ctx: Context,
  participantIds: readonly string[],
): Promise<CharterToSign[]> {
  const behind = await listBehindCharter(ctx.db, participantIds)
  const programmes = new Map<string, ProgrammeRow>()
  for (const { programme_id: id } of behind) {
    if (!programmes.has(id)) programmes.set(id, await getProgrammeById(ctx.db, id))
  }
  return behind.map(({ id, programme_id, charter_version }) => {
    const { slug, words, charter_version: version } = programmes.get(programme_id) as ProgrammeRow
    return {
      participant: id,
      programme: { slug, names: { fr: words.fr.name, en: words.en.name } },
      version,
      signed_version: charter_version,
      text: { fr: words.fr.charter ?? '', en: words.en.charter ?? '' },
    }
  })
}

/**
 * A participant signs the charter as it is today; twice the same writes nothing.
 * @param version of the text that was read.
 * @throws Problem `not-found` for somebody else’s participation, `closed` for one that is not active, `conflict` where the
 * charter has changed since it was read.
 */
export async function signCharter(ctx: Context, participantId: string, version: number): Promise<void> {
  const personId = personOf(ctx.actor)
  const found = await findParticipantWithPerson(ctx.db, participantId)
  if (!found || found.person.id !== personId) throw notFound({ fr: 'Participation', en: 'Participation' })
  const { participant } = found
  if (participant.state !== 'active') {
    throw new Problem('closed', {
      fr: 'Vous ne participez pas à ce programme en ce moment\u00a0: il n’y a rien à signer.',
      en: 'You are not taking part in this programme at the moment: there is nothing to sign.',
    })
  }
  const programme = await getProgrammeById(ctx.db, participant.programme_id)
  if (version !== programme.charter_version) {
    throw new Problem('conflict', {
      fr: 'La charte a changé depuis que vous l’avez lue. Rouvrez votre espace pour la relire, puis signez-la.',
      en: 'The charter has changed since you read it. Open your space again to read it, then sign it.',
    })
  }
  if (participant.charter_version >= version) return
  const set = {
    charter_version: version,
    charter_at: ctx.now,
    version: participant.version + 1,
    updated_at: ctx.now,
  }
  await commit(ctx, {
    event: {
      type: 'charter.signed',
      subject: participantId,
      version: set.version,
      data: { participant: participantId, programme: programme.slug, charter_version: version },
    },
    writes: [updateParticipant(ctx.db, participantId, set)],
  })
}

/** How many still have to sign the charter of a programme as it is today. */
export async function countCharterSignatures(ctx: Context, slug: string): Promise<CharterSignaturesShown> {
  authorise(ctx.actor, 'programmes:read')
  const programme = await findProgramme(ctx.db, slug)
  if (!programme) throw notFound({ fr: 'Programme', en: 'Programme' })
  const version = programme.charter_version
  return { programme: slug, version, ...(await countSignatures(ctx.db, programme.id, version)) }
}

/**
 * What a new version of a charter has to tell those who take part, once for each version: outside their quiet hours, and
 * to nobody who wants no reminders; all of them read of it in their space.
 */
export async function charterMails(ctx: Context, programme: ProgrammeRow): Promise<MailToSend[]> {
  const signatories = await listSignatories(ctx.db, programme.id)
  return signatories.map(({ id, email, language: spoken, time_zone, quiet_from, quiet_to }) => {
    const language = spoken ?? 'fr'
    const quiet = {
      time_zone: time_zone ?? programme.time_zone,
      quiet_from: quiet_from ?? QUIET_FROM,
      quiet_to: quiet_to ?? QUIET_TO,
    }
    return {
      id: ctx.newId('mai'),
      key: `charter-changed:${programme.id}:${programme.charter_version}:${id}`,
      template: 'charter-changed',
      language,
      to: email,
      facts: {
        programme: programme.words[language].name,
        link: `${ctx.settings.baseUrl}/${language}/me/`,
      },
      after: afterQuietHours(ctx.now, quiet),
    }
  })
}
