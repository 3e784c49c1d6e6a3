import { Hono } from 'hono'
import { receiveTestimony } from '#actions/testimony.ts'
import { toInstant } from '#contract/shape.ts'
import { type TestimonyInput, type TestimonyShown, testimonyInput } from '#contract/testimony.ts'
import { listTestimonies, type TestimonyRow } from '#db/queries/testimony.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { TESTIMONY_STATES, type TestimonyState } from '#domain/testimony.ts'
import { checkShape, isForm, readJson } from '#http/body.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import { countAgainst, networkKey } from '#http/limit.ts'
import type { App, Request } from '#http/service-context.ts'
import { EMPTY_FORM, type Filled } from '#pages/form.ts'
import { pour } from '#pages/pour.ts'
import { testimoniesPage, testimonyThanksPage } from '#pages/testimony.ts'
import { TESTIMONY_WORDS } from '#pages/testimony-words.ts'
import { newFormToken, orAgain, readPostedForm } from './visitor-form.ts'

const FORM = 'testimony'
/** What fits on one page before it becomes a wall. */
const SHOWN_MAX = 60

export const testimonyRoutes = new Hono<App>()
  .get('/testimonies', async (c) => {
    const { db, actor } = c.get('ctx')
    const state = (c.req.query('state') ?? 'published') as TestimonyState
    if (!TESTIMONY_STATES.includes(state)) {
      throw new Problem('invalid', {
        fr: `« state » vaut l’un de : ${TESTIMONY_STATES.join(', ')}.`,
        en: `“state” is one of: ${TESTIMONY_STATES.join(', ')}.`,
      })
    }
    if (state !== 'published') authorise(actor, 'programmes:read')
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listTestimonies(db, state, after, limit + 1)
    return c.json(toPage(rows, limit, showTestimony, ({ created_at, id }) => ({ at: created_at, id })))
  })
  .post('/testimonies', async (c) => {
    if (isForm(c)) return receiveForm(c)
    await receive(c, await readJson(c, testimonyInput))
    return c.json({ state: 'waiting' }, 202)
  })

export const testimonyPageRoutes = new Hono<App>()
  .get('/:language{fr|en}/testimonies', async (c) => pour(c.env.ASSETS, c.req.url, await draw(c, EMPTY_FORM)))
  .get('/:language{fr|en}/testimonies/thanks', (c) =>
    pour(c.env.ASSETS, c.req.url, testimonyThanksPage(c.get('language'))),
  )

/** A testimony on the wire. */
export function showTestimony(row: TestimonyRow): TestimonyShown {
  const { id, author, organisation, text, language, state, created_at } = row
  return { id, author, organisation, text, language, state, created_at: toInstant(created_at) }
}

async function receive(c: Request, input: TestimonyInput): Promise<void> {
  const { db, now } = c.get('ctx')
  await countAgainst(db, `testimonies:${await networkKey(c)}`, 10, DAY_MS, now)
  await receiveTestimony(c.get('ctx'), input)
}

async function receiveForm(c: Request): Promise<Response> {
  const { values, isTrapped, isInTime } = await readPostedForm(c, FORM)
  const language = c.get('language')
  const done = `/${language}/testimonies/thanks/`
  if (isTrapped) return c.redirect(done, 303)
  const send = async () => {
    const input = checkShape(testimonyInput, {
      author: values.author ?? '',
      organisation: values.organisation?.trim() || null,
      text: values.text ?? '',
      language,
      consent: values.consent === 'yes',
    })
    if (!isInTime)
      throw new Problem('invalid', { fr: TESTIMONY_WORDS.fr.again, en: TESTIMONY_WORDS.en.again })
    await receive(c, input)
  }
  return orAgain(c, done, send, (errors) => draw(c, { values, errors }))
}

async function draw(c: Request, filled: Filled) {
  const [rows, token] = await Promise.all([
    listTestimonies(c.get('ctx').db, 'published', null, SHOWN_MAX),
    newFormToken(c, FORM),
  ])
  return testimoniesPage({ language: c.get('language'), testimonies: rows.map(showTestimony), token, filled })
}
