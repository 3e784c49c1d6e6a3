import type { InferInput } from 'valibot'
import type { learningModuleInput } from '#contract/learning-module.ts'
import { request, requestAll } from './api-client.ts'

export type ModuleBody = InferInput<typeof learningModuleInput>

/** The doors about how pairs begin: the path that they share, the charter, the talks that come first. */
export const startApi = {
  modules: async (slug: string) =>
    (await request('GET /programmes/:slug/modules', { params: { slug } })).items,
  addModule: (slug: string, module: ModuleBody) =>
    request('POST /programmes/:slug/modules', { params: { slug }, body: module }),
  saveModule: (id: string, module: ModuleBody) =>
    request('PUT /modules/:id', { params: { id }, body: module }),
  removeModule: (id: string) => request('DELETE /modules/:id', { params: { id } }),
  adoptPath: async (slug: string) =>
    (await request('POST /programmes/:slug/modules/starting-path', { params: { slug } })).items,
  signatures: (slug: string) => request('GET /programmes/:slug/charter-signatures', { params: { slug } }),

  preparations: (slug: string) => requestAll('GET /preparations', { query: { programme: slug } }),
  closePreparation: (id: string, state: 'held' | 'waived', outcome: string) =>
    request('POST /preparations/:id/closure', { params: { id }, body: { state, outcome: outcome || null } }),
  assignCoach: (pair: string, email: string) =>
    request('PUT /pairs/:id/coach', { params: { id: pair }, body: { email } }),
  removeCoach: (pair: string) => request('DELETE /pairs/:id/coach', { params: { id: pair } }),
}
