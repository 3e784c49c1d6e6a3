import type { InferInput } from 'valibot'
import type { KeyShown, KeyWithSecretShown, keyInput } from '#contract/key.ts'
import type { OrganiserShown } from '#contract/organiser.ts'
import type { OutcomesShown } from '#contract/outcome.ts'
import type { SecurityEventShown } from '#contract/security-event.ts'
import type { Page } from '#contract/shape.ts'
import type { StaffRole } from '#domain/permission.ts'
import { call, list } from './api.ts'

const name = encodeURIComponent

export type KeyBody = InferInput<typeof keyInput>

/** The doors about who and what may come in. Each call throws an ApiError when it fails. */
export const accessApi = {
  keys: () => list<KeyShown>('/keys'),
  createKey: (key: KeyBody) => call<KeyWithSecretShown>('POST', '/keys', key),
  rotateKey: (id: string, overlap_hours: number) =>
    call<KeyWithSecretShown>('POST', `/keys/${name(id)}/rotation`, { overlap_hours }),
  revokeKey: (id: string) => call<void>('DELETE', `/keys/${name(id)}`),

  team: () => list<OrganiserShown>('/organisers'),
  putMember: (email: string, role: StaffRole) =>
    call<OrganiserShown>('PUT', `/organisers/${name(email)}`, { role }),
  removeMember: (email: string) => call<void>('DELETE', `/organisers/${name(email)}`),

  /** One page of the security log, the newest first. */
  securityEvents: (cursor: string | null) =>
    call<Page<SecurityEventShown>>(
      'GET',
      `/security-events${cursor === null ? '' : `?cursor=${name(cursor)}`}`,
    ),

  outcomes: (slug: string) => call<OutcomesShown>('GET', `/programmes/${name(slug)}/outcomes`),
}
