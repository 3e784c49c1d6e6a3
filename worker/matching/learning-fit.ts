import type { Answers } from '#questionnaire/answers.ts'

/** LP = ΣLP/8, from −1 (by experience) to +1 (by principle); over those answered, null where none is (§2). */
export function learningPreference({ LP1, LP2, LP3, LP4 }: Answers): number | null {
  return meanDot([LP1, LP2, LP3, LP4])
}

/** T = .55·TS + .45·LP, how a mentor is likely to explain (§2, C9); the one that was answered where the other is not. */
export function teachingManner(answers: Answers): number | null {
  const lp = learningPreference(answers)
  const ts = meanDot([answers.TS1, answers.TS2])
  if (lp === null || ts === null) return ts ?? lp
  return 0.55 * ts + 0.45 * lp
}

/** learning = 1 − |LP of the mentee − T of the mentor|/2 (§2, C8–C11). */
export function fitLearning(preference: number | null, manner: number | null): number | null {
  return preference === null || manner === null ? null : 1 - Math.abs(preference - manner) / 2
}

function meanDot(dots: (number | undefined)[]): number | null {
  const answered = dots.filter((dot) => dot !== undefined)
  return answered.length === 0 ? null : answered.reduce((sum, dot) => sum + dot, 0) / (2 * answered.length)
}
