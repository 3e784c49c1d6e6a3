import type { SQLWrapper } from 'drizzle-orm'
import { insertMails } from '#db/queries/mail.ts'
import { allowSignIn } from '#db/queries/organiser.ts'
import {
  findParticipants,
  insertParticipant,
  type ParticipantRow,
  updateParticipant,
} from '#db/queries/participant.ts'
import { findPerson, findPersonByEmail, type PersonRow, writePeople } from '#db/queries/person.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import { mentorCapacity, type Role } from '#domain/participant.ts'
import { emailKey, referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { type Context, commit } from './context.ts'

/** Somebody's wish to take part, once its shape and its answers have been checked. */
export interface CheckedSignUp {
  role: Role | 'both'
  /** How a key names a person it vouches for. */
  person: string | null
  given_name: string
  family_name: string
  email: string | null
  language: Language
  answers: Answers
  questionnaire_version: number
  own_questions_version: number
  /** Which versions of the texts they read. */
  charter_version: number
  notice_version: number
  consents: { volunteer_at: number; charter_at: number; reminders: boolean }
}

export interface Enrolled {
  id: string
  person: string
  role: Role
  state: ParticipantRow['state']
  capacity: number
}

/**
 * Makes somebody a participant in one role or both, linked to the person HR knows under that address, or as a new
 * person from outside where the programme welcomes them. Who takes part already has their answers replaced.
 * `afterwards` is written in the last batch, so that a sign-up is confirmed only once everything is in.
 */
export async function enrol(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
  afterwards: SQLWrapper | null,
): Promise<Enrolled[]> {
  const { person, creation } = await findOrWelcome(ctx, programme, signUp)
  const roles: Role[] = signUp.role === 'both' ? ['mentor', 'mentee'] : [signUp.role]
  const present = await findParticipants(ctx.db, programme.id, person.id)
  const enrolled: Enrolled[] = []
  for (const [index, role] of roles.entries()) {
    const isFirst = index === 0
    const isLast = index === roles.length - 1
    const before = present.find((participant) => participant.role === role)
    const row = {
      state: 'active' as const,
      capacity: capacityOf(programme, role, signUp.answers),
      answers: signUp.answers,
      questionnaire_version: signUp.questionnaire_version,
      own_questions_version: signUp.own_questions_version,
      charter_version: signUp.charter_version,
      notice_version: signUp.notice_version,
      ...signUp.consents,
      version: (before?.version ?? 0) + 1,
      updated_at: ctx.now,
    }
    const id = before?.id ?? ctx.newId('par')
    await commit(ctx, {
      event: {
        type: before ? 'participant.updated' : 'participant.joined',
        subject: id,
        version: row.version,
        data: { programme: programme.slug, participant: id, person: referenceOf(person), role },
      },
      writes: [
        ...(isFirst ? creation : []),
        before
          ? updateParticipant(ctx.db, id, row)
          : insertParticipant(ctx.db, {
              ...row,
              id,
              programme_id: programme.id,
              person_id: person.id,
              role,
              created_at: ctx.now,
            }),
        ...(isFirst && person.email_key ? [allowSignIn(ctx.newId('usr'), person.email_key, ctx.now)] : []),
        ...(isLast && afterwards ? [afterwards, ...welcomeMail(ctx, programme, signUp, id)] : []),
      ],
    })
    enrolled.push({ id, person: referenceOf(person), role, state: row.state, capacity: row.capacity })
  }
  if (afterwards) ctx.wake({ job: 'mails' })
  return enrolled
}

async function findOrWelcome(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
): Promise<{ person: PersonRow; creation: SQLWrapper[] }> {
  const key = signUp.email === null ? null : emailKey(signUp.email)
  const known =
    signUp.person === null
      ? key === null
        ? undefined
        : await findPersonByEmail(ctx.db, key)
      : await findPerson(ctx.db, signUp.person)
  if (known && !known.active) {
    throw new Problem('forbidden', {
      fr: 'Cette personne n’est plus active dans l’entreprise. Écrivez à l’équipe du programme s’il s’agit d’une erreur.',
      en: 'This person is no longer active in the company. Write to the programme team if this is a mistake.',
    })
  }
  if (known) return { person: known, creation: [] }
  if (signUp.person !== null) throw notFound({ fr: 'Personne', en: 'Person' })
  if (!programme.externals_allowed || key === null) {
    throw new Problem('forbidden', {
      fr: 'Ce programme est réservé aux personnes que l’entreprise connaît, et cette adresse ne lui est pas connue. Inscrivez-vous avec votre adresse professionnelle, ou écrivez à l’équipe du programme\u00a0: vos réponses sont gardées et ce lien restera valable.',
      en: 'This programme is for people the company knows, and it does not know this address. Sign up with your work address, or write to the programme team: your answers are kept and this link stays valid.',
    })
  }
  const { answers } = signUp
  const person = {
    id: ctx.newId('per'),
    external_id: null,
    given_name: signUp.given_name,
    family_name: signUp.family_name,
    email: signUp.email,
    email_key: key,
    language: signUp.language,
    grade: null,
    grade_rank: null,
    job_family: answers.G4 ?? null,
    subsidiary: answers.G3?.subsidiary ?? null,
    site: answers.G3?.site ?? null,
    hired_in: answers.G5 ?? null,
    relation: 'external' as const,
    active: true,
    recheck: false,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  return { person, creation: writePeople([{ ...person, manager: null, dotted_managers: [] }], ctx.now) }
}

function capacityOf(programme: ProgrammeRow, role: Role, answers: Answers): number {
  if (role === 'mentee') return programme.mentors_per_mentee
  const { session_minutes, preparation_minutes, capacity_max } = programme
  return Math.min(
    capacity_max,
    mentorCapacity(answers.CAP, answers.G6?.hours, session_minutes, preparation_minutes),
  )
}

function welcomeMail(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
  participantId: string,
): SQLWrapper[] {
  if (signUp.email === null) return []
  return insertMails(
    [
      {
        id: ctx.newId('mai'),
        key: `sign-up-confirmed:${participantId}:${ctx.now}`,
        template: 'sign-up-confirmed',
        language: signUp.language,
        to: signUp.email,
        facts: {
          programme: programme.words[signUp.language].name,
          link: `${ctx.settings.baseUrl}/${signUp.language}/me/`,
        },
      },
    ],
    ctx.now,
  )
}
