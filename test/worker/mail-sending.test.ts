import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#actions/context.ts'
import { sendDueMails } from '#actions/mail-sending.ts'
import { suppressAddress } from '#actions/mail-suppression.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import type { MailOutcome } from '#domain/mail-sending.ts'
import { asText, type Mailer, type OutgoingMail } from '#gateways/mail.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { openContext } from '#http/service-context.ts'
import { House } from '#test/house.ts'

const MINUTE = 60_000

let house: House
let sent: OutgoingMail[]
let isIdempotent: boolean
/** What the provider answers, one after the other; accepted once nothing is left. */
let answers: MailOutcome[]

const mailer = (): Mailer => ({
  isIdempotent,
  async send(mail) {
    sent.push(mail)
    return { outcome: answers.shift() ?? 'accepted', messageId: `msg_${mail.id}` }
  },
})

async function context(): Promise<Context> {
  const parts = { now: async () => house.now, mailer, courier: httpCourier, isReady: async () => true }
  return openContext(await house.bindings(), parts, { kind: 'job', id: 'test' }, () => undefined)
}

async function tick() {
  return sendDueMails(await context(), mailer())
}

let count = 0
async function write(fields: Partial<MailToSend> = {}): Promise<string> {
  count += 1
  const mail: MailToSend = {
    id: `mai_${count}`,
    key: `test:${count}`,
    template: 'pair-started',
    language: 'fr',
    to: 'maelle@armorique.example',
    facts: { programme: 'Regards croisés', partner: 'Yann', link: `https://binome.example.org/${count}` },
    ...fields,
  }
  for (const statement of insertMails([mail], house.now)) await house.db.run(statement)
  return mail.id
}

async function row(id: string) {
  return house.db.$client
    .prepare('SELECT * FROM mails WHERE id = ?')
    .bind(id)
    .first<Record<string, unknown>>()
}

beforeEach(async () => {
  house = new House()
  sent = []
  answers = []
  isIdempotent = false
  await house.db.$client.prepare('DELETE FROM mails').run()
})

describe('a mail leaves once', () => {
  it('what was accepted keeps neither address nor contents, only the provider’s id', async () => {
    const id = await write()
    expect(await tick()).toEqual({ sent: 1, failed: 0, uncertain: 0 })
    expect(await row(id)).toMatchObject({
      state: 'sent',
      to_address: null,
      facts: null,
      message_id: `msg_${id}`,
    })
    house.now += 24 * 60 * MINUTE
    await tick()
    expect(sent.map((mail) => mail.id)).toEqual([id])
  })

  it('a refused one is tried again on the schedule, and its contents stay until it has left', async () => {
    const id = await write()
    answers = ['refused', 'unreachable']
    await tick()
    expect(await row(id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      last_outcome: 'refused',
      sent_at: null,
    })
    house.now += MINUTE
    await tick()
    house.now += 4 * MINUTE
    await tick()
    expect(sent).toHaveLength(2)
    house.now += MINUTE
    await tick()
    expect([sent.length, (await row(id))?.state]).toEqual([3, 'sent'])
  })

  it('six refusals end it, with what it takes to send it by hand', async () => {
    const id = await write()
    answers = Array(6).fill('refused')
    for (let n = 0; n < 8; n++) {
      await tick()
      house.now += 6 * 60 * MINUTE
    }
    expect(sent).toHaveLength(6)
    expect(await row(id)).toMatchObject({ state: 'failed', to_address: 'maelle@armorique.example' })
  })

  it('a lost answer is not followed by a second mail where nobody would notice', async () => {
    const id = await write()
    answers = ['uncertain']
    expect(await tick()).toEqual({ sent: 0, failed: 0, uncertain: 1 })
    house.now += 24 * 60 * MINUTE
    await tick()
    expect([sent.length, (await row(id))?.state]).toEqual([1, 'uncertain'])
  })

  it('a lost answer is followed by the same mail under the same id where the provider knows it again', async () => {
    isIdempotent = true
    const id = await write()
    answers = ['uncertain']
    await tick()
    house.now += MINUTE
    await tick()
    expect(sent.map((mail) => mail.id)).toEqual([id, id])
    expect((await row(id))?.state).toBe('sent')
  })

  it('a worker that dies on the way leaves a mail that is uncertain after ten minutes, and not before', async () => {
    const id = await write()
    const dying = { isIdempotent: false, send: () => Promise.reject(new Error('died')) }
    await expect(sendDueMails(await context(), dying)).rejects.toThrow('died')
    house.now += 9 * MINUTE
    await tick()
    expect((await row(id))?.state).toBe('sending')
    house.now += MINUTE
    expect(await tick()).toEqual({ sent: 0, failed: 0, uncertain: 1 })
    expect([sent.length, (await row(id))?.state]).toEqual([0, 'uncertain'])
  })

  it('the same is sent again where the provider knows it again, but not a day later', async () => {
    isIdempotent = true
    const dying = { isIdempotent: true, send: () => Promise.reject(new Error('died')) }
    const soon = await write()
    await expect(sendDueMails(await context(), dying)).rejects.toThrow('died')
    house.now += 10 * MINUTE
    await tick()
    const late = await write()
    await expect(sendDueMails(await context(), dying)).rejects.toThrow('died')
    house.now += 21 * 60 * MINUTE
    await tick()
    expect([sent.map((mail) => mail.id), (await row(late))?.state]).toEqual([[soon], 'uncertain'])
  })

  it('news that comes after the ten minutes still counts', async () => {
    const id = await write()
    const slow: Mailer = {
      isIdempotent: false,
      async send(mail) {
        sent.push(mail)
        house.now += 11 * MINUTE
        await tick()
        expect((await row(id))?.state).toBe('uncertain')
        return { outcome: 'accepted', messageId: 'msg_slow' }
      },
    }
    await sendDueMails(await context(), slow)
    expect(await row(id)).toMatchObject({ state: 'sent', message_id: 'msg_slow' })
    expect(sent).toHaveLength(1)
  })

  it('two workers at once send each mail once', async () => {
    for (let n = 0; n < 12; n++) await write()
    await Promise.all([tick(), tick(), tick()])
    expect(sent).toHaveLength(12)
    expect(new Set(sent.map((mail) => mail.id)).size).toBe(12)
  })

  it('a provider that is asked too much is left alone for a minute, and no try is lost', async () => {
    const ids = [await write(), await write()]
    answers = ['throttled']
    await tick()
    expect(sent).toHaveLength(1)
    expect(await row(ids[0] as string)).toMatchObject({ state: 'waiting', attempts: 0 })
    house.now += MINUTE
    expect(await tick()).toMatchObject({ sent: 2 })
  })
})

