import { isDeepStrictEqual } from 'node:util'
import { emailKey } from '#domain/person.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import type { Answering } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { checkIdentity } from '#questionnaire/sign-up.ts'
import { MARK } from './hostile-submissions-flaws.ts'
import type { Submission } from './hostile-submissions-make.ts'

/** A row of `sign_ups` with the kind of its programme; `answers` as JSON text. */
export interface StoredSignUp {
  kind: ProgrammeKind
  role: Answering
  given_name: string
  family_name: string
  email: string
  email_key: string
  language: string
  answers: string
  confirmed_at: number | null
}

/** Control characters but tab and line breaks, and halves of characters. */
export const UNREADABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u

/** Why a sign-up should not be there; null where it may. */
export function findFlaw(row: StoredSignUp, sent: Submission | undefined): string | null {
  if (sent === undefined) return 'nobody sent this address'
  if (sent.fate === 'refused') return 'it should have been refused'
  const answers = JSON.parse(row.answers)
  const asked = questionnaire(row.kind, row.role)
  const checked = checkAnswers(asked, answers)
  if (checked.errors.length > 0)
    return `its answers do not pass: ${JSON.stringify(checked.errors).slice(0, 300)}`
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(checked.answers)), answers))
    return 'its answers change when checked again'
  const { identity } = checkIdentity({ ...row, volunteer: true, charter: true, answers })
  if (identity === null) return 'who signs up does not pass'
  if (identity.given_name !== row.given_name || identity.family_name !== row.family_name)
    return 'its name changes when checked again'
  if (emailKey(row.email) !== row.email_key) return 'its address has another key'
  if (row.language !== 'fr' && row.language !== 'en') return 'its language is unknown'
  if (row.confirmed_at !== null) return 'nobody confirmed it'
  // JSON says a control character as an escape: look at what it means.
  const texts = [row.given_name, row.family_name, ...textsIn(answers)]
  return texts.some((text) => UNREADABLE.test(text)) ? 'it has unreadable characters' : null
}

export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Why a good sign-up is not kept as it was sent; null where it is. */
export function findLoss(row: StoredSignUp | undefined, { answers }: Submission): string | null {
  if (!row) return 'it is not there'
  const expected = checkAnswers(questionnaire(row.kind, row.role), answers).answers
  const isSame = isDeepStrictEqual(JSON.parse(row.answers), JSON.parse(JSON.stringify(expected)))
  return isSame ? null : 'it has other answers'
}

const TRACE = /\n\s+at \S+ \(|\.ts:\d+:\d+|D1_ERROR|SQLITE_|Failed query|node_modules\//

/** What only its authors should see of a program: a stack, a statement, a path. */
export const isTrace = (text: string): boolean => TRACE.test(text)

/** Whether a page holds what was sent as markup, or an answer leads out of the site. */
export function isEcho(type: string, location: string, text: string): boolean {
  return (type.includes('html') && text.includes(`<${MARK}`)) || !/^(?:$|\/(?!\/))/.test(location)
}
