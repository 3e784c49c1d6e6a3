import { expect, it } from 'vitest'
import { filesBelow, read } from './source.ts'

it('what happens by itself is what the timetable says, and nothing else', () => {
  const configured = JSON.parse(
    `[${/crons\s*=\s*\[([^\]]*)\]/.exec(read('wrangler.toml'))?.[1]}]`,
  ) as string[]
  const listed = [...read('worker/jobs/timetable.ts').matchAll(/cron: '([^']+)'/g)].map((match) => match[1])
  expect(listed.sort()).toEqual(configured.sort())
})

it('every job is on the timetable or is woken by the queue', () => {
  const jobs = filesBelow('worker/jobs').filter((file) =>
    /export const \w+(: Job)? = (inTurn\(|async)/.test(read(file)),
  )
  expect(jobs.length).toBeGreaterThan(4)
  const timetable = read('worker/jobs/timetable.ts')
  for (const file of jobs) expect(timetable).toContain(`./${file.split('/').at(-1)}`)
})

it('every file of routes stands behind a door', () => {
  const doors = read('worker/routes/doors.ts')
  const service = read('worker/service.ts')
  const visitor = read('worker/routes/open/visitor.ts')
  const scim = read('worker/routes/scim/doors.ts')
  const routes = filesBelow('worker/routes').filter((file) => /new Hono<App>\(\)/.test(read(file)))
  expect(routes.length).toBeGreaterThan(10)
  for (const file of routes) {
    if (file === 'worker/routes/doors.ts') continue
    const name = file.replace('worker/routes/', '')
    expect(
      doors.includes(`./${name}`) ||
        service.includes(`./routes/${name}`) ||
        visitor.includes(`./${name.replace('open/', '')}'`) ||
        scim.includes(`./${name.replace('scim/', '')}'`),
      file,
    ).toBe(true)
  }
})
