import type { SurveyMoment } from './feedback.ts'
import type { Both, Language } from './language.ts'
import type { Facts, MailTemplates } from './mail-template.ts'

interface SurveyWords {
  subject: string
  why: string
}

/** What a survey is about, by the moment at which it is asked. */
const SURVEYS: Record<SurveyMoment, Both<SurveyWords>> = {
  start: {
    fr: {
      subject: 'Quelques questions pour commencer',
      why: 'Votre binôme commence. Vos réponses d’aujourd’hui diront, à la fin, le chemin parcouru.',
    },
    en: {
      subject: 'A few questions to begin with',
      why: 'Your pair is beginning. What you answer today will tell, at the end, how far you have come.',
    },
  },
  middle: {
    fr: {
      subject: 'À mi-parcours, où en êtes-vous\u00a0?',
      why: 'Vous êtes à mi-parcours. Dites-nous comment vont vos échanges, pour que la suite vous soit utile.',
    },
    en: {
      subject: 'Half-way: how is it going?',
      why: 'You are half-way. Tell us how your talks are going, so that the rest is useful to you.',
    },
  },
  end: {
    fr: {
      subject: 'Votre regard sur le programme',
      why: 'Le programme s’achève. Dites-nous ce que ces échanges vous ont apporté.',
    },
    en: {
      subject: 'How you look back on the programme',
      why: 'The programme is ending. Tell us what these talks have brought you.',
    },
  },
  'month-3': later('Trois mois après', 'Three months later', 'Trois mois', 'Three months'),
  'month-6': later('Six mois après', 'Six months later', 'Six mois', 'Six months'),
  'month-12': later('Un an après', 'One year later', 'Douze mois', 'Twelve months'),
}

/** Mails about pulses and surveys: a link that opens a page, and never acts on opening. */
export const FEEDBACK_MAILS = {
  'pulse-request': {
    fr: ({ partner, day, link }: Facts) => ({
      subject: 'Comment s’est passée votre séance\u00a0?',
      paragraphs: [
        `Vous deviez voir ${partner} le ${day}. Comment était-ce\u00a0? Quatre ou cinq questions, trente secondes, et rien n’est obligatoire.`,
        'Vos réponses ne sont jamais montrées à votre binôme, ni à votre hiérarchie. La page dit qui peut les lire. Le lien ouvre la page et ne fait rien d’autre\u00a0: rien n’est envoyé avant que vous n’appuyiez sur le bouton.',
      ],
      action: { label: 'Répondre en 30 secondes', href: link ?? '' },
    }),
    en: ({ partner, day, link }: Facts) => ({
      subject: 'How was your session?',
      paragraphs: [
        `You were due to meet ${partner} on ${day}. How was it? Four or five questions, thirty seconds, and nothing is required.`,
        'Your answers are never shown to your partner, nor to your managers. The page says who may read them. The link opens the page and does nothing else: nothing is sent before you press the button.',
      ],
      action: { label: 'Answer in 30 seconds', href: link ?? '' },
    }),
  },
  'pulse-reminder': {
    fr: ({ partner, day, link }: Facts) => ({
      subject: 'Votre séance\u00a0: un mot, si vous voulez bien',
      paragraphs: [
        `Comment s’est passée votre séance du ${day} avec ${partner}\u00a0? Trente secondes suffisent, et vos réponses restent entre vous et les personnes nommées sur la page.`,
      ],
      action: { label: 'Répondre en 30 secondes', href: link ?? '' },
    }),
    en: ({ partner, day, link }: Facts) => ({
      subject: 'Your session: a word, if you like',
      paragraphs: [
        `How was your session of ${day} with ${partner}? Thirty seconds are enough, and your answers stay between you and those named on the page.`,
      ],
      action: { label: 'Answer in 30 seconds', href: link ?? '' },
    }),
  },
  'pulse-last-reminder': {
    fr: ({ partner, link }: Facts) => ({
      subject: 'Votre séance\u00a0: dernier message',
      paragraphs: [
        `Un dernier mot au sujet de votre séance avec ${partner}. Si ce n’est pas le moment, ne faites rien\u00a0: nous ne vous le demanderons plus.`,
      ],
      action: { label: 'Répondre en 30 secondes', href: link ?? '' },
    }),
    en: ({ partner, link }: Facts) => ({
      subject: 'Your session: last message',
      paragraphs: [
        `A last word about your session with ${partner}. If this is not the moment, do nothing: we will not ask again.`,
      ],
      action: { label: 'Answer in 30 seconds', href: link ?? '' },
    }),
  },
  'survey-request': {
    fr: ({ programme, moment, link }: Facts) => ({
      subject: `${surveyWords(moment, 'fr').subject}\u00a0: ${programme}`,
      paragraphs: [
        `${surveyWords(moment, 'fr').why} Quelques minutes suffisent, et rien n’est obligatoire.`,
        'Vos réponses servent à faire des totaux, jamais montrés au-dessous de cinq personnes. Le lien ouvre une page et ne fait rien d’autre.',
      ],
      action: { label: 'Répondre aux questions', href: link ?? '' },
    }),
    en: ({ programme, moment, link }: Facts) => ({
      subject: `${surveyWords(moment, 'en').subject}: ${programme}`,
      paragraphs: [
        `${surveyWords(moment, 'en').why} A few minutes are enough, and nothing is required.`,
        'Your answers go into totals, which are never shown below five people. The link opens a page and does nothing else.',
      ],
      action: { label: 'Answer the questions', href: link ?? '' },
    }),
  },
  'survey-reminder': {
    fr: ({ programme, moment, link }: Facts) => ({
      subject: `Vos réponses comptent\u00a0: ${programme}`,
      paragraphs: [
        `${surveyWords(moment, 'fr').why} Si vous avez quelques minutes, les questions vous attendent. Chaque réponse compte, même partielle.`,
      ],
      action: { label: 'Répondre aux questions', href: link ?? '' },
    }),
    en: ({ programme, moment, link }: Facts) => ({
      subject: `Your answers count: ${programme}`,
      paragraphs: [
        `${surveyWords(moment, 'en').why} If you have a few minutes, the questions are waiting for you. Every answer counts, even in part.`,
      ],
      action: { label: 'Answer the questions', href: link ?? '' },
    }),
  },
  'survey-last-reminder': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Dernier message\u00a0: ${programme}`,
      paragraphs: [
        `Un dernier mot au sujet des questions du programme «\u00a0${programme}\u00a0». Si ce n’est pas le moment, ne faites rien\u00a0: nous ne vous les poserons plus.`,
      ],
      action: { label: 'Répondre aux questions', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `Last message: ${programme}`,
      paragraphs: [
        `A last word about the questions of the programme “${programme}”. If this is not the moment, do nothing: we will not ask them again.`,
      ],
      action: { label: 'Answer the questions', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates

function later(subject: string, subjectEn: string, time: string, timeEn: string): Both<SurveyWords> {
  return {
    fr: {
      subject,
      why: `${time} ont passé depuis la fin du programme. Dites-nous ce qu’il vous en reste.`,
    },
    en: {
      subject: subjectEn,
      why: `${timeEn} have passed since the programme ended. Tell us what has stayed with you.`,
    },
  }
}

/** A moment comes as a fact of the mail, so as text; the last survey stands for one that is not known. */
function surveyWords(moment: string | undefined, language: Language): SurveyWords {
  return (SURVEYS[moment as SurveyMoment] ?? SURVEYS.end)[language]
}
