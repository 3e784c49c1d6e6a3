import { type SQLWrapper, sql } from 'drizzle-orm'
import type { EmployeeInput, EmployeePatch } from '#contract/employee.ts'
import { uniqueClash } from '#db/commit.ts'
import {
  getPersonRecord,
  listDeletedRecords,
  listEmailOwners,
  listPersonRecords,
  renameInLines,
  writePeople,
} from '#db/queries/person.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import {
  employeeOf,
  FINDINGS,
  type ImportLine,
  type KnownPeople,
  planLines,
  withoutCircles,
} from '#domain/employee-import.ts'
import { authorise } from '#domain/permission.ts'
import {
  changedFields,
  type Employee,
  emailKey,
  isForgotten,
  type PersonRecord,
  RULED_FIELDS,
  referenceOf,
} from '#domain/person.ts'
import { notFound, Problem, stale } from '#domain/problem.ts'
import { onDay, organisationDay } from '#domain/reporting-move.ts'
import { type Context, commit } from './context.ts'
import { recheckPerson } from './recheck.ts'

/**
 * Creates or replaces the person an HR system names; what is absent is cleared, the same content writes nothing.
 * @throws Problem `conflict` where the address belongs to somebody else, `invalid` where a manager closes a circle.
 */
export async function putEmployee(
  ctx: Context,
  externalId: string,
  input: EmployeeInput,
): Promise<{ person: PersonRecord; created: boolean }> {
  authorise(ctx.actor, 'employees:write')
  const line: ImportLine = {
    line: 1,
    external_id: externalId,
    employee: onDay({ external_id: externalId, ...input }, organisationDay(ctx.now)),
    issues: [],
    duplicate: null,
  }
  const known = await loadKnown(ctx, [line])
  const before = known.byReference.get(externalId)
  assertFollows(ctx, before && !isForgotten(before) ? before.version : 0)
  const plan = planLines([line], known, () => ctx.newId('per'))
  const finding = plan.findings[0]
  if (finding) {
    throw new Problem(finding.kind === 'duplicate' ? 'conflict' : 'invalid', FINDINGS[finding.kind], [
      { pointer: `/${finding.field ?? ''}`, detail: FINDINGS[finding.kind] },
    ])
  }
  const write = plan.writes[0]
  if (!write) return { person: before as PersonRecord, created: false }
  try {
    await commit(ctx, {
      event: {
        type: write.version === 1 ? 'person.created' : 'person.updated',
        subject: write.id,
        version: write.version,
        data: { person: externalId },
      },
      guards: [sql`coalesce((SELECT version FROM people WHERE id = ${write.id}), 0) = ${write.version - 1}`],
      writes: [
        ...plan.links.flatMap(({ from, to }) => renameInLines(from, to)),
        ...writePeople([write], ctx.now),
      ],
    })
  } catch (error) {
    throw addressTaken(error)
  }
  if (write.recheck) await lookAgain(ctx, write.id, before !== undefined)
  const person = await getPersonRecord(ctx.db, externalId)
  return {
    person: person as PersonRecord,
    created: write.version === 1 || (before !== undefined && isForgotten(before)),
  }
}

/**
 * Changes what a merge patch (RFC 7396) names of a person, and leaves the rest.
 * @throws Problem `not-found`; `conflict` where the address belongs to somebody else, `invalid` where a manager closes a
 *   circle.
 */
export async function patchEmployee(
  ctx: Context,
  reference: string,
  patch: EmployeePatch,
): Promise<PersonRecord> {
  authorise(ctx.actor, 'employees:write')
  const before = await getEmployee(ctx, reference)
  assertFollows(ctx, before.version)
  const employee = { ...employeeOf(before), ...patch }
  const patched: Employee = {
    ...employee,
    dotted_managers: employee.dotted_managers ?? [],
    moves: employee.moves ?? [],
  }
  const due = onDay(patched, organisationDay(ctx.now))
  const hierarchy = await hierarchyAbove(ctx.db, managersOf(due))
  const { leftOut } = withoutCircles(referenceOf(before), due, hierarchy)
  if (leftOut.length > 0) {
    throw new Problem('invalid', FINDINGS.cycle, [
      {
        pointer: leftOut.includes(due.manager ?? '') ? '/manager' : '/dotted_managers',
        detail: FINDINGS.cycle,
      },
    ])
  }
  const { person } = await storePerson(ctx, {
    id: before.id,
    employee: due,
    also: () => [],
    isTouched: false,
  })
  return person
}

/**
 * A person whom HR may read and change, by external id or id.
 * @throws Problem `not-found`, also for who was deleted.
 */
export async function getEmployee(ctx: Context, reference: string): Promise<PersonRecord> {
  const person = await getPersonRecord(ctx.db, reference)
  if (!person || isForgotten(person)) throw notFound({ fr: 'Personne', en: 'Person' })
  return person
}

/**
 * Whether the caller has seen this version, where they named one (`If-Match`): said before anything is decided, so that
 * a request that would change nothing is refused as well.
 * @throws Problem `stale`.
 */
