import { type Context, randomId } from '#actions/context.ts'
import { readImport } from '#actions/employee-import.ts'
import { receiveImport } from '#actions/employee-import-upload.ts'
import { openEmployeeFile } from '#contract/employee-file.ts'
import { openDatabase } from '#db/commit.ts'
import { findImport } from '#db/queries/employee-import.ts'
import type { ImportLine } from '#domain/employee-import.ts'
import { type AskedOfStore, countStatements } from './store-count.ts'

const asked: AskedOfStore = { statements: 0, rows_read: 0, rows_written: 0, written: {} }
let isCounting = false

/** The import inside the Worker itself, over the real store: a file in, counts out. */
export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    if (new URL(request.url).pathname === '/texts') {
      await DB.batch(((await request.json()) as string[]).map((text) => DB.prepare(text)))
      return Response.json({})
    }
    if (!isCounting) countStatements(DB, asked)
    isCounting = true
    Object.assign(asked, { statements: 0, rows_read: 0, rows_written: 0, written: {} })
    const ctx: Context = {
      db: openDatabase(DB),
      actor: { kind: 'key', id: 'bench', scopes: ['*'] },
      now: Date.now(),
      settings: null as never,
      newId: randomId,
      asked: { version: null, once: null },
      wake: () => {},
    }
    const file = openEmployeeFile('csv', {})
    async function* lines(): AsyncGenerator<readonly ImportLine[]> {
      for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) yield file.push(piece)
      yield file.end()
    }
    const started = Date.now()
    const id = await receiveImport(
      ctx,
      { mode: 'lenient', format: 'csv', complete: false, source: null, mapping: null },
      { lines: lines(), columns: file.columns },
    )
    const received_ms = Date.now() - started
    await readImport(ctx, id, () => Date.now())
    const counts = { ...asked, received_ms, wall_ms: Date.now() - started }
    return Response.json({ ...counts, row: await findImport(ctx.db, id) })
  },
}
