/** The best few partners of each of many people, best first; of equals, those who came first. */
export class Shortlist {
  readonly length: number
  private readonly who: Int32Array
  private readonly scores: Int32Array
  private readonly counts: Int32Array

  constructor(people: number, length: number) {
    this.length = length
    this.who = new Int32Array(people * length)
    this.scores = new Int32Array(people * length)
    this.counts = new Int32Array(people)
  }

  offer(person: number, partner: number, score: number): void {
    const first = person * this.length
    let at = first + this.counts[person]!
    if (this.counts[person]! < this.length) this.counts[person]! += 1
    else if (this.length === 0 || score <= this.scores[--at]!) return
    for (; at > first && this.scores[at - 1]! < score; at--) {
      this.who[at] = this.who[at - 1]!
      this.scores[at] = this.scores[at - 1]!
    }
    this.who[at] = partner
    this.scores[at] = score
  }

  of(person: number): Int32Array {
    return this.who.subarray(person * this.length, person * this.length + this.counts[person]!)
  }
}
