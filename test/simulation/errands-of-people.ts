import * as v from 'valibot'
import { eraseOwn } from '#actions/erasure.ts'
import { addExclusion } from '#actions/exclusion.ts'
import { leaveProgramme } from '#actions/own-answers.ts'
import type { CheckedSignUp } from '#actions/participant.ts'
import { patchEmployee } from '#actions/person.ts'
import { confirmSignUp, getOpenProgramme, receiveSignUp, vouchSignUp } from '#actions/sign-up.ts'
import { employeePatch } from '#contract/employee.ts'
import { below, pick, type Random } from '#db/worlds/random.ts'
import { makeMenteeAnswers, makeMentorAnswers } from '#test/makers.ts'
import { canaryOf, type Errand, oneOfPair, participantActor } from './errand.ts'
import { addressOf, KEY, MENTEES, MENTORS, PROGRAMME, VISITORS } from './town.ts'

function signUpOf(
  person: string,
  role: 'mentor' | 'mentee',
  now: number,
  vouched: boolean,
  places: number,
): CheckedSignUp {
  const isVisitor = person.startsWith('V')
  const answers = role === 'mentor' ? makeMentorAnswers({ CAP: places }) : makeMenteeAnswers()
  return {
    role,
    person: vouched && !isVisitor ? person : null,
    proved: null,
    given_name: `Prénom${person}`,
    family_name: isVisitor ? canaryOf(person) : `Nom${person}`,
    email: isVisitor ? `${canaryOf(person)}@dehors.example` : addressOf(person),
    language: 'fr',
    answers: { ...answers, NOTE: canaryOf(person) } as CheckedSignUp['answers'],
    questionnaire_version: 1,
    own_questions_version: 0,
    charter_version: 1,
    notice_version: 1,
    consents: { volunteer_at: now, charter_at: now, reminders: true },
  }
}

/** Who signs up as what: executives learn, juniors pass on, visitors either. */
function somebody(random: Random): { person: string; role: 'mentor' | 'mentee' } {
  const person = pick(random, [...MENTORS, ...MENTEES, ...VISITORS])
  const role = person.startsWith('M')
    ? 'mentor'
    : person.startsWith('X')
      ? 'mentee'
      : pick(random, ['mentor', 'mentee'] as const)
  return { person, role }
}

