import type { LearningModuleInput, LearningModuleShown, PathView } from '#contract/learning-module.ts'
import {
  countCompletions,
  deleteCompletion,
  deleteLearningModule,
  findLearningModule,
  hasNoModule,
  insertCompletion,
  type LearningModuleRow,
  listCompletions,
  listLearningModules,
  MODULES_MAX,
  newestVersion,
  writeLearningModule,
} from '#db/queries/learning-module.ts'
import { findParticipants } from '#db/queries/participant.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import type { EventType } from '#domain/event.ts'
import type { Role } from '#domain/participant.ts'
import { authorise, personOf } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { STARTING_PATHS } from '#domain/starting-path.ts'
import { type Context, commit } from './context.ts'
import type { OwnPair } from './own-pair.ts'
import { getProgramme } from './programme.ts'

/** The path of a programme, in its order, with how many have ticked each module (F6). */
export async function listPath(ctx: Context, slug: string): Promise<LearningModuleShown[]> {
  authorise(ctx.actor, 'programmes:read')
  const programme = await getProgramme(ctx, slug)
  return showPath(ctx, programme)
}

/**
 * Adds a module to the path of a programme.
 * @throws Problem `conflict` where the path is as long as it may be.
 */
export async function addModule(
  ctx: Context,
  slug: string,
  input: LearningModuleInput,
): Promise<LearningModuleShown> {
  authorise(ctx.actor, 'programmes:write')
  const programme = await getProgramme(ctx, slug)
  if ((await listLearningModules(ctx.db, programme.id)).length >= MODULES_MAX) {
    throw new Problem('conflict', {
      fr: `Un parcours tient en ${MODULES_MAX} modules au plus. Regroupez-en avant d’en ajouter.`,
      en: `A path has ${MODULES_MAX} modules at most. Join some together before adding more.`,
    })
  }
  const row = newModule(ctx, programme, input)
  await save(ctx, programme.slug, row, 'module.created')
  return show(row, programme.slug, 0)
}

/** Replaces a module whole; the same content writes nothing, and what people ticked stays. */
export async function replaceModule(
  ctx: Context,
  id: string,
  input: LearningModuleInput,
): Promise<LearningModuleShown> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getModule(ctx, id)
  const programme = await getProgrammeById(ctx.db, before.programme_id)
  const completed = (await countCompletions(ctx.db, programme.id)).get(id) ?? 0
  if (contentOf(before) === contentOf({ ...before, ...input })) return show(before, programme.slug, completed)
  const row = { ...before, ...input, version: before.version + 1, updated_at: ctx.now }
  await save(ctx, programme.slug, row, 'module.updated')
  return show(row, programme.slug, completed)
}

export async function removeModule(ctx: Context, id: string): Promise<void> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getModule(ctx, id)
  await commit(ctx, {
    event: { type: 'module.deleted', subject: id, version: before.version + 1, data: { module: id } },
    writes: deleteLearningModule(id),
  })
}

/**
 * Makes the starting path of its kind a programme’s own, all of it at once; it can be changed afterwards like any other.
 * @throws Problem `conflict` where the programme has modules already: nothing of what somebody wrote is mixed with it.
 */
export async function adoptStartingPath(ctx: Context, slug: string): Promise<LearningModuleShown[]> {
  authorise(ctx.actor, 'programmes:write')
  const programme = await getProgramme(ctx, slug)
  if ((await listLearningModules(ctx.db, programme.id)).length > 0) {
    throw new Problem('conflict', {
      fr: 'Ce programme a déjà son parcours. Supprimez ses modules pour repartir du parcours de départ.',
      en: 'This programme has its path already. Delete its modules to begin again from the starting path.',
    })
  }
  const rows = STARTING_PATHS[programme.kind].map((step, index) =>
    newModule(ctx, programme, { ...step, url: null, position: (index + 1) * 10 }),
  )
  const [first] = rows as [LearningModuleRow]
  await commit(ctx, {
    event: {
      type: 'module.created',
      subject: first.id,
      version: 1,
      data: { modules: rows.map(({ id }) => id), programme: slug },
    },
    guards: [hasNoModule(programme.id)],
    writes: rows.map((row) => writeLearningModule(ctx.db, row)),
  })
  return rows.map((row) => show(row, slug, 0))
}

