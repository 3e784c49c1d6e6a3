import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { StoryOptions } from './simulation.ts'
import type { Tooth } from './teeth.ts'

/** What a worker is asked for: stories, one at a time, in a program that may have one bug planted. */
export interface WorkerSetup {
  tooth: Tooth | null
}

const { tooth } = workerData as WorkerSetup

if (tooth?.file) plant(tooth.file, tooth.from, tooth.to)
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => undefined

const { liveStory } = await import('./story.ts')

parentPort!.on('message', async (options: StoryOptions) => {
  parentPort!.postMessage(await liveStory({ ...options, schema: tooth?.schema }))
})
parentPort!.postMessage('ready')

/** Loads one file of the product with other words in it. @throws Error where the words are not there exactly once. */
function plant(file: string, from: string, to: string): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/${file}`)) return loaded
      const source = String(loaded.source instanceof Uint8Array ? Buffer.from(loaded.source) : loaded.source)
      if (source.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${file}`)
      return { ...loaded, source: source.replace(from, () => to) }
    },
  })
}
