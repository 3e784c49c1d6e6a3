import type { Both } from '#domain/language.ts'
import type { DocumentFacts, KeptFact } from './document-facts.ts'
import type { DocumentBlock } from './document-text.ts'

const fr = {
  controller: {
    organisation: 'Responsable du traitement',
    address: 'Adresse',
    contact: 'Contact',
    dpo: 'Personne déléguée à la protection des données',
    programme: 'Programme',
    kind: 'Type',
    aims: 'Objectifs',
    period: 'Période',
  },
  data: ['Donnée', 'Ce que c’est', 'Pendant combien de temps', 'Qui la voit'],
  dataCaption: 'Ce qui est enregistré, table par table (le nom de la table est entre parenthèses)',
  plainCaption: 'Ce qui est enregistré',
  rules: ['Règle', 'Ce qu’elle demande'],
  rulesCaption: 'Les règles que rien ne compense',
  weights: ['Critère', 'Poids', 'Ce qu’il regarde'],
  weightsCaption: (version: number) =>
    `Ce qui compte entre deux binômes permis, et pour combien (version\u00a0${version})`,
  ownRules: 'Règles ajoutées par l’équipe du programme\u00a0:',
  noOwnRules: 'L’équipe du programme n’a ajouté aucune règle.',
  ownQuestions: 'Questions ajoutées par l’équipe du programme au questionnaire\u00a0:',
  noOwnQuestions: 'L’équipe du programme n’a ajouté aucune question au questionnaire.',
  exceptions: ['Groupe', 'Portée', 'Raison écrite', 'Décidée le', 'Personnes', 'Binômes formés'],
  exceptionsCaption: 'Exceptions à la règle hiérarchique en vigueur, sans aucun nom',
  noExceptions: 'Aucune exception n’est en vigueur.',
  exceptionsLead:
    'Deux personnes d’une même ligne hiérarchique ne forment jamais un binôme. L’équipe peut, pour un groupe nommé seulement, ramener cette règle aux niveaux qui évaluent\u00a0: la raison est écrite, les deux personnes la lisent avant de répondre, et l’organisation leur assure l’appui d’un coach.',
  never: [
    'L’âge, la date de naissance, le sexe, l’orientation sexuelle, l’identité de genre, l’origine, la nationalité, la santé, le handicap, la situation de famille, les opinions, la religion, l’appartenance syndicale, le lieu de résidence, l’apparence, la photo\u00a0: aucune colonne n’existe pour les recevoir, l’import ne les lit pas, et aucune règle ni aucune question ne peut les demander.',
    'La rémunération, les évaluations, les sanctions, les absences, le temps de travail constaté.',
    'Les messages, l’agenda, les traces d’activité.',
    'Ce qui se dit en séance.',
    'Les refus\u00a0: une proposition déclinée sert seulement à ne plus être refaite.',
  ],
  decides: [
    'Le calcul propose des binômes d’après des règles écrites et des poids publiés. Il n’apprend rien et donne deux fois le même résultat.',
    'L’équipe du programme relit chaque proposition avec ses raisons, en écarte ou en impose, et approuve. Rien n’est envoyé avant.',
    'Les deux personnes découvrent la proposition au même moment et acceptent ou déclinent, sans donner de raison.',
    'Le binôme n’existe que si les deux acceptent. Refus et absence de réponse se disent avec les mêmes mots, à l’échéance\u00a0; personne n’apprend qui a décliné, ni l’équipe, ni la hiérarchie.',
  ],
  rights: [
    'Consulter ses données, les faire corriger, les faire effacer, en limiter l’usage.',
    'S’opposer, pour des raisons tenant à sa situation\u00a0; quitter le programme à tout moment, sans donner de raison.',
    'Récupérer les données que l’on a fournies, quand la loi le prévoit.',
    'Demander pourquoi un binôme a été proposé, et qu’une personne de l’équipe réexamine la proposition.',
    'Recevoir une réponse sous un mois, et saisir la CNIL (cnil.fr).',
  ],
  kept: (swept: string) =>
    `Le logiciel efface de lui-même, chaque jour, ce qui est arrivé à son terme\u00a0: ${swept}. D’autres lignes partent avec ce qu’elles complètent, ou quand leur auteur les retire, comme la liste l’indique. Un programme sans date de fin n’efface rien\u00a0: fixez-en une. Pour le reste, l’effacement revient à l’organisation\u00a0: elle désigne qui s’en charge et à quelle date.`,
  purposes: 'Finalités',
}

