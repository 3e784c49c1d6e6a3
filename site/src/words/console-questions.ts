import type { Both, Language } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { OwnKind } from '#questionnaire/own-question.ts'

const fr = {
  title: 'Questions du programme',
  heading: (name: string) => `Questions du programme · ${name}`,
  missing: 'Cette adresse ne nomme aucun programme. Choisissez-en un sur le tableau de bord.',
  lead: 'Ajoutez ce que votre programme a besoin de savoir. Ces questions viennent à la fin du questionnaire, pour les personnes à qui elles s’adressent. Chaque question de plus fait renoncer quelques personnes\u00a0: gardez les plus utiles.',
  versions:
    'Chaque enregistrement crée une version. Les réponses déjà données gardent la version, et les mots, auxquels elles répondent.',
  never:
    'Rien sur l’âge, le sexe, l’origine, la santé, les convictions ni la vie privée\u00a0: une telle question est refusée.',
  versionNow: (version: number) =>
    version === 0 ? 'Aucune question ajoutée pour le moment.' : `Version en cours\u00a0: ${version}.`,
  preview: { mentor: 'Voir comme mentor', mentee: 'Voir comme personne mentorée' } satisfies Record<
    Role,
    string
  >,
  previewLater: 'L’aperçu s’ouvre avec les inscriptions.',
  export: 'Exporter les réponses (CSV)',
  none: 'Pas encore de question.',
  add: 'Ajouter une question',
  full: 'Vingt questions, c’est le plus que l’on puisse demander.',
  save: 'Enregistrer les questions',
  saved: (version: number) => `Version ${version} enregistrée. Les réponses déjà données gardent la leur.`,
  unchanged: 'Rien n’a changé depuis le dernier enregistrement.',
  changed: 'Des changements ne sont pas encore enregistrés.',
  saving: 'Enregistrement…',
  refusedTitle: 'Des questions sont à corriger',
  refusedLead: 'Rien n’est perdu\u00a0: corrigez ces points, puis enregistrez de nouveau.',
  question: (number: number) => `Question ${number}`,
  untitled: 'sans texte encore',
  up: 'Monter',
  down: 'Descendre',
  remove: 'Retirer',
  moved: (number: number) => `Cette question est maintenant la question ${number}.`,
  removed: (number: number) => `La question ${number} est retirée. Enregistrez pour que cela compte.`,
  label: ['La question, en français', 'Comme elle se lira, en une phrase.'],
  labelEn: ['La question, en anglais', 'La même, pour qui lit en anglais.'],
  help: ['Aide, en français (facultatif)', 'Une précision, au-dessus de la réponse.'],
  helpEn: ['Aide, en anglais (facultatif)', 'La même précision.'],
  why: ['Pourquoi cette question, en français', 'Chaque personne peut le lire avant de répondre.'],
  whyEn: ['Pourquoi cette question, en anglais', 'La même raison.'],
  kind: ['Type de réponse', 'Ce que l’on pourra répondre.'],
  kinds: {
    text: 'Une ligne de texte',
    'long-text': 'Un texte plus long',
    choice: 'Une réponse parmi plusieurs',
    choices: 'Plusieurs réponses',
    scale: 'Une échelle à cinq échelons',
    ranking: 'Une ou deux réponses, dans l’ordre',
    topics: 'Jusqu’à trois sujets de la liste',
    availability: 'Une grille de la semaine',
    agreement: 'Une case à cocher',
  } satisfies Record<OwnKind, string>,
  roles: ['À qui la poser', 'Un rôle au moins.'],
  roleNames: { mentor: 'aux mentors', mentee: 'aux personnes mentorées' } satisfies Record<Role, string>,
  required: [
    'Réponse nécessaire',
    'Sans elle, l’inscription ne peut pas partir. À garder pour l’indispensable.',
  ],
  options: {
    pick: ['Les réponses, en français', 'Une par ligne, de 2 à 20.'],
    pickEn: ['Les réponses, en anglais', 'Les mêmes, dans le même ordre.'],
    scale: ['Les cinq échelons, en français', 'Un par ligne, du plus bas au plus haut.'],
    scaleEn: ['Les cinq échelons, en anglais', 'Les mêmes, dans le même ordre.'],
    agreement: ['La phrase à cocher, en français', 'Par exemple\u00a0: J’accepte que mes mots soient cités.'],
    agreementEn: ['La phrase à cocher, en anglais', 'La même phrase.'],
  },
}

