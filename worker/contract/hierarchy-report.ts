import * as v from 'valibot'
import { dayShown } from './shape.ts'

/** Somebody named in the report: the reference, and the name where the person is known. */
const namedPerson = v.strictObject({ person: v.string(), name: v.nullable(v.string()) })
export type NamedPersonShown = v.InferOutput<typeof namedPerson>

/** How many there are, and the first hundred. */
const few = <S extends v.GenericSchema>(item: S) =>
  v.strictObject({ total: v.number(), items: v.array(item) })

const namedManager = v.strictObject({ ...namedPerson.entries, people: few(namedPerson) })

/** `GET /hierarchy-report`: what the organisation chart says of itself. */
export const hierarchyReportShown = v.strictObject({
  /** The day in the organisation on which it was drawn. */
  day: dayShown,
  active_employees: v.number(),
  depth: v.number(),
  heads: few(namedPerson),
  without_manager: few(namedPerson),
  dotted_only: few(namedPerson),
  unknown_managers: few(namedManager),
  inactive_managers: few(namedManager),
  circles: few(v.array(namedPerson)),
  moves: few(
    v.strictObject({
      ...namedPerson.entries,
      effective_on: dayShown,
      manager: v.nullable(namedPerson),
      dotted_managers: v.array(namedPerson),
    }),
  ),
})
export type HierarchyReportShown = v.InferOutput<typeof hierarchyReportShown>
