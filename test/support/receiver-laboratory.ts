import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { BEHAVIOURS, type BehaviourName } from './receiver-behaviours.ts'
import { selfSignedCertificate } from './receiver-certificate.ts'

/** What a receiver has seen so far. */
export interface Receiver {
  name: string
  /** How it misbehaves while it is not well; null for one that never does. */
  behaviour: BehaviourName | null
  url: string
  isWell: boolean
  secret: string
  requests: number
  /** When each event was first answered with a yes (epoch ms), in the order in which that was. */
  arrived: Map<string, number>
  /** What came without a signature that is ours. */
  forged: number
}

export interface ReceiverLaboratory {
  receivers: Receiver[]
  /** How often somebody followed a redirect. */
  visitsToTrap: () => number
  close: () => Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** A loopback server for each way of misbehaving, and a few that never do. All begin well. */
export async function openLaboratory(healthy: number): Promise<ReceiverLaboratory> {
  let visits = 0
  const servers: Server[] = []
  const open = async (server: Server) => {
    servers.push(server)
    return listen(server)
  }
  const trap = await open(
    createServer((_, response) => {
      visits += 1
      response.end()
    }),
  )
  const traps = [`http://${LOOPBACK}:${trap}/`, `http://localhost:${trap}/latest/meta-data/`]
  const receivers: Receiver[] = []
  const names: [string, BehaviourName | null][] = [
    ...(Object.keys(BEHAVIOURS) as BehaviourName[]).map((name): [string, BehaviourName] => [name, name]),
    ...Array.from({ length: healthy }, (_, n): [string, null] => [`healthy-${n + 1}`, null]),
  ]
  for (const [name, behaviour] of names) {
    const receiver: Receiver = {
      name,
      behaviour,
      url: '',
      isWell: true,
      secret: '',
      requests: 0,
      arrived: new Map(),
      forged: 0,
    }
    const port = await open(
      createServer((request, response) => void receive(receiver, request, response, traps)),
    )
    receiver.url = `http://${LOOPBACK}:${port}/`
    receivers.push(receiver)
  }
  return {
    receivers,
    visitsToTrap: () => visits,
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((done) => {
              server.close(() => done())
              server.closeAllConnections()
            }),
        ),
      )
    },
  }
}

export interface Distrusted {
  url: string
  /** How many connections were opened, and how many requests came through them: none, where certificates are checked. */
  knocks: () => number
  visits: () => number
  close: () => void
}

/** The address of a server that answers well, behind a certificate that nobody can trust. */
export async function openDistrusted(): Promise<Distrusted> {
  let visits = 0
  let knocks = 0
  const sockets = new Set<Duplex>()
  const server = createSecureServer(selfSignedCertificate(), (_, response) => {
    visits += 1
    response.end()
  })
  server.on('connection', (socket) => {
    knocks += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  // Whoever turns away at the handshake is what we are here for.
  server.on('tlsClientError', () => undefined)
  const port = await listen(server)
  const close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { url: `https://localhost:${port}/`, knocks: () => knocks, visits: () => visits, close }
}

async function receive(
  receiver: Receiver,
  request: IncomingMessage,
  response: ServerResponse,
  traps: readonly string[],
): Promise<void> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of request) pieces.push(piece as Buffer)
  } catch {
    return
  }
  const body = Buffer.concat(pieces).toString()
  receiver.requests += 1
  if (!isSigned(receiver.secret, request, body)) receiver.forged += 1
  const behaviour = receiver.isWell || receiver.behaviour === null ? null : BEHAVIOURS[receiver.behaviour]
  // What is broken here is broken on purpose; that the other side hangs up is its right.
  response.on('error', () => undefined)
  if (behaviour === null || behaviour.accepts) {
    const { id } = JSON.parse(body) as { id: string }
    if (!receiver.arrived.has(id)) receiver.arrived.set(id, Date.now())
  }
  if (behaviour === null) response.writeHead(204).end()
  else behaviour.answer(response, receiver.requests, traps[receiver.requests % traps.length]!)
}

/** Whether the signature is that of the secret (Standard Webhooks 1.0.0, symmetric signatures). */
function isSigned(secret: string, { headers }: IncomingMessage, body: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const signature = createHmac('sha256', key).update(content).digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${signature}`)
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, LOOPBACK, () => resolve((server.address() as { port: number }).port))
  })
}
