import { createHash, createHmac } from 'node:crypto'
import type { Random } from '#db/worlds/random.ts'

/** A key as the simulated platform hands it out: the bytes of the secret. */
interface PlainKey {
  bytes: Uint8Array
}

function bytesOf(data: BufferSource): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

function answerOf(digest: Buffer): ArrayBuffer {
  return new Uint8Array(digest).buffer as ArrayBuffer
}

/**
 * Takes chance, waiting and background threads out of the platform, so that a seed decides everything: random bytes come
 * from it, hashes are ready at once, and a pause ends when the scheduler says so.
 */
export function ownPlatform(random: Random, pause: (go: () => void, ms: number) => void): () => void {
  const subtle = {
    digest: async (_name: string, data: BufferSource) =>
      answerOf(createHash('sha256').update(bytesOf(data)).digest()),
    importKey: async (_format: string, data: BufferSource): Promise<PlainKey> => ({ bytes: bytesOf(data) }),
    sign: async (_name: string, key: PlainKey, data: BufferSource) =>
      answerOf(createHmac('sha256', key.bytes).update(bytesOf(data)).digest()),
  }
  const getRandomValues = <T extends ArrayBufferView>(view: T): T => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256)
    return view
  }
  const randomUUID = () => {
    const hex = createHash('sha256')
      .update(getRandomValues(new Uint8Array(16)))
      .digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  const before = { crypto: (globalThis as { crypto?: unknown }).crypto, setTimeout: globalThis.setTimeout }
  Object.defineProperty(globalThis, 'crypto', {
    value: { subtle, getRandomValues, randomUUID },
    configurable: true,
    writable: true,
  })
  globalThis.setTimeout = ((go: () => void, ms = 0) => {
    pause(go, ms)
    return 0
  }) as unknown as typeof setTimeout
  return () => {
    Object.defineProperty(globalThis, 'crypto', { value: before.crypto, configurable: true, writable: true })
    globalThis.setTimeout = before.setTimeout
  }
}
