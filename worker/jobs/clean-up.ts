import { endInvitations } from '#actions/invitation.ts'
import { deleteExpired } from '#db/queries/retention.ts'
import { inTurn } from './job.ts'

export const cleanUp = inTurn('cleanUp', async (ctx) => ({
  invitations_over: await endInvitations(ctx),
  ...(await deleteExpired(ctx.db, ctx.now)),
}))
