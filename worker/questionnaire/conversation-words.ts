import type { Both } from '#domain/language.ts'
import type { ConversationReason } from './conversation.ts'

/** Why a talk would help, as an organiser reads it: what to talk about, and never what was answered (P25, P32, C4). */
export const CONVERSATION_REASONS: Record<ConversationReason, Both> = {
  need: {
    fr: 'Cherchez ensemble une situation de travail où le programme servirait. S’il n’y en a pas encore, un tour suivant conviendra peut-être mieux.',
    en: 'Look together for a situation at work in which the programme would serve. If there is none yet, a later round may suit better.',
  },
  posture: {
    fr: 'Parlez ensemble de la façon de transmettre\u00a0: écouter, faire essayer, dire autrement. Une courte séance d’essai peut aider.',
    en: 'Talk about ways of passing things on: listening, letting people try, saying it another way. A short trial session can help.',
  },
}
