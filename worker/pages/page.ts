import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language } from '#domain/language.ts'

/** What a function of this room makes: which shell to fetch, and what to pour into its `data-pour` slots. */
export interface PouredPage {
  /** Path under `/shell/{language}/`, such as `reverse/programme`. */
  shell: string
  language: Language
  /** Plain strings are escaped; fragments made with `html` are poured as they are. A null empties the slot. */
  slots: Record<string, string | HtmlEscapedString | null>
}
