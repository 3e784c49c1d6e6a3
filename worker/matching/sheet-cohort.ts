import { CRITERIA, type Criterion, STARTING_HOPES } from '#domain/criterion.ts'
import type { SheetSettings } from '#domain/match-sheet.ts'
import type { Hierarchy } from '#domain/reporting-line.ts'
import type { Answers } from '#questionnaire/answers.ts'
import type { SheetPerson } from '#questionnaire/sheet/people.ts'
import { plain } from '#questionnaire/sheet/plain.ts'
import { type MatchInput, type Member, NO_WISHES, pairKey } from './member.ts'

/** Stands for “any topic” where the files name none: everybody offers it and everybody wants it. */
export const ANY_TOPIC = '*'
const ANY_LANGUAGE = '*'

/** Which rules had something to check in two tables; false where nothing was there to check. */
export interface Checkable {
  'reporting-line': boolean
  seniority: boolean
  language: boolean
  meeting: boolean
  topic: boolean
  capacity: boolean
  past: boolean
  /** Somebody is known to manage nobody: the gap of levels does not apply to them. */
  manages: boolean
}

/** A run over two tables: the input of the engine, and the line behind each of its participants. */
export interface SheetCohort {
  input: MatchInput
  people: Map<string, SheetPerson>
  checkable: Checkable
  /** By what somebody is recognised in both files. */
  recognisedBy: 'reference' | 'email' | 'name'
}

/**
 * Two tables of people as the input of a run. A rule for which the files hold nothing is left open rather than
 * refusing everybody: no topics means any topic, no languages means a shared one. Where nothing says whether somebody
 * manages people, they count as if they did, so that the gap of levels applies as it is set. Consent is taken as given
 * by whoever brings the files.
 */
export function prepareSheets(
  mentors: readonly SheetPerson[],
  mentees: readonly SheetPerson[],
  settings: SheetSettings,
): SheetCohort {
  const everybody = [...mentors, ...mentees]
  const recognisedBy = recognise(mentors, mentees)
  const keys = keysOf(everybody, recognisedBy)
  const named = namesOf(everybody, keys)
  const resolve = (name: string) => named.get(fold(name)) ?? `?${fold(name)}`
  const checkable = checkableIn(mentors, mentees)
  const spelt = spellings(everybody)
  const people = new Map<string, SheetPerson>()
  const memberOf = (person: SheetPerson): Member => {
    const id = `${person.role} ${keys.get(person)!}`
    people.set(id, person)
    return {
      id,
      person: keys.get(person)!,
      role: person.role,
      gradeRank: person.gradeRank,
      hiredIn: person.hiredIn,
      managesSomebody: person.managesSomebody ?? true,
      jobFamily: spelt(person.jobFamily),
      subsidiary: spelt(person.subsidiary),
      site: spelt(person.site),
      capacity: person.role === 'mentor' ? (person.capacity ?? settings.capacity) : 1,
      placesTaken: 0,
      consents: true,
      active: true,
      answers: answersOf(person, checkable, spelt),
    }
  }
  const input: MatchInput = {
    mentors: mentors.map(memberOf),
    mentees: mentees.map(memberOf),
    hierarchy: hierarchyIn(everybody, keys, resolve),
    past: pastIn(everybody, keys, resolve),
    banned: new Set(),
    rules: {
      senior: settings.senior,
      seniorityGap: settings.seniority_gap,
      experienceGapYears: settings.experience_gap_years,
      unknownSeniorityAllowed: settings.unknown_seniority_allowed,
      own: [],
      appraisalLevels: new Map(),
    },
    scoring: { weights: settings.weights, different: settings.different, hopes: STARTING_HOPES },
    wishes: NO_WISHES,
    objective: settings.objective,
  }
  return { input, people, checkable, recognisedBy }
}

