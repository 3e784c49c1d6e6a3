import type { ProgrammeShown } from '#contract/programme.ts'
import { CRITERIA, CRITERION_NAMES } from '#domain/criterion.ts'
import type { Language } from '#domain/language.ts'
import { OBJECTIVES, PROGRAMME_KINDS } from '#domain/programme.ts'
import { sayDay, sayInstant, sayMinutes, sayUntil } from './dates.ts'
import { type Fragment, fragment, list, prose } from './fragment.ts'
import { frame } from './frame.ts'
import type { PouredPage } from './page.ts'
import { PROGRAMME_PAGE_WORDS, SIGN_UP_TONES } from './programme-words.ts'

/** The list of programmes, in the order given (open ones first). */
export function programmeListPage(programmes: ProgrammeShown[], language: Language): PouredPage {
  const words = PROGRAMME_PAGE_WORDS[language]
  return {
    shell: 'all/programmes',
    language,
    isFindable: true,
    slots: {
      ...frame(language, words.list, 'programmes/'),
      description: words.listDescription,
      list: programmes.length
        ? fragment`<ul class="programme-list" role="list">${programmes.map((programme) => programmeCard(programme, language))}</ul>`
        : fragment`<div class="notice"><p><strong>${words.none}</strong></p><p>${words.noneThen}</p><p><a href="/${language}/console/">${words.toConsole}</a></p></div>`,
    },
  }
}

/** One programme: what it is, when, how pairs are formed, and the way in. */
export function programmePage(programme: ProgrammeShown, language: Language): PouredPage {
  const words = PROGRAMME_PAGE_WORDS[language]
  const { name, summary, aims, audience, charter } = programme.words[language]
  const objectives = programme.objectives.map((objective) => OBJECTIVES[objective][language])
  return {
    shell: `${programme.kind}/programme`,
    language,
    isFindable: true,
    slots: {
      ...frame(language, name, `programmes/${programme.slug}/`),
      description: summary,
      name,
      summary,
      state: signUpTag(programme, language),
      call: callToSignUp(programme, language),
      aims:
        aims || objectives.length
          ? section('aims', words.aims, fragment`${prose(aims)}${list(objectives)}`)
          : null,
      audience: audience ? section('audience', words.audience, prose(audience)) : null,
      facts: facts(programme, language),
      criteria: fragment`${criteria(programme, language)}<p><a href="/${language}/programmes/${programme.slug}/matching/">${words.more}</a></p>`,
      charter: fragment`${
        charter
          ? section(
              'charter',
              words.charter,
              fragment`<p class="muted">${words.charterNote}</p>${prose(charter)}<p><a href="/${language}/programmes/${programme.slug}/charter/">${words.charterPage}</a></p>`,
            )
          : null
      }<p><a href="/${language}/programmes/${programme.slug}/notice/">${words.noticePage}</a></p>`,
    },
  }
}

function section(id: string, heading: string, body: Fragment): Fragment {
  return fragment`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`
}

function programmeCard(programme: ProgrammeShown, language: Language): Fragment {
  const { name, summary } = programme.words[language]
  const words = PROGRAMME_PAGE_WORDS[language]
  return fragment`<li class="programme-card">
    <p class="cluster"><span class="kind">${PROGRAMME_KINDS[programme.kind].name[language]}</span>${signUpTag(programme, language)}</p>
    <h2><a href="/${language}/programmes/${programme.slug}/">${name}</a></h2>
    <p>${summary}</p>
    <p class="muted small">${cardDates(programme, language)}</p>
    <p class="programme-card-more" aria-hidden="true">${words.see} →</p>
  </li>`
}

function signUpTag(programme: ProgrammeShown, language: Language): Fragment {
  const tone = SIGN_UP_TONES[programme.sign_ups]
  const word = PROGRAMME_PAGE_WORDS[language][programme.sign_ups]
  return fragment`<span class="tag tag-${programme.sign_ups}" data-tone="${tone}">${word}</span>`
}

