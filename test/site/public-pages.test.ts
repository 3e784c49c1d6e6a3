import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CONTACT_SUBJECTS } from '#domain/contact-message.ts'
import { CRITERIA, STARTING_WEIGHTS } from '#domain/criterion.ts'
import { LANGUAGES } from '#domain/language.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { CONTACT_WORDS } from '#pages/contact-message-words.ts'
import { MATCHING_PAGE_WORDS } from '#pages/matching-words.ts'
import { RESOURCE_WORDS } from '#pages/resource-words.ts'
import { TESTIMONY_WORDS } from '#pages/testimony-words.ts'
import { publicWordsIn } from '../../site/src/words/console-public.ts'
import { footer } from '../../site/src/words/footer.ts'
import { GUIDE_PAGE, GUIDES, type Guide } from '../../site/src/words/guide.ts'
import { history } from '../../site/src/words/history.ts'
import { homeMore } from '../../site/src/words/home.ts'
import { kinds } from '../../site/src/words/kinds.ts'
import { matching } from '../../site/src/words/matching.ts'
import type { Claim, Prose } from '../../site/src/words/prose.ts'
import { PRINT, SHEETS } from '../../site/src/words/sheets.ts'
import { shapeOf, textsOf } from './words-shape.ts'

/** What a guide says in one language, without its commands. */
function guideIn({ title, lead, steps }: Guide, language: 'fr' | 'en') {
  const said = steps.map(({ heading, paragraphs, figures, after }) => ({
    heading: heading[language],
    paragraphs: paragraphs[language],
    caption: figures?.[language].caption,
    head: figures?.[language].head,
    after: after?.[language],
  }))
  return { title: title[language], lead: lead[language], said }
}

const ALL_WORDS: Record<string, { fr: unknown; en: unknown }> = {
  history,
  kinds,
  matching,
  footer,
  'home page': homeMore,
  'print hint': PRINT,
  guides: GUIDE_PAGE,
  ...Object.fromEntries(
    (Object.entries(GUIDES) as [string, Guide][]).map(([name, guide]) => [
      `guide ${name}`,
      { fr: guideIn(guide, 'fr'), en: guideIn(guide, 'en') },
    ]),
  ),
  contact: CONTACT_WORDS,
  testimonies: TESTIMONY_WORDS,
  resources: RESOURCE_WORDS,
  'matching of a programme': MATCHING_PAGE_WORDS,
  console: { fr: publicWordsIn('fr'), en: publicWordsIn('en') },
  ...Object.fromEntries(Object.entries(SHEETS).map(([name, sheet]) => [`sheet ${name}`, sheet])),
}

describe('the public pages say the same in both languages', () => {
  it.each(Object.entries(ALL_WORDS))('%s: the same sections, lists and keys', (_name, both) => {
    expect(shapeOf(both.en)).toEqual(shapeOf(both.fr))
  })

  it.each(Object.entries(ALL_WORDS))('%s: French is set as French is', (_name, both) => {
    for (const text of textsOf(both.fr)) {
      expect(text, 'a space that may break before : ; ? »').not.toMatch(/[ \p{L}][:;?](\s|$)| »/u)
      expect(text, 'a space that may break after «').not.toMatch(/« |«[^\u00a0]/)
      expect(text, 'a straight apostrophe').not.toContain("'")
    }
  })

  it.each(Object.entries(ALL_WORDS))('%s: speaks of nobody’s age, and shouts nowhere', (_name, both) => {
    for (const text of [...textsOf(both.fr), ...textsOf(both.en)]) {
      expect(text).not.toMatch(/!|\boops\b|digital natives?|millennials?|\bseniors? âg/i)
    }
  })
})

const claimsOf = (prose: Prose): Claim[] => prose.sections.flatMap(({ claims = [] }) => claims)
const whole = (prose: Prose): string => textsOf(prose).join('\n')