/** People sign up, move, leave, come back, withdraw and are forgotten. */
export const ERRANDS_OF_PEOPLE = {
  vouched: {
    weight: 8,
    run(simulation, random) {
      const { person, role } = somebody(random)
      if (simulation.ledger.leaving.has(person)) return
      const places = 1 + below(random, 3)
      const key = `sign-up-${person}-${role}-${below(random, 3)}`
      const { ledger, scheduler } = simulation
      simulation.askOnce(`vouched sign-up of ${person}`, KEY, key, async (ctx) => {
        const programme = await getOpenProgramme(ctx, PROGRAMME)
        const done = await vouchSignUp(ctx, programme, signUpOf(person, role, scheduler.now, true, places))
        ledger.signedUp.set(`${person}:${role}`, { at: scheduler.now })
        return done
      })
    },
  },
  visitor: {
    weight: 6,
    run(simulation, random) {
      const { person, role } = somebody(random)
      if (simulation.ledger.leaving.has(person)) return
      const places = 1 + below(random, 3)
      simulation.ask(
        `sign-up of ${person}`,
        { kind: 'anonymous' },
        async (ctx) =>
          receiveSignUp(
            ctx,
            await getOpenProgramme(ctx, PROGRAMME),
            signUpOf(person, role, ctx.now, false, places),
          ),
        (outcome) => outcome === 'done' && simulation.ledger.toConfirm.add(person),
      )
    },
  },
  confirm: {
    weight: 8,
    run(simulation, random) {
      const links = simulation.outside.posted.flatMap(({ text, to }) => {
        const token = /\/confirmation\/(\w+)\//.exec(text)?.[1]
        return token ? [{ token, to }] : []
      })
      if (links.length === 0) return
      const { token, to } = pick(random, links.slice(-12))
      if ([...simulation.ledger.leaving].some((person) => to.startsWith(canaryOf(person)))) return
      simulation.ask(
        'confirmation',
        { kind: 'anonymous' },
        (ctx) => confirmSignUp(ctx, token),
        (outcome) => {
          if (outcome === 'done') simulation.ledger.confirmed.push({ to, at: simulation.scheduler.now })
        },
      )
    },
  },
  move: {
    weight: 4,
    run(simulation, random) {
      const person = pick(random, [...MENTORS, ...MENTEES])
      const manager = pick(random, ['SIDE', 'HEAD', 'SIDE', 'HEAD', ...MENTEES, ...MENTORS])
      if (manager === person) return
      simulation.askOnce(`move of ${person}`, KEY, `move-${below(random, 1e9)}`, (ctx) =>
        patchEmployee(ctx, person, v.parse(employeePatch, { manager })),
      )
    },
  },
  leave: {
    weight: 1,
    run(simulation, random) {
      if (random() < 0.5) return
      const person = pick(random, [...MENTORS, ...MENTEES])
      simulation.askOnce(`departure of ${person}`, KEY, `leave-${below(random, 1e9)}`, (ctx) =>
        patchEmployee(ctx, person, v.parse(employeePatch, { active: false })),
      )
    },
  },
  comeBack: {
    weight: 2,
    run(simulation, random) {
      const person = pick(random, [...MENTORS, ...MENTEES])
      simulation.askOnce(`return of ${person}`, KEY, `return-${below(random, 1e9)}`, (ctx) =>
        patchEmployee(ctx, person, v.parse(employeePatch, { active: true, grade: `B${below(random, 5)}` })),
      )
    },
  },
  exclude: {
    weight: 1,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one) return
      simulation.ask('exclusion', participantActor(one), (ctx) =>
        addExclusion(ctx, addressOf(pick(random, [...MENTORS, ...MENTEES]))),
      )
    },
  },
  withdraw: {
    weight: 1,
    run(simulation, random) {
      if (random() < 0.6) return
      const all = simulation.rows<{ id: string; person_id: string; who: string; role: string }>(
        `SELECT participants.id, person_id, coalesce(people.external_id, '') AS who, role FROM participants
          JOIN people ON people.id = person_id WHERE state = 'active' ORDER BY participants.id`,
      )
      if (all.length === 0) return
      const { id, person_id: person, who, role } = pick(random, all)
      simulation.ledger.signedUp.delete(`${who}:${role}`)
      simulation.ask('withdrawal', participantActor({ person, email: '' }), (ctx) => leaveProgramme(ctx, id))
    },
  },
  erase: {
    weight: 1,
    run(simulation, random) {
      const visitors = simulation.rows<{ id: string; email: string }>(
        "SELECT id, email FROM people WHERE relation = 'external' AND email IS NOT NULL ORDER BY id",
      )
      // Somebody who is signing up at this very moment is not asking to be forgotten.
      if (visitors.length === 0 || simulation.scheduler.underWay > 2) return
      const { id: person, email } = pick(random, visitors)
      const who = VISITORS.find((one) => email.startsWith(canaryOf(one)))
      if (who) simulation.ledger.leaving.add(who)
      const [{ mails }] = simulation.rows<{ mails: number }>(
        'SELECT coalesce(max(rowid), 0) AS mails FROM mails',
      ) as [{ mails: number }]
      simulation.ask(
        'erasure',
        participantActor({ person, email }),
        (ctx) => eraseOwn(ctx),
        (outcome) => {
          if (outcome === 'done') simulation.ledger.erased.set(person, { email, mails })
        },
      )
    },
  },
} as const satisfies Record<string, Errand>
