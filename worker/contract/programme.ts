import * as v from 'valibot'
import { CRITERIA, STARTING_HOPES, SWITCHABLE_CRITERIA } from '#domain/criterion.ts'
import { BONUS_MAX, MATCHING_OBJECTIVES } from '#domain/match-run.ts'
import type { Objective, Programme, ProgrammeKind, SignUps } from '#domain/programme.ts'
import { OBJECTIVES, PROGRAMME_KINDS } from '#domain/programme.ts'
import { pairingRuleShown, pairingRules } from './pairing-rule.ts'
import {
  countShown,
  day,
  dayShown,
  instant,
  instantShown,
  line,
  prose,
  slug,
  timeZone,
  toInstant,
  whole,
} from './shape.ts'

const words = v.strictObject({
  name: line(80),
  summary: line(240),
  aims: prose(2000),
  audience: prose(1000),
  charter: prose(4000),
  notice: v.optional(prose(4000), ''),
})

const worksCouncil = v.variant('state', [
  v.strictObject({ state: v.literal('consulted'), on: day }),
  v.strictObject({ state: v.literal('not-needed'), reason: v.pipe(prose(600), v.minLength(10)) }),
])

const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const hopesRow = (row: Record<string, number>) =>
  v.strictObject(v.entriesFromList(Object.keys(row), v.pipe(v.number(), v.minValue(0), v.maxValue(1))))

const settings = {
  kind: v.picklist(Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]),
  objectives: v.pipe(
    v.array(v.picklist(Object.keys(OBJECTIVES) as Objective[])),
    v.minLength(1),
    v.transform((objectives) => [...new Set(objectives)]),
  ),
  words: v.strictObject({ fr: words, en: words }),
  time_zone: timeZone,
  sign_ups_open_at: v.nullable(instant),
  sign_ups_close_at: v.nullable(instant),
  matching_at: v.nullable(instant),
  rematch_days: v.nullable(whole(1, 366)),
  acceptance_days: whole(1, 60),
  starts_on: v.nullable(day),
  ends_on: v.nullable(day),
  session_minutes: whole(15, 480),
  preparation_minutes: whole(0, 480),
  capacity_max: whole(1, 50),
  seniority_gap: whole(0, 100),
  experience_gap_years: whole(0, 50),
  unknown_seniority_allowed: v.boolean(),
  externals_allowed: v.boolean(),
  works_council: v.nullable(worksCouncil),
  weights: v.pipe(
    v.strictObject(v.entriesFromList(CRITERIA, weight)),
    v.check((weights) => Math.abs(Object.values(weights).reduce((a, b) => a + b, 0) - 1) < 0.005, 'weights'),
  ),
  matching_objective: v.picklist(MATCHING_OBJECTIVES),
  different: v.pipe(
    v.array(v.picklist(SWITCHABLE_CRITERIA)),
    v.maxLength(20),
    v.transform((criteria) => SWITCHABLE_CRITERIA.filter((criterion) => criteria.includes(criterion))),
  ),
  hopes: v.strictObject(
    Object.fromEntries(Object.entries(STARTING_HOPES).map(([senior, row]) => [senior, hopesRow(row)])),
  ),
  own_rules: pairingRules,
  mentors_per_mentee: whole(1, 2),
  asked_bonus: whole(0, BONUS_MAX),
  kept_bonus: whole(0, BONUS_MAX),
  changes_max: v.nullable(whole(0, 100_000)),
  exposure_gap: whole(1, 1_000),
}

/** `POST /programmes`: what is left out takes the default of the kind. */
export const programmeInput = v.strictObject({
  slug,
  ...v.partial(v.strictObject(settings)).entries,
  words: settings.words,
})
export type ProgrammeInput = v.InferOutput<typeof programmeInput>

/** `PATCH /programmes/{slug}`: only what changes. */
export const programmePatch = v.partial(v.strictObject(settings))
export type ProgrammePatch = v.InferOutput<typeof programmePatch>

const wordsShown = v.strictObject({
  name: v.string(),
  summary: v.string(),
  aims: v.string(),
  audience: v.string(),
  charter: v.string(),
  notice: v.optional(v.string()),
})

