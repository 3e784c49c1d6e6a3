import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLACE, Refusal, readOptions, readPlace, run } from './command-line.ts'
import { type DataFolder, dataFolder, prepareFolder, readJson, writeSecret } from './data-folder.ts'
import { type Doors, openDoors } from './doors.ts'
import { ancestors } from './process-group.ts'
import { PROJECT } from './project.ts'
import { keepRuntime } from './runtime.ts'
import { refreshSite } from './site-build.ts'
import { type LoadedWorld, loadNothing, loadStartingWorld } from './starting-world.ts'
import { takeTenancy } from './tenancy.ts'
import { ringCrons } from './timetable.ts'
import { runTool, type ToolOptions } from './tool.ts'
import { watchSite } from './watch.ts'
import { welcome } from './welcome.ts'

const CRON_EVERY_MS = 3_000
const LOG_BYTES_MAX = 5_000_000

/** `npm start [-- --port P --data DIR --world armorique|none --watch]`: everything on one origin, until Ctrl-C. */
await run(async () => {
  const startedAt = Date.now()
  const values = readOptions('npm start [-- --port P --data DIR --world armorique|none]', {
    ...PLACE,
    world: { type: 'string', default: 'armorique' },
    watch: { type: 'boolean', default: false },
  })
  const { port, dir } = readPlace(values)
  if (values.world !== 'armorique' && values.world !== 'none') {
    throw new Refusal(`There is no world “${values.world}”. Choose armorique or none.`)
  }
  const folder = dataFolder(dir)
  const tenancy = await takeTenancy(folder, port)
  const rootToken = prepareFolder(folder, port)
  const stops: (() => unknown)[] = [tenancy.leave]
  const stopping = listenForTheEnd(stops)
  try {
    turnLog(folder.log)
    const quitting = new AbortController()
    void stopping.then(() => quitting.abort())
    const tools = { log: folder.log, signal: quitting.signal }
    tell(`Building the site and preparing the database in ${dir}`)
    await Promise.all([refreshSite(folder.site, tools), migrate(folder, tools)])
    const base = `http://localhost:${port}`
    const doors = openDoors(base, rootToken)
    const runtime = keepRuntime({
      args: wranglerArguments(folder, port),
      env: { WRANGLER_REGISTRY_PATH: join(dir, 'registry'), WRANGLER_LOG_PATH: join(dir, 'wrangler-logs') },
      log: folder.log,
      answers: (timeoutMs) => probe(base, timeoutMs),
      tell,
      onStart: tenancy.setRuntime,
      onReload: values.watch ? () => tell('The Worker was reloaded.') : undefined,
    })
    stops.push(runtime.stop)
    await Promise.race([runtime.ready, stopping])
    const crons = ringCrons(base, CRON_EVERY_MS)
    stops.push(crons.stop)
    const world = await Promise.race([openWorld(folder, doors, values.world), stopping])
    if (world === 'stopped') return
    tell(welcome(world, { base, dir, port, seconds: (Date.now() - startedAt) / 1000 }))
    if (values.watch) stops.push(watchSite((changed) => rebuild(folder, changed)).stop)
    await stopping
  } catch (error) {
    if (error instanceof Refusal) throw error
    if ((error as Error).name === 'AbortError') return
    throw new Refusal(
      `${(error as Error).message}\n${lastLines(folder.log)}The whole log is in ${folder.log}`,
    )
  } finally {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
})
// A request to the runtime that is still under way must not keep us.
process.exit()

function tell(line: string): void {
  console.log(line)
}

/** Resolves at Ctrl-C, at a polite request to end, when the terminal closes, or when the npm that started us is gone. */
function listenForTheEnd(stops: (() => unknown)[]): Promise<'stopped'> {
  return new Promise((resolve) => {
    const stop = () => resolve('stopped')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
    const before = ancestors()
    const timer = setInterval(() => ancestors() !== before && stop(), 1_000)
    stops.push(() => clearInterval(timer))
  })
}

/** Everything wrangler is told; the rest is in wrangler.toml. */
function wranglerArguments(folder: DataFolder, port: number): string[] {
  return [
    'dev',
    'worker/local/worker.ts',
    ...['--config', 'wrangler.toml'],
    ...['--port', String(port)],
    ...['--ip', '127.0.0.1'],
    ...['--persist-to', folder.state],
    ...['--assets', folder.site],
    ...['--env-file', folder.varsFile],
    ...['--inspector-port', '0'],
    '--show-interactive-dev-session=false',
  ]
}

/** Applies the migrations that this database has not had. Which ones it had is noted beside it, to start fast. */
async function migrate(folder: DataFolder, tools: ToolOptions): Promise<void> {
  const noted = join(folder.state, 'migrated.json')
  const files = readdirSync(PROJECT.path('db/migrations')).filter((name) => name.endsWith('.sql'))
  if (JSON.stringify(readJson(noted)) === JSON.stringify(files)) return
  await runTool(
    PROJECT.wrangler,
    ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder.state, '--config', 'wrangler.toml'],
    tools,
  )
  writeFileSync(noted, JSON.stringify(files))
}

/** Whether the service answers its health door, ready or starting. */
async function probe(base: string, timeoutMs: number): Promise<'yes' | 'silent' | 'refused'> {
  try {
    const response = await fetch(`${base}/api/v1/health`, { signal: AbortSignal.timeout(timeoutMs) })
    await response.arrayBuffer()
    return response.status === 200 || response.status === 503 ? 'yes' : 'silent'
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'silent' : 'refused'
  }
}

async function isReady(base: string): Promise<boolean> {
  return (await fetch(`${base}/api/v1/health`)).status === 200
}

/** Loads the world the first time, or once more where it was cut short, and says so to the service. */
async function openWorld(
  folder: DataFolder,
  doors: Doors,
  wished: 'armorique' | 'none',
): Promise<LoadedWorld> {
  const known = readJson<LoadedWorld>(folder.worldFile)
  // The database knows whether its world is whole; the file only knows what is in it.
  if (known && (await isReady(doors.base))) {
    if (known.world !== wished) tell(`${folder.dir} already holds the world “${known.world}”; it is kept.`)
    return known
  }
  const loaded =
    wished === 'none'
      ? await loadNothing(doors)
      : await loadStartingWorld(doors, (step) => tell(`Loading ${step}`))
  writeSecret(folder.worldFile, `${JSON.stringify(loaded, null, 2)}\n`)
  await doors.send('PUT', '/dev/world', {})
  return loaded
}

async function rebuild(folder: DataFolder, changed: string): Promise<void> {
  const startedAt = Date.now()
  try {
    if (!(await refreshSite(folder.site, { log: folder.log }))) return
    tell(`The site was rebuilt in ${((Date.now() - startedAt) / 1000).toFixed(1)} s (${changed}).`)
  } catch (error) {
    tell(`The site could not be rebuilt; visitors still see the last one.\n${(error as Error).message}`)
  }
}

/** A log that has grown long is put aside, and the one before it forgotten. */
function turnLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_BYTES_MAX) renameSync(log, `${log}.old`)
}

function lastLines(log: string): string {
  if (!existsSync(log)) return ''
  return `${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n')}\n`
}
