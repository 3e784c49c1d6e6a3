import type { HelpView } from '#contract/pair-way.ts'
import {
  findHelpFor,
  type HelpReader,
  type HelpRow,
  type HelpWithAuthor,
  insertHelp,
  isFirstCall,
  listHelpOfParticipant,
  updateHelp,
} from '#db/queries/help.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { findPairWithPeople } from '#db/queries/pair.ts'
import { findParticipantWithPerson } from '#db/queries/participant.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import { type Actor, isStaff } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { afterWorkingDays, HELP_WORKING_DAYS } from '#domain/working-day.ts'
import { actorName, type Context, commit } from './context.ts'
import { tryAgain } from './lost-race.ts'
import { mailTo } from './mail.ts'
import type { OwnParticipation } from './own-answers.ts'
import type { OwnPair } from './own-pair.ts'
import { assertReader, listReadersToTell, readerInWords, readerNamed, readerOf } from './referent.ts'

/** What somebody asks help with: from the button, or with a box of their pulse. */
export interface HelpAsked {
  programmeId: string
  pairId: string | null
  participantId: string
  source: 'button' | 'pulse'
  text: string | null
  /** Whom the page named as its reader: an id, or `team`. */
  named?: string | undefined
}

/**
 * Somebody asks for help (C29). Only the reader who was named beforehand reads it; they and the author are written to,
 * without a word of the text, and the answer is due within three working days. The same asked again while it waits is
 * the same request.
 * @throws Problem `conflict` where the reader is no longer the one who was named.
 */
export async function askForHelp(ctx: Context, asked: HelpAsked): Promise<HelpRow> {
  return tryAgain(() => askOnce(ctx, asked))
}

async function askOnce(ctx: Context, asked: HelpAsked): Promise<HelpRow> {
  const { programmeId, pairId, participantId, source, text } = asked
  const [programme, found, author] = await Promise.all([
    getProgrammeById(ctx.db, programmeId),
    pairId === null ? undefined : findPairWithPeople(ctx.db, pairId),
    findParticipantWithPerson(ctx.db, participantId),
  ])
  if (!author) throw notFound({ fr: 'Participation', en: 'Participation' })
  const besides = found ? [found.mentor.id, found.mentee.id] : [author.person.id]
  const reader = await readerOf(ctx, programmeId, besides)
  assertReader(reader, asked.named)
  const open = (await listHelpOfParticipant(ctx.db, participantId, pairId)).filter(
    ({ state }) => state === 'open',
  )
  const same = open.find((one) => source === 'pulse' || one.text === text)
  if (same) return same
  const row: HelpRow = {
    id: ctx.newId('hlp'),
    programme_id: programmeId,
    pair_id: pairId,
    participant_id: participantId,
    source,
    reader_id: reader.id,
    text,
    state: 'open',
    due_at: afterWorkingDays(ctx.now, HELP_WORKING_DAYS, programme.time_zone),
    outcome: null,
    decided_by: null,
    decided_at: null,
    version: 1,
    created_at: ctx.now,
  }
  const due = (language: 'fr' | 'en') => dayInWords(row.due_at - 1, programme.time_zone, language)
  const { person } = author
  const language = person.language ?? 'fr'
  const mails = [
    ...(await mailsToReaders(ctx, programme, row, besides)),
    ...mailTo(ctx, programme, 'help-received', person, row.id, {
      reader: readerInWords(reader, language),
      due: due(language),
    }),
  ]
  await commit(discreet(ctx, 'help'), {
    event: { type: 'help.asked', subject: row.id, version: 1, data: { help_request: row.id } },
    guards: [isFirstCall(row)],
    writes: [insertHelp(ctx.db, row), ...insertMails(mails, ctx.now)],
  })
  ctx.wake({ job: 'mails' })
  return row
}

