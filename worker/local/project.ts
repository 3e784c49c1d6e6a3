import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Where the project is on this machine, and the tools it brings; always called with the Node that runs us. */
export const PROJECT = {
  root,
  path: (...parts: string[]) => join(root, ...parts),
  wrangler: join(root, 'node_modules/wrangler/bin/wrangler.js'),
  astro: join(root, 'node_modules/astro/bin/astro.mjs'),
}

/** The environment of every tool: no telemetry, no look-ups on the network, no colour codes in a log. */
export const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '1',
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  NO_UPDATE_NOTIFIER: '1',
}
