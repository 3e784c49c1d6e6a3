import { operation } from '../operation.ts'
import { outcomesShown } from '../outcome.ts'

/** What a programme has come to. */
export const OUTCOME_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/outcomes',
    summary: { fr: 'Lire les totaux d’un programme', en: 'Read the totals of a programme' },
    description: {
      fr: 'Inscriptions, binômes, délai jusqu’au premier binôme, part de personnes en binôme avec son intervalle de confiance à 95\u00a0% (Wilson, 1927)\u00a0; puis, pour chacun des deux rôles, ce qui a changé avant, après et avec le recul, les niveaux visés et atteints, la recommandation. Jamais moins de cinq personnes\u00a0: un nombre plus petit, zéro compris, est remplacé par «\u00a0null\u00a0».',
      en: 'Sign-ups, pairs, days to the first pair, the share of people who got one with its 95 % confidence interval (Wilson, 1927); then, for each of the two roles, what changed before, after and with hindsight, levels aimed at and reached, the recommendation. Never fewer than five people: a smaller number, zero included, is “null”.',
    },
    who: 'totals',
    answers: {
      200: {
        description: { fr: 'Les totaux', en: 'The totals' },
        body: { 'application/json': outcomesShown },
      },
    },
    refuses: ['not-found'],
  }),
] as const
