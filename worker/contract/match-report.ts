import type { Language } from '#domain/language.ts'
import type { MatchReport, ReportedPerson } from '#domain/match-sheet.ts'
import { type CsvValue, toCsv } from './csv.ts'
import { REPORT_STYLE } from './match-report-style.ts'
import { REPORT_WORDS, type ReportWords } from './match-report-words.ts'

/** A score in micro-units as points out of 100, to a tenth. */
export function pointsOf(score: number): number {
  return Math.round(score / 1000) / 10
}

const PERSON = (who: string, words: ReportWords) => [
  who,
  `${who} · ${words.reference}`,
  `${who} · ${words.email}`,
  `${who} · ${words.line}`,
]
const person = ({ name, reference, email, line }: ReportedPerson): CsvValue[] => [
  name,
  reference,
  email,
  line,
]

/** The pairs as a file for a spreadsheet, the best first; formulas are disarmed. */
export function pairsCsv({ pairs }: MatchReport, language: Language): string {
  const words = REPORT_WORDS[language]
  return toCsv(
    [
      ...PERSON(words.mentor, words),
      ...PERSON(words.mentee, words),
      words.score,
      words.topic,
      words.reasons,
      words.tips,
    ],
    pairs.map(({ mentor, mentee, score, topic, reasons, tips }) => [
      ...person(mentor),
      ...person(mentee),
      pointsOf(score),
      topic[language],
      reasons
        .map(
          (reason) =>
            `${reason.name[language]} (${said(pointsOf(reason.points), language)})${words.colon}${reason.words[language]}`,
        )
        .join('\n'),
      tips.map((tip) => tip[language]).join('\n'),
    ]),
    language,
  )
}

/** Everybody who has no pair, and every line that was left aside, with why. */
export function unmatchedCsv({ unmatched, issues }: MatchReport, language: Language): string {
  const words = REPORT_WORDS[language]
  return toCsv(
    [words.role, words.name, words.reference, words.email, words.line, words.why],
    [
      ...unmatched.map((waiting): CsvValue[] => [
        words[waiting.role],
        ...person(waiting.person),
        waiting.why[language],
      ]),
      ...issues
        .filter(({ isLeftOut }) => isLeftOut)
        .map((issue): CsvValue[] => [words[issue.role], null, null, null, issue.line, issue.words[language]]),
    ],
    language,
  )
}

/**
 * The whole result as one page that needs nothing else: no script, no request, printed as it is read.
 * Everything that comes from the files is escaped.
 * @param day the day of the report as people read it.
 */
export function reportHtml(report: MatchReport, language: Language, day: string): string {
  const words = REPORT_WORDS[language]
  const { counts } = report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(words.title)}</h1>
<p class="lead">${escaped(words.summary(counts.pairs, counts.unmatched))}</p>
<p class="muted">${escaped(words.made(day))}</p>
<dl class="numbers">${numbers(report, words, language)}</dl>
<h2>${escaped(words.pairs)}</h2>
${report.pairs.length > 0 ? report.pairs.map((pair, at) => pairHtml(pair, at + 1, words, language)).join('\n') : `<p>${escaped(words.noPair)}</p>`}
<h2>${escaped(words.unmatched)}</h2>
${report.unmatched.length > 0 ? unmatchedHtml(report, words, language) : `<p>${escaped(words.nobodyWaits)}</p>`}
<h2>${escaped(words.rules)}</h2>
<ul class="rules">${report.rules.map((rule) => `<li><strong>${escaped(rule.name[language])}</strong> <span class="tag${rule.isChecked ? ' good' : ''}">${escaped(rule.isChecked ? words.checked : words.open)}</span><br>${escaped(rule.words[language])}</li>`).join('')}</ul>
${report.issues.length > 0 ? issuesHtml(report, words, language) : ''}
<p class="muted">${escaped(words.proved)}</p>
</main>
</body>
</html>
`
}

function numbers({ counts, total, worst }: MatchReport, words: ReportWords, language: Language): string {
  const mean = counts.pairs > 0 ? total / counts.pairs : 0
  const figures: [string, string][] = [
    [words.pairs, said(counts.pairs, language)],
    [words.mentors, said(counts.mentors, language)],
    [words.mentees, said(counts.mentees, language)],
    [words.without, said(counts.unmatched, language)],
    [words.mean, said(pointsOf(mean), language)],
    [words.worst, said(pointsOf(worst), language)],
  ]
  return figures
    .map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`)
    .join('')
}

function pairHtml(
  { mentor, mentee, score, topic, reasons, tips }: MatchReport['pairs'][number],
  place: number,
  words: ReportWords,
  language: Language,
): string {
  const ordered = [...reasons].sort((a, b) => b.points - a.points)
  return `<section class="pair">
<h3><span class="muted">${place}.</span> <span class="mentor">${escaped(mentor.name)}</span> <span class="muted">${escaped(words.with)}</span> <span class="mentee">${escaped(mentee.name)}</span> <span class="score">${escaped(said(pointsOf(score), language))}</span></h3>
<p class="muted">${escaped(`${words.mentor}${words.colon}${describe(mentor, language)} ; ${words.mentee}${words.colon}${describe(mentee, language)}`.replace(' ;', language === 'fr' ? '\u00a0;' : ';'))}</p>
<p>${escaped(`${words.topic}${words.colon}${topic[language]}`)}</p>
<ul>${ordered.map((reason) => `<li><span class="points">${escaped(said(pointsOf(reason.points), language))}</span> <strong>${escaped(reason.name[language])}</strong>${escaped(words.colon)}${escaped(reason.words[language])}</li>`).join('')}</ul>
${tips.map((tip) => `<p class="tip">${escaped(tip[language])}</p>`).join('')}
</section>`
}

function describe({ job_family, subsidiary, site, grade, line }: ReportedPerson, language: Language): string {
  const facts = [job_family?.[language], grade, subsidiary, site].filter(Boolean)
  return [...facts, REPORT_WORDS[language].lineOf(line)].join(' · ')
}

function unmatchedHtml({ unmatched }: MatchReport, words: ReportWords, language: Language): string {
  return `<table><thead><tr><th scope="col">${escaped(words.name)}</th><th scope="col">${escaped(words.role)}</th><th scope="col">${escaped(words.why)}</th></tr></thead><tbody>${unmatched
    .map(
      ({ role, person: { name }, why }) =>
        `<tr><th scope="row" class="${role}">${escaped(name)}</th><td>${escaped(words[role])}</td><td>${escaped(why[language])}</td></tr>`,
    )
    .join('')}</tbody></table>`
}

function issuesHtml({ issues }: MatchReport, words: ReportWords, language: Language): string {
  return `<h2>${escaped(words.issues)}</h2><ul>${issues
    .map(
      (issue) =>
        `<li>${escaped(words.fileLine(words[issue.role], issue.line))}${escaped(words.colon)}${escaped(issue.words[language])}</li>`,
    )
    .join('')}</ul>`
}

function said(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(
    value,
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
