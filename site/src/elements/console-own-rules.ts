import type { PairingRule } from '#domain/pairing-rule.ts'
import type { Role } from '#domain/participant.ts'
import { ownRuleWords } from '#matching/own-rule.ts'
import { pageLanguage } from '../api.ts'
import type { ParticipantShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { drawChoice, drawFieldChoice, drawValues } from './console-condition.ts'
import { h } from './console-markup.ts'
import { freeRuleName, type MatchingSettings } from './console-matching-settings.ts'
import { announce } from './console-notice.ts'
import { toSlug } from './console-slug.ts'

/** The organiser's own rules, each built as a sentence and read back as one. */
export function drawOwnRules(
  settings: MatchingSettings,
  people: readonly ParticipantShown[],
  changed: () => void,
): HTMLElement {
  const words = matchingWordsIn(pageLanguage()).rule
  const host = h('div', { class: 'rules', 'data-pointer': '/own_rules' })
  const add = () => {
    const name = freeRuleName(words.newName, settings.own_rules)
    settings.own_rules = [
      ...settings.own_rules,
      { name, effect: 'must', when: [], test: { kind: 'same', field: 'site' } },
    ]
    draw()
    changed()
    host.querySelector<HTMLElement>('.rule:last-of-type input')?.focus()
  }
  const remove = (rule: PairingRule) => {
    const before = settings.own_rules
    settings.own_rules = before.filter((each) => each !== rule)
    draw()
    changed()
    const undo = () => {
      settings.own_rules = before
      draw()
      changed()
    }
    announce(words.removed(rule.name), { label: consoleWordsIn(pageLanguage()).undo, run: undo })
    host.querySelector<HTMLElement>(':scope > button')?.focus()
  }
  const draw = () =>
    host.replaceChildren(
      ...(settings.own_rules.length === 0 ? [h('p', { class: 'muted' }, words.none)] : []),
      ...settings.own_rules.map((rule) => drawRule(rule, people, changed, () => remove(rule))),
      h('button', { type: 'button', class: 'button button-quiet', onclick: add }, words.add),
    )
  draw()
  return host
}

/** One rule. What is chosen is written into the rule itself. */
function drawRule(
  rule: PairingRule,
  people: readonly ParticipantShown[],
  changed: () => void,
  remove: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = matchingWordsIn(language).rule
  const host = h('fieldset', { class: 'rule' })
  const reads = h('p', { class: 'rule-reads' })
  const say = () => {
    reads.replaceChildren(`${words.reads} `, h('strong', {}, ownRuleWords(rule)[language]))
    changed()
  }
  const again = () => {
    draw()
    say()
  }
  const draw = () => {
    const name = h('input', { class: 'input', value: rule.name, maxlength: 40, 'aria-label': words.name })
    name.onchange = () => {
      rule.name = toSlug(name.value).slice(0, 40) || rule.name
      name.value = rule.name
      changed()
    }
    const addWhen = () => {
      rule.when.push({ role: 'mentor', field: 'site', values: [] })
      again()
    }
    host.replaceChildren(
      h('legend', { class: 'visually-hidden' }, rule.name),
      h(
        'p',
        { class: 'rule-line' },
        name,
        h('button', { type: 'button', class: 'link-button', onclick: remove }, words.remove),
      ),
      ...rule.when.map((_, at) => drawWhen(rule, at, people, say, again)),
      h(
        'p',
        { class: 'rule-line' },
        h('button', { type: 'button', class: 'link-button', onclick: addWhen }, words.addWhen),
      ),
      drawTest(rule, people, say, again),
      reads,
    )
  }
  draw()
  reads.replaceChildren(`${words.reads} `, h('strong', {}, ownRuleWords(rule)[language]))
  return host
}

function drawWhen(
  rule: PairingRule,
  at: number,
  people: readonly ParticipantShown[],
  said: () => void,
  again: () => void,
): HTMLElement {
  const words = matchingWordsIn(pageLanguage()).rule
  const condition = rule.when[at]!
  const take = () => {
    rule.when.splice(at, 1)
    again()
  }
  return h(
    'div',
    { class: 'rule-line' },
    h('span', {}, words.when),
    drawChoice(words.side, Object.entries(words.sides) as [Role, string][], condition.role, (role) => {
      condition.role = role
      said()
    }),
    h('span', {}, words.has),
    drawFieldChoice(condition.field, (field) => {
      Object.assign(condition, { field, values: [] })
      again()
    }),
    drawValues(condition, people, said),
    h('button', { type: 'button', class: 'link-button', onclick: take }, words.removeWhen),
  )
}

function drawTest(
  rule: PairingRule,
  people: readonly ParticipantShown[],
  said: () => void,
  again: () => void,
): HTMLElement {
  const words = matchingWordsIn(pageLanguage()).rule
  const { test } = rule
  const kind = test.kind === 'same' ? 'same' : test.role
  return h(
    'div',
    { class: 'rule-line' },
    h('span', {}, words.effect),
    drawChoice(
      words.effect,
      Object.entries(words.effects) as [PairingRule['effect'], string][],
      rule.effect,
      (effect) => {
        rule.effect = effect
        said()
      },
    ),
    h('span', {}, words.test),
    drawChoice(words.test, Object.entries(words.tests) as ['same' | Role, string][], kind, (chosen) => {
      rule.test =
        chosen === 'same'
          ? { kind: 'same', field: test.field }
          : { kind: 'is', role: chosen, field: test.field, values: test.kind === 'is' ? test.values : [] }
      again()
    }),
    drawFieldChoice(test.field, (field) => {
      test.field = field
      if (test.kind === 'is') test.values = []
      again()
    }),
    test.kind === 'is' && drawValues(test, people, said),
  )
}
