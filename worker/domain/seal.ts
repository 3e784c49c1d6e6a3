/** A row of `events`, every column as it is stored: `data` is its text, `outside` 0 or 1, `occurred_at` UTC epoch ms. */
export interface StoredEvent {
  seq: number
  id: string
  type: string
  subject: string
  version: number
  data: string
  actor: string
  outside: number
  occurred_at: number
}

/** A row of `event_seals`: the hash (64 hex digits) that covers this event and, through the hash before it, all earlier ones. */
export interface Seal {
  event_seq: number
  hash: string
}

/** A place in the chain: what somebody outside keeps, to notice later that the journal is no longer the same. */
export interface Anchor {
  seq: number
  hash: string
}

/** SHA-256 of a text in UTF-8, as 64 hex digits. */
export type Digest = (text: string) => string

/** What stands before the first event. */
export const GENESIS: Anchor = { seq: 0, hash: '0'.repeat(64) }

/** The columns that a hash covers, in this order, which never changes: all there are. */
export const SEALED_COLUMNS = [
  'seq',
  'id',
  'type',
  'subject',
  'version',
  'data',
  'actor',
  'outside',
  'occurred_at',
] as const satisfies (keyof StoredEvent)[]

/**
 * An event as one text, a JSON array of its columns: no two different rows give the same. `data` goes in as the text that is
 * stored, not parsed and sorted: a parser forgives (a name given twice, more digits than a number holds), and what it
 * forgives could be changed unseen.
 */
export function canonicalEvent(event: StoredEvent): string {
  return JSON.stringify(SEALED_COLUMNS.map((column) => event[column]))
}

/** What is hashed for the seal of an event: the hash before it, then the event. */
export function textToSeal(previousHash: string, event: StoredEvent): string {
  return previousHash + canonicalEvent(event)
}

/**
 * What can be wrong with a row:
 * - `altered`: the event is not what was sealed, or the event right before it is gone together with its seal
 * - `missing`: the seal is there, the event is not
 * - `inserted`: the event was put in later, among sealed ones
 * - `out-of-order`: the event was sealed, at another place
 * - `seal-missing`: the event has no seal, though a later one has, or an anchor shows that it had
 * - `seal-altered`: the seal is not the one that was made; the event is
 * - `tail-cut`: the anchor is further on than the journal, or stands where nothing is any more
 * - `anchor-differs`: the journal agrees with itself and not with the anchor: it was written anew
 */
export type Flaw =
  | 'altered'
  | 'missing'
  | 'inserted'
  | 'out-of-order'
  | 'seal-missing'
  | 'seal-altered'
  | 'tail-cut'
  | 'anchor-differs'

export interface ChainReport {
  ok: boolean
  /** Seals that there are. */
  sealed: number
  /** Events without a seal. */
  unsealed: number
  /** The last row that is known to be as it was sealed; the thing to anchor where `ok`. */
  head: Anchor
  firstBad: Bad | null
}

interface Bad {
  seq: number
  what: Flaw
}

/**
 * Reads a journal from its first event on, holding a row or two at a time, and finds the first that is not as it was sealed.
 * Events that wait for their seal at the end are no fault.
 * @param events in the order of `seq`
 * @param seals in the order of `event_seq`
 * @param anchor kept outside; without one nobody can tell that the end was cut off, or everything written anew
 */
export function verifyChain(
  events: Iterable<StoredEvent>,
  seals: Iterable<Seal>,
  digest: Digest,
  anchor?: Anchor,
): ChainReport {
  const chain = new ChainWalk(digest, anchor)
  for (const [event, seal] of besideEachOther(events, seals)) chain.take(event, seal)
  return chain.end()
}

type Row = [event: StoredEvent | undefined, seal: Seal | undefined]

/** Events and seals in one order, an event beside its seal. */
function* besideEachOther(events: Iterable<StoredEvent>, seals: Iterable<Seal>): Generator<Row> {
  const [left, right] = [events[Symbol.iterator](), seals[Symbol.iterator]()]
  let [event, seal] = [left.next(), right.next()]
  while (!event.done || !seal.done) {
    const isEvent = !event.done && (seal.done || !(event.value.seq > seal.value.event_seq))
    const isSeal = !seal.done && (event.done || !(seal.value.event_seq > event.value.seq))
    yield [isEvent ? event.value : undefined, isSeal ? seal.value : undefined]
    if (isEvent) event = left.next()
    if (isSeal) seal = right.next()
  }
}