const en: typeof fr = {
  controller: {
    organisation: 'Controller',
    address: 'Address',
    contact: 'Contact',
    dpo: 'Data protection officer',
    programme: 'Programme',
    kind: 'Kind',
    aims: 'Aims',
    period: 'Period',
  },
  data: ['Data', 'What it is', 'For how long', 'Who sees it'],
  dataCaption: 'What is stored, table by table (the name of the table is in brackets)',
  plainCaption: 'What is stored',
  rules: ['Rule', 'What it asks'],
  rulesCaption: 'The rules that nothing makes up for',
  weights: ['Criterion', 'Weight', 'What it looks at'],
  weightsCaption: (version) =>
    `What counts between two pairs that are allowed, and for how much (version ${version})`,
  ownRules: 'Rules added by the programme team:',
  noOwnRules: 'The programme team has added no rule.',
  ownQuestions: 'Questions added by the programme team to the questionnaire:',
  noOwnQuestions: 'The programme team has added no question to the questionnaire.',
  exceptions: ['Group', 'Reach', 'Written reason', 'Decided on', 'People', 'Pairs formed'],
  exceptionsCaption: 'Exceptions to the reporting-line rule in force, without any name',
  noExceptions: 'No exception is in force.',
  exceptionsLead:
    'Two people in one reporting line never form a pair. The team may, for a named group only, narrow this rule to the levels that appraise: the reason is written, both people read it before they answer, and the organisation gives them the support of a coach.',
  never: [
    'Age, date of birth, sex, sexual orientation, gender identity, origin, nationality, health, disability, family situation, opinions, religion, union membership, place of residence, appearance, photograph: no column exists to receive them, the import does not read them, and no rule or question may ask for them.',
    'Pay, appraisals, sanctions, absences, recorded working time.',
    'Messages, calendars, traces of activity.',
    'What is said in a session.',
    'Refusals: a proposal that was declined only serves never to be made again.',
  ],
  decides: [
    'The calculation proposes pairs from written rules and published weights. It learns nothing and gives the same result twice.',
    'The programme team reads each proposal with its reasons, rules some out or requires some, and approves. Nothing is sent before.',
    'Both people discover the proposal at the same moment and accept or decline, without giving a reason.',
    'There is a pair only if both accept. A refusal and no answer are told in the same words, at the deadline; nobody learns who declined, neither the team nor line managers.',
  ],
  rights: [
    'Read their data, have them corrected, have them erased, restrict their use.',
    'Object, on grounds relating to their situation; leave the programme at any time, without giving a reason.',
    'Take away the data they provided, where the law says so.',
    'Ask why a pair was proposed, and have a person of the team look at the proposal again.',
    'Receive an answer within a month, and turn to the data protection authority (in France the CNIL, cnil.fr).',
  ],
  kept: (swept) =>
    `The software deletes by itself, every day, what has come to its term: ${swept}. Other rows go with what they complete, or when their author withdraws them, as the list says. A programme without an end date erases nothing: set one. For the rest, the deletion is for the organisation to do: it names who does so and on which date.`,
  purposes: 'Purposes',
}

export const BLOCK_WORDS: Both<typeof fr> = { fr, en }

/** Who answers for the data, and which programme this is. */
export function controllerBlock(f: DocumentFacts): DocumentBlock {
  const words = BLOCK_WORDS[f.language].controller
  return {
    facts: [
      [words.organisation, f.organisation],
      [words.address, f.address],
      [words.contact, [f.email, f.phone].filter(Boolean).join(' · ') || null],
      [words.dpo, f.dpo],
      [words.programme, `${f.name} (${f.kind})`],
      [words.aims, f.aims.join(' · ')],
      [words.period, f.period],
    ],
  }
}

/** What is stored, how long and who sees it: every table that holds something about people. */
export function dataBlock(f: DocumentFacts): DocumentBlock {
  const words = BLOCK_WORDS[f.language]
  const rows = f.kept.map(({ name, table, holds, kept, seen }) => [`${name} (${table})`, holds, kept, seen])
  return { table: { caption: words.dataCaption, head: words.data, rows } }
}

/** The same for readers who are no technicians, as far as it concerns them. */
export function plainDataBlock(f: DocumentFacts, concerns: (kept: KeptFact) => boolean): DocumentBlock {
  const words = BLOCK_WORDS[f.language]
  const rows = f.kept.filter(concerns).map(({ name, holds, kept, seen }) => [name, holds, kept, seen])
  return { table: { caption: words.plainCaption, head: words.data, rows } }
}

/** The hard rules, the programme’s own among them. */
export function ruleBlocks(f: DocumentFacts): DocumentBlock[] {
  const words = BLOCK_WORDS[f.language]
  return [
    { table: { caption: words.rulesCaption, head: words.rules, rows: f.rules } },
    f.seniority,
    ...(f.ownRules.length ? [words.ownRules, { list: f.ownRules }] : [words.noOwnRules]),
  ]
}

/** What counts, and for how much. */
export function weightBlocks(f: DocumentFacts): DocumentBlock[] {
  const words = BLOCK_WORDS[f.language]
  return [
    { table: { caption: words.weightsCaption(f.weightsVersion), head: words.weights, rows: f.weights } },
    f.objective,
    ...f.wishes,
  ]
}

export function questionBlocks(f: DocumentFacts): DocumentBlock[] {
  const words = BLOCK_WORDS[f.language]
  return f.ownQuestions.length ? [words.ownQuestions, { list: f.ownQuestions }] : [words.noOwnQuestions]
}

export function exceptionBlocks(f: DocumentFacts): DocumentBlock[] {
  const words = BLOCK_WORDS[f.language]
  if (f.exceptions.length === 0) return [words.exceptionsLead, words.noExceptions]
  return [
    words.exceptionsLead,
    { table: { caption: words.exceptionsCaption, head: words.exceptions, rows: f.exceptions } },
  ]
}

/** What is deleted by itself, and what the organisation must delete. */
export function retentionLine(f: DocumentFacts): string {
  const names = f.kept.filter(({ isSwept }) => isSwept).map(({ name }) => name.toLocaleLowerCase(f.language))
  return BLOCK_WORDS[f.language].kept(names.join(', '))
}

/** Each purpose once, in the order of the store. */
export function purposesOf(f: DocumentFacts): string[] {
  return [...new Set(f.kept.map(({ purpose }) => purpose))]
}
