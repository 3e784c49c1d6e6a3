import { type Columns, mappedFields } from '#contract/column-mapping.ts'
import { type FileField, fieldNamed, headerKey } from '#contract/employee-file-fields.ts'

/** What one column may become, as a list of choices says it; `several` is what was remembered, kept as it is. */
export type ColumnChoice = FileField | 'skip' | 'several'

/** What a column is taken for before anybody says so: what was remembered of its source, else what its title surely names. */
export function choiceFor(title: string, remembered: Columns): ColumnChoice {
  const mapped = mappedFields(remembered, title)
  if (mapped) return mapped.length > 1 ? 'several' : (mapped[0] ?? 'skip')
  return fieldNamed(title) ?? 'skip'
}

/**
 * What is to be remembered of a source once somebody has chosen: only what its titles do not say by themselves. Columns of
 * other files of the source stay as they are.
 */
export function columnsAfter(remembered: Columns, choices: ReadonlyMap<string, ColumnChoice>): Columns {
  const columns = { ...remembered }
  for (const [title, choice] of choices) {
    if (choice === 'several' || choice === choiceFor(title, columns)) continue
    for (const known of Object.keys(columns)) {
      if (headerKey(known) === headerKey(title) && !known.startsWith('=')) delete columns[known]
    }
    if (choice !== (fieldNamed(title) ?? 'skip')) columns[title] = choice === 'skip' ? null : choice
  }
  return columns
}
