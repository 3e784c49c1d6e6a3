import type { TakeawaysView } from '#contract/takeaway.ts'
import type { Language } from '#domain/language.ts'
import { STATES_OF_TAKEAWAYS, TAKEAWAY_KINDS, TAKEAWAY_TEXT_MAX } from '#domain/takeaway.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import { TAKEAWAY_WORDS } from './takeaway-words.ts'

type Item = TakeawaysView['items'][number]

/** What a pair noted, kind by kind, and a form to note more (C23, P19, W7, W13); nothing once a pair ended without notes. */
export function takeawaysSection(view: TakeawaysView, language: Language): Fragment | null {
  const words = TAKEAWAY_WORDS[language]
  const { items, is_open, partner } = view
  if (items.length === 0 && !is_open) return null
  const challenged = items.filter(({ kind }) => kind === 'certainty-challenged').length
  const groups = TAKEAWAY_KINDS.map((kind) => ({ kind, of: items.filter((item) => item.kind === kind) }))
  return fragment`<section class="stack" aria-labelledby="takeaways"><h2 id="takeaways">${words.title}</h2>
    <p>${words.lead(partner)}</p>
    ${items.length === 0 ? fragment`<p class="muted">${words.none}</p>` : null}
    ${challenged ? fragment`<p><strong>${words.challenged(challenged)}</strong></p>` : null}
    ${groups.filter(({ of }) => of.length).map(({ kind, of }) => fragment`<h3>${words.kinds[kind]}</h3>${of.map((item) => note(item, view, language))}`)}
    ${is_open ? addForm(view, language) : null}
  </section>`
}

function note(item: Item, { time_zone }: TakeawaysView, language: Language): Fragment {
  const words = TAKEAWAY_WORDS[language]
  const { kind, text, state, is_mine, is_shared, noted_at } = item
  return fragment`<div class="taken stack">
    ${prose(text)}
    <p class="cluster small">${state === 'kept' ? null : fragment`<span class="tag tag-plain">${words.states[state]}</span>`}${is_shared ? fragment`<span class="tag tag-plain">${words.shared}</span>` : null}<span class="muted">${words.noted(sayDayOf(noted_at, time_zone, language))}</span></p>
    ${
      is_mine
        ? fragment`<details><summary class="small">${words.change}<span class="visually-hidden"> · ${text.slice(0, 60)}</span></summary><div class="cluster">${[
            ...STATES_OF_TAKEAWAYS[kind]
              .filter((next) => next !== state)
              .map((next) =>
                button(item, 'change', { name: 'state', value: next }, words.steps[next], language),
              ),
            ...(kind === 'idea'
              ? [
                  button(
                    item,
                    'change',
                    { name: 'shared', value: is_shared ? 'no' : 'yes' },
                    is_shared ? words.unshare : words.share,
                    language,
                  ),
                ]
              : []),
            button(item, 'deletion', null, words.remove, language),
          ]}</div></details>`
        : null
    }
  </div>`
}

/** One press; the note is named for whoever hears the page. */
function button(
  { id, text }: Item,
  noun: 'change' | 'deletion',
  field: { name: string; value: string } | null,
  label: string,
  language: Language,
): Fragment {
  const hidden = field ? fragment`<input type="hidden" name="${field.name}" value="${field.value}">` : null
  return fragment`<form method="post" action="/api/v1/takeaways/${encodeURIComponent(id)}/${noun}"><input type="hidden" name="language" value="${language}">${hidden}<button class="link-button" type="submit">${label}<span class="visually-hidden"> · ${text.slice(0, 60)}</span></button></form>`
}

function addForm({ pair }: TakeawaysView, language: Language): Fragment {
  const words = TAKEAWAY_WORDS[language]
  return fragment`<details><summary>${words.add.title}</summary>
    <form class="stack" method="post" action="/api/v1/pairs/${encodeURIComponent(pair)}/takeaways">
      <input type="hidden" name="language" value="${language}">
      <div class="field"><label for="takeaway-kind">${words.add.kind}</label><select class="input" id="takeaway-kind" name="kind">${TAKEAWAY_KINDS.map((kind) => fragment`<option value="${kind}">${words.kinds[kind]}</option>`)}</select></div>
      <div class="field"><label for="takeaway-text">${words.add.text}</label><p class="hint" id="takeaway-text-hint">${words.add.hint}</p><textarea class="input" id="takeaway-text" name="text" rows="3" maxlength="${String(TAKEAWAY_TEXT_MAX)}" required aria-describedby="takeaway-text-hint"></textarea></div>
      <fieldset class="times"><legend class="visually-hidden">${words.kinds.idea}</legend><label><input type="checkbox" name="shared" value="yes"><span>${words.add.shared}</span></label></fieldset>
      <p><button class="button button-quiet" type="submit">${words.add.send}</button></p>
    </form></details>`
}
