import type { NamedGroupShown } from '#contract/named-group.ts'
import type { WholeProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import type { ParticipantShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { addressOf } from './console-address.ts'
import { drawDecided } from './console-decided.ts'
import { Decisions } from './console-decisions.ts'
import { drawGroups } from './console-groups.ts'
import { drawHopes } from './console-hopes.ts'
import { failure, fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawDifferent, drawObjectiveChoice, drawPart, drawWishes } from './console-matching-fields.ts'
import {
  type MatchingSettings,
  settingsChanged,
  settingsOf,
  unfinishedRules,
} from './console-matching-settings.ts'
import { drawOwnRules } from './console-own-rules.ts'

interface Seen {
  programme: WholeProgrammeShown
  participants: ParticipantShown[]
  groups: NamedGroupShown[]
  decisions: Decisions
}

/** How the pairs of a programme are chosen. The address names the programme (`?p=`). */
class ConsoleMatching extends HTMLElement {
  private readonly words = matchingWordsIn(pageLanguage())
  private readonly state = h('p', { role: 'status' })
  private readonly said = h('div')
  private saved!: MatchingSettings
  private settings!: MatchingSettings

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) this.replaceChildren(h('p', {}, this.words.missing))
    else
      void fill(
        this,
        () => this.load(slug),
        (seen) => this.draw(seen),
      )
  }

  private async load(slug: string): Promise<Seen> {
    const [programme, participants, groups, decisions] = await Promise.all([
      api.programme(slug),
      api.participants(slug),
      matchingApi.groups(slug),
      Decisions.load(slug),
    ])
    return { programme, participants, groups, decisions }
  }

  private draw({ programme, participants, groups, decisions }: Seen): Child[] {
    const { slug } = programme
    titlePage(this.words.heading(programme.words[pageLanguage()].name))
    this.saved = settingsOf(programme)
    this.settings = settingsOf(programme)
    const { settings, words } = this
    const changed = () => this.drawState()
    const save = (event: Event) => {
      event.preventDefault()
      void this.save(slug)
    }
    const weights = `/${pageLanguage()}/console/new/?p=${encodeURIComponent(slug)}#weights`
    return [
      h(
        'p',
        {},
        h(
          'a',
          { href: addressOf('programme', { p: slug }) },
          consoleWordsIn(pageLanguage()).run.backToProgramme,
        ),
      ),
      h('p', {}, words.lead),
      h('p', { class: 'hint' }, words.weights, ' ', h('a', { href: weights }, words.weightsLink)),
      h(
        'form',
        { class: 'programme-form', novalidate: true, onsubmit: save },
        drawPart('objective', words.objective, drawObjectiveChoice(settings, changed)),
        drawPart('different', words.different, drawDifferent(settings, changed)),
        drawPart('wishes', words.wishes, drawWishes(settings, changed)),
        drawPart('rules', words.rules, drawOwnRules(settings, participants, changed)),
        drawPart('hopes', words.hopes, drawHopes(settings, changed)),
        this.said,
        h(
          'div',
          { class: 'form-foot' },
          h('button', { class: 'button', type: 'submit' }, words.save),
          this.state,
        ),
      ),
      drawPart('groups', words.groups, drawGroups(slug, groups)),
      drawPart('decided', words.decided, drawDecided(decisions, participants)),
    ]
  }

  private drawState(): void {
    const hasChanged = Object.keys(settingsChanged(this.saved, this.settings)).length > 0
    this.state.textContent = hasChanged ? this.words.changed : ''
  }

  private async save(slug: string): Promise<void> {
    const [unfinished] = unfinishedRules(this.settings.own_rules)
    const changes = settingsChanged(this.saved, this.settings)
    this.said.replaceChildren()
    if (unfinished !== undefined) {
      const text = this.words.rule.emptyValues(unfinished)
      this.said.replaceChildren(h('p', { class: 'notice', 'data-tone': 'trouble', role: 'alert' }, text))
    } else if (Object.keys(changes).length === 0) this.state.textContent = this.words.unchanged
    else {
      try {
        await api.changeProgramme(slug, changes)
        this.saved = settingsOf(this.settings)
        this.state.textContent = this.words.saved
      } catch (error) {
        this.said.replaceChildren(failure(error))
      }
    }
  }
}

customElements.define('console-matching', ConsoleMatching)
