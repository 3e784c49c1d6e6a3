import type { DesignationInput } from '#contract/designation.ts'
import { request, requestAll } from './api-client.ts'

/** The doors about the people of a programme: inviting them, codes to print, talks to offer. */
export const peopleApi = {
  designate: (slug: string, designation: DesignationInput) =>
    request('POST /programmes/:slug/designations', { params: { slug }, body: designation }),
  printCodes: async (people: string[]) => (await request('POST /sign-up-codes', { body: { people } })).items,
  conversations: (slug: string) => requestAll('GET /programmes/:slug/conversations', { params: { slug } }),
  closeConversation: (slug: string, id: string, state: 'held' | 'waived', outcome: string) =>
    request('POST /programmes/:slug/conversations/:id/closure', {
      params: { slug, id },
      body: { state, outcome },
    }),
}
