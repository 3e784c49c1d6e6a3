import { addressOf } from '#test/cohort.ts'
import type { House } from '#test/house.ts'
import {
  makeEmployee,
  makeMenteeAnswers,
  makeMentorAnswers,
  makeProgramme,
  makeSignUp,
  makeWords,
} from '#test/makers.ts'
import type { Pairs } from './pair-life.ts'
import type { RecordingHouse } from './recorder.ts'

const HERE = 'programmes/prepares'
const COACH = 'coach@armorique.example'
const WORDS = { aims: 'Oser les assistants.', rhythm: 'Une heure par mois.', ways: 'Sans détour.' }
const MODULE = {
  position: 90,
  role: 'both',
  title: { fr: 'Commencer', en: 'Beginning' },
  text: { fr: 'Une page.', en: 'A page.' },
  minutes: 5,
}

/** How a pair begins: its agreement, its path, a charter that changes, a talk with a coach that comes first. */
export async function liveStart(house: House, { pair: { id, mentor, mentee } }: Pairs): Promise<void> {
  await mentor.put(`pairs/${id}/agreement`, WORDS)
  await mentee.post(`pairs/${id}/agreement`, { ...WORDS, ways: 'Un cas réel à chaque fois.' })
  const { json: agreement } = await mentor.get(`pairs/${id}/agreement`)
  await mentor.post(`pairs/${id}/agreement/acceptance`, { version: agreement.version })
  await mentee.form(`pairs/${id}/agreement`, { language: 'fr', ...WORDS })
  const { json: again } = await mentor.get(`pairs/${id}/agreement`)
  await mentor.form(`pairs/${id}/agreement/acceptance`, { language: 'fr', version: String(again.version) })
  await prepareExposed(house)
  await walkPath(house)
  await signAgain(house)
}

/** A programme of its own, in which an exception lets somebody learn from a person two levels below. */
async function prepareExposed(house: House): Promise<void> {
  const { root } = house
  const boss = makeEmployee({ given_name: 'Nolwenn', grade_rank: 9, email: addressOf('P0') })
  await root.put('employees/P0', boss)
  await root.put('employees/P1', makeEmployee({ given_name: 'Goulven', grade_rank: 5, manager: 'P0' }))
  await root.put('employees/P2', makeEmployee({ email: addressOf('P2'), manager: 'P1' }))
  const matching = { matching_at: new Date(house.now).toISOString() }
  await root.post('programmes', makeProgramme({ slug: 'prepares', ...matching }))
  await root.put(`${HERE}/publication`)
  await root.put(`${HERE}/groups/direction`, {
    label: 'Direction',
    people: ['P0'],
    appraisal_chain: { levels: 1, reason: 'Toute l’entreprise est dans sa ligne.' },
  })
  await root.post(`${HERE}/sign-ups`, makeSignUp('mentor', 'P2', makeMentorAnswers()))
  await root.post(`${HERE}/sign-ups`, makeSignUp('mentee', 'P0', makeMenteeAnswers()))
  await house.tick()
  const [run] = await root.all(`${HERE}/match-runs`)
  await root.post(`match-runs/${run?.id}/approval`)
  const [proposal] = await root.all(`match-runs/${run?.id}/proposals`)
  for (const person of ['P0', 'P2']) {
    await (await house.session(addressOf(person))).post(`proposals/${proposal?.id}/acceptance`)
  }
  const [first] = await root.all('preparations?programme=prepares&state=open')
  await root.put(`pairs/${first?.pair}/coach`, { email: COACH })
  await root.delete(`pairs/${first?.pair}/coach`)
  await root.put(`pairs/${first?.pair}/coach`, { email: COACH })
  await root.post(`preparations/${first?.id}/closure`, { state: 'held' })
}

async function walkPath(house: House): Promise<void> {
  const { root } = house
  await root.post(`${HERE}/modules/starting-path`)
  const { json: module } = await root.post(`${HERE}/modules`, MODULE)
  await root.put(`modules/${module.id}`, { ...MODULE, minutes: 10 })
  await root.get(`${HERE}/modules`)
  const mentor = await house.session(addressOf('P2'))
  await mentor.post(`modules/${module.id}/completion`)
  await mentor.delete(`modules/${module.id}/completion`)
  await mentor.form(`modules/${module.id}/completion`, { language: 'fr' })
  await mentor.form(`modules/${module.id}/completion/withdrawal`, { language: 'fr' })
  await mentor.post(`modules/${module.id}/completion/withdrawal`)
  const { json: spare } = await root.post(`${HERE}/modules`, { ...MODULE, position: 100 })
  await root.delete(`modules/${spare.id}`)
}

async function signAgain(house: House): Promise<void> {
  const { root } = house
  await changeCharter(house, 'Nos échanges restent entre nous.')
  await root.get(`${HERE}/charter-signatures`)
  const participation = await participationOf(house, 'P2')
  const mentor = await house.session(addressOf('P2'))
  await mentor.post(`participations/${participation}/charter-signature`, { version: 2 })
  await changeCharter(house, 'Nos échanges restent entre nous, sauf danger.')
  await mentor.form(`participations/${participation}/charter-signature`, { language: 'fr', version: '3' })
}

async function changeCharter({ root }: House, charter: string): Promise<void> {
  const words = makeWords()
  await root.patch(HERE, { words: { ...words, fr: { ...words.fr, charter } } })
}

/** The id of somebody’s participation. */
async function participationOf(house: House, person: string): Promise<string> {
  const all = await house.root.all(`${HERE}/participants`)
  return all.find((one) => one.person === person)?.id
}

/** What is refused of it: words that changed meanwhile, a path that is there, coaching that is compulsory, a pair that is over. */
export const refuseStart = async (house: RecordingHouse): Promise<void> => {
  const { root } = house
  const [mentor, mentee] = [await house.session(addressOf('P2')), await house.session(addressOf('P0'))]
  const preparations = await root.all('preparations?programme=prepares')
  const pair = `pairs/${preparations[0]?.pair}`
  await root.get('preparations?state=lost')
  await root.get('preparations?programme=nothing-here')
  for (const { id, state } of preparations) {
    if (state === 'held') await root.post(`preparations/${id}/closure`, { state: 'held' })
    else await root.post(`preparations/${id}/closure`, { state: 'waived', outcome: 'Pas le temps.' })
  }
  await mentor.put(`${pair}/agreement`, WORDS)
  await mentee.post(`${pair}/agreement/acceptance`, { version: 7 })
  await root.post(`${HERE}/modules/starting-path`)
  for (let n = 0; n < 20; n++) await root.post(`${HERE}/modules`, MODULE)
  const participation = await participationOf(house, 'P0')
  await mentee.post(`participations/${participation}/charter-signature`, { version: 1 })
  await mentee.post(`me/participations/${participation}/withdrawal`)
  await house.tick()
  await mentee.post(`participations/${participation}/charter-signature`, { version: 3 })
  await mentor.put(`${pair}/agreement`, WORDS)
  await mentor.post(`${pair}/agreement`, WORDS)
  await mentor.post(`${pair}/agreement/acceptance`, { version: 1 })
  await root.put(`${pair}/coach`, { email: COACH })
  await root.delete(`${pair}/coach`)
}
