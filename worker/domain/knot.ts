/**
 * To which knot each point of a graph belongs: two points share one where each can be reached from the other, so that only
 * an edge inside a knot can lie on a circle (R. Tarjan, “Depth-first search and linear graph algorithms”, 1972). Linear, and
 * without recursion, for a chart may be one long chain.
 * @param edges for each point, where its edges lead; points without any may be left out.
 */
export function findKnots(edges: readonly (readonly number[] | undefined)[], points: number): Int32Array {
  const order = new Int32Array(points).fill(-1)
  const lowest = new Int32Array(points)
  const knot = new Int32Array(points).fill(-1)
  const nextEdge = new Int32Array(points)
  const [open, way]: [number[], number[]] = [[], []]
  let [met, knots] = [0, 0]
  const enter = (point: number) => {
    order[point] = lowest[point] = met++
    open.push(point)
    way.push(point)
  }
  const leave = (point: number) => {
    way.pop()
    if (lowest[point] === order[point]) {
      for (let one = -1; one !== point; ) {
        one = open.pop() as number
        knot[one] = knots
      }
      knots += 1
    }
    const before = way.at(-1)
    if (before !== undefined) lowest[before] = Math.min(lowest[before] as number, lowest[point] as number)
  }
  for (let start = 0; start < points; start++) {
    if (order[start] === -1) enter(start)
    for (let point = way.at(-1); point !== undefined; point = way.at(-1)) {
      const next = edges[point]?.[nextEdge[point] as number]
      nextEdge[point] = (nextEdge[point] as number) + 1
      if (next === undefined) leave(point)
      else if (order[next] === -1) enter(next)
      else if (knot[next] === -1) lowest[point] = Math.min(lowest[point] as number, order[next] as number)
    }
  }
  return knot
}
