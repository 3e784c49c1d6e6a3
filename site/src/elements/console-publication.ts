import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { addressOf } from './console-address.ts'
import { writeInstant, writeInstantDay } from './console-figures.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { nextRound, type ProgrammeSeen } from './console-schedule.ts'

/** Where a programme stands and what can be done with it; publishing is undone rather than asked about twice. */
export function drawPublication(
  programme: ProgrammeSeen['programme'],
  runs: readonly MatchRunShown[],
  changed: (programme: ProgrammeShown) => void,
): HTMLElement {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const { slug, published_at, time_zone } = programme
  const failures = h('div', { class: 'console-lead-failure' })

  const turn = async (publish: boolean, undoing = false) => {
    failures.replaceChildren()
    button.disabled = true
    try {
      changed(await (publish ? api.publishProgramme(slug) : api.unpublishProgramme(slug)))
      const said = publish ? words.programme.nowPublished : words.programme.nowUnpublished
      announce(said, undoing ? undefined : { label: words.undo, run: () => void turn(!publish, true) })
      document.querySelector<HTMLElement>('[data-publication]')?.focus()
    } catch (error) {
      button.disabled = false
      failures.replaceChildren(failure(error))
    }
  }
  const isPublished = published_at !== null
  const button = h(
    'button',
    {
      type: 'button',
      class: isPublished ? 'button button-quiet' : 'button',
      'data-publication': true,
      onclick: () => void turn(!isPublished),
    },
    isPublished ? words.programme.unpublish : words.programme.publish,
  )
  const next = nextRound(programme, runs, Date.now())
  const facts = [
    PROGRAMME_KINDS[programme.kind].name[language],
    isPublished
      ? words.programme.published(writeInstantDay(published_at, language, time_zone))
      : words.programme.draft,
    next ? words.programme.next(writeInstant(next, language, time_zone)) : words.programme.noNext,
  ]
  return h(
    'div',
    { class: 'console-lead' },
    h(
      'p',
      { class: 'console-facts' },
      isPublished &&
        tag(words.programme.signUpsState[programme.sign_ups], {
          tone: programme.sign_ups === 'open' ? 'good' : 'none',
        }),
      ...facts.map((fact) => h('span', {}, fact)),
    ),
    h(
      'div',
      { class: 'console-actions' },
      isPublished &&
        h(
          'a',
          { class: 'button button-quiet', href: `/${language}/programmes/${slug}/` },
          words.programme.publicPage,
        ),
      h(
        'a',
        { class: 'button button-quiet', href: `/${language}/console/new/?p=${encodeURIComponent(slug)}` },
        words.programme.edit,
      ),
      h(
        'a',
        { class: 'button button-quiet', href: addressOf('matching', { p: slug }) },
        words.programme.matching,
      ),
      h(
        'a',
        { class: 'button button-quiet', href: `/${language}/programmes/${slug}/documents/` },
        words.programme.file,
      ),
      button,
    ),
    programme.works_council === null && drawCouncil(slug),
    failures,
  )
}

/** What keeps sign-ups from opening: where to record it, and what to hand to the works council first. */
function drawCouncil(slug: string): HTMLElement {
  const language = pageLanguage()
  const words = consoleWordsIn(language).programme
  const form = `/${language}/console/new/?p=${encodeURIComponent(slug)}#works-council`
  const note = `/${language}/programmes/${slug}/documents/works-council/`
  return h(
    'div',
    { class: 'notice', 'data-tone': 'watch' },
    h('p', {}, words.council),
    h(
      'p',
      { class: 'cluster' },
      h('a', { href: form }, words.recordCouncil),
      h('a', { href: note }, words.councilNote),
    ),
  )
}
