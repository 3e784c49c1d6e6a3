/** Positions are ten apart, so that one more fits between two. */
const STEP = 10

/**
 * A list with one line moved to another place.
 * @returns the list in its new order with positions 10, 20, …, and those of its lines whose position changed.
 */
export function moved<T extends { position: number }>(
  lines: readonly T[],
  from: number,
  to: number,
): [T[], T[]] {
  const order = lines.toSpliced(from, 1).toSpliced(to, 0, ...lines.slice(from, from + 1))
  const placed = order.map((line, at) => ({ ...line, position: (at + 1) * STEP }))
  return [placed, placed.filter(({ position }, at) => position !== order[at]?.position)]
}
