import { describe, expect, it } from 'vitest'
import type { OwnQuestion } from '#questionnaire/own-question.ts'
import { House } from '#test/house.ts'
import {
  makeEmployee,
  makeMenteeAnswers,
  makeMentorAnswers,
  makeProgramme,
  makeSignUp,
} from '#test/makers.ts'
import { makeOwnQuestion, makeOwnQuestions } from '#test/own-questions.ts'

const HERE = 'programmes/regards-croises'

const FORMAT = makeOwnQuestion({
  key: 'own-format',
  kind: 'choice',
  required: true,
  options: [
    { value: 'lunch', name: { fr: 'à déjeuner', en: 'over lunch' } },
    { value: 'office', name: { fr: 'au bureau', en: 'at the office' } },
  ],
})
const ANOTHER: OwnQuestion = {
  ...FORMAT,
  label: { fr: 'Où se voir ?', en: 'Where to meet?' },
  options: [
    { value: 'lunch', name: { fr: 'autour d’un repas', en: 'around a meal' } },
    { value: 'walk', name: { fr: 'en marchant', en: 'on a walk' } },
  ],
}

async function openHouse(questions: OwnQuestion[] = [FORMAT]): Promise<House> {
  const house = new House()
  await house.root.post('programmes', makeProgramme())
  await house.root.put(`${HERE}/publication`)
  if (questions.length > 0)
    expect((await house.root.put(`${HERE}/questions`, { questions })).status).toBe(200)
  return house
}

async function signUp(
  house: House,
  id: string,
  role: 'mentor' | 'mentee' | 'both',
  more: Record<string, unknown>,
) {
  await house.root.put(`employees/${id}`, makeEmployee({ email: `${id.toLowerCase()}@armorique.example` }))
  const answers = {
    ...(role === 'mentor' ? {} : makeMenteeAnswers()),
    ...(role === 'mentee' ? {} : makeMentorAnswers()),
    ...more,
  }
  return house.root.post(`${HERE}/sign-ups`, makeSignUp(role, id, answers))
}

/** As many copies of the only row of a table, each with its own ids: a crowd, without signing each one up. */
async function copyRows(house: House, table: string, count: number, change: (at: number) => object) {
  const { $client } = house.db
  const row = (await $client.prepare(`SELECT * FROM ${table}`).first()) as Record<string, unknown>
  const columns = Object.keys(row)
  const insert = `INSERT INTO ${table} (${columns.map((name) => `"${name}"`)}) VALUES (${columns.map(() => '?')})`
  const copies = Array.from({ length: count }, (_, at) => ({ ...row, ...change(at + 1) }) as typeof row)
  await $client.batch(
    copies.map((copy) => $client.prepare(insert).bind(...columns.map((name) => copy[name]))),
  )
}

/** The lines of a CSV file whose cells hold no separator, by column. */
function linesOf(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n')
  const columns = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}

