import type { ResourceShown } from '#contract/resource.ts'
import type { Language } from '#domain/language.ts'
import { RESOURCE_KINDS } from '#domain/resource.ts'
import { visitorPage } from './contact-message.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { PouredPage } from './page.ts'
import { RESOURCE_WORDS } from './resource-words.ts'

/** Our own sheets, then what organisers added: links with their source, nothing embedded (W21, D38). */
export function resourcesPage(resources: readonly ResourceShown[], language: Language): PouredPage {
  const words = RESOURCE_WORDS[language]
  const body = fragment`<section aria-labelledby="ours"><h2 id="ours">${words.ours}</h2>
    <ul class="sheet-list" role="list">${words.sheets.map(({ path, title, text }) => fragment`<li><h3><a href="/${language}/resources/${path}">${title}</a></h3><p>${text}</p></li>`)}</ul></section>
    <section class="visitor-ask" aria-labelledby="others"><h2 id="others">${words.others}</h2>
    ${resources.length ? fragment`<ul class="resources" role="list">${resources.map((resource) => card(resource, language))}</ul>` : fragment`<p class="muted">${words.none}</p>`}</section>`
  return visitorPage(language, 'resources/', words, body)
}

function card(
  { kind, title, summary, source, url, language: spoken }: ResourceShown,
  language: Language,
): Fragment {
  const words = RESOURCE_WORDS[language]
  const host = new URL(url).hostname.replace(/^www\./, '')
  return fragment`<li>
    <p class="cluster"><span class="kind">${RESOURCE_KINDS[kind][language]}</span>${spoken ? fragment`<span class="tag tag-plain">${words.languages[spoken]}</span>` : null}</p>
    <h3><a href="${url}" rel="noopener noreferrer external"${spoken ? fragment` hreflang="${spoken}"` : null}>${title[language]}</a></h3>
    <p>${summary[language]}</p>
    <p class="muted small">${words.source} ${source}. ${words.elsewhere} (${host})</p></li>`
}
