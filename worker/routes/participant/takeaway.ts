import { Hono } from 'hono'
import { loadOwnPair, type OwnPair } from '#actions/own-pair.ts'
import { addTakeaway, changeTakeaway, listReadable, removeTakeaway } from '#actions/takeaway.ts'
import { showTakeaway, takeawayChange, takeawayInput } from '#contract/takeaway.ts'
import { isForm, readJson } from '#http/body.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { readLanguage } from './own-space.ts'
import { checkForm, readFields } from './posted-fields.ts'

/** What the two of a pair take away from their sessions. */
export const takeawayRoutes = new Hono<App>()
  .get('/pairs/:id/takeaways', asPerson, async (c) => {
    const own = await loadOwnPair(c.get('ctx'), c.req.param('id'))
    const rows = await listReadable(c.get('ctx'), own)
    return c.json({ items: rows.map((row) => showTakeaway(row, own.pair)), next_cursor: null })
  })
  .post('/pairs/:id/takeaways', asPerson, async (c) => {
    const input = isForm(c)
      ? checkForm(takeawayInput, inputFields(await readFields(c)))
      : await readJson(c, takeawayInput)
    const { own, row } = await addTakeaway(c.get('ctx'), c.req.param('id'), input)
    return answer(c, own, () => c.json(showTakeaway(row, own.pair), 201))
  })
  .patch('/takeaways/:id', asPerson, async (c) => {
    const change = await readJson(c, takeawayChange)
    const { own, row } = await changeTakeaway(c.get('ctx'), c.req.param('id'), change)
    return c.json(showTakeaway(row, own.pair))
  })
  .post('/takeaways/:id/change', asPerson, async (c) => {
    const change = isForm(c)
      ? checkForm(takeawayChange, changeFields(await readFields(c)))
      : await readJson(c, takeawayChange)
    const { own, row } = await changeTakeaway(c.get('ctx'), c.req.param('id'), change)
    return answer(c, own, () => c.json(showTakeaway(row, own.pair)))
  })
  .delete('/takeaways/:id', asPerson, async (c) => {
    await removeTakeaway(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })
  .post('/takeaways/:id/deletion', asPerson, async (c) => {
    await readLanguage(c)
    const own = await removeTakeaway(c.get('ctx'), c.req.param('id'))
    return answer(c, own, () => c.body(null, 204))
  })

function inputFields({ kind, text, session, shared }: Record<string, string | undefined>) {
  return { kind, text: text ?? '', session: session || null, shared: shared === 'yes' && kind === 'idea' }
}

function changeFields({ text, state, shared }: Record<string, string | undefined>) {
  return {
    ...(text === undefined ? {} : { text }),
    ...(state === undefined ? {} : { state }),
    ...(shared === undefined ? {} : { shared: shared === 'yes' }),
  }
}

/** A form leads back to the notes of the pair, a program gets its answer. */
function answer(c: Request, { pair }: OwnPair, tell: () => Response): Response {
  return isForm(c) ? c.redirect(`/${c.get('language')}/me/pairs/${pair.id}/#takeaways`, 303) : tell()
}
