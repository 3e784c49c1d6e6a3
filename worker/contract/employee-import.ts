import * as v from 'valibot'
import { FINDINGS, type FindingKind } from '#domain/employee-import.ts'
import { FILE_FORMATS } from './employee-file.ts'
import { bothShown, countShown, instantShown } from './shape.ts'

export const IMPORT_MODES = ['strict', 'lenient', 'dry-run'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

export const IMPORT_STATES = ['receiving', 'queued', 'running', 'waiting', 'completed', 'abandoned'] as const

const FINDING_KINDS = Object.keys(FINDINGS) as [FindingKind, ...FindingKind[]]

/** One thing to know about one line of a file, numbered as a spreadsheet does. */
export const findingShown = v.strictObject({
  line: countShown,
  kind: v.picklist(FINDING_KINDS),
  severity: v.picklist(['error', 'warning']),
  external_id: v.nullable(v.string()),
  field: v.nullable(v.string()),
  /** What stood there; of a circle, the way round. */
  value: v.nullable(v.string()),
  detail: bothShown,
})
export type ImportFinding = v.InferOutput<typeof findingShown>

const progress = {
  id: v.string(),
  state: v.picklist(IMPORT_STATES),
  mode: v.picklist(IMPORT_MODES),
  format: v.picklist(FILE_FORMATS),
  source: v.nullable(v.string()),
  complete: v.boolean(),
  /** Lines about people, and how many of them have been read so far. */
  lines: countShown,
  lines_read: countShown,
  created: countShown,
  updated: countShown,
  unchanged: countShown,
  rejected: countShown,
  /** Columns that were not read, those of `refused_columns` among them. */
  ignored_columns: v.array(v.string()),
  /** Columns about protected characteristics, pay or home: dropped before anything was stored. */
  refused_columns: v.array(v.string()),
  /** People known from files and there today who are not in a complete file; null until the file has been read. */
  missing: v.nullable(countShown),
  /** How many there were before the file was read. */
  active_before: v.nullable(countShown),
  /** How many of the missing were marked as gone. */
  deactivated: countShown,
  created_at: instantShown,
  confirmed_at: v.nullable(instantShown),
  completed_at: v.nullable(instantShown),
}

/** An import in the list. */
export const importSummary = v.strictObject(progress)
export type ImportSummary = v.InferOutput<typeof importSummary>

/** `GET /employee-imports/{id}`; the first thousand findings, the others in their own list. */
export const importShown = v.strictObject({
  ...progress,
  findings: v.array(findingShown),
  findings_total: countShown,
})
export type ImportShown = v.InferOutput<typeof importShown>

/** What is asked of an import besides its file. */
export const importQuery = v.object({
  mode: v.optional(v.picklist(IMPORT_MODES), 'lenient'),
  complete: v.optional(v.picklist(['true', 'false']), 'false'),
  source: v.optional(v.string()),
  mapping: v.optional(v.string()),
})
