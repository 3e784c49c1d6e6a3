import type { ContactMessageShown } from '#contract/contact-message.ts'
import type { OrganisationInput, OrganisationShown } from '#contract/organisation.ts'
import type { ResourceInput, ResourceShown } from '#contract/resource.ts'
import type { TestimonyShown } from '#contract/testimony.ts'
import type { TestimonyState } from '#domain/testimony.ts'
import { call, list } from './api.ts'

const name = encodeURIComponent

/** The doors behind the public pages: what visitors write, what they read, how they reach the organisation. */
export const publicApi = {
  messages: () => list<ContactMessageShown>('/contact-messages'),
  markAnswered: (id: string, isAnswered: boolean) =>
    call<ContactMessageShown>(isAnswered ? 'PUT' : 'DELETE', `/contact-messages/${name(id)}/answer`),

  testimonies: (state: TestimonyState) => list<TestimonyShown>(`/testimonies?state=${state}`),
  decide: (id: string, state: 'published' | 'refused') =>
    call<TestimonyShown>('PUT', `/testimonies/${name(id)}/decision`, { state }),
  undecide: (id: string) => call<TestimonyShown>('DELETE', `/testimonies/${name(id)}/decision`),

  resources: () => list<ResourceShown>('/resources'),
  createResource: (resource: ResourceInput) => call<ResourceShown>('POST', '/resources', resource),
  saveResource: (id: string, resource: ResourceInput) =>
    call<ResourceShown>('PUT', `/resources/${name(id)}`, resource),
  removeResource: (id: string) => call<void>('DELETE', `/resources/${name(id)}`),
  publishResource: (id: string, isPublished: boolean) =>
    call<ResourceShown>(isPublished ? 'PUT' : 'DELETE', `/resources/${name(id)}/publication`),

  organisation: () => call<OrganisationShown>('GET', '/organisation'),
  saveOrganisation: (organisation: OrganisationInput) =>
    call<OrganisationShown>('PUT', '/organisation', organisation),
}
