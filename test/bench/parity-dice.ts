import type { Sent } from './parity-play.ts'

/** Seeded choices, and the values that calls of D1 are made with. */
export class Dice {
  readonly #random: () => number

  constructor(random: () => number) {
    this.#random = random
  }

  /** A whole number from 0 to below `end`. */
  under(end: number): number {
    return Math.floor(this.#random() * end)
  }

  chance(share: number): boolean {
    return this.#random() < share
  }

  one<T>(things: readonly T[]): T {
    return things[this.under(things.length)]!
  }

  /** One of several, each as often as its weight says. */
  pick<T>(weighed: readonly (readonly [number, T])[]): T {
    let left = this.#random() * weighed.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, thing] of weighed) {
      left -= weight
      if (left < 0) return thing
    }
    return weighed.at(-1)![1]
  }

  /** A small number, mostly of a row that is there. */
  whole(): Sent {
    return this.pick<Sent>([
      [12, this.under(8)],
      [1, -1],
      [1, null],
      [1, String(this.under(8))],
      [1, 2.5],
    ])
  }

  email(): Sent {
    return this.pick<Sent>([
      [10, `${this.one(['ada', 'béa', 'cleo', 'dan', 'eve'])}@example.org`],
      [1, this.value()],
    ])
  }

  /** Anything that a caller might bind. */
  value(): Sent {
    return this.pick<Sent>([
      [
        8,
        this.one([
          'a',
          '',
          'Élodie',
          'O’Brien',
          "O'Brien",
          '12',
          '12.0',
          '1e3',
          ' 7',
          '0x10',
          'null',
          '😀',
          '%a_',
        ]),
      ],
      [6, this.one([0, 1, -1, 5, 12, 100, 1_795_000_000_000])],
      [4, this.one([2.5, 0.1, 0.1 + 0.2, 1e21, 1e-7, 123_456_789.123, -2.5e300, 1 / 3])],
      [2, this.one([2 ** 53, 2 ** 53 + 2, -(2 ** 53), 2 ** 62, 2 ** 63, 1e18])],
      [2, this.one(['a\0b', '\0', 'é\u0301', 'a\ud800b', '9007199254740993', '\ufeffx'])],
      [2, this.chance(0.5)],
      [3, null],
      [2, { bytes: this.one([[], [0], [0, 255, 16], [104, 105]]) }],
      [
        2,
        {
          named: this.one(['notANumber', 'infinity', 'minusInfinity', 'minusZero', 'buffer', 'view', 'part']),
        },
      ],
      [1, { named: this.one(['byteArray', 'emptyArray', 'fractions']) }],
      [1, { named: this.one(['undefined', 'day', 'bigint', 'object', 'words', 'wideArray', 'symbolless']) }],
    ])
  }

  /** What may be bound without half characters, where their length or their order shows. */
  measured(): Sent {
    const value = this.value()
    return typeof value === 'string' && !value.isWellFormed() ? 'whole' : value
  }

  json(): Sent {
    return this.pick<Sent>([
      [
        6,
        this.one(['[1,2,3]', '[]', '["a",null,true,2.5,{"b":[1]}]', '[{"id":1,"email":"json@example.org"}]']),
      ],
      [
        4,
        this.one([
          '{"a":1,"b":{"c":[10,20]}}',
          '{"a":"é\\u0000\\ud800"}',
          '{"a":9007199254740993,"b":1e400}',
          '{"b":1.0}',
        ]),
      ],
      [2, this.one(['not json', '', '{', '[1,]', '"text"', '5', 'null', "{'a':1}"])],
      [1, this.value()],
    ])
  }
}
