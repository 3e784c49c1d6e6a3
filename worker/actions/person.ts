import { sql } from 'drizzle-orm'
import type { EmployeeInput } from '#contract/employee.ts'
import { uniqueClash } from '#db/commit.ts'
import {
  getPersonRecord,
  listEmailOwners,
  listPersonRecords,
  renameInLines,
  writePeople,
} from '#db/queries/person.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { FINDINGS, type ImportLine, type KnownPeople, planLines } from '#domain/employee-import.ts'
import { authorise } from '#domain/permission.ts'
import { emailKey, type PersonRecord } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

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
    employee: { external_id: externalId, ...input },
    issues: [],
    duplicate: null,
  }
  const known = await loadKnown(ctx, [line])
  const plan = planLines([line], known, () => ctx.newId('per'))
  const finding = plan.findings[0]
  if (finding) {
    throw new Problem(finding.kind === 'duplicate' ? 'conflict' : 'invalid', FINDINGS[finding.kind], [
      { pointer: `/${finding.field ?? ''}`, detail: FINDINGS[finding.kind] },
    ])
  }
  const write = plan.writes[0]
  const before = known.byReference.get(externalId)
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
  if (write.recheck) ctx.wake({ job: 'recheck' })
  const person = await getPersonRecord(ctx.db, externalId)
  return { person: person as PersonRecord, created: write.version === 1 }
}

/** Everything that a decision about these lines needs to know of the people already there. */
export async function loadKnown(ctx: Context, lines: readonly ImportLine[]): Promise<KnownPeople> {
  const employees = lines.flatMap((line) => line.employee ?? [])
  const references = lines.flatMap((line) => line.external_id ?? [])
  const managers = employees.flatMap((one) => [...(one.manager ? [one.manager] : []), ...one.dotted_managers])
  const keys = employees.flatMap((one) => (one.email ? (emailKey(one.email) ?? []) : []))
  const [people, byEmail, hierarchy] = await Promise.all([
    listPersonRecords(ctx.db, references),
    listEmailOwners(ctx.db, keys),
    hierarchyAbove(ctx.db, [...references, ...managers]),
  ])
  return {
    byReference: new Map(people.map((person) => [person.external_id as string, person])),
    byEmail,
    hierarchy,
  }
}

function addressTaken(error: unknown): unknown {
  if (uniqueClash(error) !== 'people.email_key') return error
  return new Problem('conflict', FINDINGS.duplicate, [{ pointer: '/email', detail: FINDINGS.duplicate }])
}
