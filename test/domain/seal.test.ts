import { createHash, hash } from 'node:crypto'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { events as eventTable } from '#db/schema/event.ts'
import {
  type Anchor,
  canonicalEvent,
  type Flaw,
  GENESIS,
  SEALED_COLUMNS,
  type Seal,
  type StoredEvent,
  textToSeal,
  verifyChain,
} from '#domain/seal.ts'
import { below, mulberry32, pick, type Random } from '../../db/worlds/random.ts'

const sha256 = (text: string): string => hash('sha256', text, 'hex')

const TYPES = ['person.updated', 'pair.started', 'session.held', 'sign-up.received', 'journal.sealed']

/** An event as the store keeps it; one in eight places in the order is empty, as after a batch that was rolled back. */
function makeJournal(random: Random, length: number): StoredEvent[] {
  const events: StoredEvent[] = []
  for (let seq = 1; events.length < length; seq++) {
    if (below(random, 8) === 0) continue
    events.push({
      seq,
      id: `evt_${seq.toString(36).padStart(6, 'q')}`,
      type: pick(random, TYPES),
      subject: `per_${below(random, 40)}`,
      version: 1 + below(random, 9),
      data: JSON.stringify({ pair: `pai_${below(random, 99)}`, changed: ['siège', 'grade_rank'] }),
      actor: pick(random, ['job', 'anonymous', 'usr_awa', 'Éloïse']),
      outside: below(random, 2),
      occurred_at: 1_772_442_000_000 + seq * 1013,
    })
  }
  return events
}

function seal(events: readonly StoredEvent[], from: Anchor = GENESIS): Seal[] {
  let last = from.hash
  return events.map((event) => {
    last = sha256(textToSeal(last, event))
    return { event_seq: event.seq, hash: last }
  })
}

const check = (events: StoredEvent[], seals: Seal[], anchor?: Anchor) =>
  verifyChain(events, seals, sha256, anchor)

describe('the chain over the journal', () => {
  const EVENT: StoredEvent = {
    seq: 7,
    id: 'evt_7',
    type: 'pair.started',
    subject: 'pai_1',
    version: 1,
    data: '{"mentor":"Zoé","n":1}',
    actor: 'job',
    outside: 1,
    occurred_at: 1_772_442_000_000,
  }

  it('hashes the hash before and the whole event, as anybody can compute by hand', () => {
    const text =
      '[7,"evt_7","pair.started","pai_1",1,"{\\"mentor\\":\\"Zoé\\",\\"n\\":1}","job",1,1772442000000]'
    expect(canonicalEvent(EVENT)).toBe(text)
    const first = createHash('sha256').update('0'.repeat(64), 'ascii').update(text, 'utf8').digest('hex')
    expect(first).toBe('10742cef2bd0fcbbe919f0b7412281f26a55b50fcd3822699d55df8669aa1122')
    expect(seal([EVENT, { ...EVENT, seq: 9 }])).toEqual([
      { event_seq: 7, hash: first },
      {
        event_seq: 9,
        hash: createHash('sha256')
          .update(first + text.replace('[7,', '[9,'), 'utf8')
          .digest('hex'),
      },
    ])
  })

  it('covers every column that an event has', () => {
    expect([...SEALED_COLUMNS]).toEqual(getTableConfig(eventTable).columns.map(({ name }) => name))
    const texts = SEALED_COLUMNS.map((column) => canonicalEvent({ ...EVENT, [column]: '' }))
    expect(new Set([...texts, canonicalEvent(EVENT)]).size).toBe(SEALED_COLUMNS.length + 1)
  })

  it('tells apart what a forgiving reader takes for the same', () => {
    const same = [
      EVENT,
      { ...EVENT, data: '{"n":1,"mentor":"Zoé"}' },
      { ...EVENT, data: '{"mentor":"Zoé","n":1.0}' },
      { ...EVENT, data: '{"mentor":"Zoé", "n":1}' },
      { ...EVENT, data: '{"mentor":"Anne","mentor":"Zoé","n":1}' },
      { ...EVENT, version: '1' as never },
      { ...EVENT, id: 'evt_7","pair.started', type: '' },
    ]
    expect(new Set(same.map(canonicalEvent)).size).toBe(same.length)
  })

  it('is whole with places left empty in the order, with events that wait, and beside any earlier anchor', () => {
    const random = mulberry32(20)
    for (let round = 0; round < 50; round++) {
      const events = makeJournal(random, 1 + below(random, 60))
      const seals = seal(events).slice(0, below(random, events.length + 1))
      const last = seals.at(-1)
      const head = last ? { seq: last.event_seq, hash: last.hash } : GENESIS
      const kept = seals.length > 0 ? pick(random, seals) : null
      expect(check(events, seals, kept ? { seq: kept.event_seq, hash: kept.hash } : GENESIS)).toEqual({
        ok: true,
        sealed: seals.length,
        unsealed: events.length - seals.length,
        head,
        firstBad: null,
      })
    }
    expect(check([], [])).toMatchObject({ ok: true, head: GENESIS })
  })

  it('is read row by row, neither side ahead of the other: a journal of any length fits in memory', () => {
    const LENGTH = 20_000
    const at = (seq: number): StoredEvent => ({ ...EVENT, seq, id: `evt_${seq}` })
    let [ahead, aheadMax] = [0, 0]
    function* rows(): Generator<StoredEvent> {
      for (let seq = 1; seq <= LENGTH; seq++) {
        aheadMax = Math.max(aheadMax, Math.abs(++ahead))
        yield at(seq)
      }
    }
    function* seals(): Generator<Seal> {
      let last = GENESIS.hash
      for (let seq = 1; seq <= LENGTH; seq++) {
        aheadMax = Math.max(aheadMax, Math.abs(--ahead))
        last = sha256(textToSeal(last, at(seq)))
        yield { event_seq: seq, hash: last }
      }
    }
    expect(verifyChain(rows(), seals(), sha256)).toMatchObject({ ok: true, sealed: LENGTH })
    expect(aheadMax).toBe(1)
  })
})

