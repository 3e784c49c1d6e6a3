import { DAY_MS } from './local-time.ts'
import type { Role } from './participant.ts'
import type { FoundTrouble, TroubleKind, TroubleOwner, TroubleState } from './trouble.ts'

/** For so many days a trouble that was handled is not opened again, and people are not written to twice about one. */
export const TROUBLE_REST_DAYS = 14

/** A trouble as it is kept; instants are epoch ms. */
export interface KnownTrouble {
  kind: TroubleKind
  side: Role | null
  state: TroubleState
  owner: TroubleOwner
  due_at: number
  created_at: number
  closed_at: number | null
}

/** What a look at one pair changes. */
export interface TroubleChanges<T extends KnownTrouble> {
  /** With whether the two people were not written to about the same in the last 14 days. */
  open: { found: FoundTrouble; writes: boolean }[]
  resolve: T[]
  /** Open ones that are somebody else’s now, or on another side. */
  handOver: { known: T; found: FoundTrouble }[]
}

/**
 * Compares the troubles of a pair that hold now with those that are known. What holds no more is resolved. One that was
 * handled rests for 14 days, and then comes back only where something new is known: what was done takes time to work, and
 * nobody is called twice about the same answer. Looking twice changes nothing.
 */
export function troubleChanges<T extends KnownTrouble>(
  found: readonly FoundTrouble[],
  known: readonly T[],
  now: number,
): TroubleChanges<T> {
  const changes: TroubleChanges<T> = { open: [], resolve: [], handOver: [] }
  const open = known.filter(({ state }) => state === 'open')
  for (const trouble of open) {
    const still = found.find(({ kind }) => kind === trouble.kind)
    if (!still) changes.resolve.push(trouble)
    else if (isOtherwise(trouble, still)) changes.handOver.push({ known: trouble, found: still })
  }
  for (const trouble of found) {
    const before = known.filter(({ kind }) => kind === trouble.kind)
    if (before.some(({ state }) => state === 'open') || before.some((one) => rests(one, trouble, now)))
      continue
    const writes = before.every(({ created_at }) => now >= created_at + TROUBLE_REST_DAYS * DAY_MS)
    changes.open.push({ found: trouble, writes })
  }
  return changes
}

function isOtherwise(known: KnownTrouble, found: FoundTrouble): boolean {
  const isDueOtherwise = found.kind === 'help' && known.due_at !== found.due_at
  return known.owner !== found.owner || known.side !== found.side || isDueOtherwise
}

function rests({ state, closed_at }: KnownTrouble, { news_at }: FoundTrouble, now: number): boolean {
  if (state !== 'handled' || closed_at === null) return false
  return now < closed_at + TROUBLE_REST_DAYS * DAY_MS || news_at <= closed_at
}
