import type { KeyShown } from '#contract/key.ts'
import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { accessWordsIn } from '../words/console-access.ts'
import { scopeInWords } from '../words/console-scopes.ts'
import { writeInstant, writeInstantDay } from './console-figures.ts'
import { drawAct, drawEnding, drawField, drawSelect } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'

const TONES = { active: 'good', expired: 'none', revoked: 'none' } as const

/** What can be done with a key; each is thrown out of by an ApiError where it fails. */
export interface KeyActs {
  rotate: (overlapHours: number) => Promise<void>
  revoke: () => Promise<void>
}

/** One key: what it is called, what it may do, until when; and the two things one can do with it. */
export function drawKey(key: KeyShown, maker: string, acts: KeyActs): HTMLElement {
  const language = pageLanguage()
  const words = accessWordsIn(language)
  const asked = h('div')
  const tools = h('span', { class: 'cluster' })
  const close = () => {
    asked.replaceChildren()
    tools.querySelector('button')?.focus()
  }
  const ask = (content: HTMLElement, save: string, run: () => Promise<void>) => {
    const said = h('div')
    const submit = async (event: Event) => {
      event.preventDefault()
      try {
        await run()
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    const ending = drawEnding(save, consoleWordsIn(language).cancel, close)
    const form = h(
      'form',
      { class: 'notice stack', 'data-tone': 'watch', onsubmit: submit },
      content,
      said,
      ending,
    )
    asked.replaceChildren(form)
    form.querySelector<HTMLElement>('select, button')?.focus()
  }
  const rotate = () => {
    const hours = drawSelect(`overlap-${key.id}`, words.rotation.overlaps, '24')
    const content = h(
      'div',
      { class: 'stack' },
      h('p', {}, words.rotation.lead),
      drawField(words.rotation.overlap, hours),
    )
    ask(content, words.rotation.save, () => acts.rotate(Number(hours.value)))
  }
  const revoke = () => ask(h('p', {}, words.revocation.lead(key.name)), words.revocation.save, acts.revoke)
  if (key.state === 'active') {
    tools.append(drawAct(words.keys.rotate, key.name, rotate), drawAct(words.keys.revoke, key.name, revoke))
  }
  return h(
    'li',
    { class: 'key' },
    h(
      'p',
      { class: 'key-head' },
      h('strong', {}, key.name),
      tag(words.keys.state[key.state], { tone: TONES[key.state] }),
      h('code', { class: 'hint' }, `${key.prefix}…`),
      tools,
    ),
    h(
      'ul',
      { class: 'key-may', 'aria-label': words.keys.may },
      ...key.scopes.map((scope) => h('li', {}, scopeInWords(scope, language))),
    ),
    h('p', { class: 'hint' }, factsOf(key, maker).join(' · ')),
    key.state === 'active' && h('p', { class: 'hint' }, `${words.keys.client} `, h('code', {}, key.id)),
    asked,
  )
}

/** When it was made and by whom, its last use, its end: each a few words. */
function factsOf(key: KeyShown, maker: string): string[] {
  const language = pageLanguage()
  const words = accessWordsIn(language).keys
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const day = (at: string) => writeInstantDay(at, language, zone)
  const hour = (at: string) => writeInstant(at, language, zone)
  const end = () => {
    if (key.revoked_at !== null) return words.revokedOn(day(key.revoked_at))
    if (key.expires_at === null) return words.forever
    return key.state === 'expired' ? words.ran(day(key.expires_at)) : words.until(day(key.expires_at))
  }
  return [
    words.created(day(key.created_at), maker),
    key.last_used_at === null ? words.unused : words.used(hour(key.last_used_at)),
    end(),
    ...(key.previous_until === null ? [] : [words.two(hour(key.previous_until))]),
  ]
}
