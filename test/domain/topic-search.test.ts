import { describe, expect, test } from 'vitest'
import { STARTING_CATALOGUE, topicsInOrder } from '#questionnaire/catalogue.ts'
import { editsBetween, foldTopic, indexTopics, searchTopics } from '#questionnaire/topic-search.ts'

const topics = topicsInOrder(STARTING_CATALOGUE)
const index = indexTopics(
  topics.map(([id, { name, group }]) => {
    const { fr, en } = STARTING_CATALOGUE.groups[group]!
    return { id, names: [name.fr, name.en], group: `${fr} ${en}` }
  }),
)

/** What people type, and the topic that must stand first. */
const FIRST: Record<string, string> = {
  // Accents, capitals, apostrophes, plurals
  ECOLOGIE: 'ecology',
  écologie: 'ecology',
  Écologies: 'ecology',
  empathie: 'empathy',
  "savoir-faire et tours de main de l'atelier": 'craft-knowledge',
  'l’histoire de l’entreprise': 'company-history',
  "histoire de l'entreprise": 'company-history',
  'prises de parole': 'public-speaking',
  podcasts: 'making-podcasts',
  conflits: 'settling-conflicts',
  conflicts: 'settling-conflicts',
  budgets: 'budget',
  'bases de donnees': 'databases',
  'mot de passe': 'passwords',
  'jeux video': 'video-games',
  // Typing errors
  blockchian: 'blockchain',
  instagrm: 'instagram',
  linkdin: 'linkedin',
  linkedinn: 'linkedin',
  passwrod: 'passwords',
  spredsheet: 'spreadsheets',
  cybersecurte: 'cyber-security',
  'public speeking': 'public-speaking',
  'project managment': 'project-management',
  comptabilte: 'accounting',
  biodiversté: 'biodiversity',
  'desing thinking': 'design-thinking',
  negotation: 'negotiation',
  // Beginnings of words
  comptab: 'accounting',
  'public sp': 'public-speaking',
  blockch: 'blockchain',
  'intel arti': 'ai-assistants',
  // Both languages, mixed as well
  ecology: 'ecology',
  tableur: 'spreadsheets',
  spreadsheet: 'spreadsheets',
  'référencement naturel': 'seo',
  'search engine': 'seo',
  'social selling': 'social-selling',
  'marketing automation': 'marketing-automation',
  'automatisation du marketing': 'marketing-automation',
  'cross media': 'cross-media',
  'social crm': 'social-crm',
  'customers online': 'customer-online-behaviour',
  'comportement client en ligne': 'customer-online-behaviour',
  'machine learning': 'machine-learning',
  'critical thinking': 'critical-thinking',
  'esprit critique': 'critical-thinking',
  'working in english': 'working-in-english',
  'tenders appels d’offres': 'tenders',
  // What else people call it
  IA: 'ai-principles',
  AI: 'ai-principles',
  'l’IA': 'ai-principles',
  ChatGPT: 'ai-assistants',
  prompt: 'ai-requests',
  Excel: 'spreadsheets',
  exel: 'spreadsheets',
  PowerPoint: 'slides',
  'power point': 'slides',
  Insta: 'instagram',
  appli: 'no-code',
  'linked in': 'linkedin',
  'tik tok': 'short-video',
  RGPD: 'data-protection-law',
  GDPR: 'data-protection-law',
  phishing: 'fraudulent-messages',
  hameçonnage: 'fraudulent-messages',
  bitcoin: 'blockchain',
  visio: 'online-meetings',
  zoom: 'online-meetings',
  télétravail: 'hybrid-teams',
  RSE: 'social-responsibility',
  SQL: 'databases',
  Trello: 'project-boards',
  Scrum: 'agile-ways',
  feedback: 'giving-feedback',
  leadership: 'leading-a-team',
  'gestion de projet': 'project-management',
  'gestion du temps': 'managing-time',
  anglais: 'working-in-english',
  brevets: 'intellectual-property',
  'young professionals': 'early-career-expectations',
  'jeunes clients': 'new-customers',
}

