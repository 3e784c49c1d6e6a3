import type { MailProblemShown, MailSuppressionShown } from '#contract/mail-problem.ts'
import type { Both, Language } from '#domain/language.ts'
import type { MailTemplate } from '#domain/mail.ts'

const fr = {
  title: 'E-mails non reçus',
  lead: 'Les messages qui ne sont pas partis, et les adresses qui refusent les nôtres.',
  problems: {
    title: 'Messages à reprendre',
    none: 'Tous les messages sont partis. Celui qui resterait en chemin apparaîtra ici, avec ce qu’il faut faire.',
    failed: 'n’est pas parti',
    uncertain: 'peut-être parti',
    waiting: 'va partir',
    resend: 'Renvoyer',
    resendAnyway: 'Renvoyer quand même',
    resent: (mail: string) => `«\u00a0${mail}\u00a0» part dans la minute.`,
    ended: 'Son contenu n’est plus gardé\u00a0: écrivez à la personne autrement.',
    code: 'Un code ne se renvoie pas\u00a0: la personne en demande un autre.',
    somebody: 'Une personne de passage, ou de l’équipe',
  },
  outcomes: {
    address: 'L’adresse n’existe pas. Corrigez-la chez les RH, puis renvoyez.',
    suppressed: 'L’adresse refuse nos messages. Permettez-la d’abord, plus bas.',
    refused: 'Le fournisseur l’a refusé à chaque essai, pendant plus de huit heures.',
    unreachable: 'Le fournisseur est resté injoignable pendant plus de huit heures.',
    throttled: 'Le fournisseur demandait de patienter.',
    uncertain: 'Aucune réponse n’est venue. Renvoyé, il peut arriver deux fois.',
  } as Record<string, string>,
  other: 'Il n’a pas pu partir.',
  waitingNow: 'Il attend son tour.',
  suppressions: {
    title: 'Adresses qui refusent nos messages',
    lead: 'Rien ne leur est plus envoyé. Si la personne change d’adresse, elle reçoit de nouveau nos messages d’elle-même.',
    none: 'Aucune adresse ne refuse nos messages.',
    reasons: {
      bounced: 'La boîte n’existe plus ou rejette tout.',
      complained: 'La personne a signalé un message comme indésirable.',
      refused: 'Le fournisseur retient cette adresse.',
    } satisfies Record<MailSuppressionShown['reason'], string>,
    allow: 'Permettre de nouveau',
    ask: {
      bounced:
        'Assurez-vous d’abord que la boîte est réparée\u00a0: un nouveau rejet l’écarterait encore. Le fournisseur tient sa propre liste\u00a0: retirez-en aussi l’adresse.',
      complained: 'La personne le souhaite-t-elle\u00a0? Demandez-le-lui d’abord, autrement que par e-mail.',
      refused: 'Le fournisseur tient sa propre liste\u00a0: retirez-en aussi l’adresse.',
    } satisfies Record<MailSuppressionShown['reason'], string>,
    allowed: (who: string) => `${who}\u00a0: nos messages partiront de nouveau.`,
  },
  home: {
    mails: 'Des e-mails ne sont pas partis.',
    endpoints: 'Une connexion RH demande votre attention.',
    see: 'Voir',
  },
}

export type MailsWords = typeof fr