/** A journal that somebody changed, the place where that must show, and what may be said of it. */
interface Tampered {
  events: StoredEvent[]
  seals: Seal[]
  anchor?: Anchor
  seq: number
  what: Flaw[]
}

type Tampering = (events: StoredEvent[], seals: Seal[], random: Random) => Tampered

const without = <T>(items: T[], at: number): T[] => items.toSpliced(at, 1)
const changed = <T>(items: T[], at: number, item: Partial<T>): T[] =>
  items.with(at, { ...items[at]!, ...item })
const sorted = (events: StoredEvent[]): StoredEvent[] => events.toSorted((a, b) => a.seq - b.seq)
const anchorOf = ({ event_seq, hash: value }: Seal): Anchor => ({ seq: event_seq, hash: value })

function otherCharacter(text: string, random: Random): string {
  const at = below(random, text.length)
  const code = text.charCodeAt(at)
  return text.slice(0, at) + String.fromCharCode(code ^ (1 + below(random, 15))) + text.slice(at + 1)
}

function otherNumber(value: number, random: Random): number {
  const digits = String(value)
  const at = below(random, digits.length)
  return Number(
    digits.slice(0, at) + ((Number(digits[at]) + 1 + below(random, 9)) % 10) + digits.slice(at + 1),
  )
}

/** An empty place in the order, before the end. */
function emptyPlace(events: StoredEvent[], random: Random): number {
  const taken = new Set(events.map(({ seq }) => seq))
  const free = Array.from({ length: events.at(-1)!.seq - 1 }, (_, at) => at + 1).filter(
    (seq) => !taken.has(seq),
  )
  return pick(random, free)
}

