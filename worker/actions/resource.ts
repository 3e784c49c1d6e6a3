import type { ResourceInput } from '#contract/resource.ts'
import { deleteResource, findResource, type ResourceRow, writeResource } from '#db/queries/resource.ts'
import type { EventType } from '#domain/event.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

/** Adds a resource; visitors see it once it is published. */
export async function createResource(ctx: Context, input: ResourceInput): Promise<ResourceRow> {
  authorise(ctx.actor, 'programmes:write')
  const row: ResourceRow = {
    ...input,
    id: ctx.newId('res'),
    published_at: null,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  return save(ctx, row, 'resource.created')
}

/** Replaces what is said of a resource; the same content writes nothing. */
export async function replaceResource(ctx: Context, id: string, input: ResourceInput): Promise<ResourceRow> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getResource(ctx, id)
  const after = { ...before, ...input }
  if (contentOf(before) === contentOf(after)) return before
  return save(ctx, { ...after, version: before.version + 1, updated_at: ctx.now }, 'resource.updated')
}

/** Shows a resource to everybody, or withdraws it. */
export async function publishResource(ctx: Context, id: string, isPublished: boolean): Promise<ResourceRow> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getResource(ctx, id)
  if ((before.published_at !== null) === isPublished) return before
  const row = {
    ...before,
    published_at: isPublished ? ctx.now : null,
    version: before.version + 1,
    updated_at: ctx.now,
  }
  return save(ctx, row, 'resource.updated')
}

export async function removeResource(ctx: Context, id: string): Promise<void> {
  authorise(ctx.actor, 'programmes:write')
  const before = await getResource(ctx, id)
  await commit(ctx, {
    event: { type: 'resource.deleted', subject: id, version: before.version + 1, data: { resource: id } },
    writes: [deleteResource(ctx.db, id)],
  })
}

async function getResource(ctx: Context, id: string): Promise<ResourceRow> {
  const row = await findResource(ctx.db, id)
  if (!row) throw notFound({ fr: 'Ressource', en: 'Resource' })
  return row
}

async function save(ctx: Context, row: ResourceRow, type: EventType): Promise<ResourceRow> {
  await commit(ctx, {
    event: {
      type,
      subject: row.id,
      version: row.version,
      data: { resource: row.id, published: row.published_at !== null },
    },
    writes: [writeResource(ctx.db, row)],
  })
  return row
}

function contentOf({ kind, title, summary, source, url, language }: ResourceRow): string {
  return JSON.stringify([kind, title.fr, title.en, summary.fr, summary.en, source, url, language])
}
