import { Hono } from 'hono'
import { type PrintedCode, printSignUpCodes } from '#actions/sign-up-code.ts'
import { toInstant } from '#contract/shape.ts'
import { type SignUpCodeShown, signUpCodeInput } from '#contract/sign-up-code.ts'
import { referenceOf } from '#domain/person.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const signUpCodeRoutes = new Hono<App>().post(
  '/sign-up-codes',
  allow('participants:write'),
  async (c) => {
    const { people } = await readJson(c, signUpCodeInput, 262_144)
    const printed = await printSignUpCodes(c.get('ctx'), people)
    return c.json({ items: printed.map(showCode), next_cursor: null }, 201)
  },
)

/** A code with whom it is for. It leaves the service here, and nowhere else. */
export function showCode({ person, code, expires_at }: PrintedCode): SignUpCodeShown {
  return {
    person: referenceOf(person),
    given_name: person.given_name,
    family_name: person.family_name,
    code,
    expires_at: toInstant(expires_at),
  }
}
