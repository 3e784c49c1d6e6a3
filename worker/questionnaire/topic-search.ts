import { plain } from './sheet/plain.ts'
import { SYNONYMS, stemOf } from './topic-synonym.ts'

/** Something to find by any of its names; `group` finds it too, but counts for less. */
export interface Findable {
  id: string
  names: readonly string[]
  group?: string
}

interface Entry {
  id: string
  /** The words of each name, in order, by number. */
  names: number[][]
  words: number[]
  groupWords: number[]
}

/** Names made ready to be searched: every word once, and which entries have it. */
export interface TopicIndex {
  entries: readonly Entry[]
  words: readonly string[]
}

const SMALL_WORDS = new Set(
  'a an and at au aux avec by ce ces comment comprendre d dans de des du en et for from how in l la le les mon ma mes my of on or ou par pour qu que s sa se ses si son sur the to un une with'.split(
    ' ',
  ),
)

/** Text for comparing: no accents, capitals or apostrophes; “e-mail” and “email” are one word. */
export function foldTopic(text: string): string {
  return plain(text).replace(/\be (?=\p{L})/gu, 'e')
}

/** The words that count in a text, without the marks of the plural; all of them where only small ones are left. */
export function topicWordsIn(text: string): string[] {
  const all = foldTopic(text)
    .split(' ')
    .filter((word) => word !== '')
  const telling = all.filter((word) => !SMALL_WORDS.has(word))
  return (telling.length > 0 ? telling : all).map(stemOf)
}

/**
 * Prepares names for `searchTopics`; their order breaks ties. `wordsIn` is another way to part a text into words, for
 * names that are kept ready.
 */
export function indexTopics(findables: Iterable<Findable>, wordsIn = topicWordsIn): TopicIndex {
  const numbers = new Map<string, number>()
  const numbersIn = (text: string) =>
    wordsIn(text).map((word) => {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      return number
    })
  const entries = Array.from(findables, ({ id, names, group }) => {
    const each = names.map(numbersIn)
    return { id, names: each, words: [...new Set(each.flat())], groupWords: group ? numbersIn(group) : [] }
  })
  return { entries, words: [...numbers.keys()] }
}

/** What is worth less than this part of the best find is left out. */
const WORTH = 0.5
/** What a group’s name counts for, beside a topic’s own. */
const OF_GROUP = 0.65

/**
 * The ids of what a query finds, best first: in all languages at once, whatever the accents, capitals and plurals, by
 * the beginnings of words, through synonyms, with one or two typing errors a word. Where nothing has all the words of
 * the query, what has most of them is found. An empty query finds everything, in the order of the index.
 */
export function searchTopics(index: TopicIndex, query: string, most = Number.POSITIVE_INFINITY): string[] {
  const words = topicWordsIn(query.slice(0, 200))
  if (words.length === 0) return index.entries.slice(0, most).map(({ id }) => id)
  const asked = words.map((word) => askFor(word, index.words))
  // “linked in”, “power point”: two words may be meant as one.
  const joined =
    words.length === 2 || words.length === 3 ? [askFor(stemOf(words.join('')), index.words)] : null
  const ranked = index.entries.map((entry, order) => {
    const [apart, together] = [rank(entry, asked), joined && rank(entry, joined)]
    const best = together && together.found >= apart.found && together.score > apart.score ? together : apart
    return { id: entry.id, order, ...best }
  })
  const found = ranked.reduce((most, one) => Math.max(most, one.found), 0)
  if (found === 0) return []
  const kept = ranked.filter((one) => one.found === found)
  kept.sort((a, b) => b.score - a.score || a.order - b.order)
  const least = WORTH * kept[0]!.score
  return kept
    .filter(({ score }) => score >= least)
    .slice(0, most)
    .map(({ id }) => id)
}

/** One word of a query: how much each word of the index is like it, and the same for each of its synonyms. */
interface AskedWord {
  likeness: Float64Array
  synonyms: Float64Array[][]
}

function askFor(word: string, words: readonly string[]): AskedWord {
  return {
    likeness: likenessOf(word, words),
    synonyms: synonymsOf(word).map((synonym) => synonym.map((other) => likenessOf(other, words))),
  }
}