describe('the questions that a programme adds', () => {
  it('are kept in versions, and the same list twice writes nothing', async () => {
    const house = await openHouse([])
    expect((await house.root.get(`${HERE}/questions`)).json).toEqual({ version: 0, questions: [] })
    const questions = makeOwnQuestions()
    const first = await house.root.put(`${HERE}/questions`, { questions })
    expect(first.json).toMatchObject({ version: 1, questions })
    expect((await house.root.put(`${HERE}/questions`, { questions })).json.version).toBe(1)
    expect((await house.root.get(HERE)).json.own_questions_version).toBe(1)
    expect((await house.root.put(`${HERE}/questions`, { questions: [] })).json).toEqual({
      version: 2,
      questions: [],
    })
    expect((await house.root.get(`${HERE}/questions/1`)).json).toEqual({ version: 1, questions })
    expect((await house.root.get(`${HERE}/questions`)).json).toEqual({ version: 2, questions: [] })
    expect((await house.root.get(`${HERE}/questions/3`)).status).toBe(404)
    expect((await house.root.get(`${HERE}/questions/x`)).status).toBe(422)
    const events = await house.db.$client
      .prepare(`SELECT data FROM events WHERE type = 'programme.questions-changed' ORDER BY seq`)
      .all<{ data: string }>()
    expect(events.results.map(({ data }) => JSON.parse(data).own_questions_version)).toEqual([1, 2])
  })

  it('are refused with a pointer for each thing to mend, and nothing is written', async () => {
    const house = await openHouse()
    const refused = await house.root.put(`${HERE}/questions`, {
      questions: [
        { ...FORMAT, label: { fr: 'Quel âge avez-vous ?', en: 'Tell us more' } },
        { ...FORMAT, key: 'own-two', options: [] },
      ],
    })
    expect(refused.status).toBe(422)
    expect(refused.json.errors.map((error: any) => error.pointer)).toEqual([
      '/questions/0/label/fr',
      '/questions/1/options',
    ])
    expect(refused.json.errors[0].detail).toContain('ni l’âge, ni le sexe')
    const english = await house.root.put(`${HERE}/questions`, { questions: [{ ...FORMAT, key: 'format' }] })
    expect(english.json.errors[0]).toMatchObject({ pointer: '/questions/0/key' })
    expect((await house.root.get(`${HERE}/questions`)).json.version).toBe(1)
  })

  it('are only for those who may write programmes', async () => {
    const house = await openHouse()
    const key = await house.root.post('keys', { name: 'reader', scopes: ['programmes:read'] })
    const reader = house.as({ authorization: `Bearer ${key.json.secret}` })
    expect((await reader.get(`${HERE}/questions`)).status).toBe(200)
    expect((await reader.put(`${HERE}/questions`, { questions: [] })).status).toBe(403)
    expect((await reader.get(`${HERE}/answers`)).status).toBe(403)
    expect((await house.stranger.get(`${HERE}/questions`)).status).toBe(401)
  })
})

