import { sendDigests as sendDigestsDue } from '#actions/digest.ts'
import { inTurn } from './job.ts'

export const sendDigests = inTurn('sendDigests', async (ctx) => ({ digests: await sendDigestsDue(ctx) }))
