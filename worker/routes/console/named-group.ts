import { Hono } from 'hono'
import Papa from 'papaparse'
import { putNamedGroup, removeNamedGroup } from '#actions/named-group.ts'
import { getProgramme } from '#actions/programme.ts'
import {
  type ExceptionShown,
  groupName,
  type NamedGroupShown,
  namedGroupInput,
} from '#contract/named-group.ts'
import { toInstant } from '#contract/shape.ts'
import {
  countPairsByException,
  findNamedGroup,
  listGroupsOfProgrammes,
  listNamedGroups,
  type NamedGroup,
} from '#db/queries/named-group.ts'
import { notFound } from '#domain/problem.ts'
import { checkShape, readJson } from '#http/body.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const namedGroupRoutes = new Hono<App>()
  .get('/programmes/:slug/groups', allow('programmes:read'), async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const { limit, after } = readPaging(c, afterId)
    const rows = await listNamedGroups(ctx.db, programme.id, after, limit + 1)
    return c.json(toPage(rows, limit, show, ({ name }) => name))
  })
  .get('/programmes/:slug/groups/:name', allow('programmes:read'), async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const group = await findNamedGroup(ctx.db, programme.id, c.req.param('name'))
    if (!group) throw notFound({ fr: 'Groupe', en: 'Group' })
    return c.json(show(group), 200, versionTag(group.version))
  })
  .put('/programmes/:slug/groups/:name', allow('programmes:write'), async (c) => {
    const { name } = checkShape(groupName, { name: c.req.param('name') })
    const input = await readJson(c, namedGroupInput, 262_144)
    const { group, created } = await putNamedGroup(c.get('ctx'), c.req.param('slug'), name, input)
    return c.json(show(group), created ? 201 : 200, versionTag(group.version))
  })
  .delete('/programmes/:slug/groups/:name', allow('programmes:write'), async (c) => {
    await removeNamedGroup(c.get('ctx'), c.req.param('slug'), c.req.param('name'))
    return c.body(null, 204)
  })
  .get('/programmes/:slug/exceptions', allow('programmes:read'), async (c) => {
    const wantsCsv = /^\s*text\/csv\b/i.test(c.req.header('accept') ?? '')
    const exceptions = await loadExceptions(c)
    return wantsCsv ? asCsv(c, exceptions) : c.json({ items: exceptions, next_cursor: null })
  })
  .get('/programmes/:slug/exceptions.csv', allow('programmes:read'), async (c) =>
    asCsv(c, await loadExceptions(c)),
  )

/** The exceptions in force, for the works council: what was decided, by whom, and how many people it concerns. */
async function loadExceptions(c: Request): Promise<ExceptionShown[]> {
  const { db } = c.get('ctx')
  const programme = await getProgramme(c.get('ctx'), c.req.param('slug') ?? '')
  const [groups, pairs] = await Promise.all([
    listGroupsOfProgrammes(db, [programme.id]),
    countPairsByException(db, programme.id),
  ])
  return groups.flatMap((group) => {
    const { appraisal_chain: chain, name, label, people } = show(group)
    return chain
      ? [{ group: name, label, ...chain, people: people.length, pairs: pairs.get(group.id) ?? 0 }]
      : []
  })
}

/** A file that spreadsheets open with its accents, and in which no cell is taken for a formula. */
function asCsv(c: Request, exceptions: ExceptionShown[]): Response {
  const columns = ['group', 'label', 'levels', 'reason', 'decided_by', 'decided_at', 'people', 'pairs']
  const text = Papa.unparse({ fields: columns, data: exceptions }, { escapeFormulae: true, newline: '\r\n' })
  return c.body(`\uFEFF${text}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="exceptions.csv"',
  })
}

function show(group: NamedGroup): NamedGroupShown {
  return {
    name: group.name,
    label: group.label,
    people: group.people.map(({ reference }) => reference),
    served_first: group.served_first,
    appraisal_chain:
      group.appraisal_levels === null
        ? null
        : {
            levels: group.appraisal_levels,
            reason: group.appraisal_reason ?? '',
            decided_by: group.appraisal_decided_by ?? '',
            decided_at: toInstant(group.appraisal_decided_at ?? group.updated_at),
          },
  }
}
