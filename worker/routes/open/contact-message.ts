import { Hono } from 'hono'
import { receiveContactMessage } from '#actions/contact-message.ts'
import { getOrganisation } from '#actions/organisation.ts'
import { hashToken } from '#actions/token.ts'
import { type ContactMessageInput, contactMessageInput } from '#contract/contact-message.ts'
import { showProgramme } from '#contract/programme.ts'
import { listProgrammes } from '#db/queries/programme.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { Problem } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import { checkShape, isForm, readJson } from '#http/body.ts'
import { countAgainst, networkKey } from '#http/limit.ts'
import type { App, Request } from '#http/service-context.ts'
import { contactPage, contactThanksPage, expertsPage, joinExpertText } from '#pages/contact-message.ts'
import { CONTACT_WORDS } from '#pages/contact-message-words.ts'
import { EMPTY_FORM, type Filled } from '#pages/form.ts'
import { pour } from '#pages/pour.ts'
import { newFormToken, orAgain, readPostedForm } from './visitor-form.ts'

const FORM = 'contact-message'

export const contactRoutes = new Hono<App>().post('/contact-messages', async (c) => {
  if (isForm(c)) return receiveForm(c)
  await receive(c, await readJson(c, contactMessageInput))
  return c.json({ state: 'received' }, 202)
})

/** The pages of the two forms, and where they lead. */
export const contactPageRoutes = new Hono<App>()
  .get('/:language{fr|en}/contact', async (c) =>
    pour(c.env.ASSETS, c.req.url, await drawContact(c, EMPTY_FORM)),
  )
  .get('/:language{fr|en}/experts', async (c) =>
    pour(c.env.ASSETS, c.req.url, await drawExperts(c, EMPTY_FORM)),
  )
  .get('/:language{fr|en}/:room{contact|experts}/thanks', (c) =>
    pour(c.env.ASSETS, c.req.url, contactThanksPage(c.get('language'), c.req.param('room') as 'contact')),
  )

async function receive(c: Request, input: ContactMessageInput): Promise<void> {
  const { db, now } = c.get('ctx')
  // Each message makes us write to an address that somebody typed: few to one address, few from one network.
  await countAgainst(db, `message-to:${await hashToken(input.email)}`, 5, DAY_MS, now)
  await countAgainst(db, `messages:${await networkKey(c)}`, 30, DAY_MS, now)
  await receiveContactMessage(c.get('ctx'), input)
}

async function receiveForm(c: Request): Promise<Response> {
  const { values, isTrapped, isInTime } = await readPostedForm(c, FORM)
  const language = c.get('language')
  const isExpert = values.about === 'expert'
  const done = `/${language}/${isExpert ? 'experts' : 'contact'}/thanks/`
  if (isTrapped) return c.redirect(done, 303)
  const send = async () => {
    const input = checkShape(contactMessageInput, {
      about: values.about,
      name: values.name ?? '',
      email: values.email ?? '',
      phone: values.phone?.trim() || null,
      text: isExpert ? joinExpertText(values, language) : (values.text ?? ''),
      language,
    })
    const again = CONTACT_WORDS
    if (!isInTime) throw new Problem('invalid', { fr: again.fr.again, en: again.en.again })
    await receive(c, input)
  }
  return orAgain(c, done, send, async (errors) => {
    if (!isExpert) return drawContact(c, { values, errors })
    const fields = errors.map((error) => (error.field === 'text' ? { ...error, field: 'situation' } : error))
    return drawExperts(c, { values, errors: fields })
  })
}

async function drawContact(c: Request, filled: Filled) {
  const [organisation, token] = await Promise.all([getOrganisation(c.get('ctx')), newFormToken(c, FORM)])
  return contactPage({ language: c.get('language'), token, filled, organisation })
}

async function drawExperts(c: Request, filled: Filled) {
  const { db, now } = c.get('ctx')
  const [rows, token] = await Promise.all([listProgrammes(db, true, null, 100), newFormToken(c, FORM)])
  const programmes = rows
    .filter((row) => row.kind === 'expert' && signUps(row, now) === 'open')
    .map((row) => showProgramme(row, 'open'))
  return expertsPage({ language: c.get('language'), token, filled, programmes })
}