describe('where reverse mentoring comes from', () => {
  it.each(LANGUAGES)('P2: each company has a source that is named, and a link (%s)', (language) => {
    const adopters = (history[language].sections[1] as Prose['sections'][number]).claims ?? []
    expect(adopters.map(({ name }) => name).join()).toMatch(/Danone.*Orange.*AXA.*Pernod Ricard/)
    for (const { name, source, href } of adopters) {
      expect(source.length, name).toBeGreaterThan(10)
      expect(href, name).toMatch(/^https?:\/\//)
    }
  })

  it.each(LANGUAGES)('W2, F1, D1: the dates are told as disputed, each with who says so (%s)', (language) => {
    const [general] = history[language].sections
    const told = (general?.claims ?? []).map(({ name, source }) => `${name} ${source}`)
    expect(told.some((one) => /^1990 .*Wanthead/.test(one))).toBe(true)
    expect(told.some((one) => /^1999.*reverse mentoring a la cote/.test(one))).toBe(true)
    expect(told.some((one) => /1990s|années 1990.*mdolle/.test(one))).toBe(true)
    expect(whole(history[language])).toMatch(/se contredisent|contradict/)
  })

  it.each(LANGUAGES)('F2, D1: 500 and some 600 executives are both there (%s)', (language) => {
    const claims = claimsOf(history[language]).map(({ name }) => name)
    expect(claims.some((name) => name.includes('500'))).toBe(true)
    expect(claims.some((name) => name.includes('600'))).toBe(true)
  })

  it.each(LANGUAGES)('F3: the visible result is told with its source, and as no proof (%s)', (language) => {
    const told = claimsOf(history[language]).find(({ text }) => /1[.,]3\smillion/.test(text))
    expect(told?.source).toMatch(/reverse mentoring a la cote/)
    expect(told?.text).toMatch(/rien ne prouve|nothing shows/)
  })

  it.each(LANGUAGES)(
    'F4, F5: Orange’s committee and AXA’s volunteers are told, figures marked as the company’s own (%s)',
    (language) => {
      const text = whole(history[language])
      expect(text).toMatch(/comité exécutif|executive committee/)
      expect(text).toMatch(/130 mentors/)
      expect(text).toMatch(/volontaires|volunteers/)
      expect(text).toMatch(/donnés par l’entreprise|given by the company/)
    },
  )

  it.each(LANGUAGES)('says what research does not say (%s)', (language) => {
    expect(whole(history[language])).toMatch(/Aucune étude que nous connaissions|No study that we know of/)
  })
})

describe('how pairs are formed', () => {
  it.each(LANGUAGES)(
    'P4, P5, P6, F17–F20: the four kinds are defined, with who and how long (%s)',
    (language) => {
      const { sections } = kinds[language]
      const names = Object.values(PROGRAMME_KINDS).map(({ name }) => name[language])
      expect(sections.slice(0, 4).map(({ heading }) => heading)).toEqual(names)
      for (const { list } of sections.slice(0, 4)) expect(list).toHaveLength(3)
      expect(whole(kinds[language])).toMatch(/trois à quatre heures|three to four hours/)
    },
  )

  it.each(LANGUAGES)('the example worked by hand adds up to its mark (%s)', (language) => {
    const figures = matching[language].sections[1]?.figures
    const rows = figures?.rows ?? []
    const read = (cell: string | undefined) => Number((cell ?? '').replace(',', '.'))
    const parts = rows.slice(0, -1)
    expect(parts).toHaveLength(CRITERIA.length)
    for (const [index, [, most, found, points]] of parts.entries()) {
      expect(read(most)).toBeCloseTo(100 * STARTING_WEIGHTS[CRITERIA[index]!], 1)
      expect(read(points)).toBeCloseTo(read(most) * read(found), 1)
    }
    const sum = parts.reduce((all, row) => all + read(row[3]), 0)
    expect(read(rows.at(-1)?.[3])).toBeCloseTo(sum, 1)
  })

  it.each(LANGUAGES)(
    'says that a way of learning is neither a test nor a label, and what is never used (%s)',
    (language) => {
      const text = whole(matching[language])
      expect(text).toMatch(/ni un test ni une étiquette|neither a test nor a label/)
      expect(text).toMatch(/L’âge, le sexe, l’origine, la santé|Age, sex, origin, health/)
    },
  )
})

describe('the sheets to print', () => {
  it('D38: the page of resources names each of them, in both languages', () => {
    for (const language of LANGUAGES) {
      const named = RESOURCE_WORDS[language].sheets.map(({ path }) => path.replace('/', ''))
      expect(named.sort()).toEqual(Object.keys(SHEETS).sort())
    }
  })

  it.each(LANGUAGES)(
    'F19: the expert guide goes through the story, the obstacles and what unlocked it (%s)',
    (language) => {
      const text = whole(SHEETS['expert-session']![language])
      expect(text).toMatch(/histoire|story/)
      expect(text).toMatch(/obstacles/)
      expect(text).toMatch(/débloqué|unlocked/)
    },
  )
})

it('P39: every subject of a message has its name', () => {
  for (const name of Object.values(CONTACT_SUBJECTS)) expect(name.fr && name.en).toBeTruthy()
})

const DIST = new URL('../../site/dist/', import.meta.url).pathname

describe.runIf(existsSync(`${DIST}fr/history/index.html`))('the built public site', () => {
  const rooms = ['', 'history/', 'kinds/', 'matching/', 'legal/', 'privacy/', 'accessibility/']
  const sheets = Object.keys(SHEETS).map((sheet) => `resources/${sheet}/`)

  it.each(LANGUAGES)('each page leads to itself in the other language (%s)', (language) => {
    const other = language === 'fr' ? 'en' : 'fr'
    for (const path of [...rooms, ...sheets]) {
      const page = readFileSync(`${DIST}${language}/${path}index.html`, 'utf8')
      expect(page, path).toContain(`href="/${other}/${path}"`)
      expect(page.match(/<h1/g), path).toHaveLength(1)
    }
  })

  it('weighs at most 40 KB a page over the wire, with all that it loads', () => {
    for (const path of [...rooms, ...sheets]
      .map((room) => `fr/${room}index.html`)
      .concat('shell/fr/all/visitor/index.html')) {
      const page = readFileSync(DIST + path, 'utf8')
      const assets = [...page.matchAll(/(?:href|src)="(\/(?:_astro|favicon)[^"]+)"/g)].map(
        (found) => found[1] as string,
      )
      const bytes = [path, ...new Set(assets)].map((file) => gzipSync(readFileSync(`${DIST}${file}`)).length)
      expect(
        bytes.reduce((a, b) => a + b),
        path,
      ).toBeLessThan(40_000)
    }
  })

  it('links elsewhere say nothing of where one comes from', () => {
    const pages = readdirSync(DIST, { recursive: true }).map(String)
    for (const path of pages.filter((one) => one.endsWith('.html') && statSync(DIST + one).isFile())) {
      for (const [link] of readFileSync(DIST + path, 'utf8').matchAll(/<a [^>]*href="https?:[^>]*>/g)) {
        expect(link, path).toContain('rel="noopener noreferrer')
      }
    }
  })
})
