import { addressOf, gatherCohort, matchAndApprove, newestRun } from '#test/cohort.ts'
import type { Client, House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeMentorAnswers, makeProgramme } from '#test/makers.ts'
import { makeOwnQuestion } from '#test/own-questions.ts'
import { liveMail } from './life-mail.ts'
import { liveWebhooks } from './life-webhooks.ts'
import { livePairs } from './pair-life.ts'

const HERE = 'programmes/regards-croises'
const HEADER = 'external_id,given_name,family_name\n'
const HOUR_MS = 3_600_000
const LINK = /\/(?:confirmation|invitation)\/(\w+)\//

/**
 * A season as all four doors see it: HR sends people, the team opens a programme, people sign up, are matched, accept
 * and withdraw, and everything that can be read is read. Each door is opened at least once with success.
 */
export async function liveSeason(house: House): Promise<void> {
  const { root } = house
  await gatherCohort(house, {
    mentors: 3,
    mentees: 7,
    programme: { matching_at: new Date(house.now + HOUR_MS).toISOString() },
    menteeAnswers: makeMenteeAnswers({ NEED1: 0, NEED2: 1, MISSED: 'Menuiserie' }),
  })
  await root.get('health')
  await root.get('openapi.json')
  await bringStaff(house)
  await setUpTeam(house)
  await liveWebhooks(house)
  await arrangeProgramme(house)
  await signPeopleUp(house)
  await liveMail(house)
  await correctAnswers(house)
  await readVisitors(house)
  await matchPeople(house)
  await livePersonalSpace(house)
  await readEverything(house)
  await sendFiles(house)
  await takeLeave(house)
}

async function bringStaff({ root }: House): Promise<void> {
  await root.put('employees/E9', makeEmployee({ email: addressOf('E9'), manager: 'SIDE' }))
  await root.put('employees/E9', makeEmployee({ email: addressOf('E9'), manager: 'SIDE', site: 'Brest' }))
  await root.get('employees/E9')
  await root.all('employees')
  await root.get('employees?limit=1')
  await root.patch('employees/E9', { site: 'Rennes' })
  await root.put('employees/E8', makeEmployee())
  await root.delete('employees/E8')
  await root.get('hierarchy-report')
}

async function setUpTeam({ root }: House): Promise<void> {
  await root.put('organisers/organiser@armorique.example')
  await root.put('organisers/coach@armorique.example', { role: 'coach' })
  await root.put('organisers/coach@armorique.example', { role: 'coach' })
  await root.put('organisers/leaving@armorique.example')
  await root.delete('organisers/leaving@armorique.example')
  await root.get('organisers/coach@armorique.example')
  await root.all('organisers')
  const { json: key } = await root.post('keys', { name: 'SIRH', scopes: ['employees:read'] })
  await root.get(`keys/${key.id}`)
  await root.all('keys')
  await root.post(`keys/${key.id}/rotation`, { overlap_hours: 1 })
  await root.delete(`keys/${key.id}`)
  await root.all('security-events')
  const { json: hook } = await root.post('webhook-endpoints', { url: 'https://hr.armorique.example/binome' })
  await root.all('webhook-endpoints')
  await root.get(`webhook-endpoints/${hook.id}`)
  await root.delete(`webhook-endpoints/${hook.id}`)
  await root.put('organisation', { name: 'Armorique' })
  await root.get('organisation')
}

