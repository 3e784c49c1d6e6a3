import type { Both } from './language.ts'
import {
  changedFields,
  type Employee,
  emailKey,
  type PersonRecord,
  type PersonWrite,
  type ReportingMove,
  RULED_FIELDS,
} from './person.ts'
import { type Hierarchy, wouldCycle } from './reporting-line.ts'

/** One line of a file, read and checked by itself. The header is line 1. */
export interface ImportLine {
  line: number
  external_id: string | null
  employee: Employee | null
  issues: { field: string; value: string | null }[]
  duplicate: { field: 'external_id' | 'email'; of: number } | null
}

/** What is known of the people a few lines speak of, before those lines are read. */
export interface KnownPeople {
  byReference: ReadonlyMap<string, PersonRecord>
  byEmail: ReadonlyMap<string, { id: string; external_id: string | null; version: number }>
  hierarchy: Hierarchy
}

export const FINDINGS = {
  invalid: {
    severity: 'error',
    fr: 'Cette valeur n’est pas lisible\u00a0; la ligne n’a pas été prise. Corrigez-la et renvoyez la ligne.',
    en: 'This value cannot be read; the line was not taken. Correct it and send the line again.',
  },
  duplicate: {
    severity: 'error',
    fr: 'Cet identifiant ou cette adresse figure déjà sur une autre ligne ou appartient à une autre personne\u00a0; la ligne n’a pas été prise.',
    en: 'This identifier or address is on another line already, or belongs to somebody else; the line was not taken.',
  },
  cycle: {
    severity: 'warning',
    fr: 'Ce rattachement ferait tourner la hiérarchie en rond\u00a0; la personne est enregistrée sans ce responsable.',
    en: 'This line would make the hierarchy go round in a circle; the person is stored without this manager.',
  },
  'unknown-manager': {
    severity: 'warning',
    fr: 'Ce responsable n’est pas encore connu\u00a0; le rattachement prendra effet à son arrivée.',
    en: 'This manager is not known yet; the line takes effect when they arrive.',
  },
  'second-head': {
    severity: 'warning',
    fr: 'Plusieurs personnes sont à la tête d’une hiérarchie. Vérifiez si un responsable manque sur cette ligne.',
    en: 'Several people stand at the head of a hierarchy. Check whether a manager is missing on this line.',
  },
} as const satisfies Record<string, { severity: 'error' | 'warning' } & Both>
export type FindingKind = keyof typeof FINDINGS

export interface Finding {
  line: number
  kind: FindingKind
  external_id: string | null
  field: string | null
  value: string | null
}

export interface ImportPlan {
  writes: PersonWrite[]
  /** People known only by id who now have an external id. */
  links: { from: string; to: string }[]
  findings: Finding[]
  counts: { created: number; updated: number; unchanged: number; rejected: number }
}

/**
 * What some lines of an HR file change, in their order. A bad line is reported and never stops the rest;
 * a manager who has not arrived yet is kept as a reference; a line that changes nothing writes nothing.
 */
export function planLines(lines: readonly ImportLine[], known: KnownPeople, newId: () => string): ImportPlan {
  const plan: ImportPlan = {
    writes: [],
    links: [],
    findings: [],
    counts: { created: 0, updated: 0, unchanged: 0, rejected: 0 },
  }
  const hierarchy: Hierarchy = new Map(known.hierarchy)
  for (const line of lines) {
    const refusal = whyRefused(line, known)
    if (refusal.length || line.employee === null || line.external_id === null) {
      plan.findings.push(...refusal)
      plan.counts.rejected += 1
      continue
    }
    const employee = withoutCycles(line, line.employee, hierarchy, plan.findings)
    const key = employee.email === null ? null : emailKey(employee.email)
    const before = known.byReference.get(line.external_id)
    const adopted = before || key === null ? undefined : known.byEmail.get(key)
    const changed = before ? changedFields(employeeOf(before), employee) : null
    if (changed?.length === 0) {
      plan.counts.unchanged += 1
      continue
    }
    if (adopted) plan.links.push({ from: adopted.id, to: line.external_id })
    plan.counts[before || adopted ? 'updated' : 'created'] += 1
    plan.writes.push({
      ...employee,
      id: before?.id ?? adopted?.id ?? newId(),
      email_key: key,
      version: (before?.version ?? adopted?.version ?? 0) + 1,
      recheck:
        changed === null || changed.some((field) => (RULED_FIELDS as readonly string[]).includes(field)),
    })
  }
  return plan
}

function whyRefused(line: ImportLine, known: KnownPeople): Finding[] {
  const about = { line: line.line, external_id: line.external_id }
  if (line.duplicate)
    return [{ ...about, kind: 'duplicate', field: line.duplicate.field, value: String(line.duplicate.of) }]
  if (line.issues.length) return line.issues.map((issue) => ({ ...about, kind: 'invalid', ...issue }))
  const key = line.employee?.email ? emailKey(line.employee.email) : null
  const owner = key === null ? undefined : known.byEmail.get(key)
  const isOther = owner && owner.external_id !== null && owner.external_id !== line.external_id
  const isSecond = owner && owner.external_id === null && known.byReference.has(line.external_id ?? '')
  return isOther || isSecond ? [{ ...about, kind: 'duplicate', field: 'email', value: null }] : []
}

function withoutCycles(
  line: ImportLine,
  employee: Employee,
  hierarchy: Hierarchy,
  findings: Finding[],
): Employee {
  const person = line.external_id as string
  const fitted = withoutCircles(person, employee, hierarchy)
  for (const manager of fitted.leftOut) {
    const field = manager === employee.manager ? 'manager' : 'dotted_managers'
    findings.push({ line: line.line, kind: 'cycle', external_id: person, field, value: manager })
  }
  return fitted.employee
}

/**
 * The employee with managers in their one order, each once, and without those under whom the hierarchy would go round in a
 * circle; the hierarchy learns of the new managers.
 * @param person how the hierarchy names the employee.
 */
export function withoutCircles(
  person: string,
  employee: Employee,
  hierarchy: Hierarchy,
): { employee: Employee; leftOut: string[] } {
  hierarchy.delete(person)
  const kept: string[] = []
  const leftOut: string[] = []
  const keep = (manager: string): boolean => {
    const cycles = wouldCycle(hierarchy, person, [manager])
    ;(cycles ? leftOut : kept).push(manager)
    return !cycles
  }
  const manager = employee.manager !== null && keep(employee.manager) ? employee.manager : null
  const dotted = [...new Set(employee.dotted_managers)]
    .filter((dotted) => dotted !== manager && dotted !== employee.manager && keep(dotted))
    .sort()
  hierarchy.set(person, kept)
  return {
    employee: { ...employee, manager, dotted_managers: dotted, moves: inOrder(employee.moves) },
    leftOut,
  }
}

/** Moves by their day, each day once: of two for one day the last given holds. */
function inOrder(moves: readonly ReportingMove[]): ReportingMove[] {
  const byDay = new Map(moves.map((move) => [move.effective_on, move]))
  return [...byDay.values()]
    .map(({ effective_on, manager, dotted_managers }) => ({
      effective_on,
      manager,
      dotted_managers: [...new Set(dotted_managers)].filter((dotted) => dotted !== manager).sort(),
    }))
    .sort((one, other) => (one.effective_on < other.effective_on ? -1 : 1))
}

/** What HR says of a stored person. */
export function employeeOf(person: PersonRecord): Employee {
  const { id: _id, version: _version, created_at: _created, updated_at: _updated, ...employee } = person
  return employee
}
