import type { HierarchyReportShown, NamedPersonShown } from '#contract/hierarchy-report.ts'
import { listAllLines, listChartedPeople, listMovesToCome, listNames } from '#db/queries/hierarchy-report.ts'
import {
  FEW,
  type Few,
  type HierarchyReport,
  MOVES_DAYS,
  type MoveToCome,
  type NamedManager,
  reportOnHierarchy,
} from '#domain/hierarchy-report.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { organisationDay } from '#domain/reporting-move.ts'
import type { Context } from './context.ts'

/**
 * What the organisation chart says of itself: heads, circles, managers who are missing or have left, and the moves of the
 * next 90 days. Reads people and lines once each, whatever the size of the company.
 */
export async function reportHierarchy(ctx: Context): Promise<HierarchyReportShown> {
  authorise(ctx.actor, 'employees:read')
  const day = organisationDay(ctx.now)
  const people = await listChartedPeople(ctx.db)
  const report = reportOnHierarchy(people, await listAllLines(ctx.db))
  const until = organisationDay(ctx.now + MOVES_DAYS * DAY_MS)
  const moves = await listMovesToCome(ctx.db, day, until, FEW)
  const names = await listNames(ctx.db, referencesIn(report, moves.items))
  const named = (person: string): NamedPersonShown => ({ person, name: names.get(person) ?? null })
  const namedManager = ({ manager, people }: NamedManager) => ({
    ...named(manager),
    people: show(people, named),
  })
  return {
    day,
    active_employees: report.active_employees,
    depth: report.depth,
    heads: show(report.heads, named),
    without_manager: show(report.without_manager, named),
    dotted_only: show(report.dotted_only, named),
    unknown_managers: show(report.unknown_managers, namedManager),
    inactive_managers: show(report.inactive_managers, namedManager),
    circles: show(report.circles, (path) => path.map(named)),
    moves: show(moves, ({ person, effective_on, manager, dotted_managers }) => ({
      ...named(person),
      effective_on,
      manager: manager === null ? null : named(manager),
      dotted_managers: dotted_managers.map(named),
    })),
  }
}

function show<T, S>({ total, items }: Few<T>, showOne: (item: T) => S): Few<S> {
  return { total, items: items.map(showOne) }
}

function referencesIn(report: HierarchyReport, moves: readonly MoveToCome[]): string[] {
  const managers = [...report.unknown_managers.items, ...report.inactive_managers.items]
  return [
    ...report.heads.items,
    ...report.without_manager.items,
    ...report.dotted_only.items,
    ...managers.flatMap(({ manager, people }) => [manager, ...people.items]),
    ...report.circles.items.flat(),
    ...moves.flatMap(({ person, manager, dotted_managers }) =>
      [person, manager ?? [], dotted_managers].flat(),
    ),
  ]
}
