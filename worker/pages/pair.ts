import type { Language } from '#domain/language.ts'
import type { PairState } from '#domain/pair.ts'
import type { Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment, list } from './fragment.ts'
import { ME_WORDS } from './me-words.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'
import { pairMark, sayWork } from './pair-mark.ts'
import { PAIR_WORDS, type PairAnchor } from './pair-words.ts'

/** A pair as one of its two people sees it. */
export interface PairView {
  id: string
  programme: { slug: string; kind: ProgrammeKind; name: string }
  role: Role
  state: PairState
  started_at: number
  ended_at: number | null
  time_zone: string
  partner: { name: string; email: string | null; field: string | null; entity: string | null }
  common: string[]
}

/** A section of the page, null where it has nothing to say; the top of the page leads to those with an anchor. */
export interface PairSection {
  anchor?: PairAnchor
  section: Fragment | null
}

/** The page of one’s pair: who, the way to each section, then what the two do together. */
export function pairPage(view: PairView, language: Language, sections: readonly PairSection[]): PouredPage {
  const words = PAIR_WORDS[language]
  const { programme, role, partner } = view
  return ownPage({
    language,
    title: words.title(partner.name),
    path: `me/pairs/${view.id}/`,
    above: fragment`<a href="/${language}/programmes/${programme.slug}/">${programme.name}</a> <span class="tag" data-role="${role}">${ME_WORDS[language].role[programme.kind][role]}</span>`,
    body: fragment`<div class="pair-page">${head(view, language)}${contents(sections, language)}${sections.map(({ section }) => section)}</div>`,
    back: { href: `/${language}/me/`, label: words.back },
  })
}

function contents(sections: readonly PairSection[], language: Language): Fragment | null {
  const words = PAIR_WORDS[language]
  const anchors = sections.flatMap(({ anchor, section }) => (anchor && section ? [anchor] : []))
  if (anchors.length < 2) return null
  return fragment`<nav class="pair-contents" aria-label="${words.contents}"><ul role="list">${anchors.map((anchor) => fragment`<li><a href="#${anchor}">${words.anchors[anchor]}</a></li>`)}</ul></nav>`
}

function head(view: PairView, language: Language): Fragment {
  const words = PAIR_WORDS[language]
  const { partner, role, state, started_at, ended_at, time_zone, common } = view
  const address =
    state === 'ended'
      ? null
      : partner.email
        ? fragment`<p><a href="mailto:${partner.email}">${partner.email}</a></p>`
        : fragment`<p>${words.noAddress}</p>`
  return fragment`<div class="pair-head">
    <div class="who">${pairMark(role)}<div><p>${sayWork(partner)}</p><p class="muted small">${state === 'ended' && ended_at !== null ? words.ended(sayDayOf(ended_at, time_zone, language)) : words.since(sayDayOf(started_at, time_zone, language))}</p></div></div>
    ${address}
    ${state === 'suspended' ? fragment`<div class="notice"><p><strong>${words.suspended}</strong></p><p>${words.suspendedThen}</p></div>` : null}
    ${common.length ? fragment`<details><summary>${words.common}</summary>${list(common)}</details>` : null}
  </div>`
}
