/** Rooms that are no public page: doors, the console, and what one person alone may see. */
const PRIVATE = /^\/(?:(?:fr|en)\/console|api|scim|oauth|dev|shell|_astro)(?:\/|$)/

/** Public pages that no link leads to: one comes there by sending a form, by a mail, or by mistake. */
const UNLINKED = ['nothing-here/', 'programmes/nothing-here/', 'me/code/']
const UNLINKED_OF_PROGRAMME = ['check-your-mail/', 'confirmation/a-token-of-twenty-letters/', 'welcome/']

const LANGUAGES = ['fr', 'en'] as const

/** Every public page, in both languages, found by following the links of each page from both home pages. */
export async function walkPublicPages(base: string): Promise<string[]> {
  const found = new Set<string>(
    LANGUAGES.flatMap((language) => ['', ...UNLINKED].map((path) => `/${language}/${path}`)),
  )
  for (const path of found) {
    const answer = await fetch(base + path)
    const page = await answer.text()
    if (!/^text\/html/.test(answer.headers.get('content-type') ?? '')) found.delete(path)
    else for (const link of linksOf(page, new URL(path, base))) found.add(link)
  }
  const programme = [...found].find((path) => /^\/fr\/programmes\/[^/]+\/mentor\/$/.test(path))
  for (const path of UNLINKED_OF_PROGRAMME) {
    for (const language of LANGUAGES) {
      if (programme) found.add(programme.replace('/fr/', `/${language}/`).replace('mentor/', path))
    }
  }
  return [...found].sort((one, other) => (one.slice(3) + one < other.slice(3) + other ? -1 : 1))
}

/** Where the links of a page lead within the site; queries and fragments are left out. */
function linksOf(page: string, at: URL): string[] {
  return [...page.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)].flatMap(([, href]) => {
    const link = new URL((href ?? '').replaceAll('&amp;', '&'), at)
    if (link.origin !== at.origin || PRIVATE.test(link.pathname) || !/^\/(fr|en)\//.test(link.pathname))
      return []
    return [link.pathname.endsWith('/') || /\.\w+$/.test(link.pathname) ? link.pathname : `${link.pathname}/`]
  })
}