export function assertFollows({ asked }: Context, version: number): void {
  if (asked.version !== null && asked.version !== version) throw stale()
}

function managersOf({ manager, dotted_managers }: Employee): string[] {
  return [...(manager === null ? [] : [manager]), ...dotted_managers]
}

/** Everything that a decision about these lines needs to know of the people already there. */
export async function loadKnown(ctx: Context, lines: readonly ImportLine[]): Promise<KnownPeople> {
  const employees = lines.flatMap((line) => line.employee ?? [])
  const references = lines.flatMap((line) => line.external_id ?? [])
  const managers = employees.flatMap((one) => [...(one.manager ? [one.manager] : []), ...one.dotted_managers])
  const keys = employees.flatMap((one) => (one.email ? (emailKey(one.email) ?? []) : []))
  const [people, deleted, byEmail, hierarchy] = await Promise.all([
    listPersonRecords(ctx.db, references),
    listDeletedRecords(ctx.db, references),
    listEmailOwners(ctx.db, keys),
    hierarchyAbove(ctx.db, [...references, ...managers]),
  ])
  return {
    // Who comes back is the same person as before; somebody who bears the external id now comes first.
    byReference: new Map([...deleted, ...people].map((person) => [person.external_id as string, person])),
    byEmail,
    hierarchy,
  }
}

/** A person to be stored as a whole, by `id` where they are known already. */
export interface PersonToStore {
  id: string | null
  employee: Employee
  /** Rows that belong to the same change, such as what an identity provider says besides. */
  also: (id: string) => SQLWrapper[]
  /** Whether those rows change, so that there is something to write even where the person stays the same. */
  isTouched: boolean
}

/**
 * Stores a person whom another system keeps up to date, with what it says besides, in one change; managers who would close
 * a circle are left out. What it means for proposals and pairs is looked at before it returns.
 * @returns the person, and which managers were left out.
 * @throws Problem `conflict` where the address belongs to somebody else, `not-found` where nobody has the id.
 */
export async function storePerson(
  ctx: Context,
  { id, employee, also, isTouched }: PersonToStore,
): Promise<{ person: PersonRecord; leftOut: string[]; created: boolean }> {
  const before = id === null ? await findReturning(ctx, employee) : await getPersonRecord(ctx.db, id)
  if (id !== null && !before) throw notFound({ fr: 'Personne', en: 'Person' })
  const personId = before?.id ?? ctx.newId('per')
  const key = employee.email === null ? null : emailKey(employee.email)
  const owner = key === null ? undefined : (await listEmailOwners(ctx.db, [key])).get(key)
  if (owner && owner.id !== personId) throw addressOfAnother()
  const due = onDay(employee, organisationDay(ctx.now))
  const hierarchy = await hierarchyAbove(ctx.db, managersOf(due))
  const fitted = withoutCircles(due.external_id ?? personId, due, hierarchy)
  const changed = before ? changedFields(employeeOf(before), fitted.employee) : null
  if (changed?.length === 0 && !isTouched) {
    return { person: before as PersonRecord, leftOut: fitted.leftOut, created: false }
  }
  const version = (before?.version ?? 0) + 1
  const recheck =
    changed === null || changed.some((field) => (RULED_FIELDS as readonly string[]).includes(field))
  const [from, to] = [before ? referenceOf(before) : personId, employee.external_id ?? personId]
  try {
    await commit(ctx, {
      event: {
        type: version === 1 ? 'person.created' : 'person.updated',
        subject: personId,
        version,
        data: { person: to },
      },
      guards: [sql`coalesce((SELECT version FROM people WHERE id = ${personId}), 0) = ${version - 1}`],
      writes: [
        ...(before && from !== to ? renameInLines(from, to) : []),
        ...writePeople([{ ...fitted.employee, id: personId, email_key: key, version, recheck }], ctx.now),
        ...also(personId),
      ],
    })
  } catch (error) {
    throw addressTaken(error)
  }
  if (recheck) await lookAgain(ctx, personId, before !== undefined)
  const person = (await getPersonRecord(ctx.db, personId)) as PersonRecord
  const isBack = before !== undefined && isForgotten(before)
  return { person, leftOut: fitted.leftOut, created: version === 1 || isBack }
}

/** Who was deleted under the external id and comes back now, with nothing known but the id; undefined for a new person. */
async function findReturning(ctx: Context, { external_id }: Employee): Promise<PersonRecord | undefined> {
  if (external_id === null) return undefined
  return (await listDeletedRecords(ctx.db, [external_id]))[0]
}

/** Somebody new is in no pair yet; but may be the manager who closes a line between others, which the job finds. */
async function lookAgain(ctx: Context, personId: string, isKnown: boolean): Promise<void> {
  if (isKnown) await recheckPerson(ctx, personId)
  else ctx.wake({ job: 'recheck' })
}

function addressOfAnother(): Problem {
  return new Problem('conflict', FINDINGS.duplicate, [{ pointer: '/email', detail: FINDINGS.duplicate }])
}

function addressTaken(error: unknown): unknown {
  return uniqueClash(error) === 'people.email_key' ? addressOfAnother() : error
}
