import type { InferInput } from 'valibot'
import type { namedGroupInput } from '#contract/named-group.ts'
import type { PairDecision } from '#domain/match-run.ts'
import type { Role } from '#domain/participant.ts'
import { request, requestAll } from './api-client.ts'

/** The doors about matching: why, what else, what was decided. Each call throws an ApiError when it fails. */
export const matchingApi = {
  explanation: (id: string, proposal: string) =>
    request('GET /match-runs/:id/proposals/:proposal/explanation', { params: { id, proposal } }),
  waitingExplanation: (id: string, role: Role, person: string) =>
    request('GET /match-runs/:id/waiting/:role/:person', { params: { id, role, person } }),
  changes: (id: string, since: string | null) =>
    request('GET /match-runs/:id/changes', { params: { id }, query: since === null ? {} : { since } }),
  objectives: (id: string) => request('GET /match-runs/:id/objectives', { params: { id } }),
  supply: (id: string) => request('GET /match-runs/:id/supply', { params: { id } }),
  plan: (slug: string, mentees: number) =>
    request('GET /programmes/:slug/plan', { params: { slug }, query: { mentees: String(mentees) } }),
  ruleCosts: (id: string) => requestAll('GET /match-runs/:id/rules', { params: { id } }),

  decisions: (slug: string, decision: PairDecision) =>
    requestAll(`GET /programmes/:slug/${decision}s`, { params: { slug } }),
  decide: (slug: string, decision: PairDecision, mentor: string, mentee: string) =>
    request(`PUT /programmes/:slug/${decision}s/:mentor/:mentee`, { params: { slug, mentor, mentee } }),
  undecide: (slug: string, decision: PairDecision, mentor: string, mentee: string) =>
    request(`DELETE /programmes/:slug/${decision}s/:mentor/:mentee`, { params: { slug, mentor, mentee } }),

  groups: (slug: string) => requestAll('GET /programmes/:slug/groups', { params: { slug } }),
  saveGroup: (slug: string, group: string, content: InferInput<typeof namedGroupInput>) =>
    request('PUT /programmes/:slug/groups/:name', { params: { slug, name: group }, body: content }),
  removeGroup: (slug: string, group: string) =>
    request('DELETE /programmes/:slug/groups/:name', { params: { slug, name: group } }),
}