/**
 * Somebody who takes part ticks a module of theirs, or takes the tick back; twice the same writes nothing.
 * @throws Problem `not-found` for a module that is not for them.
 */
export async function completeModule(ctx: Context, id: string, isDone: boolean): Promise<void> {
  const personId = personOf(ctx.actor)
  const module = await findLearningModule(ctx.db, id)
  const mine = module ? await findParticipants(ctx.db, module.programme_id, personId) : []
  const concerned = mine.filter(({ role, state }) => state === 'active' && module && isFor(module, role))
  const ticked = new Set(
    (
      await listCompletions(
        ctx.db,
        concerned.map(({ id: whose }) => whose),
      )
    ).flatMap(({ module_id, participant_id }) => (module_id === id ? [participant_id] : [])),
  )
  const [participant] = concerned
  if (!participant) throw missing()
  const changing = concerned.filter(({ id: whose }) => ticked.has(whose) !== isDone)
  if (changing.length === 0) return
  // A tick has no row of its own to count versions in: it comes and goes.
  const subject = `${id}:${participant.id}`
  await commit(ctx, {
    event: {
      type: 'module.completed',
      subject,
      version: (await newestVersion(ctx.db, subject)) + 1,
      data: { module: id, participant: participant.id, done: isDone },
    },
    writes: changing.map(({ id: whose }) =>
      isDone
        ? insertCompletion(ctx.db, { module_id: id, participant_id: whose, completed_at: ctx.now })
        : deleteCompletion(ctx.db, id, whose),
    ),
  })
}

/** The path as the page of a pair shows it: the modules of one’s own role, and what is done of them. */
export async function loadPath(ctx: Context, own: OwnPair): Promise<PathView> {
  const [modules, completions] = await Promise.all([
    listLearningModules(ctx.db, own.row.id),
    listCompletions(ctx.db, [own.participant.id]),
  ])
  return {
    pair: own.pair.id,
    modules: modules
      .filter((module) => isFor(module, own.role))
      .map(({ id, title, text, url, minutes, before_first }) => ({
        id,
        title,
        text,
        url,
        minutes,
        before_first,
      })),
    done: completions.map(({ module_id }) => module_id),
    is_live: own.pair.state !== 'ended',
  }
}

function isFor({ role }: Pick<LearningModuleRow, 'role'>, mine: Role): boolean {
  return role === 'both' || role === mine
}

async function showPath(ctx: Context, programme: ProgrammeRow): Promise<LearningModuleShown[]> {
  const [modules, completed] = await Promise.all([
    listLearningModules(ctx.db, programme.id),
    countCompletions(ctx.db, programme.id),
  ])
  return modules.map((row) => show(row, programme.slug, completed.get(row.id) ?? 0))
}

function newModule(ctx: Context, programme: ProgrammeRow, input: LearningModuleInput): LearningModuleRow {
  return {
    ...input,
    id: ctx.newId('mod'),
    programme_id: programme.id,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
}

async function getModule(ctx: Context, id: string): Promise<LearningModuleRow> {
  const row = await findLearningModule(ctx.db, id)
  if (!row) throw missing()
  return row
}

async function save(ctx: Context, programme: string, row: LearningModuleRow, type: EventType): Promise<void> {
  await commit(ctx, {
    event: { type, subject: row.id, version: row.version, data: { module: row.id, programme } },
    writes: [writeLearningModule(ctx.db, row)],
  })
}

function show(row: LearningModuleRow, programme: string, completed: number): LearningModuleShown {
  const { id, position, role, title, text, url, minutes, before_first } = row
  return { id, programme, position, role, title, text, url, minutes, before_first, completed }
}

function contentOf(row: LearningModuleRow): string {
  const { position, role, title, text, url, minutes, before_first } = row
  return JSON.stringify([position, role, title.fr, title.en, text.fr, text.en, url, minutes, before_first])
}

function missing(): Problem {
  return notFound({ fr: 'Module', en: 'Module' })
}
