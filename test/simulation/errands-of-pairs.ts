import { approveRun } from '#actions/approval.ts'
import { askForHelp } from '#actions/help.ts'
import { requestRun } from '#actions/match-run.ts'
import { putPairDecision } from '#actions/pair-decision.ts'
import { pauseOwnPair, returnOwnPair } from '#actions/pause.ts'
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
import { addTakeaway } from '#actions/takeaway.ts'
import { below, pick } from '#db/worlds/random.ts'
import { canaryOf, type Errand, HOUR_MS, oneOfPair, organiser, participantActor } from './errand.ts'
import { MENTEES, MENTORS, PROGRAMME } from './town.ts'

/** Pairs are proposed, approved, accepted, and live their lives. */
export const ERRANDS_OF_PAIRS = {
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
      const starts_at = simulation.scheduler.now + Math.round((2 + random() * 60) * HOUR_MS)
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
      const isOver = starts_at + HOUR_MS < simulation.scheduler.now
      if (state === 'proposed') simulation.ask('session accepted', actor, (ctx) => acceptOwnSession(ctx, id))
      else if (state === 'planned' && isOver)
        simulation.ask('session logged', actor, (ctx) => logOwnSession(ctx, id, { held: true, minutes: 55 }))
      else if (state === 'planned' && random() < 0.2)
        simulation.ask('session cancelled', actor, (ctx) => cancelOwnSession(ctx, id))
      else if (state === 'planned')
        simulation.ask('session moved', actor, (ctx) =>
          moveOwnSession(ctx, id, {
            starts_at: simulation.scheduler.now + Math.round((3 + random() * 30) * HOUR_MS),
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
      const day = new Date(simulation.scheduler.now + (1 + below(random, 20)) * 24 * HOUR_MS)
        .toISOString()
        .slice(0, 10)
      const work = random() < 0.6 ? pauseOwnPair : returnOwnPair
      simulation.ask('break of a pair', participantActor(one), (ctx) => work(ctx, one.pair, day))
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
} as const satisfies Record<string, Errand>
