import { Problem } from '#domain/problem.ts'
import type { Request } from './service-context.ts'

/**
 * The body piece by piece, so that memory holds one piece and not the body.
 * @throws Problem `too-large` as soon as more has arrived than allowed.
 */
export async function* streamBody(c: Request, bytesMax: number): AsyncGenerator<Uint8Array> {
  const tooLarge = new Problem('too-large', {
    fr: `Cet envoi dépasse ${bytesMax / 2 ** 20}\u00a0Mio. Partagez le fichier, puis envoyez-le en plusieurs fois.`,
    en: `This request exceeds ${bytesMax / 2 ** 20} MiB. Split the file, then send it in several parts.`,
  })
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw tooLarge
  const reader = c.req.raw.body?.getReader()
  if (!reader) return
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.byteLength
      if (size > bytesMax) throw tooLarge
      yield value
    }
  } finally {
    // Whoever stops early leaves the rest unread.
    await reader.cancel().catch(() => undefined)
  }
}
