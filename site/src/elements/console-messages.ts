import type { ContactMessageShown } from '#contract/contact-message.ts'
import { CONTACT_SUBJECTS } from '#domain/contact-message.ts'
import { pageLanguage } from '../api.ts'
import { publicApi } from '../api-public.ts'
import { consoleWordsIn } from '../words/console.ts'
import { publicWordsIn } from '../words/console-public.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawAct } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** What visitors wrote: those to answer first, each answered in one's own mailbox and then marked (P39). */
export function drawMessages(messages: ContactMessageShown[]): HTMLElement {
  const language = pageLanguage()
  const words = publicWordsIn(language).messages
  const host = h('div')
  let known = messages

  const mark = async (message: ContactMessageShown, isAnswered: boolean) => {
    try {
      const saved = await publicApi.markAnswered(message.id, isAnswered)
      known = known.map((each) => (each.id === saved.id ? saved : each))
      draw()
      const undo = { label: consoleWordsIn(language).undo, run: () => void mark(saved, false) }
      if (isAnswered) announce(words.marked, undo)
    } catch (error) {
      host.append(failure(error))
    }
  }
  const item = (message: ContactMessageShown) => {
    const { name, email, phone, text, about, state } = message
    const address = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(words.subject)}`
    const day = writeInstantDay(message.created_at, language, 'Europe/Paris')
    return h(
      'li',
      { class: 'public-item' },
      h(
        'p',
        { class: 'cluster' },
        h('strong', {}, words.from(name, day)),
        tag(CONTACT_SUBJECTS[about][language]),
      ),
      h('p', { class: 'public-text', lang: message.language }, text),
      h(
        'p',
        { class: 'cluster' },
        h('a', { href: address }, words.reply),
        h('span', { class: 'hint' }, [email, phone].filter(Boolean).join(' · ')),
        state === 'open'
          ? drawAct(words.mark, name, () => void mark(message, true))
          : drawAct(words.reopen, name, () => void mark(message, false)),
      ),
    )
  }
  const draw = () => {
    const open = known.filter(({ state }) => state === 'open')
    const answered = known.filter(({ state }) => state === 'answered')
    host.replaceChildren(
      open.length ? h('ul', { role: 'list' }, ...open.map(item)) : h('p', { class: 'muted' }, words.none),
    )
    if (answered.length) {
      host.append(
        h(
          'details',
          {},
          h('summary', {}, `${words.answered} (${answered.length})`),
          h('ul', { role: 'list' }, ...answered.map(item)),
        ),
      )
    }
  }
  draw()
  return host
}