async function arrangeProgramme({ root, stranger }: House): Promise<void> {
  await root.post('programmes', makeProgramme({ slug: 'essai' }))
  await root.patch('programmes/essai', { rematch_days: 30 })
  await root.put('programmes/essai/publication')
  await root.delete('programmes/essai/publication')
  await root.all('programmes')
  await stranger.all('programmes')
  await root.get(HERE)
  await stranger.get(HERE)
  await stranger.get(`${HERE}/questionnaires/mentor`)
  await stranger.get(`${HERE}/questionnaires/mentee`)
  await root.put('programmes/essai/questions', { questions: [makeOwnQuestion()] })
  await root.get('programmes/essai/questions')
  await root.get('programmes/essai/questions/1')
  await root.put(`${HERE}/groups/comex`, {
    label: 'Comité exécutif',
    people: ['X1'],
    appraisal_chain: { levels: 2, reason: 'Toute l’entreprise est sous sa direction.' },
  })
  await root.put(`${HERE}/groups/comex`, { label: 'Comex', people: ['X1', 'X2'], served_first: true })
  await root.get(`${HERE}/groups/comex`)
  await root.all(`${HERE}/groups`)
  await root.put('programmes/essai/groups/tous', {
    label: 'Tous',
    people: ['X1'],
    appraisal_chain: { levels: 2, reason: 'Toute l’entreprise est sous sa direction.' },
  })
  await root.get('programmes/essai/exceptions')
  await root.get('programmes/essai/exceptions.csv')
  await root.delete(`${HERE}/groups/comex`)
  for (const decision of ['locks', 'bans']) {
    await root.put(`programmes/essai/${decision}/M1/X1`)
    await root.put(`programmes/essai/${decision}/M1/X1`)
    await root.all(`programmes/essai/${decision}`)
    await root.delete(`programmes/essai/${decision}/M1/X1`)
  }
  await root.get('topics?q=ia')
  await root.put('topics/breton-langue', { group: 'culture', name: { fr: 'Breton', en: 'Breton' } })
  const [suggestion] = await root.all('topic-suggestions')
  await root.post(`topic-suggestions/${suggestion?.id}/decision`, { decision: 'dismiss' })
  await root.post('esco-skills', [
    {
      uri: 'http://data.europa.eu/esco/skill/0a1b2c3d-0001-4a00-8000-000000000001',
      fr: 'sculpter le bois',
      en: 'carve wood',
      group: 'S1',
    },
  ])
  await root.get('esco-skills?q=bois')
}

/** What somebody sends who signs up alone, from their own address. */
export function makeVisitor(person: string) {
  return {
    role: 'mentor',
    given_name: 'Maëlle',
    family_name: 'Kerdoncuff',
    email: addressOf(person),
    consents: { volunteer: true, charter: true },
    answers: makeMentorAnswers(),
  }
}

async function signPeopleUp(house: House): Promise<void> {
  const { root, stranger } = house
  await stranger.post(`${HERE}/sign-ups`, makeVisitor('E9'))
  await house.tick()
  const mail = house.mails.findLast(({ to }) => to === addressOf('E9'))
  await root.post('sign-up-confirmations', { token: LINK.exec(mail?.text ?? '')?.[1] })
  for (const person of ['D1', 'D2'])
    await root.put(`employees/${person}`, makeEmployee({ email: addressOf(person) }))
  await root.put('employees/D3', makeEmployee())
  const designation = { role: 'mentee', proposed_by: 'Anne Riou', people: ['D1', 'D3'] }
  await root.post(`${HERE}/designations`, designation)
  await root.post(`${HERE}/designations`, designation)
  await house.tick()
  const invitation = house.mails.findLast(({ to }) => to === addressOf('D1'))
  await root.post(`invitations/${LINK.exec(invitation?.text ?? '')?.[1]}/refusal`)
  await root.post('sign-up-codes', { people: ['D3'] })
  const [participant] = await root.all(`${HERE}/participants`)
  await root.get(`participants/${participant?.id}`)
  await root.get(`${HERE}/participants?limit=1&role=mentor`)
  await root.all(`${HERE}/answers`)
  await root.get(`${HERE}/answers?format=csv`)
  const [talk] = await root.all(`${HERE}/conversations?state=open`)
  await root.post(`${HERE}/conversations/${talk?.id}/closure`, { state: 'held', outcome: 'Un sujet précis.' })
}

