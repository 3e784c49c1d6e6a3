import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { armorique, volunteers } from '#db/worlds/armorique.ts'
import { plain } from '#db/worlds/names.ts'
import { chooseByDepth, readOrganogram } from '#db/worlds/organogram.ts'
import { trialProgramme, type WorldProgramme } from '#db/worlds/programmes.ts'
import type { StaffMember } from '#db/worlds/staff.ts'
import { questionsOf } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { PLACE, Refusal, readOptions, readPlace, readWhole, run } from './command-line.ts'
import { dataFolder } from './data-folder.ts'
import { openAllDoors } from './doors.ts'
import { importStaff, openProgramme, runFirstRound, signUpAll } from './loading.ts'
import { showProgress } from './progress.ts'

const USAGE =
  'npm run world -- --port P --data DIR [--people N] [--organogram FILE.csv] [--mentors A --mentees B] [--capacity C] [--seed S]'

/** `npm run world`: people, sign-ups and one programme through the public API; prints its slug on the last line. */
await run(async () => {
  const values = readOptions(USAGE, {
    ...PLACE,
    people: { type: 'string' },
    organogram: { type: 'string' },
    mentors: { type: 'string' },
    mentees: { type: 'string' },
    capacity: { type: 'string' },
    seed: { type: 'string', default: '1' },
  })
  const { port, dir } = readPlace(values)
  const world = drawWorld(values)
  const doors = await openAllDoors(dataFolder(dir), port)
  const read = showProgress('People', world.people.length)
  const shown = await importStaff(doors, world.people, read)
  read.end(
    `People: ${shown.created} created, ${shown.updated} updated, ${shown.unchanged} unchanged, ${shown.rejected} rejected, ${shown.findings_total} findings`,
  )
  for (const finding of shown.findings.slice(0, 5))
    console.log(`  line ${finding.line}: ${finding.detail.en}`)
  const { slug } = await openProgramme(doors, world.programme)
  const signed = showProgress('Sign-ups', world.mentors.length + world.mentees.length)
  await signUpAll(doors, slug, world, { seed: world.seed, capacity: world.capacity, progress: signed })
  signed.end(`Sign-ups: ${world.mentors.length} mentors and ${world.mentees.length} mentees`)
  const matching = showProgress('Matching', 3)
  const result = await runFirstRound(doors, slug, matching)
  matching.end(`Matching: ${result.matched} pairs proposed, ${result.arcs} possible`)
  console.log(slug)
})

interface World {
  people: StaffMember[]
  mentors: StaffMember[]
  mentees: StaffMember[]
  programme: WorldProgramme
  seed: number
  capacity?: number
}

interface Wishes {
  people?: string
  organogram?: string
  mentors?: string
  mentees?: string
  capacity?: string
  seed: string
}

/** @throws Refusal for wishes that contradict each other or that the people cannot meet. */
function drawWorld(wishes: Wishes): World {
  const seed = readWhole('seed', wishes.seed, 0, 4_294_967_295)
  const capacity =
    wishes.capacity === undefined ? undefined : readWhole('capacity', wishes.capacity, 1, capacityMax())
  if (wishes.organogram !== undefined && wishes.people !== undefined) {
    throw new Refusal('An organogram brings its own people: leave --people out, or leave --organogram out.')
  }
  try {
    if (wishes.organogram !== undefined) return drawFromChart(wishes.organogram, wishes, seed, capacity)
    const count = readWhole('people', wishes.people ?? '400', 10, 40_000)
    const name = `armorique-${count}`
    const people = armorique({ people: count, seed, company: `${name}-${seed}` })
    const programme = trialProgramme(name, seed, capacity)
    return { people, ...volunteers(people, { ...countsOf(wishes, count), seed }), programme, seed, capacity }
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message)
    throw error
  }
}

function drawFromChart(file: string, wishes: Wishes, seed: number, capacity?: number): World {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`)
  const name = plain(basename(file).replace(/\.csv$/i, '')) || 'organogram'
  const chart = readOrganogram(readFileSync(file, 'utf8'), { name, seed })
  for (const { line, kind, id } of chart.findings.slice(0, 5))
    console.log(`  line ${line} of the chart: ${kind} ${id}`)
  const chosen = chooseByDepth(chart, { ...countsOf(wishes, chart.people.length), seed })
  return { people: chart.people, ...chosen, programme: trialProgramme(name, seed, capacity), seed, capacity }
}

/** The most mentees that a mentor can declare. */
function capacityMax(): number {
  const asked = questionsOf(questionnaire('reverse', 'mentor')).find(({ key }) => key === 'CAP')
  return asked?.kind === 'number' ? asked.max : 1
}

/** As many as asked; otherwise about one person in twenty on each side. */
function countsOf(wishes: Wishes, people: number): { mentors: number; mentees: number } {
  const usual = Math.max(1, Math.round(people / 20))
  return {
    mentors: wishes.mentors === undefined ? usual : readWhole('mentors', wishes.mentors, 1, 40_000),
    mentees: wishes.mentees === undefined ? usual : readWhole('mentees', wishes.mentees, 1, 40_000),
  }
}
