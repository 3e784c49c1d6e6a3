import type { PairingRule } from '#domain/pairing-rule.ts'
import { SCORE_MAX } from './assignment-problem.ts'
import type { Lists } from './columns.ts'
import { type Passable, RULES, type Rule } from './eligible.ts'
import {
  BIT,
  CELL,
  CELLS,
  type MentorTable,
  mentorTableOf,
  seniorityBars,
  standingBits,
  waysOf,
} from './mentor-table.ts'
import type { Pack } from './pack.ts'
import { FACT, FACTS, type Side, TRADES } from './pack-side.ts'
import { type Points, pointsOf } from './points.ts'
import { turned } from './score.ts'
import { PARTNER, type Tally } from './tally.ts'
import { TopicFinder } from './topic-finder.ts'

const CODE = Object.fromEntries(RULES.map((rule, code) => [rule, code])) as Record<Rule, number>
const LANGUAGE = CODE.language
const MEETING = CODE.meeting
const SENIORITY = CODE.seniority
const TOPIC = CODE.topic
const NO_OBSTACLE = 1 << PARTNER
const BEFORE_OWN = BIT.own - 1
const TRADE_ROW = TRADES.length + 1

/**
 * The rules and the score of `firstObstacle` and `measurePair`, to the last bit, on packed people: one mentee after
 * the other, against all mentors. All that concerns the mentee alone is worked out once, and what a rule says is
 * computed without a branch, since most branches here would be guessed wrong (matching.md §6).
 */
export class Kernel {
  /** What was found for the mentee last asked about: `count` mentors, with scores. */
  count = 0
  readonly mentor: Int32Array
  readonly score: Int32Array

  readonly #pack: Pack
  readonly #points: Points
  readonly #topics: TopicFinder
  /** Bits of rules that are not asked, all others set. */
  readonly #asked: number
  readonly #own: { rule: PairingRule; mentors: Side['own'][number]; mentees: Side['own'][number] }[]
  readonly #table: MentorTable
  readonly #everybody: Int32Array
  readonly #some: Int32Array
  readonly #obstacles: Int32Array
  readonly #reach: Int32Array
  readonly #isUnknownBarred: number
  readonly #isMentorSenior: boolean

  /** Of the mentee of the moment. */
  #j = 0
  readonly #facts = new Int32Array(FACTS)
  #preference = 0
  #bits = 0
  /** See `seniorityBars`. */
  readonly #bars = new Int32Array(3)
  #rankUnknown = 0
  #hiredUnknown = 0
  #ownRule = 0

