/** A session with few: smaller is a pair, larger no longer lets everybody speak (design.md, Capacity). */
export const GROUP_SIZE = { least: 4, most: 6 } as const

/** A group on one topic, led by a mentor by place in the list. */
export interface Group {
  topic: string
  mentor: number
  people: number
}

/**
 * Puts people who want the same into groups of 4 to 6, each led by somebody who offers it and taking one of that
 * mentor’s places. Greedy: always the topic that most of those still without want and that somebody can still lead;
 * those who want it most come first. Valid, and not always the fewest groups.
 */
export function makeGroups(
  wants: readonly (readonly string[])[],
  mentors: readonly { offers: readonly string[]; capacity: number }[],
): Group[] {
  const left = [...wants]
  const places = mentors.map(({ capacity }) => capacity)
  const offers = mentors.map((mentor) => new Set(mentor.offers))
  const groups: Group[] = []
  for (;;) {
    const next = nextTopic(left, offers, places)
    if (next === null) return groups
    const { topic, mentor } = next
    const members = left
      .map((wishes, at) => ({ at, rank: wishes.indexOf(topic) }))
      .filter(({ rank }) => rank >= 0)
      .sort((one, other) => one.rank - other.rank || one.at - other.at)
    const people = sizeOfNext(members.length)
    const taken = new Set(members.slice(0, people).map(({ at }) => at))
    groups.push({ topic, mentor, people })
    places[mentor]! -= 1
    const stay = left.filter((_, at) => !taken.has(at))
    left.splice(0, left.length, ...stay)
  }
}

/** As many as may be, but never so many that those who remain are too few for a group of their own. */
function sizeOfNext(people: number): number {
  const { least, most } = GROUP_SIZE
  if (people <= most) return people
  const rest = people - most
  return rest >= least || people - least < least ? most : people - least
}

/** The topic that most of those without want, and who leads it: whoever has most places, then the fewest topics. */
function nextTopic(
  left: readonly (readonly string[])[],
  offers: readonly ReadonlySet<string>[],
  places: readonly number[],
): { topic: string; mentor: number } | null {
  const counts = new Map<string, number>()
  for (const wishes of left)
    for (const topic of new Set(wishes)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const ranked = [...counts]
    .filter(([, count]) => count >= GROUP_SIZE.least)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  for (const [topic] of ranked) {
    let best = -1
    offers.forEach((offered, i) => {
      if (!offered.has(topic) || places[i]! <= 0) return
      const isBetter =
        best < 0 ||
        places[i]! > places[best]! ||
        (places[i] === places[best] && offered.size < offers[best]!.size)
      if (isBetter) best = i
    })
    if (best >= 0) return { topic, mentor: best }
  }
  return null
}