/** The criteria of which the two tables say nothing on one side or the other. */
export function silentCriteria(
  mentors: readonly SheetPerson[],
  mentees: readonly SheetPerson[],
): Criterion[] {
  const bothSay = (asks: (person: SheetPerson) => boolean) => mentors.some(asks) && mentees.some(asks)
  const isTold: Record<Criterion, boolean> = {
    need: mentors.some(({ answers }) => answers.OFFERS) && mentees.some(({ answers }) => answers.WANTS),
    field: bothSay(({ jobFamily }) => jobFamily !== null),
    availability: bothSay(({ answers }) => (answers.G6?.slots.length ?? 0) > 0),
    reverse: mentors.some(({ answers }) => answers.WANTS) && mentees.some(({ answers }) => answers.OFFERS),
    intentions: bothSay(({ answers }) => answers.IM !== undefined || answers.IR !== undefined),
    site: bothSay(({ site }) => site !== null),
    learning: false,
  }
  return CRITERIA.filter((criterion) => !isTold[criterion])
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

/** The identifier where both files have one throughout, else the address, else the name. */
function recognise(
  mentors: readonly SheetPerson[],
  mentees: readonly SheetPerson[],
): SheetCohort['recognisedBy'] {
  const isIn = (field: 'reference' | 'email') =>
    [mentors, mentees].every((people) => people.some((person) => person[field] !== null))
  return isIn('reference') ? 'reference' : isIn('email') ? 'email' : 'name'
}

/** One key for each person; two lines of one table never share one, though namesakes may look alike. */
function keysOf(
  everybody: readonly SheetPerson[],
  by: SheetCohort['recognisedBy'],
): Map<SheetPerson, string> {
  const keys = new Map<SheetPerson, string>()
  const taken = { mentor: new Set<string>(), mentee: new Set<string>() }
  for (const person of everybody) {
    const named =
      by === 'name'
        ? plain(person.name)
        : (person[by] ?? person.email ?? person.reference ?? plain(person.name))
    let key = by === 'reference' ? named.trim() : fold(named)
    while (taken[person.role].has(key)) key = `${key} №${person.line}`
    taken[person.role].add(key)
    keys.set(person, key)
  }
  return keys
}

/** Everybody’s key by each name they go by; a name that two people share leads to nobody. */
function namesOf(everybody: readonly SheetPerson[], keys: Map<SheetPerson, string>): Map<string, string> {
  const named = new Map<string, string | null>()
  for (const person of everybody) {
    const key = keys.get(person)!
    for (const name of new Set(
      [person.reference, person.email, person.name].flatMap((each) => (each ? [fold(each)] : [])),
    )) {
      named.set(name, named.has(name) && named.get(name) !== key ? null : key)
    }
  }
  return new Map([...named].flatMap(([name, key]) => (key === null ? [] : [[name, key] as const])))
}

function hierarchyIn(
  everybody: readonly SheetPerson[],
  keys: Map<SheetPerson, string>,
  resolve: (name: string) => string,
): Hierarchy {
  const hierarchy: Hierarchy = new Map()
  for (const person of everybody) {
    const managers = person.managers.map(resolve).filter((manager) => manager !== keys.get(person))
    if (managers.length === 0) continue
    const key = keys.get(person)!
    hierarchy.set(key, [...new Set([...(hierarchy.get(key) ?? []), ...managers])])
  }
  return hierarchy
}

/** Pairs of before, whichever of the two names the other. */
function pastIn(
  everybody: readonly SheetPerson[],
  keys: Map<SheetPerson, string>,
  resolve: (name: string) => string,
): Set<string> {
  return new Set(
    everybody.flatMap((person) =>
      person.past.map((name) =>
        person.role === 'mentor'
          ? pairKey(keys.get(person)!, resolve(name))
          : pairKey(resolve(name), keys.get(person)!),
      ),
    ),
  )
}

function checkableIn(mentors: readonly SheetPerson[], mentees: readonly SheetPerson[]): Checkable {
  const everybody = [...mentors, ...mentees]
  const onBothSides = (says: (person: SheetPerson) => boolean) => mentors.some(says) && mentees.some(says)
  return {
    'reporting-line': everybody.some(({ managers }) => managers.length > 0),
    seniority:
      onBothSides(({ gradeRank }) => gradeRank !== null) || onBothSides(({ hiredIn }) => hiredIn !== null),
    language: onBothSides(({ answers }) => answers.G2 !== undefined),
    meeting: everybody.some(({ saysWhere }) => saysWhere),
    topic:
      mentors.some(({ answers }) => answers.OFFERS !== undefined) &&
      mentees.some(({ answers }) => answers.WANTS !== undefined),
    capacity: mentors.some(({ capacity }) => capacity !== null),
    past: everybody.some(({ past }) => past.length > 0),
    manages: everybody.some(({ managesSomebody }) => managesSomebody === false),
  }
}

/** One spelling for words that only differ by accents or capitals; the first one met. */
function spellings(everybody: readonly SheetPerson[]): <T extends string | null>(text: T) => T {
  const first = new Map<string, string>()
  const spell = <T extends string | null>(text: T): T => {
    if (text === null) return text
    const key = plain(text)
    if (!first.has(key)) first.set(key, text)
    return first.get(key) as T
  }
  const words = everybody.flatMap(({ jobFamily, subsidiary, site, answers }) => [
    jobFamily,
    subsidiary,
    site,
    ...(answers.OFFERS ?? []).map(({ topic }) => topic),
    ...(answers.WANTS ?? []).map(({ topic }) => topic),
  ])
  for (const word of words.filter((each) => each !== null).sort()) spell(word)
  return spell
}

function answersOf(
  { role, answers }: SheetPerson,
  { topic, language }: Checkable,
  spelt: (text: string) => string,
): Answers {
  const given: Answers = { ...answers }
  if (answers.OFFERS) given.OFFERS = answers.OFFERS.map((offer) => ({ ...offer, topic: spelt(offer.topic) }))
  if (answers.WANTS) given.WANTS = answers.WANTS.map((want) => ({ ...want, topic: spelt(want.topic) }))
  if (!language) given.G2 = [ANY_LANGUAGE]
  if (!topic && role === 'mentor') given.OFFERS = [{ topic: ANY_TOPIC, facet: 'usage', level: 4, last: 4 }]
  if (!topic && role === 'mentee') given.WANTS = [{ topic: ANY_TOPIC, facet: 'usage', level: 0, target: 3 }]
  return given
}
