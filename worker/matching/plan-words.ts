import type { ScoredTopics } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { Plan } from './planner.ts'
import { quote, topicName } from './words.ts'

/** With more waves than these, only the first and the last are told. */
const WAVES_LISTED = 8

/** A plan in a few sentences for organisers: waves, new mentors, group sessions. */
export function sayPlan(plan: Plan, changed?: ScoredTopics): Both[] {
  if (plan.target === 0) return []
  const said = [
    sayServed(plan),
    sayWaves(plan),
    sayNewMentors(plan, changed),
    sayMissing(plan, changed),
    sayGroups(plan),
  ]
  return said.filter((sentence) => sentence !== null)
}

function sayServed({ target, mentors, places, served }: Plan): Both {
  return {
    fr: `${n(mentors, 'fr', 'mentor', 'mentors')} et ${n(places, 'fr', 'place', 'places')} pour ${n(target, 'fr', 'personne', 'personnes')}\u00a0: ${served.toLocaleString('fr')} à la fois.`,
    en: `${n(mentors, 'en', 'mentor', 'mentors')} and ${n(places, 'en', 'place', 'places')} for ${n(target, 'en', 'person', 'people')}: ${served.toLocaleString('en')} at a time.`,
  }
}

function sayWaves({ target, reachable, served, waves }: Plan): Both | null {
  if (served === target || waves.length === 0) return null
  const who =
    reachable === target
      ? { fr: 'toutes les personnes', en: 'everybody' }
      : {
          fr: `les ${reachable.toLocaleString('fr')} dont un souhait est proposé`,
          en: `the ${reachable.toLocaleString('en')} who want something that is offered`,
        }
  const sizes = (language: 'fr' | 'en') =>
    waves.length <= WAVES_LISTED
      ? waves.map((size) => size.toLocaleString(language)).join(', ')
      : `${waves[0]!.toLocaleString(language)}, … ${waves.at(-1)!.toLocaleString(language)}`
  return waves.length === 1
    ? {
        fr: `Avec les mentors présents, une seule vague suffit pour ${who.fr}.`,
        en: `With the mentors there are, one wave serves ${who.en}.`,
      }
    : {
        fr: `Avec les mentors présents, il faut ${waves.length}\u00a0vagues pour ${who.fr}\u00a0: ${sizes('fr')}.`,
        en: `With the mentors there are, it takes ${waves.length} waves for ${who.en}: ${sizes('en')}.`,
      }
}

function sayNewMentors(
  { newMentors, newMentorsAtLeast, newCapacity }: Plan,
  changed: ScoredTopics | undefined,
): Both | null {
  if (newMentors.length === 0) return null
  const count = newMentors.reduce((sum, { mentors }) => sum + mentors, 0)
  const bound =
    count === newMentorsAtLeast
      ? { fr: 'c’est le plus petit nombre possible', en: 'no smaller number will do' }
      : { fr: `au moins ${newMentorsAtLeast}`, en: `at least ${newMentorsAtLeast}` }
  const kinds = newMentors.map(({ topics, mentors }) => {
    const names = topics.map((topic) => quote(topicName(topic, changed)))
    return {
      fr: `${mentors}\u00a0×\u00a0${names.map(({ fr }) => fr).join(' + ')}`,
      en: `${mentors} × ${names.map(({ en }) => en).join(' + ')}`,
    }
  })
  return {
    fr: `Pour servir tout le monde à la fois\u00a0: ${n(count, 'fr', 'mentor de plus', 'mentors de plus')} (${bound.fr}), à ${n(newCapacity, 'fr', 'place chacun', 'places chacun')}\u00a0: ${kinds.map(({ fr }) => fr).join(', ')}.`,
    en: `To serve everybody at once: ${n(count, 'en', 'more mentor', 'more mentors')} (${bound.en}), with ${n(newCapacity, 'en', 'place each', 'places each')}: ${kinds.map(({ en }) => en).join(', ')}.`,
  }
}

function sayMissing({ missingTopics }: Plan, changed: ScoredTopics | undefined): Both | null {
  if (missingTopics.length === 0) return null
  const names = missingTopics.map(({ topic, mentees }) => ({
    name: quote(topicName(topic, changed)),
    mentees,
  }))
  return {
    fr: `Souhaité par des personnes que nul mentor ne peut servir\u00a0: ${names.map(({ name, mentees }) => `${name.fr} (${mentees})`).join(', ')}.`,
    en: `Wanted by people whom no mentor can serve: ${names.map(({ name, mentees }) => `${name.en} (${mentees})`).join(', ')}.`,
  }
}

function sayGroups({ target, served, groups, ungrouped }: Plan): Both | null {
  if (served === target || groups.length === 0) return null
  const grouped = target - ungrouped
  const rest =
    ungrouped === 0
      ? { fr: 'tout le monde y a sa place', en: 'everybody has a place' }
      : {
          fr: `${n(ungrouped, 'fr', 'personne reste', 'personnes restent')} sans groupe`,
          en: `${n(ungrouped, 'en', 'person is', 'people are')} left without a group`,
        }
  return {
    fr: `Autre façon de faire\u00a0: ${n(groups.length, 'fr', 'séance en petit groupe', 'séances en petits groupes')} de 4 à 6 pour ${n(grouped, 'fr', 'personne', 'personnes')} avec les mentors présents\u00a0; ${rest.fr}.`,
    en: `Another way: ${n(groups.length, 'en', 'small-group session', 'small-group sessions')} of 4 to 6 for ${n(grouped, 'en', 'person', 'people')} with the mentors there are; ${rest.en}.`,
  }
}

function n(count: number, language: 'fr' | 'en', one: string, many: string): string {
  const isOne = language === 'fr' ? count < 2 : count === 1
  return `${count.toLocaleString(language)}${language === 'fr' ? '\u00a0' : ' '}${isOne ? one : many}`
}
