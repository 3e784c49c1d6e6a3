import type { ProposalShown } from '#contract/match-run.ts'
import { armorique, volunteers } from '#db/worlds/armorique.ts'
import { FRESH_EYES, TWO_VOICES } from '#db/worlds/programmes.ts'
import type { StaffMember } from '#db/worlds/staff.ts'
import { DAY_MS, startOfDay, toDay } from '#domain/local-time.ts'
import { type Doors, forEachOf, listAll, openDoors } from './doors.ts'
import { importStaff, openProgramme, pause, readClock, runFirstRound, signUpAll } from './loading.ts'

export const ORGANISER = 'organiser@armorique.example'

const PEOPLE = 400
const SEED = 11
/** How many sign-ups each programme starts with; the open one lacks mentors, so a newcomer who is one finds somebody. */
const EARLY = { mentors: 7, mentees: 16 }
const COHORT = { mentors: 24, mentees: 26 }
/** How many pairs have already said yes; the others still have their proposal before them. */
const ACCEPTED = 8

/** What is worth knowing about a loaded world: addresses of programmes, and people who can sign in. */
export interface LoadedWorld {
  world: 'armorique' | 'none'
  organiser: string
  programme: string | null
  cohort: string | null
  /** Somebody whose proposal awaits an answer, and the other person of that proposal. */
  undecided: string[]
  /** The two people of a pair that has begun. */
  paired: string[]
}

/**
 * The world a newcomer finds: Groupe Armorique with 400 people, one programme open for sign-ups and one with a matched
 * cohort, eight pairs of which have begun. Every step may be repeated, so that a load that was cut short is finished
 * by the next one.
 * @param tell says each step, in a few words.
 */
export async function loadStartingWorld(doors: Doors, tell: (step: string) => void): Promise<LoadedWorld> {
  await addOrganiser(doors)
  const people = armorique({ people: PEOPLE, seed: SEED })
  tell(`${PEOPLE} people and their hierarchy`)
  const staffLoaded = importStaff(doors, people)
  const today = await localMidnight(doors)
  const inDays = (days: number, hours = 0) =>
    new Date(today + days * DAY_MS + hours * 3_600_000).toISOString()
  const on = (days: number) => inDays(days, 12).slice(0, 10)
  await Promise.all([
    openProgramme(doors, FRESH_EYES, {
      sign_ups_open_at: inDays(-7),
      matching_at: inDays(21, 9),
      rematch_days: 14,
      starts_on: on(30),
      ends_on: on(30 + 183),
    }),
    openProgramme(doors, TWO_VOICES, {
      sign_ups_open_at: inDays(-45),
      sign_ups_close_at: inDays(-1),
      rematch_days: 28,
      starts_on: on(7),
      ends_on: on(7 + 183),
    }),
    staffLoaded,
  ])
  const all = volunteers(people, {
    mentors: EARLY.mentors + COHORT.mentors,
    mentees: EARLY.mentees + COHORT.mentees,
    seed: SEED,
  })
  const early = { mentors: all.mentors.slice(0, EARLY.mentors), mentees: all.mentees.slice(0, EARLY.mentees) }
  const cohort = { mentors: all.mentors.slice(EARLY.mentors), mentees: all.mentees.slice(EARLY.mentees) }
  tell('sign-ups')
  await signUpAll(doors, TWO_VOICES.slug, cohort, { seed: SEED })
  tell('a first round of matching')
  const [run] = await Promise.all([
    runFirstRound(doors, TWO_VOICES.slug),
    signUpAll(doors, FRESH_EYES.slug, early, { seed: SEED }),
  ])
  await doors.send('POST', `/api/v1/match-runs/${run.id}/approval`)
  tell('first pairs')
  const { undecided, paired } = await beginPairs(doors, run.id, people)
  return {
    world: 'armorique',
    organiser: ORGANISER,
    programme: FRESH_EYES.slug,
    cohort: TWO_VOICES.slug,
    undecided,
    paired,
  }
}

/** A world with nobody in it, but with somebody who can sign in to the console. */
export async function loadNothing(doors: Doors): Promise<LoadedWorld> {
  await addOrganiser(doors)
  return { world: 'none', organiser: ORGANISER, programme: null, cohort: null, undecided: [], paired: [] }
}

async function addOrganiser(doors: Doors): Promise<void> {
  await doors.send('PUT', `/api/v1/organisers/${encodeURIComponent(ORGANISER)}`, {})
}

async function localMidnight(doors: Doors): Promise<number> {
  const now = await readClock(doors)
  const day = toDay(now, 'Europe/Paris')
  return startOfDay(day, 'Europe/Paris')
}

/** Both people of some proposals sign in, each with the code from their mail, and accept. */
async function beginPairs(
  doors: Doors,
  runId: string,
  people: readonly StaffMember[],
): Promise<{ undecided: string[]; paired: string[] }> {
  const addresses = new Map(people.map(({ external_id, email }) => [external_id, email!]))
  const proposals = await listAll<ProposalShown>(doors, `/api/v1/match-runs/${runId}/proposals`)
  const ranked = [...proposals].sort((a, b) => b.score - a.score || (a.mentee < b.mentee ? -1 : 1))
  // Nobody is shown twice: a mentor may have two proposals.
  const seen = new Set<string>()
  const apart = ranked.filter(({ mentor, mentee }) => {
    const isNew = !seen.has(mentor) && !seen.has(mentee)
    seen.add(mentor).add(mentee)
    return isNew
  })
  const accepting = apart.slice(0, ACCEPTED)
  await forEachOf(accepting, 4, async ({ id, mentor, mentee, state }) => {
    if (state === 'paired') return
    for (const person of [mentee, mentor]) await accept(doors, id, addresses.get(person)!)
  })
  const addressesOf = (proposal?: ProposalShown) =>
    proposal ? [addresses.get(proposal.mentee)!, addresses.get(proposal.mentor)!] : []
  return { undecided: addressesOf(apart[ACCEPTED]), paired: addressesOf(apart[0]) }
}

async function accept(doors: Doors, proposalId: string, email: string): Promise<void> {
  const cookie = await signIn(doors, email)
  const person = openDoors(doors.base, null)
  await person.send('POST', `/api/v1/proposals/${proposalId}/acceptance`, {}, { cookie, origin: doors.base })
}

interface MailShown {
  id: string
  code: string | null
}

/** @returns the session's cookie. */
async function signIn(doors: Doors, email: string): Promise<string> {
  const nobody = openDoors(doors.base, null)
  const codes = async () =>
    (await doors.get<{ items: MailShown[] }>(`/dev/mail.json?to=${encodeURIComponent(email)}`)).items.filter(
      ({ code }) => code !== null,
    )
  const before = new Set((await codes()).map(({ id }) => id))
  await nobody.send('POST', '/api/v1/sign-in-codes', { email, language: 'fr' }, { origin: doors.base })
  for (let polls = 0; polls < 100; polls++) {
    const mail = (await codes()).find(({ id }) => !before.has(id))
    if (mail?.code) {
      const { headers } = await nobody.send(
        'POST',
        '/api/v1/sessions',
        { email, code: mail.code },
        { origin: doors.base },
      )
      return headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    }
    await pause(150)
  }
  throw new Error(`No sign-in code arrived for ${email}.`)
}
