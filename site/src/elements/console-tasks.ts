import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawn, h } from './console-markup.ts'
import type { Task } from './console-schedule.ts'

const TONES: Record<Task['kind'], 'watch' | 'trouble' | null> = {
  approve: 'watch',
  failed: 'trouble',
  council: 'watch',
  publish: 'watch',
  'no-sign-ups': 'watch',
  'short-of-places': 'watch',
  'no-round': null,
  'round-soon': null,
}

/** What to do today: one line each, by date, with the page where it is done. */
export function drawTasks(tasks: readonly Task[], now = Date.now()): HTMLElement {
  const words = consoleWordsIn(pageLanguage()).tasks
  if (tasks.length === 0) return h('p', { class: 'muted' }, words.none)
  return h('ul', { class: 'tasks', role: 'list' }, ...tasks.map((task) => drawTask(task, now)))
}

function drawTask(task: Task, now: number): HTMLElement {
  const language = pageLanguage()
  const words = consoleWordsIn(language).tasks
  const { programme, run, at, kind, count } = task
  const text = words[kind](programme.words[language].name, run?.round ?? 0, count)
  const day = at && writeInstantDay(at, language, programme.time_zone)
  const isSince = at !== null && Date.parse(at) <= now && kind !== 'round-soon'
  const when = day ? (isSince ? words.since(day) : words.on(day)) : words.whenever
  return h(
    'li',
    { class: 'task', 'data-tone': TONES[kind] },
    mark(kind),
    h(
      'span',
      { class: 'cluster' },
      h('a', { href: address(task) }, text),
      kind === 'council' &&
        h('a', { href: noteAddress(task) }, consoleWordsIn(language).programme.councilNote),
    ),
    h('span', { class: 'task-when' }, when),
  )
}

/** A shape beside the colour: a triangle warns, a square has failed, a circle is to come. */
function mark(kind: Task['kind']): SVGElement {
  const tone = TONES[kind]
  const attributes = { class: 'task-mark', viewBox: '0 0 12 12', 'aria-hidden': 'true', focusable: 'false' }
  const shape =
    tone === 'watch'
      ? drawn('path', { d: 'M6 1 11.5 11H.5z' })
      : tone === 'trouble'
        ? drawn('rect', { x: 1, y: 1, width: 10, height: 10 })
        : drawn('circle', { cx: 6, cy: 6, r: 4.5 })
  return drawn('svg', attributes, shape)
}

function address({ kind, programme, run }: Task): string {
  const console = `/${pageLanguage()}/console`
  const slug = encodeURIComponent(programme.slug)
  if (kind === 'approve') return `${console}/run/?id=${encodeURIComponent(run!.id)}`
  if (kind === 'council') return `${console}/new/?p=${slug}#works-council`
  if (kind === 'no-round') return `${console}/new/?p=${slug}#calendar`
  return `${console}/programme/?p=${slug}`
}

/** The note to hand to the works council before its consultation is recorded. */
function noteAddress({ programme }: Task): string {
  return `/${pageLanguage()}/programmes/${programme.slug}/documents/works-council/`
}