/** Before the first match run people may still change their minds. */
async function correctAnswers(house: House): Promise<void> {
  const me = await house.session(addressOf('X4'))
  const { json } = await me.get('me/export')
  await me.post(`me/answers/${json.participations[0].id}`, { answers: makeMenteeAnswers() })
}

async function readVisitors({ root, stranger }: House): Promise<void> {
  const message = {
    about: 'other',
    name: 'Yann',
    email: 'yann@ailleurs.example',
    text: 'Bonjour, une question.',
  }
  await stranger.post('contact-messages', message)
  await root.post('contact-messages', message)
  const [received] = await root.all('contact-messages')
  await root.put(`contact-messages/${received?.id}/answer`)
  await root.delete(`contact-messages/${received?.id}/answer`)
  const words = { author: 'Nolwenn', text: 'J’ai appris et transmis.', consent: true }
  await root.post('testimonies', words)
  const [waiting] = await root.all('testimonies?state=waiting')
  await root.put(`testimonies/${waiting?.id}/decision`, { state: 'published' })
  await stranger.all('testimonies')
  await root.delete(`testimonies/${waiting?.id}/decision`)
  const { json: resource } = await root.post('resources', {
    kind: 'link',
    title: { fr: 'Un guide', en: 'A guide' },
    summary: { fr: 'Pour commencer.', en: 'To begin.' },
    source: 'Armorique',
    url: 'https://www.armorique.example/guide',
  })
  await root.put(`resources/${resource.id}`, {
    kind: 'pdf',
    title: { fr: 'Un guide', en: 'A guide' },
    summary: { fr: 'Pour commencer.', en: 'To begin.' },
    source: 'Armorique',
    url: 'https://www.armorique.example/guide',
  })
  await root.put(`resources/${resource.id}/publication`)
  await stranger.all('resources')
  await root.delete(`resources/${resource.id}/publication`)
  await root.delete(`resources/${resource.id}`)
}

async function matchPeople(house: House): Promise<void> {
  const { root } = house
  house.now += HOUR_MS
  // Those who leave later are paired with nobody, so that the three pairs are always the same people’s.
  for (const mentee of ['X4', 'X5', 'X6', 'X7']) {
    for (const mentor of ['M1', 'M2', 'M3']) await root.put(`${HERE}/bans/${mentor}/${mentee}`)
  }
  await matchAndApprove(house)
  const run = await newestRun(house)
  const door = `match-runs/${run.id}`
  await root.get(door)
  const [proposal] = await root.all(`${door}/proposals`)
  await root.get(`${door}/candidates`)
  const [waiting] = await root.all(`${door}/waiting`)
  await root.get(`${door}/proposals/${proposal?.id}/explanation`)
  await root.get(`${door}/waiting/${waiting?.role ?? 'mentee'}/${waiting?.person ?? 'X4'}`)
  for (const part of ['objectives', 'rules', 'supply', 'changes']) await root.get(`${door}/${part}`)
  await root.get(`${HERE}/plan?mentees=10`)
  await root.post(`${HERE}/match-runs`)
  await root.all(`${HERE}/match-runs`)
}

async function livePersonalSpace(house: House): Promise<void> {
  const { root } = house
  const runs = await root.all(`${HERE}/match-runs`)
  const approved = runs.find(({ approved_at: at }) => at !== null)
  const [first, second, third] = await root.all(`match-runs/${approved?.id}/proposals`)
  const mentor = await house.session(addressOf(first?.mentor))
  const mentee = await house.session(addressOf(first?.mentee))
  await mentor.get('session')
  await mentor.post(`proposals/${first?.id}/acceptance`)
  await mentee.post(`proposals/${first?.id}/acceptance`)
  const other = await house.session(addressOf(second?.mentee))
  await other.post(`proposals/${second?.id}/refusal`)
  const [pair] = await root.all('pairs')
  await root.get(`pairs/${pair?.id}`)
  await root.get('pairs?limit=1')
  await liveAlone(await house.session(addressOf('X4')))
  const organiser = await house.organiser()
  const spare = await accept(house, third)
  const mine = { id: pair?.id, proposal: first?.id, mentor, mentee }
  await livePairs(house, { pair: { ...mine, organiser }, spare: { ...spare, organiser } })
}

