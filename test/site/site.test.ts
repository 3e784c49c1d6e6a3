import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OPERATIONS } from '#contract/operations.ts'
import { LANGUAGES } from '#domain/language.ts'
import { PROBLEM_KINDS } from '#domain/problem.ts'
import { mePage } from '#pages/me.ts'
import { ME_WORDS } from '#pages/me-words.ts'
import { PROBLEM_PAGE_WORDS } from '#pages/problem.ts'
import { programmePage } from '#pages/programme.ts'
import { PROGRAMME_PAGE_WORDS } from '#pages/programme-words.ts'
import { confirmationPage, questionnairePage } from '#pages/sign-up.ts'
import { SIGN_UP_WORDS } from '#pages/sign-up-words.ts'
import { shellPaths } from '../../site/src/shells/shells.ts'
import { accessibility } from '../../site/src/words/accessibility.ts'
import { legal } from '../../site/src/words/legal.ts'
import { privacy } from '../../site/src/words/privacy.ts'
import { PROBLEM_HELP, PROBLEM_PAGE } from '../../site/src/words/problems.ts'
import { shells } from '../../site/src/words/shells.ts'
import { words } from '../../site/src/words/words.ts'
import { everyPageInBoth, makeProposal, makeShown, makeView, poured, pouredWhole } from '../support/pages.ts'

const SITE = new URL('../../site/src/', import.meta.url).pathname
const source = (path: string) => readFileSync(SITE + path, 'utf8')

const nobody = { name: null, address: null, contact: null }
const somebody = { name: 'Armorique', address: '1 quai Ouest, Brest', contact: 'bonjour@armorique.example' }
const ALL_WORDS: Record<string, { fr: unknown; en: unknown }> = {
  'pages of the site': words,
  shells,
  'problem pages': PROBLEM_PAGE,
  ...Object.fromEntries(PROBLEM_KINDS.map((kind) => [`help about ${kind}`, PROBLEM_HELP[kind]])),
  ...Object.fromEntries(
    Object.entries({ privacy, legal, accessibility }).flatMap(([name, page]) =>
      [nobody, somebody].map((who) => [
        `${name} of ${who.name ?? 'nobody in particular'}`,
        { fr: page.fr(who), en: page.en(who) },
      ]),
    ),
  ),
  programmes: PROGRAMME_PAGE_WORDS,
  'sign-up': SIGN_UP_WORDS,
  'my space': ME_WORDS,
  problem: PROBLEM_PAGE_WORDS,
}

describe('everything is said in both languages', () => {
  it.each(Object.entries(ALL_WORDS))(
    '%s: French and English have the same keys and lengths',
    (_name, both) => {
      expect(shapeOf(both.en)).toEqual(shapeOf(both.fr))
    },
  )

  it.each(Object.entries(ALL_WORDS))('%s: French is set as French is', (_name, both) => {
    for (const text of textsOf(both.fr)) {
      const said = text.replaceAll(/«\u00a0[^»]+\u00a0»/g, '')
      expect(said, 'a space that may break before : ; ? »').not.toMatch(/[ \p{L}][:;?](\s|$)|»/u)
      expect(said, 'a space that may break after «').not.toContain('«')
      expect(text, 'a straight apostrophe').not.toContain("'")
      expect(text, 'an exclamation mark').not.toContain('!')
    }
  })
})

