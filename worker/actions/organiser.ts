import type { SQL, SQLWrapper } from 'drizzle-orm'
import {
  allowSignIn,
  deleteOrganiser,
  findOrganiser,
  findOrganiserByUser,
  hasOtherOrganiser,
  insertOrganiser,
  type OrganiserRow,
  otherOrganiser,
  updateOrganiser,
} from '#db/queries/organiser.ts'
import { clearReferent } from '#db/queries/referent.ts'
import { authorise, isStaff, type StaffRole } from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

/**
 * Puts an address into the programme team, in a role; twice the same changes nothing. A change of role counts from the
 * next request on. Who may do this may make themselves anything: the scope is worth as much as all others together.
 * A correspondent sees one subsidiary, which is named; every other role sees what it sees everywhere.
 * @param digest whether they want Monday’s digest; as before where nothing is said
 * @throws Problem `invalid` for what is no address, or a subsidiary that is missing or out of place, `conflict` where a session would leave the team without organiser.
 */
export async function putOrganiser(
  ctx: Context,
  email: string,
  role: StaffRole,
  subsidiary: string | null = null,
  digest?: boolean,
): Promise<{ organiser: OrganiserRow; created: boolean }> {
  authorise(ctx.actor, 'organisers:write')
  const key = emailKey(email)
  if (key === null) {
    throw new Problem('invalid', {
      fr: 'Ceci n’est pas une adresse e-mail. Vérifiez-la, puis recommencez.',
      en: 'This is not an e-mail address. Check it, then try again.',
    })
  }
  assertSubsidiary(role, subsidiary)
  const before = await findOrganiser(ctx.db, key)
  if (before) {
    const wanted = { role, subsidiary, digest: digest ?? before.digest }
    return { organiser: await changeOrganiser(ctx, before, wanted), created: false }
  }
  const organiser: OrganiserRow = {
    id: ctx.newId('org'),
    email: email.trim(),
    email_key: key,
    role,
    subsidiary,
    digest: digest ?? true,
    version: 1,
    created_at: ctx.now,
  }
  const { id } = organiser
  await commit(ctx, {
    event: { type: 'organiser.added', subject: id, version: 1, data: { organiser: id, role } },
    writes: [insertOrganiser(ctx.db, organiser), allowSignIn(ctx.newId('usr'), key, ctx.now)],
  })
  return { organiser, created: true }
}

function assertSubsidiary(role: StaffRole, subsidiary: string | null): void {
  if ((role === 'correspondent') === (subsidiary !== null)) return
  const detail =
    subsidiary === null
      ? {
          fr: 'Nommez la filiale que cette personne verra, comme dans le fichier RH.',
          en: 'Name the subsidiary that this person will see, as in the staff list.',
        }
      : {
          fr: 'Seule une correspondance RH est limitée à une filiale. Retirez-la, ou choisissez ce rôle.',
          en: 'Only an HR correspondent is limited to a subsidiary. Remove it, or choose that role.',
        }
  throw new Problem(
    'invalid',
    {
      fr: 'Le rôle et la filiale ne vont pas ensemble. Rien n’a été enregistré.',
      en: 'The role and the subsidiary do not go together. Nothing was saved.',
    },
    [{ pointer: '/subsidiary', detail }],
  )
}

async function changeOrganiser(
  ctx: Context,
  before: OrganiserRow,
  wanted: Pick<OrganiserRow, 'role' | 'subsidiary' | 'digest'>,
): Promise<OrganiserRow> {
  const { role, subsidiary, digest } = wanted
  const isSameRole = before.role === role && before.subsidiary === subsidiary
  if (isSameRole && before.digest === digest) return before
  const { id } = before
  const version = before.version + 1
  const change = (guards: SQL[]) =>
    commit(ctx, {
      event: { type: 'organiser.changed', subject: id, version, data: { organiser: id, role, digest } },
      writes: [updateOrganiser(ctx.db, { id, ...wanted, version }), ...confidenceAfter(id, role)],
      guards,
    })
  await (isSameRole ? change([]) : keepingAnOrganiser(ctx, before, change))
  return { ...before, ...wanted, version }
}

/** Whoever sees totals or one subsidiary only is nobody’s referent: what people confide is not theirs to read (C29). */
function confidenceAfter(id: string, role: StaffRole): SQLWrapper[] {
  return role === 'organiser' || role === 'coach' ? [] : [clearReferent(id)]
}

/**
 * Takes somebody out of the programme team; their sessions end at once.
 * @throws Problem `not-found`, `conflict` where a session would leave the team without organiser.
 */
export async function removeOrganiser(ctx: Context, email: string): Promise<void> {
  authorise(ctx.actor, 'organisers:write')
  const key = emailKey(email)
  const before = key === null ? undefined : await findOrganiser(ctx.db, key)
  if (!before) throw notFound({ fr: 'Membre de l’équipe', en: 'Member of the team' })
  const { id, version } = before
  await keepingAnOrganiser(ctx, before, (guards) =>
    commit(ctx, {
      event: { type: 'organiser.removed', subject: id, version: version + 1, data: { organiser: id } },
      writes: [...deleteOrganiser(before), clearReferent(id)],
      guards,
    }),
  )
}

/**
 * Does what takes an organiser’s role away, unless nobody would be left who can open the console. The guard holds in the
 * batch too, where two organisers remove each other at the same moment. A key may: it can also put somebody back.
 */
async function keepingAnOrganiser(
  ctx: Context,
  { id, role }: OrganiserRow,
  change: (guards: SQL[]) => Promise<void>,
): Promise<void> {
  if (role !== 'organiser' || !isStaff(ctx.actor)) return change([])
  if (!(await hasOtherOrganiser(ctx.db, id))) {
    throw new Problem('conflict', {
      fr: 'C’est la dernière personne qui organise\u00a0: sans elle, plus personne n’ouvrirait la console. Donnez d’abord ce rôle à quelqu’un d’autre.',
      en: 'This is the last organiser: without them nobody could open the console. Give the role to somebody else first.',
    })
  }
  await change([otherOrganiser(id)])
}

/**
 * Writes down that somebody of the team opened a session: once for a session, in ids. Participants’ sign-ins are theirs
 * and are not written down.
 */
export async function noteSignIn(ctx: Context, userId: string, sessionId: string): Promise<void> {
  const organiser = await findOrganiserByUser(ctx.db, userId)
  if (!organiser) return
  const { id, role, email_key: email } = organiser
  // Not part of what the request asked: its version and its mark belong to the session itself.
  const own: Context = {
    ...ctx,
    actor: { kind: role, id, email, person: null, subsidiary: organiser.subsidiary },
    asked: { version: null, once: null },
  }
  await commit(own, {
    event: {
      type: 'organiser.signed-in',
      subject: `${id}/${sessionId}`,
      version: 1,
      data: { organiser: id, role },
    },
    writes: [],
  })
}
