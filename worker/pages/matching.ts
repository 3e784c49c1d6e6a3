import type { ProgrammeShown } from '#contract/programme.ts'
import { CRITERIA, CRITERION_NAMES, type Criterion } from '#domain/criterion.ts'
import type { Both, Language } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { visitorPage } from './contact-message.ts'
import { sayInstant } from './dates.ts'
import { type Fragment, fragment, list } from './fragment.ts'
import { MATCHING_PAGE_WORDS, type Switched } from './matching-words.ts'
import type { PouredPage } from './page.ts'
import { PROGRAMME_PAGE_WORDS } from './programme-words.ts'

/** What a programme’s matching looks for, with its rules already in words. */
export interface MatchingView {
  programme: ProgrammeShown
  objective: MatchingObjective
  different: Switched
  mentors_per_mentee: number
  /** The rules that every programme shares. */
  rules: readonly { name: Both; asks: Both }[]
  /** The rules that the organisers added, one sentence each. */
  own: readonly Both[]
}

/** How the pairs of one programme are formed: its rules, criteria, weights, objective and rounds. */
export function programmeMatchingPage(view: MatchingView, language: Language): PouredPage {
  const words = MATCHING_PAGE_WORDS[language]
  const { programme, objective, mentors_per_mentee, own } = view
  const { name } = programme.words[language]
  const body = fragment`<div class="programme-body"><div class="programme-main">
    ${section('rules', words.rules, fragment`<p>${words.rulesLead}</p><dl class="facts">${ruleRows(view, language)}</dl>`)}
    ${section('own', words.own, own.length ? list(own.map((rule) => rule[language])) : fragment`<p>${words.ownNone}</p>`)}
    ${section('criteria', words.criteria, fragment`<p>${words.criteriaLead}</p>${weights(view, language)}`)}
    ${section('objective', words.objective, fragment`<p>${words.objectives[objective]}</p>${mentors_per_mentee > 1 ? fragment`<p>${words.two}</p>` : null}<p>${words.asked}</p>`)}
    ${section('decides', words.decides, list(words.decidesText))}
    ${section('never', words.never, list(words.neverList))}
    </div><aside class="programme-side" aria-labelledby="rounds"><h2 id="rounds">${words.rounds}</h2>
    ${rounds(programme, language)}
    <p><a href="/${language}/programmes/${programme.slug}/">${words.back}</a></p><p><a href="/${language}/matching/">${words.general}</a></p></aside></div>`
  const page = visitorPage(
    language,
    `programmes/${programme.slug}/matching/`,
    { title: words.title(name), lead: words.lead(name) },
    body,
  )
  return { ...page, slots: { ...page.slots, heading: words.heading } }
}

function section(id: string, heading: string, body: Fragment): Fragment {
  return fragment`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`
}

function ruleRows({ programme, rules }: MatchingView, language: Language): Fragment[] {
  const row = (name: string, asks: string) => fragment`<div><dt>${name}</dt><dd>${asks}</dd></div>`
  return [
    ...rules.map(({ name, asks }) => row(name[language], asks[language])),
    row(MATCHING_PAGE_WORDS[language].seniority.name, seniority(programme, language)),
  ]
}

/** Which way seniority runs, with the two gaps of the programme. */
function seniority(programme: ProgrammeShown, language: Language): string {
  const words = MATCHING_PAGE_WORDS[language].seniority
  const { senior } = PROGRAMME_KINDS[programme.kind]
  if (senior === null) return words.none
  const gap = words[senior](programme.seniority_gap, programme.experience_gap_years)
  return `${gap} ${programme.unknown_seniority_allowed ? words.unknownYes : words.unknownNo}`
}

/** What counts, from the most to the least. */
function weights({ programme, different }: MatchingView, language: Language): Fragment {
  const words = MATCHING_PAGE_WORDS[language]
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  const shares = programme.weights
  const ordered = CRITERIA.filter((criterion) => shares[criterion] > 0).sort((a, b) => shares[b] - shares[a])
  const widest = Math.max(...ordered.map((criterion) => shares[criterion]))
  const notes = (criterion: Criterion) => [
    words.says[criterion],
    ...((different as readonly string[]).includes(criterion) ? [words.different] : []),
    ...(criterion === 'learning' ? [words.learning] : []),
  ]
  return fragment`<ul class="criteria" role="list">${ordered.map(
    (criterion) => fragment`<li>
      <p><strong>${CRITERION_NAMES[criterion][language]}</strong> <span class="criteria-share">${number.format(shares[criterion])}</span></p>
      <svg class="criteria-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((100 * shares[criterion]) / widest)}" height="3"></rect></svg>
      ${notes(criterion).map((note) => fragment`<p class="muted small">${note}</p>`)}
    </li>`,
  )}</ul>`
}

function rounds(
  { matching_at, rematch_days, time_zone, acceptance_days }: ProgrammeShown,
  language: Language,
): Fragment {
  const words = MATCHING_PAGE_WORDS[language]
  const lines = [
    matching_at ? words.first(sayInstant(matching_at, time_zone, language)) : words.noFirst,
    rematch_days ? words.again(rematch_days) : words.once,
    words.answer(PROGRAMME_PAGE_WORDS[language].facts.days(acceptance_days)),
  ]
  return fragment`${lines.map((line) => fragment`<p>${line}</p>`)}`
}
