/** An admissible pair in the row of a mentee. */
export interface Arc {
  mentor: number
  score: number
}

/**
 * The pairs worth keeping where there are more than `limit`: the best 70 % · limit ÷ mentees of every mentee, and the
 * best 30 % · limit ÷ mentors of every mentor, without which a mentor whom few prefer would be nobody’s candidate. At
 * least one each; equal scores in the order of the cohort. The solver is then exact among the pairs kept.
 */
export class BestPairs {
  readonly #mentors: number
  readonly #mentees: number
  readonly #mostOfMentee: number
  readonly #mostOfMentor: number
  /** Scores by pair, as mentee · mentors + mentor. */
  readonly #kept = new Map<number, number>()
  readonly #byMentor: number[][]

  constructor(mentors: number, mentees: number, limit: number) {
    this.#mentors = mentors
    this.#mentees = mentees
    this.#mostOfMentee = Math.max(1, Math.floor((0.7 * limit) / mentees))
    this.#mostOfMentor = Math.max(1, Math.floor((0.3 * limit) / mentors))
    this.#byMentor = Array.from({ length: mentors }, () => [])
  }

  /** Adds all pairs of one mentee; mentees come in order. */
  add(mentee: number, row: readonly Arc[]): void {
    const own = row.map(({ mentor, score }) => score * this.#mentors + (this.#mentors - 1 - mentor))
    for (const key of greatest(own, this.#mostOfMentee)) {
      const mentor = this.#mentors - 1 - (key % this.#mentors)
      this.#kept.set(mentee * this.#mentors + mentor, Math.floor(key / this.#mentors))
    }
    for (const { mentor, score } of row) {
      const keys = this.#byMentor[mentor]!
      keys.push(score * this.#mentees + (this.#mentees - 1 - mentee))
      if (keys.length >= 2 * this.#mostOfMentor + 64)
        this.#byMentor[mentor] = greatest(keys, this.#mostOfMentor)
    }
  }

  /** What is kept, in rows by mentee with mentors ascending. */
  rows(): { start: Int32Array; mentor: Int32Array; score: Int32Array } {
    this.#byMentor.forEach((keys, mentor) => {
      for (const key of greatest(keys, this.#mostOfMentor)) {
        const mentee = this.#mentees - 1 - (key % this.#mentees)
        this.#kept.set(mentee * this.#mentors + mentor, Math.floor(key / this.#mentees))
      }
    })
    const pairs = Float64Array.from(this.#kept.keys()).sort()
    const start = new Int32Array(this.#mentees + 1)
    for (const pair of pairs) start[Math.floor(pair / this.#mentors) + 1]! += 1
    for (let j = 0; j < this.#mentees; j++) start[j + 1]! += start[j]!
    return {
      start,
      mentor: Int32Array.from(pairs, (pair) => pair % this.#mentors),
      score: Int32Array.from(pairs, (pair) => this.#kept.get(pair)!),
    }
  }
}

/** The greatest of distinct numbers, at most so many. */
function greatest(keys: readonly number[], most: number): number[] {
  if (keys.length <= most) return [...keys]
  return [...Float64Array.from(keys).sort().subarray(-most)]
}
