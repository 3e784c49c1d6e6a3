import type { NamedGroupInput } from '#contract/named-group.ts'
import {
  deleteNamedGroup,
  findNamedGroup,
  listGroupsOfProgrammes,
  type NamedGroup,
  type NamedGroupRow,
  writeNamedGroup,
} from '#db/queries/named-group.ts'
import { askRecheck, listPersonRecords } from '#db/queries/person.ts'
import { appraisalLevelsOf } from '#domain/named-group.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { actorName, type Context, commit } from './context.ts'
import { getProgramme } from './programme.ts'

/**
 * Creates or replaces a named group; the same content writes nothing. A new or changed exception bears who decided it
 * and when. Where it allows less than before, what it alone allowed is looked at again.
 * @throws Problem `invalid` with a pointer for each person nobody knows.
 */
export async function putNamedGroup(
  ctx: Context,
  slug: string,
  name: string,
  input: NamedGroupInput,
): Promise<{ group: NamedGroup; created: boolean }> {
  authorise(ctx.actor, 'programmes:write')
  const programme = await getProgramme(ctx, slug)
  const [before, people] = await Promise.all([
    findNamedGroup(ctx.db, programme.id, name),
    resolvePeople(ctx, input.people),
  ])
  const row = groupAfter(ctx, programme.id, name, input, before, people)
  if (before && isSame(before, row, people)) return { group: before, created: false }
  const isNarrowedLess = before !== undefined && before.appraisal_levels !== null
  await commit(ctx, {
    event: {
      type: before ? 'group.updated' : 'group.created',
      subject: row.id,
      version: row.version,
      data: { group: row.id, programme: slug, name },
    },
    writes: [
      ...writeNamedGroup(
        ctx.db,
        row,
        people.map(({ id }) => id),
      ),
      ...(isNarrowedLess ? askRecheck(before.people.map(({ id }) => id)) : []),
    ],
  })
  if (isNarrowedLess) ctx.wake({ job: 'recheck' })
  return { group: (await findNamedGroup(ctx.db, programme.id, name)) as NamedGroup, created: !before }
}

function groupAfter(
  ctx: Context,
  programmeId: string,
  name: string,
  { label, served_first, appraisal_chain }: NamedGroupInput,
  before: NamedGroup | undefined,
  people: readonly { id: string }[],
): NamedGroupRow {
  const isSameException =
    before !== undefined &&
    before.appraisal_levels === (appraisal_chain?.levels ?? null) &&
    before.appraisal_reason === (appraisal_chain?.reason ?? null) &&
    hasSamePeople(before, people)
  return {
    id: before?.id ?? ctx.newId('grp'),
    programme_id: programmeId,
    name,
    label,
    served_first,
    appraisal_levels: appraisal_chain?.levels ?? null,
    appraisal_reason: appraisal_chain?.reason ?? null,
    appraisal_decided_by: isSameException
      ? before.appraisal_decided_by
      : appraisal_chain && actorName(ctx.actor),
    appraisal_decided_at: isSameException ? before.appraisal_decided_at : appraisal_chain && ctx.now,
    version: (before?.version ?? 0) + 1,
    created_at: before?.created_at ?? ctx.now,
    updated_at: ctx.now,
  }
}

function isSame(before: NamedGroup, after: NamedGroupRow, people: readonly { id: string }[]): boolean {
  const fields = ['label', 'served_first', 'appraisal_levels', 'appraisal_reason'] as const
  return fields.every((field) => before[field] === after[field]) && hasSamePeople(before, people)
}

function hasSamePeople(before: NamedGroup, people: readonly { id: string }[]): boolean {
  const ids = new Set(before.people.map(({ id }) => id))
  return ids.size === people.length && people.every(({ id }) => ids.has(id))
}

async function resolvePeople(ctx: Context, references: readonly string[]): Promise<{ id: string }[]> {
  const found = await listPersonRecords(ctx.db, references)
  const known = new Map(
    found.flatMap((person) => [[person.id, person] as const, [person.external_id, person]]),
  )
  const unknown = references.flatMap((reference, index) =>
    known.has(reference)
      ? []
      : [
          {
            pointer: `/people/${index}`,
            detail: {
              fr: 'Personne ne porte cet identifiant. Vérifiez-le, ou retirez-le.',
              en: 'Nobody bears this identifier. Check it, or remove it.',
            },
          },
        ],
  )
  if (unknown.length) {
    throw new Problem(
      'invalid',
      {
        fr: 'Des personnes de ce groupe sont inconnues. Rien n’a été enregistré.',
        en: 'Some people of this group are unknown. Nothing was saved.',
      },
      unknown.slice(0, 50),
    )
  }
  return [...new Map(found.map(({ id }) => [id, { id }])).values()]
}

/** Dissolves a group. An exception ends with it: what it alone allowed is looked at again. */
export async function removeNamedGroup(ctx: Context, slug: string, name: string): Promise<void> {
  authorise(ctx.actor, 'programmes:write')
  const programme = await getProgramme(ctx, slug)
  const group = await findNamedGroup(ctx.db, programme.id, name)
  if (!group) throw notFound({ fr: 'Groupe', en: 'Group' })
  const isException = group.appraisal_levels !== null
  await commit(ctx, {
    event: {
      type: 'group.deleted',
      subject: group.id,
      version: group.version + 1,
      data: { group: group.id, programme: slug, name },
    },
    writes: [
      ...deleteNamedGroup(group.id),
      ...(isException ? askRecheck(group.people.map(({ id }) => id)) : []),
    ],
  })
  if (isException) ctx.wake({ job: 'recheck' })
}

/** For whom the reporting line is narrowed, by programme and then by reference. */
export async function loadAppraisalLevels(
  ctx: Context,
  programmeIds: Iterable<string>,
): Promise<Map<string, Map<string, number>>> {
  const groups = await listGroupsOfProgrammes(ctx.db, programmeIds)
  return new Map(
    [...Map.groupBy(groups, ({ programme_id }) => programme_id)].map(([id, mine]) => [
      id,
      appraisalLevelsOf(mine),
    ]),
  )
}
