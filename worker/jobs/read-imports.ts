import { readImport } from '#actions/employee-import.ts'
import { listImportsWaiting } from '#db/queries/employee-import.ts'
import type { Job } from './job.ts'
import { tryEach } from './try-each.ts'

export const readImports: Job = async (ctx, { clock }) =>
  tryEach(await listImportsWaiting(ctx.db, ctx.now), ({ id }) => readImport(ctx, id, clock))
