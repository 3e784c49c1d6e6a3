import { Problem } from '#domain/problem.ts'
import { readFormFields } from '#http/body.ts'
import { isHasty, issueFormToken, readFormToken } from '#http/form-token.ts'
import { languageOfForm } from '#http/language.ts'
import type { Request } from '#http/service-context.ts'
import type { FormFlaw } from '#pages/form.ts'
import type { PouredPage } from '#pages/page.ts'
import { pour } from '#pages/pour.ts'
import { TRAP_FIELD } from '#questionnaire/sign-up.ts'

/** A token for a form of ours that is being drawn now. */
export function newFormToken(c: Request, form: string): Promise<string> {
  const { settings, now } = c.get('ctx')
  return issueFormToken(settings.secret, form, now)
}

export interface PostedForm {
  values: Record<string, string>
  /** Filled in by a program: thanked like anybody, and forgotten. */
  isTrapped: boolean
  /** Sent sooner than anybody types, or from a page that is not ours or a month old: asked once more. */
  isInTime: boolean
}

/** What somebody posted without script, and whether a person is likely to have typed it (D37). */
export async function readPostedForm(c: Request, form: string): Promise<PostedForm> {
  const fields = await readFormFields(c, 65_536)
  languageOfForm(c, fields)
  const values = Object.fromEntries(fields)
  const { settings, now } = c.get('ctx')
  const token = await readFormToken(settings.secret, form, values.token, now)
  return {
    values,
    isTrapped: (values[TRAP_FIELD] ?? '') !== '',
    isInTime: !isHasty(token, now),
  }
}

/** Runs what a form asks for; a refusal that can be mended becomes the same page with its errors and everything typed. */
export async function orAgain(
  c: Request,
  done: string,
  run: () => Promise<unknown>,
  draw: (errors: FormFlaw[]) => Promise<PouredPage>,
): Promise<Response> {
  try {
    await run()
    return c.redirect(done, 303)
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'too-many')) throw error
    const errors = error.errors.length
      ? error.errors.map(({ pointer, detail }) => ({ field: pointer.slice(1), detail }))
      : [{ field: '', detail: error.detail }]
    return pour(c.env.ASSETS, c.req.url, await draw(errors), error.kind === 'invalid' ? 422 : 429)
  }
}
