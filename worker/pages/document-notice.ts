import type { Both } from '#domain/language.ts'
import { BLOCK_WORDS, plainDataBlock, retentionLine } from './document-blocks.ts'
import type { DocumentFacts, KeptFact } from './document-facts.ts'
import type { DocumentSection, DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

const ofParticipants = ({ isOfParticipants }: KeptFact) => isOfParticipants
const ofStaff = ({ isOfStaff }: KeptFact) => isOfStaff

const fr = {
  who: (f: DocumentFacts): DocumentSection => ({
    heading: 'Qui répond de vos données',
    blocks: [
      {
        facts: [
          ['Responsable du traitement', f.organisation],
          ['Adresse', f.address],
          ['Contact', f.email],
          ['Personne déléguée à la protection des données', f.dpo],
        ],
      },
    ],
  }),
  why: (f: DocumentFacts): DocumentSection => ({
    heading: 'Pourquoi ces données',
    blocks: [
      'Pour former des binômes d’apprentissage entre des personnes volontaires, suivre ces binômes et protéger le service. Rien n’entre dans une évaluation, une promotion ou une rémunération.',
      'Base légale\u00a0: l’intérêt légitime de l’organisation à faire circuler les savoirs. Participer est volontaire\u00a0; ne pas répondre, ou partir, n’a aucune conséquence.',
      f.externals,
    ],
  }),
  how: (): DocumentSection => ({
    heading: 'Comment les binômes sont proposés',
    blocks: [
      { steps: BLOCK_WORDS.fr.decides },
      'Aucune décision n’est prise par la seule machine. Chaque proposition dit ses raisons.',
    ],
  }),
  never: (): DocumentSection => ({
    heading: 'Ce qui n’est jamais utilisé',
    blocks: [{ list: BLOCK_WORDS.fr.never }],
  }),
  where: (f: DocumentFacts): DocumentSection => ({
    heading: 'Où sont les données',
    blocks: [
      ...f.places,
      `${f.organisation} confie l’hébergement et l’envoi des e-mails à Cloudflare, qui agit sur ses instructions.${f.isRunInEu ? '' : ' Les garanties qui encadrent un traitement hors de l’Union européenne vous sont données sur demande.'}`,
    ],
  }),
  rights: (f: DocumentFacts): DocumentSection => ({
    heading: 'Vos droits',
    blocks: [
      { list: BLOCK_WORDS.fr.rights },
      f.dpo || f.email
        ? `Écrivez à ${f.dpo ?? f.email}.`
        : 'Écrivez à l’équipe du programme par le formulaire de contact du site.',
    ],
  }),
  kept: (f: DocumentFacts): DocumentSection => ({ heading: 'Combien de temps', blocks: [retentionLine(f)] }),
  own: (f: DocumentFacts): DocumentSection[] =>
    f.ownNotice.trim() === ''
      ? []
      : [{ heading: DOCUMENT_WORDS.fr.ownNotice, blocks: [{ typed: f.ownNotice }] }],
}

const en: typeof fr = {
  who: (f) => ({
    heading: 'Who answers for your data',
    blocks: [
      {
        facts: [
          ['Controller', f.organisation],
          ['Address', f.address],
          ['Contact', f.email],
          ['Data protection officer', f.dpo],
        ],
      },
    ],
  }),
  why: (f) => ({
    heading: 'Why these data',
    blocks: [
      'To form learning pairs between volunteers, follow these pairs and protect the service. Nothing enters an appraisal, a promotion or pay.',
      'Legal basis: the legitimate interest of the organisation in making knowledge travel. Taking part is voluntary; not answering, or leaving, has no consequence.',
      f.externals,
    ],
  }),
  how: () => ({
    heading: 'How pairs are proposed',
    blocks: [
      { steps: BLOCK_WORDS.en.decides },
      'No decision is taken by the machine alone. Each proposal tells its reasons.',
    ],
  }),
  never: () => ({ heading: 'What is never used', blocks: [{ list: BLOCK_WORDS.en.never }] }),
  where: (f) => ({
    heading: 'Where the data are',
    blocks: [
      ...f.places,
      `${f.organisation} entrusts hosting and the sending of mail to Cloudflare, which acts on its instructions.${f.isRunInEu ? '' : ' The safeguards that govern processing outside the European Union are given to you on request.'}`,
    ],
  }),
  rights: (f) => ({
    heading: 'Your rights',
    blocks: [
      { list: BLOCK_WORDS.en.rights },
      f.dpo || f.email
        ? `Write to ${f.dpo ?? f.email}.`
        : 'Write to the programme team through the contact form of the site.',
    ],
  }),
  kept: (f) => ({ heading: 'For how long', blocks: [retentionLine(f)] }),
  own: (f) =>
    f.ownNotice.trim() === ''
      ? []
      : [{ heading: DOCUMENT_WORDS.en.ownNotice, blocks: [{ typed: f.ownNotice }] }],
}

const PARTS: Both<typeof fr> = { fr, en }

const SOURCES: Both<{
  from13: string[]
  from14: string[]
  heading13: string
  heading14: string
  lead13: (name: string) => string
  lead14: (name: string) => string
  counsel: string
  first: string
}> = {
  fr: {
    heading13: 'Ce que nous enregistrons',
    heading14: 'D’où viennent ces données',
    lead13: (name) => `À lire avant de s’inscrire au programme «\u00a0${name}\u00a0».`,
    lead14: (name) =>
      `Pour les personnes dont l’entreprise a transmis la fiche, inscrites ou non au programme «\u00a0${name}\u00a0».`,
    from13: [
      'Vous les donnez en vous inscrivant. Si votre adresse est celle du fichier du personnel, votre entité, votre lieu et votre métier en viennent et vous pouvez les corriger. Seuls vos nom, adresse, accords et les réponses marquées comme nécessaires sont indispensables.',
    ],
    from14: [
      'Les ressources humaines de votre entreprise les transmettent\u00a0: identifiant, nom, adresse e-mail, grade et rang, métier, entité, lieu de travail, mois d’arrivée, responsables, langue. Une personne inscrite peut aussi donner votre adresse, pour demander à travailler avec vous ou à ne pas le faire\u00a0; seul le calcul le lit.',
      'Elles servent à savoir qui peut s’inscrire, à préremplir une inscription, et à ne jamais réunir deux personnes d’une même ligne hiérarchique. Si vous ne vous inscrivez pas, rien d’autre n’est fait de votre fiche.',
    ],
    counsel: 'La base légale, et la formule des transferts, avant la première diffusion.',
    first:
      'Cette information est due au plus tard un mois après l’arrivée des données (article\u00a014-3), et dès le premier message s’il y en a un avant.',
  },
  en: {
    heading13: 'What we store',
    heading14: 'Where these data come from',
    lead13: (name) => `To be read before signing up for the programme “${name}”.`,
    lead14: (name) =>
      `For people whose record the company has sent, whether or not they signed up for the programme “${name}”.`,
    from13: [
      'You give them when you sign up. If your address is that of the staff file, your company, workplace and field come from there and you may correct them. Only your name, address, agreements and the answers marked as needed are indispensable.',
    ],
    from14: [
      'Your company’s human resources send them: identifier, name, e-mail address, grade and rank, field of work, company, workplace, month of arrival, managers, language. Somebody who signed up may also give your address, to ask to work with you or not to; the matching alone reads it.',
      'They serve to know who may sign up, to fill in part of a sign-up, and never to bring together two people in one reporting line. If you do not sign up, nothing else is done with your record.',
    ],
    counsel: 'The legal basis, and the words about transfers, before it is first sent out.',
    first:
      'This notice is due within a month of the arrival of the data (article 14(3)), and with the first message if there is one before.',
  },
}

/** The standard words of article 13 and what the programme adds to them: what people read before they sign up. */
export function noticeSections(f: DocumentFacts): DocumentSection[] {
  const parts = PARTS[f.language]
  const words = SOURCES[f.language]
  return [
    parts.who(f),
    parts.why(f),
    { heading: words.heading13, blocks: [...words.from13, plainDataBlock(f, ofParticipants)] },
    parts.never(),
    parts.how(),
    parts.kept(f),
    parts.where(f),
    parts.rights(f),
    ...parts.own(f),
  ]
}

function notice13(f: DocumentFacts): DocumentText {
  const words = SOURCES[f.language]
  const sections = noticeSections(f)
  const [first, second, ...rest] = sections as [DocumentSection, DocumentSection, ...DocumentSection[]]
  return {
    title: DOCUMENT_WORDS[f.language].kinds['notice-13'][0],
    lead: words.lead13(f.name),
    sections: [first, { ...second, blocks: [...second.blocks, { counsel: words.counsel }] }, ...rest],
  }
}

function notice14(f: DocumentFacts): DocumentText {
  const parts = PARTS[f.language]
  const words = SOURCES[f.language]
  const why = parts.why(f)
  return {
    title: DOCUMENT_WORDS[f.language].kinds['notice-14'][0],
    lead: words.lead14(f.name),
    sections: [
      parts.who(f),
      { heading: words.heading14, blocks: [...words.from14, plainDataBlock(f, ofStaff)] },
      { ...why, blocks: [...why.blocks, words.first, { counsel: words.counsel }] },
      parts.never(),
      parts.kept(f),
      parts.where(f),
      parts.rights(f),
      ...parts.own(f),
    ],
  }
}

/** What people read before they sign up (GDPR art. 13), and what people of the HR file are told (art. 14). */
export const noticeToCandidates: Both<(f: DocumentFacts) => DocumentText> = { fr: notice13, en: notice13 }
export const noticeToStaff: Both<(f: DocumentFacts) => DocumentText> = { fr: notice14, en: notice14 }
