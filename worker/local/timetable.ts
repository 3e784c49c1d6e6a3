import { readFileSync } from 'node:fs'
import { PROJECT } from './project.ts'

/** The crons of wrangler.toml, in their order. */
export function readCrons(toml: string = readFileSync(PROJECT.path('wrangler.toml'), 'utf8')): string[] {
  const list = /^crons\s*=\s*\[([^\]]*)\]/m.exec(toml)?.[1] ?? ''
  return [...list.matchAll(/"([^"]+)"|'([^']+)'/g)].map(([, double, single]) => (double ?? single)!)
}

/**
 * Calls every cron, one after the other, then rests: locally nothing rings by itself.
 * A cron that cannot be called now is called at the next round.
 */
export function ringCrons(base: string, everyMs: number): { stop: () => void } {
  const crons = readCrons()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const round = async () => {
    for (const cron of crons) {
      if (stopped) return
      const url = `${base}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`
      await fetch(url, { signal: AbortSignal.timeout(60_000) })
        .then((response) => response.arrayBuffer())
        .catch(() => undefined)
    }
    if (!stopped) timer = setTimeout(round, everyMs)
  }
  void round()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
