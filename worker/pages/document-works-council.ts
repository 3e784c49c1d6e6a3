import type { Both } from '#domain/language.ts'
import {
  BLOCK_WORDS,
  controllerBlock,
  dataBlock,
  exceptionBlocks,
  purposesOf,
  questionBlocks,
  retentionLine,
  ruleBlocks,
  weightBlocks,
} from './document-blocks.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

function fr(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.fr.kinds['works-council']
  const shared = BLOCK_WORDS.fr
  return {
    title,
    lead: `Ce que le comité social et économique est invité à examiner avant l’ouverture des inscriptions au programme «\u00a0${f.name}\u00a0».`,
    sections: [
      { heading: 'De quoi il s’agit', blocks: [controllerBlock(f), f.council] },
      {
        heading: 'À quoi servent les données',
        blocks: [
          { list: purposesOf(f) },
          'Le programme sert à apprendre les uns des autres. Il ne sert ni à évaluer, ni à classer, ni à surveiller, ni à repérer des talents. Participer ou non n’a aucun effet sur la rémunération, l’évaluation, l’affectation ou la carrière.',
        ],
      },
      {
        heading: 'Les données',
        blocks: [
          dataBlock(f),
          ...questionBlocks(f),
          'Le questionnaire commun porte sur les sujets offerts et souhaités, les attentes, les disponibilités, la façon d’apprendre et d’échanger. Chaque question dit pourquoi elle est posée, et aucune réponse seule n’écarte quelqu’un.',
        ],
      },
      {
        heading: 'Les règles, en une page',
        startsPage: true,
        blocks: [...ruleBlocks(f), ...weightBlocks(f), f.capacity, f.externals, f.rounds, f.acceptance],
      },
      { heading: 'Ce qui n’est jamais utilisé', blocks: [{ list: shared.never }] },
      { heading: 'Qui décide', blocks: [{ steps: shared.decides }] },
      { heading: 'Exceptions à la règle hiérarchique', blocks: exceptionBlocks(f) },
      {
        heading: 'Effets sur le travail',
        blocks: [
          f.sessions,
          'Les séances et leur préparation sont du temps de travail. La charge est prévue avec la hiérarchie avant l’inscription, qui reste volontaire\u00a0: personne n’est inscrit sans son accord, même proposé par un tiers.',
          'Le questionnaire et les réponses aux propositions fonctionnent au clavier, au lecteur d’écran, sur téléphone et sans messagerie professionnelle.',
        ],
      },
      { heading: 'Les droits des personnes', blocks: [{ list: shared.rights }] },
      { heading: 'Combien de temps', blocks: [retentionLine(f)] },
      {
        heading: 'Où sont les données',
        blocks: [...f.places, 'Le document «\u00a0Sous-traitants et transferts\u00a0» donne le détail.'],
      },
      {
        heading: 'Ce que le comité recevra ensuite',
        blocks: [
          {
            list: [
              'Cette note, à nouveau, si une règle, un poids, une question ou une donnée change\u00a0; la version des poids est écrite ci-dessus.',
              'La liste des exceptions en vigueur, avec leur raison et sans nom.',
              'Un bilan en fin de programme, en nombres qui ne désignent personne.',
            ],
          },
        ],
      },
      {
        heading: 'Textes, et ce qui reste à confirmer',
        blocks: [
          'Code du travail\u00a0: article L2312-8 (consultation avant l’introduction d’une nouvelle technologie, dans les entreprises d’au moins cinquante personnes), article L2312-38 (information préalable sur les traitements automatisés de gestion du personnel), article L1222-4 (information préalable de chaque personne).',
          'Plusieurs tribunaux ont jugé en 2025 qu’une phase pilote compte déjà comme une introduction (Nanterre, 14\u00a0février\u00a02025, n°\u00a024/01457) et que l’importance de la technologie n’a pas à être démontrée (Paris, 2\u00a0septembre\u00a02025, n°\u00a025/53278).',
          {
            counsel:
              'L’application de ces articles à ce programme, les délais de consultation et la portée de ces décisions, qui peuvent avoir été réformées depuis.',
          },
        ],
      },
      {
        heading: 'Avis du comité',
        blocks: [
          {
            blanks: [
              ['Avis', 4],
              ['Réserves et demandes', 4],
            ],
          },
          { signatures: ['Pour le comité', `Pour ${f.organisation}`] },
        ],
      },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.en.kinds['works-council']
  const shared = BLOCK_WORDS.en
  return {
    title,
    lead: `What the works council is asked to examine before sign-ups open for the programme “${f.name}”.`,
    sections: [
      { heading: 'What this is about', blocks: [controllerBlock(f), f.council] },
      {
        heading: 'What the data are for',
        blocks: [
          { list: purposesOf(f) },
          'The programme is for learning from one another. It does not serve to appraise, rank, watch or spot talent. Taking part or not has no effect on pay, appraisal, assignment or career.',
        ],
      },
      {
        heading: 'The data',
        blocks: [
          dataBlock(f),
          ...questionBlocks(f),
          'The common questionnaire is about topics offered and wanted, hopes, availability, ways of learning and of talking. Each question says why it is asked, and no answer alone rules anybody out.',
        ],
      },
      {
        heading: 'The rules, on one page',
        startsPage: true,
        blocks: [...ruleBlocks(f), ...weightBlocks(f), f.capacity, f.externals, f.rounds, f.acceptance],
      },
      { heading: 'What is never used', blocks: [{ list: shared.never }] },
      { heading: 'Who decides', blocks: [{ steps: shared.decides }] },
      { heading: 'Exceptions to the reporting-line rule', blocks: exceptionBlocks(f) },
      {
        heading: 'Effects on work',
        blocks: [
          f.sessions,
          'Sessions and their preparation are working time. The load is planned with line managers before signing up, which stays voluntary: nobody is enrolled without their agreement, even when somebody else put them forward.',
          'The questionnaire and the answers to proposals work by keyboard, with a screen reader, on a telephone and without a company mailbox.',
        ],
      },
      { heading: 'People’s rights', blocks: [{ list: shared.rights }] },
      { heading: 'For how long', blocks: [retentionLine(f)] },
      {
        heading: 'Where the data are',
        blocks: [...f.places, 'The document “Processors and transfers” gives the details.'],
      },
      {
        heading: 'What the council will receive afterwards',
        blocks: [
          {
            list: [
              'This note again, whenever a rule, a weight, a question or a piece of data changes; the version of the weights is written above.',
              'The list of exceptions in force, with their reasons and without names.',
              'A report at the end of the programme, in numbers that point to nobody.',
            ],
          },
        ],
      },
      {
        heading: 'Texts, and what remains to be confirmed',
        blocks: [
          'French labour code: article L2312-8 (consultation before new technology is introduced, in companies of fifty people or more), article L2312-38 (prior information about automated staff management), article L1222-4 (prior information of each person).',
          'Several courts held in 2025 that a pilot already counts as an introduction (Nanterre, 14 February 2025, no. 24/01457) and that the technology need not be shown to be important (Paris, 2 September 2025, no. 25/53278).',
          {
            counsel:
              'How these articles apply to this programme, how long the consultation takes, and the reach of these decisions, which may have been reversed since.',
          },
        ],
      },
      {
        heading: 'Opinion of the council',
        blocks: [
          {
            blanks: [
              ['Opinion', 4],
              ['Reservations and requests', 4],
            ],
          },
          { signatures: ['For the council', `For ${f.organisation}`] },
        ],
      },
    ],
  }
}

/** What the works council reads before sign-ups open (reliability.md §4). */
export const worksCouncil: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
