import { sql } from 'drizzle-orm'
import type { Change } from '#db/commit.ts'
import { deleteDraft } from '#db/queries/draft.ts'
import { insertMails } from '#db/queries/mail.ts'
import { findProgramme, getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import {
  countSignUpsSince,
  findSignUpByToken,
  insertSignUp,
  isReceived,
  confirmSignUp as markConfirmed,
  wasReceived,
} from '#db/queries/sign-up.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { authorise, mayDo } from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import { isVouchedHuman } from '#gateways/turnstile.ts'
import type { Questionnaire } from '#questionnaire/question.ts'
import { type Context, commit } from './context.ts'
import { findDraft } from './draft.ts'
import { type CheckedSignUp, type Enrolled, enrol } from './participant.ts'
import { hashToken, newToken } from './token.ts'

const CONFIRMATION_DAYS = 30
const SIGN_UPS_AN_HOUR = 5
/** The very same sign-up, received twice within this time, is one: somebody got no answer and sent it again. */
const SENT_AGAIN_MS = 10 * 60_000

/** A programme that whoever asks may see: a published one, or any for those who may read them all. */
export async function getOpenProgramme(ctx: Context, slug: string): Promise<ProgrammeRow> {
  const programme = await findProgramme(ctx.db, slug)
  if (!programme || (programme.published_at === null && !mayDo(ctx.actor, 'programmes:read'))) {
    throw notFound({ fr: 'Programme', en: 'Programme' })
  }
  return programme
}

/** @throws Problem `closed`, with the way on, unless people can sign up now. */
export function assertSignUpsOpen(programme: ProgrammeRow, now: number): void {
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

/** Whether somebody vouches that a person sends this; true where the organisation asks nobody. */
export async function isVouchedFor(ctx: Context, given: string): Promise<boolean> {
  const { turnstile, baseUrl } = ctx.settings
  if (turnstile === null) return true
  return isVouchedHuman({
    secret: turnstile.secret,
    token: given,
    action: 'sign-up',
    hostname: new URL(baseUrl).hostname,
  })
}

/** Which versions of questions and texts somebody answered and read. */
export function versionsOf(asked: Questionnaire, programme: ProgrammeRow) {
  return {
    questionnaire_version: asked.version,
    own_questions_version: asked.own_version,
    charter_version: programme.charter_version,
    notice_version: programme.notice_version,
  }
}

/**
 * Keeps a sign-up until its address is confirmed, and mails the link that confirms it. Nobody's data is touched. The same
 * sign-up sent again at once is kept, and mailed about, once. `draftToken` names the draft that it was written in, which is
 * then erased.
 */
export async function receiveSignUp(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
  draftToken?: string,
): Promise<void> {
  assertSignUpsOpen(programme, ctx.now)
  const email = signUp.email as string
  const key = emailKey(email) as string
  const isAgain = isReceived(
    { ...signUp, email_key: key, programme_id: programme.id, person_id: signUp.proved },
    ctx.now - SENT_AGAIN_MS,
  )
  if (await wasReceived(ctx.db, isAgain)) return
  if ((await countSignUpsSince(ctx.db, key, ctx.now - 3_600_000)) >= SIGN_UPS_AN_HOUR) {
    throw new Problem('too-many', {
      fr: 'Cette adresse vient de recevoir plusieurs messages de confirmation. Ouvrez le plus récent, ou réessayez dans une heure.',
      en: 'This address has just been sent several confirmation mails. Open the latest one, or try again in an hour.',
    })
  }
  const { consents, person: _person, proved, ...fields } = signUp
  const id = ctx.newId('sgn')
  const token = newToken()
  const draft = draftToken === undefined ? null : await findDraft(ctx, programme, draftToken)
  const received: Change = {
    event: { type: 'sign-up.received', subject: id, version: 1, data: { programme: programme.slug } },
    guards: [sql`NOT ${isAgain}`],
    writes: [
      insertSignUp(ctx.db, {
        ...fields,
        ...consents,
        id,
        email,
        email_key: key,
        programme_id: programme.id,
        person_id: proved,
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
      ...(draft ? [deleteDraft(ctx.db, draft.id)] : []),
    ],
  }
  try {
    await commit(ctx, received)
  } catch (error) {
    // The same arrived twice at the same moment: the other one is kept.
    if (!(error instanceof Problem && error.cause && (await wasReceived(ctx.db, isAgain)))) throw error
  }
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
  const consents = { volunteer_at, charter_at, reminders }
  const confirmed = { ...signUp, person: null, proved: signUp.person_id, consents }
  try {
    await enrol(ctx, programme, confirmed, markConfirmed(signUp.id, ctx.now))
  } catch (error) {
    // Opened twice at the same moment: the other one has confirmed it.
    if (!(error instanceof Problem && error.cause)) throw error
    const now = await findSignUpByToken(ctx.db, signUp.token_hash)
    if (!now || now.confirmed_at === null) throw error
  }
  return { slug: programme.slug }
}

/** A key of scope `sign-ups:write` vouches for address and dated consents: the person takes part at once, without a mail. */
export async function vouchSignUp(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
): Promise<Enrolled[]> {
  authorise(ctx.actor, 'sign-ups:write')
  return enrol(ctx, programme, signUp, null)
}