class ChainWalk {
  #digest: Digest
  #anchor: Anchor | undefined
  #sealed = 0
  #unsealed = 0
  #head = GENESIS
  /** The row before the head: a head that somebody put in, with a seal of its own, is known by it. */
  #beforeHead: Anchor | null = null
  /** The first event since the head that has no seal. */
  #bare: number | null = null
  #lastSeq = Number.NEGATIVE_INFINITY
  #bad: Bad | null = null
  #doubt: Doubt | null = null

  constructor(digest: Digest, anchor: Anchor | undefined) {
    this.#digest = digest
    this.#anchor = anchor && anchor.seq > 0 ? anchor : undefined
  }

  take(event: StoredEvent | undefined, seal: Seal | undefined): void {
    if (seal) this.#sealed += 1
    else this.#unsealed += 1
    if (this.#bad) this.#lookCloser(event, seal)
    else this.#bad = this.#follow(event, seal)
  }

  end(): ChainReport {
    this.#bad ??= this.#findMissingEnd()
    return {
      ok: this.#bad === null,
      sealed: this.#sealed,
      unsealed: this.#unsealed,
      head: this.#head,
      firstBad: this.#bad,
    }
  }

  /** One row on, as long as all is well. @returns what is not */
  #follow(event: StoredEvent | undefined, seal: Seal | undefined): Bad | null {
    const [head, before] = [this.#head, this.#beforeHead]
    const seq = (event?.seq ?? seal?.event_seq) as number
    if (!(seq > this.#lastSeq)) return { seq, what: 'out-of-order' }
    this.#lastSeq = seq
    if (!seal) {
      this.#bare ??= seq
      return null
    }
    if (this.#bare !== null) {
      const isOver = event === undefined || this.#hash(head.hash, event) === seal.hash
      return { seq: this.#bare, what: isOver ? 'inserted' : 'seal-missing' }
    }
    const hash = event ? this.#hash(head.hash, event) : head.hash
    if (event && hash === seal.hash) return this.#accept({ seq, hash })
    if (event && before && this.#hash(before.hash, event) === seal.hash) {
      this.#head = before
      return { seq: head.seq, what: 'inserted' }
    }
    this.#doubt = { hash, seal: seal.hash, event, isNext: true }
    return { seq, what: event ? 'altered' : 'missing' }
  }

  /** The next row is as it was sealed, unless the anchor knows better. */
  #accept(next: Anchor): Bad | null {
    const [anchor, head] = [this.#anchor, this.#head]
    if (anchor && head.seq < anchor.seq && anchor.seq < next.seq) {
      return { seq: head.seq + 1, what: 'tail-cut' }
    }
    if (anchor && anchor.seq === next.seq && anchor.hash !== next.hash) {
      // Who made every hash anew may have changed any row before this one.
      this.#head = GENESIS
      return { seq: next.seq, what: 'anchor-differs' }
    }
    this.#beforeHead = head
    this.#head = next
    return null
  }

  #findMissingEnd(): Bad | null {
    const [anchor, bare] = [this.#anchor, this.#bare]
    if (!anchor || anchor.seq <= this.#head.seq) return null
    if (bare !== null && bare <= anchor.seq) return { seq: bare, what: 'seal-missing' }
    return { seq: this.#head.seq + 1, what: 'tail-cut' }
  }

  /** What stands behind the first bad row tells more about it; its place is certain already. */
  #lookCloser(event: StoredEvent | undefined, seal: Seal | undefined): void {
    const [bad, doubt] = [this.#bad, this.#doubt]
    if (!bad || !doubt || !seal) return
    if (doubt.isNext && event && this.#hash(doubt.hash, event) === seal.hash) {
      bad.what = 'seal-altered'
      this.#doubt = null
    } else if (doubt.event && this.#hash(doubt.seal, { ...doubt.event, seq: seal.event_seq }) === seal.hash) {
      bad.what = 'out-of-order'
      this.#doubt = null
    }
    doubt.seal = seal.hash
    doubt.isNext = false
  }

  #hash(previous: string, event: StoredEvent): string {
    return this.#digest(textToSeal(previous, event))
  }
}

/** What may still be learnt about the first bad row. */
interface Doubt {
  /** The hash that it ought to have. */
  hash: string
  /** The last seal that was read. */
  seal: string
  /** The event that was found there. */
  event: StoredEvent | undefined
  /** Whether the row to come is the one right behind it. */
  isNext: boolean
}
