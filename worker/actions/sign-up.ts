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
import { findProgramme, getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import {
  countSignUpsSince,
  findSignUpByToken,
  insertSignUp,
  confirmSignUp as markConfirmed,
} from '#db/queries/sign-up.ts'
import type { Language } from '#domain/language.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { mentorCapacity, type Role } from '#domain/participant.ts'
import { authorise, mayDo } from '#domain/permission.ts'
import { emailKey, referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { type Context, commit } from './context.ts'
import { hashToken, newToken } from './token.ts'

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
  consents: { volunteer_at: number; charter_at: number; reminders: boolean }
}

export interface Enrolled {
  id: string
  person: string
  role: Role
  state: ParticipantRow['state']
  capacity: number
}

const CONFIRMATION_DAYS = 30
const SIGN_UPS_AN_HOUR = 5

export async function getOpenProgramme(ctx: Context, slug: string): Promise<ProgrammeRow> {
  const programme = await findProgramme(ctx.db, slug)
  if (!programme || (programme.published_at === null && !mayDo(ctx.actor, 'programmes:read'))) {
    throw notFound({ fr: 'Programme', en: 'Programme' })
  }
  return programme
}

function assertOpen(programme: ProgrammeRow, now: number): void {
  const state = signUps(programme, now)
  if (state === 'open') return
  throw new Problem(
    'closed',
    state === 'upcoming'
      ? {
          fr: 'Les inscriptions à ce programme ne sont pas encore ouvertes. La page du programme indique la date.',
          en: 'Sign-ups for this programme are not open yet. The programme’s page gives the date.',
        }
      : {
          fr: 'Les inscriptions à ce programme sont closes. D’autres programmes sont peut-être ouverts.',
          en: 'Sign-ups for this programme are closed. Other programmes may be open.',
        },
  )
}

/** Keeps a sign-up until its address is confirmed, and mails the link that confirms it. Nobody's data is touched. */
export async function receiveSignUp(ctx: Context, slug: string, signUp: CheckedSignUp): Promise<void> {
  const programme = await getOpenProgramme(ctx, slug)
  assertOpen(programme, ctx.now)
  const email = signUp.email as string
  const key = emailKey(email) as string
  if ((await countSignUpsSince(ctx.db, key, ctx.now - 3_600_000)) >= SIGN_UPS_AN_HOUR) {
    throw new Problem('too-many', {
      fr: 'Cette adresse vient de recevoir plusieurs messages de confirmation. Ouvrez le plus récent, ou réessayez dans une heure.',
      en: 'This address has just been sent several confirmation mails. Open the latest one, or try again in an hour.',
    })
  }
  const id = ctx.newId('sgn')
  const token = newToken()
  const { consents, person: _person, ...fields } = signUp
  await commit(ctx, {
    event: { type: 'sign-up.received', subject: id, version: 1, data: { programme: programme.slug } },
    writes: [
      insertSignUp(ctx.db, {
        ...fields,
        ...consents,
        id,
        email,
        email_key: key,
        programme_id: programme.id,
        charter_version: programme.charter_version,
        token_hash: await hashToken(token),
        created_at: ctx.now,
        expires_at: ctx.now + CONFIRMATION_DAYS * DAY_MS,
      }),
      ...insertMails(
        [
          {
            id: ctx.newId('mai'),
            key: `sign-up-confirmation:${id}`,
            template: 'sign-up-confirmation',
            language: signUp.language,
            to: email,
            facts: {
              programme: programme.words[signUp.language].name,
              link: `${ctx.settings.baseUrl}/${signUp.language}/programmes/${programme.slug}/confirmation/${token}/`,
            },
          },
        ],
        ctx.now,
      ),
    ],
  })
  ctx.wake({ job: 'mails' })
}

/**
 * Confirms an address: the sign-up becomes a participant, linked to the person HR knows under that address.
 * Opening the link twice changes nothing more.
 * @throws Problem `not-found` for a link that never was, `closed` for one that is too old,
 *   `forbidden` where the programme is for employees and HR does not know the address.
 */
export async function confirmSignUp(ctx: Context, token: string): Promise<{ slug: string }> {
  const signUp = await findSignUpByToken(ctx.db, await hashToken(token))
  if (!signUp) throw notFound({ fr: 'Lien de confirmation', en: 'Confirmation link' })
  const programme = await getProgrammeById(ctx.db, signUp.programme_id)
  if (signUp.confirmed_at !== null) return { slug: programme.slug }
  if (ctx.now >= signUp.expires_at) {
    throw new Problem('closed', {
      fr: 'Ce lien a plus de trente jours. Inscrivez-vous de nouveau depuis la page du programme\u00a0: cela prend cinq minutes.',
      en: 'This link is more than thirty days old. Sign up again from the programme’s page: it takes five minutes.',
    })
  }
  const { volunteer_at, charter_at, reminders } = signUp
  await enrol(
    ctx,
    programme,
    { ...signUp, person: null, consents: { volunteer_at, charter_at, reminders } },
    markConfirmed(signUp.id, ctx.now),
  )
  return { slug: programme.slug }
}

/** A key of scope `sign-ups:write` vouches for address and dated consents: the person takes part at once, without a mail. */
export async function vouchSignUp(ctx: Context, slug: string, signUp: CheckedSignUp): Promise<Enrolled[]> {
  authorise(ctx.actor, 'sign-ups:write')
  const programme = await getOpenProgramme(ctx, slug)
  return enrol(ctx, programme, signUp, null)
}

async function enrol(
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
      charter_version: programme.charter_version,
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
  if (role === 'mentee') return 1
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
