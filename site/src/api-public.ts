import type { InferInput } from 'valibot'
import type { organisationInput } from '#contract/organisation.ts'
import type { resourceInput } from '#contract/resource.ts'
import type { TestimonyState } from '#domain/testimony.ts'
import { request, requestAll } from './api-client.ts'

type OrganisationBody = InferInput<typeof organisationInput>
type ResourceBody = InferInput<typeof resourceInput>

/** The doors behind the public pages: what visitors write, what they read, how they reach the organisation. */
export const publicApi = {
  messages: () => requestAll('GET /contact-messages'),
  markAnswered: (id: string, isAnswered: boolean) =>
    request(isAnswered ? 'PUT /contact-messages/:id/answer' : 'DELETE /contact-messages/:id/answer', {
      params: { id },
    }),

  testimonies: (state: TestimonyState) => requestAll('GET /testimonies', { query: { state } }),
  decide: (id: string, state: 'published' | 'refused') =>
    request('PUT /testimonies/:id/decision', { params: { id }, body: { state } }),
  undecide: (id: string) => request('DELETE /testimonies/:id/decision', { params: { id } }),

  resources: () => requestAll('GET /resources'),
  createResource: (resource: ResourceBody) => request('POST /resources', { body: resource }),
  saveResource: (id: string, resource: ResourceBody) =>
    request('PUT /resources/:id', { params: { id }, body: resource }),
  removeResource: (id: string) => request('DELETE /resources/:id', { params: { id } }),
  publishResource: (id: string, isPublished: boolean) =>
    request(isPublished ? 'PUT /resources/:id/publication' : 'DELETE /resources/:id/publication', {
      params: { id },
    }),

  organisation: () => request('GET /organisation'),
  saveOrganisation: (organisation: OrganisationBody) => request('PUT /organisation', { body: organisation }),
}
