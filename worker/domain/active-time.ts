/** A stretch of time in which a pair did not meet: a break, or a reorganisation; epoch ms, `to` null while it lasts. */
export interface Break {
  from: number
  to: number | null
}

/** What begins and ends a break, as the events of a pair tell it. */
export type BreakEvent = 'pair.paused' | 'pair.returned' | 'pair.suspended' | 'pair.resumed'

/** When a pair did not meet, from its events in their order. Two reasons at once make one break. */
export function breaksOf(events: readonly { type: BreakEvent; at: number }[]): Break[] {
  const breaks: Break[] = []
  const reasons = new Set<'paused' | 'suspended'>()
  for (const { type, at } of events) {
    const wasAway = reasons.size > 0
    if (type === 'pair.paused') reasons.add('paused')
    else if (type === 'pair.suspended') reasons.add('suspended')
    else reasons.delete(type === 'pair.returned' ? 'paused' : 'suspended')
    if (!wasAway && reasons.size > 0) breaks.push({ from: at, to: null })
    const last = breaks.at(-1)
    if (wasAway && reasons.size === 0 && last) last.to = at
  }
  return breaks
}

/** How long a pair could have met between two instants (ms): breaks do not count. */
export function activeTime(from: number, to: number, breaks: readonly Break[]): number {
  const away = breaks.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(to, pause.to ?? to) - Math.max(from, pause.from)),
    0,
  )
  return Math.max(0, to - from - away)
}
