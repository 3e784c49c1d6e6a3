import { listExcludedPeople } from '#db/queries/exclusion.ts'
import type { MatchRunRow } from '#db/queries/match-run.ts'
import { listMentorWishes } from '#db/queries/mentor-wish.ts'
import { listGroupsOfProgrammes, type NamedGroup } from '#db/queries/named-group.ts'
import { listBans, listLocksToGrant } from '#db/queries/pair-decision.ts'
import { countPlacesTaken, listAllParticipants } from '#db/queries/participant.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { listPairsOfRun, listPastPairs } from '#db/queries/proposal.ts'
import { hierarchyAbove, listManagers } from '#db/queries/reporting-line.ts'
import type { RunSettings } from '#domain/match-run.ts'
import { appraisalLevelsOf } from '#domain/named-group.ts'
import type { Role } from '#domain/participant.ts'
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
import type { Context } from './context.ts'

/**
 * Everything a run needs to know, loaded once: people, answers, places, the reporting lines above them, the past, and
 * what organisers and mentees wish for; with the settings to be frozen on the run.
 */
export async function loadMatchInput(
  ctx: Context,
  programme: ProgrammeRow,
  run: Pick<MatchRunRow, 'previous_id'>,
): Promise<{ input: MatchInput; settings: RunSettings }> {
  const members = await loadMembers(ctx, programme.id)
  const [hierarchy, past, banned, groups] = await Promise.all([
    hierarchyAbove(
      ctx.db,
      members.map(({ person }) => person),
    ),
    loadPast(ctx),
    listBans(ctx.db, programme.id),
    listGroupsOfProgrammes(ctx.db, [programme.id]),
  ])
  const input: MatchInput = {
    mentors: members.filter((member) => member.role === 'mentor'),
    mentees: members.filter((member) => member.role === 'mentee'),
    hierarchy,
    past,
    banned: keysOf(banned),
    rules: rulesOf(programme, groups),
    scoring: { weights: programme.weights, different: programme.different, hopes: programme.hopes },
    wishes: await loadWishes(ctx, programme, groups, run.previous_id),
    objective: programme.matching_objective,
  }
  return { input, settings: settingsOf(programme, groups, input) }
}

async function loadMembers(ctx: Context, programmeId: string): Promise<Member[]> {
  const everybody = await listAllParticipants(ctx.db, programmeId)
  const [taken, managers] = await Promise.all([
    countPlacesTaken(ctx.db, programmeId),
    listManagers(
      ctx.db,
      everybody.map(({ person }) => referenceOf(person)),
    ),
  ])
  return everybody.map(({ participant, person }): Member & { role: Role } => {
    const { answers } = participant
    return {
      id: participant.id,
      person: referenceOf(person),
      role: participant.role,
      gradeRank: person.grade_rank,
      hiredIn: monthNumber(person.hired_in ?? answers.G5),
      managesSomebody: managers.has(referenceOf(person)),
      jobFamily: person.job_family ?? answers.G4 ?? null,
      subsidiary: person.subsidiary ?? answers.G3?.subsidiary ?? null,
      site: person.site ?? answers.G3?.site ?? null,
      capacity: participant.capacity,
      placesTaken: taken.get(participant.id) ?? 0,
      consents:
        participant.state === 'active' &&
        participant.volunteer_at !== null &&
        participant.charter_at !== null,
      active: person.active && participant.state !== 'withdrawn',
      answers,
    }
  })
}

/** Pairs never proposed (again). A confidential exclusion holds both ways and looks like any other past. */
async function loadPast(ctx: Context): Promise<Set<string>> {
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
  ctx: Context,
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
  { rules, scoring, wishes, banned }: MatchInput,
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
