import { dropHome, type ScimDocument, settleUser } from './document.ts'
import { refuse } from './error.ts'
import { type PatchOperation, readPatch, readPatchPath } from './patch-path.ts'
import { isObject } from './value.ts'
import { writeAt, writeKeys } from './write.ts'

export { type GroupPatch, readGroupPatch } from './patch-group.ts'

/**
 * A user after a PATCH (RFC 7644 §3.5.2): all operations in order on a copy, or none where one is refused. The
 * result is cleaned as `readUser` does. Throws ScimError.
 */
export function patchUser(document: ScimDocument, body: unknown): ScimDocument {
  const after = structuredClone(document)
  for (const operation of readPatch(body)) {
    patch(after, operation)
    // Before the next operation can take the label away.
    dropHome(after)
  }
  return settleUser(after)
}

function patch(document: ScimDocument, { op, path: text, value }: PatchOperation): void {
  if (text === null) {
    if (!isObject(value)) throw refuse('invalidValue', 'Send an object as "value", or name a "path".')
    writeKeys(document, value, op)
    return
  }
  const path = readPatchPath(text, 'User')
  if (path !== 'dropped' && path.attribute?.name !== 'schemas') writeAt(document, path, op, value)
}
