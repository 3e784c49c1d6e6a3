import { PLACE, Refusal, readOptions, readPlace, run } from './command-line.ts'
import { dataFolder } from './data-folder.ts'
import { openAllDoors } from './doors.ts'

const USAGE =
  'npm run key -- --port P --data DIR --scopes "employees:write sign-ups:write" [--name NAME] [--expires 2027-01-31T00:00:00Z]'

/** `npm run key`: makes an API key and prints it alone on the last line. It is shown this once. */
await run(async () => {
  const values = readOptions(USAGE, {
    ...PLACE,
    scopes: { type: 'string' },
    name: { type: 'string', default: 'local' },
    expires: { type: 'string' },
  })
  const { port, dir } = readPlace(values)
  const scopes = (values.scopes ?? '').split(/[\s,]+/).filter(Boolean)
  if (scopes.length === 0) throw new Refusal(`Say what the key may do, with --scopes.\nUsage: ${USAGE}`)
  const doors = await openAllDoors(dataFolder(dir), port)
  const { body } = await doors.send<{ id: string; secret: string }>('POST', '/api/v1/keys', {
    name: values.name,
    scopes,
    expires_at: values.expires ?? null,
  })
  console.log(
    `Key ${body.id} (${scopes.join(', ')}); for OAuth 2.0 this id is the client_id, and the key below the secret`,
  )
  console.log(body.secret)
})
