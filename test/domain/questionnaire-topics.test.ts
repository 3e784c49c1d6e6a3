import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { JOB_FAMILIES } from '#domain/job-family.ts'
import { LANGUAGES } from '#domain/language.ts'
import { TOPIC_GROUPS, TOPICS } from '#questionnaire/topics.ts'

const entries = Object.entries(TOPICS)

describe('the catalogue of topics', () => {
  test('has between 110 and 180 topics, and no group is a drawer for one or two', () => {
    expect(entries.length).toBeGreaterThanOrEqual(110)
    expect(entries.length).toBeLessThanOrEqual(180)
    for (const group of Object.keys(TOPIC_GROUPS)) {
      expect(entries.filter(([, topic]) => topic.group === group).length, group).toBeGreaterThanOrEqual(4)
    }
    expect(entries.every(([, topic]) => topic.group in TOPIC_GROUPS)).toBe(true)
  })

  test('names every topic in both languages, and no two alike', () => {
    for (const language of LANGUAGES) {
      const names = entries.map(([, topic]) => topic.name[language])
      expect(names.every((name) => name.trim() === name && name.length > 1 && name.length <= 60)).toBe(true)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    }
    for (const [id] of entries) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('a topic is useful in any field, or tied to one known job family', () => {
    for (const [id, topic] of entries) {
      expect(topic.transversal, id).toBe(topic.family === null)
      if (topic.family !== null) expect(Object.keys(JOB_FAMILIES), id).toContain(topic.family)
    }
  })

  test('the topics that the requirements name are there', () => {
    for (const id of [
      'instagram',
      'social-selling',
      'ai-assistants',
      'blockchain',
      'public-speaking',
      'customer-online-behaviour', // P18
      'early-career-expectations', // D11
      'new-customers', // D11
      'ecology', // P1
      'seo', // D6
      'marketing-automation', // D6
      'social-crm', // D6
      'cross-media', // D6
      'budget',
      'negotiation',
      'company-history',
      'how-decisions-are-made',
    ]) {
      expect(TOPICS, id).toHaveProperty(id)
    }
  })

  test('blockchain is of one field while Instagram is useful to all, and they are no neighbours (C21)', () => {
    expect(TOPICS.instagram?.transversal).toBe(true)
    expect(TOPICS.blockchain?.transversal).toBe(false)
    expect(TOPICS.blockchain?.group).not.toBe(TOPICS.instagram?.group)
  })

  test('no name speaks of age', () => {
    const names = entries.flatMap(([, topic]) => Object.values(topic.name)).join('\n')
    expect(names).not.toMatch(/\b(âges?|jeunes?|vieux|seniors?|générations?|young|old|elder|generations?)\b/i)
  })
})

const taxonomies = fileURLToPath(new URL('../../../shared/data/taxonomies/', import.meta.url).href)
const skills = `${taxonomies}esco-skills-fr-en.json`

describe.skipIf(!existsSync(skills))(
  'the identifiers of ESCO and DigComp (skipped without the files)',
  () => {
    const read = (name: string) => JSON.parse(readFileSync(`${taxonomies}${name}`, 'utf8'))
    const collected: { uri: string; collection: string }[] = existsSync(skills)
      ? read('esco-collections-fr-en.json')
      : []
    const last = (uri: string) => uri.split('/').at(-1) ?? ''

    test('each exists, and those of DigComp are in the DigComp collection', () => {
      const known = new Set<string>(read('esco-skills-fr-en.json').map((skill: { uri: string }) => skill.uri))
      for (const { uri } of collected) known.add(last(uri))
      const digcomp = new Set(
        collected.filter((one) => one.collection === 'digcomp').map((one) => last(one.uri)),
      )
      for (const [id, topic] of entries) {
        if (topic.esco !== undefined) expect(known.has(topic.esco), id).toBe(true)
        if (topic.digcomp !== undefined) expect(digcomp.has(topic.digcomp), id).toBe(true)
      }
    })

    test('no identifier is used twice', () => {
      const used = entries.map(([, topic]) => topic.esco ?? topic.digcomp).filter((id) => id !== undefined)
      expect(new Set(used).size).toBe(used.length)
      expect(used.length).toBeGreaterThan(90)
    })
  },
)
