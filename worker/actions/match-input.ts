import { listExcludedPeople } from '#db/queries/exclusion.ts'
import { listMembers, type MatchRunRow, type MemberRow, readMemberPages } from '#db/queries/match-run.ts'
import { listMentorWishes } from '#db/queries/mentor-wish.ts'
import { listGroupsOfProgrammes, type NamedGroup } from '#db/queries/named-group.ts'
import { listBans, listLocksToGrant } from '#db/queries/pair-decision.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { listPairsOfRun, listPastPairs } from '#db/queries/proposal.ts'
import { hierarchyAbove, listLinesAbove } from '#db/queries/reporting-line.ts'
import type { MatchingObjective, RunSettings } from '#domain/match-run.ts'
import { appraisalLevelsOf } from '#domain/named-group.ts'
import { monthNumber, referenceOf } from '#domain/person.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import {
  type MatchInput,
  type MatchRules,
  type Member,
  pairKey,
  peopleOfKey,
  type Wishes,
} from '#matching/member.ts'
import { type MatchSettings, openPack, type Pack } from '#matching/pack.ts'
import { topicsToScore } from '#questionnaire/catalogue.ts'
import { loadCatalogue } from './catalogue.ts'
import type { Context } from './context.ts'

/** What a run is asked to do, but for the people. */
export interface MatchTask {
  /** The rules, scores and past. The chart is read with the people it concerns. */
  settings: MatchSettings
  wishes: Wishes
  objective: MatchingObjective
  /** To be frozen on the run. */
  frozen: RunSettings
}

const MEMBERS_A_PAGE = 1_000

/** Loads the past and what organisers and mentees wish for, with the settings to be frozen on the run. */
export async function loadMatchTask(
  ctx: Pick<Context, 'db'>,
  programme: ProgrammeRow,
  run: Pick<MatchRunRow, 'previous_id'>,
): Promise<MatchTask> {
  const [past, bans, groups, catalogue] = await Promise.all([
    loadPast(ctx),
    listBans(ctx.db, programme.id),
    listGroupsOfProgrammes(ctx.db, [programme.id]),
    loadCatalogue(ctx),
  ])
  const topics = topicsToScore(catalogue)
  const settings: MatchSettings = {
    hierarchy: new Map(),
    past,
    banned: keysOf(bans),
    rules: rulesOf(programme, groups),
    scoring: {
      weights: programme.weights,
      different: programme.different,
      hopes: programme.hopes,
      ...(topics ? { topics } : {}),
    },
  }
  const wishes = await loadWishes(ctx, programme, groups, run.previous_id)
  return {
    settings,
    wishes,
    objective: programme.matching_objective,
    frozen: settingsOf(programme, groups, settings, wishes),
  }
}

/**
 * Reads everybody of a programme, page by page, with the reporting lines above them, and packs them: the answers of
 * 100,000 people are never in memory together.
 */
export async function loadPack(
  ctx: Pick<Context, 'db'>,
  programme: Pick<ProgrammeRow, 'id'>,
  settings: MatchSettings,
): Promise<Pack> {
  const pack = openPack(settings)
  for await (const page of readMemberPages(ctx.db, programme.id, MEMBERS_A_PAGE)) {
    const members = page.map(memberOf)
    for (const member of members) pack.add(member)
    const people = members.map(({ person }) => person)
    for (const { person, manager } of await listLinesAbove(ctx.db, people)) pack.addLine(person, manager)
  }
  return pack.close()
}

/** Everything a run is computed from, all at hand: for questions about a programme that asks for all answers at once. */
export async function loadMatchInput(
  ctx: Pick<Context, 'db'>,
  programme: ProgrammeRow,
  run: Pick<MatchRunRow, 'previous_id'>,
): Promise<{ input: MatchInput; settings: RunSettings }> {
  const { settings, wishes, objective, frozen } = await loadMatchTask(ctx, programme, run)
  const members: Member[] = []
  for await (const page of readMemberPages(ctx.db, programme.id, MEMBERS_A_PAGE)) {
    for (const row of page) members.push(memberOf(row))
  }
  const hierarchy = await hierarchyAbove(
    ctx.db,
    members.map(({ person }) => person),
  )
  return {
    input: {
      ...settings,
      hierarchy,
      mentors: members.filter(({ role }) => role === 'mentor'),
      mentees: members.filter(({ role }) => role === 'mentee'),
      wishes,
      objective,
    },
    settings: frozen,
  }
}

