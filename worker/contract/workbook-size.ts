const [END_OF_DIRECTORY, ENTRY] = [0x06054b50, 0x02014b50]
const END_BYTES = 22
const ENTRY_BYTES = 46

/**
 * How many bytes the parts of a ZIP archive say that they unpack to (APPNOTE 6.3, central directory); null where it is no
 * archive that can be read. Asked before a workbook is unpacked, for a small file may hold a large one.
 */
export function unpackedBytes(archive: Uint8Array): number | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.byteLength - END_BYTES
  const from = Math.max(0, end - 0xffff)
  while (end >= from && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1
  if (end < from || end < 0) return null
  const entries = view.getUint16(end + 10, true)
  let [at, total] = [view.getUint32(end + 16, true), 0]
  for (let n = 0; n < entries; n++) {
    if (at + ENTRY_BYTES > archive.byteLength || view.getUint32(at, true) !== ENTRY) return null
    total += view.getUint32(at + 24, true)
    at += ENTRY_BYTES + [28, 30, 32].reduce((size, field) => size + view.getUint16(at + field, true), 0)
  }
  return total
}
