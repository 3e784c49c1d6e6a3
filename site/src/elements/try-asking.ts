import type { Both } from '#domain/language.ts'
import type { MatchReport, SheetMapping, SheetSettings, SheetTable } from '#domain/match-sheet.ts'

export interface MatchAsked {
  tables: { mentors: SheetTable; mentees: SheetTable }
  mapping: SheetMapping
  settings: SheetSettings
  thisMonth: number
}

export type TryQuestion =
  | { id: number; kind: 'read'; bytes: ArrayBuffer }
  | ({ id: number; kind: 'match' } & MatchAsked)

export type TryAnswer = { id: number } & (
  | { kind: 'ready' }
  | { kind: 'table'; table: SheetTable }
  | { kind: 'report'; report: MatchReport }
  | { kind: 'problem'; detail: Both | null }
)

/** What the engine could not do; `detail` is there where the person can put it right. */
export class EngineProblem extends Error {
  readonly detail: Both | null

  constructor(detail: Both | null) {
    super(detail?.en ?? 'The engine stopped.')
    this.detail = detail
  }
}

/** Asks the engine on its own thread. Of several matches asked for while one is worked out, only the newest is done. */
export class Engine {
  readonly ready: Promise<void>
  readonly #worker = new Worker(new URL('./try-engine.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, (answer: TryAnswer) => void>()
  #id = 0
  #isMatching = false
  #next: ((isMine: boolean) => void) | null = null

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, () => resolve())
      this.#worker.addEventListener('error', () => {
        reject(new EngineProblem(null))
        for (const answer of this.#waiting.values()) answer({ id: 0, kind: 'problem', detail: null })
      })
    })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TryAnswer>) => {
      const answer = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      answer?.(data)
    })
  }

  /** @throws EngineProblem */
  async read(file: Blob): Promise<SheetTable> {
    const bytes = await file.arrayBuffer()
    const answer = await this.#ask({ id: ++this.#id, kind: 'read', bytes }, [bytes])
    if (answer.kind !== 'table') throw new EngineProblem(answer.kind === 'problem' ? answer.detail : null)
    return answer.table
  }

  /**
   * The match of what is asked; null where something newer was asked in the meantime.
   * @throws EngineProblem
   */
  async match(asked: MatchAsked): Promise<MatchReport | null> {
    if (this.#isMatching && !(await this.#turn())) return null
    this.#isMatching = true
    try {
      const answer = await this.#ask({ id: ++this.#id, kind: 'match', ...asked })
      if (this.#next) return null
      if (answer.kind !== 'report') throw new EngineProblem(answer.kind === 'problem' ? answer.detail : null)
      return answer.report
    } finally {
      const next = this.#next
      this.#next = null
      this.#isMatching = next !== null
      next?.(true)
    }
  }

  /** Waits for the match that is being worked out; false where somebody newer took the turn. */
  #turn(): Promise<boolean> {
    this.#next?.(false)
    return new Promise((resolve) => {
      this.#next = resolve
    })
  }

  #ask(question: TryQuestion, transfer: Transferable[] = []): Promise<TryAnswer> {
    return new Promise((resolve) => {
      this.#waiting.set(question.id, resolve)
      this.#worker.postMessage(question, transfer)
    })
  }
}
