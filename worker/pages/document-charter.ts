import type { Both } from '#domain/language.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

function fr(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.fr.kinds.charter
  return {
    title,
    lead: `Ce que les deux personnes d’un binôme promettent, dans le programme «\u00a0${f.name}\u00a0». Version\u00a0${f.charterVersion}.`,
    sections: [
      {
        heading: 'Chaque personne s’engage',
        blocks: f.charter.trim() === '' ? [DOCUMENT_WORDS.fr.noCharter] : [{ typed: f.charter }],
      },
      {
        heading: 'L’organisation s’engage',
        blocks: [
          {
            list: [
              'Le temps des séances et de leur préparation est du temps de travail.',
              'Rien de ce qui est dit, répondu ou décliné n’entre dans une évaluation, une rémunération ou une carrière.',
              'Chaque personne peut s’arrêter à tout moment, sans donner de raison, et parler à l’équipe du programme en confiance.',
            ],
          },
        ],
      },
      {
        heading: 'Signatures',
        blocks: [
          'Chaque personne a déjà accepté cette charte en s’inscrivant\u00a0; la date et la version de son accord sont gardées. La signer ensemble à la première séance aide à s’en souvenir.',
          { signatures: ['La personne mentor', 'La personne mentorée', `Pour ${f.organisation}`] },
        ],
      },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title] = DOCUMENT_WORDS.en.kinds.charter
  return {
    title,
    lead: `What the two people of a pair promise, in the programme “${f.name}”. Version ${f.charterVersion}.`,
    sections: [
      {
        heading: 'Each person undertakes',
        blocks: f.charter.trim() === '' ? [DOCUMENT_WORDS.en.noCharter] : [{ typed: f.charter }],
      },
      {
        heading: 'The organisation undertakes',
        blocks: [
          {
            list: [
              'The time of sessions and of their preparation is working time.',
              'Nothing that is said, answered or declined enters an appraisal, pay or a career.',
              'Each person may stop at any time, without giving a reason, and talk to the programme team in confidence.',
            ],
          },
        ],
      },
      {
        heading: 'Signatures',
        blocks: [
          'Each person already accepted this charter when signing up; the date and the version of their agreement are kept. Signing it together at the first session helps to remember it.',
          { signatures: ['The mentor', 'The mentee', `For ${f.organisation}`] },
        ],
      },
    ],
  }
}

/** The charter, ready to sign (F12, P35). */
export const charter: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
