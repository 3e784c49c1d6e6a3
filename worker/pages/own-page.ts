import type { Language } from '#domain/language.ts'
import { type Fragment, fragment } from './fragment.ts'
import { frame } from './frame.ts'
import type { PouredPage } from './page.ts'

/** A page of somebody’s own space: a heading, what there is to read or do, and the way back. */
export function ownPage({
  language,
  title,
  path,
  above = null,
  body,
  back,
  isWrong = false,
}: {
  language: Language
  title: string
  /** The rest of the address after the language, such as `me/pairs/pai_1/`. */
  path: string
  /** What stands above the heading, such as the name of the programme. */
  above?: string | Fragment | null
  body: Fragment
  back: { href: string; label: string }
  /** Whether the page reports something to mend. */
  isWrong?: boolean
}): PouredPage {
  return {
    shell: 'all/own-answers',
    language,
    slots: {
      ...frame(language, title, path, isWrong),
      programme: above,
      heading: title,
      body,
      back: fragment`<a href="${back.href}">${back.label}</a>`,
    },
  }
}
