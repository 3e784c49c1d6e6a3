import { Worker } from 'node:worker_threads'
import type { StoryOptions } from './simulation.ts'
import type { StoryResult } from './story.ts'
import type { Tooth } from './teeth.ts'

/** Threads that live stories side by side, each in a program of its own: the real one, or one with a bug planted. */
export class Crew {
  readonly #workers: Worker[] = []
  readonly #idle: Worker[] = []
  readonly #asked: ((worker: Worker) => void)[] = []

  /** @throws Error where the program does not load, such as a planted bug whose words are not there */
  static async gather(count: number, tooth: Tooth | null = null): Promise<Crew> {
    const crew = new Crew()
    await Promise.all(Array.from({ length: count }, () => crew.#hire(tooth)))
    return crew
  }

  async #hire(tooth: Tooth | null): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url).pathname, {
      workerData: { tooth },
      execArgv: [],
    })
    await new Promise<void>((ready, broken) => {
      worker.once('message', () => ready())
      worker.once('error', broken)
    })
    worker.removeAllListeners('error')
    this.#workers.push(worker)
    this.#idle.push(worker)
  }

  /** Lives one story as soon as a thread is free. */
  async live(options: StoryOptions): Promise<StoryResult> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((take) => this.#asked.push(take)))
    try {
      return await new Promise((done, broken) => {
        worker.once('message', done)
        worker.once('error', broken)
        worker.postMessage(options)
      })
    } finally {
      worker.removeAllListeners('error')
      const next = this.#asked.shift()
      if (next) next(worker)
      else this.#idle.push(worker)
    }
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
