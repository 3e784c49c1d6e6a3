import type { ImportChart } from './import-chart.ts'
import type { Both } from './language.ts'
import {
  changedFields,
  type Employee,
  emailKey,
  isForgotten,
  type PersonRecord,
  type PersonWrite,
  type ReportingMove,
  RULED_FIELDS,
} from './person.ts'
import { type Hierarchy, wouldCycle } from './reporting-line.ts'

/** One line of a file, read and checked by itself, numbered as a spreadsheet does: the header is usually line 1. */
export interface ImportLine {
  line: number
  external_id: string | null
  employee: Employee | null
  issues: { field: string; value: string | null }[]
  duplicate: { field: 'external_id' | 'email'; of: number } | null
  /** The day from which the managers of this line take over; those of today stay until then. */
  manager_from?: string | null
  /** What is wrong with the line as a whole. */
  flaw?: 'ragged' | 'unreadable' | null
  /** The cells that are read, as they stand in the file. */
  cells?: string[]
}

/** What is known of the people a few lines speak of, before those lines are read. */
export interface KnownPeople {
  byReference: ReadonlyMap<string, PersonRecord>
  byEmail: ReadonlyMap<string, { id: string; external_id: string | null; version: number }>
  hierarchy: Hierarchy
  /** Ids of people of whom an identity provider says whether they are active. */
  provided?: ReadonlySet<string>
  /** External ids of people who manage somebody of whom the file says nothing. */
  managing?: ReadonlySet<string>
}

