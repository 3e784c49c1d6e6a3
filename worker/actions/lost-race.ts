import { Problem } from '#domain/problem.ts'

const ATTEMPTS = 6

/**
 * Loads, decides and commits again where somebody else changed the same thing in between: a machine that sends two
 * changes at once means both.
 * @throws Problem `conflict` where it lost every time.
 */
export async function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt()
    } catch (error) {
      const isLostRace = error instanceof Problem && error.kind === 'conflict' && error.cause !== undefined
      if (!isLostRace || count === ATTEMPTS) throw error
    }
  }
}
