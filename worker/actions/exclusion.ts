import {
  countExclusions,
  deleteExclusion,
  type ExclusionRow,
  findExclusion,
  insertExclusion,
  listExclusionsOfPerson,
} from '#db/queries/exclusion.ts'
import { personOf } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

const EXCLUSIONS_MAX = 20

/** Whom one would rather not meet: one’s own list, and nobody else’s. */
export async function listOwnExclusions(ctx: Context): Promise<ExclusionRow[]> {
  return listExclusionsOfPerson(ctx.db, personOf(ctx.actor))
}

/**
 * Somebody would rather not be paired with whoever bears an address. Nobody reads it, no reason is asked, and the
 * answer is the same whether the address is known or not; twice the same changes nothing.
 * @param address as `emailKey` writes it
 */
export async function addExclusion(ctx: Context, address: string): Promise<ExclusionRow> {
  const personId = personOf(ctx.actor)
  const before = await findExclusion(ctx.db, personId, address)
  if (before) return before
  if ((await countExclusions(ctx.db, personId)) >= EXCLUSIONS_MAX) {
    throw new Problem('conflict', {
      fr: `Votre liste compte déjà ${EXCLUSIONS_MAX} adresses. Retirez-en une avant d’en ajouter une autre.`,
      en: `Your list already has ${EXCLUSIONS_MAX} addresses. Remove one before you add another.`,
    })
  }
  const row = { id: ctx.newId('exc'), person_id: personId, address, created_at: ctx.now }
  try {
    await commit(ctx, {
      event: { type: 'exclusion.created', subject: row.id, version: 1, data: { exclusion: row.id } },
      writes: [insertExclusion(row)],
    })
  } catch (error) {
    // The same form, sent twice in the same moment.
    const there = await findExclusion(ctx.db, personId, address)
    if (!there) throw error
    return there
  }
  return { ...row, named_person_id: null }
}

/** @throws Problem `not-found` for an exclusion of somebody else, which looks like one that is not there. */
export async function removeExclusion(ctx: Context, id: string): Promise<void> {
  const mine = await listOwnExclusions(ctx)
  if (!mine.some((exclusion) => exclusion.id === id)) throw notFound({ fr: 'Adresse', en: 'Address' })
  await commit(ctx, {
    event: { type: 'exclusion.deleted', subject: id, version: 2, data: { exclusion: id } },
    writes: [deleteExclusion(ctx.db, id)],
  })
}
