import { readFileSync, writeFileSync } from 'node:fs'
import { completeLock, type Lock } from './lock-completion.ts'
import { PROJECT } from './project.ts'

/** `npm run lock`: completes package-lock.json, so that `npm ci` accepts it on Linux, macOS and Windows. */
const path = PROJECT.path('package-lock.json')
const before = readFileSync(path, 'utf8')
const lock = JSON.parse(before) as Lock
const { added, unknown } = completeLock(lock)
const after = `${JSON.stringify(lock, null, 2)}\n`
if (after !== before) writeFileSync(path, after)
for (const place of added)
  console.log(`added ${place.replace(/^.*node_modules\//, '')} ${lock.packages[place]!.version}`)
for (const name of unknown) console.error(`${name} has no exact version: add it to package-lock.json by hand`)
console.log(
  added.length === 0 ? 'The lock was complete.' : `${added.length} platform packages added to the lock.`,
)
if (unknown.length > 0) process.exitCode = 1