describe('a page is poured into its shell', () => {
  const pages = everyPageInBoth()

  it('pours into every slot of its shell, and into no other', () => {
    for (const page of pages) {
      const slots = slotsOf(page.shell.split('/')[1] ?? '')
      expect(Object.keys(page.slots).sort(), page.shell).toEqual([...slots].sort())
    }
  })

  it('every shell that is asked for is built, in both languages', () => {
    const built = new Set(shellPaths().map(({ params }) => `${params.lang} ${params.kind}/${params.page}`))
    expect(pages.filter((page) => !built.has(`${page.language} ${page.shell}`))).toEqual([])
  })

  it('every shell that is built is asked for', () => {
    const asked = new Set(pages.map((page) => page.shell))
    const built = new Set(shellPaths().map(({ params }) => `${params.kind}/${params.page}`))
    expect([...built].filter((shell) => !asked.has(shell))).toEqual([])
  })

  it('no shell is hidden from the build by its name', () => {
    expect(
      readdirSync(`${SITE}pages/shell`, { recursive: true }).filter((path) => /(^|\/)_/.test(String(path))),
    ).toEqual([])
  })

  it('whatever people typed stays text', () => {
    for (const page of everyPageInBoth('"><script>alert(1)</script>')) {
      const html = pouredWhole(page)
      expect(html, page.shell).not.toContain('<script')
      expect(html, page.shell).not.toMatch(/="[^"]*"><script/)
    }
  })

  it('nothing poured needs an inline script or style, which the security policy refuses', () => {
    for (const page of pages) expect(pouredWhole(page), page.shell).not.toMatch(/<script|\sstyle=|\son\w+=/)
  })

  it('each language leads to the same page in the other', () => {
    for (const page of pages) {
      expect(page.slots.other_language).toMatch(page.language === 'fr' ? /^\/en\// : /^\/fr\//)
    }
  })
})

describe('somebody who wants to take part', () => {
  it('is led to the three questionnaires while sign-ups are open', () => {
    const call = poured(programmePage(makeShown(), 'fr'), 'call')
    for (const role of ['mentor', 'mentee', 'both'])
      expect(call).toContain(`/fr/programmes/regards-croises/${role}/`)
  })

  it('is told when sign-ups open, and finds no way in before', () => {
    const shown = makeShown({ sign_ups: 'upcoming', sign_ups_open_at: '2027-02-01T08:00:00.000Z' })
    const call = poured(programmePage(shown, 'fr'), 'call')
    expect(call).toContain('lundi 1er\u00a0février 2027 à\u00a09\u00a0h (heure de Paris)')
    expect(call).not.toContain('/mentor/')
  })

  it('is told that sign-ups are closed, and led to their space', () => {
    const call = poured(programmePage(makeShown({ sign_ups: 'closed' }), 'en'), 'call')
    expect(call).toContain('/en/me/')
    expect(call).not.toContain('/mentor/')
  })

  it('reads what counts and for how much, the most first', () => {
    const criteria = poured(programmePage(makeShown(), 'en'), 'criteria')
    expect(criteria.indexOf('Need')).toBeLessThan(criteria.indexOf('Way of learning'))
    expect(criteria).toContain('22%')
  })

  it('hears of the error in the title of the window', () => {
    const wrong = questionnairePage(makeShown(), 'mentor', 'fr', '<form></form>', true)
    expect(wrong.slots.title).toMatch(/^Erreur\u00a0: /)
    expect(poured(wrong, 'form')).toBe('<form></form>')
  })

  it('confirms by a button, never by opening a link', () => {
    const form = poured(confirmationPage(makeShown(), 'tok"en', 'fr'), 'form')
    expect(form).toContain('method="post"')
    expect(form).toContain('action="/api/v1/sign-up-confirmations"')
    expect(form).toContain('name="token" value="tok&quot;en"')
    expect(form.match(/<button/g)).toHaveLength(1)
  })
})

describe('a person in their own space', () => {
  const space = (proposal: Parameters<typeof makeProposal>[0]) =>
    mePage(makeView({ proposals: [makeProposal(proposal)], pairs: [], steps: [] }), 'fr')

  it('answers a proposal with two plain forms that need no script', () => {
    const waiting = poured(space({}), 'waiting')
    for (const noun of ['acceptance', 'refusal']) {
      expect(waiting).toContain(`<form method="post" action="/api/v1/proposals/pro_1/${noun}">`)
    }
    expect(waiting.match(/name="language" value="fr"/g)).toHaveLength(2)
    expect(waiting).toContain('jusqu’au mardi 22\u00a0décembre 2026 inclus (heure de Paris)')
  })

  it('cannot answer twice', () => {
    const page = space({ my_answer: 'refusal' })
    expect(poured(page, 'waiting')).toBe('')
    expect(poured(page, 'proposals')).not.toContain('<form')
  })

  it('reads the same words about a lapsed proposal, whatever was answered', () => {
    const told = ([null, 'acceptance', 'refusal'] as const).map((my_answer) =>
      pouredWhole(space({ state: 'lapsed', my_answer })),
    )
    expect(new Set(told).size).toBe(1)
  })

  it('is led to the console only as an organiser', () => {
    const console = (organiser: boolean) => pouredWhole(mePage(makeView({ organiser }), 'en'))
    expect(console(true)).toContain('/en/console/')
    expect(console(false)).not.toContain('/en/console/')
  })

  it('is led to the programmes where nothing has begun', () => {
    const page = mePage(makeView({ participations: [], proposals: [], pairs: [] }), 'en')
    expect(poured(page, 'participations')).toContain('/en/programmes/')
  })
})

/** Keys and kinds of values, without the words themselves. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
  }
  return typeof value
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

/** The slots of a shell: its own, and those of what stands around every page. */
function slotsOf(shell: string): Set<string> {
  const files = [`shells/${shell}.astro`, 'components/document.astro', 'components/site-header.astro']
  const text = files.map(source).join('\n')
  return new Set(
    [...text.matchAll(/data-pour(?:-href|-content)?=(?:"([\w-]+)"|\{poured \? '(\w+)')/g)].map(
      (found) => (found[1] ?? found[2]) as string,
    ),
  )
}

const DIST = new URL('../../site/dist/', import.meta.url).pathname

describe.runIf(existsSync(DIST))('the built site', () => {
  const pages = existsSync(DIST)
    ? readdirSync(DIST, { recursive: true })
        .map(String)
        .filter((path) => path.endsWith('.html'))
    : []
  const read = (path: string) => readFileSync(DIST + path, 'utf8')

  it.each(LANGUAGES)('has every public page in %s', (language) => {
    const wanted = [
      '',
      'privacy/',
      'legal/',
      'accessibility/',
      ...PROBLEM_KINDS.map((kind) => `problems/${kind}/`),
    ]
    expect(wanted.filter((path) => !pages.includes(`${language}/${path}index.html`))).toEqual([])
  })

  it('asks nothing of anybody else, and holds no inline script or style', () => {
    for (const path of pages) {
      // A link that somebody may follow asks nothing by itself.
      const loaded = read(path).replaceAll(/<a [^>]*>/g, '<a>')
      expect(loaded, path).not.toMatch(/(src|href)="(https?:)?\/\/|<style|\sstyle=|<script(?![^>]*\bsrc=)/)
    }
  })

  it('keeps shells out of search engines', () => {
    const shells = pages.filter((path) => path.startsWith('shell/'))
    // The page of a pulse is light, and has a route of its own.
    expect(shells.length).toBe(shellPaths().length + LANGUAGES.length)
    for (const path of shells) expect(read(path), path).toContain('<meta name="robots" content="noindex">')
  })

  it('has no link of its own that leads nowhere', () => {
    const doors = OPERATIONS.filter(({ method }) => method === 'GET').map(({ path }) => `/api/v1${path}`)
    const poured = /^\/(fr|en)\/((programmes|me|contact|testimonies|experts)\/|resources\/$)/
    const broken = pages.flatMap((path) =>
      [...read(path).matchAll(/href="(\/[^"#?]*)/g)]
        .map((found) => found[1] as string)
        .filter(
          (href) =>
            !poured.test(href) &&
            !doors.includes(href) &&
            !existsSync(`${DIST}${href}${href.endsWith('/') ? 'index.html' : ''}`),
        )
        .map((href) => `${path} → ${href}`),
    )
    expect(broken).toEqual([])
  })
})
