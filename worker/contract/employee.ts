import * as v from 'valibot'
import { type Employee, emailKey, isForgotten, RELATIONS } from '#domain/person.ts'
import { day, dayShown, instantShown, language, line, month, toInstant, whole } from './shape.ts'

/** The key an HR system gives a person: kept as given, case-exact, never starting with `per_`. */
export const externalId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(128),
  v.check((id) => !/[\p{Cc}\p{Cs}]/u.test(id), 'control'),
  v.check((id) => id === id.trim(), 'space'),
  v.check((id) => !id.startsWith('per_'), 'prefix'),
)

/** How anybody may be named in a request: an external id, or an id where there is none. */
export const personReference = v.pipe(v.string(), v.minLength(1), v.maxLength(128))

const email = v.pipe(
  v.string(),
  v.transform((text) => text.normalize('NFC').trim()),
  v.maxLength(254),
  v.check((text) => emailKey(text) !== null, 'email'),
)

const dottedManagers = v.optional(v.pipe(v.array(personReference), v.maxLength(10)), [])

/** Managers from a day to come, such as a move next month. */
const reportingMove = v.strictObject({
  effective_on: day,
  manager: v.nullish(personReference, null),
  dotted_managers: dottedManagers,
})

/** `PUT /employees/{external_id}`: the whole person; what is absent is cleared. */
export const employeeInput = v.strictObject({
  given_name: line(100),
  family_name: line(100),
  email: v.nullish(email, null),
  grade: v.nullish(line(60), null),
  grade_rank: v.nullish(whole(-1000, 1000), null),
  job_family: v.nullish(line(100), null),
  subsidiary: v.nullish(line(100), null),
  site: v.nullish(line(100), null),
  language: v.nullish(language, null),
  hired_in: v.nullish(month, null),
  leaves_on: v.nullish(day, null),
  relation: v.optional(v.picklist(RELATIONS), 'employee'),
  active: v.optional(v.boolean(), true),
  manager: v.nullish(personReference, null),
  dotted_managers: dottedManagers,
  moves: v.optional(v.pipe(v.array(reportingMove), v.maxLength(12)), []),
})
export type EmployeeInput = v.InferOutput<typeof employeeInput>

/** `PATCH /employees/{external_id}` (RFC 7396): what is absent stays, `null` clears, a list replaces the list. */
export const employeePatch = v.strictObject({
  given_name: v.optional(line(100)),
  family_name: v.optional(line(100)),
  email: v.nullish(email),
  grade: v.nullish(line(60)),
  grade_rank: v.nullish(whole(-1000, 1000)),
  job_family: v.nullish(line(100)),
  subsidiary: v.nullish(line(100)),
  site: v.nullish(line(100)),
  language: v.nullish(language),
  hired_in: v.nullish(month),
  leaves_on: v.nullish(day),
  relation: v.optional(v.picklist(RELATIONS)),
  active: v.optional(v.boolean()),
  manager: v.nullish(personReference),
  dotted_managers: v.nullish(v.pipe(v.array(personReference), v.maxLength(10))),
  moves: v.nullish(v.pipe(v.array(reportingMove), v.maxLength(12))),
})
export type EmployeePatch = v.InferOutput<typeof employeePatch>

const WHAT_WE_SAY = ['id', 'status', 'created_at', 'updated_at']

/**
 * A shape that takes back what was read as it was: what only we say is left aside, so that a reader may change and send.
 * @param reference how the address names the person; a body that names another is refused by the shape.
 */
export const asRead = <T>(shape: v.GenericSchema<Record<string, unknown>, T>, reference: string) =>
  v.pipe(
    v.looseObject({}),
    v.transform((body) =>
      Object.fromEntries(
        Object.entries(body).filter(
          ([field, value]) =>
            !WHAT_WE_SAY.includes(field) &&
            !(field === 'external_id' && (value === reference || value === null)),
        ),
      ),
    ),
    shape,
  )

/** An employee as it leaves. */
export const employeeShown = v.strictObject({
  id: v.string(),
  external_id: v.nullable(v.string()),
  status: v.picklist(['active', 'inactive']),
  given_name: v.string(),
  family_name: v.string(),
  email: v.nullable(v.string()),
  grade: v.nullable(v.string()),
  grade_rank: v.nullable(v.number()),
  job_family: v.nullable(v.string()),
  subsidiary: v.nullable(v.string()),
  site: v.nullable(v.string()),
  language: v.nullable(language),
  hired_in: v.nullable(v.string()),
  leaves_on: v.nullable(dayShown),
  relation: v.picklist(RELATIONS),
  active: v.boolean(),
  manager: v.nullable(v.string()),
  dotted_managers: v.array(v.string()),
  moves: v.array(
    v.strictObject({
      effective_on: dayShown,
      manager: v.nullable(v.string()),
      dotted_managers: v.array(v.string()),
    }),
  ),
  created_at: instantShown,
  updated_at: instantShown,
})
export type EmployeeShown = v.InferOutput<typeof employeeShown>

/** Somebody who was deleted, as a list of changes tells it: nothing is left but the identifiers. */
export const deletedEmployeeShown = v.strictObject({
  id: v.string(),
  external_id: v.nullable(v.string()),
  status: v.literal('deleted'),
  updated_at: instantShown,
})
export type DeletedEmployeeShown = v.InferOutput<typeof deletedEmployeeShown>

/** One line of the list of employees. */
export const employeeListed = v.variant('status', [employeeShown, deletedEmployeeShown])

type StoredEmployee = Employee & { id: string; created_at: number; updated_at: number }

/** One line of the list on the wire. */
export function showListedEmployee(employee: StoredEmployee): EmployeeShown | DeletedEmployeeShown {
  if (!isForgotten(employee)) return showEmployee(employee)
  const { id, external_id, updated_at } = employee
  return { id, external_id, status: 'deleted', updated_at: toInstant(updated_at) }
}

/** An employee on the wire. */
export function showEmployee(employee: StoredEmployee): EmployeeShown {
  const { id, external_id, given_name, family_name, email, grade, grade_rank, job_family, subsidiary } =
    employee
  return {
    id,
    external_id,
    status: employee.active ? 'active' : 'inactive',
    given_name,
    family_name,
    email,
    grade,
    grade_rank,
    job_family,
    subsidiary,
    site: employee.site,
    language: employee.language,
    hired_in: employee.hired_in,
    leaves_on: employee.leaves_on,
    relation: employee.relation,
    active: employee.active,
    manager: employee.manager,
    dotted_managers: employee.dotted_managers,
    moves: employee.moves,
    created_at: toInstant(employee.created_at),
    updated_at: toInstant(employee.updated_at),
  }
}
