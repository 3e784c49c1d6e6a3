import type * as v from 'valibot'
import { Problem } from '#domain/problem.ts'
import { checkShape, isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { Request } from '#http/service-context.ts'

/**
 * What a person sent from their own space, as JSON or as a form without script; a form that does not fit is refused
 * with the words of its first field, for it comes back as a page.
 */
export async function readOwn<S extends v.GenericSchema>(
  c: Request,
  schema: S,
  fields: readonly string[],
): Promise<v.InferOutput<S>> {
  if (!isForm(c)) return readJson(c, schema)
  const posted = await readFormFields(c)
  languageOfForm(c, posted)
  const given = posted.filter(([name]) => fields.includes(name))
  try {
    return checkShape(schema, Object.fromEntries(given))
  } catch (error) {
    if (error instanceof Problem && error.errors[0]) throw new Problem('invalid', error.errors[0].detail)
    throw error
  }
}

/** Where nothing was to be read but the language of the page. */
export async function readLanguage(c: Request): Promise<void> {
  if (isForm(c)) languageOfForm(c, await readFormFields(c))
}

/** A form leads back to the person’s space, a program gets its answer. */
export function answerOwn(c: Request, answer: () => Response): Response {
  return isForm(c) ? c.redirect(`/${c.get('language')}/me/`, 303) : answer()
}
