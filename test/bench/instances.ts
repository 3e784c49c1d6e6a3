import type { Problem } from '#matching/assign.ts'
import { makeBestPairs, makeEveryPair } from './candidates.ts'
import { makeUniform, makeUniformSparse } from './uniform-family.ts'

export interface Instance {
  make: () => Problem
  /** The highest total with everybody matched, known from several solvers that agree. */
  optimum?: number
}

/**
 * The instances a to g, made again from their seeds. U: independent scores; the optima are those that several published
 * solvers agree on. Q: the answers of invented people (`questionnaire-family.ts`), a family of our own making, so no
 * optimum of it is published: what they are compared with is scipy's answer in the same run.
 *
 * a 500 × 500 · b 1,500 mentees, 130 mentors of 12 places · c 2,000 × 2,000 · d 10,000 × 10,000, sparse ·
 * e 100,000 × 100,000, sparse · f 10,000 mentees, 1,000 mentors of 12 places, sparse · g the same with 850 mentors.
 */
export const INSTANCES: Record<string, Instance> = {
  a_U: { make: () => makeUniform(500, 500, 1, 101), optimum: 498_612 },
  b_U: { make: () => makeUniform(1500, 130, 12, 201), optimum: 1_488_395 },
  c_U: { make: () => makeUniform(2000, 2000, 1, 301), optimum: 1_999_307 },
  d_U: { make: () => makeUniformSparse(10_000, 50, 401), optimum: 9_681_975 },
  e_U: { make: () => makeUniformSparse(100_000, 20, 501), optimum: 92_145_849 },
  a_Q: { make: () => makeEveryPair({ mentees: 500, mentors: 500, capacity: 1, seed: 102 }) },
  b_Q: { make: () => makeEveryPair({ mentees: 1500, mentors: 130, capacity: 12, seed: 202 }) },
  c_Q: { make: () => makeEveryPair({ mentees: 2000, mentors: 2000, capacity: 1, seed: 302 }) },
  d_Q: {
    make: () =>
      makeBestPairs(
        { mentees: 10_000, mentors: 10_000, capacity: 1, seed: 402 },
        { perMentee: 35, perMentor: 14 },
      ),
  },
  e_Q: {
    make: () =>
      makeBestPairs(
        { mentees: 100_000, mentors: 100_000, capacity: 1, seed: 502 },
        { perMentee: 13, perMentor: 6, pool: 400 },
      ),
  },
  f_Q: {
    make: () =>
      makeBestPairs(
        { mentees: 10_000, mentors: 1000, capacity: 12, seed: 602 },
        { perMentee: 40, perMentor: 0 },
      ),
  },
  g_Q: {
    make: () =>
      makeBestPairs(
        { mentees: 10_000, mentors: 850, capacity: 12, seed: 603 },
        { perMentee: 40, perMentor: 0 },
      ),
  },
}
