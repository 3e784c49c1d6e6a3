import { expect, test } from 'vitest'
import { assign } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { ADVERSARIAL } from '../bench/adversarial.ts'
import { INSTANCES } from '../bench/instances.ts'

test.each(['a_U', 'b_U'])(
  'instance %s is made again from its seed, and its known optimum is found',
  (name) => {
    const { make, optimum } = INSTANCES[name]!
    const problem = make()
    const assignment = assign(problem, { objective: 'coverage' })
    expect(assignment.total).toBe(optimum)
    expect(assignment.matched).toBe(problem.mentees)
    expect(certify(problem, assignment).holds).toBe(true)
  },
)

test('people on a line are best matched in their order, whoever is asked', () => {
  const { make, optimum } = ADVERSARIAL.line!
  expect(assign(make(), { objective: 'coverage' }).total).toBe(optimum)
})

test('among people who all score alike, everybody is still matched', () => {
  const { make, optimum } = ADVERSARIAL.constant!
  const assignment = assign(make(), { objective: 'coverage' })
  expect([assignment.matched, assignment.total]).toEqual([1000, optimum])
})

test('invented programmes are the same each time, and everybody has somebody to meet', () => {
  const once = INSTANCES.b_Q!.make()
  const twice = INSTANCES.b_Q!.make()
  expect(once.score.every((score, arc) => score === twice.score[arc])).toBe(true)
  expect(once.mentor.every((mentor, arc) => mentor === twice.mentor[arc])).toBe(true)
  expect(once.score.every((score) => score >= 1 && score <= 1000)).toBe(true)
  const rows = Array.from({ length: once.mentees }, (_, j) => once.start[j + 1]! - once.start[j]!)
  expect(Math.min(...rows)).toBeGreaterThan(0)
})
