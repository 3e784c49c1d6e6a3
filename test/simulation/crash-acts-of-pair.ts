import { askForHelp } from '#actions/help.ts'
import { leaveProgramme } from '#actions/own-answers.ts'
import { pauseOwnPair } from '#actions/pause.ts'
import { givePulse, openOwnPulse } from '#actions/pulse.ts'
import {
  acceptOwnSession,
  type cancelOwnSession,
  logOwnSession,
  proposeSession,
} from '#actions/session-step.ts'
import { addTakeaway } from '#actions/takeaway.ts'
import type { Actor } from '#domain/permission.ts'
import { type Act, HOUR, idIn, moved, request } from './crash-acts.ts'
import type { CrashWorld } from './crash-world.ts'

/** One of the two of the pair. */
export function ofPair(world: CrashWorld, side: 'mentor' | 'mentee'): { actor: Actor; pair: string } {
  const [row] = world.rows<{ pair: string; person: string }>(
    `SELECT pairs.id AS pair, person_id AS person FROM pairs JOIN participants ON participants.id = ${side}_id`,
  )
  return { actor: { kind: 'participant', person: row!.person, email: '' }, pair: row!.pair }
}

export const sessionProposed: Act = (world) => {
  const { actor, pair } = ofPair(world, 'mentor')
  const starts_at = world.scheduler.now + 30 * HOUR
  return request(actor, (ctx) => proposeSession(ctx, pair, { starts_at, minutes: 60, place: 'Salle 3' }))
}

export const sessionAccepted: Act = (world) => {
  const id = idIn(world, 'pair_sessions')
  return request(ofPair(world, 'mentee').actor, (ctx) => acceptOwnSession(ctx, id))
}

export const sessionLogged: Act = (world) => {
  const id = idIn(world, 'pair_sessions')
  return request(ofPair(world, 'mentor').actor, (ctx) => logOwnSession(ctx, id, { held: true, minutes: 55 }))
}

export const paused: Act = (world) => {
  const { actor, pair } = ofPair(world, 'mentee')
  const day = new Date(world.scheduler.now + 10 * 24 * HOUR).toISOString().slice(0, 10)
  return request(actor, (ctx) => pauseOwnPair(ctx, pair, day))
}

/** Something that one of the pair does to the only session there is. */
export function ofSession(
  side: 'mentor' | 'mentee',
  work: (...about: [Parameters<typeof cancelOwnSession>[0], string, number]) => Promise<unknown>,
): Act {
  return (world) => {
    const id = idIn(world, 'pair_sessions')
    const { now } = world.scheduler
    return request(ofPair(world, side).actor, (ctx) => work(ctx, id, now))
  }
}

export const takeaway: Act = (world) => {
  const { actor, pair } = ofPair(world, 'mentor')
  return request(actor, (ctx) =>
    addTakeaway(ctx, pair, {
      kind: 'project-to-join',
      text: 'Un atelier ouvert',
      session: null,
      shared: false,
    }),
  )
}

/** The external id of one of the two of the pair. */
export function referenceIn(world: CrashWorld, side: 'mentor' | 'mentee'): string {
  const { actor } = ofPair(world, side)
  const [row] = world.rows<{ external_id: string }>(
    'SELECT external_id FROM people WHERE id = ?',
    (actor as { person: string }).person,
  )
  return row!.external_id
}

/** HR changes the mentor of the pair. */
export function mentorMoved(patchFor: (mentee: string) => Record<string, unknown>): Act {
  return (world) => moved(referenceIn(world, 'mentor'), patchFor(referenceIn(world, 'mentee')))(world)
}

export const announced = mentorMoved((mentee) => ({
  moves: [{ effective_on: '2026-03-20', manager: mentee }],
}))

export const help: Act = (world) => {
  const { actor, pair } = ofPair(world, 'mentee')
  const programmeId = idIn(world, 'programmes')
  const participantId = idIn(world, 'participants', "role = 'mentee'")
  const asked = {
    programmeId,
    pairId: pair,
    participantId,
    source: 'button',
    text: 'J’ai besoin d’aide',
  } as const
  return request(actor, (ctx) => askForHelp(ctx, asked))
}

export const pulse: Act = (world) => {
  const session = idIn(world, 'pair_sessions')
  return request(ofPair(world, 'mentor').actor, async (ctx) =>
    givePulse(ctx, await openOwnPulse(ctx, session), { PU1: 4, PU2: 5 }),
  )
}

/** The pulse of somebody who would like to be called. */
export const pulseWithCall: Act = (world) => {
  const session = idIn(world, 'pair_sessions')
  return request(
    ofPair(world, 'mentee').actor,
    async (ctx) => givePulse(ctx, await openOwnPulse(ctx, session), { PU1: 2, PUH: true }),
    'pulse',
  )
}

export const withdrawal: Act = (world) => {
  const id = idIn(world, 'participants', "role = 'mentee'")
  return request(ofPair(world, 'mentee').actor, (ctx) => leaveProgramme(ctx, id))
}