const en: MailsWords = {
  title: 'Undelivered mail',
  lead: 'The mails that did not leave, and the addresses that refuse ours.',
  problems: {
    title: 'Mails to take up again',
    none: 'All mails have left. One that stays on the way will appear here, with what to do.',
    failed: 'did not leave',
    uncertain: 'may have left',
    waiting: 'about to leave',
    resend: 'Send again',
    resendAnyway: 'Send again all the same',
    resent: (mail) => `“${mail}” leaves within a minute.`,
    ended: 'Its contents are no longer kept: write to the person in another way.',
    code: 'A code is not sent again: the person asks for another.',
    somebody: 'A visitor, or somebody of the team',
  },
  outcomes: {
    address: 'The address does not exist. Have HR correct it, then send again.',
    suppressed: 'The address refuses our mail. Allow it first, below.',
    refused: 'The provider refused it at each try, for more than eight hours.',
    unreachable: 'The provider could not be reached for more than eight hours.',
    throttled: 'The provider asked for patience.',
    uncertain: 'No answer came. Sent again, it may arrive twice.',
  },
  other: 'It could not leave.',
  waitingNow: 'It waits for its turn.',
  suppressions: {
    title: 'Addresses that refuse our mail',
    lead: 'Nothing is sent to them any more. Somebody who changes their address gets mail again by itself.',
    none: 'No address refuses our mail.',
    reasons: {
      bounced: 'The mailbox is gone, or rejects everything.',
      complained: 'The person reported a mail as unwanted.',
      refused: 'The provider holds this address back.',
    },
    allow: 'Allow again',
    ask: {
      bounced:
        'Make sure first that the mailbox is mended: another rejection would put it aside again. The provider keeps a list of its own: take the address off it as well.',
      complained: 'Does the person wish it? Ask them first, other than by mail.',
      refused: 'The provider keeps a list of its own: take the address off it as well.',
    },
    allowed: (who) => `${who}: our mail will leave again.`,
  },
  home: {
    mails: 'Some mails did not leave.',
    endpoints: 'An HR connection needs your attention.',
    see: 'See',
  },
}

const MAILS_WORDS: Both<MailsWords> = { fr, en }

/** The words of the page about mails that did not leave. */
export function mailsWordsIn(language: Language): MailsWords {
  return MAILS_WORDS[language]
}

