import type { Answers } from './answers.ts'

/** Why a friendly talk before matching would help. */
export type ConversationReason = 'need' | 'posture'

/**
 * What a human should talk over before matching; nobody is ever refused by these answers.
 * `need`: no situation in sight and little room this year (NEED1 = 0 and NEED2 ≤ 2; P32).
 * `posture`: a mean of MS1–MS4 under 3 (P25, C4). Unanswered questions say nothing. Source: questionnaires.md §3 and §6.
 */
export function conversationReasons(answers: Answers, role: 'mentor' | 'mentee'): ConversationReason[] {
  const reasons: ConversationReason[] = []
  if (role === 'mentee' && answers.NEED1 === 0 && answers.NEED2 !== undefined && answers.NEED2 <= 2) {
    reasons.push('need')
  }
  const posture = [answers.MS1, answers.MS2, answers.MS3, answers.MS4].filter((level) => level !== undefined)
  const sum = posture.reduce((total, level) => total + level, 0)
  if (role === 'mentor' && posture.length > 0 && sum < 3 * posture.length) reasons.push('posture')
  return reasons
}