/** What is known of the file that lines belong to. */
export interface ImportFile {
  /** Fields of which the file says nothing: they stay as they are. */
  keeps: readonly (keyof Employee)[]
  /** `YYYY-MM-DD`: what is to come and what is past. */
  today: string
  /** What the managers of the whole file come to; without it, each line is held against `KnownPeople.hierarchy`. */
  chart: ImportChart | null
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
  ragged: {
    severity: 'error',
    fr: 'Cette ligne a plus de cellules que la première\u00a0; elle n’a pas été prise. Mettez entre guillemets les cellules qui contiennent le séparateur.',
    en: 'This line has more cells than the first one; it was not taken. Put cells that hold the separator between quotation marks.',
  },
  unreadable: {
    severity: 'error',
    fr: 'Cette ligne n’est pas un objet JSON\u00a0; elle n’a pas été prise. Corrigez-la et renvoyez-la.',
    en: 'This line is no JSON object; it was not taken. Correct it and send it again.',
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
  'no-manager': {
    severity: 'warning',
    fr: 'Cette personne n’a pas de responsable et n’est celle de personne. Complétez la ligne si un responsable manque.',
    en: 'This person has no manager and manages nobody. Complete the line if a manager is missing.',
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
  /** The lines that were refused. */
  rejects: ImportLine[]
  counts: { created: number; updated: number; unchanged: number; rejected: number }
}

/** So many may be missing without anybody being asked. */
const DEPARTURES_UNASKED = 5

/** Whether so many people missing from a complete file must be confirmed: more than 5 % of those who were there, and more than 5. */
export function isMassDeparture(missing: number, activeBefore: number): boolean {
  return missing > DEPARTURES_UNASKED && missing * 20 > activeBefore
}

/** A single line by itself, such as one that a request brings. */
const NO_FILE: ImportFile = { keeps: [], today: '', chart: null }

/**
 * What some lines of an HR file change, in their order. A bad line is reported and never stops the rest;
 * a manager who has not arrived yet is kept as a reference; a line that changes nothing writes nothing.
 */
export function planLines(
  lines: readonly ImportLine[],
  known: KnownPeople,
  newId: () => string,
  file: ImportFile = NO_FILE,
): ImportPlan {
  const plan: ImportPlan = {
    writes: [],
    links: [],
    findings: [],
    rejects: [],
    counts: { created: 0, updated: 0, unchanged: 0, rejected: 0 },
  }
  const hierarchy: Hierarchy = new Map(known.hierarchy)
  const owners = new Map(known.byEmail)
  for (const line of lines) {
    const refusal = whyRefused(line, known, owners, file)
    if (refusal.length || line.employee === null || line.external_id === null) {
      plan.findings.push(...refusal)
      plan.rejects.push(line)
      plan.counts.rejected += 1
      continue
    }
    const key = line.employee.email === null ? null : emailKey(line.employee.email)
    const before = known.byReference.get(line.external_id)
    const adopted = before || key === null ? undefined : owners.get(key)
    const said = completed(line, line.employee, before, { known, file })
    const employee = file.chart
      ? placed(line, said, plan.findings, { chart: file.chart, known })
      : withoutCycles(line, said, hierarchy, plan.findings)
    const changed = before ? changedFields(employeeOf(before), employee) : null
    if (changed?.length === 0) {
      plan.counts.unchanged += 1
      continue
    }
    if (adopted) plan.links.push({ from: adopted.id, to: line.external_id })
    const person = before ?? adopted
    plan.counts[person === undefined || (before && isForgotten(before)) ? 'created' : 'updated'] += 1
    const write = {
      ...employee,
      id: person?.id ?? newId(),
      email_key: employee.email === null ? null : emailKey(employee.email),
      version: (person?.version ?? 0) + 1,
      recheck:
        changed === null || changed.some((field) => (RULED_FIELDS as readonly string[]).includes(field)),
    }
    plan.writes.push(write)
    if (before?.email) owners.delete(emailKey(before.email) ?? '')
    if (write.email_key !== null) owners.set(write.email_key, write)
  }
  return plan
}

function whyRefused(
  line: ImportLine,
  known: KnownPeople,
  owners: ReadonlyMap<string, { id: string; external_id: string | null }>,
  file: ImportFile,
): Finding[] {
  const about = { line: line.line, external_id: line.external_id }
  if (line.duplicate)
    return [{ ...about, kind: 'duplicate', field: line.duplicate.field, value: String(line.duplicate.of) }]
  if (line.flaw) return [{ ...about, kind: line.flaw, field: null, value: null }]
  if (line.issues.length) return line.issues.map((issue) => ({ ...about, kind: 'invalid', ...issue }))
  const key = line.employee?.email ? emailKey(line.employee.email) : null
  const owner = key === null ? undefined : owners.get(key)
  const before = known.byReference.get(line.external_id ?? '')
  const isOther = owner && owner.external_id !== null && owner.external_id !== line.external_id
  const isSecond = owner && owner.external_id === null && before !== undefined
  if (isOther || isSecond) return [{ ...about, kind: 'duplicate', field: 'email', value: null }]
  // Who is new needs a name, which a file without that column cannot give.
  const missing = isStillKnown(before)
    ? []
    : (['given_name', 'family_name'] as const).filter((name) => file.keeps.includes(name))
  return missing.map((field) => ({ ...about, kind: 'invalid', field, value: null }))
}

/** What a line says of a person, with what the file is silent about, what is to come, and what others decide. */
function completed(
  line: ImportLine,
  said: Employee,
  before: PersonRecord | undefined,
  { known, file }: { known: KnownPeople; file: ImportFile },
): Employee {
  const employee = { ...said }
  if (isStillKnown(before)) {
    for (const field of file.keeps) Object.assign(employee, { [field]: before[field] })
  }
  const from = line.manager_from
  if (from && from > file.today) {
    employee.moves = [{ effective_on: from, manager: said.manager, dotted_managers: said.dotted_managers }]
    employee.manager = before?.manager ?? null
    employee.dotted_managers = before?.dotted_managers ?? []
  }
  if (employee.leaves_on !== null && employee.leaves_on < file.today) employee.active = false
  if (before && known.provided?.has(before.id)) employee.active = before.active
  return employee
}

/** Whether somebody is known, and not only the row that is left of whom HR deleted. */
function isStillKnown(before: PersonRecord | undefined): before is PersonRecord {
  return before !== undefined && !isForgotten(before)
}

/** The employee under the managers that the chart of the whole file leaves. */
function placed(
  line: ImportLine,
  employee: Employee,
  findings: Finding[],
  { chart, known }: { chart: ImportChart; known: KnownPeople },
): Employee {
  const person = line.external_id as string
  const about = { line: line.line, external_id: person }
  const { leftOut, unknown, isSecondHead, isAlone } = chart.placeOf(
    line.line,
    person,
    employee,
    known.managing?.has(person) ?? false,
  )
  for (const { manager, path } of leftOut) {
    const field = manager === employee.manager ? 'manager' : 'dotted_managers'
    findings.push({ ...about, kind: 'cycle', field, value: path.join(' → ').slice(0, 500) })
  }
  for (const manager of unknown) {
    const field = manager === employee.manager ? 'manager' : 'dotted_managers'
    findings.push({ ...about, kind: 'unknown-manager', field, value: manager })
  }
  if (isSecondHead) findings.push({ ...about, kind: 'second-head', field: 'manager', value: null })
  if (isAlone) findings.push({ ...about, kind: 'no-manager', field: 'manager', value: null })
  return inOneOrder(employee, new Set(leftOut.map(({ manager }) => manager)))
}

/** Managers each once, in their one order, without some of them. */
function inOneOrder(employee: Employee, leftOut: ReadonlySet<string>): Employee {
  const manager = employee.manager !== null && !leftOut.has(employee.manager) ? employee.manager : null
  const dotted = [...new Set(employee.dotted_managers)].filter(
    (one) => one !== employee.manager && !leftOut.has(one),
  )
  return { ...employee, manager, dotted_managers: dotted.sort(), moves: inOrder(employee.moves) }
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
