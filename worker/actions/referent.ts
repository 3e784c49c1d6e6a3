import type { SQLWrapper } from 'drizzle-orm'
import { listOrphanedHelp, updateHelp } from '#db/queries/help.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { findOrganiser } from '#db/queries/organiser.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { findReader, findReferent, listReaders, type ReaderRow, setReferent } from '#db/queries/referent.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import type { Language } from '#domain/language.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { emailKey, nameOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { afterWorkingDays, HELP_WORKING_DAYS } from '#domain/working-day.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { getProgramme } from './programme.ts'

/** Who reads what is confided: somebody of the team by id, or the whole team (null). */
export interface Reader {
  id: string | null
  /** As HR knows them, or their address; null for the whole team. */
  name: string | null
}

/**
 * Who reads what people of a programme confide, to be named before anything is sent (C29). A referent who is one of the
 * people concerned (`besides`, person ids) does not read about their own pair: the team does, without them.
 */
export async function readerOf(
  ctx: Pick<Context, 'db'>,
  programmeId: string,
  besides: readonly string[] = [],
): Promise<Reader> {
  const referent = await findReferent(ctx.db, programmeId)
  if (!referent || (referent.person_id !== null && besides.includes(referent.person_id))) {
    return { id: null, name: null }
  }
  return { id: referent.id, name: readerName(referent) }
}

/** Everybody who is written to when something waits for a reader: that one, or the team without the people concerned. */
export async function listReadersToTell(
  ctx: Pick<Context, 'db'>,
  programmeId: string,
  reader: Reader,
  besides: readonly string[],
): Promise<ReaderRow[]> {
  if (reader.id !== null) {
    const referent = await findReferent(ctx.db, programmeId)
    return referent ? [referent] : []
  }
  const team = await listReaders(ctx.db)
  return team.filter(({ person_id }) => person_id === null || !besides.includes(person_id))
}

/** Somebody who was named as a reader once, by id, as they are called now; the team where nobody was. */
export async function readerNamed(ctx: Pick<Context, 'db'>, id: string | null): Promise<Reader> {
  const reader = id === null ? undefined : await findReader(ctx.db, id)
  return { id, name: reader ? readerName(reader) : null }
}

/** A reader in the words of a sentence: a name, or the team. */
export function readerInWords({ name }: Reader, language: Language): string {
  return name ?? (language === 'fr' ? 'l’équipe du programme' : 'the programme team')
}

export function readerName(reader: ReaderRow): string {
  const { given_name, family_name, email } = reader
  const name = nameOf({ given_name: given_name ?? '', family_name: family_name ?? '' }).trim()
  return name === '' ? email : name
}

/**
 * Says who the page and the form named as the reader, before what is confided is kept: where that has changed in between,
 * nothing is sent and the author is told who would read it now.
 * @throws Problem `conflict` where the reader is no longer the one who was named.
 */
export function assertReader(reader: Reader, named: string | undefined): void {
  if (named === undefined || named === (reader.id ?? 'team')) return
  throw new Problem('conflict', {
    fr: `La personne qui lit ce que vous confiez a changé\u00a0: c’est maintenant ${readerInWords(reader, 'fr')}. Rien n’a été envoyé. Revenez à la page, puis décidez.`,
    en: `Who reads what you confide has changed: it is now ${readerInWords(reader, 'en')}. Nothing was sent. Go back to the page, then decide.`,
  })
}

/** The referent of a programme as organisers see it. */
export async function getReferent(
  ctx: Context,
  slug: string,
): Promise<{ programme: ProgrammeRow; referent: ReaderRow | null }> {
  const programme = await getProgramme(ctx, slug)
  return { programme, referent: (await findReferent(ctx.db, programme.id)) ?? null }
}

/**
 * Names the person of the team to whom people may speak in confidence (C29). Calls for help whose reader has left the
 * team become theirs, with a new deadline, and their authors are told so.
 * @throws Problem `not-found` for a programme nobody knows, `invalid` for an address that is no organiser’s or coach’s.
 */
export async function nameReferent(ctx: Context, slug: string, email: string): Promise<ReaderRow> {
  authoriseOrganiser(ctx.actor, 'programmes:write')
  const { programme, referent } = await getReferent(ctx, slug)
  const key = emailKey(email)
  const member = key === null ? undefined : await findOrganiser(ctx.db, key)
  if (!member || !['organiser', 'coach'].includes(member.role)) throw notOfTheTeam()
  if (referent?.id === member.id) return referent
  const version = programme.version + 1
  const set = { referent_id: member.id, version, updated_at: ctx.now }
  const named = (await findReader(ctx.db, member.id)) as ReaderRow
  const taken = await takeOver(ctx, programme, named)
  await commit(ctx, {
    event: {
      type: 'programme.updated',
      subject: programme.id,
      version,
      data: { programme: slug, changed: ['referent'] },
    },
    writes: [setReferent(programme.id, set), ...taken.writes, ...insertMails(taken.mails, ctx.now)],
  })
  if (taken.mails.length) ctx.wake({ job: 'mails' })
  return named
}

/** From now on the whole team reads; what was confided to the referent stays theirs. Twice the same changes nothing. */
export async function removeReferent(ctx: Context, slug: string): Promise<void> {
  authoriseOrganiser(ctx.actor, 'programmes:write')
  const programme = await getProgramme(ctx, slug)
  if (programme.referent_id === null) return
  const version = programme.version + 1
  await commit(ctx, {
    event: {
      type: 'programme.updated',
      subject: programme.id,
      version,
      data: { programme: slug, changed: ['referent'] },
    },
    writes: [setReferent(programme.id, { referent_id: null, version, updated_at: ctx.now })],
  })
}

/** Open calls whose reader has left: the new referent reads them, but for those of their own pair. */
async function takeOver(
  ctx: Context,
  programme: ProgrammeRow,
  reader: ReaderRow,
): Promise<{ writes: SQLWrapper[]; mails: MailToSend[] }> {
  const orphans = await listOrphanedHelp(ctx.db, programme.id, reader.person_id)
  const due = afterWorkingDays(ctx.now, HELP_WORKING_DAYS, programme.time_zone)
  return {
    writes: orphans.map(({ help }) =>
      updateHelp(ctx.db, help.id, { reader_id: reader.id, due_at: due, version: help.version + 1 }),
    ),
    mails: orphans.flatMap(({ help, person }) =>
      mailTo(ctx, programme, 'help-reader', person, `${help.id}:${reader.id}`, {
        reader: readerName(reader),
        due: dayInWords(due - 1, programme.time_zone, person.language ?? 'fr'),
      }),
    ),
  }
}

function notOfTheTeam(): Problem {
  return new Problem(
    'invalid',
    {
      fr: 'La personne référente est quelqu’un de l’équipe, qui organise ou qui accompagne. Ajoutez-la d’abord à l’équipe.',
      en: 'The referent is somebody of the team who organises or coaches. Add them to the team first.',
    },
    [
      {
        pointer: '/email',
        detail: { fr: 'Cette adresse n’est pas de l’équipe.', en: 'This address is not of the team.' },
      },
    ],
  )
}
