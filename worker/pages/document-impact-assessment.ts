import type { Both } from '#domain/language.ts'
import {
  BLOCK_WORDS,
  controllerBlock,
  purposesOf,
  questionBlocks,
  retentionLine,
  ruleBlocks,
  weightBlocks,
} from './document-blocks.ts'
import type { DocumentFacts } from './document-facts.ts'
import { RISKS } from './document-risks.ts'
import type { DocumentBlock, DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

/** Table by table, every column that says something of somebody. */
function columnsBlock(f: DocumentFacts, caption: string, head: string[]): DocumentBlock {
  return {
    table: {
      caption,
      head,
      rows: f.kept.map(({ name, table, about, columns, kept, seen }) => [
        `${name} (${table})`,
        about,
        columns.join(f.language === 'fr' ? '\u00a0; ' : '; '),
        kept,
        seen,
      ]),
    },
  }
}

function fr(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.fr.kinds['impact-assessment']
  const shared = BLOCK_WORDS.fr
  return {
    title,
    lead: `${lead}. Le plan suit l’article\u00a035 du RGPD.`,
    sections: [
      {
        heading: 'Le traitement',
        blocks: [controllerBlock(f), 'Finalités\u00a0:', { list: purposesOf(f) }, f.sessions, f.externals],
      },
      {
        heading: 'Pourquoi une analyse d’impact',
        blocks: [
          'La liste de la CNIL (délibération 2018-327) demande une analyse d’impact pour les traitements qui établissent des profils de personnes à des fins de gestion des ressources humaines. Le programme rapproche des personnes d’après leurs réponses, et des salariés sont considérés comme des personnes vulnérables face à leur employeur\u00a0: deux critères se rencontrent.',
          { counsel: 'Que l’analyse est exigée ici. L’établir dans tous les cas est le choix prudent.' },
        ],
      },
      {
        heading: 'Les données, colonne par colonne',
        blocks: [
          columnsBlock(f, 'Tables qui concernent des personnes', [
            'Table',
            'Qui',
            'Données',
            'Durée',
            'Qui y a accès',
          ]),
          ...questionBlocks(f),
        ],
      },
      {
        heading: 'Nécessité et proportion',
        blocks: [
          {
            facts: [
              [
                'Base légale proposée',
                'Intérêt légitime de l’organisation à faire circuler les savoirs (article\u00a06-1-f), avec une participation volontaire et un départ libre',
              ],
              [
                'Minimisation',
                'Chaque colonne ci-dessus sert à une finalité de la liste. Le grade et l’arrivée dans l’entreprise vérifient seulement le sens du mentorat.',
              ],
              [
                'Exactitude',
                'Le fichier du personnel fait foi et se met à jour\u00a0; chaque personne corrige ses réponses.',
              ],
              [
                'Information',
                'Notice versionnée, lue avant la première question\u00a0; la version montrée est gardée avec chaque inscription.',
              ],
            ],
          },
          {
            counsel:
              'La base légale. Le consentement est rarement libre au travail, et le référentiel RH de la CNIL (2019-160) écarte les outils de profilage.',
          },
          { list: shared.never },
        ],
      },
      { heading: 'Le calcul', blocks: [...ruleBlocks(f), ...weightBlocks(f)] },
      {
        heading: 'L’intervention humaine',
        blocks: [
          { steps: shared.decides },
          {
            counsel:
              'Que l’article\u00a022 du RGPD ne s’applique pas\u00a0: aucune décision n’est prise par la seule machine, et être ou non en binôme ne produit pas d’effet juridique.',
          },
        ],
      },
      { heading: 'Les droits', blocks: [{ list: shared.rights }] },
      { heading: 'Les durées', blocks: [retentionLine(f)] },
      {
        heading: 'Les risques et les mesures',
        blocks: [RISKS.fr],
      },
      { heading: 'Où sont les données', blocks: f.places },
      {
        heading: 'Avis et validation',
        blocks: [
          {
            blanks: [
              ['Avis de la personne déléguée à la protection des données', 3],
              ['Avis des personnes concernées ou de leurs représentants', 3],
              ['Gravité et vraisemblance retenues, après mesures', 3],
            ],
          },
          { signatures: ['Personne déléguée à la protection des données', 'Responsable du traitement'] },
        ],
      },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.en.kinds['impact-assessment']
  const shared = BLOCK_WORDS.en
  return {
    title,
    lead: `${lead}. The plan follows article 35 GDPR.`,
    sections: [
      {
        heading: 'The processing',
        blocks: [controllerBlock(f), 'Purposes:', { list: purposesOf(f) }, f.sessions, f.externals],
      },
      {
        heading: 'Why an impact assessment',
        blocks: [
          'The list of the French authority (CNIL, decision 2018-327) asks for an assessment where profiles of people are made for human resources. The programme brings people together from their answers, and employees count as vulnerable towards their employer: two criteria meet.',
          { counsel: 'That the assessment is required here. Making it in any case is the prudent choice.' },
        ],
      },
      {
        heading: 'The data, column by column',
        blocks: [
          columnsBlock(f, 'Tables that concern people', ['Table', 'Who', 'Data', 'Kept', 'Who has access']),
          ...questionBlocks(f),
        ],
      },
      {
        heading: 'Necessity and proportion',
        blocks: [
          {
            facts: [
              [
                'Legal basis proposed',
                'Legitimate interest of the organisation in making knowledge travel (article 6(1)(f)), with voluntary participation and the freedom to leave',
              ],
              [
                'Minimisation',
                'Each column above serves a purpose of the list. Grade and arrival in the company only check the direction of the mentoring.',
              ],
              [
                'Accuracy',
                'The staff file is the reference and is kept up to date; each person corrects their answers.',
              ],
              [
                'Information',
                'A versioned notice, read before the first question; the version shown is kept with each sign-up.',
              ],
            ],
          },
          {
            counsel:
              'The legal basis. Consent is rarely free at work, and the CNIL’s HR standard (2019-160) leaves profiling tools out.',
          },
          { list: shared.never },
        ],
      },
      { heading: 'The calculation', blocks: [...ruleBlocks(f), ...weightBlocks(f)] },
      {
        heading: 'Human intervention',
        blocks: [
          { steps: shared.decides },
          {
            counsel:
              'That article 22 GDPR does not apply: no decision is taken by the machine alone, and being in a pair or not has no legal effect.',
          },
        ],
      },
      { heading: 'Rights', blocks: [{ list: shared.rights }] },
      { heading: 'Retention', blocks: [retentionLine(f)] },
      {
        heading: 'Risks and measures',
        blocks: [RISKS.en],
      },
      { heading: 'Where the data are', blocks: f.places },
      {
        heading: 'Opinions and approval',
        blocks: [
          {
            blanks: [
              ['Opinion of the data protection officer', 3],
              ['Opinion of the people concerned or of their representatives', 3],
              ['Severity and likelihood retained, after measures', 3],
            ],
          },
          { signatures: ['Data protection officer', 'Controller'] },
        ],
      },
    ],
  }
}

/** The impact assessment, filled in with what the software knows (reliability.md §4, GDPR art. 35). */
export const impactAssessment: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
