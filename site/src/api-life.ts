import type { TaskShown } from '#contract/task.ts'
import type { TroubleWordsShown } from '#contract/trouble.ts'
import { request, requestAll, send } from './api-client.ts'

/** The doors of the organiser’s Monday and of a pair’s life. Each call throws an ApiError when it fails. */
export const lifeApi = {
  tasks: async () => (await request('GET /tasks')).items,
  overview: () => request('GET /overview'),
  pairHealth: (slug: string) => requestAll('GET /programmes/:slug/pair-health', { params: { slug } }),
  pair: (id: string) => request('GET /pairs/:id', { params: { id } }),
  history: (id: string) => request('GET /pairs/:id/history', { params: { id } }),
  troubles: async (id: string) => (await request('GET /pairs/:id/troubles', { params: { id } })).items,
  setCoach: (id: string, email: string) =>
    request('PUT /pairs/:id/coach', { params: { id }, body: { email } }),
  removeCoach: (id: string) => request('DELETE /pairs/:id/coach', { params: { id } }),
  pause: (id: string, until: string) => request('PUT /pairs/:id/break', { params: { id }, body: { until } }),
  goOn: (id: string) => request('DELETE /pairs/:id/break', { params: { id } }),
  end: (id: string, reason: string) =>
    request('POST /pairs/:id/ending', { params: { id }, body: { reason } }),
  closePreparation: (id: string, state: 'held' | 'waived', outcome: string) =>
    request('POST /preparations/:id/closure', { params: { id }, body: { state, outcome } }),
  /** The mails that a task would send, where they are made for each pair. */
  words: async (path: string) => (await send<{ items: TroubleWordsShown[] }>('GET', path)).items,
  /** Does what a task offers. */
  act: ({ method, path }: NonNullable<TaskShown['action']>, body: unknown) =>
    send<unknown>(method, path, body),
}
