import type { PathView } from '#contract/learning-module.ts'
import type { Language } from '#domain/language.ts'
import { sayMinutes } from './dates.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import { START_WORDS } from './start-words.ts'

/** The path that all pairs of a programme share (F6, D10, D34), each module with a button to tick it. */
export function pathSection(view: PathView, language: Language): Fragment | null {
  const words = START_WORDS[language].path
  const { modules, done, is_live } = view
  const count = modules.filter(({ id }) => done.includes(id)).length
  if (modules.length === 0 || (!is_live && count === 0)) return null
  const progress = words.progress(count, modules.length)
  const steps = fragment`<ol class="modules" role="list">${modules.map((module) => step(module, view, language))}</ol>`
  return fragment`<section class="stack" aria-labelledby="path"><h2 id="path">${words.title}</h2>
    ${count === modules.length ? fragment`<details><summary>${progress}</summary>${steps}</details>` : fragment`<p>${words.lead}</p><p class="muted">${progress}</p>${steps}`}
  </section>`
}

function step(
  { id, title, text, url, minutes, before_first }: PathView['modules'][number],
  { pair, done, is_live }: PathView,
  language: Language,
): Fragment {
  const words = START_WORDS[language].path
  const isDone = done.includes(id)
  const action = `/api/v1/modules/${encodeURIComponent(id)}/completion${isDone ? '/withdrawal' : ''}`
  const tag = isDone
    ? fragment`<span class="tag" data-tone="good">${words.isDone}</span>`
    : before_first
      ? fragment`<span class="tag tag-plain">${words.before}</span>`
      : null
  return fragment`<li><details><summary>${title[language]} <span class="muted small">${sayMinutes(minutes, language)}</span> ${tag}</summary><div class="stack">
    ${prose(text[language])}${url === null ? null : fragment`<p><a href="${url}" rel="noopener noreferrer">${url}</a></p>`}
    ${is_live ? fragment`<form method="post" action="${action}"><input type="hidden" name="language" value="${language}"><input type="hidden" name="pair" value="${pair}"><button class="${isDone ? 'link-button' : 'button button-quiet'}" type="submit">${isDone ? words.undo : words.done}<span class="visually-hidden">${words.of(title[language])}</span></button></form>` : null}
  </div></details></li>`
}