/** Both people of a proposal say yes. */
async function accept(house: House, proposal: Record<string, any> | undefined) {
  const mentor = await house.session(addressOf(proposal?.mentor))
  const mentee = await house.session(addressOf(proposal?.mentee))
  for (const one of [mentor, mentee]) await one.post(`proposals/${proposal?.id}/acceptance`)
  const pairs = await house.root.all('pairs')
  const id: string = pairs.find((pair) => pair.mentor === proposal?.mentor)?.id
  return { id, proposal: proposal?.id as string, mentor, mentee }
}

/** What somebody does in their own space, alone. */
async function liveAlone(me: Client): Promise<void> {
  const { json } = await me.get('me/export')
  const { id } = json.participations[0]
  for (const way of ['delete', 'post'] as const) {
    const { json: exclusion } = await me.post('me/exclusions', { email: addressOf('M1') })
    await me.get('me/exclusions')
    if (way === 'delete') await me.delete(`me/exclusions/${exclusion.id}`)
    else await me.post(`me/exclusions/${exclusion.id}/withdrawal`)
    await me.post('me/mentor-wishes', { programme: 'regards-croises', email: addressOf('M2') })
    if (way === 'delete') await me.delete('me/mentor-wishes/regards-croises')
    else await me.post('me/mentor-wishes/regards-croises/withdrawal')
  }
  await me.post(`me/participations/${id}/withdrawal`)
}

async function readEverything({ root }: House): Promise<void> {
  await root.all('events')
  await root.get(`${HERE}/outcomes`)
  await root.get('events?limit=1')
  await root.get('journal-seal')
}

/** A file with one wrong line, and the whole staff but for some, whose departure waits for a word of confirmation. */
async function sendFiles(house: House): Promise<void> {
  const { root } = house
  const { json: sent } = await root.post('employee-imports', `${HEADER}F1,Yann,Le Bihan\n,Nobody,Named\n`)
  await house.tick()
  await root.get(`employee-imports/${sent.id}`)
  await root.all(`employee-imports/${sent.id}/findings`)
  await root.get(`employee-imports/${sent.id}/rejected-lines`)
  await root.get('employee-import-template?language=fr')
  await root.put('column-mappings/paie', { columns: { Matricule: 'external_id', 'Code interne': null } })
  await root.get('column-mappings/paie')
  await root.all('column-mappings')
  await root.delete('column-mappings/paie')
  const staff = await root.all('employees')
  const lines = staff
    .filter((one) => one.external_id && one.status === 'active')
    .map((one) => `${one.external_id},${one.given_name},${one.family_name}\n`)
  for (let n = 1; n <= 9; n++) await root.put(`employees/G${n}`, makeEmployee())
  for (const decision of ['abandoned', 'confirmed']) {
    const { json } = await root.post('employee-imports?complete=true', `${HEADER}${lines.join('')}`)
    await house.tick()
    if (decision === 'abandoned') await root.delete(`employee-imports/${json.id}`)
    else await root.post(`employee-imports/${json.id}/confirmation`)
  }
  await house.tick()
  await root.all('employee-imports')
}

async function takeLeave(house: House): Promise<void> {
  await (await house.session(addressOf('X5'))).delete('me')
  await (await house.session(addressOf('X6'))).post('me/erasure')
  const leaving = await house.session(addressOf('X7'))
  await leaving.post('sign-in-codes', { email: addressOf('X7') })
  await house.tick()
  const mail = house.mails.findLast(({ to }) => to === addressOf('X7'))
  const code = /\d{6}/.exec(mail?.words.subject ?? '')?.[0]
  await leaving.post('sessions', { email: addressOf('X7'), code })
  await leaving.post('sign-outs')
}
