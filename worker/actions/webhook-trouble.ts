import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { listTeam } from '#db/queries/organiser.ts'
import { listEndpointsToWarnOf, updateWebhookEndpoint, type WebhookEndpointRow } from '#db/queries/webhook.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import type { EventType } from '#domain/event.ts'
import type { MailTemplate } from '#domain/mail.ts'
import { Problem } from '#domain/problem.ts'
import { failingLongBefore, givenUpAt } from '#domain/webhook-health.ts'
import { type Context, commit } from './context.ts'

/** The days in mails to the team are those of where most of it sits. */
const TEAM_ZONE = 'Europe/Paris'
const WARNINGS_MAX = 20

/** Which mail tells the team that an endpoint was switched off; none where somebody of the team was about to set it up. */
const MAIL_OF = { gone: 'webhook-gone', failing: 'webhook-disabled', unproved: null } as const

/**
 * Switches an endpoint off, and tells every organiser. What waits for it is kept. Nothing where somebody else changed the
 * endpoint in the same moment.
 */
export async function disableEndpoint(
  ctx: Context,
  endpoint: WebhookEndpointRow,
  reason: keyof typeof MAIL_OF,
): Promise<void> {
  const template = MAIL_OF[reason]
  await tell(ctx, endpoint, {
    type: 'webhook-endpoint.disabled',
    data: { reason },
    set: { state: 'disabled', disabled_reason: reason, challenge_next_at: null },
    template,
  })
}

/** Tells every organiser, once, of endpoints that will be switched off within a day. */
export async function warnOfFailing(ctx: Context): Promise<void> {
  for (const endpoint of await listEndpointsToWarnOf(ctx.db, failingLongBefore(ctx.now), WARNINGS_MAX)) {
    await tell(ctx, endpoint, {
      type: 'webhook-endpoint.updated',
      data: { failing_since: endpoint.failing_since },
      set: {},
      template: 'webhook-failing',
    })
  }
}

async function tell(
  ctx: Context,
  endpoint: WebhookEndpointRow,
  {
    type,
    data,
    set,
    template,
  }: {
    type: EventType
    data: Record<string, string | number | null>
    set: Partial<WebhookEndpointRow>
    template: MailTemplate | null
  },
): Promise<void> {
  const { id } = endpoint
  const version = endpoint.version + 1
  const mails = template === null ? [] : await lettersTo(ctx, endpoint, template, version)
  try {
    await commit(ctx, {
      event: { type, subject: id, version, data: { webhook_endpoint: id, ...data } },
      writes: [updateWebhookEndpoint(ctx.db, { id, ...set, version }), ...insertMails(mails, ctx.now)],
    })
  } catch (error) {
    if (error instanceof Problem && error.kind === 'conflict') return
    throw error
  }
  if (mails.length > 0) ctx.wake({ job: 'mails' })
}

/** To each organiser in their language; the receiver is named by its host, for the rest of an address may be a secret. */
async function lettersTo(
  ctx: Context,
  { id, url, description, failing_since }: WebhookEndpointRow,
  template: MailTemplate,
  version: number,
): Promise<MailToSend[]> {
  const { host } = new URL(url)
  const since = failing_since ?? ctx.now
  return (await listTeam(ctx.db)).map(({ id: organiser, email, language }) => ({
    id: ctx.newId('mai'),
    key: `${template}:${id}:${version}:${organiser}`,
    template,
    language,
    to: email,
    facts: {
      receiver: description === '' ? host : `${description} (${host})`,
      since: dayInWords(since, TEAM_ZONE, language),
      until: dayInWords(givenUpAt(since), TEAM_ZONE, language),
      link: `${ctx.settings.baseUrl}/${language}/console/exchanges/?endpoint=${id}`,
    },
  }))
}
