import type { Both } from '#domain/language.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

function fr(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.fr.kinds.processors
  return {
    title,
    lead: `${lead}, pour ${f.organisation}.`,
    sections: [
      {
        heading: 'Le sous-traitant',
        blocks: [
          'Cloudflare, Inc. (101 Townsend Street, San Francisco, CA 94107, États-Unis) héberge le service pour le compte de l’organisation. Le logiciel lui-même est libre et n’envoie rien à ses auteurs. Il peut aussi fonctionner sur une machine de l’organisation, sans sous-traitant.',
          {
            table: {
              caption: 'Ce qui est confié, et où',
              head: ['Service', 'Données', 'Lieu'],
              rows: [
                [
                  'Base de données (D1)',
                  'Toutes les tables du registre',
                  f.isStoredInEu
                    ? 'Union européenne\u00a0: la base a été créée avec cette juridiction, ce qui la tient et la fait fonctionner dans l’Union.'
                    : 'Non précisé\u00a0: la base peut être tenue dans l’Union européenne si elle est créée avec cette juridiction. L’organisation ne l’a pas encore déclaré.',
                ],
                [
                  'Exécution des demandes (Workers)',
                  'Ce qui passe dans une demande, le temps d’y répondre',
                  f.isRunInEu
                    ? 'Union européenne\u00a0: l’organisation a activé les services régionaux (Regional Services).'
                    : 'Le centre le plus proche de la personne, y compris hors de l’Union européenne, tant que les services régionaux (Regional Services) ne sont pas activés.',
                ],
                [
                  'File de tâches (Queues)',
                  'Des identifiants, jamais un nom ni une réponse',
                  'Réseau de l’hébergeur, sans lieu garanti',
                ],
                [
                  'Envoi des e-mails (Email Service)',
                  'Adresse, objet et texte de chaque e-mail, puis le serveur du destinataire',
                  'Réseau de l’hébergeur, sans lieu garanti',
                ],
                ...(f.hasTurnstile
                  ? [
                      [
                        'Vérification des visiteurs (Turnstile)',
                        'Adresse de réseau et signes techniques du navigateur, sur la page d’inscription seulement',
                        'Réseau de l’hébergeur, sans lieu garanti',
                      ],
                    ]
                  : []),
              ],
            },
          },
          f.hasTurnstile
            ? 'La vérification des visiteurs est active sur la page d’inscription\u00a0; les autres pages n’appellent aucun service extérieur.'
            : 'Aucune page n’appelle un service extérieur\u00a0: ni mesure d’audience, ni police, ni vérification de visiteurs.',
        ],
      },
      {
        heading: 'Les destinataires choisis par l’organisation',
        blocks: [
          'Les outils RH qui détiennent une clé, ou qui reçoivent des événements, sont ceux de l’organisation. Les événements ne portent que des identifiants, des états et des dates.',
          { blanks: [['Outils RH raccordés, avec leurs droits', 3]] },
        ],
      },
      {
        heading: 'Les transferts hors de l’Union européenne',
        blocks: [
          'Tenir la base dans l’Union ne suffit pas à écarter tout transfert\u00a0: une demande peut être exécutée ailleurs, un e-mail passe par le réseau de l’hébergeur, et l’hébergeur est une société américaine, dont le droit peut exiger un accès.',
          {
            list: [
              'Signer l’accord de sous-traitance de l’hébergeur (article\u00a028), et vérifier la liste de ses propres sous-traitants.',
              'Retenir le mécanisme de transfert\u00a0: décision d’adéquation applicable au jour de la signature, ou clauses contractuelles types.',
              'Conduire l’analyse d’impact des transferts.',
              ...(f.isStoredInEu
                ? []
                : ['Vérifier la juridiction de la base, puis la déclarer dans le profil de l’organisation.']),
              ...(f.isRunInEu
                ? []
                : [
                    'Décider d’activer ou non les services régionaux, et le déclarer dans le profil de l’organisation.',
                  ]),
            ],
          },
          {
            counsel:
              'Le mécanisme de transfert retenu et sa validité à la date de signature\u00a0; ce point de droit évolue.',
          },
        ],
      },
      { heading: 'Signature', blocks: [{ signatures: [`Pour ${f.organisation}`] }] },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.en.kinds.processors
  return {
    title,
    lead: `${lead}, for ${f.organisation}.`,
    sections: [
      {
        heading: 'The processor',
        blocks: [
          'Cloudflare, Inc. (101 Townsend Street, San Francisco, CA 94107, USA) hosts the service on behalf of the organisation. The software itself is free and sends nothing to its authors. It can also run on a machine of the organisation, without a processor.',
          {
            table: {
              caption: 'What is entrusted, and where',
              head: ['Service', 'Data', 'Place'],
              rows: [
                [
                  'Database (D1)',
                  'Every table of the record of processing',
                  f.isStoredInEu
                    ? 'European Union: the database was created with that jurisdiction, which holds and runs it in the Union.'
                    : 'Not stated: the database can be held in the European Union if it is created with that jurisdiction. The organisation has not declared it yet.',
                ],
                [
                  'Handling of requests (Workers)',
                  'What travels in a request, for the time it takes to answer',
                  f.isRunInEu
                    ? 'European Union: the organisation has turned on Regional Services.'
                    : 'The centre nearest to the person, outside the European Union too, unless Regional Services are turned on.',
                ],
                [
                  'Queue of tasks (Queues)',
                  'Identifiers, never a name or an answer',
                  'Network of the host, no place guaranteed',
                ],
                [
                  'Sending of mail (Email Service)',
                  'Address, subject and text of each mail, then the server of the recipient',
                  'Network of the host, no place guaranteed',
                ],
                ...(f.hasTurnstile
                  ? [
                      [
                        'Check of visitors (Turnstile)',
                        'Network address and technical signs of the browser, on the sign-up page only',
                        'Network of the host, no place guaranteed',
                      ],
                    ]
                  : []),
              ],
            },
          },
          f.hasTurnstile
            ? 'The check of visitors is on for the sign-up page; the other pages call no outside service.'
            : 'No page calls an outside service: no audience measurement, no font, no check of visitors.',
        ],
      },
      {
        heading: 'Recipients chosen by the organisation',
        blocks: [
          'HR tools that hold a key, or receive events, are those of the organisation. Events carry identifiers, states and dates only.',
          { blanks: [['HR tools connected, with their scopes', 3]] },
        ],
      },
      {
        heading: 'Transfers outside the European Union',
        blocks: [
          'Holding the database in the Union is not enough to rule out every transfer: a request may be handled elsewhere, a mail goes through the network of the host, and the host is an American company, whose law may require access.',
          {
            list: [
              'Sign the host’s data processing agreement (article 28), and check the list of its own processors.',
              'Choose the transfer mechanism: an adequacy decision in force on the day of signature, or standard contractual clauses.',
              'Carry out the transfer impact assessment.',
              ...(f.isStoredInEu
                ? []
                : [
                    'Check the jurisdiction of the database, then declare it in the profile of the organisation.',
                  ]),
              ...(f.isRunInEu
                ? []
                : [
                    'Decide whether to turn on Regional Services, and declare it in the profile of the organisation.',
                  ]),
            ],
          },
          {
            counsel:
              'The transfer mechanism and its validity on the day of signature; this point of law is moving.',
          },
        ],
      },
      { heading: 'Signature', blocks: [{ signatures: [`For ${f.organisation}`] }] },
    ],
  }
}

/** Who processes what for the organisation, and where, only as far as it has said so. */
export const processors: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
