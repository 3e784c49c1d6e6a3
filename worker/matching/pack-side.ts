import { JOB_FAMILIES } from '#domain/job-family.ts'
import type { PairingRule } from '#domain/pairing-rule.ts'
import type { Role } from '#domain/participant.ts'
import { PLACES } from '#questionnaire/answers.ts'
import { placesOf } from './cohort.ts'
import { GrowingLists, type Lists, Whole } from './columns.ts'
import { hashOf } from './impartial-order.ts'
import { learningPreference, teachingManner } from './learning-fit.ts'
import { slotsOf } from './meeting-fit.ts'
import type { Member } from './member.ts'
import type { OfferBook } from './offer-book.ts'
import { isConcerned, valuesOf } from './own-rule.ts'
import type { Numbers } from './topic-fit.ts'

/** What each whole number of a person is, in the order in which they lie in `Side.facts`. */
export const FACT = {
  person: 0,
  /** 0 takes part · 1 has left · 2 has not agreed · 3 both. */
  status: 1,
  places: 2,
  manages: 3,
  /** As in `PLACES`. */
  where: 4,
  site: 5,
  family: 6,
  /** The family’s number in our catalogue, or the one after the last. */
  trade: 7,
  hasSlots: 8,
  weekA: 9,
  weekB: 11,
  hopes: 13,
  /** The first 32 languages of the cohort, as bits. */
  language: 14,
} as const
export const FACTS = 16

/** The mentors or the mentees of a run, in impartial order; a row is a participant. */
export interface Side {
  count: number
  /** Ids of the participants, and references of the people. */
  ids: string[]
  references: string[]
  person: Int32Array
  places: Int32Array
  placesTaken: Int32Array
  /** `[count × FACTS]` */
  facts: Int32Array
  /** `[count × 4]` rank, month of arrival, way of learning, way of explaining; NaN where not known. */
  measures: Float64Array
  /** Languages beyond the first 32, as bits, `moreWords` words each. */
  moreLanguages: Int32Array
  moreWords: number
  /** Numbers of distinct offers and wants, wants in order of priority. */
  offers: Lists
  wants: Lists
  /** By own rule: whom it concerns, and the values it compares (see `isConcerned`). */
  own: { concerns: Uint8Array; values: Lists }[]
}

interface Interned {
  people: Numbers
  languages: Numbers
  sites: Numbers
  families: Numbers
  hopes: { senior: Numbers; junior: Numbers }
  values: Numbers
  book: OfferBook
}

export const TRADES = Object.keys(JOB_FAMILIES)
const TRADE = new Map(TRADES.map((family, number) => [family, number]))

/** One side of a run that is being packed. */
export function openSide(role: Role, senior: Role, own: readonly PairingRule[], numbers: Interned) {
  const side = role === senior ? 'senior' : 'junior'
  const [ids, references]: [string[], string[]] = [[], []]
  const [facts, taken] = [new Whole(), new Whole()]
  const measures: number[] = []
  const [languages, offers, wants] = [new GrowingLists(), new GrowingLists(), new GrowingLists()]
  const rules = own.map((rule) => ({ rule, concerns: new Whole(), values: new GrowingLists() }))
  return {
    add(member: Member): void {
      const { answers } = member
      const hopes = ((side === 'senior' ? answers.IM : answers.IR) ?? []).slice(0, 2)
      const spoken = (answers.G2 ?? []).map((language) => numbers.languages.of(language))
      ids.push(member.id)
      references.push(member.person)
      taken.push(member.placesTaken)
      for (const fact of factsOfMember(
        member,
        numbers.hopes[side].of(JSON.stringify(hopes)),
        spoken,
        numbers,
      ))
        facts.push(fact)
      measures.push(
        member.gradeRank ?? Number.NaN,
        member.hiredIn ?? Number.NaN,
        learningPreference(answers) ?? Number.NaN,
        teachingManner(answers) ?? Number.NaN,
      )
      languages.push(spoken)
      offers.push((answers.OFFERS ?? []).map((offer) => numbers.book.numberOfOffer(offer)))
      wants.push((answers.WANTS ?? []).map((want) => numbers.book.numberOfWant(want)))
      for (const { rule, concerns, values } of rules) {
        concerns.push(isConcerned(rule, member) ? 1 : 0)
        values.push(
          rule.test.kind === 'same'
            ? valuesOf(member, rule.test.field).map((value) => numbers.values.of(value))
            : [],
        )
      }
    },
    /** `words`: how many words of 32 the languages of both sides take. */
    close(words: number): Side {
      const order = impartialOrder(references)
      const count = order.length
      const ordered = gather(facts.numbers, FACTS, order)
      const moreWords = Math.max(0, words - 1)
      const column = (fact: number) => Int32Array.from(order, (_, k) => ordered[k * FACTS + fact]!)
      return {
        count,
        ids: Array.from(order, (k) => ids[k]!),
        references: Array.from(order, (k) => references[k]!),
        person: column(FACT.person),
        places: column(FACT.places),
        placesTaken: gather(taken.numbers, 1, order),
        facts: ordered,
        measures: Float64Array.from({ length: 4 * count }, (_, n) => measures[4 * order[n >> 2]! + (n & 3)]!),
        moreLanguages: bitsBeyond(languages.inOrder(order), moreWords),
        moreWords,
        offers: offers.inOrder(order),
        wants: wants.inOrder(order),
        own: rules.map(({ concerns, values }) => ({
          concerns: Uint8Array.from(order, (k) => concerns.numbers[k]!),
          values: values.inOrder(order),
        })),
      }
    },
  }
}

function factsOfMember(member: Member, hopes: number, spoken: number[], numbers: Interned): number[] {
  const slots = slotsOf(member.answers.G6)
  return [
    numbers.people.of(member.person),
    (member.active ? 0 : 1) + (member.consents ? 0 : 2),
    placesOf(member),
    member.managesSomebody ? 1 : 0,
    PLACES.indexOf(member.answers.G6?.where ?? 'either'),
    member.site === null ? -1 : numbers.sites.of(member.site),
    member.jobFamily === null ? -1 : numbers.families.of(member.jobFamily),
    TRADE.get(member.jobFamily ?? '') ?? TRADES.length,
    slots ? 1 : 0,
    slots?.a[0] ?? 0,
    slots?.a[1] ?? 0,
    slots?.b[0] ?? 0,
    slots?.b[1] ?? 0,
    hopes,
    spoken.reduce((bits, number) => (number < 32 ? bits | (1 << number) : bits), 0),
    0,
  ]
}

/** Which participant comes in which row: as `inImpartialOrder` puts them. */
function impartialOrder(references: readonly string[]): Int32Array {
  const hash = Float64Array.from(references, hashOf)
  return Int32Array.from(references, (_, k) => k).sort(
    (a, b) => hash[a]! - hash[b]! || (references[a]! < references[b]! ? -1 : 1),
  )
}

function gather(numbers: Int32Array, width: number, order: Int32Array): Int32Array {
  const gathered = new Int32Array(order.length * width)
  order.forEach((from, k) => {
    gathered.set(numbers.subarray(from * width, (from + 1) * width), k * width)
  })
  return gathered
}

function bitsBeyond({ start, entry }: Lists, words: number): Int32Array {
  const bits = new Int32Array((start.length - 1) * words)
  if (words === 0) return bits
  for (let k = 0; k + 1 < start.length; k++) {
    for (let n = start[k]!; n < start[k + 1]!; n++) {
      const number = entry[n]!
      if (number >= 32) bits[k * words + (number >> 5) - 1]! |= 1 << (number & 31)
    }
  }
  return bits
}
