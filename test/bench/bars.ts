/** What a ratio to the reference must not exceed: `bar` is asked of us, `goal` is what we want beyond it. */
export interface Bar {
  bar: number
  goal: number
}

/** Time of a warm call over scipy's, by the first letter of the instance. */
const WARM: Record<string, Bar> = {
  a: { bar: 0.5, goal: 0.3 },
  b: { bar: 0.12, goal: 0.05 },
  c: { bar: 0.25, goal: 0.12 },
  d: { bar: 0.4, goal: 0.15 },
  e: { bar: 0.11, goal: 0.05 },
}
const WARM_ADVERSARIAL: Bar = { bar: 2, goal: 1 }
/** Time of the first call of a process over scipy's, for b, c and d. */
const COLD: Bar = { bar: 0.9, goal: 0.5 }

export function findBars(instance: string): { warm: Bar | null; cold: Bar | null } {
  const family = /^([a-g])_[UQ]$/.exec(instance)?.[1]
  if (family === undefined) return { warm: WARM_ADVERSARIAL, cold: null }
  return { warm: WARM[family] ?? null, cold: 'bcd'.includes(family) ? COLD : null }
}

export type Standing = 'goal' | 'bar' | 'missed' | 'no bar' | 'no reference'

/** Where a time stands beside the reference's; a wrong answer, or none, misses every bar however fast it came. */
export function judge(isRight: boolean, ratio: number | null, limits: Bar | null): Standing {
  if (!isRight) return 'missed'
  if (limits === null) return 'no bar'
  if (ratio === null) return 'no reference'
  if (ratio <= limits.goal) return 'goal'
  return ratio <= limits.bar ? 'bar' : 'missed'
}
