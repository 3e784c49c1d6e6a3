import type { OutcomesShown } from '#contract/outcome.ts'
import type { WholeProgrammeShown } from '#contract/programme.ts'
import type { Language } from '#domain/language.ts'
import { toDay } from '#domain/local-time.ts'
import { FEWEST_PEOPLE, hideSmallCells } from '#domain/proportion.ts'
import { PAIR_HEALTHS, type PairHealth } from '#domain/pulse.ts'
import { sayDay } from './dates.ts'
import { STATE_WORDS } from './document-state-words.ts'
import type { DocumentBlock, DocumentText } from './document-text.ts'

/** In a table with two headings, cells of fewer people than this are hidden. */
export const FEWEST_COMBINED = 10

/** What the committee of a programme reads on one page; instants are epoch ms. */
export interface StateView {
  programme: WholeProgrammeShown
  organisation: string
  outcomes: OutcomesShown
  health: Record<PairHealth, number>
  troubles: Record<'open' | 'handled' | 'resolved', number>
  help: Record<'open' | 'closed', number>
  /** People in live pairs, by subsidiary and role. */
  places: readonly { subsidiary: string; role: 'mentor' | 'mentee'; count: number }[]
  now: number
}

/** The state of a programme on one page: totals, never of fewer than five people, nor of ten where two headings meet. */
export function stateText(view: StateView, language: Language): DocumentText {
  const words = STATE_WORDS[language]
  const { outcomes } = view
  const cell = (value: number | null, fewest = FEWEST_PEOPLE) =>
    value === null ? words.fewer(fewest) : number(value, language)
  const { success } = outcomes.life
  return {
    title: words.title,
    lead: words.lead,
    sections: [
      {
        heading: words.numbers,
        blocks: [
          {
            facts: [
              [words.signUps, cell(outcomes.sign_ups)],
              [words.mentors, cell(outcomes.participants.mentor.active)],
              [words.mentees, cell(outcomes.participants.mentee.active)],
              [words.livePairs, cell(outcomes.pairs.active)],
              [words.endedPairs, cell(outcomes.pairs.ended)],
              [words.matched, share(outcomes.matched, language) ?? words.unknown],
              [
                words.days,
                outcomes.days_to_pair ? number(outcomes.days_to_pair.median, language) : words.unknown,
              ],
            ],
          },
        ],
      },
      {
        heading: words.life,
        blocks: [
          {
            facts: [
              [words.planned, cell(outcomes.life.sessions.planned)],
              [words.held, cell(outcomes.life.sessions.held)],
            ],
          },
          healthTable(view, language),
        ],
      },
      {
        heading: words.care,
        blocks: [words.careLead, { facts: careFacts(view, language) }],
      },
      {
        heading: words.outcomes,
        blocks: [
          {
            facts: [
              [words.success, share(success.pairs && { ...success.pairs }, language) ?? words.unknown],
              [words.ideas, cell(outcomes.life.ideas.adopted)],
              [words.completed, cell(outcomes.life.endings.completed)],
            ],
          },
        ],
      },
      ...(view.places.length > 0 ? [{ heading: words.where, blocks: [placeTable(view, language)] }] : []),
      { heading: words.howCounted, blocks: [words.masked(FEWEST_PEOPLE, FEWEST_COMBINED)] },
    ],
  }
}

/** How live pairs fare: a class each, and one that few pairs are in is hidden together with another. */
function healthTable({ health }: StateView, language: Language): DocumentBlock {
  const words = STATE_WORDS[language]
  const shown = hideSmallCells(health, true)
  return {
    table: {
      caption: words.health,
      head: [words.class, words.pairs],
      rows: PAIR_HEALTHS.map((name) => {
        const count = shown[name]
        return [words.classes[name], count === null ? words.fewer(FEWEST_PEOPLE) : number(count, language)]
      }),
    },
  }
}

/** Troubles and calls for help, as two totals each; how many are open is part of neither where it gives one away. */
function careFacts({ troubles, help }: StateView, language: Language): (readonly [string, string])[] {
  const words = STATE_WORDS[language]
  const seen = hideSmallCells({ open: troubles.open, settled: troubles.handled + troubles.resolved }, false)
  const asked = hideSmallCells({ open: help.open, closed: help.closed }, false)
  const cell = (value: number | null) =>
    value === null ? words.fewer(FEWEST_PEOPLE) : number(value, language)
  return [
    [words.settled, cell(seen.settled)],
    [words.open, cell(seen.open)],
    [words.answered, cell(asked.closed)],
    [words.waiting, cell(asked.open)],
  ]
}

/** Where people in pairs work: two headings meet here, so a cell needs ten people. No total is told beside them. */
function placeTable({ places }: StateView, language: Language): DocumentBlock {
  const words = STATE_WORDS[language]
  const subsidiaries = [...new Set(places.map(({ subsidiary }) => subsidiary))]
  const cell = (subsidiary: string, role: 'mentor' | 'mentee') => {
    const count = places.find((one) => one.subsidiary === subsidiary && one.role === role)?.count ?? 0
    return count < FEWEST_COMBINED ? words.fewer(FEWEST_COMBINED) : number(count, language)
  }
  return {
    table: {
      caption: words.whereCaption,
      head: [words.subsidiary, words.mentors, words.mentees],
      rows: subsidiaries.map((name) => [name, cell(name, 'mentor'), cell(name, 'mentee')]),
    },
  }
}

/** A share with its interval, such as “72 % (61 to 81 %), of 90”. */
function share(
  value: { share: number; low: number; high: number; of: number } | null,
  language: Language,
): string | null {
  if (value === null) return null
  const percent = (part: number) => number(part * 100, language, 0)
  return STATE_WORDS[language].share(percent(value.share), percent(value.low), percent(value.high), value.of)
}

function number(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: digits,
  }).format(value)
}

/** When the page was made, and of what. */
export function stateAbout({ programme, organisation, now }: StateView, language: Language): string {
  const day = sayDay(toDay(now, programme.time_zone), language)
  return STATE_WORDS[language].about(programme.words[language].name, organisation, day)
}