/** A programme on the wire, as anybody may read it. */
export const programmeShown = v.strictObject({
  id: v.string(),
  slug: v.string(),
  kind: settings.kind,
  objectives: v.array(v.picklist(Object.keys(OBJECTIVES) as Objective[])),
  words: v.strictObject({ fr: wordsShown, en: wordsShown }),
  time_zone: v.string(),
  sign_ups: v.picklist(['upcoming', 'open', 'closed']) satisfies v.GenericSchema<SignUps>,
  sign_ups_open_at: v.nullable(instantShown),
  sign_ups_close_at: v.nullable(instantShown),
  matching_at: v.nullable(instantShown),
  rematch_days: v.nullable(countShown),
  acceptance_days: countShown,
  starts_on: v.nullable(dayShown),
  ends_on: v.nullable(dayShown),
  session_minutes: countShown,
  preparation_minutes: countShown,
  capacity_max: countShown,
  seniority_gap: countShown,
  experience_gap_years: countShown,
  unknown_seniority_allowed: v.boolean(),
  externals_allowed: v.boolean(),
  weights: v.strictObject(v.entriesFromList(CRITERIA, v.number())),
  weights_version: countShown,
  charter_version: countShown,
  notice_version: countShown,
  own_questions_version: countShown,
  published_at: v.nullable(instantShown),
})
export type ProgrammeShown = v.InferOutput<typeof programmeShown>

/** A programme with its matching settings: for organisers and keys that may read programmes. */
export const wholeProgrammeShown = v.strictObject({
  ...programmeShown.entries,
  works_council: v.nullable(
    v.variant('state', [
      v.strictObject({ state: v.literal('consulted'), on: dayShown }),
      v.strictObject({ state: v.literal('not-needed'), reason: v.string() }),
    ]),
  ),
  matching_objective: settings.matching_objective,
  different: v.array(v.picklist(SWITCHABLE_CRITERIA)),
  hopes: v.record(v.string(), v.record(v.string(), v.number())),
  own_rules: v.array(pairingRuleShown),
  mentors_per_mentee: countShown,
  asked_bonus: countShown,
  kept_bonus: countShown,
  changes_max: v.nullable(countShown),
  exposure_gap: countShown,
})
export type WholeProgrammeShown = v.InferOutput<typeof wholeProgrammeShown>

/** Shows what anybody may read of a programme. */
export function showProgramme(programme: Programme, signUps: SignUps): ProgrammeShown {
  const { id, slug, kind, objectives, words, time_zone, rematch_days, acceptance_days } = programme
  return {
    id,
    slug,
    kind,
    objectives,
    words,
    time_zone,
    sign_ups: signUps,
    sign_ups_open_at: toInstant(programme.sign_ups_open_at),
    sign_ups_close_at: toInstant(programme.sign_ups_close_at),
    matching_at: toInstant(programme.matching_at),
    rematch_days,
    acceptance_days,
    starts_on: programme.starts_on,
    ends_on: programme.ends_on,
    session_minutes: programme.session_minutes,
    preparation_minutes: programme.preparation_minutes,
    capacity_max: programme.capacity_max,
    seniority_gap: programme.seniority_gap,
    experience_gap_years: programme.experience_gap_years,
    unknown_seniority_allowed: programme.unknown_seniority_allowed,
    externals_allowed: programme.externals_allowed,
    weights: programme.weights,
    weights_version: programme.weights_version,
    charter_version: programme.charter_version,
    notice_version: programme.notice_version,
    own_questions_version: programme.own_questions_version,
    published_at: toInstant(programme.published_at),
  }
}

/** Shows a programme with its matching settings. */
export function showWholeProgramme(programme: Programme, signUps: SignUps): WholeProgrammeShown {
  return {
    ...showProgramme(programme, signUps),
    works_council: programme.works_council,
    matching_objective: programme.matching_objective,
    different: programme.different,
    hopes: programme.hopes,
    own_rules: programme.own_rules,
    mentors_per_mentee: programme.mentors_per_mentee,
    asked_bonus: programme.asked_bonus,
    kept_bonus: programme.kept_bonus,
    changes_max: programme.changes_max,
    exposure_gap: programme.exposure_gap,
  }
}
