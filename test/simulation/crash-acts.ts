import * as v from 'valibot'
import { approveRun } from '#actions/approval.ts'
import { receiveImport } from '#actions/employee-import-upload.ts'
import { requestRun } from '#actions/match-run.ts'
import type { CheckedSignUp } from '#actions/participant.ts'
import { patchEmployee } from '#actions/person.ts'
import { answer } from '#actions/proposal.ts'
import { confirmSignUp, getOpenProgramme, receiveSignUp, vouchSignUp } from '#actions/sign-up.ts'
import { challengeWebhookEndpoint } from '#actions/webhook.ts'
import { employeePatch } from '#contract/employee.ts'
import { openEmployeeFile } from '#contract/employee-file.ts'
import type { Actor } from '#domain/permission.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { makeMenteeAnswers, makeMentorAnswers } from '#test/makers.ts'
import type { Asked, CrashWorld } from './crash-world.ts'
import { addressOf, KEY, organiserOf, PROGRAMME } from './town.ts'

export const HOUR = 3_600_000
export const VISITOR = 'visiteuse@dehors.example'

/** Something that is asked for, as the town then stands. */
export type Act = (world: CrashWorld) => Asked

export function request(
  actor: Actor,
  work: Extract<Asked, { kind: 'request' }>['work'],
  key?: string,
): Asked {
  return { kind: 'request', actor, work, ...(key === undefined ? {} : { key }) }
}

export function job(name: string): Act {
  return () => ({ kind: 'job', name })
}

export function organiserIn(world: CrashWorld): Actor {
  return organiserOf(world.rows<{ id: string }>('SELECT id FROM organisers')[0]!.id)
}

/** Somebody whom HR knows, signed in. */
export function personIn(world: CrashWorld, reference: string): Actor {
  const [person] = world.rows<{ id: string; email: string | null }>(
    'SELECT id, email FROM people WHERE external_id = ? OR email = ?',
    reference,
    reference,
  )
  return { kind: 'participant', person: person!.id, email: person!.email ?? '' }
}

export function idIn(world: CrashWorld, table: string, where = 'true'): string {
  const [row] = world.rows<{ id: string }>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`)
  if (!row) throw new Error(`the start has none of ${table} where ${where}`)
  return row.id
}

export function signUpOf(
  who: string,
  role: 'mentor' | 'mentee' | 'both',
  now: number,
  isKnown = true,
  answers: Answers = {},
): CheckedSignUp {
  return {
    role,
    person: isKnown ? who : null,
    proved: null,
    given_name: 'Prénom',
    family_name: `Nom${who.slice(0, 2)}`,
    email: isKnown ? addressOf(who) : who,
    language: 'fr',
    answers: { ...(role === 'mentee' ? makeMenteeAnswers() : makeMentorAnswers({ CAP: 2 })), ...answers },
    questionnaire_version: 1,
    own_questions_version: 0,
    charter_version: 1,
    notice_version: 1,
    consents: { volunteer_at: now, charter_at: now, reminders: true },
  }
}

export function vouched(
  who: string,
  role: 'mentor' | 'mentee' | 'both',
  isKnown = true,
  answers: Answers = {},
): Act {
  return ({ scheduler: { now } }) =>
    request(
      KEY,
      async (ctx) =>
        vouchSignUp(ctx, await getOpenProgramme(ctx, PROGRAMME), signUpOf(who, role, now, isKnown, answers)),
      `sign-up-${who}`,
    )
}

export const anonymousSignUp: Act = ({ scheduler: { now } }) =>
  request({ kind: 'anonymous' }, async (ctx) =>
    receiveSignUp(ctx, await getOpenProgramme(ctx, PROGRAMME), signUpOf(VISITOR, 'mentor', now, false)),
  )

export const confirmation: Act = ({ postedBefore, outside }) => {
  const all = [...postedBefore, ...outside.posted].map(
    ({ text }) => /\/confirmation\/(\w+)\//.exec(text)?.[1],
  )
  const token = all.findLast((one) => one !== undefined) as string
  return request({ kind: 'anonymous' }, (ctx) => confirmSignUp(ctx, token))
}

export const approval: Act = (world) => {
  const run = idIn(world, 'match_runs', "state = 'completed'")
  return request(organiserIn(world), (ctx) => approveRun(ctx, run))
}

export function answered(given: 'acceptance' | 'refusal', side: 'mentor' | 'mentee'): Act {
  return (world) => {
    const [row] = world.rows<{ id: string; person: string }>(
      `SELECT proposals.id, person_id AS person FROM proposals JOIN participants ON participants.id = ${side}_id
        WHERE proposals.state = 'open'`,
    )
    return request({ kind: 'participant', person: row!.person, email: '' }, (ctx) =>
      answer(ctx, row!.id, given),
    )
  }
}

export function moved(person: string, patch: Record<string, unknown>): Act {
  return () =>
    request(KEY, (ctx) => patchEmployee(ctx, person, v.parse(employeePatch, patch)), `move-${person}`)
}

export const challenged: Act = (world) => {
  const id = idIn(world, 'webhook_endpoints')
  return request(KEY, (ctx) => challengeWebhookEndpoint(ctx, id), 'challenge')
}

export const runAskedFor: Act = (world) =>
  request(organiserIn(world), (ctx) => requestRun(ctx, PROGRAMME), 'run')

const FILE = `external_id,family_name,given_name,manager,grade_rank
M1,NomM1,PrénomM1,HEAD,1
N2,Nouveau,Ewen,SIDE,1
N3,Nouvelle,Nolwenn,N2,1
`

export const upload: Act = () =>
  request(
    KEY,
    async (ctx) => {
      const file = openEmployeeFile('csv', {})
      const lines = [file.push(new TextEncoder().encode(FILE)), file.end()]
      const asked = { mode: 'strict', format: 'csv', complete: false, source: null, mapping: null } as const
      return receiveImport(ctx, asked, { lines, columns: file.columns })
    },
    'file',
  )
