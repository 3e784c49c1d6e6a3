import { JOB_FAMILIES } from '#domain/job-family.ts'
import { TOPICS } from '../topics.ts'
import { plain } from './plain.ts'

const SMALL_WORDS = new Set(
  'a an and at au aux avec by ce dans de des du en et for from in l la le les of on or ou par pour que s sa se ses son sur the to un une with d'.split(
    ' ',
  ),
)

const BY_NAME = new Map<string, string>()
const WORDS_BY_TOPIC: [topic: string, words: Set<string>][] = []
for (const [id, { name }] of Object.entries(TOPICS)) {
  for (const text of [name.fr, name.en, name.fr.split(/\s*:/)[0]!, name.en.split(/\s*:/)[0]!, id]) {
    if (!BY_NAME.has(plain(text)) || text === name.fr || text === name.en) BY_NAME.set(plain(text), id)
  }
  for (const text of [name.fr, name.en]) WORDS_BY_TOPIC.push([id, new Set(wordsOf(text))])
}

/**
 * The topic of the catalogue that somebody means: by its name in either language or its id, or because all of their
 * words stand in the name of one topic and of no other. Null where that is not certain.
 */
export function findTopic(text: string): string | null {
  const exact = BY_NAME.get(plain(text))
  if (exact !== undefined) return exact
  const words = wordsOf(text)
  if (words.length === 0) return null
  const found = new Set(
    WORDS_BY_TOPIC.filter(([, known]) => words.every((word) => known.has(word))).map(([id]) => id),
  )
  return found.size === 1 ? [...found][0]! : null
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map((word) => (word.length > 4 ? word.replace(/[sx]$/, '') : word))
}

/**
 * The topics in a cell. They are parted by `;`, `|`, `/` or line breaks; by commas too, except where the words around
 * a comma are the name of one topic. A topic that the catalogue does not have is kept as it was written.
 */
export function readTopics(cell: string): string[] {
  const topics = new Set<string>()
  for (const part of cell.split(/[;|\n•]|\s\/\s/)) {
    const pieces = findTopic(part) ? [part] : part.split(',')
    for (let from = 0; from < pieces.length; ) {
      let to = pieces.length
      while (to > from + 1 && !BY_NAME.has(plain(pieces.slice(from, to).join(',')))) to--
      const text = pieces.slice(from, to).join(',').replace(/\s+/g, ' ').trim()
      if (plain(text) !== '') topics.add(findTopic(text) ?? text.slice(0, 100))
      from = to
    }
  }
  return [...topics]
}

const FAMILY_BY_NAME = new Map<string, string>([
  ...Object.entries(JOB_FAMILIES).flatMap(([id, { name }]): [string, string][] =>
    [id, name.fr, name.en].map((text) => [plain(text), id]),
  ),
  ...Object.entries({
    rh: 'human-resources',
    drh: 'human-resources',
    hr: 'human-resources',
    'people and culture': 'human-resources',
    it: 'information-systems',
    dsi: 'information-systems',
    informatique: 'information-systems',
    juridique: 'legal',
    law: 'legal',
    ventes: 'sales',
    commercial: 'sales',
    vente: 'sales',
    procurement: 'purchasing',
    compta: 'accounting',
    'controle de gestion': 'finance',
    'r d': 'research',
    'supply chain': 'logistics',
    logistique: 'logistics',
  }),
])

/** The job family that somebody means, or their own words, which are near only to themselves. */
export function readJobFamily(text: string): string {
  return FAMILY_BY_NAME.get(plain(text)) ?? text
}