function likenessOf(asked: string, words: readonly string[]): Float64Array {
  const letters = lettersOf(asked)
  return Float64Array.from(words, (word) => compare(asked, word, strangersIn(letters, word)))
}

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** How many of these letters a word does not have: it is at least so many edits away, which saves counting them. */
function strangersIn(letters: number, word: string): number {
  let count = 0
  for (let bits = letters & ~lettersOf(word); bits !== 0; bits &= bits - 1) count += 1
  return count
}

/** Which part of the words of the query an entry has, and how well: the words, then how much of a name they make up. */
function rank(entry: Entry, asked: readonly AskedWord[]): { found: number; score: number } {
  let [found, sum] = [0, 0]
  for (const word of asked) {
    const value = Math.max(
      bestOf(word.likeness, entry.words),
      OF_GROUP * bestOf(word.likeness, entry.groupWords),
      alike(word, entry.words),
      OF_GROUP * alike(word, entry.groupWords),
    )
    if (value > 0) found += 1
    sum += value
  }
  if (found === 0) return { found, score: 0 }
  const covered = entry.names.reduce((most, name) => Math.max(most, coverage(name, asked)), 0)
  return { found: found / asked.length, score: sum / asked.length + 0.3 * covered }
}

/** The part of a name that a query makes up; a name that begins with the query makes up a little more. */
function coverage(name: readonly number[], asked: readonly AskedWord[]): number {
  if (name.length === 0) return 0
  let covered = 0
  for (const number of name) {
    covered += asked.reduce((most, { likeness }) => Math.max(most, likeness[number]!), 0)
  }
  return covered / name.length + (asked[0]!.likeness[name[0]!]! > 0.7 ? 0.2 : 0)
}

function bestOf(likeness: Float64Array, words: readonly number[]): number {
  let best = 0
  for (const number of words) best = Math.max(best, likeness[number]!)
  return best
}

/** Through what else a word is called: all words of one synonym must be there. */
function alike({ synonyms }: AskedWord, words: readonly number[]): number {
  let best = 0
  for (const synonym of synonyms) {
    const least = Math.min(...synonym.map((likeness) => bestOf(likeness, words)))
    if (least >= 0.7) best = Math.max(best, 0.9 * least)
  }
  return best
}

/** What else people call something, each as the words it is made of; a synonym may be mistyped too. */
export function synonymsOf(word: string): string[][] {
  const key = Object.hasOwn(SYNONYMS, word)
    ? word
    : word.length > 3 &&
      Object.keys(SYNONYMS).find((one) => one.length > 3 && editsBetween(word, one, 1) <= 1)
  return key ? SYNONYMS[key]!.split('|').map((text) => topicWordsIn(text)) : []
}

/** How much one word of a query is like a word of a name, 0…1; `strangers`: letters that the latter does not have. */
function compare(asked: string, word: string, strangers: number): number {
  if (asked === word) return 1
  if (asked.length < 2) return 0
  if (word.startsWith(asked)) return 0.75 + 0.2 * (asked.length / word.length)
  if (asked.length === 2)
    return word.length === 3 && asked[0] === word[0] && editsBetween(asked, word, 1) === 1 ? 0.4 : 0
  const most = asked.length < 8 ? 1 : 2
  const edits = strangers > most ? most + 1 : editsBetween(asked, word, most)
  if (edits <= most) return (Math.min(asked.length, word.length) === 3 ? 0.5 : 0.72) - 0.08 * edits
  if (asked.length < 4) return 0
  for (const length of strangers > most ? [] : [asked.length, asked.length + 1, asked.length - 1]) {
    if (length < word.length && editsBetween(asked, word.slice(0, length), most) <= most) return 0.5
  }
  if (asked.length > 4 && word.endsWith(asked)) return 0.45
  if (asked.length > word.length + 4) return 0
  return sharedStart(asked, word) >= Math.max(6, 0.7 * Math.min(asked.length, word.length)) ? 0.4 : 0
}

/** How many letters two words begin with alike. */
function sharedStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

/**
 * How many letters to add, drop, replace or swap with a neighbour turn one word into another (Damerau 1964; Levenshtein
 * 1966, no letter touched twice); anything beyond `most` is `most` + 1.
 */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[other.length]!, most + 1)
}