  constructor(pack: Pack, without: Passable | null = null) {
    const { mentors, mentees, settings } = pack
    this.#pack = pack
    this.#points = pointsOf(pack)
    this.#topics = new TopicFinder(pack)
    this.#asked =
      (without === null ? -1 : ~BIT[without]) & (settings.rules.senior === null ? ~BIT.seniority : -1)
    this.#table = mentorTableOf(mentors, settings.rules)
    this.#everybody = new Int32Array(mentors.count).map((_, i) => i)
    this.#some = new Int32Array(mentors.count)
    this.#obstacles = new Int32Array(mentors.count)
    this.#reach = new Int32Array(this.#table.reaches.length >> 2)
    this.#isUnknownBarred = settings.rules.unknownSeniorityAllowed ? 0 : 1
    this.#isMentorSenior = settings.rules.senior === 'mentor'
    this.#own = settings.rules.own.map((rule, k) => ({
      rule,
      mentors: mentors.own[k]!,
      mentees: mentees.own[k]!,
    }))
    this.mentor = new Int32Array(mentors.count)
    this.score = new Int32Array(mentors.count)
  }

  /** Finds all mentors that the rules allow, ascending, and notes what became of all others. */
  ask(j: number, tally: Tally | null = null): void {
    this.#open(j)
    this.#scan(this.#everybody, this.#everybody.length, tally)
    this.#close(j)
  }

  /**
   * Finds, in no order, the mentors that the rules allow with a score above `least` + `price` of the mentor. It costs
   * little where prices leave few: only who has a topic to pass on is looked at.
   */
  askAbove(j: number, price: Float64Array, least: number): void {
    this.#open(j)
    const { mentor, score } = this
    const { found, count: most } = this.#topics
    const some = this.#some
    let wanted = 0
    for (let n = 0; n < most; n++) {
      const i = found[n]!
      if (least + price[i]! < SCORE_MAX) some[wanted++] = i
    }
    const allowed = this.#allow(some, wanted, null)
    let count = 0
    for (let n = 0; n < allowed; n++) {
      const i = mentor[n]!
      const floor = least + price[i]!
      const points = this.#scoreOf(i, floor)
      if (points <= floor) continue
      mentor[count] = i
      score[count++] = points
    }
    this.count = count
    this.#close(j)
  }

  /** The score of one pair that the rules allow; −1 for any other. */
  askPair(i: number, j: number): number {
    this.#open(j)
    this.#some[0] = i
    this.#scan(this.#some, 1, null)
    this.#close(j)
    return this.count === 1 ? this.score[0]! : -1
  }

  /** All rules that forbid the pairs of a mentee with some mentors, as bits; own rules as one. A view until the next question. */
  obstaclesOf(j: number, mentors: Int32Array): Int32Array {
    this.#open(j)
    this.#askRules(mentors, mentors.length)
    const obstacles = this.#obstacles.subarray(0, mentors.length)
    for (let n = 0; n < mentors.length; n++) {
      if (this.#own.length > 0 && this.#isForbiddenByOwnRule(mentors[n]!)) obstacles[n]! |= BIT.own
      obstacles[n]! &= ~NO_OBSTACLE
    }
    this.#close(j)
    return obstacles
  }

  /** Asks the rules about some mentors, and scores whom they allow. */
  #scan(rows: Int32Array, length: number, tally: Tally | null): void {
    const count = this.#allow(rows, length, tally)
    const { mentor, score } = this
    for (let n = 0; n < count; n++) score[n] = this.#scoreOf(mentor[n]!, -1)
    this.count = count
  }

  /** Leaves in `mentor` those whom the rules allow, and says how many. */
  #allow(rows: Int32Array, length: number, tally: Tally | null): number {
    this.#askRules(rows, length)
    const { mentor } = this
    const obstacles = this.#obstacles
    if (this.#own.length > 0 || tally !== null) this.#noteAll(rows, length, tally)
    let count = 0
    for (let n = 0; n < length; n++) if (obstacles[n] === NO_OBSTACLE) mentor[count++] = rows[n]!
    return count
  }

  /** Asks own rules, and counts what became of each pair. */
  #noteAll(rows: Int32Array, length: number, tally: Tally | null): void {
    const obstacles = this.#obstacles
    const ofSide = this.mentor.length
    const ofOther = this.#pack.mentees.count
    for (let n = 0; n < length; n++) {
      const i = rows[n]!
      if (this.#own.length > 0 && (obstacles[n]! & BEFORE_OWN) === 0 && this.#isForbiddenByOwnRule(i)) {
        obstacles[n]! |= BIT.own & this.#asked
      }
      if (tally === null) continue
      const first = 31 - Math.clz32(obstacles[n]! & -obstacles[n]!)
      tally.mentors[first * ofSide + i]! += 1
      tally.mentees[first * ofOther + this.#j]! += 1
      if (first !== CODE.own) continue
      const column = PARTNER + 1 + this.#ownRule
      tally.mentors[column * ofSide + i]! += 1
      tally.mentees[column * ofOther + this.#j]! += 1
    }
  }

  #open(j: number): void {
    const { mentees, same, past, banned, inLine } = this.#pack
    const { facts, measures } = mentees
    this.#j = j
    for (let k = 0; k < FACTS; k++) this.#facts[k] = facts[j * FACTS + k]!
    this.#preference = measures[4 * j + 2]!
    this.#bits = NO_OBSTACLE | standingBits(this.#facts[FACT.status]!, this.#facts[FACT.places]!)
    this.#openSeniority(measures[4 * j]!, measures[4 * j + 1]!)
    this.#mark(same, BIT['same-person'])
    this.#mark(past, BIT.past)
    this.#mark(banned, BIT.ban)
    this.#mark(inLine, BIT['reporting-line'])
    this.#topics.open(j)
  }

  #openSeniority(rank: number, hired: number): void {
    const { rules } = this.#pack.settings
    const bars = this.#bars
    seniorityBars(this.#table, rules, rank, hired, bars)
    // Where the mentee is the senior, whether that person manages somebody is known now.
    if (!this.#isMentorSenior) bars[0] = bars[1] = bars[this.#facts[FACT.manages]!]!
    this.#rankUnknown = Number.isNaN(rank) ? 1 : 0
    this.#hiredUnknown = Number.isNaN(hired) ? 1 : 0
  }

  #close(j: number): void {
    const { same, past, banned, inLine } = this.#pack
    const { cells, standing } = this.#table
    for (const { start, entry } of [same, past, banned, inLine]) {
      for (let n = start[j]!; n < start[j + 1]!; n++) {
        cells[entry[n]! * CELLS + CELL.bits] = standing[entry[n]!]!
      }
    }
  }

  #mark({ start, entry }: Lists, bit: number): void {
    const { cells } = this.#table
    const to = start[this.#j + 1]!
    for (let n = start[this.#j]!; n < to; n++) cells[entry[n]! * CELLS + CELL.bits]! |= bit
  }

  /**
   * The rules that forbid each of the pairs, as bits, with `NO_OBSTACLE` above them; own rules are not asked here.
   * Straight on, from locals: this is what runs for every pair.
   */
  #askRules(rows: Int32Array, length: number): void {
    const { cells } = this.#table
    const { foundIn, turn } = this.#topics
    const reach = this.#askReaches()
    const mine = this.#bits
    const bar = this.#bars[0]!
    const barOfManager = this.#bars[1]!
    const barOfMonths = this.#bars[2]!
    const rankUnknown = this.#rankUnknown
    const hiredUnknown = this.#hiredUnknown
    const isUnknownBarred = this.#isUnknownBarred
    const asked = this.#asked
    const obstacles = this.#obstacles
    for (let n = 0; n < length; n++) {
      const i = rows[n]!
      const at = i * CELLS
      const rank = cells[at + CELL.rank]!
      const hired = cells[at + CELL.hired]!
      const rankBar = cells[at + CELL.manages] === 0 ? bar : barOfManager
      const isBelow = ((rank - rankBar) >>> 31) & ((hired - barOfMonths) >>> 31)
      const isKnown = 1 ^ ((rankUnknown | (rank >>> 31)) & (hiredUnknown | (hired >>> 31)))
      const isOff = isZero(foundIn[i]! ^ turn) ^ 1
      obstacles[n] =
        (cells[at + CELL.bits]! |
          reach[cells[at + CELL.reach]!]! |
          mine |
          ((isBelow & (isKnown | isUnknownBarred)) << SENIORITY) |
          (isOff << TOPIC)) &
        asked
    }
  }

  /** Language and meeting, once for all mentors with the same languages, ways to meet and site. */
  #askReaches(): Int32Array {
    const { reaches } = this.#table
    const { moreWords } = this.#pack.mentors
    const reach = this.#reach
    const language = this.#facts[FACT.language]!
    const ways = waysOf(this.#facts[FACT.where]!)
    const site = this.#facts[FACT.site]!
    for (let k = 0; k < reach.length; k++) {
      let isForeign = isZero(reaches[4 * k]! & language)
      if (moreWords > 0 && isForeign !== 0) isForeign = this.#shareMoreLanguages(reaches[4 * k + 3]!) ? 0 : 1
      const theirs = reaches[4 * k + 2]!
      const isNear = isZero(theirs ^ site) | ((theirs | site) >>> 31)
      const isOutOfReach = isZero(reaches[4 * k + 1]! & ways & (1 | (isNear << 1)))
      reach[k] = (isForeign << LANGUAGE) | (isOutOfReach << MEETING)
    }
    return reach
  }

  #shareMoreLanguages(i: number): boolean {
    const { mentors, mentees } = this.#pack
    const words = mentors.moreWords
    for (let w = 0; w < words; w++) {
      if ((mentors.moreLanguages[i * words + w]! & mentees.moreLanguages[this.#j * words + w]!) !== 0) {
        return true
      }
    }
    return false
  }

  #isForbiddenByOwnRule(i: number): boolean {
    for (let k = 0; k < this.#own.length; k++) {
      const { rule, mentors, mentees } = this.#own[k]!
      if (mentors.concerns[i] === 0 || mentees.concerns[this.#j] === 0) continue
      if (rule.test.kind === 'same') {
        if (haveCommon(mentors.values, i, mentees.values, this.#j) === (rule.effect === 'must')) continue
      }
      this.#ownRule = k
      return true
    }
    return false
  }

  /**
   * The score of `measurePair`: the same operations in the same order, so that rounding is the same. −1 as soon as it
   * cannot be above `floor`, whatever all but need and field may bring.
   */
  #scoreOf(i: number, floor: number): number {
    const points = this.#points
    const { facts, measures } = this.#pack.mentors
    const mine = this.#facts
    const at = i * FACTS
    const family = facts[at + FACT.family]!
    const distance =
      family >= 0 && family === mine[FACT.family]
        ? 0
        : points.distance[facts[at + FACT.trade]! * TRADE_ROW + mine[FACT.trade]!]!
    const need = this.#topics.need(i, distance)
    const remote = facts[at + FACT.where] === REMOTE || mine[FACT.where] === REMOTE ? 1 : 0
    const kind = remote + this.#topics.transversal
    const needed = Math.round(points.need[kind]! * need)
    const field = points.field[4 * kind + distance]!
    if (needed + field + points.restMost[kind]! <= floor) return -1
    const learning = 1 - Math.abs(this.#preference - measures[4 * i + 3]!) / 2
    return (
      needed +
      Math.round(points.reverse[kind]! * this.#topics.reverse(i, distance)) +
      field +
      points.availability[4 * kind + this.#sharedSlots(at)]! +
      points.site[3 * kind + sameness(facts[at + FACT.site]!, mine[FACT.site]!)]! +
      points.hopes[kind * points.seniors * points.juniors + this.#hopes(facts[at + FACT.hopes]!)]! +
      (Number.isNaN(learning)
        ? points.learningUnknown[kind]!
        : Math.round(points.learning[kind]! * (points.isLearningTurned ? turned(learning) : learning)))
    )
  }

  /** 0, 1, 2 for two or more; 3 where one of the two named none. */
  #sharedSlots(at: number): number {
    const { facts } = this.#pack.mentors
    const mine = this.#facts
    if (facts[at + FACT.hasSlots] === 0 || mine[FACT.hasSlots] === 0) return 3
    const one = (facts[at + FACT.weekA]! & mine[FACT.weekA]!) | (facts[at + FACT.weekB]! & mine[FACT.weekB]!)
    const other =
      (facts[at + FACT.weekA + 1]! & mine[FACT.weekA + 1]!) |
      (facts[at + FACT.weekB + 1]! & mine[FACT.weekB + 1]!)
    if ((one | other) === 0) return 0
    return (one & (one - 1)) === 0 && (other & (other - 1)) === 0 && (one === 0 || other === 0) ? 1 : 2
  }

  #hopes(ofMentor: number): number {
    const { juniors } = this.#points
    const ofMentee = this.#facts[FACT.hopes]!
    return this.#isMentorSenior ? ofMentor * juniors + ofMentee : ofMentee * juniors + ofMentor
  }
}

const REMOTE = 1

/** 1 for 0, 0 for any other. */
function isZero(bits: number): number {
  return ((bits | -bits) >>> 31) ^ 1
}

/** 1 the same, 0 not, 2 where one is not known. */
function sameness(one: number, other: number): number {
  if (one < 0 || other < 0) return 2
  return one === other ? 1 : 0
}

function haveCommon(one: Lists, i: number, other: Lists, j: number): boolean {
  for (let n = one.start[i]!; n < one.start[i + 1]!; n++) {
    for (let m = other.start[j]!; m < other.start[j + 1]!; m++) {
      if (one.entry[n] === other.entry[m]) return true
    }
  }
  return false
}
