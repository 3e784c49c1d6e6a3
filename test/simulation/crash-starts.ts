import {
  type Act,
  anonymousSignUp,
  answered,
  approval,
  challenged,
  confirmation,
  HOUR,
  moved,
  runAskedFor,
  upload,
  vouched,
} from './crash-acts.ts'
import {
  announced,
  paused,
  sessionAccepted,
  sessionLogged,
  sessionProposed,
  takeaway,
} from './crash-acts-of-pair.ts'
import { CrashWorld, type Snapshot } from './crash-world.ts'

interface Start {
  /** The start before it; absent for the town on its first morning. */
  after?: string
  acts: Act[]
  /** How long nothing happens first, in ms. */
  wait?: number
  /** Whether the crons have done everything that followed from it. */
  isAtRest: boolean
}

/** Named states of the town, each brought about calmly from another. */
export const STARTS = {
  morning: { acts: [], isAtRest: true },
  asked: { after: 'morning', acts: [anonymousSignUp], isAtRest: false },
  'to-confirm': { after: 'asked', acts: [], isAtRest: true },
  visiting: { after: 'to-confirm', acts: [confirmation], isAtRest: true },
  signed: {
    after: 'morning',
    acts: [vouched('M1', 'mentor'), vouched('X1', 'mentee'), vouched('M2', 'mentor')],
    isAtRest: false,
  },
  queued: { after: 'signed', acts: [runAskedFor], isAtRest: false },
  computed: { after: 'signed', acts: [], isAtRest: true },
  revealed: { after: 'computed', acts: [approval], isAtRest: true },
  half: { after: 'revealed', acts: [answered('acceptance', 'mentor')], isAtRest: true },
  'just-paired': { after: 'half', acts: [answered('acceptance', 'mentee')], isAtRest: false },
  paired: { after: 'just-paired', acts: [], isAtRest: true },
  proposed: { after: 'paired', acts: [sessionProposed], isAtRest: true },
  planned: { after: 'proposed', acts: [sessionAccepted], isAtRest: true },
  over: { after: 'planned', acts: [], wait: 32 * HOUR, isAtRest: true },
  logged: { after: 'over', acts: [sessionLogged], isAtRest: true },
  noted: { after: 'paired', acts: [takeaway], isAtRest: true },
  paused: { after: 'paired', acts: [paused], isAtRest: true },
  // Whom the mentor reports to now reports to the mentee: neither of the two was changed.
  reorganised: { after: 'paired', acts: [moved('SIDE', { manager: 'X1' })], isAtRest: false },
  announced: {
    after: 'paired',
    acts: [announced],
    isAtRest: true,
  },
  file: { after: 'morning', acts: [upload], isAtRest: false },
  challenged: { after: 'morning', acts: [challenged], isAtRest: false },
} as const satisfies Record<string, Start>

export type StartName = keyof typeof STARTS

const SNAPSHOTS = new Map<StartName, Snapshot>()

/** The town in one of its named states; built once a program. */
export async function snapshotOf(name: StartName): Promise<Snapshot> {
  const known = SNAPSHOTS.get(name)
  if (known) return known
  const { after, acts, wait = 0, isAtRest }: Start = STARTS[name]
  const world = after ? CrashWorld.open(await snapshotOf(after as StartName)) : await CrashWorld.found()
  try {
    world.until(world.scheduler.now + wait)
    for (const act of acts) {
      const { answer: told } = await world.attempt(act(world))
      if (told !== 'done')
        throw new Error(
          `the start “${name}” cannot be made: ${world.refusals.join()} ${world.unexpected.join()}`,
        )
    }
    if (isAtRest) await world.rest()
    const snapshot = world.snapshot()
    SNAPSHOTS.set(name, snapshot)
    return snapshot
  } finally {
    world.end()
  }
}
