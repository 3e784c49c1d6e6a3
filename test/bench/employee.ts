import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { hashToken, newToken } from '#actions/token.ts'
import { armorique } from '#db/worlds/armorique.ts'
import { emailKey } from '#domain/person.ts'
import { quantile } from './quantile.ts'
import { bundleWorker, migrations } from './worker-bundle.ts'

const PEOPLE = 40_000
const ROUNDS = 400
const WARM_UP = 60

/**
 * Reading one employee and a page of a hundred among 40,000 people, each beside a bare route that gives the same answer on
 * the same runtime, turn by turn; one call at a time over HTTP.
 */
export async function measureEmployees() {
  const token = `bnm_benchmark_${newToken()}`
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundleWorker('employee-worker.ts'),
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: ['DB'],
      queueProducers: { JOBS: 'jobs' },
      bindings: {
        BASE_URL: 'http://localhost:8787',
        MAIL_FROM: 'bench@example.org',
        ORGANISATION: 'Bench',
        BETTER_AUTH_SECRET: newToken(),
        ROOT_TOKEN_HASH: await hashToken(token),
      },
    }),
  )
  try {
    const base = await runtime.ready
    const read = async (path: string): Promise<string> => {
      const answer = await fetch(new URL(path, base), { headers: { authorization: `Bearer ${token}` } })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.text()
    }
    const give = async (path: string, body: unknown) => {
      const answer = await fetch(new URL(path, base), { method: 'POST', body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    }
    const ids = await seed(give)
    const paths = {
      one: (n: number) => `/api/v1/employees/${ids[(n * 7919) % ids.length]}`,
      page: () => '/api/v1/employees?limit=100',
    }
    await give('/answers', {
      one: JSON.parse(await read(paths.one(0))),
      page: JSON.parse(await read(paths.page())),
    })
    return [
      await compare('GET /employees/{id}', read, paths.one, () => '/bare/employees/x'),
      await compare('GET /employees?limit=100', read, paths.page, () => '/bare/employees'),
    ]
  } finally {
    await runtime.dispose()
  }
}

async function compare(
  door: string,
  read: (path: string) => Promise<string>,
  ours: (n: number) => string,
  bare: (n: number) => string,
) {
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  let bytes = 0
  for (let n = 0; n < ROUNDS + WARM_UP; n++) {
    for (const [who, path] of [['ours', ours(n)] as const, ['bare', bare(n)] as const]) {
      const from = performance.now()
      bytes = (await read(path)).length
      if (n >= WARM_UP) times[who].push(performance.now() - from)
    }
  }
  const round = (ms: number) => Math.round(ms * 100) / 100
  const p = (who: 'ours' | 'bare', share: number) => quantile(times[who], share)
  return {
    door,
    people: PEOPLE,
    bytes,
    p50_ms: round(p('ours', 0.5)),
    p99_ms: round(p('ours', 0.99)),
    bare_p50_ms: round(p('bare', 0.5)),
    bare_p99_ms: round(p('bare', 0.99)),
    ratio_p50: round(p('ours', 0.5) / p('bare', 0.5)),
  }
}

async function seed(give: (path: string, body: unknown) => Promise<void>): Promise<string[]> {
  for (const texts of migrations()) await give('/texts', texts)
  const staff = armorique({ people: PEOPLE, seed: 7 })
  for (let from = 0; from < staff.length; from += 2_000) {
    await give(
      '/people',
      staff.slice(from, from + 2_000).map((one, at) => ({
        ...one,
        id: `per_bench${String(from + at).padStart(15, '0')}`,
        email_key: one.email === null ? null : emailKey(one.email),
        version: 1,
        recheck: false,
      })),
    )
  }
  return staff.map(({ external_id }) => external_id)
}
