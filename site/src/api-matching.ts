import type {
  ChangesShown,
  ExplanationShown,
  ObjectivesShown,
  PlanShown,
  RuleCostShown,
  SupplyShown,
  WaitingExplanationShown,
} from '#contract/explanation.ts'
import type { NamedGroupInput, NamedGroupShown } from '#contract/named-group.ts'
import type { PairDecisionShown } from '#contract/pair-decision.ts'
import type { PairDecision } from '#domain/match-run.ts'
import type { Role } from '#domain/participant.ts'
import { call, list } from './api.ts'

const name = encodeURIComponent
const decisions = (slug: string, decision: PairDecision) => `/programmes/${name(slug)}/${decision}s`

/** The doors about matching: why, what else, what was decided. Each call throws an ApiError when it fails. */
export const matchingApi = {
  explanation: (run: string, proposal: string) =>
    call<ExplanationShown>('GET', `/match-runs/${name(run)}/proposals/${name(proposal)}/explanation`),
  waitingExplanation: (run: string, role: Role, person: string) =>
    call<WaitingExplanationShown>('GET', `/match-runs/${name(run)}/waiting/${role}/${name(person)}`),
  changes: (run: string, since: string | null) =>
    call<ChangesShown>(
      'GET',
      `/match-runs/${name(run)}/changes${since === null ? '' : `?since=${name(since)}`}`,
    ),
  objectives: (run: string) => call<ObjectivesShown>('GET', `/match-runs/${name(run)}/objectives`),
  supply: (run: string) => call<SupplyShown>('GET', `/match-runs/${name(run)}/supply`),
  plan: (slug: string, mentees: number) =>
    call<PlanShown>('GET', `/programmes/${name(slug)}/plan?mentees=${mentees}`),
  ruleCosts: (run: string) => list<RuleCostShown>(`/match-runs/${name(run)}/rules`),

  decisions: (slug: string, decision: PairDecision) => list<PairDecisionShown>(decisions(slug, decision)),
  decide: (slug: string, decision: PairDecision, mentor: string, mentee: string) =>
    call<PairDecisionShown>('PUT', `${decisions(slug, decision)}/${name(mentor)}/${name(mentee)}`),
  undecide: (slug: string, decision: PairDecision, mentor: string, mentee: string) =>
    call<void>('DELETE', `${decisions(slug, decision)}/${name(mentor)}/${name(mentee)}`),

  groups: (slug: string) => list<NamedGroupShown>(`/programmes/${name(slug)}/groups`),
  saveGroup: (slug: string, group: string, content: NamedGroupInput) =>
    call<NamedGroupShown>('PUT', `/programmes/${name(slug)}/groups/${name(group)}`, content),
  removeGroup: (slug: string, group: string) =>
    call<void>('DELETE', `/programmes/${name(slug)}/groups/${name(group)}`),
}
