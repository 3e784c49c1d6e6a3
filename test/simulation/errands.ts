import * as v from 'valibot'
import { approveRun } from '#actions/approval.ts'
import { eraseOwn } from '#actions/erasure.ts'
import { addExclusion } from '#actions/exclusion.ts'
import { askForHelp } from '#actions/help.ts'
import { requestRun } from '#actions/match-run.ts'
import { leaveProgramme } from '#actions/own-answers.ts'
import { putPairDecision } from '#actions/pair-decision.ts'
import type { CheckedSignUp } from '#actions/participant.ts'
import { pauseOwnPair, returnOwnPair } from '#actions/pause.ts'
import { patchEmployee } from '#actions/person.ts'
import { changeProgramme } from '#actions/programme.ts'
import { answer } from '#actions/proposal.ts'
import { givePulse, openOwnPulse } from '#actions/pulse.ts'
import { separateOwn } from '#actions/separation.ts'
import {
  acceptOwnSession,
  cancelOwnSession,
  confirmOwnSession,
  logOwnSession,
  moveOwnSession,
  proposeSession,
} from '#actions/session-step.ts'
import { confirmSignUp, getOpenProgramme, receiveSignUp, vouchSignUp } from '#actions/sign-up.ts'
import { addTakeaway } from '#actions/takeaway.ts'
import { changeWebhookEndpoint } from '#actions/webhook.ts'
import { employeePatch } from '#contract/employee.ts'
import { below, pick, type Random } from '#db/worlds/random.ts'
import type { Actor } from '#domain/permission.ts'
import { makeMenteeAnswers, makeMentorAnswers } from '#test/makers.ts'
import { MOODS } from './outside.ts'
import type { Simulation } from './simulation.ts'
import { addressOf, KEY, MENTEES, MENTORS, organiserOf, PROGRAMME, VISITORS } from './town.ts'

/** Something that somebody does. `weight`: how often, beside the others. */
export interface Errand {
  weight: number
  run: (simulation: Simulation, random: Random) => void
}

const HOUR = 3_600_000

/** Words that only one person writes: where they are found after that person was erased, something was kept. */
export function canaryOf(person: string): string {
  return `canari-${person.toLowerCase()}-secret`
}

function organiser(simulation: Simulation): Actor {
  return organiserOf(simulation.rows<{ id: string }>('SELECT id FROM organisers')[0]!.id)
}

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

interface PersonOfPair {
  pair: string
  person: string
  email: string
  participant: string
  programme: string
}

/** One of the two of a live pair. */
function oneOfPair(simulation: Simulation, random: Random): PersonOfPair | null {
  const pairs =
    simulation.rows<PersonOfPair>(`SELECT pairs.id AS pair, people.id AS person, coalesce(people.email, '') AS email,
      participants.id AS participant, pairs.programme_id AS programme
    FROM pairs JOIN participants ON participants.id IN (pairs.mentor_id, pairs.mentee_id)
    JOIN people ON people.id = participants.person_id WHERE pairs.state <> 'ended' ORDER BY pairs.id, people.id`)
  return pairs.length ? pick(random, pairs) : null
}

function participantActor({ person, email }: { person: string; email: string }): Actor {
  return { kind: 'participant', person, email }
}

function tick(cron: string): Errand['run'] {
  return (simulation, random) => {
    // Now and then a cron fires twice, or not at all.
    const chance = random()
    if (chance < 0.1) return
    simulation.tick(cron)
    if (chance > 0.85) simulation.tick(cron)
  }
}

