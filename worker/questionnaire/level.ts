import type { Both } from '#domain/language.ts'
import type { Facet } from './answers.ts'

/** The two sides of a topic, as people read them (P17). */
export const FACET_WORDS: Record<Facet, Both> = {
  usage: { fr: 'L’usage : savoir m’en servir', en: 'Usage: being able to use it' },
  stakes: { fr: 'Les enjeux : voir ce que cela change', en: 'Stakes: seeing what it changes' },
}

export const FACET_NAMES: Record<Facet, Both> = {
  usage: { fr: 'usage', en: 'usage' },
  stakes: { fr: 'enjeux', en: 'stakes' },
}

/** Levels 0 to 4, described by what people do (questionnaires.md §3, SKL and SKT). */
export const LEVEL_WORDS: Record<Facet, readonly Both[]> = {
  usage: [
    { fr: 'pas encore', en: 'not yet' },
    { fr: 'avec de l’aide', en: 'with help' },
    { fr: 'seul·e', en: 'on my own' },
    { fr: 'régulièrement, je dépanne', en: 'regularly, I help others out' },
    { fr: 'je l’ai transmis à d’autres', en: 'I have taught it to others' },
  ],
  stakes: [
    { fr: 'je découvre', en: 'new to me' },
    { fr: 'j’en connais les grandes lignes', en: 'I know the outline' },
    { fr: 'j’en vois l’effet sur mon activité', en: 'I see its effect on my work' },
    { fr: 'je m’en sers pour décider ou recommander', en: 'I use it to decide or advise' },
    { fr: 'je l’ai exposé à d’autres', en: 'I have presented it to others' },
  ],
}

/** When somebody last practised a topic, 0 to 4 (questionnaires.md §3, SKR). */
export const LAST_WORDS: readonly Both[] = [
  { fr: 'jamais', en: 'never' },
  { fr: 'il y a plus d’un an', en: 'over a year ago' },
  { fr: 'cette année', en: 'this year' },
  { fr: 'ce mois-ci', en: 'this month' },
  { fr: 'cette semaine', en: 'this week' },
]
