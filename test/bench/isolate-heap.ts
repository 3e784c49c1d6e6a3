import type { Miniflare } from 'miniflare'

const EVERY_MS = 20

interface HeapUsage {
  usedSize: number
  backingStorageSize?: number
}

/**
 * Watches the heap of the Worker’s isolate through the inspector: objects and the typed arrays they hold. It answers
 * whenever the Worker waits, not in the midst of a computation.
 * @returns a function that stops and tells the most that was seen, in megabytes.
 */
export async function watchHeap(runtime: Miniflare): Promise<() => Promise<number>> {
  const socket = new WebSocket(await inspectorOf(runtime))
  await new Promise((open, fail) => {
    socket.addEventListener('open', open)
    socket.addEventListener('error', fail)
  })
  let answered: (usage: HeapUsage) => void = () => {}
  socket.addEventListener('message', ({ data }) =>
    answered((JSON.parse(String(data)) as { result: HeapUsage }).result),
  )
  const ask = (id: number) =>
    new Promise<HeapUsage>((done) => {
      answered = done
      socket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }))
    })
  let [isOn, most] = [true, 0]
  const watching = (async () => {
    for (let id = 1; isOn; id++) {
      const { usedSize, backingStorageSize = 0 } = await ask(id)
      most = Math.max(most, usedSize + backingStorageSize)
      await new Promise((rest) => setTimeout(rest, EVERY_MS))
    }
  })()
  return async () => {
    isOn = false
    await watching
    socket.close()
    return most / 2 ** 20
  }
}

async function inspectorOf(runtime: Miniflare): Promise<string> {
  const url = await runtime.getInspectorURL()
  const list = new URL('/json', String(url).replace(/^ws/, 'http'))
  const [target] = (await (await fetch(list)).json()) as { webSocketDebuggerUrl: string }[]
  if (!target) throw new Error('The runtime has nothing to inspect')
  return target.webSocketDebuggerUrl
}
