import { Hono } from 'hono'
import { changeProgramme, createProgramme, setPublication } from '#actions/programme.ts'
import { programmeInput, programmePatch, showWholeProgramme } from '#contract/programme.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { signUps } from '#domain/programme.ts'
import { readJson } from '#http/body.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const programmeRoutes = new Hono<App>()
  .post('/programmes', allow('programmes:write'), async (c) => {
    const row = await createProgramme(c.get('ctx'), await readJson(c, programmeInput))
    const { etag } = tagOf(c, row)
    return c.json(show(c, row), 201, { location: `/api/v1/programmes/${row.slug}`, etag })
  })
  .patch('/programmes/:slug', allow('programmes:write'), async (c) =>
    tell(c, await changeProgramme(c.get('ctx'), c.req.param('slug'), await readJson(c, programmePatch))),
  )
  .put('/programmes/:slug/publication', allow('programmes:write'), async (c) =>
    tell(c, await setPublication(c.get('ctx'), c.req.param('slug'), true)),
  )
  .delete('/programmes/:slug/publication', allow('programmes:write'), async (c) =>
    tell(c, await setPublication(c.get('ctx'), c.req.param('slug'), false)),
  )

function tell(c: Request, row: ProgrammeRow): Response {
  return c.json(show(c, row), 200, tagOf(c, row))
}

function tagOf(c: Request, row: ProgrammeRow) {
  return versionTag(row.version, signUps(row, c.get('ctx').now))
}

function show(c: Request, row: ProgrammeRow) {
  return showWholeProgramme(row, signUps(row, c.get('ctx').now))
}
