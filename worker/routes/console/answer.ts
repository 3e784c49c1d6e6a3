import { Hono } from 'hono'
import Papa from 'papaparse'
import { type AnsweredQuestionnaires, loadAnsweredQuestionnaires } from '#actions/own-question.ts'
import { getProgramme } from '#actions/programme.ts'
import { guardFormula } from '#contract/csv.ts'
import type { AnsweredShown } from '#contract/own-question.ts'
import { listParticipants } from '#db/queries/participant.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { isLanguage, type Language } from '#domain/language.ts'
import { referenceOf } from '#domain/person.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allowOrganiser } from '#http/session.ts'
import { answerColumns, answerLine, organiserAnswers } from '#questionnaire/answer-table.ts'

const ROWS_A_READ = 100

type Row = Awaited<ReturnType<typeof listParticipants>>[number]

/**
 * What participants answered, as organisers may read it: a page of JSON, or the whole as CSV (`Accept: text/csv` or
 * `?format=csv`; `separator=semicolon` for spreadsheets that expect it). `language` is that of the words, the
 * language of the request where it is left out.
 */
export const answerRoutes = new Hono<App>().get(
  '/programmes/:slug/answers',
  allowOrganiser('participants:read'),
  async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const answered = await loadAnsweredQuestionnaires(ctx, programme)
    const named = c.req.query('language')
    const language = isLanguage(named) ? named : c.get('language')
    if (wantsCsv(c)) return asCsv(c, programme, answered, language)
    const { limit, after } = readPaging(c, afterId)
    const rows = await listParticipants(ctx.db, programme.id, null, after, limit + 1)
    return c.json(
      toPage(
        rows,
        limit,
        (row) => show(row, answered, language),
        ({ participant }) => participant.id,
      ),
    )
  },
)

function wantsCsv(c: Request): boolean {
  return c.req.query('format') === 'csv' || /^\s*text\/csv\b/i.test(c.req.header('accept') ?? '')
}

function show(
  { participant, person }: Row,
  answered: AnsweredQuestionnaires,
  language: Language,
): AnsweredShown {
  const { id, role, state, questionnaire_version, own_questions_version, answers } = participant
  return {
    id,
    person: referenceOf(person),
    role,
    state,
    questionnaire_version,
    own_questions_version,
    answers: organiserAnswers(answered.of(role, own_questions_version), answers, language),
  }
}

const FACTS = ['participant', 'person', 'role', 'state', 'questionnaire_version', 'own_questions_version']

/** The whole table, read and sent a page at a time, so that no programme is too large for it (RFC 4180). */
function asCsv(
  c: Request,
  programme: ProgrammeRow,
  answered: AnsweredQuestionnaires,
  language: Language,
): Response {
  const { db } = c.get('ctx')
  const delimiter = c.req.query('separator') === 'semicolon' ? ';' : ','
  const columns = answerColumns(answered.versions.map((version) => answered.of('both', version)))
  const encoder = new TextEncoder()
  const write = (lines: string[][]) =>
    encoder.encode(
      `${Papa.unparse(
        lines.map((line) => line.map(disarm)),
        { delimiter, newline: '\r\n' },
      )}\r\n`,
    )
  const toLine = ({ participant, person }: Row) => {
    const { id, role, state, questionnaire_version, own_questions_version: version, answers } = participant
    return [
      id,
      referenceOf(person),
      role,
      state,
      String(questionnaire_version),
      String(version),
      ...answerLine(answered.of(role, version), answers, columns, language),
    ]
  }
  let after: string | null = null
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode('\uFEFF'))
      controller.enqueue(write([[...FACTS, ...columns]]))
    },
    async pull(controller) {
      const rows: Row[] = await listParticipants(db, programme.id, null, after, ROWS_A_READ)
      if (rows.length > 0) controller.enqueue(write(rows.map(toLine)))
      after = rows.at(-1)?.participant.id ?? after
      if (rows.length < ROWS_A_READ) controller.close()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="answers-${programme.slug}.csv"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** A negative number is a number; anything else that begins like a formula is text (OWASP, CSV injection). */
function disarm(text: string): string {
  return /^-\d{1,9}$/.test(text) ? text : guardFormula(text)
}
