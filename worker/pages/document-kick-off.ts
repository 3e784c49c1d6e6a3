import type { Both } from '#domain/language.ts'
import type { DocumentFacts } from './document-facts.ts'
import { kickOffMails } from './document-kick-off-mails.ts'
import type { DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

function fr(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.fr.kinds['kick-off']
  return {
    title,
    lead: `De quoi lancer «\u00a0${f.name}\u00a0» sans rien oublier\u00a0: ce qui doit être prêt, quand, par qui, et avec quels mots.`,
    sections: [
      {
        heading: 'Prêt à lancer',
        blocks: [
          {
            boxes: [
              'La consultation du CSE est consignée, ou la raison pour laquelle elle n’est pas nécessaire.',
              'L’analyse d’impact et la fiche du registre sont validées.',
              'La charte est écrite, relue et publiée.',
              'Un membre de la direction porte le programme et le dit.',
              'Un coach est disponible pour qui le souhaite, avant la première séance.',
              'Les responsables hiérarchiques savent que le temps est prévu, et que rien ne leur sera rapporté.',
              'Il y a assez de places de mentor pour les personnes attendues.',
              'Deux personnes de l’équipe savent approuver un calcul et répondre à une difficulté.',
            ],
          },
          f.council,
        ],
      },
      {
        heading: 'Semaine par semaine',
        blocks: [
          {
            table: {
              caption: 'Le calendrier, avec ses dates quand elles sont fixées',
              head: ['Quand', 'Quoi', 'Qui'],
              rows: f.calendar([
                [-12, 'Note au CSE, analyse d’impact, choix des objectifs et des poids', 'Équipe, juridique'],
                [-8, 'Charte, notice, page publique\u00a0; annonce par la direction', 'Équipe, direction'],
                [
                  'sign-ups',
                  'Ouverture des inscriptions\u00a0; réunions d’information pour mentors et personnes mentorées',
                  'Équipe, relais locaux',
                ],
                [
                  -3,
                  'Échanges proposés à qui hésite\u00a0; recherche de mentors sur les sujets qui manquent',
                  'Équipe, coach',
                ],
                ['matching', 'Calcul, relecture, approbation\u00a0; les deux personnes répondent', 'Équipe'],
                [0, 'Réunion de lancement, première séance, accord d’apprentissage', 'Tout le monde'],
                [4, 'Appel de courtoisie à chaque binôme', 'Équipe, coach'],
                [12, 'Point à mi-parcours', 'Binômes, équipe'],
                ['end', 'Bilan, remerciements, effacement des données à la date prévue', 'Équipe, direction'],
              ]),
            },
          },
          f.signUps,
          f.rounds,
          f.acceptance,
          { counsel: 'Le délai de consultation du CSE, à compter avant la première date.' },
        ],
      },
      {
        heading: 'La réunion de lancement, en quatre-vingt-dix minutes',
        blocks: [
          {
            table: {
              caption: 'Ordre du jour',
              head: ['Durée', 'Sujet', 'Qui parle'],
              rows: [
                ['10\u00a0min', 'Pourquoi ce programme, et pourquoi maintenant', 'La direction'],
                [
                  '15\u00a0min',
                  'Comment les binômes se forment, qui décide, ce qui n’est jamais utilisé',
                  'L’équipe',
                ],
                ['15\u00a0min', 'La charte et la confidentialité\u00a0; les questions', 'L’équipe'],
                [
                  '30\u00a0min',
                  'Première rencontre des binômes, avec l’accord d’apprentissage',
                  'Les binômes',
                ],
                [
                  '15\u00a0min',
                  'Ce qui aide et ce qui gêne, par un binôme d’une autre année ou un coach',
                  'Témoins',
                ],
                ['5\u00a0min', 'À qui parler si cela ne va pas', 'L’équipe'],
              ],
            },
          },
        ],
      },
      {
        heading: 'Les rôles',
        blocks: [
          {
            facts: [
              ['Direction', 'Porte le programme, y prend du temps, ne demande aucun résultat individuel.'],
              ['Équipe du programme', 'Prépare, approuve, répond. Un nom et une adresse connus de tous.'],
              ['Coach', 'Reçoit qui le souhaite, en confidence.'],
              ['Responsables hiérarchiques', 'Libèrent le temps\u00a0; n’assistent pas, ne reçoivent rien.'],
              ['Représentants du personnel', 'Lisent la note, les exceptions et le bilan.'],
            ],
          },
          {
            blanks: [
              ['Direction', 1],
              ['Équipe du programme', 2],
              ['Coach', 1],
            ],
          },
        ],
      },
      {
        heading: 'Des messages à reprendre',
        blocks: kickOffMails.fr(f),
      },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.en.kinds['kick-off']
  return {
    title,
    lead: `What it takes to start “${f.name}” without forgetting anything: what must be ready, when, by whom, and in which words.`,
    sections: [
      {
        heading: 'Ready to start',
        blocks: [
          {
            boxes: [
              'The consultation of the works council is recorded, or the reason why none is needed.',
              'The impact assessment and the record of processing are approved.',
              'The charter is written, read again and published.',
              'A member of the board stands behind the programme and says so.',
              'A coach is available to whoever wishes, before the first session.',
              'Line managers know that the time is planned, and that nothing will be reported to them.',
              'There are enough places with mentors for the people expected.',
              'Two people of the team know how to approve a run and how to answer a difficulty.',
            ],
          },
          f.council,
        ],
      },
      {
        heading: 'Week by week',
        blocks: [
          {
            table: {
              caption: 'The calendar, with its dates where they are set',
              head: ['When', 'What', 'Who'],
              rows: f.calendar([
                [
                  -12,
                  'Note to the works council, impact assessment, choice of aims and weights',
                  'Team, legal',
                ],
                [-8, 'Charter, notice, public page; announcement by the board', 'Team, board'],
                [
                  'sign-ups',
                  'Sign-ups open; information meetings for mentors and mentees',
                  'Team, local contacts',
                ],
                [
                  -3,
                  'Talks offered to those who hesitate; search for mentors on topics that are short',
                  'Team, coach',
                ],
                ['matching', 'Match run, reading, approval; both people answer', 'Team'],
                [0, 'Kick-off meeting, first session, learning agreement', 'Everybody'],
                [4, 'A friendly call to each pair', 'Team, coach'],
                [12, 'Half-way talk', 'Pairs, team'],
                ['end', 'Report, thanks, deletion of data on the date planned', 'Team, board'],
              ]),
            },
          },
          f.signUps,
          f.rounds,
          f.acceptance,
          {
            counsel:
              'How long the consultation of the works council takes, to be counted before the first date.',
          },
        ],
      },
      {
        heading: 'The kick-off meeting, in ninety minutes',
        blocks: [
          {
            table: {
              caption: 'Agenda',
              head: ['Length', 'Subject', 'Who speaks'],
              rows: [
                ['10 min', 'Why this programme, and why now', 'The board'],
                ['15 min', 'How pairs are formed, who decides, what is never used', 'The team'],
                ['15 min', 'The charter and confidentiality; questions', 'The team'],
                ['30 min', 'First meeting of the pairs, with the learning agreement', 'The pairs'],
                [
                  '15 min',
                  'What helps and what gets in the way, by a pair of another year or a coach',
                  'Witnesses',
                ],
                ['5 min', 'Whom to talk to if it does not go well', 'The team'],
              ],
            },
          },
        ],
      },
      {
        heading: 'Roles',
        blocks: [
          {
            facts: [
              ['Board', 'Stands behind the programme, gives time to it, asks for no individual result.'],
              ['Programme team', 'Prepares, approves, answers. A name and an address that everybody knows.'],
              ['Coach', 'Sees whoever wishes, in confidence.'],
              ['Line managers', 'Free the time; do not attend, receive nothing.'],
              ['Staff representatives', 'Read the note, the exceptions and the report.'],
            ],
          },
          {
            blanks: [
              ['Board', 1],
              ['Programme team', 2],
              ['Coach', 1],
            ],
          },
        ],
      },
      {
        heading: 'Messages to reuse',
        blocks: kickOffMails.en(f),
      },
    ],
  }
}

/** What it takes to start a programme well (P23, C32, C34). */
export const kickOff: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
