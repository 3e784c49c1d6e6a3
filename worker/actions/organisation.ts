import type { OrganisationInput } from '#contract/organisation.ts'
import { findOrganisation, type OrganisationRow, writeOrganisation } from '#db/queries/organisation.ts'
import { type Organisation, unknownOrganisation } from '#domain/organisation.ts'
import { authorise } from '#domain/permission.ts'
import { type Context, commit } from './context.ts'

/** How to reach whoever runs this service: what an organiser saved, else the name of the deployment alone. */
export async function getOrganisation(ctx: Context): Promise<Organisation> {
  return (await findOrganisation(ctx.db))?.profile ?? unknownOrganisation(ctx.settings.organisation)
}

/** Replaces the profile whole; the same content writes nothing. The legal pages say it from the next visit on (W22). */
export async function putOrganisation(ctx: Context, input: OrganisationInput): Promise<OrganisationRow> {
  authorise(ctx.actor, 'programmes:write')
  const before = await findOrganisation(ctx.db)
  if (before && JSON.stringify(ordered(before.profile)) === JSON.stringify(ordered(input))) return before
  const row: OrganisationRow = {
    id: 'here',
    profile: input,
    version: (before?.version ?? 0) + 1,
    updated_at: ctx.now,
  }
  const changed = Object.keys(input).filter(
    (name) =>
      JSON.stringify(before?.profile[name as keyof Organisation] ?? null) !==
      JSON.stringify(input[name as keyof Organisation]),
  )
  await commit(ctx, {
    event: {
      type: 'organisation.updated',
      subject: 'organisation',
      version: row.version,
      data: { changed },
    },
    writes: [writeOrganisation(ctx.db, row)],
  })
  return row
}

function ordered(profile: Organisation): [string, unknown][] {
  return Object.entries(profile).sort(([one], [other]) => (one < other ? -1 : 1))
}