const TAMPERINGS: Record<string, Tampering> = {
  'a character of a column is flipped': (events, seals, random) => {
    const at = below(random, events.length)
    const event = events[at]!
    const column = pick(
      random,
      SEALED_COLUMNS.filter((name) => name !== 'seq'),
    )
    const value = event[column]
    const other = typeof value === 'number' ? otherNumber(value, random) : otherCharacter(value, random)
    return { events: changed(events, at, { [column]: other }), seals, seq: event.seq, what: ['altered'] }
  },
  'an event gets another place in the order': (events, seals, random) => {
    const at = below(random, events.length)
    const { seq } = events[at]!
    const other = below(random, 2) ? emptyPlace(events, random) : events.at(-1)!.seq + 1 + below(random, 9)
    return {
      events: sorted(changed(events, at, { seq: other })),
      seals,
      seq: Math.min(seq, other),
      what: [seq < other ? 'missing' : 'inserted'],
    }
  },
  'an event is deleted': (events, seals, random) => {
    const at = below(random, events.length)
    return { events: without(events, at), seals, seq: events[at]!.seq, what: ['missing'] }
  },
  'an event is deleted with its seal': (events, seals, random) => {
    const at = below(random, events.length - 1)
    return {
      events: without(events, at),
      seals: without(seals, at),
      seq: events[at + 1]!.seq,
      what: ['altered'],
    }
  },
  'two events change places': (events, seals, random) => {
    const first = below(random, events.length - 1)
    const second = first + 1 + below(random, events.length - first - 1)
    const [a, b] = [events[first]!, events[second]!]
    return {
      events: events.with(first, { ...b, seq: a.seq }).with(second, { ...a, seq: b.seq }),
      seals,
      seq: a.seq,
      what: ['out-of-order'],
    }
  },
  'an event is put in': (events, seals, random) => {
    const seq = emptyPlace(events, random)
    const forged = { ...pick(random, events), seq, id: `evt_forged${seq}` }
    return { events: sorted([...events, forged]), seals, seq, what: ['inserted'] }
  },
  'an event is put in with a seal that fits': (events, seals, random) => {
    const seq = emptyPlace(events, random)
    const before = seals.findLast(({ event_seq }) => event_seq < seq)
    const forged = { ...pick(random, events), seq, id: `evt_forged${seq}` }
    const [made] = seal([forged], before ? anchorOf(before) : GENESIS)
    return {
      events: sorted([...events, forged]),
      seals: [...seals, made!].toSorted((a, b) => a.event_seq - b.event_seq),
      seq,
      what: ['inserted'],
    }
  },
  'an event is put in, and the others move up': (events, seals, random) => {
    const at = below(random, events.length)
    const forged = { ...events[at]!, id: 'evt_forged' }
    const moved = events
      .slice(at)
      .map((event, n, rest) => ({ ...event, seq: rest[n + 1]?.seq ?? event.seq + 1 }))
    return { events: [...events.slice(0, at), forged, ...moved], seals, seq: forged.seq, what: ['altered'] }
  },
  'a seal is altered': (events, seals, random) => {
    const at = below(random, seals.length)
    const { event_seq, hash: value } = seals[at]!
    const isLast = at === seals.length - 1
    return {
      events,
      seals: changed(seals, at, { hash: otherCharacter(value, random) }),
      seq: event_seq,
      // Nothing stands behind the last one that would tell which of the two was changed.
      what: [isLast ? 'altered' : 'seal-altered'],
    }
  },
  'two seals change places': (events, seals, random) => {
    const first = below(random, seals.length - 1)
    const second = first + 1 + below(random, seals.length - first - 1)
    const [a, b] = [seals[first]!, seals[second]!]
    return {
      events,
      seals: seals.with(first, { ...a, hash: b.hash }).with(second, { ...b, hash: a.hash }),
      seq: a.event_seq,
      what: second === first + 1 ? ['altered'] : ['seal-altered'],
    }
  },
  'a seal is taken away': (events, seals, random) => {
    const at = below(random, seals.length - 1)
    return { events, seals: without(seals, at), seq: seals[at]!.event_seq, what: ['seal-missing'] }
  },
  'a seal is made for an event that never was': (events, seals, random) => {
    const seq = emptyPlace(events, random)
    const forged = { event_seq: seq, hash: sha256(String(seq)) }
    return {
      events,
      seals: [...seals, forged].toSorted((a, b) => a.event_seq - b.event_seq),
      seq,
      what: ['seal-altered'],
    }
  },
  'the last events are cut off, their seals left': (events, seals, random) => {
    const kept = below(random, events.length)
    return { events: events.slice(0, kept), seals, seq: events[kept]!.seq, what: ['missing'] }
  },
  'the last events are cut off with their seals, past the anchor': (events, seals, random) => {
    const kept = below(random, events.length)
    const anchored = kept + below(random, events.length - kept)
    return {
      events: events.slice(0, kept),
      seals: seals.slice(0, kept),
      anchor: anchorOf(seals[anchored]!),
      seq: (events[kept - 1]?.seq ?? 0) + 1,
      what: ['tail-cut'],
    }
  },
  'the same, and new events are sealed behind': (events, seals, random) => {
    const kept = below(random, events.length)
    const anchored = kept + below(random, events.length - kept)
    const end = events.at(-1)!.seq
    const later = [1, 2, 3].map((n) => ({ ...events[0]!, seq: end + n, id: `evt_later${n}` }))
    const last = seals[kept - 1]
    return {
      events: [...events.slice(0, kept), ...later],
      seals: [...seals.slice(0, kept), ...seal(later, last && anchorOf(last))],
      anchor: anchorOf(seals[anchored]!),
      seq: (events[kept - 1]?.seq ?? 0) + 1,
      what: ['tail-cut'],
    }
  },
  'the last seals are cut off, to be made anew': (events, seals, random) => {
    const kept = below(random, events.length)
    const anchored = kept + below(random, events.length - kept)
    return {
      events,
      seals: seals.slice(0, kept),
      anchor: anchorOf(seals[anchored]!),
      seq: events[kept]!.seq,
      what: ['seal-missing'],
    }
  },
  'everything is written anew from one event on': (events, seals, random) => {
    const at = below(random, events.length)
    const anchored = seals[at + below(random, events.length - at)]!
    const forged = changed(events, at, { actor: 'usr_nobody' })
    return {
      events: forged,
      seals: seal(forged),
      anchor: anchorOf(anchored),
      seq: anchored.event_seq,
      what: ['anchor-differs'],
    }
  },
}

