import { type LearningModuleShown, MODULE_ROLES } from '#contract/learning-module.ts'
import { pageLanguage } from '../api.ts'
import type { ModuleBody } from '../api-start.ts'
import { consoleWordsIn } from '../words/console.ts'
import { pathWordsIn } from '../words/console-path.ts'
import { drawEnding, drawField, drawLine, drawProse, drawSelect } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

/** The form of one module of a path; what is refused is said in it, and nothing that was typed is lost. */
export function drawModuleForm(
  module: LearningModuleShown | null,
  position: number,
  save: (body: ModuleBody) => Promise<void>,
  cancel: () => void,
): HTMLElement {
  const words = pathWordsIn(pageLanguage())
  const roles = MODULE_ROLES.map((role) => [role, words.roles[role]] as const)
  const role = drawSelect('module-role', roles, module?.role ?? 'both')
  const minutes = drawLine('module-minutes', String(module?.minutes ?? 10), 3)
  minutes.inputMode = 'numeric'
  const moment = drawSelect(
    'module-moment',
    [
      ['any', words.moments.any],
      ['before', words.moments.before],
    ],
    module?.before_first ? 'before' : 'any',
  )
  const titleFr = drawLine('module-title-fr', module?.title.fr ?? '', 160)
  const titleEn = drawLine('module-title-en', module?.title.en ?? '', 160)
  const textFr = drawProse('module-text-fr', module?.text.fr ?? '', 4000)
  const textEn = drawProse('module-text-en', module?.text.en ?? '', 4000)
  for (const area of [textFr, textEn]) area.rows = 8
  const url = drawLine('module-url', module?.url ?? '', 1000, 'url')
  const said = h('div')
  const submit = async (event: Event) => {
    event.preventDefault()
    try {
      await save({
        position,
        role: role.value as LearningModuleShown['role'],
        title: { fr: titleFr.value, en: titleEn.value },
        text: { fr: textFr.value, en: textEn.value },
        url: url.value.trim() || null,
        minutes: Number(minutes.value),
        before_first: moment.value === 'before',
      })
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  return h(
    'form',
    { class: 'public-form', onsubmit: submit },
    h(
      'div',
      { class: 'fields' },
      drawField(words.role, role),
      drawField(words.beforeFirst, moment),
      drawField(words.titleFr, titleFr),
      drawField(words.titleEn, titleEn),
      drawField(words.textFr, textFr),
      drawField(words.textEn, textEn),
      drawField(words.minutes, minutes),
      drawField(words.url, url),
    ),
    said,
    drawEnding(words.save, consoleWordsIn(pageLanguage()).cancel, cancel),
  )
}
