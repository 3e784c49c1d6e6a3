import { describe, expect, it } from 'vitest'
import { PREPARATION_STATES, TOLD_REASONS } from '#domain/preparation.ts'
import { moved } from '../../site/src/elements/console-order.ts'
import { pathWordsIn } from '../../site/src/words/console-path.ts'
import { preparationWordsIn } from '../../site/src/words/console-preparations.ts'
import { shapeOf, textsOf } from './words-shape.ts'

const both = { path: pathWordsIn, preparations: preparationWordsIn }

describe('the pages about how pairs begin speak both languages', () => {
  it.each(Object.entries(both))('%s: the same keys, French set as French is', (_name, wordsIn) => {
    expect(shapeOf(wordsIn('en'))).toEqual(shapeOf(wordsIn('fr')))
    for (const text of textsOf(wordsIn('fr'))) expect(text).not.toMatch(/[ \p{L}][:;?!»](\s|$)|« |'|!/u)
    for (const text of textsOf(wordsIn('en'))) expect(text).not.toMatch(/[ \u00a0][:;?!](\s|$)|'|!/u)
  })

  it('each reason and each state of a preparation has its word', () => {
    for (const language of ['fr', 'en'] as const) {
      const { reasons, state } = preparationWordsIn(language)
      expect(Object.keys(reasons)).toEqual([...TOLD_REASONS])
      expect(Object.keys(state)).toEqual([...PREPARATION_STATES])
    }
  })
})

describe('a module that moves in its path', () => {
  const path = ['a', 'b', 'c'].map((id, at) => ({ id, position: (at + 1) * 10 }))

  it('changes places with its neighbour, and the others are not written again', () => {
    const [order, changed] = moved(path, 1, 0)
    expect(order.map(({ id, position }) => [id, position])).toEqual([
      ['b', 10],
      ['a', 20],
      ['c', 30],
    ])
    expect(changed.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('sets apart modules that shared one position', () => {
    const tied = path.map((one) => ({ ...one, position: 5 }))
    const [order, changed] = moved(tied, 2, 1)
    expect(order.map(({ id, position }) => [id, position])).toEqual([
      ['a', 10],
      ['c', 20],
      ['b', 30],
    ])
    expect(changed).toHaveLength(3)
  })
})
