/** Bytes that arrive piece by piece, as text. */
export interface TextReader {
  push: (bytes: Uint8Array) => string
  end: () => string
}

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d]

/**
 * Reads UTF-8 and UTF-16 by their mark, UTF-16 by its zeros too. Otherwise each line that is valid UTF-8 is read as such and any other as
 * Windows-1252, as French spreadsheets save it: a stray byte late in a file neither spoils what came before nor what comes
 * after, and a file put together from two sources is read right in both its parts. Memory holds one line and one piece.
 */
export function openTextReader(): TextReader {
  let head: Uint8Array = new Uint8Array()
  let inner: TextReader | null = null
  const open = (bytes: Uint8Array): string => {
    inner = readerFor(bytes)
    return inner.push(bytes)
  }
  return {
    push(bytes) {
      if (inner) return inner.push(bytes)
      head = joined(head, bytes)
      return head.length < 4 ? '' : open(head)
    },
    end() {
      const text = inner ? '' : open(head)
      return text + (inner as TextReader | null)!.end()
    },
  }
}

/** The whole of some bytes as text, see `openTextReader`. */
export function decodeText(bytes: Uint8Array): string {
  const reader = openTextReader()
  return reader.push(bytes) + reader.end()
}

function readerFor(head: Uint8Array): TextReader {
  const [first, second, third, fourth] = head
  const isLittle = first !== 0 && second === 0 && third !== 0 && fourth === 0
  const isBig = first === 0 && second !== 0 && third === 0 && fourth !== 0
  if ((first === 0xff && second === 0xfe) || isLittle) return marked('utf-16le')
  if ((first === 0xfe && second === 0xff) || isBig) return marked('utf-16be')
  return first === 0xef && second === 0xbb && third === 0xbf ? marked('utf-8') : lineByLine()
}

function marked(encoding: string): TextReader {
  const decoder = new TextDecoder(encoding)
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

function lineByLine(): TextReader {
  let pending: Uint8Array[] = []
  const take = (bytes: Uint8Array): Uint8Array => {
    const all = pending.length ? joined(...pending, bytes) : bytes
    pending = []
    return all
  }
  return {
    push(bytes) {
      const cut = Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(CARRIAGE_RETURN)) + 1
      // Copied, for the piece belongs to the stream, which may use its memory again.
      if (cut === 0) pending.push(bytes.slice())
      if (cut === 0) return ''
      const lines = decodeLines(take(bytes.subarray(0, cut)))
      if (cut < bytes.length) pending.push(bytes.slice(cut))
      return lines
    },
    end: () => decodeLines(take(new Uint8Array())),
  }
}

function decodeLines(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    return utf8.decode(bytes)
  } catch {
    const windows = new TextDecoder('windows-1252')
    let text = ''
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(LINE_FEED, from) + 1 || bytes.length
      const line = bytes.subarray(from, end)
      try {
        text += utf8.decode(line)
      } catch {
        text += windows.decode(line)
      }
      from = end
    }
    return text
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
