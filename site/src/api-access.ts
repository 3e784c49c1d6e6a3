import type { OrganiserShown } from '#contract/organiser.ts'
import type { StaffRole } from '#domain/permission.ts'
import { request, requestAll } from './api-client.ts'
import type { Asked } from './api-contract.ts'

export type KeyBody = Asked<'POST /keys'>['body']

/** The doors about who and what may come in. Each call throws an ApiError when it fails. */
export const accessApi = {
  keys: () => requestAll('GET /keys'),
  createKey: (body: KeyBody) => request('POST /keys', { body }),
  rotateKey: (id: string, overlap_hours: number) =>
    request('POST /keys/:id/rotation', { params: { id }, body: { overlap_hours } }),
  revokeKey: (id: string) => request('DELETE /keys/:id', { params: { id } }),

  team: () => requestAll('GET /organisers'),
  putMember: (email: string, role: StaffRole, subsidiary: string | null) =>
    request('PUT /organisers/:email', { params: { email }, body: { role, subsidiary } }),
  /** Whether somebody receives Monday’s digest; their role stays what it is. */
  setDigest: ({ email, role, subsidiary }: OrganiserShown, digest: boolean) =>
    request('PUT /organisers/:email', { params: { email }, body: { role, subsidiary, digest } }),
  removeMember: (email: string) => request('DELETE /organisers/:email', { params: { email } }),

  /** One page of the security log, the newest first. */
  securityEvents: (cursor: string | null) =>
    request('GET /security-events', { query: cursor === null ? {} : { cursor } }),

  outcomes: (slug: string) => request('GET /programmes/:slug/outcomes', { params: { slug } }),
}
