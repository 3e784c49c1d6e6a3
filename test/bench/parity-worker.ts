import { type Call, type Outcome, play } from './parity-play.ts'
import { PRODUCTS } from './parity-product.ts'

/** Whole sequences of calls inside workerd, next to its D1. */
export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const sequences = (await request.json()) as Call[][]
    const outcomes: Outcome[][] = []
    for (const sequence of sequences) {
      const told: Outcome[] = []
      for (const call of sequence) told.push(await play(DB, call, PRODUCTS))
      outcomes.push(told)
    }
    return Response.json(outcomes)
  },
}
