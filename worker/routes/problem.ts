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
  })
  return pour(c.env.ASSETS, c.req.url, page, status)
}
