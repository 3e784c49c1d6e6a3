import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const ROOT = new URL('../..', import.meta.url).pathname

/** Every file below a folder of the project, by path from its root. */
export function filesBelow(folder: string, endings: RegExp = /\.(ts|astro|mjs)$/): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(dist|node_modules|\.astro)\//.test(path))
    .sort()
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** What a file imports: the specifier as written, and whether only types come in. */
export function importsOf(path: string): { from: string; typeOnly: boolean }[] {
  const found: { from: string; typeOnly: boolean }[] = []
  for (const match of read(path).matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  )) {
    const names = /\{([^}]*)\}/.exec(match[0])?.[1]
    const isTypeList = names
      ?.split(',')
      .every((name) => name.trim() === '' || name.trim().startsWith('type '))
    found.push({ from: match[2] as string, typeOnly: Boolean(match[1] || isTypeList) })
  }
  return found
}
