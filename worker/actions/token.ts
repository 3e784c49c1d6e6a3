const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A secret of 43 characters that carries 256 bits, safe in a path. */
export function newToken(): string {
  const text: string[] = []
  while (text.length < 43) {
    for (const byte of crypto.getRandomValues(new Uint8Array(64))) {
      // 248 is the largest multiple of 62 below 256: refusing the rest keeps every letter equally likely.
      if (byte < 248 && text.length < 43) text.push(BASE62[byte % 62] as string)
    }
  }
  return text.join('')
}

/** SHA-256 in hex. Tokens are random, so a plain hash is enough to keep them (ASVS 6.5.2). */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
