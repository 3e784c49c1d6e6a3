import {
  countDraftsSince,
  type DraftRow,
  deleteDraft,
  findDraftByToken,
  insertDraft,
  updateDraft,
} from '#db/queries/draft.ts'
import { insertMails } from '#db/queries/mail.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { Problem } from '#domain/problem.ts'
import type { Answering } from '#questionnaire/question.ts'
import { type Context, commit } from './context.ts'
import { hashToken, newToken } from './token.ts'

/** How long a questionnaire that was put aside waits. */
export const DRAFT_DAYS = 30
const LINKS_AN_HOUR = 5

/** A questionnaire as it was put aside: what was typed, field by field, unchecked. */
export interface DraftInput {
  role: Answering
  language: Language
  /** The key of the address that the link is mailed to. */
  email: string
  fields: [string, string][]
}

/** The draft that a mailed link opens; null for a link that never was, was erased or is too old. */
export async function findDraft(
  ctx: Context,
  programme: Pick<ProgrammeRow, 'id'>,
  token: string,
): Promise<DraftRow | null> {
  const draft = await findDraftByToken(ctx.db, await hashToken(token))
  return draft && draft.programme_id === programme.id && ctx.now < draft.expires_at ? draft : null
}

/**
 * Puts a questionnaire aside for 30 days. Who came by the link of a draft writes into it, and the link stays good;
 * anybody else is mailed a link to a new one. Nothing says whether the address is known.
 * @throws Problem `too-many` where the address has been sent several links within the hour.
 */
export async function saveDraft(
  ctx: Context,
  programme: ProgrammeRow,
  input: DraftInput,
  token: string | undefined,
): Promise<{ isMailed: boolean }> {
  const { role, language, email, fields } = input
  const before = token === undefined ? null : await findDraft(ctx, programme, token)
  const expires_at = ctx.now + DRAFT_DAYS * DAY_MS
  if (before && before.email_key === email) {
    const version = before.version + 1
    await commit(ctx, {
      event: { type: 'draft.saved', subject: before.id, version, data: { programme: programme.slug } },
      writes: [
        updateDraft(ctx.db, before.id, { role, language, fields, version, updated_at: ctx.now, expires_at }),
      ],
    })
    return { isMailed: false }
  }
  if ((await countDraftsSince(ctx.db, email, ctx.now - 3_600_000)) >= LINKS_AN_HOUR) {
    throw new Problem('too-many', {
      fr: 'Cette adresse vient de recevoir plusieurs liens. Ouvrez le plus récent, ou réessayez dans une heure.',
      en: 'This address has just been sent several links. Open the latest one, or try again in an hour.',
    })
  }
  const id = ctx.newId('drf')
  const fresh = newToken()
  await commit(ctx, {
    event: { type: 'draft.saved', subject: id, version: 1, data: { programme: programme.slug } },
    writes: [
      insertDraft(ctx.db, {
        id,
        programme_id: programme.id,
        role,
        language,
        email_key: email,
        fields,
        token_hash: await hashToken(fresh),
        version: 1,
        created_at: ctx.now,
        updated_at: ctx.now,
        expires_at,
      }),
      ...insertMails(
        [
          {
            id: ctx.newId('mai'),
            key: `draft-link:${id}`,
            template: 'draft-link',
            language,
            to: email,
            facts: {
              programme: programme.words[language].name,
              link: `${ctx.settings.baseUrl}/${language}/programmes/${programme.slug}/draft/${fresh}/`,
            },
          },
        ],
        ctx.now,
      ),
    ],
  })
  ctx.wake({ job: 'mails' })
  return { isMailed: true }
}

/** Erases what was put aside; a link that opens nothing is left alone. */
export async function eraseDraft(ctx: Context, programme: ProgrammeRow, token: string): Promise<void> {
  const draft = await findDraft(ctx, programme, token)
  if (!draft) return
  await commit(ctx, {
    event: {
      type: 'draft.erased',
      subject: draft.id,
      version: draft.version + 1,
      data: { programme: programme.slug },
    },
    writes: [deleteDraft(ctx.db, draft.id)],
  })
}

/** What somebody reads who opens the link of a draft that is no longer there. */
export function draftGone(): Problem {
  return new Problem('closed', {
    fr: 'Ce lien n’ouvre plus rien : les réponses ont été envoyées, effacées, ou attendent depuis plus de trente jours. Vous pouvez vous inscrire de nouveau depuis la page du programme.',
    en: 'This link opens nothing any more: the answers were sent, erased, or have waited for more than thirty days. You can sign up again from the programme’s page.',
  })
}
