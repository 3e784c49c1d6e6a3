import type { ScoredTopics } from '#domain/criterion.ts'
import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import type { Facet } from '#questionnaire/answers.ts'
import { hopes } from '#questionnaire/blocks/hopes.ts'
import { FACET_NAMES } from '#questionnaire/level.ts'
import { SPOKEN_LANGUAGES } from '#questionnaire/spoken-language.ts'
import { scoredTopic } from './topic-fit.ts'

const NO_WORDS: Both = { fr: '', en: '' }

/** The hopes in the words of the form on which they were ticked. */
const HOPES = new Map(
  hopes({ senior: NO_WORDS, junior: NO_WORDS, isNamed: false })
    .questions.flatMap((question) => (question.kind === 'ranking' ? question.options : []))
    .map(({ value, name }) => [String(value), name]),
)

/** A piece of text put between the quotation marks of its language. */
export function quote(text: Both): Both {
  return { fr: `« ${text.fr} »`, en: `“${text.en}”` }
}

/** A topic with its name as it was frozen, where the product does not have it under that name. */
export interface NamedTopic {
  topic: string
  name?: Both
}

/** A topic with its facet, as it is read in the middle of a sentence. */
export function topicWords({ facet, ...topic }: NamedTopic & { facet: Facet }): Both {
  const [name, side] = [quotedTopic(topic), FACET_NAMES[facet]]
  return { fr: `${name.fr} (${side.fr})`, en: `${name.en} (${side.en})` }
}

/** The name of a topic between quotation marks. */
export function quotedTopic({ topic, name = topicName(topic) }: NamedTopic): Both {
  return quote(name)
}

/** A topic that neither the organisation nor the product knows is shown as it came. */
export function topicName(topic: string, changed?: ScoredTopics): Both {
  return scoredTopic(topic, changed)?.name ?? { fr: topic, en: topic }
}

export function hopeWords(hope: string): Both {
  return quote(HOPES.get(hope) ?? { fr: hope, en: hope })
}

/** Two job families side by side. */
export function familiesWords(one: string, other: string): Both {
  const [a, b] = [quote(familyName(one)), quote(familyName(other))]
  return { fr: `${a.fr} et ${b.fr}`, en: `${a.en} and ${b.en}` }
}

/** Languages as in “en français et en anglais”, “in French and English”. */
export function languagesWords(languages: readonly string[]): Both {
  return {
    fr: listed(
      languages.map((language) => `en ${languageName(language).fr.toLocaleLowerCase('fr')}`),
      'et',
    ),
    en: `in ${listed(
      languages.map((language) => languageName(language).en),
      'and',
    )}`,
  }
}

/** A language that is not in the list is shown as it came. */
export function languageName(language: string): Both {
  return SPOKEN_LANGUAGES[language] ?? { fr: language, en: language }
}

/** Words one after the other, as in “a, b and c”. */
export function listed(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`
}
