import { type SQLWrapper, sql } from 'drizzle-orm'
import { uniqueClash } from '#db/commit.ts'
import { giveAddress } from '#db/queries/participant.ts'
import { findPerson, findPersonByEmail, type PersonRow, writePeople } from '#db/queries/person.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { emailKey, referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import type { CheckedSignUp } from './participant.ts'

/**
 * Whose sign-up it is: whom an invitation or a code has proved, whom a key names, whom HR knows under the address, or
 * somebody new from outside, with the statements that create them.
 * @throws Problem as `enrol`
 */
export async function findOrWelcome(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
): Promise<{ person: PersonRow; creation: SQLWrapper[] }> {
  const key = signUp.email === null ? null : emailKey(signUp.email)
  const reference = signUp.proved ?? signUp.person
  const known =
    reference !== null
      ? await findPerson(ctx.db, reference)
      : key === null
        ? undefined
        : await findPersonByEmail(ctx.db, key)
  if (known && !known.active) {
    throw new Problem('forbidden', {
      fr: 'Cette personne n’est plus active dans l’entreprise. Écrivez à l’équipe du programme s’il s’agit d’une erreur.',
      en: 'This person is no longer active in the company. Write to the programme team if this is a mistake.',
    })
  }
  if (known) {
    const isNew = signUp.proved && known.email_key === null && key !== null
    return { person: isNew ? await addressed(ctx, known, signUp.email as string, key) : known, creation: [] }
  }
  if (reference !== null) throw notFound({ fr: 'Personne', en: 'Person' })
  if (!programme.externals_allowed || key === null) {
    throw new Problem('forbidden', {
      fr: 'Ce programme est réservé aux personnes que l’entreprise connaît, et cette adresse ne lui est pas connue. Inscrivez-vous avec votre adresse professionnelle, ou écrivez à l’équipe du programme\u00a0: vos réponses sont gardées et ce lien restera valable.',
      en: 'This programme is for people the company knows, and it does not know this address. Sign up with your work address, or write to the programme team: your answers are kept and this link stays valid.',
    })
  }
  return welcome(ctx, signUp, key)
}

/** Somebody from outside, whom HR may name later. */
function welcome(
  ctx: Context,
  { given_name, family_name, email, language, answers }: CheckedSignUp,
  key: string,
): { person: PersonRow; creation: SQLWrapper[] } {
  const person = {
    id: ctx.newId('per'),
    external_id: null,
    given_name,
    family_name,
    email,
    email_key: key,
    language,
    grade: null,
    grade_rank: null,
    job_family: answers.G4 ?? null,
    subsidiary: answers.G3?.subsidiary ?? null,
    site: answers.G3?.site ?? null,
    hired_in: answers.G5 ?? null,
    leaves_on: null,
    relation: 'external' as const,
    active: true,
    recheck: false,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  return {
    person,
    creation: writePeople([{ ...person, manager: null, dotted_managers: [], moves: [] }], ctx.now),
  }
}

/** Somebody without an address has proved who they are and confirmed a personal one: it goes on their record. */
async function addressed(ctx: Context, person: PersonRow, email: string, key: string): Promise<PersonRow> {
  const version = person.version + 1
  try {
    await commit(ctx, {
      event: {
        type: 'person.updated',
        subject: person.id,
        version,
        data: { person: referenceOf(person), changed: ['email'] },
      },
      guards: [sql`(SELECT version FROM people WHERE id = ${person.id}) = ${person.version}`],
      writes: [giveAddress(ctx.db, person.id, { email, email_key: key, version, updated_at: ctx.now })],
    })
  } catch (error) {
    if (uniqueClash(error) !== 'people.email_key') throw error
    throw new Problem('conflict', {
      fr: 'Cette adresse est déjà celle d’une autre personne. Inscrivez-vous avec une adresse qui n’est qu’à vous, ou avec votre code seul.',
      en: 'This address is already somebody else’s. Sign up with an address that is yours alone, or with your code only.',
    })
  }
  return { ...person, email, email_key: key, version }
}
