import type { Problem } from '#matching/assign.ts'
import { mulberry32, shuffled } from './mulberry32.ts'

/** A problem in which every pair is admissible; `scoreOf` is asked row by row. */
export function makeDense(
  mentees: number,
  mentors: number,
  capacity: number,
  scoreOf: (mentee: number, mentor: number) => number,
): Problem {
  const mentor = new Int32Array(mentees * mentors)
  const score = new Int32Array(mentees * mentors)
  const start = new Int32Array(mentees + 1)
  let arc = 0
  for (let j = 0; j < mentees; j++) {
    for (let i = 0; i < mentors; i++) {
      mentor[arc] = i
      score[arc++] = scoreOf(j, i)
    }
    start[j + 1] = arc
  }
  return {
    mentors,
    mentees,
    capacity: new Int32Array(mentors).fill(capacity),
    demand: new Int32Array(mentees).fill(1),
    start,
    mentor,
    score,
  }
}

/** Every pair with a random score of 1 … 1000, drawn row by row. */
export function makeUniform(mentees: number, mentors: number, capacity: number, seed: number): Problem {
  const random = mulberry32(seed)
  return makeDense(mentees, mentors, capacity, () => 1 + Math.floor(random() * 1000))
}

/**
 * As many mentors as mentees, each mentee with `degree` of them. First a perfect matching is planted, so that everybody
 * can be served; then come, row by row, the other mentors and the scores in ascending order of mentors.
 */
export function makeUniformSparse(people: number, degree: number, seed: number): Problem {
  const random = mulberry32(seed)
  const planted = shuffled(random, people)
  const mentor = new Int32Array(people * degree)
  const score = new Int32Array(people * degree)
  for (let j = 0; j < people; j++) {
    const row = new Set([planted[j]!])
    while (row.size < degree) row.add(Math.floor(random() * people))
    mentor.set(Int32Array.from(row).sort(), j * degree)
    for (let n = 0; n < degree; n++) score[j * degree + n] = 1 + Math.floor(random() * 1000)
  }
  return {
    mentors: people,
    mentees: people,
    capacity: new Int32Array(people).fill(1),
    demand: new Int32Array(people).fill(1),
    start: Int32Array.from({ length: people + 1 }, (_, j) => j * degree),
    mentor,
    score,
  }
}
