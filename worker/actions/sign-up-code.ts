import type { SQLWrapper } from 'drizzle-orm'
import type { PersonRow } from '#db/queries/person.ts'
import { endUnusedCodes, findCodeHolder, insertSignUpCodes, markCodeUsed } from '#db/queries/sign-up-code.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { referenceOf } from '#domain/person.ts'
import { type Context, commit } from './context.ts'
import { findNamedPeople, type NamedPerson } from './named-people.ts'
import { hashToken } from './token.ts'

/** How long a printed code can be used. */
export const CODE_DAYS = 60

/** Digits and letters that nobody mistakes for others: no I, L, O, U. 32 of them, so that each carries five bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LETTERS = 10

/** A code as it is printed, with whom it is for; it is shown once and kept as a hash. */
export interface PrintedCode {
  person: NamedPerson
  code: string
  expires_at: number
}

/**
 * Makes a code for each of these people, to be printed and handed over (G8, people without a mailbox). A new code ends
 * the one before.
 * @param references external ids, ids or addresses known to HR
 * @throws Problem `invalid` with a pointer for each person nobody knows.
 */
export async function printSignUpCodes(ctx: Context, references: readonly string[]): Promise<PrintedCode[]> {
  authorise(ctx.actor, 'participants:write')
  const people = await findNamedPeople(ctx, references)
  const { printed, writes } = await newSignUpCodes(ctx, people)
  await commit(ctx, {
    event: {
      type: 'sign-up-code.created',
      subject: ctx.newId('cod'),
      version: 1,
      data: { people: people.map(referenceOf) },
    },
    writes,
  })
  return printed
}

/** Fresh codes for people, and the statements that keep their hashes. */
export async function newSignUpCodes(
  ctx: Context,
  people: readonly NamedPerson[],
): Promise<{ printed: PrintedCode[]; writes: SQLWrapper[] }> {
  const expires_at = ctx.now + CODE_DAYS * DAY_MS
  const printed = people.map((person) => ({ person, code: newCode(), expires_at }))
  const rows = await Promise.all(
    printed.map(async ({ person, code }) => ({
      id: ctx.newId('cod'),
      person_id: person.id,
      code_hash: await hashCode(ctx, code),
      created_at: ctx.now,
      expires_at,
      used_at: null,
    })),
  )
  const ids = people.map(({ id }) => id)
  return { printed, writes: [...endUnusedCodes(ids, ctx.now), ...insertSignUpCodes(rows)] }
}

/** Whom a typed code belongs to; null for one that never was, was used or is too old. Guesses are limited at the door. */
export async function readSignUpCode(ctx: Context, code: string): Promise<PersonRow | null> {
  if (lettersOf(code).length !== CODE_LETTERS) return null
  return (await findCodeHolder(ctx.db, await hashCode(ctx, code), ctx.now)) ?? null
}

/**
 * Statements for the batch that enrols the holder of a code: they use the code up, and abort the batch with a
 * `conflict` where it has just been used.
 */
export async function useSignUpCode(ctx: Context, code: string): Promise<SQLWrapper[]> {
  return markCodeUsed(await hashCode(ctx, code), ctx.now)
}

/** Two groups of five, as they are printed: `7K3QM-2XW9D`. */
function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CODE_LETTERS))
  const letters = Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** Fifty bits are few enough to be tried one after the other, so the hash takes a secret that the store does not hold. */
async function hashCode(ctx: Context, code: string): Promise<string> {
  return hashToken(`${ctx.settings.secret}:code:${lettersOf(code)}`)
}

/** What was typed, as it is compared: case, spaces and hyphens do not count, and look-alikes are read as what they look like. */
function lettersOf(code: string): string {
  return code
    .slice(0, 100)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
}
