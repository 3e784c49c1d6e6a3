import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeLock, type Lock, platformOf } from '../../worker/local/lock-completion.ts'

const makeLock = (): Lock => ({
  name: 'trial',
  lockfileVersion: 3,
  packages: {
    '': { optionalDependencies: { 'runtime-linux-x64': '2.0.0', 'runtime-windows-64': '2.0.0' } },
    'node_modules/tool': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: {
        '@tool/linux-x64-musl': '1.2.3',
        '@tool/linux-x64-gnu': '1.2.3',
        '@tool/darwin-arm64': '1.2.3',
        'odd-one': '^1.0.0',
      },
    },
    'node_modules/@tool/linux-x64-gnu': {
      version: '1.2.3',
      integrity: 'sha512-kept',
      os: ['linux'],
      optional: true,
    },
    'node_modules/old': { version: '1.0.0' },
    'node_modules/old/node_modules/tool': {
      version: '0.9.0',
      optionalDependencies: { '@tool/darwin-arm64': '0.9.0' },
    },
    'node_modules/runtime-linux-x64': { version: '2.0.0', optional: true },
  },
})

describe('completing a lock', () => {
  test('describes each platform package that is named and missing, and keeps the others', () => {
    const lock = makeLock()
    const { added } = completeLock(lock)
    expect(added.sort()).toEqual([
      'node_modules/@tool/darwin-arm64',
      'node_modules/@tool/linux-x64-musl',
      'node_modules/old/node_modules/tool/node_modules/@tool/darwin-arm64',
      'node_modules/runtime-windows-64',
    ])
    expect(lock.packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
      dev: true,
      optional: true,
    })
    expect(lock.packages['node_modules/@tool/linux-x64-gnu']).toEqual(
      makeLock().packages['node_modules/@tool/linux-x64-gnu'],
    )
    expect(lock.packages['node_modules/runtime-windows-64']).toEqual({
      version: '2.0.0',
      cpu: ['x64'],
      os: ['win32'],
      optional: true,
    })
  })

  test('names what cannot be known, and writes no address', () => {
    const lock = makeLock()
    expect(completeLock(lock).unknown).toEqual(['odd-one@^1.0.0'])
    expect(JSON.stringify(lock)).not.toMatch(/resolved|https?:/)
  })

  test('done twice, changes nothing more', () => {
    const lock = makeLock()
    completeLock(lock)
    const once = JSON.stringify(lock)
    expect(completeLock(lock).added).toEqual([])
    expect(JSON.stringify(lock)).toBe(once)
  })

  test.each([
    ['@cloudflare/workerd-darwin-64', { os: ['darwin'], cpu: ['x64'] }],
    ['@astrojs/compiler-binding-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@astrojs/compiler-binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@img/sharp-linuxmusl-x64', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@biomejs/cli-win32-arm64', { os: ['win32'], cpu: ['arm64'] }],
    ['fsevents', {}],
  ])('reads the platform of %s in its name', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })

  test('the project’s own lock is complete and names no registry', () => {
    const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')
    expect(completeLock(JSON.parse(text) as Lock)).toEqual({ added: [], unknown: [] })
    expect(text).not.toMatch(/"resolved"/)
  })
})