describe('somebody who changes the journal by hand', () => {
  const KINDS = Object.entries(TAMPERINGS)

  it('is found in 10,000 of 10,000 ways, and the first bad row is named', () => {
    const random = mulberry32(7)
    const journals = Array.from({ length: 5 }, () => {
      const events = makeJournal(random, 150 + below(random, 100))
      return { events, seals: seal(events) }
    })
    const counts: Record<string, number> = {}
    const wrong: unknown[] = []
    for (let round = 0; round < 10_000; round++) {
      const { events, seals } = journals[round % journals.length]!
      const [name, tamper] = KINDS[round % KINDS.length]!
      const { seq, what, ...tampered } = tamper(events, seals, random)
      const found = check(tampered.events, tampered.seals, tampered.anchor)
      const isRight =
        !found.ok &&
        found.firstBad?.seq === seq &&
        what.includes(found.firstBad.what) &&
        seals
          .concat({ event_seq: 0, hash: GENESIS.hash })
          .some((one) => one.event_seq === found.head.seq && one.hash === found.head.hash)
      if (isRight) counts[name] = (counts[name] ?? 0) + 1
      else wrong.push({ name, seq, what, found })
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(10_000)
    expect(Object.keys(counts)).toHaveLength(KINDS.length)
  })

  it('is found as well where rows come twice or in another order than theirs', () => {
    const events = makeJournal(mulberry32(3), 9)
    const seals = seal(events)
    expect(check([...events.slice(0, 5), events[4]!, ...events.slice(5)], seals).firstBad).toEqual({
      seq: events[4]!.seq,
      what: 'out-of-order',
    })
    expect(check(events.toReversed(), seals).ok).toBe(false)
  })

  it('who cuts the end off, or writes everything anew, is found by an anchor alone', () => {
    const events = makeJournal(mulberry32(4), 30)
    const seals = seal(events)
    expect(check(events.slice(0, 20), seals.slice(0, 20)).ok).toBe(true)
    expect(check(events.slice(0, 20), seals.slice(0, 20), anchorOf(seals[20]!)).ok).toBe(false)
    const forged = changed(events, 0, { actor: 'usr_nobody' })
    expect(check(forged, seal(forged)).ok).toBe(true)
    expect(check(forged, seal(forged), anchorOf(seals[29]!)).ok).toBe(false)
  })
})
