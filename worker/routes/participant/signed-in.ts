import { isPerson } from '#domain/permission.ts'
import type { Request } from '#http/service-context.ts'
import { recogniseActor } from '#http/session.ts'
import { pour } from '#pages/pour.ts'
import { signInPage } from '#pages/sign-in.ts'

/** Lets whoever is signed in go on to a page; anybody else signs in first and comes back here. */
export async function asSignedIn(c: Request, draw: () => Promise<Response>): Promise<Response> {
  const ctx = c.get('ctx')
  ctx.actor = await recogniseActor(c)
  if (isPerson(ctx.actor)) return draw()
  const next = `${c.req.path.replace(/\/+$/, '')}/`
  return pour(c.env.ASSETS, c.req.url, signInPage({ language: c.get('language'), next }))
}
