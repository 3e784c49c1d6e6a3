import type { Problem } from '#matching/assign.ts'
import {
  drawProgramme,
  listSkills,
  type People,
  type Programme,
  type Sizes,
  scorePair,
} from './questionnaire-family.ts'
import { Shortlist } from './shortlist.ts'

export interface Breadth {
  /** How many mentors are kept for each mentee, the best of those looked at. */
  perMentee: number
  /** How many mentees are kept for each mentor; without it nobody would think of an unpopular one. */
  perMentor: number
  /** How many people are looked at for each person, found by their skills; everybody where it is not given. */
  pool?: number
}

/** Every pair that may meet. */
export function makeEveryPair(sizes: Sizes): Problem {
  const everybody = Int32Array.from({ length: sizes.mentors }, (_, i) => i)
  return fillRows(drawProgramme(sizes), () => everybody)
}

/** The best pairs of each person, and with them one way, drawn at random, to give everybody a mentor. */
export function makeBestPairs(sizes: Sizes, breadth: Breadth): Problem {
  const programme = drawProgramme(sizes)
  const [forMentee, forMentor] = breadth.pool
    ? shortlistBySkills(programme, breadth, breadth.pool)
    : shortlistEverybody(programme, breadth)
  const rows = Array.from(plant(programme), (i, j) => new Set([i, ...forMentee.of(j)]))
  for (let i = 0; i < sizes.mentors; i++) for (const j of forMentor.of(i)) rows[j]!.add(i)
  return fillRows(programme, (j) => Int32Array.from(rows[j]!).sort())
}

function shortlistEverybody(programme: Programme, breadth: Breadth): [Shortlist, Shortlist] {
  const { mentees, mentors, menteePeople, mentorPeople } = programme
  const forMentee = new Shortlist(mentees, breadth.perMentee)
  const forMentor = new Shortlist(mentors, breadth.perMentor)
  for (let j = 0; j < mentees; j++) {
    for (let i = 0; i < mentors; i++) {
      const score = scorePair(menteePeople, j, mentorPeople, i)
      if (score === 0) continue
      forMentee.offer(j, i, score)
      forMentor.offer(i, j, score)
    }
  }
  return [forMentee, forMentor]
}

/** Looks only at a pool of people who offer, or seek, what the person seeks, or offers. */
function shortlistBySkills(programme: Programme, breadth: Breadth, pool: number): [Shortlist, Shortlist] {
  const { mentees, mentors, menteePeople, mentorPeople } = programme
  const forMentee = new Shortlist(mentees, breadth.perMentee)
  const forMentor = new Shortlist(mentors, breadth.perMentor)
  const drawOffering = makePools(programme, mentorPeople, mentors, 'offered', pool)
  const drawSeeking = makePools(programme, menteePeople, mentees, 'sought', pool)
  for (let j = 0; j < mentees; j++) {
    for (const i of drawOffering(listSkills(menteePeople, j, 'sought'))) {
      const score = scorePair(menteePeople, j, mentorPeople, i)
      if (score > 0) forMentee.offer(j, i, score)
    }
  }
  for (let i = 0; i < mentors; i++) {
    for (const j of drawSeeking(listSkills(mentorPeople, i, 'offered'))) {
      const score = scorePair(menteePeople, j, mentorPeople, i)
      if (score > 0) forMentor.offer(i, j, score)
    }
  }
  return [forMentee, forMentor]
}

/** An inverted index, and from it an equal share of the pool for each skill: neighbours in its list, from anywhere. */
function makePools(
  { draw }: Programme,
  people: People,
  count: number,
  which: 'offered' | 'sought',
  pool: number,
) {
  const index: number[][] = []
  for (let person = 0; person < count; person++) {
    for (const skill of listSkills(people, person, which)) {
      index[skill] ??= []
      index[skill].push(person)
    }
  }
  const lastDraw = new Int32Array(count)
  const found = new Int32Array(pool)
  let draws = 0
  return (skills: number[]): Int32Array => {
    draws += 1
    let size = 0
    for (const skill of skills) {
      const having = index[skill] ?? []
      let at = draw.below(Math.max(1, having.length))
      for (let n = Math.min(Math.floor(pool / skills.length), having.length); n > 0; n--) {
        const person = having[at]!
        at = at + 1 === having.length ? 0 : at + 1
        if (lastDraw[person] === draws) continue
        lastDraw[person] = draws
        found[size++] = person
      }
    }
    return found.subarray(0, size)
  }
}

/** A mentor for each mentee, at random; two exchange theirs until everybody has one whom they may meet. */
function plant({ mentees, mentors, capacity, menteePeople, mentorPeople, draw }: Programme): Int32Array {
  const seats = Int32Array.from({ length: mentors * capacity }, (_, seat) => seat % mentors)
  const suits = (j: number, i: number) => scorePair(menteePeople, j, mentorPeople, i) > 0
  for (let j = 0; j < mentees; j++) {
    for (;;) {
      const other = draw.below(seats.length)
      const [mine, theirs] = [seats[j]!, seats[other]!]
      if (!suits(j, theirs) || (other < j && !suits(other, mine))) continue
      seats[j] = theirs
      seats[other] = mine
      break
    }
  }
  return seats.subarray(0, mentees)
}

function fillRows(programme: Programme, candidatesOf: (j: number) => Int32Array): Problem {
  const { mentees, mentors, capacity, menteePeople, mentorPeople } = programme
  const start = new Int32Array(mentees + 1)
  const mentor: number[] = []
  const score: number[] = []
  for (let j = 0; j < mentees; j++) {
    for (const i of candidatesOf(j)) {
      const value = scorePair(menteePeople, j, mentorPeople, i)
      if (value === 0) continue
      mentor.push(i)
      score.push(value)
    }
    start[j + 1] = mentor.length
  }
  return {
    mentors,
    mentees,
    capacity: new Int32Array(mentors).fill(capacity),
    demand: new Int32Array(mentees).fill(1),
    start,
    mentor: Int32Array.from(mentor),
    score: Int32Array.from(score),
  }
}
