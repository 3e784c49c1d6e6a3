/** What the store was asked, as D1 itself counts it; rows written by table too. */
export interface AskedOfStore {
  statements: number
  rows_read: number
  rows_written: number
  written: Record<string, number>
}

interface Answer {
  meta?: { rows_read?: number; rows_written?: number }
}

/** Counts all that passes through the binding, in whichever way it is asked. */
export function countStatements(database: D1Database, asked: AskedOfStore): void {
  const session = (database.prepare('SELECT 1') as unknown as { dbSession: object }).dbSession
  const doors = Object.getPrototypeOf(session) as Record<
    '_sendOrThrow',
    (...args: unknown[]) => Promise<Answer | Answer[]>
  >
  const send = doors._sendOrThrow
  doors._sendOrThrow = async function (this: unknown, ...args) {
    const answers = await send.apply(this, args)
    const texts = textsOf(args)
    for (const [at, { meta }] of (Array.isArray(answers) ? answers : [answers]).entries()) {
      asked.statements += 1
      asked.rows_read += meta?.rows_read ?? 0
      asked.rows_written += meta?.rows_written ?? 0
      const table = /^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+"?(\w+)/i.exec(
        texts[at] ?? '',
      )?.[1]
      if (table) asked.written[table] = (asked.written[table] ?? 0) + (meta?.rows_written ?? 0)
    }
    return answers
  }
}

/** The texts of the statements that were sent: one, or those of a batch. */
function textsOf([, texts]: unknown[]): string[] {
  return Array.isArray(texts) ? texts : [String(texts)]
}
