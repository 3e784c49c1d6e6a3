import { Hono } from 'hono'
import { getProgramme } from '#actions/programme.ts'
import { closeTrouble, troubleToClose } from '#actions/trouble.ts'
import { mailsAtClosure } from '#actions/trouble-mails.ts'
import { type SeenTrouble, sightOf, troubleReader } from '#actions/trouble-sight.ts'
import { showTrouble, type TroubleWordsShown, troubleClosureInput } from '#contract/trouble.ts'
import { findPairWithPeople } from '#db/queries/pair.ts'
import { listTroublesOfPairSeen, listTroublesSeen, type TroubleWithPair } from '#db/queries/trouble.ts'
import type { Language } from '#domain/language.ts'
import { type MailTemplate, mailWords } from '#domain/mail.ts'
import { nameOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { readJson } from '#http/body.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const troubleRoutes = new Hono<App>()
  .get('/programmes/:slug/troubles', allow('pairs:read'), async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listTroublesSeen(ctx.db, troubleReader(ctx.actor), programme.id, after, limit + 1)
    return c.json(
      toPage(
        rows,
        limit,
        (found) => show(seen(c, found)),
        ({ trouble }) => ({ at: trouble.due_at, id: trouble.id }),
      ),
    )
  })
  .get('/pairs/:id/troubles', allow('pairs:read'), async (c) => {
    const ctx = c.get('ctx')
    const found = await findPairWithPeople(ctx.db, c.req.param('id'))
    if (!found) throw notFound({ fr: 'Binôme', en: 'Pair' })
    const rows = await listTroublesOfPairSeen(ctx.db, troubleReader(ctx.actor), found.pair.id)
    return c.json({ items: rows.map((row) => show(seen(c, row))), next_cursor: null })
  })
  .get('/troubles/:id/words', allow('pairs:read'), async (c) => {
    const ctx = c.get('ctx')
    const { trouble } = await troubleToClose(ctx, c.req.param('id'))
    const letters = await mailsAtClosure(ctx, trouble)
    const items = letters.map(({ programme, role, person, mail }): TroubleWordsShown => {
      const inLanguage = (language: Language) =>
        words(mail.template, language, { ...mail.facts, programme: programme.words[language].name })
      return {
        to: { role, name: nameOf(person), language: mail.language },
        fr: inLanguage('fr'),
        en: inLanguage('en'),
      }
    })
    return c.json({ items, next_cursor: null })
  })
  .post('/troubles/:id/closure', allow('pairs:read'), async (c) => {
    const closure = await readJson(c, troubleClosureInput)
    return c.json(show(await closeTrouble(c.get('ctx'), c.req.param('id'), closure)))
  })

function seen(c: Request, found: TroubleWithPair): SeenTrouble {
  return { ...found, sight: sightOf(c.get('ctx').actor, found) }
}

function show({ trouble, programme, mentor, mentee, sight }: SeenTrouble) {
  return showTrouble(trouble, programme.slug, { mentor: nameOf(mentor), mentee: nameOf(mentee) }, sight)
}

function words(template: MailTemplate, language: Language, facts: Record<string, string>) {
  const { subject, paragraphs, action } = mailWords(template, language, facts)
  return { subject, paragraphs, action }
}
