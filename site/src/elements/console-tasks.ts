import type { TaskShown } from '#contract/task.ts'
import type { Language } from '#domain/language.ts'
import { TASK_TIMES } from '#domain/task.ts'
import { pageLanguage } from '../api.ts'
import { lifeApi } from '../api-life.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawField, drawProse } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { type Child, drawn, h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** The time of the service, whether lines open the pages where they are done, for whom, and who hears of what was done. */
interface TaskOptions {
  now?: number
  opens?: boolean
  isTeam?: boolean
  done?: () => void
}

/**
 * What there is to do, by deadline: today, this week, later; each line with the page where it is done, and at most one
 * button, which shows who gets which words before anything leaves.
 */
export function drawTasks(
  tasks: readonly TaskShown[],
  { now = Date.now(), opens = true, isTeam = true, done = () => {} }: TaskOptions = {},
): HTMLElement {
  const words = lifeWordsIn(pageLanguage()).tasks
  const host = h('div', { class: 'stack task-groups' })
  const said = isTeam ? words.none : words.noneForRole
  if (tasks.length === 0) {
    host.append(h('p', { class: 'muted' }, said))
    return host
  }
  const none = () => host.replaceChildren(h('p', { class: 'muted', tabindex: '-1' }, said))
  host.append(drawTones())
  for (const time of TASK_TIMES) {
    const those = tasks.filter((task) => task.time === time)
    if (those.length === 0) continue
    const list = h('ul', { class: 'tasks', role: 'list' })
    const heading = h('h3', { tabindex: '-1' }, words.times[time])
    const group = h('section', { class: 'task-group' }, heading, list)
    for (const task of those) {
      const line = drawTask(task, { now, opens }, () => {
        const next = line.nextElementSibling ?? line.previousElementSibling
        const after = next?.querySelector<HTMLElement>('a, button') ?? null
        line.remove()
        if (next === null) group.remove()
        if (host.querySelector('.task') === null) none()
        const rest = host.querySelector<HTMLElement>('h3, p[tabindex]')
        ;(after ?? (next ? heading : rest))?.focus()
        done()
      })
      list.append(line)
    }
    host.append(group)
  }
  return host
}

const TONES = ['trouble', 'watch', null] as const

/** What the shapes of the lines say, in words. */
function drawTones(): HTMLElement {
  const words = lifeWordsIn(pageLanguage()).tasks.tones
  return h(
    'p',
    { class: 'task-tones' },
    ...TONES.map((tone) => h('span', { 'data-tone': tone ?? undefined }, mark(tone), words[tone ?? 'none'])),
  )
}

function drawTask(
  task: TaskShown,
  { now, opens }: Required<Pick<TaskOptions, 'now' | 'opens'>>,
  done: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = lifeWordsIn(language).tasks
  const { due_at, since, time_zone, kind, programme } = task
  const at = due_at ?? since
  const day = at && writeInstantDay(at, language, time_zone)
  const isSince = due_at === null || (kind !== 'round-soon' && Date.parse(due_at) <= now)
  const isLate = isSince && due_at !== null
  const when = day ? (isLate ? words.late(day) : isSince ? words.since(day) : words.by(day)) : words.whenever
  const panel = h('div', { class: 'task-panel', id: `task-${task.id.replace(/[^\w-]/g, '-')}`, hidden: true })
  return h(
    'li',
    { class: 'task', 'data-tone': task.tone },
    mark(task.tone),
    h(
      'span',
      { class: 'task-title' },
      h('span', { class: 'visually-hidden' }, words.toned(words.tones[task.tone ?? 'none'])),
      opens ? h('a', { href: `/${language}${task.href}` }, task.title[language]) : task.title[language],
      kind === 'council' &&
        h('a', { href: `/${language}/programmes/${programme}/documents/works-council/` }, words.councilNote),
    ),
    h('span', { class: 'task-when', 'data-late': isLate }, when),
    task.action && drawButton(task, panel, done),
    task.action && panel,
  )
}

/** A shape beside the colour: a triangle warns, a square is wrong already, a circle is to come. */
function mark(tone: TaskShown['tone']): SVGElement {
  const attributes = { class: 'task-mark', viewBox: '0 0 12 12', 'aria-hidden': 'true', focusable: 'false' }
  const shape =
    tone === 'watch'
      ? drawn('path', { d: 'M6 1 11.5 11H.5z' })
      : tone === 'trouble'
        ? drawn('rect', { x: 1, y: 1, width: 10, height: 10 })
        : drawn('circle', { cx: 6, cy: 6, r: 4.5 })
  return drawn('svg', attributes, shape)
}