/** What each mail is called in lists: what it is about, not its subject line. */
const TEMPLATES: Record<MailTemplate, Both> = {
  'agreement-written': { fr: 'Accord de binôme à relire', en: 'Pair agreement to read' },
  'charter-changed': { fr: 'Charte changée', en: 'Charter changed' },
  'preparation-opened': { fr: 'Préparation ouverte', en: 'Preparation opened' },
  'coach-named': { fr: 'Coach du binôme', en: 'Coach of the pair' },
  'coach-assigned': { fr: 'Binôme à accompagner', en: 'Pair to stand by' },
  'session-proposed': { fr: 'Séance proposée', en: 'Session proposed' },
  'session-planned': { fr: 'Séance fixée', en: 'Session planned' },
  'session-moved': { fr: 'Séance déplacée', en: 'Session moved' },
  'session-cancelled': { fr: 'Séance annulée', en: 'Session cancelled' },
  'session-to-confirm': { fr: 'Séance à confirmer', en: 'Session to confirm' },
  'session-contested': { fr: 'Séance non confirmée', en: 'Session not confirmed' },
  'session-log-reminder': { fr: 'Séance à noter', en: 'Session to log' },
  'takeaway-follow-up': { fr: 'Suite d’une idée retenue', en: 'Follow-up of a takeaway' },
  'pulse-request': { fr: 'Prise de pouls', en: 'Pulse' },
  'pulse-reminder': { fr: 'Prise de pouls, rappel', en: 'Pulse, reminder' },
  'pulse-last-reminder': { fr: 'Prise de pouls, dernier rappel', en: 'Pulse, last reminder' },
  'survey-request': { fr: 'Questionnaire', en: 'Survey' },
  'survey-reminder': { fr: 'Questionnaire, rappel', en: 'Survey, reminder' },
  'survey-last-reminder': { fr: 'Questionnaire, dernier rappel', en: 'Survey, last reminder' },
  'trouble-first-session': { fr: 'Première séance à fixer', en: 'First session to plan' },
  'trouble-silence': { fr: 'Binôme sans nouvelles', en: 'Pair without news' },
  'trouble-rhythm': { fr: 'Rythme des séances', en: 'Rhythm of sessions' },
  'trouble-patience': { fr: 'Patience demandée', en: 'Patience asked for' },
  'trouble-first-session-team': { fr: 'Équipe\u00a0: première séance absente', en: 'Team: no first session' },
  'trouble-silence-team': { fr: 'Équipe\u00a0: binôme sans nouvelles', en: 'Team: pair without news' },
  'trouble-rhythm-team': { fr: 'Équipe\u00a0: rythme des séances', en: 'Team: rhythm of sessions' },
  'trouble-patience-team': { fr: 'Équipe\u00a0: patience demandée', en: 'Team: patience asked for' },
  'trouble-talk-team': { fr: 'Équipe\u00a0: échange à proposer', en: 'Team: talk to offer' },
  'help-waiting': { fr: 'Demande d’aide en attente', en: 'Request for help waiting' },
  'help-waiting-team': { fr: 'Équipe\u00a0: demande d’aide', en: 'Team: request for help' },
  'help-received': { fr: 'Demande d’aide reçue', en: 'Request for help received' },
  'help-reader': { fr: 'Demande d’aide à lire', en: 'Request for help to read' },
  'pair-paused': { fr: 'Binôme en pause', en: 'Pair on a break' },
  'pair-returned': { fr: 'Retour de pause', en: 'Back from a break' },
  'pair-separated': { fr: 'Fin de binôme', en: 'End of a pair' },
  'pair-completed': { fr: 'Parcours achevé', en: 'Programme completed' },
  'thank-you': { fr: 'Mot de remerciement', en: 'Thank-you note' },
  'invitation-again': { fr: 'Invitation, rappel', en: 'Invitation, reminder' },
  'proposal-reminder': { fr: 'Proposition à laquelle répondre, rappel', en: 'Proposal to answer, reminder' },
  'monday-digest': { fr: 'Message du lundi', en: 'Monday’s digest' },
  'webhook-failing': { fr: 'Équipe\u00a0: connexion RH en difficulté', en: 'Team: HR connection in trouble' },
  'webhook-disabled': { fr: 'Équipe\u00a0: connexion RH arrêtée', en: 'Team: HR connection stopped' },
  'webhook-gone': { fr: 'Équipe\u00a0: connexion RH disparue', en: 'Team: HR connection gone' },
  'several-reminders': { fr: 'Plusieurs rappels en un', en: 'Several reminders in one' },
  'sign-up-confirmation': { fr: 'Inscription à confirmer', en: 'Sign-up to confirm' },
  'draft-link': { fr: 'Réponses mises de côté', en: 'Answers put aside' },
  invitation: { fr: 'Invitation', en: 'Invitation' },
  'sign-up-confirmed': { fr: 'Inscription confirmée', en: 'Sign-up confirmed' },
  'sign-in-code': { fr: 'Code de connexion', en: 'Sign-in code' },
  'proposal-revealed': { fr: 'Proposition de binôme', en: 'Proposal of a pair' },
  'proposal-lapsed': { fr: 'Proposition close', en: 'Proposal closed' },
  'pair-started': { fr: 'Début de binôme', en: 'Start of a pair' },
  'pair-ended': { fr: 'Fin de binôme', en: 'End of a pair' },
  'pair-suspended': { fr: 'Binôme suspendu', en: 'Pair suspended' },
  'pair-resumed': { fr: 'Binôme repris', en: 'Pair resumed' },
  'pair-suspended-team': { fr: 'Équipe\u00a0: binôme suspendu', en: 'Team: pair suspended' },
  'pair-resumed-team': { fr: 'Équipe\u00a0: binôme repris', en: 'Team: pair resumed' },
  'contact-received': { fr: 'Équipe\u00a0: message reçu', en: 'Team: message received' },
}

/** What a mail is called; its template where there is no word for it. */
export function mailName(template: string, language: Language): string {
  return (TEMPLATES as Record<string, Both | undefined>)[template]?.[language] ?? template
}

/** Why a mail is in the list, and what to do. */
export function mailReason({ state, last_outcome }: MailProblemShown, language: Language): string {
  const words = mailsWordsIn(language)
  if (state !== 'failed' && state !== 'uncertain') return words.waitingNow
  return words.outcomes[state === 'uncertain' ? 'uncertain' : (last_outcome ?? '')] ?? words.other
}
