import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { filesBelow, ROOT } from './source.ts'

it('the pure rooms load in plain Node, without a build and without a platform', () => {
  const files = ['domain', 'questionnaire', 'matching'].flatMap((room) => filesBelow(`worker/${room}`))
  expect(files.length).toBeGreaterThan(30)
  const script = files.map((file) => `await import(${JSON.stringify(`./${file}`)})`).join('\n')
  const said = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `${script}\nconsole.log('loaded')`],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  )
  expect(said.trim()).toBe('loaded')
})
