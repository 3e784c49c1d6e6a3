import type { MailProblemShown } from '#contract/mail-problem.ts'
import { request, requestAll } from './api-client.ts'
import type { Asked } from './api-contract.ts'
import { ApiError } from './api-error.ts'

export type EndpointBody = NonNullable<Asked<'POST /webhook-endpoints'>['body']>
export type EndpointChanges = NonNullable<Asked<'PATCH /webhook-endpoints/:id'>['body']>
export type DeliveryFilter = 'waiting' | 'delivered' | ''

/** One page of a list, from where the one before ended. */
const after = (cursor: string | null) => (cursor === null ? {} : { cursor })

/** The doors about what leaves for HR tools, and mails that did not. Each call throws an ApiError when it fails. */
export const exchangesApi = {
  endpoints: () => requestAll('GET /webhook-endpoints'),
  endpoint: (id: string) => request('GET /webhook-endpoints/:id', { params: { id } }),
  addEndpoint: (body: EndpointBody) => request('POST /webhook-endpoints', { body }),
  changeEndpoint: (id: string, body: EndpointChanges) =>
    request('PATCH /webhook-endpoints/:id', { params: { id }, body }),
  removeEndpoint: (id: string) => request('DELETE /webhook-endpoints/:id', { params: { id } }),
  renewSecret: (id: string) => request('POST /webhook-endpoints/:id/secret-rotation', { params: { id } }),
  askProof: (id: string) => request('POST /webhook-endpoints/:id/challenge', { params: { id } }),
  giveProof: (id: string, challenge: string) =>
    request('POST /webhook-endpoints/:id/verification', { params: { id }, body: { challenge } }),
  sendTest: (id: string) => request('POST /webhook-endpoints/:id/test', { params: { id } }),
  recover: async (id: string, since: string) =>
    (await request('POST /webhook-endpoints/:id/recovery', { params: { id }, body: { since } })).events,

  deliveries: (id: string, state: DeliveryFilter, cursor: string | null) =>
    request('GET /webhook-endpoints/:id/deliveries', {
      params: { id },
      query: { ...(state === '' ? {} : { state }), ...after(cursor) },
    }),
  attempts: async (id: string, event: string) =>
    (await request('GET /webhook-endpoints/:id/deliveries/:event/attempts', { params: { id, event } })).items,
  resend: (id: string, event: string) =>
    request('POST /webhook-endpoints/:id/deliveries/:event/resend', { params: { id, event } }),

  seal: () => request('GET /journal-seal'),

  mailProblems: (cursor: string | null) => request('GET /mail-problems', { query: after(cursor) }),
  resendMail: (id: string): Promise<MailProblemShown> =>
    request('POST /mail-problems/:id/resend', { params: { id } }),
  suppressions: (cursor: string | null) => request('GET /mail-suppressions', { query: after(cursor) }),
  allowAddress: (id: string) => request('DELETE /mail-suppressions/:id', { params: { id } }),
  nameOf,
}

/** What somebody is called, by how HR knows them; the reference itself where the list no longer has them. */
async function nameOf(reference: string): Promise<string> {
  try {
    const person = await request('GET /employees/:external_id', { params: { external_id: reference } })
    return [person.given_name, person.family_name].filter(Boolean).join(' ') || reference
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return reference
    throw error
  }
}
