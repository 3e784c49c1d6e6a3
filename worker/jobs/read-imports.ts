import { readImport } from '#actions/employee-import.ts'
import { abandonBroken } from '#actions/employee-import-upload.ts'
import { listImportsBroken, listImportsWaiting } from '#db/queries/employee-import.ts'
import type { Job } from './job.ts'
import { tryEach } from './try-each.ts'

/** Reads what waits, and gives up what a sender never finished sending. */
export const readImports: Job = async (ctx, { clock }) => {
  const broken = await tryEach(await listImportsBroken(ctx.db, ctx.now), ({ id }) => abandonBroken(ctx, id))
  const read = await tryEach(await listImportsWaiting(ctx.db, ctx.now), ({ id }) =>
    readImport(ctx, id, clock),
  )
  return { done: read.done, failed: read.failed + broken.failed, abandoned: broken.done }
}
