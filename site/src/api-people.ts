import type { ConversationShown } from '#contract/conversation.ts'
import type { DesignationInput, DesignationShown } from '#contract/designation.ts'
import type { SignUpCodeShown } from '#contract/sign-up-code.ts'
import { call, list } from './api.ts'

const name = encodeURIComponent

/** The doors about the people of a programme: inviting them, codes to print, talks to offer. */
export const peopleApi = {
  designate: (slug: string, designation: DesignationInput) =>
    call<DesignationShown>('POST', `/programmes/${name(slug)}/designations`, designation),
  printCodes: async (people: string[]) =>
    (await call<{ items: SignUpCodeShown[] }>('POST', '/sign-up-codes', { people })).items,
  conversations: (slug: string) => list<ConversationShown>(`/programmes/${name(slug)}/conversations`),
  closeConversation: (slug: string, id: string, state: 'held' | 'waived', outcome: string) =>
    call<ConversationShown>('POST', `/programmes/${name(slug)}/conversations/${name(id)}/closure`, {
      state,
      outcome,
    }),
}
