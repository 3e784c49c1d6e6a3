import { readState, writeState } from './store.ts'

const KEY = 'clock_offset_ms'

/** The time on this machine's stage: the real one, moved by as much as somebody asked. */
export async function localNow(db: D1Database): Promise<number> {
  return Date.now() + Number((await readState(db, KEY)) ?? 0)
}

export async function moveClock(db: D1Database, offsetMs: number): Promise<void> {
  await writeState(db, KEY, String(offsetMs))
}
