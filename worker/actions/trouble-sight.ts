import type { TroubleSight } from '#contract/trouble.ts'
import { listTroublesSeen, type TroubleReader, type TroubleWithPair } from '#db/queries/trouble.ts'
import { type Actor, mayDo, mayReadPulses } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { isFromPulses } from '#domain/trouble.ts'
import type { Context } from './context.ts'

/**
 * Who asks to see troubles; jobs, consultants and correspondents see none.
 * @throws Problem `forbidden`.
 */
export function troubleReader(actor: Actor): TroubleReader {
  if (actor.kind === 'key') return { id: actor.id, as: 'key', person: null }
  if (actor.kind === 'organiser' || actor.kind === 'coach') {
    return { id: actor.id, as: actor.kind, person: actor.person }
  }
  throw new Problem('forbidden', {
    fr: 'Seules les personnes qui accompagnent les binômes voient cela. Demandez à l’équipe du programme ce dont vous avez besoin.',
    en: 'Only those who stand by the pairs see this. Ask the programme team for what you need.',
  })
}

/**
 * How much of a trouble that somebody may know of they may know. What was done about what pulses say is for those who
 * read pulses, or for organisers where there was nobody to read them; a key is told neither sides nor words.
 */
export function sightOf(actor: Actor, { trouble, programme, pair }: TroubleWithPair): TroubleSight {
  const reads = mayReadPulses(actor, programme, pair)
  const isKey = actor.kind === 'key'
  const fromPulses = isFromPulses(trouble.kind)
  return {
    type: !fromPulses || reads,
    // Which of the two asked for help is for the page on which its reader reads it.
    side: trouble.kind !== 'help' && !isKey && (!fromPulses || reads),
    outcome: !isKey && (!fromPulses || reads || trouble.owner === 'organiser'),
    closable: trouble.state === 'open' && mayClose(actor, { trouble, programme, pair }),
  }
}

/**
 * Whether somebody may close a trouble: organisers what is theirs, the coach of the pair and the referent everything of
 * the pair. A call for help closes when it is answered, and in no other way.
 */
export function mayClose(
  actor: Actor,
  { trouble, programme, pair }: Pick<TroubleWithPair, 'trouble' | 'programme' | 'pair'>,
): boolean {
  if (trouble.kind === 'help') return false
  if (mayReadPulses(actor, programme, pair)) return true
  if (trouble.owner !== 'organiser') return false
  if (actor.kind === 'key') return mayDo(actor, 'pairs:write')
  return actor.kind === 'organiser'
}

/** An open trouble as somebody may know it. */
export interface SeenTrouble extends TroubleWithPair {
  sight: TroubleSight
}

/** Open troubles of a programme, or of all (null), as whoever asks may know them: at most 500, the most urgent first. */
export async function troublesSeen(ctx: Context, programmeId: string | null): Promise<SeenTrouble[]> {
  const found = await listTroublesSeen(ctx.db, troubleReader(ctx.actor), programmeId, null, 500)
  return found.map((one) => ({ ...one, sight: sightOf(ctx.actor, one) }))
}
