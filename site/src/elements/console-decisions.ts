import type { PersonShown } from '#contract/explanation.ts'
import type { PairDecision } from '#domain/match-run.ts'
import { pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { consoleWordsIn } from '../words/console.ts'
import { pairWordsIn } from '../words/console-pair.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { nameOf } from './console-person.ts'

type Somebody = Pick<PersonShown, 'person' | 'name'>

/** What organisers decided about pairs of a programme: together, apart, or nothing. */
export class Decisions {
  private readonly decided: Map<string, PairDecision>
  readonly slug: string

  private constructor(slug: string, decided: Map<string, PairDecision>) {
    this.slug = slug
    this.decided = decided
  }

  static async load(slug: string): Promise<Decisions> {
    const [locks, bans] = await Promise.all([
      matchingApi.decisions(slug, 'lock'),
      matchingApi.decisions(slug, 'ban'),
    ])
    const decided = new Map<string, PairDecision>()
    for (const { mentor, mentee } of locks) decided.set(keyOf(mentor, mentee), 'lock')
    for (const { mentor, mentee } of bans) decided.set(keyOf(mentor, mentee), 'ban')
    return new Decisions(slug, decided)
  }

  of(mentor: string, mentee: string): PairDecision | null {
    return this.decided.get(keyOf(mentor, mentee)) ?? null
  }

  /** Every pair about which something is decided. */
  all(): { mentor: string; mentee: string }[] {
    return [...this.decided.keys()].map((key) => {
      const [mentor, mentee] = JSON.parse(key) as [string, string]
      return { mentor, mentee }
    })
  }

  /** Decides, or takes back with null what was decided. */
  async set(mentor: string, mentee: string, decision: PairDecision | null): Promise<void> {
    const before = this.of(mentor, mentee)
    if (before === decision) return
    if (before) {
      await matchingApi.undecide(this.slug, before, mentor, mentee)
      this.decided.delete(keyOf(mentor, mentee))
    }
    if (decision) {
      await matchingApi.decide(this.slug, decision, mentor, mentee)
      this.decided.set(keyOf(mentor, mentee), decision)
    }
  }
}

const keyOf = (mentor: string, mentee: string) => JSON.stringify([mentor, mentee])

/** Keep together, keep apart, or what was decided with a way back: decided at once, undone rather than asked about. */
export function drawDecision(decisions: Decisions, mentor: Somebody, mentee: Somebody): HTMLElement {
  const words = pairWordsIn(pageLanguage()).decision
  const names = [nameOf(mentor), nameOf(mentee)] as const
  const host = h('div', { class: 'decision' })

  const decide = async (decision: PairDecision | null, undoing = false) => {
    for (const button of host.querySelectorAll('button')) button.disabled = true
    host.setAttribute('aria-busy', 'true')
    const before = decisions.of(mentor.person, mentee.person)
    try {
      await decisions.set(mentor.person, mentee.person, decision)
      draw()
      const said = { lock: words.lockSaid, ban: words.banSaid, none: words.undone }[decision ?? 'none']
      const undo = { label: consoleWordsIn(pageLanguage()).undo, run: () => void decide(before, true) }
      announce(said(...names), undoing ? undefined : undo)
      host.querySelector<HTMLElement>('button')?.focus()
    } catch (error) {
      draw()
      host.append(failure(error))
    } finally {
      host.removeAttribute('aria-busy')
    }
  }
  const press = (text: string, kind: string, decision: PairDecision | null) =>
    h(
      'button',
      { type: 'button', class: kind, onclick: () => void decide(decision) },
      text,
      h('span', { class: 'visually-hidden' }, words.about(...names)),
    )
  const draw = () => {
    const decided = decisions.of(mentor.person, mentee.person)
    host.replaceChildren(
      ...(decided === null
        ? [press(words.lock, 'button button-quiet', 'lock'), press(words.ban, 'button button-quiet', 'ban')]
        : [
            tag(decided === 'lock' ? words.isLock : words.isBan, {
              tone: decided === 'lock' ? 'good' : 'watch',
            }),
            press(words.undo, 'link-button', null),
          ]),
    )
  }
  draw()
  return host
}
