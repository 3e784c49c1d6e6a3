import { readFileSync } from 'node:fs'
import { PROJECT } from './project.ts'

/** The crons of wrangler.toml, in their order. */
export function readCrons(toml: string = readFileSync(PROJECT.path('wrangler.toml'), 'utf8')): string[] {
  const list = /^crons\s*=\s*\[([^\]]*)\]/m.exec(toml)?.[1] ?? ''
  return [...list.matchAll(/"([^"]+)"|'([^']+)'/g)].map(([, double, single]) => (double ?? single)!)
}

/**
 * Calls every cron, each on its own, and rests between two calls: locally nothing rings by itself.
 * A cron that cannot be called now is called at the next round.
 */
export function ringCrons(base: string, everyMs: number): { stop: () => void } {
  const stops = readCrons().map((cron) =>
    ring(`${base}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`, everyMs),
  )
  return { stop: () => stops.forEach((stop) => void stop()) }
}

function ring(url: string, everyMs: number): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const call = async () => {
    await fetch(url, { signal: AbortSignal.timeout(60_000) })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined)
    if (!stopped) timer = setTimeout(call, everyMs)
  }
  void call()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
