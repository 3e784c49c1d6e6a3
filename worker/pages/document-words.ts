import type { Both } from '#domain/language.ts'
import type { DocumentKind } from './document-view.ts'

const fr = {
  index: 'Le dossier du programme',
  indexLead:
    'Onze documents établis d’après les réglages du programme et la base telle qu’elle est. Ils se mettent à jour avec le programme\u00a0: relisez-les avant de les imprimer.',
  of: (programme: string) => `Programme «\u00a0${programme}\u00a0»`,
  made: (day: string) => `Établi le ${day} d’après les réglages en vigueur ce jour-là.`,
  version: (version: number, day: string | null) =>
    day ? `Version\u00a0${version}, du ${day}.` : `Version\u00a0${version}.`,
  older: (current: number) => `Une version plus récente existe\u00a0: la version\u00a0${current}.`,
  seeCurrent: 'Lire la version en vigueur',
  before: 'Versions antérieures',
  versionLink: (version: number) => `Version\u00a0${version}`,
  back: 'Le dossier',
  backToProgramme: 'La page du programme',
  toConsole: 'Le programme dans la console',
  print: 'Pour l’imprimer ou l’enregistrer en PDF, utilisez l’impression du navigateur, en A4.',
  missing: 'À compléter avant de signer',
  missingNone: 'Rien ne manque dans les réglages. Il reste à faire relire chaque document par votre conseil.',
  counsel: 'À confirmer par votre conseil juridique.',
  notAdvice:
    'Ces documents préparent le travail de votre conseil juridique et de la personne déléguée à la protection des données\u00a0; ils ne le remplacent pas.',
  toFill: 'à compléter',
  room: 'place pour écrire',
  subject: 'Objet\u00a0:',
  sign: { name: 'Nom', date: 'Date', signature: 'Signature' },
  lacks: {
    council: 'La consultation du CSE, ou la raison pour laquelle elle n’est pas nécessaire',
    address: 'L’adresse de l’organisation',
    email: 'L’adresse de contact de l’organisation',
    dpo: 'La personne déléguée à la protection des données',
    store: 'Le lieu de la base de données, si elle est tenue dans l’Union européenne',
    end: 'La date de fin du programme, d’où partent les durées de conservation',
    charter: 'La charte du programme',
  },
  fillProfile: 'Compléter le profil de l’organisation',
  fillProgramme: 'Compléter le programme',
  kinds: {
    'works-council': [
      'Note pour le CSE',
      'Finalités, données, règles, qui décide, droits et durées, en une lecture',
    ],
    'impact-assessment': [
      'Analyse d’impact',
      'Préremplie, à compléter avec la personne déléguée à la protection des données',
    ],
    'processing-record': ['Registre des traitements', 'La fiche de l’article\u00a030 du RGPD'],
    'notice-13': ['Information des personnes inscrites', 'Article\u00a013 du RGPD'],
    'notice-14': ['Information des personnes du fichier RH', 'Article\u00a014 du RGPD'],
    processors: ['Sous-traitants et transferts', 'Qui traite quoi, et où'],
    'intended-purpose': [
      'Destination du logiciel',
      'Ce à quoi il ne doit jamais servir, et le règlement sur l’IA',
    ],
    charter: ['Charte', 'Prête à signer'],
    'learning-agreement': ['Accord d’apprentissage', 'Rempli et signé par les deux personnes d’un binôme'],
    'kick-off': ['Guide de lancement', 'Ordre du jour, semaines, rôles et modèles de messages'],
  } satisfies Record<DocumentKind, readonly [title: string, lead: string]>,
  texts: {
    charter: ['La charte', 'Ce que chaque personne accepte en s’inscrivant.'],
    notice: [
      'Vos données dans ce programme',
      'Ce qui est enregistré, pourquoi, qui le voit, combien de temps, et vos droits.',
    ],
  } satisfies Record<'charter' | 'notice', readonly [title: string, lead: string]>,
  ownNotice: 'Ce que ce programme ajoute',
  noCharter: 'Ce programme n’a pas encore écrit de charte.',
  noOwnNotice: 'Cette version n’ajoutait rien aux mots communs.',
}

const en: typeof fr = {
  index: 'The programme’s file',
  indexLead:
    'Eleven documents drawn from the settings of the programme and the store as it is. They follow the programme: read them again before you print them.',
  of: (programme) => `Programme “${programme}”`,
  made: (day) => `Drawn up on ${day} from the settings in force on that day.`,
  version: (version, day) => (day ? `Version ${version}, of ${day}.` : `Version ${version}.`),
  older: (current) => `There is a newer version: version ${current}.`,
  seeCurrent: 'Read the version in force',
  before: 'Earlier versions',
  versionLink: (version) => `Version ${version}`,
  back: 'The file',
  backToProgramme: 'The page of the programme',
  toConsole: 'The programme in the console',
  print: 'To print it or save it as PDF, use your browser’s print command, on A4.',
  missing: 'To complete before signing',
  missingNone: 'Nothing is missing from the settings. Have each document read by your counsel.',
  counsel: 'Counsel must confirm.',
  notAdvice:
    'These documents prepare the work of your legal counsel and of your data protection officer; they do not replace it.',
  toFill: 'to be filled in',
  room: 'room to write',
  subject: 'Subject:',
  sign: { name: 'Name', date: 'Date', signature: 'Signature' },
  lacks: {
    council: 'The consultation of the works council, or the reason why none is needed',
    address: 'The address of the organisation',
    email: 'The contact address of the organisation',
    dpo: 'The data protection officer',
    store: 'Where the database is held, if it is held in the European Union',
    end: 'The end date of the programme, from which retention runs',
    charter: 'The charter of the programme',
  },
  fillProfile: 'Complete the profile of the organisation',
  fillProgramme: 'Complete the programme',
  kinds: {
    'works-council': [
      'Note for the works council',
      'Purposes, data, rules, who decides, rights and retention, in one read',
    ],
    'impact-assessment': [
      'Impact assessment',
      'Filled in beforehand, to complete with the data protection officer',
    ],
    'processing-record': ['Record of processing', 'The record of article 30 GDPR'],
    'notice-13': ['Notice to people who sign up', 'Article 13 GDPR'],
    'notice-14': ['Notice to people of the HR file', 'Article 14 GDPR'],
    processors: ['Processors and transfers', 'Who processes what, and where'],
    'intended-purpose': ['Intended purpose', 'What the software must never serve, and the AI Act'],
    charter: ['Charter', 'Ready to sign'],
    'learning-agreement': ['Learning agreement', 'Filled in and signed by both people of a pair'],
    'kick-off': ['Kick-off kit', 'Agenda, weeks, roles and mail templates'],
  },
  texts: {
    charter: ['The charter', 'What each person accepts when signing up.'],
    notice: [
      'Your data in this programme',
      'What is stored, why, who sees it, for how long, and your rights.',
    ],
  },
  ownNotice: 'What this programme adds',
  noCharter: 'This programme has not written a charter yet.',
  noOwnNotice: 'This version added nothing to the common words.',
}

export const DOCUMENT_WORDS: Both<typeof fr> = { fr, en }
