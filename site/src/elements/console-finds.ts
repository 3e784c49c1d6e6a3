import { api, pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { parameter } from './console-load.ts'

/** Something that can be found, and the address where it is. */
export interface Find {
  text: string
  kind: string
  role?: string
  href: string
}

/** Every programme, the people of the programme that is open, and the pages, to which those of no programme (`places`) belong. */
export async function loadFinds(places: readonly { name: string; href: string }[]): Promise<Find[]> {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const console = `/${language}/console`
  const programmes = await api.programmes()
  const id = parameter('id') ?? parameter('run')
  const slug = parameter('p') ?? (id ? (await api.matchRun(id)).programme : null)
  const people = slug ? await api.participants(slug) : []
  return [
    ...programmes.map((programme) => ({
      text: programme.words[language].name,
      kind: words.finder.programme,
      href: `${console}/programme/?p=${encodeURIComponent(programme.slug)}`,
    })),
    ...people.map(({ given_name, family_name, role }) => {
      const text = `${given_name} ${family_name}`
      const query = new URLSearchParams({ p: slug!, 'people.q': text })
      return { text, kind: words.roles[role], role, href: `${console}/programme/?${query}#people` }
    }),
    { text: words.programmes.create, kind: words.finder.page, href: `${console}/new/` },
    { text: words.overview, kind: words.finder.page, href: `${console}/` },
    ...places.map(({ name, href }) => ({ text: name, kind: words.finder.page, href })),
  ]
}
