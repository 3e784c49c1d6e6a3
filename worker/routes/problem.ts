import { PROBLEMS } from '#contract/problem.ts'
import { Problem } from '#domain/problem.ts'
import { isForm } from '#http/body.ts'
import { problemAnswer } from '#http/problem.ts'
import type { Request } from '#http/service-context.ts'
import { pour } from '#pages/pour.ts'
import { problemPage } from '#pages/problem.ts'

/** A refusal as whoever asked can read it: a page for a browser, `application/problem+json` for a program. */
export async function tellProblem(c: Request, error: unknown): Promise<Response> {
  const isPage = /^\/(fr|en)\//.test(c.req.path) || isForm(c)
  if (!isPage || !(error instanceof Problem)) return problemAnswer(c, error)
  const language = c.get('language')
  const { status, title } = PROBLEMS[error.kind]
  const page = problemPage({
    language,
    kind: error.kind,
    title: title[language],
    detail: error.detail[language],
    back: isForm(c) ? ownPageBefore(c) : null,
  })
  return pour(c.env.ASSETS, c.req.url, page, status)
}

/** The page of somebody’s own space from which a form was sent; null for any other. */
function ownPageBefore(c: Request): string | null {
  const before = URL.parse(c.req.header('referer') ?? '')
  const isOwn = before?.host === new URL(c.req.url).host && /^\/(fr|en)\/me\//.test(before.pathname)
  return isOwn ? before.pathname : null
}
