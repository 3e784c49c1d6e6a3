import { parentPort } from 'node:worker_threads'

for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => undefined

const { flowsNamed, MODES, tryFlow } = await import('./crash-points.ts')

parentPort!.on('message', async (name: string) => {
  const flow = flowsNamed(name).find((one) => one.name === name)!
  parentPort!.postMessage(await tryFlow(flow, MODES))
})
