import type { Both } from '#domain/language.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

function fr(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.fr.kinds['learning-agreement']
  return {
    title,
    lead: `À remplir à deux pendant la première séance. Il appartient au binôme\u00a0: ${f.organisation} n’en demande pas de copie.`,
    sections: [
      {
        heading: 'Nous deux',
        blocks: [
          {
            facts: [
              ['Programme', `${f.name} (${f.kind})`],
              ['Période', f.period],
              ['Temps prévu', f.sessions],
            ],
          },
          {
            blanks: [
              ['La personne mentor', 1],
              ['La personne mentorée', 1],
            ],
          },
        ],
      },
      {
        heading: 'Ce que nous voulons apprendre',
        blocks: [
          {
            blanks: [
              ['Ce que la personne mentorée veut savoir faire ou comprendre', 3],
              ['Dans quelle situation précise cela servira, et quand', 2],
              ['Ce que la personne mentor veut apprendre en retour', 3],
              ['Ce dont nous ne parlerons pas', 2],
            ],
          },
        ],
      },
      {
        heading: 'Comment nous travaillons',
        blocks: [
          {
            blanks: [
              ['Rythme, jour et durée de nos séances', 1],
              ['Lieu, ou outil à distance', 1],
              ['Qui prépare quoi, et comment', 2],
              ['Comment nous nous prévenons d’un report', 1],
            ],
          },
          {
            boxes: [
              'Nos échanges restent confidentiels, sauf danger ou obligation légale.',
              'Si l’une de nous déplace une séance, elle propose une date sous sept jours.',
              'Chacune écoute jusqu’au bout et pose les questions qu’elle croit naïves.',
              'Si le binôme ne convient pas, nous le disons à l’équipe du programme, sans avoir à donner de raison.',
            ],
          },
        ],
      },
      {
        heading: 'Comment nous saurons que c’est utile',
        blocks: [
          {
            blanks: [
              ['À mi-parcours, nous dirons que c’est réussi si…', 2],
              ['À la fin, la personne mentorée saura…', 2],
              ['À la fin, la personne mentor saura…', 2],
              ['Date de notre point à mi-parcours', 1],
            ],
          },
        ],
      },
      { heading: 'Notre accord', blocks: [{ signatures: ['La personne mentor', 'La personne mentorée'] }] },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.en.kinds['learning-agreement']
  return {
    title,
    lead: `To fill in together during the first session. It belongs to the pair: ${f.organisation} asks for no copy.`,
    sections: [
      {
        heading: 'The two of us',
        blocks: [
          {
            facts: [
              ['Programme', `${f.name} (${f.kind})`],
              ['Period', f.period],
              ['Time planned', f.sessions],
            ],
          },
          {
            blanks: [
              ['The mentor', 1],
              ['The mentee', 1],
            ],
          },
        ],
      },
      {
        heading: 'What we want to learn',
        blocks: [
          {
            blanks: [
              ['What the mentee wants to be able to do or to understand', 3],
              ['In which precise situation it will serve, and when', 2],
              ['What the mentor wants to learn in return', 3],
              ['What we will not talk about', 2],
            ],
          },
        ],
      },
      {
        heading: 'How we work',
        blocks: [
          {
            blanks: [
              ['Rhythm, day and length of our sessions', 1],
              ['Place, or tool to meet online', 1],
              ['Who prepares what, and how', 2],
              ['How we tell each other that we must move a session', 1],
            ],
          },
          {
            boxes: [
              'What we say stays between us, except danger or legal duty.',
              'Whoever moves a session offers a date within seven days.',
              'Each of us listens to the end and asks the questions that seem naive.',
              'If the pair does not suit us, we tell the programme team, without having to give a reason.',
            ],
          },
        ],
      },
      {
        heading: 'How we will know that it is useful',
        blocks: [
          {
            blanks: [
              ['Half-way, we will call it a success if…', 2],
              ['At the end, the mentee will know how to…', 2],
              ['At the end, the mentor will know how to…', 2],
              ['Date of our half-way talk', 1],
            ],
          },
        ],
      },
      { heading: 'Our agreement', blocks: [{ signatures: ['The mentor', 'The mentee'] }] },
    ],
  }
}

/** What the two people of a pair agree on, written and signed by both (D13). */
export const learningAgreement: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
