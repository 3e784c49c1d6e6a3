import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { armorique } from '#db/worlds/armorique.ts'
import { quantile } from './quantile.ts'

const CHECKS = 300

const SCRIPT = `
const CLIMB = \`WITH RECURSIVE climb(person) AS (
  SELECT value FROM json_each(?1)
  UNION SELECT line.manager FROM climb CROSS JOIN reporting_lines AS line ON line.person = climb.person)
  SELECT line.person, line.manager FROM climb CROSS JOIN reporting_lines AS line ON line.person = climb.person\`
export default {
  async fetch(request, env) {
    const { lines, pairs } = await request.json()
    if (lines) {
      await env.DB.exec('CREATE TABLE IF NOT EXISTS reporting_lines (person TEXT NOT NULL, manager TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (person, manager))')
      for (let from = 0; from < lines.length; from += 5000) {
        await env.DB.prepare("INSERT INTO reporting_lines SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)")
          .bind(JSON.stringify(lines.slice(from, from + 5000))).run()
      }
      return Response.json({})
    }
    const climbs = [], bare = []
    for (const pair of pairs) {
      let from = performance.now()
      await env.DB.prepare(CLIMB).bind(JSON.stringify(pair)).all()
      climbs.push(performance.now() - from)
      from = performance.now()
      await env.DB.prepare('SELECT 1').all()
      bare.push(performance.now() - from)
    }
    return Response.json({ climbs, bare })
  },
}`

/** Asking who is above two people, inside the Worker, in companies of three sizes; beside the cheapest statement. */
export async function measureReportingLines() {
  const rows = []
  for (const people of [400, 4_000, 40_000]) {
    const staff = armorique({ people, seed: 7 })
    const lines = staff.flatMap((one) => [
      ...(one.manager ? [[one.external_id, one.manager, 'line']] : []),
      ...one.dotted_managers.map((manager) => [one.external_id, manager, 'dotted']),
    ])
    const runtime = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        script: SCRIPT,
        compatibilityDate: '2026-10-01',
        d1Databases: ['DB'],
      }),
    )
    const ask = async (body: unknown) =>
      (
        await runtime.dispatchFetch('http://localhost/', { method: 'POST', body: JSON.stringify(body) })
      ).json() as Promise<{
        climbs: number[]
        bare: number[]
      }>
    await ask({ lines })
    const pairs = Array.from({ length: CHECKS }, (_, n) => [
      staff[(n * 7919) % staff.length]?.external_id,
      staff[(n * 104_729 + 13) % staff.length]?.external_id,
    ])
    await ask({ pairs: pairs.slice(0, 50) })
    const { climbs, bare } = await ask({ pairs })
    await runtime.dispose()
    const round = (ms: number) => Math.round(ms * 100) / 100
    rows.push({
      people,
      lines: lines.length,
      p50_ms: round(quantile(climbs, 0.5)),
      p99_ms: round(quantile(climbs, 0.99)),
      bare_p50_ms: round(quantile(bare, 0.5)),
      bare_p99_ms: round(quantile(bare, 0.99)),
      ratio_p50: round(quantile(climbs, 0.5) / quantile(bare, 0.5)),
    })
  }
  return rows
}
