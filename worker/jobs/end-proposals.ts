import { lapseProposals } from '#actions/proposal.ts'
import type { Job } from './job.ts'

export const endProposals: Job = async (ctx) => ({ lapsed: await lapseProposals(ctx) })
