import { type Availability, DAYS, PARTS } from '#questionnaire/answers.ts'

/** The parts of the week in which somebody can meet, as bits, in weeks A and B. */
export interface Slots {
  a: Int32Array
  b: Int32Array
}

const BIT = new Map(
  DAYS.flatMap((day) => PARTS.map((part) => `${day}-${part}`)).map((slot, bit) => [slot, bit]),
)

/** Somebody with one week is free in weeks A and B alike. Null where no slot is given. */
export function slotsOf(availability: Availability | undefined): Slots | null {
  const slots: Slots = { a: new Int32Array(2), b: new Int32Array(2) }
  let isEmpty = true
  for (const slot of availability?.slots ?? []) {
    const [, week, name] = /^(?:([ab])-)?(.+)$/.exec(slot) ?? []
    const bit = BIT.get(name ?? '')
    if (bit === undefined) continue
    isEmpty = false
    if (week !== 'b') slots.a[bit >> 5]! |= 1 << (bit & 31)
    if (week !== 'a') slots.b[bit >> 5]! |= 1 << (bit & 31)
  }
  return isEmpty ? null : slots
}

/**
 * How many parts of the week two people share, in week A or in week B: a pair meets about once a month, so a slot
 * that comes back every other week is as good as a weekly one.
 */
export function countSharedSlots(one: Slots, other: Slots): number {
  let shared = 0
  for (let word = 0; word < 2; word++) {
    shared += countBits((one.a[word]! & other.a[word]!) | (one.b[word]! & other.b[word]!))
  }
  return shared
}

function countBits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Where somebody works and how they accept to meet. */
export interface Whereabouts {
  where: Availability['where']
  site: string | null
}

/** On site: neither insists on remote, and the sites are the same, or one of them is not known (§5). */
export function canMeetOnSite(one: Whereabouts, other: Whereabouts): boolean {
  if (one.where === 'remote' || other.where === 'remote') return false
  return one.site === null || other.site === null || one.site === other.site
}

/** Remotely: neither insists on meeting on site (§5). */
export function canMeetRemotely(one: Whereabouts, other: Whereabouts): boolean {
  return one.where !== 'on-site' && other.where !== 'on-site'
}
