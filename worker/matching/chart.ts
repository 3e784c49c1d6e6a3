import { type Lists, listsBy, Whole } from './columns.ts'

/** A chart of reporting lines between people by number. */
export interface Chart {
  add(person: number, manager: number): void
  /**
   * For each mentee, the mentors (by number of the person) in one line with the mentee: one above the other by at
   * most `reach(one, other)` levels, dotted lines counted like others.
   */
  pairsInLine(
    people: number,
    mentors: Int32Array,
    mentees: Int32Array,
    reach: (one: number, other: number) => number,
  ): Lists
}

/** A chart that is read line by line and keeps two numbers of each. */
export function openChart(): Chart {
  const [persons, managers] = [new Whole(), new Whole()]
  return {
    add(person, manager) {
      persons.push(person)
      managers.push(manager)
    },
    pairsInLine(people, mentors, mentees, reach) {
      const climb = climber(people, listsBy(people, persons.numbers, managers.numbers))
      const [isMentor, rowsOfMentee] = [new Uint8Array(people), listsBy(people, mentees, rowsOf(mentees))]
      for (const mentor of mentors) isMentor[mentor] = 1
      const [rows, others] = [new Whole(), new Whole()]
      mentees.forEach((mentee, row) => {
        climb(mentee, (boss, level) => {
          if (isMentor[boss] === 0 || level > reach(boss, mentee)) return
          rows.push(row)
          others.push(boss)
        })
      })
      for (const mentor of mentors) {
        climb(mentor, (boss, level) => {
          const [from, to] = [rowsOfMentee.start[boss]!, rowsOfMentee.start[boss + 1]!]
          if (from === to || level > reach(mentor, boss)) return
          for (let n = from; n < to; n++) {
            rows.push(rowsOfMentee.entry[n]!)
            others.push(mentor)
          }
        })
      }
      return listsBy(mentees.length, rows.numbers, others.numbers)
    },
  }
}

function rowsOf(people: Int32Array): Int32Array {
  return Int32Array.from(people, (_, row) => row)
}

/** Walks up from a person and visits each manager above once, by the shortest way. */
function climber(people: number, managers: Lists) {
  const { start, entry } = managers
  const seenFrom = new Int32Array(people)
  const queue = new Int32Array(people)
  let walk = 0
  return (person: number, visit: (boss: number, level: number) => void) => {
    walk += 1
    let [head, tail] = [0, 0]
    let [level, end] = [0, 1]
    queue[tail++] = person
    while (head < tail) {
      level += 1
      for (; head < end; head++) {
        const one = queue[head]!
        for (let n = start[one]!; n < start[one + 1]!; n++) {
          const boss = entry[n]!
          if (seenFrom[boss] === walk) continue
          seenFrom[boss] = walk
          visit(boss, level)
          // In a chart that turns in a circle, somebody is above themselves and was climbed from already.
          if (boss !== person) queue[tail++] = boss
        }
      }
      end = tail
    }
  }
}
