import type { Both } from '#domain/language.ts'
import type { Block, DotsQuestion } from '../question.ts'

const why: Both = {
  fr: 'Ces choix aident le mentor à préparer la première séance. Ils pèsent peu dans la formation des binômes, et aucun n’est meilleur qu’un autre.',
  en: 'These choices help the mentor prepare the first session. They count for little in forming pairs, and none is better than another.',
}

function dots(key: DotsQuestion['key'], label: Both, left: Both, right: Both): DotsQuestion {
  return { key, kind: 'dots', required: false, label, left, right, why }
}

const learns: DotsQuestion[] = [
  dots(
    'LP1',
    { fr: 'Face à un nouvel outil', en: 'With a new tool' },
    { fr: 'je l’essaie tout de suite', en: 'I try it at once' },
    { fr: 'je cherche d’abord comment il fonctionne', en: 'I first look for how it works' },
  ),
  dots(
    'LP2',
    { fr: 'Ce qui m’aide d’abord', en: 'What helps me first' },
    { fr: 'un exemple', en: 'an example' },
    { fr: 'une vue d’ensemble', en: 'an overview' },
  ),
  dots(
    'LP3',
    { fr: 'Si je bloque', en: 'When stuck' },
    { fr: 'je teste plusieurs pistes', en: 'I test several ways' },
    { fr: 'je reviens au principe ou à la notice', en: 'I go back to the principle or the manual' },
  ),
  dots(
    'LP4',
    { fr: 'Je retiens mieux', en: 'I remember better' },
    { fr: 'après avoir essayé', en: 'after trying' },
    { fr: 'après avoir compris le principe', en: 'after grasping the principle' },
  ),
]

const explains: DotsQuestion[] = [
  dots(
    'TS1',
    { fr: 'Quand j’explique', en: 'When I explain' },
    { fr: 'je fais essayer tout de suite', en: 'I let people try at once' },
    { fr: 'j’explique d’abord', en: 'I explain first' },
  ),
  dots(
    'TS2',
    { fr: 'Je prépare une séance', en: 'To prepare a session' },
    { fr: 'je choisis d’abord un exercice', en: 'I pick an exercise first' },
    { fr: 'j’ordonne d’abord mes idées', en: 'I order my ideas first' },
  ),
]

/** LP1–LP4, and TS1–TS2 for who explains (questionnaires.md §2). */
export function learning(explaining: boolean): Block {
  return {
    key: 'learning',
    title: { fr: 'Comment j’aime apprendre', en: 'How I like to learn' },
    intro: explaining
      ? {
          fr: 'Six choix pour préparer la première séance ; ils comptent peu.',
          en: 'Six choices to prepare the first session; they count for little.',
        }
      : {
          fr: 'Quatre choix pour préparer la première séance ; ils comptent peu.',
          en: 'Four choices to prepare the first session; they count for little.',
        },
    questions: explaining ? [...learns, ...explains] : learns,
  }
}
