import { Hono } from 'hono'
import { openDatabase } from '#db/commit.ts'
import { writePeople } from '#db/queries/person.ts'
import type { PersonWrite } from '#domain/person.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { openService } from '../../worker/service.ts'
import type { Bindings } from '../../worker/settings.ts'

const service = openService({
  now: async () => Date.now(),
  mailer: () => ({ send: async () => undefined }) as never,
  courier: httpCourier,
  isReady: async () => true,
})

/** What the same runtime can do at best: a router and an answer of the same size, without a key, a store or a check. */
let answers: Record<'one' | 'page', unknown> = { one: {}, page: {} }
const bare = new Hono()
  .get('/bare/employees/:id', (c) => c.json(answers.one as object))
  .get('/bare/employees', (c) => c.json(answers.page as object))

export default {
  async fetch(request: Request, env: Bindings, execution: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/texts') {
      const texts = (await request.json()) as string[]
      await env.DB.batch(texts.map((text) => env.DB.prepare(text)))
      return new Response()
    }
    if (pathname === '/people') {
      const db = openDatabase(env.DB)
      for (const statement of writePeople((await request.json()) as PersonWrite[], Date.now()))
        await db.run(statement.getSQL())
      return new Response()
    }
    if (pathname === '/answers') {
      answers = (await request.json()) as typeof answers
      return new Response()
    }
    if (pathname.startsWith('/bare/')) return bare.fetch(request)
    return service.fetch(request as never, env, execution)
  },
}
