import type { WholeProgrammeShown } from '#contract/programme.ts'
import { request, requestAll } from './api-client.ts'
import type { ProgrammeBody, ProgrammeChanges } from './api-shapes.ts'

export { pageLanguage } from './api-client.ts'

/** A programme as organisers read it: the console is for nobody else. */
const whole = (asked: Promise<unknown>) => asked as Promise<WholeProgrammeShown>

/** The doors of the API that pages use. Each call throws an ApiError when it fails. */
export const api = {
  session: () => request('GET /session'),
  signOut: () => request('POST /sign-outs'),

  programmes: () => requestAll('GET /programmes'),
  programme: (slug: string) => whole(request('GET /programmes/:slug', { params: { slug } })),
  createProgramme: (programme: ProgrammeBody) => request('POST /programmes', { body: programme }),
  changeProgramme: (slug: string, changes: ProgrammeChanges) =>
    request('PATCH /programmes/:slug', { params: { slug }, body: changes }),
  publishProgramme: (slug: string) => request('PUT /programmes/:slug/publication', { params: { slug } }),
  unpublishProgramme: (slug: string) => request('DELETE /programmes/:slug/publication', { params: { slug } }),

  participants: (slug: string) => requestAll('GET /programmes/:slug/participants', { params: { slug } }),
  pairs: (slug: string) => requestAll('GET /pairs', { query: { programme: slug } }),

  matchRuns: (slug: string) => requestAll('GET /programmes/:slug/match-runs', { params: { slug } }),
  startMatchRun: (slug: string) => request('POST /programmes/:slug/match-runs', { params: { slug } }),
  matchRun: (id: string) => request('GET /match-runs/:id', { params: { id } }),
  proposals: (id: string) => requestAll('GET /match-runs/:id/proposals', { params: { id } }),
  waiting: (id: string) => requestAll('GET /match-runs/:id/waiting', { params: { id } }),
  approveMatchRun: (id: string) => request('POST /match-runs/:id/approval', { params: { id } }),
}
