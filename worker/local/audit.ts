import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Anchor, type ChainReport, type Flaw, verifyChain } from '#domain/seal.ts'
import { PLACE, Refusal, readOptions, run } from './command-line.ts'
import { dataFolder } from './data-folder.ts'
import { findStore, readEvents, readJournal, readSeals } from './journal.ts'
import { servedPort } from './tenancy.ts'

const USAGE = 'npm run audit -- [--db FILE | --data DIR] [--anchor SEQ:HASH] [--json]'

const WORDS: Record<Flaw, string> = {
  altered: 'the event is not what was sealed, or the one right before it is gone together with its seal',
  missing: 'the event is gone, its seal is there',
  inserted: 'the event was put in among sealed ones',
  'out-of-order': 'the event was sealed at another place',
  'seal-missing': 'the event has lost its seal',
  'seal-altered': 'the seal is not the one that was made',
  'tail-cut': 'what was anchored from here on is gone',
  'anchor-differs': 'the journal was written anew: it does not lead to the hash that was anchored here',
}

let isWhole = false

/**
 * `npm run audit`: reads the journal of a copy of the database, or of a local service that is stopped, and says whether it
 * is as it was sealed. Exits with 0 where it is, 1 where it is not, 2 where nothing could be checked.
 */
await run(async () => {
  const values = readOptions(USAGE, {
    db: { type: 'string' },
    data: { type: 'string' },
    anchor: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  if (values.db !== undefined && values.data !== undefined) {
    throw new Refusal(`Name a file with --db or a folder with --data, not both.\nUsage: ${USAGE}`)
  }
  const anchor = readAnchor(values.anchor)
  const file = values.db === undefined ? findStore(await folderAtRest(values.data)) : resolve(values.db)
  if (values.db !== undefined) await refuseServed(file)
  const report = await readJournal(file, (db) =>
    verifyChain(readEvents(db), readSeals(db), (text) => hash('sha256', text, 'hex'), anchor),
  )
  isWhole = report.ok
  if (values.json) {
    const { ok, sealed, unsealed, head, firstBad } = report
    console.log(JSON.stringify({ ok, sealed, unsealed, head, first_bad: firstBad }))
  } else tell(report, file, anchor)
})
process.exitCode = process.exitCode ? 2 : isWhole ? 0 : 1

/** @throws Refusal */
function readAnchor(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined
  const [, seq, value] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? []
  if (seq === undefined || value === undefined) {
    throw new Refusal(
      `--anchor is a rank and the 64 digits of its hash, such as 812:0f3a…, as the event “journal.sealed” brings them, not “${text}”.`,
    )
  }
  return { seq: Number(seq), hash: value.toLowerCase() }
}

/** The folder of a local service that is not running. @throws Refusal where it is, or where there is none. */
async function folderAtRest(dir: string = PLACE.data.default): Promise<string> {
  const folder = dataFolder(resolve(dir))
  if (!existsSync(folder.state)) {
    throw new Refusal(
      `${folder.dir} holds no database. Name the folder of a local service with --data, or a copy of a database with --db.`,
    )
  }
  await refuseFolder(folder.dir)
  return folder.state
}

/** A file inside the folder of a local service is only read while that service rests. */
async function refuseServed(file: string): Promise<void> {
  for (let dir = dirname(file); dir !== dirname(dir); dir = dirname(dir)) await refuseFolder(dir)
}

async function refuseFolder(dir: string): Promise<void> {
  const port = await servedPort(dataFolder(dir))
  if (port === null) return
  throw new Refusal(
    `${dir} is being served at http://localhost:${port}, and its database is in use. Stop that service first, then try again.`,
  )
}

function tell({ ok, sealed, unsealed, head, firstBad }: ChainReport, file: string, anchor?: Anchor): void {
  const count = (n: number) => n.toLocaleString('en')
  console.log(file)
  console.log(`${count(sealed)} events are sealed, ${count(unsealed)} wait for their seal.`)
  if (firstBad) {
    console.log(`Broken at row ${firstBad.seq}: ${WORDS[firstBad.what]}.`)
    if (head.seq > 0) console.log(`The rows up to ${head.seq} are as they were sealed.`)
    return
  }
  if (ok && anchor) console.log(`Whole, and it leads to what was anchored at row ${anchor.seq}.`)
  else console.log('Whole. Without an anchor, nobody can tell whether the end was cut off.')
  if (sealed > 0) console.log(`To anchor it, keep this somewhere else:\n${head.seq}:${head.hash}`)
}
