import type { Both, Language } from '#domain/language.ts'
import type { ProblemKind } from '#domain/problem.ts'
import { fragment } from './fragment.ts'
import { frame } from './frame.ts'
import { mark } from './mark.ts'
import type { PouredPage } from './page.ts'

const fr = {
  help: 'Comprendre ce refus et voir que faire',
  back: 'Revenir à la page d’avant',
  home: 'Revenir à l’accueil',
  signIn: 'Ouvrir mon espace',
  programmes: 'Voir les programmes',
}
const en: typeof fr = {
  help: 'Understand this refusal and see what to do',
  back: 'Go back to the page',
  home: 'Back to the home page',
  signIn: 'Open my space',
  programmes: 'See the programmes',
}
export const PROBLEM_PAGE_WORDS: Both<typeof fr> = { fr, en }

/** Where each refusal leads best; the rest lead home. */
const WAYS_ON: Partial<Record<ProblemKind, { path: string; label: keyof typeof fr }>> = {
  unauthenticated: { path: 'me/', label: 'signIn' },
  forbidden: { path: 'me/', label: 'signIn' },
  conflict: { path: 'me/', label: 'signIn' },
  closed: { path: 'programmes/', label: 'programmes' },
  'not-found': { path: 'programmes/', label: 'programmes' },
}

/** What a browser shows where a request is refused: what happened, what to do, and a way on. */
export function problemPage(problem: {
  language: Language
  kind: ProblemKind
  title: string
  detail: string
  /** The page from which the form was sent, where it is one of somebody’s own. */
  back?: string | null
}): PouredPage {
  const { language, kind, title, detail, back = null } = problem
  const words = PROBLEM_PAGE_WORDS[language]
  const way = WAYS_ON[kind] ?? { path: '', label: 'home' as const }
  const [href, label] = back === null ? [`/${language}/${way.path}`, words[way.label]] : [back, words.back]
  return {
    shell: 'all/problem',
    language,
    slots: {
      ...frame(language, title, '', true),
      mark: mark(kind === 'closed' || kind === 'too-many' || kind === 'unavailable' ? 'watch' : 'trouble'),
      heading: title,
      detail,
      next: fragment`<p class="cluster"><a class="button" href="${href}">${label}</a><a href="/${language}/problems/${kind}/">${words.help}</a></p>`,
    },
  }
}
