import { listEmailOwners, listPersonRecords, type PersonRow } from '#db/queries/person.ts'
import type { Both } from '#domain/language.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import type { Context } from './context.ts'

/** What is needed of somebody who is to be written to or called. */
export type NamedPerson = Pick<
  PersonRow,
  'id' | 'external_id' | 'given_name' | 'family_name' | 'email' | 'language'
>

const UNKNOWN: Both = {
  fr: 'Personne ne porte cet identifiant ou cette adresse. Vérifiez, ou retirez cette ligne.',
  en: 'Nobody bears this identifier or address. Check it, or remove this line.',
}
const GONE: Both = {
  fr: 'Cette personne n’est plus active dans l’entreprise. Retirez cette ligne.',
  en: 'This person is no longer active in the company. Remove this line.',
}

/**
 * People whom an organiser names, by external id, id or an address known to HR; each once, in the order given.
 * @throws Problem `invalid` with a pointer `/people/{index}` for each one nobody knows or who has left.
 */
export async function findNamedPeople(ctx: Context, references: readonly string[]): Promise<NamedPerson[]> {
  const keys = references.map((reference) => (reference.includes('@') ? emailKey(reference) : null))
  const [records, owners] = await Promise.all([
    listPersonRecords(ctx.db, references),
    listEmailOwners(
      ctx.db,
      keys.filter((key) => key !== null),
    ),
  ])
  const known = new Map<string, NamedPerson & { active: boolean }>()
  for (const record of records) {
    known.set(record.id, record)
    if (record.external_id !== null) known.set(record.external_id, record)
  }
  const found = references.map((reference, index) => {
    const key = keys[index]
    return known.get(reference) ?? (key ? owners.get(key) : undefined)
  })
  const errors = found.flatMap((person, index) =>
    person?.active ? [] : [{ pointer: `/people/${index}`, detail: person ? GONE : UNKNOWN }],
  )
  if (errors.length > 0) {
    throw new Problem(
      'invalid',
      {
        fr: 'Des personnes de cette liste sont inconnues ou parties. Rien n’a été enregistré.',
        en: 'Some people on this list are unknown or have left. Nothing was saved.',
      },
      errors.slice(0, 50),
    )
  }
  return [...new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : []))).values()]
}
