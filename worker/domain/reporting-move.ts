import { withoutCircles } from './employee-import.ts'
import { toDay } from './local-time.ts'
import { type Employee, emailKey, type PersonRecord, type PersonWrite, referenceOf } from './person.ts'
import type { Hierarchy } from './reporting-line.ts'

/** Where days of the organisation begin: people belong to no programme, so the default of design.md (Time) holds. */
export const ORGANISATION_TIME_ZONE = 'Europe/Paris'

/** The civil day in the organisation, `YYYY-MM-DD`, at an instant (epoch ms). */
export function organisationDay(now: number): string {
  return toDay(now, ORGANISATION_TIME_ZONE)
}

/**
 * What an employee is on a day (`YYYY-MM-DD`): the managers of the last move whose day has come, with the moves still to
 * come, and no longer active from the day after the last one in the company. The same object where the day changes nothing.
 */
export function onDay<E extends Employee>(employee: E, day: string): E {
  const latest = employee.moves
    .filter(({ effective_on }) => effective_on <= day)
    .toSorted((one, other) => (one.effective_on < other.effective_on ? -1 : 1))
    .at(-1)
  const hasLeft = employee.active && employee.leaves_on !== null && employee.leaves_on < day
  if (!latest && !hasLeft) return employee
  return {
    ...employee,
    ...(latest
      ? {
          manager: latest.manager,
          dotted_managers: latest.dotted_managers,
          moves: employee.moves.filter(({ effective_on }) => effective_on > day),
        }
      : {}),
    active: employee.active && !hasLeft,
  }
}

/** What a day changes in some people. */
export interface MovePlan {
  writes: PersonWrite[]
  /** Managers who would close a circle, by whom they would have managed; these lines are not drawn. */
  leftOut: { person: string; manager: string }[]
}

/**
 * The people whom a day changes, as they are from that day on. Everybody who moves leaves their old managers at the same
 * moment, so that two people may change places; a circle that remains then is left out, as in a file.
 * @param hierarchy what is above the new managers, without the lines of anybody whose move is due; it is left as it was.
 */
export function planDay(people: readonly PersonRecord[], hierarchy: Hierarchy, day: string): MovePlan {
  const plan: MovePlan = { writes: [], leftOut: [] }
  const chart: Hierarchy = new Map(hierarchy)
  const movers = people.filter(({ moves }) => moves.some(({ effective_on }) => effective_on <= day))
  for (const person of movers) chart.delete(referenceOf(person))
  for (const before of people) {
    const after = onDay(before, day)
    if (after === before) continue
    const isMove = after.moves.length < before.moves.length
    const reference = referenceOf(before)
    const fitted = isMove ? withoutCircles(reference, after, chart) : { employee: after, leftOut: [] }
    plan.leftOut.push(...fitted.leftOut.map((manager) => ({ person: reference, manager })))
    plan.writes.push({
      ...fitted.employee,
      id: before.id,
      email_key: before.email === null ? null : emailKey(before.email),
      version: before.version + 1,
      recheck: true,
    })
  }
  return plan
}
