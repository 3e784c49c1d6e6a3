import type { ServerResponse } from 'node:http'

/** How a receiver can misbehave (reliability.md R7); `accepts` where what it answers is a yes all the same. */
export interface Behaviour {
  accepts: boolean
  answer: (response: ServerResponse, turn: number, trap: string) => void
}

const PATIENCE_S = '2'
const HUGE_BYTES = 100_000_000
const PIECE = Buffer.alloc(65_536, 'a')
const DRIP_MS = 500

/** Twelve, by name; the one with a certificate of its own never comes to answering. */
export const BEHAVIOURS = {
  'error-500': bad((response) => response.writeHead(500).end('no')),
  'busy-503': bad((response) => response.writeHead(503, { 'retry-after': PATIENCE_S }).end('later')),
  'too-many-429': bad((response) => response.writeHead(429, { 'retry-after': PATIENCE_S }).end('slower')),
  'gone-410': bad((response) => response.writeHead(410).end('gone')),
  redirect: bad((response, turn, trap) =>
    response.writeHead([301, 302, 307, 308][turn % 4]!, { location: trap }).end('elsewhere'),
  ),
  silent: bad(() => undefined),
  reset: bad((response) => response.socket?.resetAndDestroy()),
  'slow-headers': bad((response) => drip(response, 'HTTP/1.1 200 OK\r\nx-slow: ')),
  'slow-body': bad((response) => {
    response.writeHead(200).write('o')
    const timer = setInterval(() => response.write('k'), DRIP_MS)
    response.on('close', () => clearInterval(timer))
  }),
  'endless-body': {
    accepts: true,
    answer: (response) => pour(response.writeHead(200), Number.POSITIVE_INFINITY),
  },
  'bad-tls': bad((response) => response.writeHead(500).end('nobody gets here')),
  'huge-body': {
    accepts: true,
    answer: (response) => pour(response.writeHead(200, { 'content-length': HUGE_BYTES }), HUGE_BYTES),
  },
} satisfies Record<string, Behaviour>

export type BehaviourName = keyof typeof BEHAVIOURS

function bad(answer: Behaviour['answer']): Behaviour {
  return { accepts: false, answer }
}

/** Sends the start of an answer and then a letter at a time, for as long as anybody listens. */
function drip(response: ServerResponse, start: string): void {
  const socket = response.socket!
  socket.write(start)
  const timer = setInterval(() => socket.write('a'), DRIP_MS)
  socket.on('close', () => clearInterval(timer))
}

/** Sends so many bytes, as fast as they are taken. */
function pour(response: ServerResponse, bytes: number): void {
  let left = bytes
  const more = () => {
    while (left > 0 && !response.destroyed) {
      const piece = left >= PIECE.length ? PIECE : PIECE.subarray(0, left)
      left -= piece.length
      if (!response.write(piece)) return
    }
    if (left <= 0) response.end()
  }
  response.on('drain', more)
  more()
}
