import type { Both } from '#domain/language.ts'
import { controllerBlock, retentionLine } from './document-blocks.ts'
import type { DocumentFacts, KeptFact } from './document-facts.ts'
import type { DocumentBlock, DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

/** The record purpose by purpose, one table each: whose data, how long, who sees them. */
function recordBlocks(f: DocumentFacts, head: string[]): DocumentBlock[] {
  return [...Map.groupBy(f.kept, ({ purpose }) => purpose)].map(([purpose, tables]) => ({
    table: {
      caption: purpose,
      head,
      rows: tables.map(({ name, table, about, category, kept, seen }) => [
        `${name} (${table})`,
        about,
        category,
        kept,
        seen,
      ]),
    },
  }))
}

function recipients(f: DocumentFacts): string[] {
  return [...new Set(f.kept.map(({ seen }: KeptFact) => seen))]
}

function fr(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.fr.kinds['processing-record']
  return {
    title,
    lead: `${lead}, pour le programme «\u00a0${f.name}\u00a0».`,
    sections: [
      { heading: 'Le responsable', blocks: [controllerBlock(f)] },
      {
        heading: 'Les traitements, par finalité',
        blocks: recordBlocks(f, ['Données (table)', 'Personnes', 'Catégorie', 'Durée', 'Destinataires']),
      },
      {
        heading: 'Base légale',
        blocks: [
          'Proposée\u00a0: intérêt légitime (article\u00a06-1-f), avec une participation volontaire. Pour le journal et la preuve des accords\u00a0: l’obligation de pouvoir démontrer (articles\u00a05-2 et\u00a07-1).',
          { counsel: 'La base légale de chaque finalité.' },
        ],
      },
      { heading: 'Les destinataires', blocks: [{ list: recipients(f) }] },
      {
        heading: 'Les transferts hors de l’Union européenne',
        blocks: [...f.places, 'Voir le document «\u00a0Sous-traitants et transferts\u00a0».'],
      },
      { heading: 'Les durées', blocks: [retentionLine(f)] },
      {
        heading: 'Les mesures de sécurité',
        blocks: [
          {
            list: [
              'Connexion par code à usage unique, valable dix minutes\u00a0; pas de mot de passe\u00a0; sessions de trente jours au plus.',
              'Clés, codes et liens gardés sous forme d’empreinte\u00a0; droits limités par clé.',
              'Chiffrement en transit\u00a0; chiffrement au repos par l’hébergeur.',
              'Journal de tout ce qui est fait, par identifiants, sans nom ni réponse.',
              'Limites contre les abus par adresse et par réseau, comptées sur des empreintes.',
              'Aucun traceur, aucune mesure d’audience\u00a0; des cookies pour la connexion seulement.',
            ],
          },
        ],
      },
      {
        heading: 'Suivi de la fiche',
        blocks: [
          {
            blanks: [
              ['Numéro dans le registre', 1],
              ['Relue par, et le', 1],
              ['Prochaine relecture', 1],
            ],
          },
        ],
      },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.en.kinds['processing-record']
  return {
    title,
    lead: `${lead}, for the programme “${f.name}”.`,
    sections: [
      { heading: 'The controller', blocks: [controllerBlock(f)] },
      {
        heading: 'Processing, purpose by purpose',
        blocks: recordBlocks(f, ['Data (table)', 'People', 'Category', 'Kept', 'Recipients']),
      },
      {
        heading: 'Legal basis',
        blocks: [
          'Proposed: legitimate interest (article 6(1)(f)), with voluntary participation. For the journal and the proof of agreements: the duty to be able to demonstrate (articles 5(2) and 7(1)).',
          { counsel: 'The legal basis of each purpose.' },
        ],
      },
      { heading: 'Recipients', blocks: [{ list: recipients(f) }] },
      {
        heading: 'Transfers outside the European Union',
        blocks: [...f.places, 'See the document “Processors and transfers”.'],
      },
      { heading: 'Retention', blocks: [retentionLine(f)] },
      {
        heading: 'Security measures',
        blocks: [
          {
            list: [
              'Sign-in with a one-time code, valid for ten minutes; no password; sessions of thirty days at most.',
              'Keys, codes and links kept as fingerprints; limited scopes per key.',
              'Encryption in transit; encryption at rest by the host.',
              'A journal of everything that is done, by identifiers, without names or answers.',
              'Limits against abuse per address and per network, counted on fingerprints.',
              'No tracker, no audience measurement; cookies for signing in only.',
            ],
          },
        ],
      },
      {
        heading: 'Follow-up',
        blocks: [
          {
            blanks: [
              ['Number in the register', 1],
              ['Read again by, and on', 1],
              ['Next reading', 1],
            ],
          },
        ],
      },
    ],
  }
}

/** The record of processing activities (GDPR art. 30). */
export const processingRecord: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
