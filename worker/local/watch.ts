import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './project.ts'
import { SITE_SOURCES } from './site-build.ts'

const QUIET_MS = 300

/**
 * Calls `rebuild` after the sources of the site changed and have been quiet for a moment; never twice at once.
 * The Worker's own sources are watched by wrangler.
 */
export function watchSite(rebuild: (changed: string) => Promise<void>): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let building = false
  let changed: string | null = null
  const build = async () => {
    if (building || changed === null) return
    const what = changed
    changed = null
    building = true
    await rebuild(what)
    building = false
    if (changed !== null) timer = setTimeout(build, QUIET_MS)
  }
  const notice = (path: string) => {
    changed = path
    clearTimeout(timer)
    timer = setTimeout(build, QUIET_MS)
  }
  const watchers: FSWatcher[] = SITE_SOURCES.map((source) => [source, PROJECT.path(source)] as const)
    .filter(([, path]) => existsSync(path))
    .map(([source, path]) => {
      const isFolder = statSync(path).isDirectory()
      return watch(path, { recursive: isFolder }, (_, name) =>
        notice(isFolder && name ? join(source, name) : source),
      )
    })
  return {
    stop() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
