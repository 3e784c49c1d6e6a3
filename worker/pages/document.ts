import type { Both, Language } from '#domain/language.ts'
import { toDay } from '#domain/local-time.ts'
import { sayDay } from './dates.ts'
import { charter } from './document-charter.ts'
import { drawSections } from './document-draw.ts'
import { type DocumentFacts, documentFacts } from './document-facts.ts'
import { impactAssessment } from './document-impact-assessment.ts'
import { intendedPurpose } from './document-intended-purpose.ts'
import { kickOff } from './document-kick-off.ts'
import { learningAgreement } from './document-learning-agreement.ts'
import { noticeSections, noticeToCandidates, noticeToStaff } from './document-notice.ts'
import { processingRecord } from './document-processing-record.ts'
import { processors } from './document-processors.ts'
import { type StateView, stateAbout, stateText } from './document-state.ts'
import { STATE_WORDS } from './document-state-words.ts'
import type { DocumentSection, DocumentText } from './document-text.ts'
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentView,
  type ProgrammeTextView,
} from './document-view.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { worksCouncil } from './document-works-council.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import { frame } from './frame.ts'
import type { PouredPage } from './page.ts'

const TEXTS: Record<DocumentKind, Both<(f: DocumentFacts) => DocumentText>> = {
  'works-council': worksCouncil,
  'impact-assessment': impactAssessment,
  'processing-record': processingRecord,
  'notice-13': noticeToCandidates,
  'notice-14': noticeToStaff,
  processors,
  'intended-purpose': intendedPurpose,
  charter,
  'learning-agreement': learningAgreement,
  'kick-off': kickOff,
}

/** A document as text, in one language. */
export function documentText(kind: DocumentKind, view: DocumentView, language: Language): DocumentText {
  return TEXTS[kind][language](documentFacts(view, language))
}

/** The list of the documents, and what is missing before they can be signed. */
export function documentIndexPage(view: DocumentView, language: Language): PouredPage {
  const words = DOCUMENT_WORDS[language]
  const facts = documentFacts(view, language)
  const { slug } = view.programme
  const path = `programmes/${slug}/documents/`
  return page(language, path, {
    title: words.index,
    lead: words.indexLead,
    about: words.of(facts.name),
    back: { href: `/${language}/console/programme/?p=${slug}`, label: words.toConsole },
    missing: missingNotice(facts, slug),
    body: fragment`<ul class="lines" role="list"><li><a href="/${language}/${path}state/">${STATE_WORDS[language].title}</a><span class="muted">${STATE_WORDS[language].link}</span></li>${DOCUMENT_KINDS.map(
      (kind) => {
        const [title, lead] = words.kinds[kind]
        return fragment`<li><a href="/${language}/${path}${kind}/">${title}</a><span class="muted">${lead}</span></li>`
      },
    )}</ul>`,
    foot: fragment`<p class="muted">${words.notAdvice}</p>`,
  })
}

/** One document, to be read on a screen or on A4. */
export function documentPage(kind: DocumentKind, view: DocumentView, language: Language): PouredPage {
  const words = DOCUMENT_WORDS[language]
  const facts = documentFacts(view, language)
  const { title, lead, sections } = TEXTS[kind][language](facts)
  const path = `programmes/${view.programme.slug}/documents/`
  return page(language, `${path}${kind}/`, {
    title,
    lead,
    about: `${words.of(facts.name)} · ${facts.organisation}. ${words.made(facts.today)}`,
    back: { href: `/${language}/${path}`, label: words.back },
    missing:
      NEEDS_PROFILE.includes(kind) && facts.missing.length ? missingNotice(facts, view.programme.slug) : null,
    body: drawSections(sections, language),
    foot: fragment`<p class="muted on-screen">${words.print}</p>`,
  })
}

/** The state of a programme for its committee, on one page; whoever reads totals may, so the way back is theirs. */
export function statePage(view: StateView, language: Language): PouredPage {
  const words = DOCUMENT_WORDS[language]
  const { title, lead, sections } = stateText(view, language)
  const { slug } = view.programme
  return page(language, `programmes/${slug}/documents/state/`, {
    title,
    lead,
    about: stateAbout(view, language),
    back: { href: `/${language}/console/?p=${slug}`, label: words.toConsole },
    missing: null,
    body: drawSections(sections, language),
    foot: fragment`<p class="muted on-screen">${words.print}</p>`,
  })
}

