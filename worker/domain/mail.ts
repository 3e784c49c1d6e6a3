import type { Language } from './language.ts'
import { END_MAILS } from './mail-end.ts'
import { EXCHANGE_MAILS } from './mail-exchange.ts'
import { FEEDBACK_MAILS } from './mail-feedback.ts'
import { HELP_MAILS } from './mail-help.ts'
import { SESSION_MAILS } from './mail-session.ts'
import { SEVERAL_MAILS } from './mail-several.ts'
import { START_MAILS } from './mail-start.ts'
import { TEAM_MAILS } from './mail-team.ts'
import type { Facts, MailTemplates, MailWords } from './mail-template.ts'
import { TROUBLE_MAILS } from './mail-trouble.ts'

export type { MailWords } from './mail-template.ts'

/**
 * Every mail that is sent, in both languages. Mails never say what the other person answered,
 * and name the partner only once there is a pair.
 */
const TEMPLATES = {
  ...START_MAILS,
  ...SESSION_MAILS,
  ...FEEDBACK_MAILS,
  ...TROUBLE_MAILS,
  ...HELP_MAILS,
  ...END_MAILS,
  ...TEAM_MAILS,
  ...EXCHANGE_MAILS,
  ...SEVERAL_MAILS,
  'sign-up-confirmation': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Confirmez votre inscription\u00a0: ${programme}`,
      paragraphs: [
        `Vous venez de vous inscrire au programme «\u00a0${programme}\u00a0».`,
        'Il reste un geste\u00a0: confirmez votre adresse. Sans confirmation, rien n’est enregistré à votre nom et vos réponses sont effacées au bout de trente jours.',
        'Si vous n’êtes pas à l’origine de cette inscription, ignorez ce message.',
      ],
      action: { label: 'Confirmer mon adresse', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `Confirm your sign-up: ${programme}`,
      paragraphs: [
        `You have just signed up for the programme “${programme}”.`,
        'One step is left: confirm your address. Without it nothing is stored in your name, and your answers are erased after thirty days.',
        'If you did not sign up, ignore this message.',
      ],
      action: { label: 'Confirm my address', href: link ?? '' },
    }),
  },
  'draft-link': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Vos réponses vous attendent\u00a0: ${programme}`,
      paragraphs: [
        `Vous avez mis de côté votre inscription au programme «\u00a0${programme}\u00a0».`,
        'Le lien ci-dessous la rouvre sur n’importe quel appareil pendant trente jours. Elle n’est pas encore envoyée\u00a0: personne ne l’a lue.',
        'Ce lien est à vous\u00a0: qui l’ouvre voit vos réponses. Si vous n’êtes pas à l’origine de ce message, ignorez-le, tout s’effacera de soi-même.',
      ],
      action: { label: 'Reprendre mon inscription', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `Your answers are waiting: ${programme}`,
      paragraphs: [
        `You have put your sign-up for the programme “${programme}” aside.`,
        'The link below opens it again on any device for thirty days. It has not been sent yet: nobody has read it.',
        'This link is yours: whoever opens it sees your answers. If you did not ask for it, ignore this message and everything will be erased by itself.',
      ],
      action: { label: 'Go on with my sign-up', href: link ?? '' },
    }),
  },
  invitation: {
    fr: ({ programme, proposed_by, link }: Facts) => ({
      subject: `Une invitation\u00a0: ${programme}`,
      paragraphs: [
        `On a pensé à vous pour le programme «\u00a0${programme}\u00a0». La proposition vient de\u00a0: ${proposed_by}.`,
        'Le lien ci-dessous vous dit de quoi il s’agit. Il est valable trente jours.',
        'Vous êtes libre de dire non\u00a0: cela n’a aucune conséquence, et personne n’en est informé. Sans réponse de votre part, vous ne participez à rien.',
      ],
      action: { label: 'Lire l’invitation', href: link ?? '' },
    }),
    en: ({ programme, proposed_by, link }: Facts) => ({
      subject: `An invitation: ${programme}`,
      paragraphs: [
        `Somebody thought of you for the programme “${programme}”. The proposal comes from: ${proposed_by}.`,
        'The link below says what it is about. It works for thirty days.',
        'You are free to say no: it has no consequence, and nobody is told. Without an answer from you, you take part in nothing.',
      ],
      action: { label: 'Read the invitation', href: link ?? '' },
    }),
  },
  'sign-up-confirmed': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Inscription confirmée\u00a0: ${programme}`,
      paragraphs: [
        `Votre inscription au programme «\u00a0${programme}\u00a0» est confirmée. Merci de votre engagement.`,
        'Nous vous écrirons dès qu’un binôme vous sera proposé. D’ici là, vous pouvez consulter votre espace.',
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `Sign-up confirmed: ${programme}`,
      paragraphs: [
        `Your sign-up for the programme “${programme}” is confirmed. Thank you for taking part.`,
        'We will write as soon as a pair is proposed to you. Until then, you can visit your space.',
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
  'sign-in-code': {
    fr: ({ code, link }: Facts) => ({
      subject: `Votre code de connexion\u00a0: ${code}`,
      paragraphs: [
        `Votre code de connexion est ${code}. Il est valable dix minutes et ne sert qu’une fois.`,
        'Si vous n’avez pas demandé ce code, ignorez ce message\u00a0: personne ne peut se connecter sans lui.',
      ],
      action: link ? { label: 'Ouvrir mon espace', href: link } : null,
    }),
    en: ({ code, link }: Facts) => ({
      subject: `Your sign-in code: ${code}`,
      paragraphs: [
        `Your sign-in code is ${code}. It is valid for ten minutes and works once.`,
        'If you did not ask for it, ignore this message: nobody can sign in without it.',
      ],
      action: link ? { label: 'Open my space', href: link } : null,
    }),
  },
  'proposal-revealed': {
    fr: ({ programme, deadline, link }: Facts) => ({
      subject: `Un binôme vous est proposé\u00a0: ${programme}`,
      paragraphs: [
        `Dans le programme «\u00a0${programme}\u00a0», nous avons une personne à vous présenter. Elle découvre cette proposition en même temps que vous.`,
        `Votre espace vous dit qui elle est et ce que vous avez en commun. Vous pouvez accepter ou décliner jusqu’au ${deadline}. Votre réponse reste entre vous et nous.`,
      ],
      action: { label: 'Découvrir la proposition', href: link ?? '' },
    }),
    en: ({ programme, deadline, link }: Facts) => ({
      subject: `A pair is proposed to you: ${programme}`,
      paragraphs: [
        `In the programme “${programme}”, we have somebody for you to meet. They are discovering this proposal at the same moment as you.`,
        `Your space tells you who they are and what you have in common. You can accept or decline until ${deadline}. Your answer stays between you and us.`,
      ],
      action: { label: 'See the proposal', href: link ?? '' },
    }),
  },
  'proposal-lapsed': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Une proposition est arrivée à son terme\u00a0: ${programme}`,
      paragraphs: [
        `La proposition qui vous avait été faite dans le programme «\u00a0${programme}\u00a0» est arrivée à son terme sans donner de binôme. Cela arrive souvent, et pour toutes sortes de raisons.`,
        'Vous restez inscrit au programme\u00a0: nous chercherons un autre binôme au prochain tour.',
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `A proposal has come to its end: ${programme}`,
      paragraphs: [
        `The proposal made to you in the programme “${programme}” has come to its end without becoming a pair. This happens often, for all sorts of reasons.`,
        'You are still in the programme: we will look for another pair in the next round.',
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
  'pair-started': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Votre binôme est formé\u00a0: ${partner}`,
      paragraphs: [
        `Vous avez tous deux accepté\u00a0: vous formez un binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0».`,
        'Proposez une première date dans les quinze jours\u00a0: c’est ce qui aide le plus un binôme à prendre.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Your pair is formed: ${partner}`,
      paragraphs: [
        `You have both accepted: you and ${partner} are a pair in the programme “${programme}”.`,
        'Suggest a first date within two weeks: nothing helps a pair more to take root.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'pair-ended': {
    fr: ({ programme, link }: Facts) => ({
      subject: `Votre binôme s’arrête\u00a0: ${programme}`,
      paragraphs: [
        `Un changement dans l’organisation fait que votre binôme du programme «\u00a0${programme}\u00a0» ne peut pas continuer. Personne n’y est pour rien.`,
        'Merci pour ce que vous avez partagé. Si le programme se poursuit, nous chercherons un autre binôme au prochain tour.',
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, link }: Facts) => ({
      subject: `Your pair comes to an end: ${programme}`,
      paragraphs: [
        `A change in the organisation means that your pair in the programme “${programme}” cannot continue. It is nobody’s doing.`,
        'Thank you for what you have shared. If the programme goes on, we will look for another pair in the next round.',
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
  'pair-suspended': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Votre binôme fait une pause\u00a0: ${programme}`,
      paragraphs: [
        `L’organigramme ou les règles du programme ont changé, et votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» est en pause depuis aujourd’hui. Personne n’y est pour rien, ni vous ni l’autre personne, qui reçoit ce même message.`,
        'L’équipe du programme vous écrira dans les prochains jours. D’ici là, vous pouvez bien sûr continuer à vous parler\u00a0: seules les activités du programme attendent.',
        'Si l’organigramme le permet de nouveau, votre binôme reprendra de lui-même et nous vous le dirons.',
      ],
      action: { label: 'Ouvrir mon espace', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Your pair is taking a break: ${programme}`,
      paragraphs: [
        `The organisation chart or the rules of the programme have changed, and your pair with ${partner} in the programme “${programme}” is on hold from today. It is nobody’s doing, neither yours nor the other person’s, who is receiving this same message.`,
        'The programme team will write to you within the next days. Until then you can of course go on talking: only what the programme plans is waiting.',
        'If the organisation chart allows it again, your pair will resume by itself, and we will tell you.',
      ],
      action: { label: 'Open my space', href: link ?? '' },
    }),
  },
  'pair-resumed': {
    fr: ({ programme, partner, link }: Facts) => ({
      subject: `Votre binôme reprend\u00a0: ${programme}`,
      paragraphs: [
        `Bonne nouvelle\u00a0: votre binôme avec ${partner} dans le programme «\u00a0${programme}\u00a0» n’est plus en pause. L’organigramme le permet de nouveau.`,
        'Vous pouvez proposer une prochaine date dès que vous le souhaitez.',
      ],
      action: { label: 'Voir mon binôme', href: link ?? '' },
    }),
    en: ({ programme, partner, link }: Facts) => ({
      subject: `Your pair resumes: ${programme}`,
      paragraphs: [
        `Good news: your pair with ${partner} in the programme “${programme}” is no longer on hold. The organisation chart allows it again.`,
        'You can suggest a next date whenever you like.',
      ],
      action: { label: 'See my pair', href: link ?? '' },
    }),
  },
  'pair-suspended-team': {
    fr: ({ programme, mentor, mentee, link }: Facts) => ({
      subject: `Un binôme est en pause\u00a0: ${programme}`,
      paragraphs: [
        `Depuis un changement dans l’organigramme ou dans un groupe, ${mentor} et ${mentee} sont dans une même ligne hiérarchique. Leur binôme du programme «\u00a0${programme}\u00a0» est donc en pause. Les deux personnes le savent, et que vous leur écrirez dans les prochains jours.`,
        'Leurs places restent les leurs. Si l’organigramme change encore et le permet, le binôme reprendra de lui-même et un message vous le dira.',
        'D’autres binômes peuvent être en pause depuis le même changement\u00a0: la console les montre tous.',
      ],
      action: { label: 'Ouvrir la console', href: link ?? '' },
    }),
    en: ({ programme, mentor, mentee, link }: Facts) => ({
      subject: `A pair is on hold: ${programme}`,
      paragraphs: [
        `Since a change in the organisation chart or in a group, ${mentor} and ${mentee} are in one reporting line. Their pair in the programme “${programme}” is therefore on hold. Both know it, and that you will write to them within the next days.`,
        'They keep their places. If the chart changes again and allows it, the pair will resume by itself, and you will be told.',
        'Other pairs may be on hold since the same change: the console shows them all.',
      ],
      action: { label: 'Open the console', href: link ?? '' },
    }),
  },
  'pair-resumed-team': {
    fr: ({ programme, mentor, mentee, link }: Facts) => ({
      subject: `Un binôme reprend\u00a0: ${programme}`,
      paragraphs: [
        `L’organigramme permet de nouveau à ${mentor} et ${mentee} de former un binôme dans le programme «\u00a0${programme}\u00a0». Il a repris de lui-même, et les deux personnes le savent.`,
        'D’autres binômes ont pu reprendre au même moment\u00a0: la console les montre tous.',
      ],
      action: { label: 'Ouvrir la console', href: link ?? '' },
    }),
    en: ({ programme, mentor, mentee, link }: Facts) => ({
      subject: `A pair resumes: ${programme}`,
      paragraphs: [
        `The organisation chart allows ${mentor} and ${mentee} to be a pair again in the programme “${programme}”. It has resumed by itself, and both have been told.`,
        'Other pairs may have resumed at the same moment: the console shows them all.',
      ],
      action: { label: 'Open the console', href: link ?? '' },
    }),
  },
  'contact-received': {
    fr: ({ link }: Facts) => ({
      subject: 'Nous avons bien reçu votre message',
      paragraphs: [
        'Votre message est arrivé. Une personne de l’équipe le lit et vous répond à cette adresse, d’habitude en quelques jours ouvrés.',
        'Cette réponse part d’elle-même\u00a0: il n’y a rien à faire. Si vous ne nous avez pas écrit, ignorez-la\u00a0: quelqu’un s’est sans doute trompé d’adresse.',
      ],
      action: { label: 'Voir les programmes', href: link ?? '' },
    }),
    en: ({ link }: Facts) => ({
      subject: 'We have received your message',
      paragraphs: [
        'Your message has arrived. Somebody in the team reads it and answers you at this address, usually within a few working days.',
        'This reply was sent by itself: there is nothing for you to do. If you did not write to us, ignore it: somebody probably mistyped their address.',
      ],
      action: { label: 'See the programmes', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates

export type MailTemplate = keyof typeof TEMPLATES

/** Every mail by name. */
export const MAIL_TEMPLATES = Object.keys(TEMPLATES) as MailTemplate[]

export function mailWords(template: MailTemplate, language: Language, facts: Facts): MailWords {
  return TEMPLATES[template][language](facts)
}
