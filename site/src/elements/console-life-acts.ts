import { pageLanguage } from '../api.ts'
import { lifeApi } from '../api-life.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawField, drawLine, drawProse } from './console-labelled.ts'
import type { LifeSeen } from './console-life.ts'
import { failure, isOrganiser } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** A form that does one thing, says what happened and draws the page again; what fails is said where it failed. */
function actForm(
  children: Child[],
  act: (pressed: string) => Promise<string>,
  again: () => void,
): HTMLFormElement {
  const said = h('div')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    try {
      const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
      announce(await act(pressed))
      again()
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  return h('form', { class: 'life-form stack', onsubmit: submit }, ...children, said)
}

function press(label: string, quiet = false, value = ''): HTMLButtonElement {
  return h('button', { type: 'submit', class: quiet ? 'button button-quiet' : 'button', value }, label)
}

/** The talks to hold before session 1, each with how it ends (P28, P29). */
export function preparationPart({ pair, history, zone }: LifeSeen, again: () => void): Child[] {
  const language = pageLanguage()
  const words = lifeWordsIn(language).pair
  return history.preparations.map(({ id, role, state, due_at }) => {
    const outcome = drawProse(`preparation-${id}`, '', 2000)
    outcome.required = true
    const day = state === 'open' ? `, ${words.by(writeInstantDay(due_at, language, zone))}` : ''
    const who = h(
      'p',
      { class: 'cluster' },
      tag(words.preparationFor[role], { role }),
      h('span', {}, `${words.preparationState[state]}${day}`),
    )
    if (state !== 'open' || pair.state === 'ended') return who
    const act = async (pressed: string) => {
      await lifeApi.closePreparation(id, pressed === 'waived' ? 'waived' : 'held', outcome.value)
      return words.prepared
    }
    const buttons = h(
      'div',
      { class: 'cluster' },
      press(words.held, false, 'held'),
      press(words.waive, true, 'waived'),
    )
    return h(
      'div',
      { class: 'stack' },
      who,
      actForm([drawField(words.outcome, outcome), buttons], act, again),
    )
  })
}

/** Who stands by the two, and how somebody begins or ceases to. */
export function coachPart({ pair, history: { coach } }: LifeSeen, again: () => void): Child[] {
  const words = lifeWordsIn(pageLanguage()).pair
  const told = h('p', coach ? {} : { class: 'muted' }, coach ? (coach.name ?? coach.email) : words.noCoach)
  if (pair.state === 'ended' || !isOrganiser()) return [told]
  if (coach) {
    const remove = async () => {
      await lifeApi.removeCoach(pair.id)
      return words.uncoached
    }
    return [told, actForm([press(words.removeCoach, true)], remove, again)]
  }
  const email = drawLine('coach-email', null, 254, 'email')
  email.required = true
  const set = async () => {
    await lifeApi.setCoach(pair.id, email.value.trim())
    return words.coached(email.value.trim())
  }
  return [
    told,
    h(
      'details',
      {},
      h('summary', {}, words.askCoach),
      actForm([drawField(words.coachEmail, email), press(words.setCoach)], set, again),
    ),
  ]
}

/** A break until a day, and the end of the pair, whose consequences are read before it is asked (C30). */
export function wayParts({ pair }: LifeSeen, again: () => void): Child[] {
  const words = lifeWordsIn(pageLanguage()).pair
  const until = drawLine('pause-until', null, 10, 'date')
  until.required = true
  const pause = async () => {
    await lifeApi.pause(pair.id, until.value)
    return words.pausedSaid
  }
  const goOn = async () => {
    await lifeApi.goOn(pair.id)
    return words.goneOn
  }
  const reason = drawProse('end-reason', '', 1000)
  const end = async () => {
    await lifeApi.end(pair.id, reason.value)
    return words.ended
  }
  return [
    pair.paused_until
      ? actForm([press(words.goOn)], goOn, again)
      : actForm([drawField(words.until, until), press(words.pause, true)], pause, again),
    h(
      'details',
      {},
      h('summary', {}, words.endAsk),
      h('p', {}, words.endWarning),
      actForm([drawField(words.reason, reason), press(words.end)], end, again),
    ),
  ]
}
