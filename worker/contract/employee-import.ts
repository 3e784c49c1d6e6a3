import type { Both } from '#domain/language.ts'

export const IMPORT_MODES = ['strict', 'lenient', 'dry-run'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** One thing to know about one line of a file; line 1 is the header. */
export interface ImportFinding {
  line: number
  kind: string
  severity: 'error' | 'warning'
  external_id: string | null
  field: string | null
  value: string | null
  detail: Both
}

/** `GET /employee-imports/{id}`. `lines` counts data lines; the counts tell what became of them. */
export interface ImportShown {
  id: string
  state: 'receiving' | 'queued' | 'running' | 'waiting' | 'completed' | 'abandoned'
  mode: ImportMode
  lines: number
  lines_read: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  ignored_columns: string[]
  created_at: string
  completed_at: string | null
  findings: ImportFinding[]
  findings_total: number
}
