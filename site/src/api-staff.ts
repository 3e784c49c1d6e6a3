import type { Columns } from '#contract/column-mapping.ts'
import type { FileFormat } from '#contract/employee-file.ts'
import type { ImportMode, ImportShown } from '#contract/employee-import.ts'
import { NO_ANSWER, pageLanguage, request } from './api-client.ts'
import { ApiError, problemOf } from './api-error.ts'

const name = encodeURIComponent

/** A file of 40,000 people may take a while to leave on a slow line. */
const SENDING_MS = 600_000

const FILE_TYPES = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<FileFormat, string>

/** How a file is to be read. */
export interface Sending {
  mode: ImportMode
  complete: boolean
  source: string
}

/** The doors about the staff list. Each call throws an ApiError when it fails. */
export const staffApi = {
  hierarchy: () => request('GET /hierarchy-report'),
  imports: async () => (await request('GET /employee-imports', { query: { limit: '25' } })).items,
  import: (id: string) => request('GET /employee-imports/:id', { params: { id } }),
  confirm: (id: string) => request('POST /employee-imports/:id/confirmation', { params: { id } }),
  abandon: (id: string) => request('DELETE /employee-imports/:id', { params: { id } }),
  /** What is remembered of a source; nothing for one that is new. */
  columns: async (source: string): Promise<Columns> => {
    try {
      return (await request('GET /column-mappings/:source', { params: { source } })).columns
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return {}
      throw error
    }
  },
  rememberColumns: (source: string, columns: Columns) =>
    request('PUT /column-mappings/:source', { params: { source }, body: { columns } }),
  send: sendFile,
  rejectsAddress: (id: string) => `/api/v1/employee-imports/${name(id)}/rejected-lines`,
  templateAddress: () => `/api/v1/employee-import-template?language=${pageLanguage()}`,
}

async function sendFile(
  file: Blob,
  format: FileFormat,
  { mode, complete, source }: Sending,
): Promise<ImportShown> {
  const language = pageLanguage()
  const query = new URLSearchParams({ mode, source, ...(complete ? { complete: 'true' } : {}) })
  let answer: Response
  let text: string
  try {
    answer = await fetch(`/api/v1/employee-imports?${query}`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'accept-language': language,
        'content-type': FILE_TYPES[format],
      },
      body: file,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(SENDING_MS),
    })
    text = await answer.text()
  } catch {
    throw new ApiError(0, 'unreachable', NO_ANSWER[language])
  }
  if (!answer.ok) throw problemOf(answer.status, text, language)
  return JSON.parse(text) as ImportShown
}
