import { mulberry32 } from './mulberry32.ts'

/**
 * Invented answers, a row of words per person: 10⁸ pairs are to be scored in seconds. Sets are bits; sixty skills take two
 * words of thirty bits.
 */
export type People = Int32Array

const WORDS = 18
const LANGUAGES = 0
// OFFERED and SOUGHT take two words each.
const OFFERED = 1
const SOUGHT = 3
const SOUGHT_COUNT = 5
const AXES = 6
const INTENTIONS = 10
const HALF_DAYS = 11
const FAMILY = 12
const SUBSIDIARY = 13
const SITE = 14
const TENURE_YEARS = 15
const TEAM = 16

const LANGUAGE_SHARES = [0.75, 0.45, 0.2, 0.15, 0.1]
const SKILLS = 60
const HALF = 30
/** Low numbers are popular skills, high ones rare. */
const SKEW = 1.8
const SITES_EACH = 3
const TEAM_SIZE = 12

export interface Sizes {
  mentees: number
  mentors: number
  capacity: number
  seed: number
}

export interface Programme extends Sizes {
  menteePeople: People
  mentorPeople: People
  /** Goes on where the drawing of people ended. */
  draw: Dice
}

/** Draws everybody of a programme: the mentees, then the mentors, each with all answers in the order of their words. */
export function drawProgramme(sizes: Sizes): Programme {
  const draw = makeDice(sizes.seed)
  const teams = Math.ceil((sizes.mentees + sizes.mentors) / TEAM_SIZE)
  const menteePeople = drawPeople(draw, sizes.mentees, [5, 34], teams)
  const mentorPeople = drawPeople(draw, sizes.mentors, [0, 11], teams)
  return { ...sizes, menteePeople, mentorPeople, draw }
}

type Dice = ReturnType<typeof makeDice>

function makeDice(seed: number) {
  const random = mulberry32(seed)
  const below = (n: number) => Math.floor(random() * n)
  return { random, below, from: (least: number, most: number) => least + below(most - least + 1) }
}

function drawPeople(draw: Dice, count: number, tenure: [number, number], teams: number): People {
  const people = new Int32Array(count * WORDS)
  for (let at = 0; at < people.length; at += WORDS) drawPerson(draw, people.subarray(at), tenure, teams)
  return people
}

function drawPerson(draw: Dice, words: People, [least, most]: [number, number], teams: number): void {
  words[LANGUAGES] = drawLanguages(draw)
  drawSkills(draw, words, OFFERED, draw.from(3, 6))
  words[SOUGHT_COUNT] = draw.from(2, 5)
  drawSkills(draw, words, SOUGHT, words[SOUGHT_COUNT])
  for (let axis = 0; axis < 4; axis++) words[AXES + axis] = draw.below(5)
  words[INTENTIONS] = drawBits(draw, draw.from(1, 2), 8)
  words[HALF_DAYS] = drawBits(draw, draw.from(3, 6), 10)
  words[FAMILY] = draw.below(12)
  words[SUBSIDIARY] = draw.below(20)
  words[SITE] = words[SUBSIDIARY] * SITES_EACH + draw.below(SITES_EACH)
  words[TENURE_YEARS] = draw.from(least, most)
  words[TEAM] = draw.below(teams)
}

/** Each language with its share of people; whoever would have none gets one of the five. */
function drawLanguages(draw: Dice): number {
  let languages = 0
  LANGUAGE_SHARES.forEach((share, bit) => {
    if (draw.random() < share) languages |= 1 << bit
  })
  return languages === 0 ? 1 << draw.below(LANGUAGE_SHARES.length) : languages
}

/** Nobody seeks what they offer. */
function drawSkills(draw: Dice, words: People, at: number, count: number): void {
  while (countBits(words[at]!) + countBits(words[at + 1]!) < count) {
    const skill = Math.floor(SKILLS * draw.random() ** SKEW)
    const [half, bit] = skill < HALF ? [0, 1 << skill] : [1, 1 << (skill - HALF)]
    if (at === OFFERED || (words[OFFERED + half]! & bit) === 0) words[at + half]! |= bit
  }
}

function drawBits(draw: Dice, count: number, of: number): number {
  let bits = 0
  while (countBits(bits) < count) bits |= 1 << draw.below(of)
  return bits
}

/** 0 where the two may not meet (no common language, or the same team), else 1 … about 1000. */
export function scorePair(mentees: People, mentee: number, mentors: People, mentor: number): number {
  const j = mentee * WORDS
  const i = mentor * WORDS
  if ((mentees[j]! & mentors[i]!) === 0 || mentees[j + TEAM] === mentors[i + TEAM]) return 0
  const learns = countCommon(mentees, j + SOUGHT, mentors, i + OFFERED) / mentees[j + SOUGHT_COUNT]!
  const gives = countCommon(mentors, i + SOUGHT, mentees, j + OFFERED) / mentors[i + SOUGHT_COUNT]!
  let distance = 0
  for (let axis = AXES; axis < AXES + 4; axis++) distance += Math.abs(mentees[j + axis]! - mentors[i + axis]!)
  const gap = mentees[j + TENURE_YEARS]! - mentors[i + TENURE_YEARS]!
  return (
    1 +
    Math.floor(
      220 * learns +
        140 * gives +
        120 * (1 - distance / 16) +
        50 * countBits(mentees[j + INTENTIONS]! & mentors[i + INTENTIONS]!) +
        (mentees[j + FAMILY] === mentors[i + FAMILY] ? 60 : 0) +
        40 * Math.min(3, countBits(mentees[j + HALF_DAYS]! & mentors[i + HALF_DAYS]!)) +
        5 * Math.max(0, Math.min(20, gap)) +
        (mentees[j + SUBSIDIARY] === mentors[i + SUBSIDIARY] ? 0 : 60) +
        (mentees[j + SITE] === mentors[i + SITE] ? 79 : 0),
    )
  )
}

function countCommon(one: People, at: number, other: People, there: number): number {
  return countBits(one[at]! & other[there]!) + countBits(one[at + 1]! & other[there + 1]!)
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The skills that somebody offers, or seeks, as numbers. */
export function listSkills(people: People, person: number, which: 'offered' | 'sought'): number[] {
  const at = person * WORDS + (which === 'offered' ? OFFERED : SOUGHT)
  const [low, high] = [people[at]!, people[at + 1]!]
  const hasSkill = (skill: number) => (skill < HALF ? (low >> skill) & 1 : (high >> (skill - HALF)) & 1)
  return ALL_SKILLS.filter(hasSkill)
}

const ALL_SKILLS = Array.from({ length: SKILLS }, (_, skill) => skill)
