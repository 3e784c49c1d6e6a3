import { pick, type Random } from '#db/worlds/random.ts'
import type { Actor } from '#domain/permission.ts'
import type { Simulation } from './simulation.ts'
import { organiserOf } from './town.ts'

/** Something that somebody does. `weight`: how often, beside the others. */
export interface Errand {
  weight: number
  run: (simulation: Simulation, random: Random) => void
}

export const HOUR_MS = 3_600_000

/** Words that only one person writes: where they are found after that person was erased, something was kept. */
export function canaryOf(person: string): string {
  return `canari-${person.toLowerCase()}-secret`
}

export function organiser(simulation: Simulation): Actor {
  return organiserOf(simulation.rows<{ id: string }>('SELECT id FROM organisers')[0]!.id)
}

export function participantActor({ person, email }: { person: string; email: string }): Actor {
  return { kind: 'participant', person, email }
}

interface PersonOfPair {
  pair: string
  person: string
  email: string
  participant: string
  programme: string
}

/** One of the two of a live pair. */
export function oneOfPair(simulation: Simulation, random: Random): PersonOfPair | null {
  const pairs =
    simulation.rows<PersonOfPair>(`SELECT pairs.id AS pair, people.id AS person, coalesce(people.email, '') AS email,
      participants.id AS participant, pairs.programme_id AS programme
    FROM pairs JOIN participants ON participants.id IN (pairs.mentor_id, pairs.mentee_id)
    JOIN people ON people.id = participants.person_id WHERE pairs.state <> 'ended' ORDER BY pairs.id, people.id`)
  return pairs.length ? pick(random, pairs) : null
}
