import type { Language } from '#domain/language.ts'
import { sayDayOf, sayInstant, sayUntil } from './dates.ts'
import { type Fragment, fragment, list } from './fragment.ts'
import { frame } from './frame.ts'
import type { MeView } from './me-view.ts'
import { exceptionNotice, wishSections } from './me-wish.ts'
import { ME_WORDS } from './me-words.ts'
import { nextStepsSection } from './next-step.ts'
import { OWN_ANSWERS_WORDS } from './own-answers-words.ts'
import type { PouredPage } from './page.ts'
import { partnerHeading } from './pair-mark.ts'
import { drawTips } from './tips.ts'

type Proposal = MeView['proposals'][number]
type Pair = MeView['pairs'][number]
type Participation = MeView['participations'][number]

/** A person's own space: what comes next in their pairs, which is short, then proposals to answer, pairs, programmes. */
export function mePage(view: MeView, language: Language): PouredPage {
  const words = ME_WORDS[language]
  const isAwaited = ({ state, my_answer }: Proposal) => state === 'open' && my_answer === null
  const waiting = view.proposals.filter(isAwaited)
  // What became a pair is told among the pairs.
  const others = view.proposals.filter(
    (proposal) => !isAwaited(proposal) && (proposal.state !== 'paired' || view.pairs.length === 0),
  )
  const pairs = view.pairs.map((pair) => pairCard(pair, language))
  const proposals = others.map((proposal) => proposalCard(proposal, language))
  const participations = view.participations.map((participation) =>
    participationLine(participation, language),
  )
  const isQuiet =
    waiting.length === 0 && view.steps.length === 0 && view.pairs.length === 0 && participations.length > 0
  return {
    shell: 'all/me',
    language,
    slots: {
      ...frame(language, words.title, 'me/'),
      heading: words.hello(view.given_name),
      lead: isQuiet ? words.quiet : null,
      waiting: fragment`${view.notices}${nextStepsSection(view.steps, language)}${group(
        'waiting',
        words.waiting(waiting.length),
        waiting.map((proposal) => proposalCard(proposal, language)),
      )}`,
      pairs: group('pairs', words.pairs, pairs),
      proposals: group('proposals', words.proposals, proposals),
      participations: participations.length
        ? fragment`${group('participations', words.participations, [
            fragment`<ul class="lines" role="list">${participations}</ul>`,
          ])}${drawTips(language)}${wishSections(view, language)}${dataSection(language)}`
        : fragment`<div class="notice"><p><strong>${words.empty}</strong></p><p>${words.emptyThen}</p><p><a class="button" href="/${language}/programmes/">${words.signIn.programmes}</a></p></div>`,
      team: view.organiser ? team(language) : null,
      session: session(view, language),
    },
  }
}

function group(id: string, heading: string, cards: Fragment[]): Fragment | null {
  if (!cards.length) return null
  return fragment`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${cards}</section>`
}

function proposalCard(proposal: Proposal, language: Language): Fragment {
  const words = ME_WORDS[language]
  const { programme, role, partner, state, my_answer } = proposal
  const word =
    state !== 'open' ? words.state[state] : my_answer === null ? words.state.open : words.state.answered
  return fragment`<article class="card proposal" aria-labelledby="${proposal.id}">
    <p class="cluster">${programmeLink(programme, language)}<span class="tag" data-role="${role}">${words.youAre[programme.kind][role]}</span><span class="tag tag-plain">${word}</span></p>
    ${partnerHeading(proposal.id, partner, role)}
    ${state === 'open' ? fragment`${reasons(proposal, language)}${proposal.exception ? exceptionNotice(proposal.exception, language) : null}${answer(proposal, language)}` : fragment`<p>${words[state]}</p>`}
  </article>`
}

function reasons({ why, tips }: Proposal, language: Language): Fragment {
  const words = ME_WORDS[language]
  return fragment`<div class="reasons">
    ${why.length ? fragment`<div><h4>${words.why}</h4>${list(why)}</div>` : null}
    ${tips.length ? fragment`<div><h4>${words.tips}</h4><ul class="tips">${tips.map((tip) => fragment`<li>${tip}</li>`)}</ul></div>` : null}
  </div>`
}

