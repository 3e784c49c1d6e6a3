/**
 * A queue of small whole numbers that gives back the one with the least key: a binary heap with positions,
 * over keys that its owner keeps in `key` and may only lower.
 */
export class NearestFirst {
  size = 0
  readonly #heap: Int32Array
  readonly #position: Int32Array
  readonly #key: Float64Array

  constructor(key: Float64Array) {
    this.#key = key
    this.#heap = new Int32Array(key.length)
    this.#position = new Int32Array(key.length).fill(-1)
  }

  /** The number with the least key, still in the queue; only while `size` > 0. */
  get nearest(): number {
    return this.#heap[0]!
  }

  /** Adds a number, or moves it forward after its key was lowered. */
  put(item: number): void {
    const [heap, position, key] = [this.#heap, this.#position, this.#key]
    const own = key[item]!
    let at = position[item]!
    if (at < 0) at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      const other = heap[parent]!
      if (key[other]! <= own) break
      heap[at] = other
      position[other] = at
      at = parent
    }
    heap[at] = item
    position[item] = at
  }

  /** Takes out the number with the least key; only while `size` > 0. */
  take(): number {
    const [heap, position, key] = [this.#heap, this.#position, this.#key]
    const first = heap[0]!
    position[first] = -1
    const size = --this.size
    if (size === 0) return first
    const last = heap[size]!
    const own = key[last]!
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && key[heap[child + 1]!]! < key[heap[child]!]!) child++
      const other = heap[child]!
      if (key[other]! >= own) break
      heap[at] = other
      position[other] = at
      at = child
    }
    heap[at] = last
    position[last] = at
    return first
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.#position[this.#heap[at]!] = -1
    this.size = 0
  }
}
