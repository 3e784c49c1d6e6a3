import type * as v from 'valibot'
import { Problem } from '#domain/problem.ts'
import { checkShape, readFormFields } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { Request } from '#http/service-context.ts'

/** The fields of a posted form by name, and the language of its page for the answer. */
export async function readFields(c: Request): Promise<Record<string, string | undefined>> {
  const posted = await readFormFields(c)
  languageOfForm(c, posted)
  return Object.fromEntries(posted)
}

/** What a form meant, checked; it comes back as a page, so it is refused in the words of its first field. */
export function checkForm<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  try {
    return checkShape(schema, value)
  } catch (error) {
    if (error instanceof Problem && error.errors[0]) throw new Problem('invalid', error.errors[0].detail)
    throw error
  }
}
