import { readOptions, run } from './command-line.ts'
import { PROJECT } from './project.ts'
import { buildSite } from './site-build.ts'

/** `npm run build [-- --out DIR]`: the static site, into site/dist unless told otherwise. */
await run(async () => {
  const { out } = readOptions('npm run build [-- --out DIR]', { out: { type: 'string' } })
  await buildSite(out ?? PROJECT.path('site/dist'))
})
