import type { Both } from '#domain/language.ts'
import type { Block, Question, RankingQuestion } from '../question.ts'

const why: Both = {
  fr: 'Deux attentes qui se répondent rapprochent deux personnes. L’ordre compte : la première pèse deux fois plus.',
  en: 'Hopes that answer each other bring two people together. Order matters: the first weighs twice as much.',
}

const help: Both = {
  fr: 'Une ou deux réponses, la plus importante d’abord.',
  en: 'One or two answers, the most important first.',
}

/** What the more senior of the two may hope for (IM, questionnaires.md §4). */
const seniorHopes: RankingQuestion = {
  key: 'IM',
  kind: 'ranking',
  required: false,
  label: { fr: 'Ce que j’espère aussi', en: 'What else I hope for' },
  help,
  why,
  options: [
    {
      value: 'IM1',
      name: { fr: 'aider une personne à construire son parcours', en: 'help someone build their path' },
    },
    {
      value: 'IM2',
      name: { fr: 'trouver avec qui mener un projet', en: 'find people to work with on a project' },
    },
    { value: 'IM3', name: { fr: 'changer une pratique de travail', en: 'change a work practice' } },
    {
      value: 'IM4',
      name: {
        fr: 'comprendre les nouveaux usages et attentes',
        en: 'understand new habits and expectations',
      },
    },
    {
      value: 'IM5',
      name: { fr: 'confronter mes idées à un regard neuf', en: 'test my ideas against a fresh eye' },
    },
  ],
}

/** What the more junior of the two may hope for (IR, questionnaires.md §4). */
const juniorHopes: RankingQuestion = {
  key: 'IR',
  kind: 'ranking',
  required: false,
  label: { fr: 'Ce que j’espère aussi', en: 'What else I hope for' },
  help,
  why,
  options: [
    {
      value: 'IR1',
      name: { fr: 'comprendre les métiers de l’entreprise', en: 'understand the company’s fields of work' },
    },
    { value: 'IR2', name: { fr: 'évoluer dans mon métier', en: 'progress in my field' } },
    { value: 'IR3', name: { fr: 'contribuer à un projet', en: 'contribute to a project' } },
    { value: 'IR4', name: { fr: 'élargir mon réseau', en: 'widen my network' } },
    { value: 'IR5', name: { fr: 'apprendre à transmettre et à animer', en: 'learn to teach and lead' } },
  ],
}

const reason: Question = {
  key: 'G7',
  kind: 'text',
  required: false,
  length_max: 300,
  label: {
    fr: 'Pourquoi ce programme, en une phrase ? (facultatif)',
    en: 'Why this programme, in a sentence? (optional)',
  },
  help: {
    fr: '300 caractères au plus. N’écrivez rien sur la santé, les opinions ou une autre personne.',
    en: 'At most 300 characters. Write nothing about health, opinions or another person.',
  },
  why: {
    fr: 'Seule l’équipe du programme lit cette phrase. Elle ne compte pas dans la formation des binômes.',
    en: 'Only the programme team reads this sentence. It does not count in forming pairs.',
  },
}

/**
 * IM for the more senior side, IR for the more junior one, then G7. Somebody who takes both roles answers both:
 * `named` then says in which role each is asked.
 */
export function hopes(asked: { senior: Both | null; junior: Both | null; isNamed: boolean }): Block {
  const ranked = [
    asked.junior === null ? null : withRole(juniorHopes, asked.junior, asked.isNamed),
    asked.senior === null ? null : withRole(seniorHopes, asked.senior, asked.isNamed),
  ]
  return {
    key: 'hopes',
    title: { fr: 'Mes attentes', en: 'My hopes' },
    questions: [...ranked.filter((question) => question !== null), reason],
  }
}

function withRole(question: RankingQuestion, role: Both, isNamed: boolean): RankingQuestion {
  if (!isNamed) return question
  const { fr, en } = question.label
  return { ...question, label: { fr: `${fr}, comme ${role.fr}`, en: `${en}, as ${role.en}` } }
}
