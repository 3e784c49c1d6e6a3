import { lapseProposals } from '#actions/proposal.ts'
import { inTurn } from './job.ts'

export const endProposals = inTurn('endProposals', async (ctx) => ({ lapsed: await lapseProposals(ctx) }))