describe('several reminders', () => {
  const reminder = { reminder: true, person_id: 'per_1' }

  it('leave as one mail that names each with its link, and can be stopped with one press', async () => {
    const ids = [await write(reminder), await write(reminder), await write(reminder)]
    const alone = await write({ reminder: false, person_id: 'per_1' })
    expect(await tick()).toEqual({ sent: 4, failed: 0, uncertain: 0 })
    expect(sent).toHaveLength(2)
    const several = sent.find((mail) => mail.mails.length === 3)
    expect(several?.mails).toEqual(ids)
    expect(several?.words.subject).toBe('Plusieurs choses vous attendent (3)')
    const text = asText(several as OutgoingMail)
    for (const id of ids) expect(text).toContain(`https://binome.example.org/${id.slice(4)}`)
    expect(several?.unsubscribe).toMatch(
      /^http:\/\/localhost:8787\/api\/v1\/unsubscriptions\/per_1\.[\w-]{43}$/,
    )
    expect(sent.find((mail) => mail.id === alone)?.unsubscribe).toBeNull()
    for (const id of ids) expect((await row(id))?.state).toBe('sent')
  })

  it('share what became of them, and a lost answer is followed by the very same mail', async () => {
    isIdempotent = true
    const ids = [await write(reminder), await write(reminder), await write(reminder)]
    answers = ['uncertain']
    await tick()
    house.now += MINUTE
    const later = await write(reminder)
    await tick()
    expect(sent.map(({ mails }) => mails)).toEqual([ids, ids, [later]])
    expect([sent[0]?.id, sent[0]?.words]).toEqual([sent[1]?.id, sent[1]?.words])
    for (const id of ids) expect((await row(id))?.state).toBe('sent')
  })

  it('are not sent twice by anybody where the provider would not notice', async () => {
    const ids = [await write(reminder), await write(reminder), await write(reminder)]
    answers = ['uncertain']
    expect(await tick()).toEqual({ sent: 0, failed: 0, uncertain: 3 })
    house.now += 24 * 60 * MINUTE
    await write(reminder)
    await tick()
    expect(sent).toHaveLength(2)
    for (const id of ids) expect((await row(id))?.state).toBe('uncertain')
  })
})

describe('an address that refuses mail', () => {
  it('is sent nothing more, whatever way its letters are written', async () => {
    await suppressAddress(await context(), { address: 'Maelle@Armorique.example', reason: 'bounced' })
    const [id, other] = [await write(), await write({ to: 'yann@armorique.example' })]
    expect(await tick()).toEqual({ sent: 1, failed: 1, uncertain: 0 })
    expect(sent.map((mail) => mail.id)).toEqual([other])
    expect(await row(id)).toMatchObject({ state: 'failed', last_outcome: 'suppressed' })
  })

  it('is remembered when the provider says so, by its hash and nothing else', async () => {
    answers = ['suppressed']
    await write({ to: 'annaig@armorique.example' })
    await tick()
    await write({ to: 'annaig@armorique.example' })
    await tick()
    expect(sent).toHaveLength(1)
    const kept = await house.db.$client.prepare('SELECT * FROM mail_suppressions').all()
    const events = await house.db.$client.prepare("SELECT * FROM events WHERE type = 'mail.suppressed'").all()
    expect(JSON.stringify([kept.results, events.results])).not.toMatch(/annaig/i)
    expect(events.results.at(-1)).toMatchObject({ version: 1, data: '{"person":null,"reason":"refused"}' })
  })

  it('gets no sign-in code either, and what the code was is forgotten', async () => {
    await suppressAddress(await context(), { address: 'loig@armorique.example', reason: 'complained' })
    const id = await write({
      template: 'sign-in-code',
      to: 'loig@armorique.example',
      facts: { code: '123456' },
    })
    await tick()
    expect(sent).toHaveLength(0)
    expect(await row(id)).toMatchObject({ state: 'failed', to_address: null, facts: null })
  })
})