describe('searching the topics', () => {
  test.each(Object.entries(FIRST))('« %s » finds %s first', (query, id) => {
    expect(searchTopics(index, query)[0]).toBe(id)
  })

  test('at least sixty ways of asking are tried, in both languages', () => {
    expect(Object.keys(FIRST).length).toBeGreaterThanOrEqual(60)
  })

  test('every topic is found first by its own name in either language, with any one typing error', () => {
    const missed: string[] = []
    for (const [id, { name }] of topics) {
      for (const text of [name.fr, name.en]) {
        for (const typed of [text, ...mistyped(text)]) {
          if (searchTopics(index, typed, 1)[0] !== id) missed.push(`${id}: ${typed}`)
        }
      }
    }
    expect(missed).toEqual([])
  })

  test('the name of a group lists its topics (W6)', () => {
    const found = new Set(searchTopics(index, 'réseaux sociaux'))
    const group = topics.filter(([, { group }]) => group === 'social-networks').map(([id]) => id)
    expect(group.filter((id) => !found.has(id))).toEqual([])
    expect(searchTopics(index, 'RS')).toEqual(expect.arrayContaining(['linkedin', 'instagram']))
    expect(searchTopics(index, 'Culture today')).toEqual(expect.arrayContaining(['video-games', 'causes']))
  })

  test('the topics that the requirements name are found by the words of the requirements', () => {
    // F7: new technologies, social networks, social selling. D6: SEO, marketing automation, social CRM, cross-media.
    for (const query of ['social selling', 'SEO', 'marketing automation', 'social CRM', 'cross-media']) {
      expect(searchTopics(index, query).length, query).toBeGreaterThan(0)
    }
    // P1: a junior may be strong in another field than digital.
    expect(searchTopics(index, 'écologie')[0]).toBe('ecology')
    // P18: customers’ online behaviour. D11: what people who begin and new customers expect.
    expect(searchTopics(index, 'comportement des clients en ligne')[0]).toBe('customer-online-behaviour')
    expect(searchTopics(index, 'young professionals expectations')).toContain('early-career-expectations')
    // D25: hard and soft alike.
    expect(searchTopics(index, 'empathie')[0]).toBe('empathy')
  })

  test('what nothing is like finds nothing, and nothing typed lists everything in order', () => {
    for (const query of ['xylophone', 'zzzz', '§§§ !!']) {
      const found = searchTopics(index, query)
      expect(query === '§§§ !!' ? found.length : found).toEqual(query === '§§§ !!' ? topics.length : [])
    }
    expect(searchTopics(index, '  ')).toEqual(topics.map(([id]) => id))
    expect(searchTopics(index, 'e', 3).length).toBeLessThanOrEqual(3)
  })

  test('hostile queries are answered', () => {
    for (const query of ['a'.repeat(100_000), '('.repeat(500), '\u202e\u0000', '%%%___', 'é'.repeat(300)]) {
      expect(Array.isArray(searchTopics(index, query))).toBe(true)
    }
  })
})

describe('how far two words are apart', () => {
  test.each([
    ['chat', 'chat', 0],
    ['chat', 'cha', 1],
    ['chat', 'chats', 1],
    ['chat', 'chut', 1],
    ['chat', 'caht', 1],
    ['abcd', 'badc', 2],
    ['chat', 'chien', 3],
    ['', 'ab', 2],
  ])('%s and %s: %i', (one, other, edits) => {
    expect(editsBetween(one, other, 3)).toBe(edits)
    expect(editsBetween(other, one, 3)).toBe(edits)
    for (let most = 0; most < 3; most++) {
      expect(editsBetween(one, other, most)).toBe(Math.min(edits, most + 1))
    }
  })

  test('accents, capitals and apostrophes do not count, and e-mail is email', () => {
    expect(foldTopic('L’Été à Œuvrer')).toBe('l ete a oeuvrer')
    expect(foldTopic('E-mails')).toBe(foldTopic('emails'))
  })
})

/** The longest word of a text with a letter left out, one too many, another one, and two that changed places. */
function mistyped(text: string): string[] {
  const word = text.split(/[^\p{L}\p{N}]+/u).reduce((long, one) => (one.length > long.length ? one : long))
  const at = word.length >> 1
  return [
    word.slice(0, at) + word.slice(at + 1),
    `${word.slice(0, at)}z${word.slice(at)}`,
    `${word.slice(0, at)}z${word.slice(at + 1)}`,
    word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
  ].map((typo) => text.replace(word, typo))
}