async function mailsToReaders(
  ctx: Context,
  programme: ProgrammeRow,
  row: HelpRow,
  besides: readonly string[],
): Promise<MailToSend[]> {
  const template = row.reader_id === null ? ('help-waiting-team' as const) : ('help-waiting' as const)
  const readers = await listReadersToTell(ctx, row.programme_id, { id: row.reader_id, name: null }, besides)
  return readers.map(({ id, email, language }) => ({
    id: ctx.newId('mai'),
    key: `${template}:${row.id}:${id}`,
    template,
    language,
    to: email,
    facts: {
      programme: programme.words[language].name,
      due: dayInWords(row.due_at - 1, programme.time_zone, language),
      link: `${ctx.settings.baseUrl}/${language}/console/help/`,
    },
  }))
}

/**
 * The same context in nobody’s name: the trail says that it happened, and who asked stays with the row, for its reader.
 * What the request asked (its version, its mark) goes along.
 */
export function discreet(ctx: Context, id: string): Context {
  return { ...ctx, actor: { kind: 'job', id } }
}

/** The reader behind a session; null for keys and jobs, which read nothing that is confided. */
export function helpReader(actor: Actor): HelpReader | null {
  if (!isStaff(actor) || (actor.kind !== 'organiser' && actor.kind !== 'coach')) return null
  return { id: actor.id, isOrganiser: actor.kind === 'organiser', person: actor.person }
}

/**
 * The reader has answered, and notes what was agreed, for themselves. The same again changes nothing.
 * @throws Problem `not-found` for whoever was not named its reader, `closed` where it is closed with other words.
 */
export async function closeHelp(ctx: Context, id: string, outcome: string): Promise<HelpWithAuthor> {
  const reader = helpReader(ctx.actor)
  const found = reader ? await findHelpFor(ctx.db, reader, id) : undefined
  if (!found) throw notFound({ fr: 'Demande d’aide', en: 'Request for help' })
  const { help } = found
  if (help.state === 'closed' && (help.outcome ?? '') === outcome) return found
  if (help.state === 'closed') {
    throw new Problem('closed', {
      fr: 'Cette demande est déjà close. Relisez ce qui a été convenu.',
      en: 'This request is closed already. Read again what was agreed.',
    })
  }
  const set = {
    state: 'closed' as const,
    outcome: outcome === '' ? null : outcome,
    decided_by: actorName(ctx.actor),
    decided_at: ctx.now,
    version: help.version + 1,
  }
  await commit(ctx, {
    event: { type: 'help.closed', subject: id, version: set.version, data: { help_request: id } },
    writes: [updateHelp(ctx.db, id, set)],
  })
  return { ...found, help: { ...help, ...set } }
}

/** What the pair page and its page of help say, to one of the two. */
export async function loadHelp(ctx: Context, own: OwnPair): Promise<HelpView> {
  const { pair, row, participant, mentor, mentee } = own
  const path = `pairs/${encodeURIComponent(pair.id)}/help/`
  return viewOf(ctx, row, { pair: pair.id }, participant.id, path, [mentor.id, mentee.id])
}

/** The same for somebody who waits for a pair, or has none any more. */
export async function loadHelpOutside(
  ctx: Context,
  { participant, programme, person }: OwnParticipation,
): Promise<HelpView> {
  const path = `answers/${encodeURIComponent(participant.id)}/help/`
  return viewOf(ctx, programme, { participation: participant.id }, participant.id, path, [person.id])
}

async function viewOf(
  ctx: Context,
  programme: ProgrammeRow,
  subject: HelpView['subject'],
  participantId: string,
  path: string,
  besides: readonly string[],
): Promise<HelpView> {
  const { id, words, time_zone } = programme
  const [reader, asked] = await Promise.all([
    readerOf(ctx, id, besides),
    listHelpOfParticipant(ctx.db, participantId, 'pair' in subject ? subject.pair : null),
  ])
  return {
    path,
    subject,
    programme: { fr: words.fr.name, en: words.en.name },
    reader: { name: reader.name, token: reader.id ?? 'team' },
    answered_by: afterWorkingDays(ctx.now, HELP_WORKING_DAYS, time_zone),
    asked: await Promise.all(
      asked.map(async ({ id: request, state, reader_id, due_at, created_at }) => ({
        id: request,
        state,
        reader: (await readerNamed(ctx, reader_id)).name,
        due_at,
        created_at,
      })),
    ),
    time_zone,
  }
}
