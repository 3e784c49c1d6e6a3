import { endInvitations } from '#actions/invitation.ts'
import { deleteExpired } from '#db/queries/retention.ts'
import type { Job } from './job.ts'

export const cleanUp: Job = async (ctx) => ({
  invitations_over: await endInvitations(ctx),
  ...(await deleteExpired(ctx.db, ctx.now)),
})
