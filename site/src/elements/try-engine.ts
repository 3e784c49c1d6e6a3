import { readSheet } from 'read-excel-file/universal'
import { readSheetFile } from '#contract/sheet-file.ts'
import { Problem } from '#domain/problem.ts'
import { matchSheets } from '#matching/sheet-report.ts'
import type { TryAnswer, TryQuestion } from './try-asking.ts'

/**
 * The engine, on a thread of its own so that the page stays quick. It reads files and matches people, holds nothing
 * between two questions, and asks nothing of the network.
 */
const answer = (reply: TryAnswer) => self.postMessage(reply)

self.addEventListener('message', async ({ data }: MessageEvent<TryQuestion>) => {
  const { id } = data
  try {
    if (data.kind === 'read') {
      const table = await readSheetFile(new Uint8Array(data.bytes), (bytes) =>
        readSheet(new Uint8Array(bytes).buffer),
      )
      answer({ id, kind: 'table', table })
    } else {
      answer({
        id,
        kind: 'report',
        report: matchSheets(data.tables, data.mapping, data.settings, data.thisMonth),
      })
    }
  } catch (error) {
    answer({ id, kind: 'problem', detail: error instanceof Problem ? error.detail : null })
  }
})

answer({ id: 0, kind: 'ready' })
