import { readdirSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'

/** One of the Workers of this room as a single module, as a deployment would bundle it. */
export async function bundleWorker(file: `${string}-worker.ts`): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`./${file}`, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
  })
  return outputFiles[0]!.text
}

/** The statements of each migration, in their order. */
export function migrations(): string[][] {
  const folder = new URL('../../db/migrations/', import.meta.url).pathname
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(`${folder}${name}`, 'utf8').split('--> statement-breakpoint'))
}