function callToSignUp(programme: ProgrammeShown, language: Language): Fragment {
  const words = PROGRAMME_PAGE_WORDS[language]
  const { kind, slug, sign_ups, sign_ups_open_at, time_zone } = programme
  const sides = words.sides[kind]
  if (sign_ups === 'open') {
    const choice = (role: string, name: string, says: string) =>
      fragment`<li><a class="choice" data-role="${role}" href="/${language}/programmes/${slug}/${role}/"><strong>${name}</strong><span>${says}</span></a></li>`
    return fragment`<section class="call" aria-labelledby="call"><h2 id="call">${words.joinHeading}</h2>
      <ul class="choices" role="list">
        ${choice('mentor', sides.mentor, sides.mentorSays)}
        ${choice('mentee', sides.mentee, sides.menteeSays)}
        ${choice('both', words.both, words.bothSays)}
      </ul>
      <p class="muted small">${words.joinNote}</p></section>`
  }
  if (sign_ups === 'upcoming') {
    return fragment`<section class="notice" data-tone="watch" aria-labelledby="call"><h2 id="call">${words.upcoming}</h2>
      <p>${sign_ups_open_at ? words.opensOn(sayInstant(sign_ups_open_at, time_zone, language)) : words.opensSomeday}</p>
      <p>${words.opensThen}</p></section>`
  }
  return fragment`<section class="notice" aria-labelledby="call"><h2 id="call">${words.closedHeading}</h2>
    <p>${words.closedText}</p>
    <p class="cluster"><a class="button" href="/${language}/me/">${words.space}</a><a href="/${language}/programmes/">${words.others}</a></p></section>`
}

function cardDates(programme: ProgrammeShown, language: Language): string {
  const words = PROGRAMME_PAGE_WORDS[language].facts
  const [signUps, dates] = [signUpDates(programme, language), period(programme, language)]
  return [signUps && `${words.signUps} ${signUps}.`, dates && `${words.period} ${dates}.`]
    .filter(Boolean)
    .join(' ')
}

/** When one can sign up, or null where no date says so. */
function signUpDates(programme: ProgrammeShown, language: Language): string | null {
  const words = PROGRAMME_PAGE_WORDS[language]
  const { sign_ups, sign_ups_open_at, sign_ups_close_at, time_zone } = programme
  if (sign_ups === 'upcoming') {
    return sign_ups_open_at ? words.facts.from(sayInstant(sign_ups_open_at, time_zone, language)) : null
  }
  return sign_ups === 'open' && sign_ups_close_at ? sayUntil(sign_ups_close_at, time_zone, language) : null
}

function period({ starts_on, ends_on }: ProgrammeShown, language: Language): string | null {
  const words = PROGRAMME_PAGE_WORDS[language].facts
  if (starts_on && ends_on) return words.fromTo(sayDay(starts_on, language), sayDay(ends_on, language))
  if (starts_on) return words.starts(sayDay(starts_on, language))
  return ends_on ? words.ends(sayDay(ends_on, language)) : null
}

function facts(programme: ProgrammeShown, language: Language): Fragment {
  const words = PROGRAMME_PAGE_WORDS[language]
  const { matching_at, rematch_days, time_zone, session_minutes, preparation_minutes } = programme
  const rows: [name: string, value: string | null][] = [
    [words.facts.signUps, signUpDates(programme, language)],
    [
      words.facts.matching,
      matching_at
        ? [
            sayInstant(matching_at, time_zone, language),
            rematch_days ? words.facts.again(rematch_days) : null,
          ]
            .filter(Boolean)
            .join(', ')
        : words.facts.noMatching,
    ],
    [words.facts.answer, words.facts.days(programme.acceptance_days)],
    [words.facts.period, period(programme, language)],
    [
      words.facts.time,
      words.facts.sessions(
        PROGRAMME_KINDS[programme.kind].sessions,
        sayMinutes(session_minutes, language),
        preparation_minutes ? sayMinutes(preparation_minutes, language) : null,
      ),
    ],
    [words.facts.people, programme.externals_allowed ? words.facts.outside : words.facts.inside],
  ]
  return fragment`<dl class="facts">${rows
    .filter(([, value]) => value)
    .map(([name, value]) => fragment`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** What counts, from the most to the least, with its share. */
function criteria({ weights }: ProgrammeShown, language: Language): Fragment {
  const words = PROGRAMME_PAGE_WORDS[language].criteria
  const percent = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' })
  const ordered = CRITERIA.filter((criterion) => weights[criterion] > 0).sort(
    (a, b) => weights[b] - weights[a],
  )
  const widest = Math.max(...ordered.map((criterion) => weights[criterion]))
  return fragment`<ul class="criteria" role="list">${ordered.map(
    (criterion) => fragment`<li>
      <p><strong>${CRITERION_NAMES[criterion][language]}</strong> <span class="criteria-share">${percent.format(weights[criterion])}</span></p>
      <svg class="criteria-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((100 * weights[criterion]) / widest)}" height="3"></rect></svg>
      <p class="muted small">${words[criterion]}</p>
    </li>`,
  )}</ul>`
}
