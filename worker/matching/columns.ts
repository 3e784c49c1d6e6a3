/** A list of whole numbers that grows without an object per entry. */
export class Whole {
  length = 0
  #numbers = new Int32Array(64)

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const wider = new Int32Array(2 * this.length)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    this.#numbers[this.length++] = number
  }

  /** The numbers so far; a view that the next `push` may leave behind. */
  get numbers(): Int32Array {
    return this.#numbers.subarray(0, this.length)
  }
}

/** Rows of whole numbers, one after the other: row k lies in `entry` from `start[k]` to `start[k + 1]`. */
export interface Lists {
  start: Int32Array
  entry: Int32Array
}

/** Lists that are written one after the other. */
export class GrowingLists {
  readonly #ends = new Whole()
  readonly #entries = new Whole()

  push(list: Iterable<number>): void {
    for (const entry of list) this.#entries.push(entry)
    this.#ends.push(this.#entries.length)
  }

  /** The lists in another order: list `order[k]` becomes row k. */
  inOrder(order: Int32Array): Lists {
    const [ends, entries] = [this.#ends.numbers, this.#entries.numbers]
    const start = new Int32Array(order.length + 1)
    const entry = new Int32Array(entries.length)
    let at = 0
    for (let k = 0; k < order.length; k++) {
      const from = order[k]! === 0 ? 0 : ends[order[k]! - 1]!
      for (let n = from; n < ends[order[k]!]!; n++) entry[at++] = entries[n]!
      start[k + 1] = at
    }
    return { start, entry }
  }
}

/** The lists of `value`s by `key` (0 … keys − 1), each in the order given. */
export function listsBy(keys: number, key: Int32Array, value: Int32Array): Lists {
  const start = new Int32Array(keys + 1)
  for (const k of key) start[k + 1]! += 1
  for (let k = 0; k < keys; k++) start[k + 1]! += start[k]!
  const entry = new Int32Array(value.length)
  const next = start.slice(0, keys)
  for (let n = 0; n < key.length; n++) entry[next[key[n]!]!++] = value[n]!
  return { start, entry }
}
