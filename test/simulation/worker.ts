import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { StoryOptions } from './simulation.ts'
import type { Edit, Tooth } from './teeth.ts'

/** What a worker is asked for: stories, one at a time, in a program that may have one bug planted. */
export interface WorkerSetup {
  tooth: Tooth | null
}

const { tooth } = workerData as WorkerSetup

if (tooth?.edits.length) plant(tooth.edits)
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => undefined

const { liveStory } = await import('./story.ts')

parentPort!.on('message', async (options: StoryOptions) => {
  parentPort!.postMessage(await liveStory({ ...options, schema: tooth?.schema }))
})
parentPort!.postMessage('ready')

/** Loads files of the product with other words in them. @throws Error where the words are not there exactly once. */
function plant(edits: readonly Edit[]): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const mine = edits.filter(({ file }) => url.endsWith(`/${file}`))
      if (mine.length === 0) return loaded
      let source = String(loaded.source instanceof Uint8Array ? Buffer.from(loaded.source) : loaded.source)
      for (const { file, from, to } of mine) {
        if (source.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${file}`)
        source = source.replace(from, () => to)
      }
      return { ...loaded, source }
    },
  })
}