/** Documents whose lines come from the profile of the organisation. */
const NEEDS_PROFILE: readonly DocumentKind[] = [
  'works-council',
  'impact-assessment',
  'processing-record',
  'notice-13',
  'notice-14',
  'processors',
  'intended-purpose',
]

/** The notice that people read before they sign up: the standard words, and what the programme adds in this version. */
export function noticePage(text: ProgrammeTextView, view: DocumentView, language: Language): PouredPage {
  const words = DOCUMENT_WORDS[language]
  const facts = { ...documentFacts(view, language), ownNotice: text.words, noticeVersion: text.version }
  const added = text.words.trim() === '' && text.version !== text.current ? words.noOwnNotice : ''
  return programmeTextPage(
    text,
    language,
    fragment`${drawSections(noticeSections(facts).map(withoutBlanks), language)}${added ? fragment`<p class="muted">${added}</p>` : null}`,
  )
}

/** A public page says what is known, and leaves no line to fill in. */
function withoutBlanks({ heading, blocks }: DocumentSection): DocumentSection {
  return {
    heading,
    blocks: blocks.map((block) =>
      typeof block === 'object' && 'facts' in block
        ? { facts: block.facts.filter(([, value]) => value !== null) }
        : block,
    ),
  }
}

/** The charter as people accept it, word for word, on one page. */
export function charterPage(text: ProgrammeTextView, language: Language): PouredPage {
  const body =
    text.words.trim() === '' ? fragment`<p>${DOCUMENT_WORDS[language].noCharter}</p>` : prose(text.words)
  return programmeTextPage(text, language, fragment`<section class="document-typed">${body}</section>`)
}

function programmeTextPage(text: ProgrammeTextView, language: Language, body: Fragment): PouredPage {
  const words = DOCUMENT_WORDS[language]
  const { programme, kind, version, current, since } = text
  const home = `programmes/${programme.slug}/`
  const day = since === null ? null : sayDay(toDay(since, programme.time_zone), language)
  const [title, lead] = words.texts[kind]
  const before = Array.from({ length: current - 1 }, (_, at) => current - 1 - at).filter(
    (one) => one !== version,
  )
  const address = (one: number) => `/${language}/${home}${kind}/?version=${one}`
  return page(language, `${home}${kind}/${version === current ? '' : `?version=${version}`}`, {
    title,
    lead,
    about: `${words.of(programme.name)}. ${words.version(version, day)}`,
    back: { href: `/${language}/${home}`, label: words.backToProgramme },
    missing:
      version === current
        ? null
        : fragment`<div class="notice on-screen" data-tone="watch"><p>${words.older(current)} <a href="/${language}/${home}${kind}/">${words.seeCurrent}</a></p></div>`,
    body,
    foot: before.length
      ? fragment`<p class="on-screen">${words.before}${language === 'fr' ? '\u00a0:' : ':'} ${before.map((one, at) => fragment`${at ? ', ' : ''}<a href="${address(one)}">${words.versionLink(one)}</a>`)}</p>`
      : null,
  })
}

function missingNotice({ missing, language }: DocumentFacts, slug: string): Fragment {
  const words = DOCUMENT_WORDS[language]
  if (missing.length === 0) return fragment`<p class="muted on-screen">${words.missingNone}</p>`
  return fragment`<section class="notice on-screen" data-tone="watch" aria-labelledby="missing">
    <h2 id="missing">${words.missing}</h2>
    <ul>${missing.map((line) => fragment`<li>${line}</li>`)}</ul>
    <p class="cluster"><a href="/${language}/console/public/">${words.fillProfile}</a><a href="/${language}/console/new/?p=${slug}#works-council">${words.fillProgramme}</a></p>
  </section>`
}

interface Parts {
  title: string
  lead: string
  about: string
  back: { href: string; label: string }
  missing: Fragment | null
  body: Fragment
  foot: Fragment | null
}

function page(language: Language, path: string, parts: Parts): PouredPage {
  const { title, lead, about, back, missing, body, foot } = parts
  return {
    shell: 'all/document',
    language,
    slots: {
      ...frame(language, title, path),
      back: fragment`<a href="${back.href}">← ${back.label}</a>`,
      about,
      heading: title,
      lead,
      missing,
      body,
      foot,
    },
  }
}
