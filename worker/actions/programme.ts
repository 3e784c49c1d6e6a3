import type { SQLWrapper } from 'drizzle-orm'
import type { ProgrammeInput, ProgrammePatch } from '#contract/programme.ts'
import { insertMails } from '#db/queries/mail.ts'
import { setMenteeCapacity } from '#db/queries/participant.ts'
import { findProgramme, insertProgramme, type ProgrammeRow, updateProgramme } from '#db/queries/programme.ts'
import { keepProgrammeText } from '#db/queries/programme-text.ts'
import { STARTING_HOPES, STARTING_WEIGHTS } from '#domain/criterion.ts'
import { LANGUAGES } from '#domain/language.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { PROGRAMME_KINDS, SCORING_FIELDS, whyDatesRefused } from '#domain/programme.ts'
import { charterMails } from './charter.ts'
import { type Context, commit } from './context.ts'

/** Creates a programme; what is left out takes the default of its kind. It is seen by nobody until published. */
export async function createProgramme(ctx: Context, input: ProgrammeInput): Promise<ProgrammeRow> {
  authorise(ctx.actor, 'programmes:write')
  if (await findProgramme(ctx.db, input.slug)) {
    const detail = {
      fr: 'Un programme porte déjà ce nom d’adresse. Choisissez-en un autre.',
      en: 'A programme already has this address name. Choose another one.',
    }
    throw new Problem('conflict', detail, [{ pointer: '/slug', detail }])
  }
  const kind = PROGRAMME_KINDS[input.kind ?? 'reverse']
  const row: ProgrammeRow = {
    kind: 'reverse',
    objectives: ['tools'],
    time_zone: 'Europe/Paris',
    sign_ups_open_at: null,
    sign_ups_close_at: null,
    matching_at: null,
    rematch_days: null,
    acceptance_days: 7,
    starts_on: null,
    ends_on: null,
    session_minutes: kind.session_minutes,
    preparation_minutes: kind.preparation_minutes,
    capacity_max: 12,
    seniority_gap: 1,
    experience_gap_years: 3,
    unknown_seniority_allowed: true,
    externals_allowed: kind.externals_allowed,
    works_council: null,
    weights: STARTING_WEIGHTS,
    matching_objective: 'coverage',
    different: [],
    hopes: STARTING_HOPES,
    own_rules: [],
    mentors_per_mentee: 1,
    asked_bonus: 30_000,
    kept_bonus: 0,
    changes_max: null,
    exposure_gap: 4,
    ...withoutUndefined(input),
    id: ctx.newId('prg'),
    slug: input.slug,
    words: input.words,
    weights_version: 1,
    charter_version: 1,
    notice_version: 1,
    own_questions_version: 0,
    referent_id: null,
    published_at: null,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  assertDates(row)
  await commit(ctx, {
    event: { type: 'programme.created', subject: row.id, version: 1, data: { programme: row.slug } },
    writes: [insertProgramme(ctx.db, row), ...keepTexts(ctx, row)],
  })
  return row
}

/** Changes what is given. A new scoring and a new charter get a new version; runs already made keep theirs. */
export async function changeProgramme(
  ctx: Context,
  slug: string,
  patch: ProgrammePatch,
): Promise<ProgrammeRow> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getProgramme(ctx, slug)
  const set = withoutUndefined(patch)
  const after: ProgrammeRow = { ...before, ...set }
  assertDates(after)
  const changed = Object.keys(set).filter(
    (field) => JSON.stringify(before[field as never]) !== JSON.stringify(after[field as never]),
  )
  if (changed.length === 0) return before
  if (SCORING_FIELDS.some((field) => changed.includes(field))) after.weights_version += 1
  for (const kind of TEXTS) {
    const isAnother = LANGUAGES.some(
      (language) => (before.words[language][kind] ?? '') !== (after.words[language][kind] ?? ''),
    )
    if (isAnother) after[`${kind}_version`] += 1
  }
  after.version += 1
  after.updated_at = ctx.now
  const isNewCharter = after.charter_version !== before.charter_version
  const mails = isNewCharter ? await charterMails(ctx, after) : []
  await commit(ctx, {
    event: {
      type: 'programme.updated',
      subject: after.id,
      version: after.version,
      data: { programme: slug, changed },
    },
    writes: [
      updateProgramme(ctx.db, after.id, after),
      // The texts of before this change too: programmes older than this table have not kept theirs yet.
      ...keepTexts(ctx, before),
      ...keepTexts(ctx, after),
      ...(changed.includes('mentors_per_mentee')
        ? [setMenteeCapacity(ctx.db, after.id, after.mentors_per_mentee)]
        : []),
      ...insertMails(mails, ctx.now),
    ],
  })
  if (mails.length > 0) ctx.wake({ job: 'mails' })
  return after
}

/** Publishes or withdraws a programme; twice the same changes nothing. */
export async function setPublication(
  ctx: Context,
  slug: string,
  isPublished: boolean,
): Promise<ProgrammeRow> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getProgramme(ctx, slug)
  if ((before.published_at !== null) === isPublished) return before
  const after = {
    ...before,
    published_at: isPublished ? ctx.now : null,
    version: before.version + 1,
    updated_at: ctx.now,
  }
  await commit(ctx, {
    event: {
      type: isPublished ? 'programme.published' : 'programme.unpublished',
      subject: after.id,
      version: after.version,
      data: { programme: slug },
    },
    writes: [updateProgramme(ctx.db, after.id, after)],
  })
  return after
}

/** @throws Problem `not-found` */
export async function getProgramme(ctx: Context, slug: string): Promise<ProgrammeRow> {
  const row = await findProgramme(ctx.db, slug)
  if (!row) throw notFound({ fr: 'Programme', en: 'Programme' })
  return row
}

const TEXTS = ['charter', 'notice'] as const

/** The texts that people accept, each version kept word for word, so that what they accepted can be shown (GDPR art. 7). */
function keepTexts(ctx: Context, programme: ProgrammeRow): SQLWrapper[] {
  return TEXTS.map((kind) =>
    keepProgrammeText(ctx.db, {
      programme_id: programme.id,
      kind,
      version: programme[`${kind}_version`],
      words: { fr: programme.words.fr[kind] ?? '', en: programme.words.en[kind] ?? '' },
      created_at: ctx.now,
    }),
  )
}

function assertDates(programme: ProgrammeRow): void {
  const refused = whyDatesRefused(programme)
  if (refused) throw new Problem('invalid', refused.detail, [refused])
}

function withoutUndefined<T extends object>(input: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as never
}
