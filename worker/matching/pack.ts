import { levelsBetween } from '#domain/reporting-line.ts'
import { openChart } from './chart.ts'
import { type Lists, listsBy, Whole } from './columns.ts'
import type { MatchInput, Member } from './member.ts'
import { peopleOfKey } from './member.ts'
import { OfferBook } from './offer-book.ts'
import { openSide, type Side } from './pack-side.ts'
import { Numbers } from './topic-fit.ts'

/** What a run is computed from, but for the people. */
export type MatchSettings = Omit<MatchInput, 'mentors' | 'mentees' | 'wishes' | 'objective'>

/** Everybody of a run in typed arrays: of a person’s answers, only what the rules and the score ask for. */
export interface Pack {
  settings: MatchSettings
  mentors: Side
  mentees: Side
  book: OfferBook
  /** By mentee, the mentors who are the same person, or kept apart by what was before, an organiser, a reporting line. */
  same: Lists
  past: Lists
  banned: Lists
  inLine: Lists
  /** Distinct ranked hopes of each side, by class. */
  hopes: { senior: string[][]; junior: string[][] }
}

export interface PackBuilder {
  /** Adds a participant, who can be let go of afterwards. */
  add(member: Member): void
  /** Adds a line of the chart, for charts too large for `settings.hierarchy`. */
  addLine(person: string, manager: string): void
  close(): Pack
}

/**
 * Packs the people of a run one at a time, so that 100,000 of them fit where their answers together would not.
 * They end up in impartial order, whatever the order in which they are added.
 */
export function openPack(settings: MatchSettings): PackBuilder {
  const book = new OfferBook(settings.scoring.topics)
  const numbers = {
    people: new Numbers(),
    languages: new Numbers(),
    sites: new Numbers(),
    families: new Numbers(),
    hopes: { senior: new Numbers(), junior: new Numbers() },
    values: new Numbers(),
    book,
  }
  const senior = settings.rules.senior ?? 'mentee'
  const sides = {
    mentor: openSide('mentor', senior, settings.rules.own, numbers),
    mentee: openSide('mentee', senior, settings.rules.own, numbers),
  }
  const chart = openChart()
  const addLine = (person: string, manager: string) =>
    chart.add(numbers.people.of(person), numbers.people.of(manager))
  return {
    add: (member) => sides[member.role].add(member),
    addLine,
    close() {
      for (const [person, managers] of settings.hierarchy) {
        for (const manager of managers) addLine(person, manager)
      }
      const words = (numbers.languages.words.length + 31) >> 5
      const [mentors, mentees] = [sides.mentor.close(words), sides.mentee.close(words)]
      const people = numbers.people.words.length
      const menteeOf = listsBy(people, mentees.person, rowsOf(mentees))
      const mentorOf = listsBy(people, mentors.person, rowsOf(mentors))
      const mentorsOf = (lists: Lists) => inRows(lists, mentorOf)
      const reach = (one: number, other: number) =>
        levelsBetween(
          settings.rules.appraisalLevels,
          numbers.people.words[one]!,
          numbers.people.words[other]!,
        ) ?? Number.POSITIVE_INFINITY
      return {
        settings,
        mentors,
        mentees,
        book,
        same: mentorsOf(listsBy(mentees.count, rowsOf(mentees), mentees.person)),
        past: mentorsOf(keptApart(settings.past, mentees, menteeOf, numbers.people)),
        banned: mentorsOf(keptApart(settings.banned, mentees, menteeOf, numbers.people)),
        inLine: mentorsOf(chart.pairsInLine(people, mentors.person, mentees.person, reach)),
        hopes: {
          senior: numbers.hopes.senior.words.map((list) => JSON.parse(list) as string[]),
          junior: numbers.hopes.junior.words.map((list) => JSON.parse(list) as string[]),
        },
      }
    },
  }
}

/** Packs people who are all at hand. */
export function packOf(input: MatchSettings & Pick<MatchInput, 'mentors' | 'mentees'>): Pack {
  const { mentors, mentees, ...settings } = input
  const builder = openPack(settings)
  for (const member of mentors) builder.add(member)
  for (const member of mentees) builder.add(member)
  return builder.close()
}

function rowsOf({ count }: Side): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row)
}

/** The same lists, of rows instead of people; who is there twice is listed twice. */
function inRows({ start, entry }: Lists, rowsOfPerson: Lists): Lists {
  const [keys, rows] = [new Whole(), new Whole()]
  for (let k = 0; k + 1 < start.length; k++) {
    for (let n = start[k]!; n < start[k + 1]!; n++) {
      const person = entry[n]!
      for (let m = rowsOfPerson.start[person]!; m < rowsOfPerson.start[person + 1]!; m++) {
        keys.push(k)
        rows.push(rowsOfPerson.entry[m]!)
      }
    }
  }
  return listsBy(start.length - 1, keys.numbers, rows.numbers)
}

/** By mentee, the mentors (by number of the person) that some keys name; who takes no part is left out. */
function keptApart(keys: ReadonlySet<string>, mentees: Side, menteeOf: Lists, people: Numbers): Lists {
  const [rows, others] = [new Whole(), new Whole()]
  for (const key of keys) {
    const pair = peopleOfKey(key)
    const [mentor, mentee] = [people.find(pair.mentor), people.find(pair.mentee)]
    if (mentor === undefined || mentee === undefined) continue
    for (let n = menteeOf.start[mentee]!; n < menteeOf.start[mentee + 1]!; n++) {
      rows.push(menteeOf.entry[n]!)
      others.push(mentor)
    }
  }
  return listsBy(mentees.count, rows.numbers, others.numbers)
}
