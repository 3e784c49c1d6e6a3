/** What the lock says of one installed package; other fields are kept as they are. */
export interface LockedPackage {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string | string[]
  cpu?: string | string[]
  libc?: string | string[]
  optionalDependencies?: Record<string, string>
  [field: string]: unknown
}

export interface Lock {
  packages: Record<string, LockedPackage>
  [field: string]: unknown
}

const SYSTEMS: Record<string, string> = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
}

const PROCESSORS: Record<string, string> = {
  64: 'x64',
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  x64: 'x64',
}

const C_LIBRARIES: Record<string, string> = { gnu: 'glibc', musl: 'musl', linuxmusl: 'musl' }

/** The machines a platform package is for, read from its name: `…-linux-x64-musl`, `…-darwin-arm64`, `…-windows-64`. */
export function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-')
  const found = (table: Record<string, string>) => {
    const word = words.find((word) => Object.hasOwn(table, word))
    return word === undefined ? undefined : [table[word]!]
  }
  const platform = { cpu: found(PROCESSORS), libc: found(C_LIBRARIES), os: found(SYSTEMS) }
  return Object.fromEntries(Object.entries(platform).filter(([, value]) => value !== undefined))
}

/** Where Node would find a dependency of the package at `path`; undefined where the lock has none. */
function find(packages: Lock['packages'], path: string, name: string): string | undefined {
  for (let place = path; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
    if (packages[candidate]) return candidate
    if (place === '') return undefined
  }
}

/**
 * Adds an entry for every optional dependency that the lock names without describing it. A registry that lacks the
 * packages of other platforms leaves such holes, and `npm ci` refuses a lock that has one.
 * Entries that exist are kept; no address of a registry is ever written. Changes the lock in place.
 * @returns the paths added, and the optional dependencies whose version is not exact and so cannot be known.
 */
export function completeLock(lock: Lock): { added: string[]; unknown: string[] } {
  const { packages } = lock
  const added: string[] = []
  const unknown: string[] = []
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const exact = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(range)
      const known = find(packages, path, name)
      if (known !== undefined && (!exact || packages[known]!.version === range)) continue
      if (!exact) {
        unknown.push(`${name}@${range}`)
        continue
      }
      const top = `node_modules/${name}`
      const place = packages[top] && path !== '' ? `${path}/node_modules/${name}` : top
      if (packages[place]) continue
      packages[place] = {
        version: range,
        ...platformOf(name),
        ...(parent.dev ? { dev: true } : {}),
        optional: true,
      }
      added.push(place)
    }
  }
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  return { added, unknown }
}