describe('a question added by an organiser', () => {
  it('appears to whoever signs up, as JSON and on the page, and must be answered', async () => {
    const house = await openHouse()
    const shown = await house.stranger.get(`${HERE}/questionnaires/mentor`)
    expect(shown.json.own_questions_version).toBe(1)
    expect(shown.json.blocks.at(-1)).toMatchObject({
      key: 'own',
      title: { fr: 'Questions du programme', en: 'This programme’s questions' },
      questions: [{ key: 'own-format', kind: 'choice', required: true }],
    })
    const page = await house.request('/en/programmes/regards-croises/mentor/')
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('Which format suits you?')
    expect(text).toContain('at the office')
    expect((await signUp(house, 'M1', 'mentor', {})).json.errors[0].pointer).toBe('/answers/own-format')
    expect((await signUp(house, 'M1', 'mentor', { 'own-format': 'lunch' })).status).toBe(201)
  })

  it('is answered on the form without script as well', async () => {
    const house = await openHouse([FORMAT, makeOwnQuestion({ key: 'own-topics', kind: 'topics' })])
    const refused = await house.stranger.form(`/api/v1/${HERE}/sign-ups`, {
      role: 'mentee',
      language: 'en',
      'own-topics-1': 'seo',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/<option value="seo" selected>/)
    expect(refused.text).toContain('href="#q-own-format"')
  })

  it('keeps the wording of the version that was answered, in the answers and in the export', async () => {
    const house = await openHouse()
    await signUp(house, 'M1', 'mentor', { 'own-format': 'lunch' })
    await house.root.put(`${HERE}/questions`, { questions: [ANOTHER, makeOwnQuestion({ key: 'own-more' })] })
    await signUp(house, 'M2', 'mentor', { 'own-format': 'lunch', 'own-more': '=SUM(A1)' })
    const answers = await house.root.all(`${HERE}/answers?language=en`)
    const of = (person: string) => answers.find((one: any) => one.person === person) as any
    const format = (person: string) => of(person).answers.find((one: any) => one.key === 'own-format')
    expect(of('M1')).toMatchObject({ role: 'mentor', state: 'active', own_questions_version: 1 })
    expect(format('M1')).toEqual({
      key: 'own-format',
      label: 'Which format suits you?',
      text: 'over lunch',
      value: 'lunch',
    })
    expect(of('M2').own_questions_version).toBe(2)
    expect(format('M2')).toMatchObject({ label: 'Where to meet?', text: 'around a meal' })

    const file = await house.root.get(`${HERE}/answers?format=csv&language=fr`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="answers-regards-croises.csv"')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.text.endsWith('\r\n')).toBe(true)
    const lines = linesOf(file.text)
    expect(
      lines.map((line) => [line.person, line.own_questions_version, line['own-format'], line['own-more']]),
    ).toEqual(
      expect.arrayContaining([
        ['M1', '1', 'à déjeuner', ''],
        ['M2', '2', 'autour d’un repas', "'=SUM(A1)"],
      ]),
    )
  })
})

describe('the answers that organisers read', () => {
  const LOW = { MS1: 1, MS4: 2, MS6: 1, MO1: 1, MO3: 2, COACH: 'yes', LP1: -2, G7: 'Pour voir, en "vrai".\n' }

  it('never have the statements that serve support alone, on a page or in a file (C4)', async () => {
    const house = await openHouse([])
    await signUp(house, 'B1', 'both', LOW)
    const answers = await house.root.all(`${HERE}/answers`)
    expect(answers.map((one: any) => one.role).sort()).toEqual(['mentee', 'mentor'])
    for (const one of answers as any[]) {
      const keys = one.answers.map((answer: any) => answer.key)
      expect(keys).toContain('COACH')
      expect(keys.filter((key: string) => /^M[SO]\d/.test(key))).toEqual([])
      expect(JSON.stringify(one)).not.toMatch(/J’écoute|je ne sais pas|"M[SO]\d/)
    }
    const { text } = await house.root.get(`${HERE}/answers?format=csv`)
    expect(text.split('\r\n')[0]).not.toMatch(/\bM[SO]\d/)
  })

  it('are a file that spreadsheets open: marked UTF-8, quoted, numbers as numbers, in the separator they expect', async () => {
    const house = await openHouse([])
    await signUp(house, 'B1', 'mentor', { ...LOW, MO1: undefined, MO3: undefined })
    const key = await house.root.post('keys', { name: 'sheet', scopes: ['participants:read'] })
    const asked = await house.request(`/api/v1/${HERE}/answers`, {
      headers: { authorization: `Bearer ${key.json.secret}`, accept: 'text/csv', 'accept-language': 'en' },
    })
    const bytes = new Uint8Array(await asked.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    const columns = text.split('\r\n')[0]?.split(',') ?? []
    expect(columns).toEqual(
      expect.arrayContaining(['OFFERS-1-topic', 'OFFERS-1-level', 'G6-hours', 'LP1', 'IR-2']),
    )
    expect(text).toContain(',-2,')
    expect(text).toContain('"Pour voir, en ""vrai""."')
    const french = await house.root.get(`${HERE}/answers?format=csv&separator=semicolon`)
    expect(french.text.split('\r\n')[0]?.split(';')).toEqual(columns)
  })

  it('come page after page, and whole in the file however many they are', async () => {
    const house = await openHouse([])
    await signUp(house, 'P0', 'mentor', {})
    await copyRows(house, 'people', 102, (at) => ({
      id: `per_${at}`,
      external_id: `P${at}`,
      email: null,
      email_key: null,
    }))
    await copyRows(house, 'participants', 102, (at) => ({ id: `par_${at}`, person_id: `per_${at}` }))
    const people = Array.from({ length: 103 }, (_, at) => `P${at}`)
    const page = await house.root.get(`${HERE}/answers?limit=2`)
    expect(page.json.items).toHaveLength(2)
    expect(page.json.next_cursor).not.toBeNull()
    const lines = linesOf((await house.root.get(`${HERE}/answers?format=csv`)).text)
    expect(new Set(lines.map(({ person }) => person))).toEqual(new Set(people))
    expect(lines).toHaveLength(people.length)
  })
})
