import { describe, expect, it } from 'vitest'
import { commit } from '#actions/context.ts'
import { importEscoSkills } from '#actions/esco-skill.ts'
import { suggestTopic } from '#actions/topic-suggestion.ts'
import { addressOf, gatherCohort, matchAndApprove, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import {
  makeEmployee,
  makeMenteeAnswers,
  makeMentorAnswers,
  makeProgramme,
  makeSignUp,
} from '#test/makers.ts'

const LIVE = {
  group: 'social-networks',
  name: { fr: 'Direct en ligne', en: 'Live streaming' },
  family: null,
  nature: 'hard',
}
const SIGN_UPS = 'programmes/regards-croises/sign-ups'

async function openHouse(): Promise<House> {
  const house = new House()
  await house.root.post('programmes', makeProgramme())
  await house.root.put('programmes/regards-croises/publication')
  return house
}

/** A built-in topic as its door takes it, with changes. */
async function asItIs(house: House, id: string, changes: Record<string, unknown> = {}) {
  const { json } = await house.stranger.get('topics?offered=all')
  const topic = json.items.find((one: { id: string }) => one.id === id)
  const { group, name, family, nature, esco, offered } = topic
  return { group, name, family, nature, esco, offered, ...changes }
}

const offering = (topic: string) =>
  makeMentorAnswers({ OFFERS: [{ topic, facet: 'usage', level: 4, last: 4 }] })
const wanting = (topic: string) =>
  makeMenteeAnswers({ WANTS: [{ topic, facet: 'usage', level: 1, target: 3 }] })

describe('the topics of an organisation (W1)', () => {
  it('anybody reads the catalogue with its version, and searches it in both languages or one', async () => {
    const house = await openHouse()
    const all = await house.stranger.get('topics')
    expect(all.json).toMatchObject({ version: '1.0', next_cursor: null })
    expect(all.json.items).toHaveLength(180)
    expect(all.json.items[0]).toMatchObject({
      group: 'digital-tools',
      offered: true,
      own: false,
      nature: 'hard',
    })
    // P1, P18, F7, D6, D11: each is there, in French and in English.
    const found = async (q: string, language = '') =>
      (await house.stranger.get(`topics?q=${encodeURIComponent(q)}${language}`)).json.items.map(
        (one: any) => one.id,
      )
    expect((await found('ecologie'))[0]).toBe('ecology')
    expect((await found('customers online'))[0]).toBe('customer-online-behaviour')
    expect((await found('social seling'))[0]).toBe('social-selling')
    expect((await found('crm social'))[0]).toBe('social-crm')
    expect(await found('new customers')).toContain('new-customers')
    expect(await found('tableurs', '&language=en')).not.toContain('data-pictures')
    expect((await house.stranger.get('topics?language=de')).status).toBe(422)
  })

  it('an own topic appears on the form and in the JSON, and is accepted', async () => {
    const house = await openHouse()
    const created = await house.root.put('topics/live-streaming', LIVE)
    expect(created.status, created.text).toBe(201)
    expect(created.json).toMatchObject({ id: 'live-streaming', transversal: true, offered: true, own: true })
    const page = await house.stranger.get('programmes/regards-croises/questionnaires/mentor')
    expect(page.json.topics.version).toBe('1.1')
    expect(page.json.topics.items.map(({ id }: any) => id)).toContain('live-streaming')
    const taken = await house.root.post(SIGN_UPS, {
      ...makeSignUp('mentor', 'M1', offering('live-streaming')),
      person: (await house.root.put('employees/M1', makeEmployee())).json.external_id,
    })
    expect(taken.status, taken.text).toBe(201)
  })

  it('and is matched with those of its group; a run goes on saying what it knew (W1)', async () => {
    const other = new House()
    await other.root.put('topics/live-streaming', LIVE)
    await gatherCohort(other, {
      mentorAnswers: offering('live-streaming'),
      menteeAnswers: wanting('linkedin'),
    })
    const [proposal] = await matchAndApprove(other)
    expect(proposal, 'same group, to be confirmed').toBeDefined()
    const reasons = JSON.stringify(proposal)
    expect(reasons).toContain('Live streaming')
    const run = await newestRun(other)
    const rename = { ...LIVE, name: { fr: 'Diffusion en direct', en: 'Broadcasting live' } }
    expect((await other.root.put('topics/live-streaming', rename)).status).toBe(200)
    // The run says what it said, under the name that it knew.
    const again = await other.root.all(`match-runs/${run.id}/proposals`)
    expect(again[0]!.reasons).toEqual(proposal!.reasons)
    const supply = await other.root.get(`match-runs/${run.id}/supply`)
    expect(JSON.stringify(supply.json)).toContain('Live streaming')
    expect(JSON.stringify(supply.json)).not.toContain('Broadcasting live')
    const explained = await other.root.get(`match-runs/${run.id}/proposals/${proposal!.id}/explanation`)
    expect(explained.status, explained.text).toBe(200)
    expect(explained.text).toContain('Live streaming')
  })

  it('without it, the same two people have no topic in common', async () => {
    const house = new House()
    await gatherCohort(house, { mentorAnswers: offering('instagram'), menteeAnswers: wanting('blockchain') })
    expect(await matchAndApprove(house)).toEqual([])
  })

  it('a topic added in mid-year leaves an earlier run as it was (W1)', async () => {
    const house = new House()
    await gatherCohort(house, {
      mentorAnswers: offering('ai-assistants'),
      menteeAnswers: wanting('ai-assistants'),
    })
    const [before] = await matchAndApprove(house)
    const moved = await asItIs(house, 'ai-assistants', {
      group: 'data',
      name: { fr: 'Copilotes', en: 'Copilots' },
    })
    expect((await house.root.put('topics/ai-assistants', moved)).status).toBe(200)
    const run = await newestRun(house)
    const [after] = await house.root.all(`match-runs/${run.id}/proposals`)
    expect(after!.reasons).toEqual(before!.reasons)
    expect((await house.root.get(`match-runs/${run.id}/objectives`)).status).toBe(200)
  })

  it('a retired topic is not offered any more, while the answers that have it keep it (W1)', async () => {
    const house = new House()
    await gatherCohort(house, { mentorAnswers: offering('instagram'), menteeAnswers: wanting('instagram') })
    const retired = await asItIs(house, 'instagram', { offered: false })
    expect((await house.root.put('topics/instagram', retired)).json).toMatchObject({
      offered: false,
      own: false,
    })
    const items = (await house.stranger.get('topics')).json.items.map(({ id }: any) => id)
    expect(items).not.toContain('instagram')
    const listed = await house.stranger.get('programmes/regards-croises/questionnaires/mentor')
    expect(listed.text).not.toContain('"instagram"')
    expect(await matchAndApprove(house)).toHaveLength(1)
    const refused = await house.root.post(SIGN_UPS, makeSignUp('mentor', 'M1', offering('instagram')))
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/Instagram.*(plus proposé|no longer offered)/)
    const session = await house.session(addressOf('M1'))
    expect((await session.get('me/export')).text).toContain('instagram')
  })

  it('the same content writes nothing, and what does not fit is told', async () => {
    const house = await openHouse()
    await house.root.put('topics/live-streaming', LIVE)
    expect((await house.root.put('topics/live-streaming', LIVE)).status).toBe(200)
    const same = await house.root.put('topics/seo', await asItIs(house, 'seo'))
    expect(same.status, same.text).toBe(200)
    expect((await house.stranger.get('topics')).json.version).toBe('1.1')
    const wrong = await house.root.put('topics/other', {
      group: 'dance',
      name: { fr: 'DIRECT en ligne', en: 'Instagram' },
      esco: 'not-one',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.json.errors.map(({ pointer }: any) => pointer)).toEqual([
      '/group',
      '/name/fr',
      '/name/en',
      '/esco',
    ])
    expect((await house.root.put('topics/Été', LIVE)).status).toBe(422)
    const uri = 'http://data.europa.eu/esco/skill/2afb2b59-c9a3-4cf3-b1dd-1a2fad51e584'
    const taken = await house.root.put('topics/live-streaming', { ...LIVE, esco: uri })
    expect(taken.json).toMatchObject({ esco: '2afb2b59-c9a3-4cf3-b1dd-1a2fad51e584' })
  })
})

describe('what somebody missed in the list', () => {
  async function suggest(house: House, text: string): Promise<void> {
    const ctx = contextOf(house)
    const { json } = await house.root.get('programmes/regards-croises')
    const row = await house.db.$client
      .prepare('SELECT id FROM programmes WHERE slug = ?')
      .bind(json.slug)
      .first<{ id: string }>()
    await commit(ctx, {
      event: { type: 'participant.updated', subject: ctx.newId('par'), version: 1, data: {} },
      writes: suggestTopic(ctx, row!.id, text, 'fr'),
    })
  }

  it('waits for an organiser with the topics it is like, and is filed or dismissed once', async () => {
    const house = await openHouse()
    for (const text of ['  Lives sur Insta ', 'Menuiserie', '   ']) {
      await suggest(house, text)
      house.now += 1_000
    }
    const open = await house.root.all('topic-suggestions')
    expect(open.map(({ text }) => text)).toEqual(['Lives sur Insta', 'Menuiserie'])
    expect(open[0]).toMatchObject({
      programme: 'regards-croises',
      language: 'fr',
      state: 'open',
      topic: null,
    })
    expect(open[0]!.near[0]).toBe('instagram')
    const door = (k: number) => `topic-suggestions/${open[k]!.id}/decision`
    expect((await house.root.post(door(0), { decision: 'file', topic: 'nowhere' })).status).toBe(422)
    const filed = await house.root.post(door(0), { decision: 'file', topic: 'instagram' })
    expect(filed.json).toMatchObject({ state: 'filed', topic: 'instagram' })
    expect((await house.root.post(door(0), { decision: 'dismiss' })).status).toBe(409)
    expect((await house.root.post(door(1), { decision: 'dismiss' })).json.state).toBe('dismissed')
    expect(await house.root.all('topic-suggestions')).toEqual([])
    expect(await house.root.all('topic-suggestions?state=filed')).toHaveLength(1)
    expect((await house.root.get('topic-suggestions?state=lost')).status).toBe(422)
    expect((await house.stranger.get('topic-suggestions')).status).toBe(401)
    expect(
      (await house.root.post('topic-suggestions/sug_nothing/decision', { decision: 'dismiss' })).status,
    ).toBe(404)
  })
})

/** A small file of invented skills in the shape of the real one. */
function makeSkills(count: number): Record<string, unknown>[] {
  const uri = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const named = [
    { en: 'use spreadsheets software', fr: 'utiliser un tableur', group: '0611' },
    { en: '3D printing process', fr: 'processus d’impression 3D', group: '0211', in: ['digital'] },
    { en: 'brew beer', fr: 'brasser de la bière', group: null },
    { en: 'repair wooden shoes', fr: 'réparer des sabots en bois', group: null },
  ]
  return Array.from({ length: count }, (_, n) => ({
    uri: n % 2 ? `http://data.europa.eu/esco/skill/${uri(n)}` : uri(n),
    ...(named[n] ?? { en: `skill number ${n}`, fr: `compétence numéro ${n}`, group: null }),
  }))
}

describe('a file of ESCO skills', () => {
  it('is taken in, searched whatever the typing, and taken in again without writing anything', async () => {
    const house = new House()
    const first = await house.root.post('esco-skills', makeSkills(60))
    expect(first.json).toEqual({ created: 60, updated: 0, unchanged: 0 })
    expect((await house.root.post('esco-skills', makeSkills(60))).json).toEqual({
      created: 0,
      updated: 0,
      unchanged: 60,
    })
    const renamed = makeSkills(61).map((skill, n) => (n === 2 ? { ...skill, fr: 'brasser la bière' } : skill))
    expect((await house.root.post('esco-skills', renamed)).json).toEqual({
      created: 1,
      updated: 1,
      unchanged: 59,
    })
    for (const [q, en] of [
      ['Excel', 'use spreadsheets software'],
      ['tableurs', 'use spreadsheets software'],
      ['spredsheet', 'use spreadsheets software'],
      ['impression 3D', '3D printing process'],
      ['biere', 'brew beer'],
      ['brassr biere', 'brew beer'],
      ['sabot', 'repair wooden shoes'],
    ] as const) {
      const { json } = await house.root.get(`esco-skills?q=${encodeURIComponent(q)}`)
      expect(json.items[0]?.name.en, q).toBe(en)
      expect(json).toMatchObject({ total: 61, next_cursor: null })
      expect(json.credit.en).toBe('This service uses the ESCO classification of the European Commission.')
    }
    const [skill] = (await house.root.get('esco-skills?q=biere')).json.items
    expect(skill.uri).toBe(`http://data.europa.eu/esco/skill/${skill.id}`)
    expect((await house.root.get(`esco-skills?q=${encodeURIComponent("%_' OR 1=1 --")}`)).status).toBe(200)
    expect((await house.root.get('esco-skills?q=')).json.items).toEqual([])
    expect((await house.stranger.get('esco-skills?q=biere')).status).toBe(401)
  })

  it('is refused whole where a row is none of ESCO', async () => {
    const house = new House()
    const wrong = await house.root.post('esco-skills', [...makeSkills(2), { uri: 'x', fr: 'a', en: 'b' }])
    expect(wrong.status).toBe(422)
    expect(wrong.json.errors[0].pointer).toBe('/2/uri')
    expect((await house.root.post('esco-skills', { skills: [] })).status).toBe(422)
    expect((await house.root.get('esco-skills?q=bois')).json.items).toEqual([])
  })
})

declare global {
  interface ImportMeta {
    /** Vite’s own: files by path, each to be loaded. */
    glob(path: string, options: { query: string; import: string }): Record<string, () => Promise<unknown>>
  }
}

const files = import.meta.glob('../../../shared/data/taxonomies/esco-skills-fr-en.json', {
  query: '?raw',
  import: 'default',
})
const [file] = Object.values(files)

describe.skipIf(!file)('the whole ESCO file (skipped where the folder of data is absent)', () => {
  it('is taken in within one request and searched in both languages, mistyped or not', async () => {
    const house = new House()
    const skills = JSON.parse(String(await file!()))
    expect(skills).toHaveLength(13_090)
    const taken = await house.root.post('esco-skills', skills)
    expect(taken.json, taken.text).toEqual({ created: 13_090, updated: 0, unchanged: 0 })
    expect(await importEscoSkills(contextOf(house), skills)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 13_090,
    })
    const tried: [query: string, expected: RegExp][] = [
      ['Excel', /spreadsheet/],
      ['utiliser un tableur', /spreadsheet/],
      ['impression 3D', /3D print/],
      ['3d printing', /3D print/],
      ['reseaux sociaux', /social media|social network/],
      ['negociation', /negotiat/],
      ['comptabilité', /account/],
      ['accuonting', /account/],
      ['spredsheets', /spreadsheet/],
      ['machin learning', /machine learning/],
      ['apprentissage automatique', /machine learning/],
      ['brasser biere', /brew|beer/],
      ['cybersecurité', /cyber/],
      ['boulangerie', /bak/],
    ]
    const times: number[] = []
    for (const [query, expected] of tried) {
      const from = performance.now()
      const { json } = await house.root.get(`esco-skills?q=${encodeURIComponent(query)}`)
      times.push(performance.now() - from)
      expect(
        json.items
          .slice(0, 5)
          .map(({ name }: any) => name.en)
          .join(' | '),
        query,
      ).toMatch(expected)
    }
    times.sort((a, b) => a - b)
    console.info(
      `ESCO search over 13,090 skills: p50 ${Math.round(times[times.length >> 1]!)} ms, worst ${Math.round(times.at(-1)!)} ms`,
    )
  })
})

function contextOf(house: House) {
  let count = 0
  return {
    db: house.db,
    actor: {
      kind: 'organiser',
      id: 'org_1',
      email: 'o@armorique.example',
      person: null,
      subsidiary: null,
    } as const,
    now: house.now,
    settings: {} as never,
    newId: (prefix: string) => `${prefix}_${house.now}_${crypto.randomUUID().slice(0, 8)}_${count++}`,
    asked: { version: null, once: null },
    wake: () => {},
  }
}
