import { sendDigests as sendDigestsDue } from '#actions/digest.ts'
import type { Job } from './job.ts'

export const sendDigests: Job = async (ctx) => ({ digests: await sendDigestsDue(ctx) })
