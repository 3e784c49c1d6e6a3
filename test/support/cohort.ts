import type { Answers } from '#questionnaire/answers.ts'
import type { House } from './house.ts'
import { makeEmployee, makeMenteeAnswers, makeMentorAnswers, makeProgramme, makeSignUp } from './makers.ts'

/** An address for somebody known by external id. */
export function addressOf(person: string): string {
  return `${person.toLowerCase()}@armorique.example`
}

interface CohortOptions {
  mentors?: number
  mentees?: number
  programme?: Record<string, unknown>
  mentorAnswers?: Answers
  menteeAnswers?: Answers
}

/**
 * A published programme with juniors M1… and executives X1…, who report to different heads and have signed up.
 * Matching is due at once.
 */
export async function gatherCohort(
  house: House,
  { mentors = 1, mentees = 1, programme = {}, mentorAnswers, menteeAnswers }: CohortOptions = {},
): Promise<void> {
  const { root } = house
  await root.put(
    'employees/HEAD',
    makeEmployee({ given_name: 'Ronan', grade_rank: 9, email: addressOf('HEAD') }),
  )
  await root.put('employees/SIDE', makeEmployee({ given_name: 'Ewen', grade_rank: 5, manager: 'HEAD' }))
  await root.post(
    'programmes',
    // Their grades lie far apart, and nobody is to be prepared by a coach unless a test asks for it.
    makeProgramme({ matching_at: new Date(house.now).toISOString(), exposure_gap: 100, ...programme }),
  )
  await root.put('programmes/regards-croises/publication')
  for (let n = 1; n <= mentors; n++) {
    await root.put(
      `employees/M${n}`,
      makeEmployee({ given_name: `Junior${n}`, grade_rank: 1, manager: 'SIDE', email: addressOf(`M${n}`) }),
    )
    await root.post(
      'programmes/regards-croises/sign-ups',
      makeSignUp('mentor', `M${n}`, mentorAnswers ?? makeMentorAnswers()),
    )
  }
  for (let n = 1; n <= mentees; n++) {
    await root.put(
      `employees/X${n}`,
      makeEmployee({
        given_name: `Executive${n}`,
        grade_rank: 7,
        manager: 'HEAD',
        email: addressOf(`X${n}`),
      }),
    )
    await root.post(
      'programmes/regards-croises/sign-ups',
      makeSignUp('mentee', `X${n}`, menteeAnswers ?? makeMenteeAnswers()),
    )
  }
}

/** The newest run of the programme that no other took the place of: two may have begun at the same instant. */
export async function newestRun(house: House): Promise<Record<string, any>> {
  const { json } = await house.root.get('programmes/regards-croises/match-runs')
  return json.items.find(({ state }: { state: string }) => state !== 'superseded') ?? json.items[0]
}

/** Runs the timetable until the round is computed, then approves it. */
export async function matchAndApprove(house: House): Promise<Record<string, any>[]> {
  await house.tick()
  const run = await newestRun(house)
  await house.root.post(`match-runs/${run.id}/approval`)
  return house.root.all(`match-runs/${run.id}/proposals`)
}
