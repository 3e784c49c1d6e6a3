import type { AgreementPart, AgreementView } from '#contract/agreement.ts'
import type { Language } from '#domain/language.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import { START_WORDS } from './start-words.ts'

const PARTS = ['aims', 'rhythm', 'ways'] as const satisfies readonly AgreementPart[]

/** What the two agreed on, who accepted it when (D13, P35), and the form to write it; nothing where none was ever written. */
export function agreementSection(view: AgreementView, language: Language): Fragment | null {
  const words = START_WORDS[language].agreement
  const { agreement, is_live } = view
  if (!agreement && !is_live) return null
  return fragment`<section class="stack" aria-labelledby="agreement"><h2 id="agreement">${words.title}</h2>
    ${agreement ? writtenWords(agreement, view, language) : fragment`<p>${words.lead} ${words.none}</p>`}
    ${is_live && agreement && agreement.accepted_at[view.role] === null ? acceptance(agreement.version, view, language) : null}
    ${is_live ? fragment`<details><summary>${agreement ? words.rewrite : words.write}</summary>${form(view, language)}</details>` : null}
  </section>`
}

type Written = NonNullable<AgreementView['agreement']>

function writtenWords(agreement: Written, view: AgreementView, language: Language): Fragment {
  const words = START_WORDS[language].agreement
  const { role, partner, time_zone } = view
  const [mine, theirs] = [agreement.accepted_at[role], agreement.accepted_at[otherThan(role)]]
  const day = (at: number) => sayDayOf(at, time_zone, language)
  const parts = fragment`<div class="card stack">${PARTS.map((part) => fragment`<div><h3>${words.parts[part][0]}</h3>${prose(agreement[part])}</div>`)}</div>`
  const who = fragment`<ul class="muted" role="list">
    <li>${mine === null ? words.accepted.mineWaits : words.accepted.mine(day(mine))}</li>
    <li>${theirs === null ? words.accepted.theirsWaits(partner) : words.accepted.theirs(partner, day(theirs))}</li>
  </ul>`
  if (mine === null || theirs === null) return fragment`${parts}${who}`
  return fragment`${who}<details><summary>${words.read}</summary>${parts}</details>`
}

function acceptance(version: number, { pair, partner }: AgreementView, language: Language): Fragment {
  const words = START_WORDS[language].agreement
  return fragment`<form class="stack" method="post" action="/api/v1/pairs/${encodeURIComponent(pair)}/agreement/acceptance">
    <input type="hidden" name="language" value="${language}"><input type="hidden" name="version" value="${String(version)}">
    <p>${words.acceptHint(partner)}</p>
    <p><button class="button" type="submit">${words.accept}</button></p>
  </form>`
}

function form({ pair, partner, agreement, starts }: AgreementView, language: Language): Fragment {
  const words = START_WORDS[language].agreement
  const field = (part: AgreementPart) => {
    const [label, hint] = words.parts[part]
    const id = `agreement-${part}`
    return fragment`<div class="field"><label for="${id}">${label}</label>
      <p class="hint" id="${id}-hint">${hint} ${words.example(starts[part][language])}</p>
      <textarea class="input" id="${id}" name="${part}" rows="3" maxlength="1000" required aria-describedby="${id}-hint">${agreement?.[part] ?? ''}</textarea></div>`
  }
  return fragment`<form class="stack" method="post" action="/api/v1/pairs/${encodeURIComponent(pair)}/agreement">
    <input type="hidden" name="language" value="${language}">
    ${PARTS.map(field)}
    ${agreement ? fragment`<p class="muted small">${words.rewriteHint(partner)}</p>` : null}
    <p><button class="button button-quiet" type="submit">${words.send}</button></p>
  </form>`
}

function otherThan(role: AgreementView['role']): AgreementView['role'] {
  return role === 'mentor' ? 'mentee' : 'mentor'
}