export const ERRANDS = {
  minute: { weight: 14, run: tick('* * * * *') },
  fiveMinutes: { weight: 6, run: tick('*/5 * * * *') },
  night: { weight: 1, run: tick('17 3 * * *') },
  message: {
    weight: 10,
    run(simulation, random) {
      const { queue } = simulation
      if (queue.length === 0) return
      const at = below(random, queue.length)
      const chance = random()
      const message = queue[at]!
      // Some messages are lost, some come twice, in any order.
      if (chance < 0.8) queue.splice(at, 1)
      if (chance > 0.15) simulation.deliver(message)
    },
  },
  time: {
    weight: 8,
    run(simulation, random) {
      const chance = random()
      const hours = chance < 0.5 ? random() * 0.2 : chance < 0.85 ? random() * 6 : random() * 30
      simulation.scheduler.passTime(hours * HOUR)
    },
  },
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
  run: {
    weight: 3,
    run(simulation, random) {
      const key = `run-${below(random, 1e9)}`
      simulation.ledger.runKeys.add(key)
      simulation.askOnce('run asked for', organiser(simulation), key, async (ctx) => {
        const run = await requestRun(ctx, PROGRAMME)
        simulation.ledger.runsAsked.set(key, run.id)
      })
    },
  },
  approve: {
    weight: 6,
    run(simulation, random) {
      const runs = simulation.rows(
        "SELECT id FROM match_runs WHERE state = 'completed' AND approved_at IS NULL ORDER BY id",
      )
      if (runs.length === 0) return
      const { id } = pick(random, runs) as { id: string }
      simulation.ask('approval', organiser(simulation), (ctx) => approveRun(ctx, id))
    },
  },
  answer: {
    weight: 18,
    run(simulation, random) {
      const open = simulation.rows<{ id: string; mentor: string; mentee: string }>(
        `SELECT proposals.id, one.person_id AS mentor, other.person_id AS mentee FROM proposals
          JOIN participants AS one ON one.id = proposals.mentor_id JOIN participants AS other ON other.id = proposals.mentee_id
          WHERE proposals.state = 'open' ORDER BY proposals.id`,
      )
      if (open.length === 0) return
      const { id, mentor, mentee } = pick(random, open)
      const given = random() < 0.85 ? 'acceptance' : 'refusal'
      const sides = random() < 0.5 ? [mentor] : random() < 0.5 ? [mentee] : [mentor, mentee]
      for (const person of sides) {
        simulation.ask(
          `${given} of a proposal`,
          participantActor({ person, email: '' }),
          (ctx) => answer(ctx, id, given),
          (outcome) => {
            if (outcome === 'done' && given === 'refusal')
              simulation.ledger.refused.push({ proposal: id, person })
          },
        )
      }
    },
  },
  propose: {
    weight: 5,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one) return
      const starts_at = simulation.scheduler.now + Math.round((2 + random() * 60) * HOUR)
      const place = `chez ${canaryOf(one.person)}`
      simulation.ask('session proposed', participantActor(one), (ctx) =>
        proposeSession(ctx, one.pair, { starts_at, minutes: 60, place }),
      )
    },
  },
  session: {
    weight: 12,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one) return
      const sessions = simulation.rows<{
        id: string
        state: string
        starts_at: number
        logged_by: string | null
      }>('SELECT id, state, starts_at, logged_by FROM pair_sessions WHERE pair_id = ? ORDER BY id', one.pair)
      if (sessions.length === 0) return
      const { id, state, starts_at, logged_by } = pick(random, sessions)
      const actor = participantActor(one)
      const isOver = starts_at + HOUR < simulation.scheduler.now
      if (state === 'proposed') simulation.ask('session accepted', actor, (ctx) => acceptOwnSession(ctx, id))
      else if (state === 'planned' && isOver)
        simulation.ask('session logged', actor, (ctx) => logOwnSession(ctx, id, { held: true, minutes: 55 }))
      else if (state === 'planned' && random() < 0.2)
        simulation.ask('session cancelled', actor, (ctx) => cancelOwnSession(ctx, id))
      else if (state === 'planned')
        simulation.ask('session moved', actor, (ctx) =>
          moveOwnSession(ctx, id, {
            starts_at: simulation.scheduler.now + Math.round((3 + random() * 30) * HOUR),
          }),
        )
      else if (logged_by !== null)
        simulation.ask('session confirmed', actor, (ctx) => confirmOwnSession(ctx, id, true))
    },
  },
  pulse: {
    weight: 5,
    run(simulation, random) {
      const sessions = simulation.rows<{ id: string; person: string }>(
        `SELECT pair_sessions.id, participants.person_id AS person FROM pair_sessions JOIN pairs ON pairs.id = pair_sessions.pair_id
          JOIN participants ON participants.id IN (pairs.mentor_id, pairs.mentee_id) WHERE pair_sessions.state = 'held' ORDER BY 1, 2`,
      )
      if (sessions.length === 0) return
      const { id, person } = pick(random, sessions)
      const given = { PU1: 1 + below(random, 5), PU2: 1 + below(random, 5) }
      simulation.ask('pulse', participantActor({ person, email: '' }), async (ctx) =>
        givePulse(ctx, await openOwnPulse(ctx, id), given),
      )
    },
  },
  takeaway: {
    weight: 2,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one) return
      simulation.ask('takeaway', participantActor(one), (ctx) =>
        addTakeaway(ctx, one.pair, {
          kind: 'idea',
          text: `Idée de ${canaryOf(one.person)}`,
          session: null,
          shared: true,
        }),
      )
    },
  },
  help: {
    weight: 1,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one) return
      simulation.ask('call for help', participantActor(one), (ctx) =>
        askForHelp(ctx, {
          programmeId: one.programme,
          pairId: one.pair,
          participantId: one.participant,
          source: 'button',
          text: `J’ai besoin d’aide : ${canaryOf(one.person)}`,
        }),
      )
    },
  },
  separate: {
    weight: 2,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one || random() < 0.7) return
      simulation.ask('separation', participantActor(one), (ctx) =>
        separateOwn(ctx, one.pair, { reason: `Parce que ${canaryOf(one.person)}` }),
      )
    },
  },
  pause: {
    weight: 2,
    run(simulation, random) {
      const one = oneOfPair(simulation, random)
      if (!one) return
      const day = new Date(simulation.scheduler.now + (1 + below(random, 20)) * 24 * HOUR)
        .toISOString()
        .slice(0, 10)
      const work = random() < 0.6 ? pauseOwnPair : returnOwnPair
      simulation.ask('break of a pair', participantActor(one), (ctx) => work(ctx, one.pair, day))
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
  ban: {
    weight: 1,
    run(simulation, random) {
      const [mentor, mentee] = [pick(random, MENTORS), pick(random, MENTEES)]
      simulation.ask('ban', organiser(simulation), (ctx) =>
        putPairDecision(ctx, PROGRAMME, mentor, mentee, 'ban'),
      )
    },
  },
  settings: {
    weight: 2,
    run(simulation, random) {
      simulation.ask('settings', organiser(simulation), (ctx) =>
        changeProgramme(ctx, PROGRAMME, { acceptance_days: 1 + below(random, 3) }),
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
  mood: {
    weight: 3,
    run(simulation, random) {
      const { moods } = simulation.outside
      moods[below(random, moods.length)] = random() < 0.5 ? 'well' : pick(random, MOODS)
    },
  },
  postman: {
    weight: 1,
    run(simulation, random) {
      simulation.outside.postmanIsAway = random() < 0.4
    },
  },
  repeat: {
    weight: 8,
    run(simulation, random) {
      const { repeats } = simulation.ledger
      if (repeats.length === 0) return
      const { actor, key, at, work } = repeats.splice(below(random, repeats.length), 1)[0]!
      // A key is known again for two days.
      if (simulation.scheduler.now - at > 24 * HOUR) return
      simulation.askOnce('the same again', actor, key, work)
    },
  },
  enable: {
    weight: 2,
    run(simulation: Simulation) {
      const off = simulation.rows<{ id: string }>(
        "SELECT id FROM webhook_endpoints WHERE state = 'disabled' ORDER BY id",
      )
      for (const { id } of off) {
        simulation.ask('endpoint enabled', KEY, (ctx) => changeWebhookEndpoint(ctx, id, { state: 'active' }))
      }
    },
  },
} as const satisfies Record<string, Errand>
