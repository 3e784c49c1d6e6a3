/**
 * Works on several things at once, `width` at most, and waits for all of them, also where one fails.
 * @throws what the first that failed threw, once nothing is under way any more
 */
export async function sideBySide<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const lane = async () => {
    for (const item of left) await work(item)
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

/** Lets work in, so much at a time and the rest in the order in which it came. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

export function openGate(width: number): Gate {
  let free = width
  const queue: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => queue.push(enter))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else free += 1
    }
  }
}