function answer(proposal: Proposal, language: Language): Fragment {
  const words = ME_WORDS[language]
  const { id, deadline_at, time_zone, my_answer, partner } = proposal
  const until = deadline_at === null ? null : sayUntil(deadline_at, time_zone, language)
  if (my_answer !== null) {
    return fragment`<div class="notice"><p>${words.answered[my_answer]}</p>${until ? fragment`<p class="muted">${words.ends(until)}</p>` : null}</div>`
  }
  const form = (noun: string, label: string, style: string) =>
    fragment`<form method="post" action="/api/v1/proposals/${encodeURIComponent(id)}/${noun}"><input type="hidden" name="language" value="${language}"><button class="${style}" type="submit">${label}<span class="visually-hidden">${words.with(partner.name)}</span></button></form>`
  return fragment`<div class="answer stack">
    ${until ? fragment`<p><strong>${words.until(until)}</strong></p>` : null}
    <div class="cluster">${form('acceptance', words.accept, 'button')}${form('refusal', words.refuse, 'button button-quiet')}</div>
    <p class="muted small">${words.discreet}</p>
  </div>`
}

function pairCard(pair: Pair, language: Language): Fragment {
  const words = ME_WORDS[language]
  const { id, programme, role, partner, state, started_at, time_zone } = pair
  const since = state === 'ended' ? words.ended : words.since(sayDayOf(started_at, time_zone, language))
  return fragment`<article class="card pair" data-role="shared" aria-labelledby="${id}">
    <p class="cluster">${programmeLink(programme, language)}<span class="tag" data-role="${role}">${words.role[programme.kind][role]}</span></p>
    ${partnerHeading(id, partner, role)}
    <p>${since}</p>
    ${state === 'suspended' ? fragment`<div class="notice"><p><strong>${words.suspended}</strong></p><p>${words.suspendedThen}</p></div>` : null}
    <p><a class="button${state === 'ended' ? ' button-quiet' : ''}" href="/${language}/me/pairs/${encodeURIComponent(id)}/">${words.openPair}<span class="visually-hidden">${words.withPartner(partner.name)}</span></a></p>
  </article>`
}

function participationLine(participation: Participation, language: Language): Fragment {
  const words = ME_WORDS[language]
  const { id, programme, role, state, next_round_at, time_zone } = participation
  const next =
    state !== 'active'
      ? null
      : next_round_at === null
        ? words.noNext
        : words.next(sayInstant(next_round_at, time_zone, language))
  return fragment`<li><div><p class="cluster">${programmeLink(programme, language)}<span class="tag" data-role="${role}">${words.role[programme.kind][role]}</span></p><p class="muted small">${words.participation[state]} ${next}</p><p class="small"><a href="/${language}/me/answers/${encodeURIComponent(id)}/">${OWN_ANSWERS_WORDS[language].title}<span class="visually-hidden"> · ${programme.name}</span></a></p></div></li>`
}

function programmeLink({ slug, name }: { slug: string; name: string }, language: Language): Fragment {
  return fragment`<a href="/${language}/programmes/${slug}/">${name}</a>`
}

function dataSection(language: Language): Fragment {
  const words = ME_WORDS[language].data
  return fragment`<section class="stack" aria-labelledby="data"><h2 id="data">${words.title}</h2><p>${words.text}</p><p><a href="/api/v1/me/export" download="binome.json">${words.export}</a></p><p><a href="/${language}/me/erasure/">${words.erase}</a></p></section>`
}

function team(language: Language): Fragment {
  const words = ME_WORDS[language]
  return fragment`<section class="notice" aria-labelledby="team"><h2 id="team">${words.team}</h2><p>${words.teamText}</p><p><a class="button button-quiet" href="/${language}/console/">${words.console}</a></p></section>`
}

function session({ email }: MeView, language: Language): Fragment {
  const words = ME_WORDS[language]
  return fragment`<div class="cluster">
    <p class="muted">${words.signedIn(email)}</p>
    <a href="/${language}/me/preferences/">${words.data.preferences}</a>
    <form method="post" action="/api/v1/sign-outs"><input type="hidden" name="language" value="${language}"><button class="link-button" type="submit">${words.signOut}</button></form>
  </div>`
}
