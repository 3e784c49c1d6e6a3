import type { Context } from '#actions/context.ts'
import { randomId } from '#actions/context.ts'
import { computeRun, requestRun } from '#actions/match-run.ts'
import { openDatabase } from '#db/commit.ts'
import { findMatchRun } from '#db/queries/match-run.ts'
import { programmes } from '#db/schema/programme.ts'

/** What the store was asked, as D1 itself counts it. */
const asked = { statements: 0, rows_read: 0, rows_written: 0 }

interface Answer {
  meta?: { rows_read?: number; rows_written?: number }
}

/** Counts all that passes through the binding, in whichever way it is asked. */
function countStatements(database: D1Database): void {
  const session = (database.prepare('SELECT 1') as unknown as { dbSession: object }).dbSession
  const doors = Object.getPrototypeOf(session) as Record<
    '_sendOrThrow',
    (...args: unknown[]) => Promise<Answer | Answer[]>
  >
  const send = doors._sendOrThrow
  doors._sendOrThrow = async function (this: unknown, ...args) {
    const answers = await send.apply(this, args)
    for (const { meta } of Array.isArray(answers) ? answers : [answers]) {
      asked.statements += 1
      asked.rows_read += meta?.rows_read ?? 0
      asked.rows_written += meta?.rows_written ?? 0
    }
    return answers
  }
}

let isCounting = false

/** The run of the Worker itself, over the real store, with a door to fill that store. */
export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const task = (await request.json()) as {
      texts?: string[]
      text?: string
      rows?: unknown[]
      programme?: object
      slug?: string
    }
    if (task.texts) await DB.batch(task.texts.map((text) => DB.prepare(text)))
    if (task.text) await DB.prepare(task.text).bind(JSON.stringify(task.rows)).run()
    const db = openDatabase(DB)
    if (task.programme) await db.insert(programmes).values(task.programme as typeof programmes.$inferInsert)
    if (!task.slug) return Response.json({})
    if (!isCounting) countStatements(DB)
    isCounting = true
    const ctx: Context = {
      db,
      actor: { kind: 'job', id: 'bench' },
      now: Date.now(),
      settings: null as never,
      newId: randomId,
      asked: { version: null, once: null },
      wake: () => {},
    }
    const { id } = await requestRun(ctx, task.slug)
    Object.assign(asked, { statements: 0, rows_read: 0, rows_written: 0 })
    const started = Date.now()
    const isDone = await computeRun(ctx, id, () => Date.now())
    const wall_ms = Date.now() - started
    const counts = { ...asked }
    return Response.json({ isDone, wall_ms, ...counts, run: await findMatchRun(db, id) })
  },
}
