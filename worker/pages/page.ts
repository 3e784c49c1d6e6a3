import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language } from '#domain/language.ts'

/** What a function of this room makes: which shell to fetch, and what to pour into its `data-pour` slots. */
export interface PouredPage {
  /** Path under `/shell/{language}/`, such as `reverse/programme`; with a slash before it, a whole page of the site. */
  shell: string
  language: Language
  /** Plain strings are escaped; fragments made with `html` are poured as they are. A null empties the slot. */
  /** A page for everybody, which search engines may list; its shell never is. */
  isFindable?: boolean
  /** Lets Cloudflare’s check of visitors in. */
  isGuarded?: boolean
  slots: Record<string, string | HtmlEscapedString | null>
}