/** Opens and closes the preview of what a task does. */
function drawButton(task: TaskShown, panel: HTMLElement, done: () => void): HTMLButtonElement {
  const language = pageLanguage()
  return opener(task.action!.label[language], task.title[language], panel, (close) =>
    fillPanel(task, panel, close, done),
  )
}

/**
 * A button that opens a panel below it, filled each time, and closes it again, as Escape does; the focus is then back on
 * the button. `about` says what it belongs to, for those who do not see where it stands.
 */
export function opener(
  label: string,
  about: string,
  panel: HTMLElement,
  open: (close: () => void) => Promise<void>,
): HTMLButtonElement {
  const close = () => {
    panel.hidden = true
    button.setAttribute('aria-expanded', 'false')
    button.focus()
  }
  const toggle = async () => {
    if (!panel.hidden) return close()
    panel.hidden = false
    button.setAttribute('aria-expanded', 'true')
    await open(close)
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !panel.hidden) close()
  }
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button button-quiet task-act',
      'aria-expanded': 'false',
      'aria-controls': panel.id,
      onclick: toggle,
      onkeydown: leave,
    },
    label,
    h('span', { class: 'visually-hidden' }, lifeWordsIn(pageLanguage()).tasks.about(about)),
  )
  panel.addEventListener('keydown', leave)
  return button
}

async function fillPanel(
  task: TaskShown,
  panel: HTMLElement,
  close: () => void,
  done: () => void,
): Promise<void> {
  panel.setAttribute('aria-busy', 'true')
  try {
    panel.replaceChildren(drawAction(task.action!, task.title, await loadWords(task.action!), close, done))
  } catch (error) {
    panel.replaceChildren(failure(error, () => void fillPanel(task, panel, close, done)))
  } finally {
    panel.removeAttribute('aria-busy')
  }
}

interface Mail {
  to: string
  /** The language in which its reader gets it. */
  language: Language
  subject: string
  paragraphs: string[]
}

/** The mails of an action as they will read: known at once, or made for this pair. */
export async function loadWords({
  preview,
  preview_path,
}: NonNullable<TaskShown['action']>): Promise<Mail[]> {
  const language = pageLanguage()
  if (preview) {
    const { to, subject, paragraphs } = preview
    return [
      {
        to: to[language],
        language,
        subject: subject[language],
        paragraphs: paragraphs.map((one) => one[language]),
      },
    ]
  }
  if (preview_path === null) return []
  return (await lifeApi.words(preview_path)).map(({ to, ...mail }) => ({
    ...mail[to.language],
    to: to.name,
    language: to.language,
  }))
}

/** The words that will leave, what was done where that is asked, and the button that does it. */
export function drawAction(
  action: NonNullable<TaskShown['action']>,
  title: TaskShown['title'],
  mails: readonly Mail[],
  close: () => void,
  done: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = lifeWordsIn(language).tasks
  const outcome = action.asks_outcome ? drawProse(`outcome-${crypto.randomUUID()}`, '', 2000) : null
  const said = h('div')
  const act = async (writes: boolean) => {
    for (const button of form.querySelectorAll('button')) button.disabled = true
    try {
      const more = outcome ? { outcome: outcome.value, write: writes } : {}
      await lifeApi.act(action, action.body === null ? undefined : { ...action.body, ...more })
      announce(words.done(title[language]))
      done()
    } catch (error) {
      said.replaceChildren(failure(error))
      for (const button of form.querySelectorAll('button')) button.disabled = false
    }
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void act(true)
  }
  const quiet = (text: string, onclick: () => void) =>
    h('button', { type: 'button', class: 'button button-quiet', onclick }, text)
  const form = h(
    'form',
    { class: 'task-form stack', onsubmit: submit },
    h('p', { class: 'hint' }, mails.length > 0 ? words.preview : words.noMail),
    ...mails.map((mail) => drawMail(mail)),
    outcome && drawField(words.outcome, outcome),
    said,
    h(
      'div',
      { class: 'cluster' },
      mails.length > 0 && h('button', { type: 'submit', class: 'button' }, words.send),
      outcome && quiet(words.note, () => void act(false)),
      quiet(words.cancel, close),
    ),
  )
  return form
}

function drawMail({ to, language, subject, paragraphs }: Mail): Child {
  const words = lifeWordsIn(pageLanguage()).tasks
  const colon = pageLanguage() === 'fr' ? '\u00a0: ' : ': '
  return h(
    'blockquote',
    { class: 'task-mail' },
    h('p', { class: 'muted' }, `${words.to}${colon}${to}`),
    h('p', { lang: language }, h('strong', {}, subject)),
    ...paragraphs.map((text) => h('p', { lang: language }, text)),
  )
}
