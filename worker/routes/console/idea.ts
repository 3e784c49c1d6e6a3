import { Hono } from 'hono'
import { getProgramme } from '#actions/programme.ts'
import { decideIdea } from '#actions/takeaway.ts'
import { toInstant } from '#contract/shape.ts'
import { type IdeaShown, type IdeasShown, ideaStatus } from '#contract/takeaway.ts'
import { countTakeaways, listIdeas, type TakeawayWithAuthor } from '#db/queries/takeaway.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { FEWEST_PEOPLE } from '#domain/proportion.ts'
import { TAKEAWAY_KINDS } from '#domain/takeaway.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allowOrganiser } from '#http/session.ts'

/** The ideas that their authors shared with the team, what became of them, and what pairs took away in all (W13, C23, P19). */
export const ideaRoutes = new Hono<App>()
  .get('/programmes/:slug/ideas', allowOrganiser('programmes:read'), async (c) => {
    const { db } = c.get('ctx')
    const programme = await getProgramme(c.get('ctx'), c.req.param('slug'))
    const [ideas, counts] = await Promise.all([listIdeas(db, programme.id), countTakeaways(db, programme.id)])
    const totalOf = (kind: string) => {
      const found = counts.find((one) => one.kind === kind)
      return found && found.pairs >= FEWEST_PEOPLE ? found.count : null
    }
    const totals = Object.fromEntries(TAKEAWAY_KINDS.map((kind) => [kind, totalOf(kind)]))
    return c.json({
      items: ideas.map(show),
      totals: totals as IdeasShown['totals'],
      next_cursor: null,
    } satisfies IdeasShown)
  })
  .put('/ideas/:id/status', allowOrganiser('programmes:write'), async (c) => {
    const { state } = await readJson(c, ideaStatus)
    return c.json(show(await decideIdea(c.get('ctx'), c.req.param('id'), state)))
  })

function show({ takeaway, author }: TakeawayWithAuthor): IdeaShown {
  return {
    id: takeaway.id,
    text: takeaway.text,
    state: takeaway.state as IdeaShown['state'],
    author: { reference: referenceOf(author), name: nameOf(author).trim() },
    shared_at: toInstant(takeaway.shared_at ?? takeaway.updated_at),
  }
}
