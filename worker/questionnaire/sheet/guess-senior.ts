import type { Role } from '#domain/participant.ts'
import type { SheetPerson } from './people.ts'

/**
 * Which side of two lists is the senior one: the side whose middle level is higher, else the side whose middle member
 * came earlier. Null where neither levels nor dates of arrival are known on both sides, or the two are level.
 */
export function guessSenior(mentors: readonly SheetPerson[], mentees: readonly SheetPerson[]): Role | null {
  const ranks = difference(mentors, mentees, ({ gradeRank }) => gradeRank)
  const months = difference(mentees, mentors, ({ hiredIn }) => hiredIn)
  const by = ranks || months
  return by === 0 ? null : by > 0 ? 'mentor' : 'mentee'
}

/** How far the middle of one list is above that of the other; 0 where one of them is not known. */
function difference(
  one: readonly SheetPerson[],
  other: readonly SheetPerson[],
  of: (person: SheetPerson) => number | null,
): number {
  const [a, b] = [one, other].map((people) => middle(people.map(of).filter((value) => value !== null)))
  return a === undefined || b === undefined ? 0 : a - b
}

function middle(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
