import type { TestimonyInput } from '#contract/testimony.ts'
import { findTestimony, insertTestimony, type TestimonyRow, updateTestimony } from '#db/queries/testimony.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import type { TestimonyState } from '#domain/testimony.ts'
import { type Context, commit } from './context.ts'

/** Keeps a testimony for the organisers to read; nobody else sees it before they have approved it (D36). */
export async function receiveTestimony(
  ctx: Context,
  { consent: _consent, ...input }: TestimonyInput,
): Promise<TestimonyRow> {
  const row: TestimonyRow = {
    ...input,
    id: ctx.newId('tes'),
    state: 'waiting',
    version: 1,
    created_at: ctx.now,
    decided_at: null,
  }
  await commit(ctx, {
    event: { type: 'testimony.received', subject: row.id, version: 1, data: { testimony: row.id } },
    writes: [insertTestimony(ctx.db, row)],
  })
  return row
}

/** Publishes, refuses, or puts back among those to be read; the same state again writes nothing. */
export async function decideTestimony(
  ctx: Context,
  id: string,
  state: TestimonyState,
): Promise<TestimonyRow> {
  authorise(ctx.actor, 'programmes:write')
  const before = await findTestimony(ctx.db, id)
  if (!before) throw notFound({ fr: 'Témoignage', en: 'Testimony' })
  if (before.state === state) return before
  const row: TestimonyRow = {
    ...before,
    state,
    version: before.version + 1,
    decided_at: state === 'waiting' ? null : ctx.now,
  }
  await commit(ctx, {
    event: {
      type: 'testimony.decided',
      subject: row.id,
      version: row.version,
      data: { testimony: row.id, state },
    },
    writes: [updateTestimony(ctx.db, row)],
  })
  return row
}
