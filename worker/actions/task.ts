import { listOpenHelp } from '#db/queries/help.ts'
import { listOpenPreparations } from '#db/queries/preparation.ts'
import { listProgrammes, type ProgrammeRow } from '#db/queries/programme.ts'
import {
  countIdleMentors,
  countOpenConversations,
  countPeople,
  countSilentDesignated,
  countUnsignedCharters,
  listFailingEndpoints,
  listNamedPairs,
  listProposalsEnding,
  listRunsOfProgrammes,
  listUnmetTopics,
} from '#db/queries/task.ts'
import { listOpenTroubles } from '#db/queries/trouble.ts'
import type { Both } from '#domain/language.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { mailWords } from '#domain/mail.ts'
import { type Actor, authorise, limitsOf } from '#domain/permission.ts'
import { nameOf } from '#domain/person.ts'
import { signUps } from '#domain/programme.ts'
import type { Task, TaskPreview } from '#domain/task.ts'
import { tasksOf } from '#domain/task-list.ts'
import {
  ENDING_MS,
  FAILING_ATTEMPTS,
  type ProgrammeSeen,
  SILENT_MS,
  type TaskReader,
  type TaskWorld,
} from '#domain/task-world.ts'
import { isFromPulses, shownToOrganisers, type TroubleKind } from '#domain/trouble.ts'
import { topicName } from '#matching/words.ts'
import { topicsToScore } from '#questionnaire/catalogue.ts'
import { loadCatalogue } from './catalogue.ts'
import type { Context } from './context.ts'
import { troublesSeen } from './trouble-sight.ts'

/** More programmes than anybody runs at the same time. */
const PROGRAMMES = 500

/**
 * What there is to do, by deadline, as far as the asker’s role goes: the team sees all of it, a coach what concerns the
 * pairs they stand by, an HR correspondent what concerns their subsidiary. A fixed number of statements, however many
 * pairs there are.
 * @param slug one programme, or null for all
 * @throws Problem `unauthenticated`, `forbidden`
 */
export async function listTasks(ctx: Context, slug: string | null): Promise<Task[]> {
  const reader = readerOf(ctx.actor)
  const rows = (await listProgrammes(ctx.db, false, null, PROGRAMMES)).filter(
    (row) => slug === null || row.slug === slug,
  )
  const tasks = tasksOf(await loadWorld(ctx, rows), reader, ctx.now)
  return slug === null ? tasks : tasks.filter(({ programme }) => programme !== null)
}

/** Whose list it is; a consultant has none. */
function readerOf(actor: Actor): TaskReader {
  if (actor.kind === 'coach') return { kind: 'coach', id: actor.id }
  if (actor.kind === 'correspondent') {
    const { subsidiary } = limitsOf(actor, 'pairs:read')
    return { kind: 'correspondent', subsidiary: subsidiary as string }
  }
  authorise(actor, 'programmes:read')
  return { kind: 'team' }
}

async function loadWorld(ctx: Context, rows: readonly ProgrammeRow[]): Promise<TaskWorld> {
  const { db, now, actor } = ctx
  const [people, runs, conversations, designated, ending, pairs, preparations, troubles, help, idle, topics] =
    await Promise.all([
      countPeople(db),
      listRunsOfProgrammes(db),
      countOpenConversations(db),
      countSilentDesignated(db, now - SILENT_MS),
      listProposalsEnding(db, now, now + ENDING_MS),
      listNamedPairs(db, now - 7 * DAY_MS),
      listOpenPreparations(db, null),
      loadTroubles(ctx),
      listOpenHelp(db, null),
      countIdleMentors(db),
      listUnmetTopics(db),
    ])
  const [endpoints, unsigned, catalogue] = await Promise.all([
    listFailingEndpoints(db, FAILING_ATTEMPTS),
    countUnsignedCharters(db),
    loadCatalogue(ctx),
  ])
  const names = topicsToScore(catalogue)
  const staff = 'id' in actor ? actor.id : ''
  return {
    programmes: rows.map((row) => ({ ...row, sign_ups: signUps(row, now) })),
    people,
    runs,
    conversations,
    designated,
    ending,
    pairs,
    preparations: preparations.map(({ preparation: { id, pair_id, due_at }, person }) => ({
      id,
      pair_id,
      person: nameOf(person),
      due_at,
    })),
    troubles,
    help: help.map(({ programme_id, due_at, created_at, reader_id }) => ({
      programme_id,
      due_at,
      created_at,
      is_theirs: reader_id === null || reader_id === staff,
    })),
    idle,
    unmet: topics.map(({ programme_id, topic }) => ({ programme_id, name: topicName(topic, names) })),
    endpoints,
    unsigned,
    previews: previewOf,
  }
}

/**
 * Open troubles as far as the asker may know them; a call for help is told by the call itself, once. A correspondent
 * hears of sessions that do not take place, and of nothing that follows from what people answered.
 */
async function loadTroubles(ctx: Context): Promise<TaskWorld['troubles']> {
  const { actor } = ctx
  const isSeen = actor.kind === 'organiser' || actor.kind === 'coach' || actor.kind === 'key'
  const rows = isSeen
    ? (await troublesSeen(ctx, null)).map(({ trouble, sight }) => ({ trouble, ...sight }))
    : (await listOpenTroubles(ctx.db)).map((trouble) => ({ trouble, type: false, closable: false }))
  return rows.flatMap(({ trouble: { id, pair_id, kind, due_at }, type, closable }) => {
    if (kind === 'help' || (actor.kind === 'correspondent' && isFromPulses(kind))) return []
    return [{ id, pair_id, kind: type ? kind : shownKind(kind), due_at, closable }]
  })
}

function shownKind(kind: Exclude<TroubleKind, 'help'>) {
  return shownToOrganisers(kind) as Exclude<ReturnType<typeof shownToOrganisers>, 'help'>
}

/** The words of a reminder as they will read, but for what differs from one person to the next. */
function previewOf(kind: 'designated' | 'acceptances', { words }: ProgrammeSeen): TaskPreview {
  const template = kind === 'designated' ? ('invitation-again' as const) : ('proposal-reminder' as const)
  const said = {
    fr: mailWords(template, 'fr', { programme: words.fr.name, ...VARIES.fr }),
    en: mailWords(template, 'en', { programme: words.en.name, ...VARIES.en }),
  }
  return {
    to: RECIPIENTS[kind],
    subject: { fr: said.fr.subject, en: said.en.subject },
    paragraphs: said.fr.paragraphs.map((fr, at) => ({ fr, en: said.en.paragraphs[at] ?? '' })),
  }
}

const VARIES = {
  fr: { proposed_by: '[nom de qui vous a proposé]', deadline: '[jour de fin]' },
  en: { proposed_by: '[name of who proposed you]', deadline: '[last day]' },
}

const RECIPIENTS: Record<'designated' | 'acceptances', Both> = {
  designated: {
    fr: 'Personnes invitées depuis sept jours ou plus qui n’ont pas répondu et dont l’adresse est connue. Qui a déjà répondu, même non, ne reçoit rien.',
    en: 'People invited seven days ago or more who have not answered and whose address is known. Whoever has answered, even with no, gets nothing.',
  },
  acceptances: {
    fr: 'Personnes qui n’ont pas encore répondu. Vous ne saurez pas lesquelles\u00a0: chaque réponse reste confidentielle.',
    en: 'Those who have not answered yet. You will not learn who: each answer stays confidential.',
  },
}
