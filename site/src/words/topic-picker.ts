import type { Both, Language } from '#domain/language.ts'

const fr = {
  hint: 'Chercher un sujet',
  list: 'Sujets',
  count: (count: number) => (count === 1 ? '1\u00a0sujet trouvé.' : `${count}\u00a0sujets trouvés.`),
  none: (typed: string) =>
    `Aucun sujet pour «\u00a0${typed}\u00a0». Essayez un mot plus court, ou effacez pour voir toute la liste.`,
}

type TopicPickerWords = typeof fr

const en: TopicPickerWords = {
  hint: 'Search for a topic',
  list: 'Topics',
  count: (count) => (count === 1 ? '1 topic found.' : `${count} topics found.`),
  none: (typed) => `No topic for “${typed}”. Try a shorter word, or clear it to see the whole list.`,
}

const TOPIC_PICKER_WORDS: Both<TopicPickerWords> = { fr, en }

/** The words of the search in a list of topics. */
export function topicPickerWordsIn(language: Language): TopicPickerWords {
  return TOPIC_PICKER_WORDS[language]
}
