import { findDigestWish, setDigestWish } from '#db/queries/organiser.ts'
import { listParticipantsOfPerson } from '#db/queries/participant.ts'
import { findPerson } from '#db/queries/person.ts'
import { findPreferences, lastPreferenceVersion, writePreferences } from '#db/queries/preference.ts'
import { firstPreferences } from '#domain/preference.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { isSame, sign } from './signature.ts'

/** What a link at the end of a mail stops: the digest of somebody who organises, or the reminders of a person. */
export interface Unsubscription {
  kind: 'digest' | 'reminders'
  id: string
  /** Whether it is stopped already. */
  isOff: boolean
}

/** Where somebody stops what we send regularly: a signed address that needs no session and is kept nowhere. */
export async function unsubscribeAddress(ctx: Context, id: string): Promise<string> {
  return `${ctx.settings.baseUrl}/api/v1/unsubscriptions/${id}.${await signatureOf(ctx, id)}`
}

function signatureOf(ctx: Context, id: string): Promise<string> {
  return sign(ctx.settings.secret, `unsubscribe ${id}`)
}

/** What an address of ours would stop. @throws Problem `not-found` alike for one that was altered and for whoever is gone */
export async function openUnsubscription(ctx: Context, token: string): Promise<Unsubscription> {
  const [id = '', signature = ''] = token.split('.')
  const isOurs = isSame(signature, await signatureOf(ctx, id))
  const found = isOurs ? await findWish(ctx, id) : null
  if (!found) throw notFound({ fr: 'Lien de désabonnement', en: 'Link to unsubscribe' })
  return found
}

async function findWish(ctx: Context, id: string): Promise<Unsubscription | null> {
  const organiser = await findDigestWish(ctx.db, id)
  if (organiser) return { kind: 'digest', id, isOff: !organiser.digest }
  if (!(await findPerson(ctx.db, id))) return null
  const kept = await findPreferences(ctx.db, id)
  return { kind: 'reminders', id, isOff: kept?.reminders === false }
}

/** Stops it, once; the person can ask for it again where they are signed in. @throws Problem `not-found` */
export async function unsubscribe(ctx: Context, token: string): Promise<Unsubscription> {
  const wish = await openUnsubscription(ctx, token)
  if (wish.isOff) return wish
  try {
    await (wish.kind === 'digest' ? stopDigest(ctx, wish.id) : stopReminders(ctx, wish.id))
  } catch (error) {
    // Pressed twice at the same moment.
    if (!(error instanceof Problem && error.kind === 'conflict')) throw error
    if (!(await openUnsubscription(ctx, token)).isOff) throw error
  }
  return { ...wish, isOff: true }
}

async function stopDigest(ctx: Context, id: string): Promise<void> {
  const organiser = await findDigestWish(ctx.db, id)
  if (!organiser) throw notFound({ fr: 'Membre de l’équipe', en: 'Member of the team' })
  const version = organiser.version + 1
  await commit(ctx, {
    event: {
      type: 'organiser.changed',
      subject: id,
      version,
      data: { organiser: id, role: organiser.role, digest: false },
    },
    writes: [setDigestWish(ctx.db, id, false, version)],
  })
}

async function stopReminders(ctx: Context, personId: string): Promise<void> {
  const subject = `preferences/${personId}`
  const [kept, signedUp, last] = await Promise.all([
    findPreferences(ctx.db, personId),
    listParticipantsOfPerson(ctx.db, personId),
    lastPreferenceVersion(ctx.db, subject),
  ])
  const { time_zone, quiet_from, quiet_to } = kept ?? firstPreferences(signedUp)
  const version = last + 1
  await commit(ctx, {
    event: { type: 'preferences.changed', subject, version, data: { person: personId } },
    writes: [
      writePreferences(ctx.db, {
        person_id: personId,
        time_zone,
        quiet_from,
        quiet_to,
        reminders: false,
        version,
        updated_at: ctx.now,
      }),
    ],
  })
}