/** Some participants as matching sees them, by participant id. */
export async function loadMembers(
  ctx: Pick<Context, 'db'>,
  ids: Iterable<string>,
): Promise<Map<string, Member>> {
  const rows = await listMembers(ctx.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.participant.id, memberOf(row)]))
}

function memberOf({ participant, person, managesSomebody, placesTaken }: MemberRow): Member {
  const { answers } = participant
  return {
    id: participant.id,
    person: referenceOf(person),
    role: participant.role,
    gradeRank: person.grade_rank,
    hiredIn: monthNumber(person.hired_in ?? answers.G5),
    managesSomebody: managesSomebody === 1,
    // Answers keep only what a person corrected (see `keepCorrections`): it counts before what HR says.
    jobFamily: answers.G4 ?? person.job_family,
    subsidiary: answers.G3?.subsidiary ?? person.subsidiary,
    site: answers.G3?.site ?? person.site,
    capacity: participant.capacity,
    placesTaken,
    consents:
      participant.state === 'active' && participant.volunteer_at !== null && participant.charter_at !== null,
    active: person.active && participant.state !== 'withdrawn',
    answers,
  }
}

/** Pairs never proposed (again). A confidential exclusion holds both ways and looks like any other past. */
async function loadPast(ctx: Pick<Context, 'db'>): Promise<Set<string>> {
  const [past, excluded] = await Promise.all([listPastPairs(ctx.db), listExcludedPeople(ctx.db)])
  return new Set([
    ...past.map(({ mentor, mentee }) => pairKey(mentor, mentee)),
    ...excluded.flatMap(({ person, named }) => [pairKey(person, named), pairKey(named, person)]),
  ])
}

function rulesOf(programme: ProgrammeRow, groups: readonly NamedGroup[]): MatchRules {
  return {
    senior: PROGRAMME_KINDS[programme.kind].senior,
    seniorityGap: programme.seniority_gap,
    experienceGapYears: programme.experience_gap_years,
    unknownSeniorityAllowed: programme.unknown_seniority_allowed,
    own: programme.own_rules,
    appraisalLevels: appraisalLevelsOf(groups),
  }
}

async function loadWishes(
  ctx: Pick<Context, 'db'>,
  programme: ProgrammeRow,
  groups: readonly NamedGroup[],
  previousId: string | null,
): Promise<Wishes> {
  const [locked, asked, kept] = await Promise.all([
    listLocksToGrant(ctx.db, programme.id),
    listMentorWishes(ctx.db, programme.id),
    previousId === null ? [] : listPairsOfRun(ctx.db, previousId),
  ])
  return {
    locked: keysOf(locked),
    first: groups
      .filter(({ served_first }) => served_first)
      .map(({ name, people }) => ({ name, people: new Set(people.map(({ reference }) => reference)) })),
    asked: keysOf(asked),
    askedBonus: programme.asked_bonus,
    kept: keysOf(kept),
    keptBonus: programme.kept_bonus,
    changesMax: programme.changes_max,
  }
}

function keysOf(pairs: readonly { mentor: string; mentee: string }[]): Set<string> {
  return new Set(pairs.map(({ mentor, mentee }) => pairKey(mentor, mentee)))
}

function settingsOf(
  programme: ProgrammeRow,
  groups: readonly NamedGroup[],
  { rules, scoring, banned }: MatchSettings,
  wishes: Wishes,
): RunSettings {
  return {
    scoring,
    rules: {
      senior: rules.senior,
      seniority_gap: rules.seniorityGap,
      experience_gap_years: rules.experienceGapYears,
      unknown_seniority_allowed: rules.unknownSeniorityAllowed,
      mentors_per_mentee: programme.mentors_per_mentee,
      own: rules.own,
    },
    locked: [...wishes.locked].map(peopleOfKey),
    groups: groups.map(({ name, people, served_first, appraisal_levels }) => ({
      name,
      people: people.length,
      served_first,
      appraisal_levels,
    })),
    banned: banned.size,
    asked: wishes.asked.size,
    asked_bonus: wishes.askedBonus,
    kept: wishes.kept.size,
    kept_bonus: wishes.keptBonus,
    changes_max: wishes.changesMax,
  }
}
