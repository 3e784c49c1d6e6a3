import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

const COMPRESSED = /^(?:text\/|application\/(?:json|javascript)|image\/svg)/

/**
 * The service as it is met through the network of a deployment: text is compressed on its way, which the local runtime
 * does not do. Gzip at its default level, the least that browsers get.
 */
export async function openCompressingProxy(base: string): Promise<{ base: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    try {
      const answer = await fetch(new URL(request.url ?? '/', base), {
        headers: { accept: request.headers.accept ?? '*/*', 'accept-language': 'fr' },
        redirect: 'manual',
      })
      const body = new Uint8Array(await answer.arrayBuffer())
      const headers: Record<string, string> = Object.fromEntries(
        [...answer.headers].filter(([name]) => !['content-length', 'transfer-encoding'].includes(name)),
      )
      const isText = COMPRESSED.test(headers['content-type'] ?? '')
      if (isText) headers['content-encoding'] = 'gzip'
      response.writeHead(answer.status, headers).end(isText ? gzipSync(body) : body)
    } catch {
      response.writeHead(502).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { base: `http://localhost:${port}`, close: () => server.close() }
}
