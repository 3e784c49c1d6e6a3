import { request, requestAll } from './api-client.ts'

/** The doors of what people confide: who reads it, and what a reader reads. Each call throws an ApiError when it fails. */
export const waysApi = {
  referent: (slug: string) => request('GET /programmes/:slug/referent', { params: { slug } }),
  nameReferent: (slug: string, email: string) =>
    request('PUT /programmes/:slug/referent', { params: { slug }, body: { email } }),
  removeReferent: (slug: string) => request('DELETE /programmes/:slug/referent', { params: { slug } }),
  helpRequests: () => requestAll('GET /help-requests'),
  closeHelp: (id: string, outcome: string) =>
    request('POST /help-requests/:id/closure', { params: { id }, body: { outcome } }),
}