export type QuestionsWords = typeof fr

const en: QuestionsWords = {
  title: 'Programme questions',
  heading: (name: string) => `Programme questions · ${name}`,
  missing: 'This address names no programme. Choose one on the overview.',
  lead: 'Add what your programme needs to know. These questions come at the end of the questionnaire, for the people they are meant for. Every extra question makes a few people give up: keep the most useful.',
  versions:
    'Each save makes a version. Answers already given keep the version, and the words, that they answered.',
  never: 'Nothing about age, sex, origin, health, beliefs or anything private: such a question is refused.',
  versionNow: (version: number) =>
    version === 0 ? 'No question added yet.' : `Current version: ${version}.`,
  preview: { mentor: 'See as a mentor', mentee: 'See as a mentee' },
  previewLater: 'The preview opens with the sign-ups.',
  export: 'Export the answers (CSV)',
  none: 'No question yet.',
  add: 'Add a question',
  full: 'Twenty questions are the most that can be asked.',
  save: 'Save the questions',
  saved: (version: number) => `Version ${version} saved. Answers already given keep theirs.`,
  unchanged: 'Nothing has changed since it was last saved.',
  changed: 'Some changes are not saved yet.',
  saving: 'Saving…',
  refusedTitle: 'Some questions need correcting',
  refusedLead: 'Nothing is lost: correct these, then save again.',
  question: (number: number) => `Question ${number}`,
  untitled: 'no text yet',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  moved: (number: number) => `This question is now question ${number}.`,
  removed: (number: number) => `Question ${number} is removed. Save for it to count.`,
  label: ['The question, in French', 'As people will read it, in one sentence.'],
  labelEn: ['The question, in English', 'The same, for those who read in English.'],
  help: ['Help, in French (optional)', 'A detail, above the answer.'],
  helpEn: ['Help, in English (optional)', 'The same detail.'],
  why: ['Why this question, in French', 'Everybody can read it before answering.'],
  whyEn: ['Why this question, in English', 'The same reason.'],
  kind: ['Kind of answer', 'What people will be able to answer.'],
  kinds: {
    text: 'A line of text',
    'long-text': 'A longer text',
    choice: 'One answer among several',
    choices: 'Several answers',
    scale: 'A scale of five steps',
    ranking: 'One or two answers, in order',
    topics: 'Up to three topics of the list',
    availability: 'A grid of the week',
    agreement: 'A box to tick',
  },
  roles: ['Who is asked', 'One role at least.'],
  roleNames: { mentor: 'mentors', mentee: 'mentees' },
  required: ['Answer needed', 'Without it the sign-up cannot be sent. Keep it for what is essential.'],
  options: {
    pick: ['The answers, in French', 'One a line, from 2 to 20.'],
    pickEn: ['The answers, in English', 'The same ones, in the same order.'],
    scale: ['The five steps, in French', 'One a line, from the lowest to the highest.'],
    scaleEn: ['The five steps, in English', 'The same ones, in the same order.'],
    agreement: ['The sentence to tick, in French', 'For example: J’accepte que mes mots soient cités.'],
    agreementEn: ['The sentence to tick, in English', 'The same sentence.'],
  },
}

const QUESTIONS_WORDS: Both<QuestionsWords> = { fr, en }

/** The words of the page where organisers add questions of their own. */
export function questionsWordsIn(language: Language): QuestionsWords {
  return QUESTIONS_WORDS[language]
}
