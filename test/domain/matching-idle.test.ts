import { describe, expect, test } from 'vitest'
import { reportSupply, sayBalance, sayIdleMentor } from '#matching/idle.ts'

const SUPPLY = {
  mentors: [
    { person: 'Léa', offers: ['instagram', 'instagram'], hasPair: true },
    { person: 'Inès', offers: ['spreadsheets', 'instagram'], hasPair: false },
    { person: 'Tom', offers: ['spreadsheets'], hasPair: false },
    { person: 'Max', offers: [], hasPair: false },
  ],
  mentees: [
    { person: 'Paul', wants: ['instagram'], hasPair: true },
    { person: 'Ana', wants: ['linkedin', 'spreadsheets'], hasPair: false },
    { person: 'Zoé', wants: ['linkedin', 'a topic of our own'], hasPair: false },
  ],
}

describe('supply and demand after a run', () => {
  const report = reportSupply(SUPPLY)

  test('show the topics that nobody with a pair offers', () => {
    expect(report.idleTopics).toEqual([
      expect.objectContaining({
        topic: 'spreadsheets',
        offered: 2,
        offeredIdle: 2,
        wanted: 1,
        wantedWaiting: 1,
      }),
    ])
  })

  test('show the topics that are wanted and that nobody offers, the most wanted first', () => {
    expect(report.unmetTopics.map(({ topic, wanted }) => [topic, wanted])).toEqual([
      ['linkedin', 2],
      ['a topic of our own', 1],
    ])
    expect(report.unmetTopics.map(({ offeredNear }) => offeredNear)).toEqual([2, 0])
  })

  test('count a person once for a topic, though it may come twice', () => {
    expect(report.topics.find(({ topic }) => topic === 'instagram')).toMatchObject({ offered: 2, wanted: 1 })
  })

  test('name the mentors without a pair, those whose knowledge is wanted most first', () => {
    expect(report.idleMentors).toEqual([
      { person: 'Inès', topics: ['spreadsheets', 'instagram'], wantedBy: 2 },
      { person: 'Tom', topics: ['spreadsheets'], wantedBy: 1 },
      { person: 'Max', topics: [], wantedBy: 0 },
    ])
  })

  test('are said in whole sentences in both languages', () => {
    for (const balance of report.topics) {
      const { fr, en } = sayBalance(balance)
      for (const text of [fr, en]) expect(text).toMatch(/^[«“].*\.$/u)
    }
    expect(sayBalance(report.idleTopics[0]!).en).toMatch(
      /offered by 2 mentors, none with a pair; wanted by 1 person\.$/,
    )
    expect(sayBalance(report.unmetTopics[0]!).fr).toMatch(
      /souhaité par 2\u00a0personnes, personne ne le propose\. Un sujet voisin l’est par 2\u00a0mentors\.$/,
    )
    expect(sayIdleMentor(report.idleMentors[2]!).en).toBe('No topic is offered yet.')
    expect(sayIdleMentor(report.idleMentors[0]!).fr).toMatch(/2\u00a0personnes en souhaitent au moins un\.$/)
  })
})
