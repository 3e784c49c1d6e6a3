import type { Dictionary, KeptColumn } from '#domain/kept-data.ts'
import {
  CHARTER_VERSION,
  CREATED,
  EXPIRES,
  ID,
  LANGUAGE,
  NOTICE_VERSION,
  PROGRAMME,
  swept,
  sweptWithProgramme,
  TEAM,
  TOKEN,
  UPDATED,
  VERSION,
} from './terms.ts'

const ROLE: KeptColumn = ['Rôle choisi', 'Role chosen', 'life']
const EMAIL: KeptColumn = ['Adresse e-mail', 'E-mail address', 'identity']
const EMAIL_KEY: KeptColumn = [
  'La même adresse, en minuscules, pour la retrouver',
  'The same address in lower case, to find it',
  'identity',
]
const ANSWERS: KeptColumn = ['Réponses au questionnaire', 'Answers to the questionnaire', 'answers']
const QUESTIONNAIRE: KeptColumn = ['Version du questionnaire', 'Version of the questionnaire', 'technical']
const OWN: KeptColumn = [
  'Version des questions du programme',
  'Version of the programme’s own questions',
  'technical',
]
const VOLUNTEER: KeptColumn = [
  'Date de l’accord «\u00a0je participe volontairement\u00a0»',
  'Date of the agreement “I take part of my own will”',
  'agreement',
]
const CHARTER: KeptColumn = [
  'Date de l’accord avec la charte',
  'Date of the agreement with the charter',
  'agreement',
]
const REMINDERS: KeptColumn = ['Souhait de recevoir les rappels', 'Wish to receive reminders', 'agreement']

export const SIGN_UPS: Dictionary = {
  drafts: {
    name: { fr: 'Questionnaires mis de côté', en: 'Questionnaires put aside' },
    holds: {
      fr: 'Ce qu’une personne a saisi avant d’envoyer, et l’adresse où le lien de reprise est parti',
      en: 'What somebody typed before sending, and the address the link to resume went to',
    },
    category: 'answers',
    about: ['participants'],
    purpose: 'sign-up',
    kept: swept('drafts', 30, {
      fr: 'après le dernier changement, ou dès que son auteur l’efface ou l’envoie',
      en: 'after the last change, or as soon as its author erases or sends it',
    }),
    seen: { fr: 'Qui détient le lien\u00a0; personne d’autre', en: 'Whoever holds the link; nobody else' },
    columns: {
      id: ID,
      programme_id: PROGRAMME,
      role: ROLE,
      language: LANGUAGE,
      email_key: EMAIL,
      fields: ['Ce qui a été saisi', 'What was typed'],
      token_hash: TOKEN,
      version: VERSION,
      created_at: CREATED,
      updated_at: UPDATED,
      expires_at: EXPIRES,
    },
  },
  sign_ups: {
    name: { fr: 'Inscriptions à confirmer', en: 'Sign-ups to confirm' },
    holds: {
      fr: 'Une inscription dont l’adresse n’est pas encore confirmée\u00a0; ensuite il n’en reste que la preuve, sans nom ni réponse',
      en: 'A sign-up whose address is not confirmed yet; afterwards only the proof stays, without names or answers',
    },
    category: 'answers',
    about: ['participants'],
    purpose: 'sign-up',
    kept: swept('sign_ups', 30, { fr: 'après l’inscription', en: 'after signing up' }),
    seen: { fr: 'Personne\u00a0: seul le lien envoyé l’ouvre', en: 'Nobody: only the mailed link opens it' },
    columns: {
      id: ID,
      programme_id: PROGRAMME,
      role: ROLE,
      given_name: ['Prénom', 'Given name', 'identity'],
      family_name: ['Nom', 'Family name', 'identity'],
      email: EMAIL,
      email_key: EMAIL_KEY,
      language: LANGUAGE,
      answers: ANSWERS,
      questionnaire_version: QUESTIONNAIRE,
      own_questions_version: OWN,
      charter_version: CHARTER_VERSION,
      notice_version: NOTICE_VERSION,
      person_id: [
        'Personne reconnue par un code ou une invitation',
        'Person known by a code or an invitation',
        'identity',
      ],
      volunteer_at: VOLUNTEER,
      charter_at: CHARTER,
      reminders: REMINDERS,
      token_hash: TOKEN,
      created_at: CREATED,
      expires_at: EXPIRES,
      confirmed_at: [
        'Date de confirmation de l’adresse',
        'Date on which the address was confirmed',
        'agreement',
      ],
    },
  },
  sign_up_codes: {
    name: { fr: 'Codes imprimés', en: 'Printed codes' },
    holds: {
      fr: 'Un code que les RH impriment pour une personne sans messagerie, gardé sous forme d’empreinte',
      en: 'A code that HR prints for somebody without a mailbox, kept as a fingerprint',
    },
    category: 'connection',
    about: ['staff'],
    purpose: 'sign-up',
    kept: swept('sign_up_codes', 90, {
      fr: 'après l’impression\u00a0; le code, lui, ne sert que 60\u00a0jours',
      en: 'after printing; the code itself works for 60 days',
    }),
    seen: {
      fr: 'Personne\u00a0: le code n’est montré qu’une fois',
      en: 'Nobody: the code is shown only once',
    },
    columns: {
      id: ID,
      person_id: ['Personne à qui le code est destiné', 'Person the code is for', 'identity'],
      code_hash: ['Empreinte du code', 'Fingerprint of the code'],
      created_at: CREATED,
      expires_at: EXPIRES,
      used_at: ['Date d’utilisation', 'Date of use'],
    },
  },
  invitations: {
    name: { fr: 'Invitations', en: 'Invitations' },
    holds: {
      fr: 'Le lien qui demande à une personne proposée si elle veut participer',
      en: 'The link that asks somebody who was put forward whether they want to take part',
    },
    category: 'connection',
    about: ['participants'],
    purpose: 'sign-up',
    kept: swept('invitations', 90, {
      fr: 'après l’envoi au plus, une fois la réponse donnée',
      en: 'after sending at most, once the answer is given',
    }),
    seen: { fr: 'Personne\u00a0: seul le lien envoyé l’ouvre', en: 'Nobody: only the mailed link opens it' },
    columns: {
      id: ID,
      participant_id: ['Participation concernée', 'Participation concerned', 'life'],
      token_hash: TOKEN,
      created_at: CREATED,
      expires_at: EXPIRES,
      answered_at: ['Date de la réponse, sans son sens', 'Date of the answer, not which one', 'agreement'],
    },
  },
  participants: {
    name: { fr: 'Participations', en: 'Participations' },
    holds: {
      fr: 'Une personne dans un programme, dans un rôle\u00a0: réponses, places, accords datés',
      en: 'Somebody in a programme in one role: answers, places, dated agreements',
    },
    category: 'life',
    about: ['participants'],
    purpose: 'sign-up',
    kept: sweptWithProgramme('participants'),
    seen: {
      fr: 'La personne elle-même\u00a0; l’équipe du programme et les outils RH qui ont une clé pour cela, sauf les réponses sur la façon d’échanger, que personne de l’équipe ne lit',
      en: 'The person; the programme team and HR tools that hold a key for it, except the answers about ways of exchanging, which nobody of the team reads',
    },
    columns: {
      id: ID,
      programme_id: PROGRAMME,
      person_id: ['Personne', 'Person', 'identity'],
      role: ['Rôle\u00a0: mentor ou personne mentorée', 'Role: mentor or mentee'],
      state: [
        'État\u00a0: accord attendu, confirmée, retirée',
        'State: agreement awaited, confirmed, withdrawn',
      ],
      capacity: ['Nombre de binômes possibles', 'How many pairs are possible'],
      answers: ANSWERS,
      questionnaire_version: QUESTIONNAIRE,
      own_questions_version: OWN,
      charter_version: CHARTER_VERSION,
      notice_version: NOTICE_VERSION,
      proposed_by: [
        'Qui a proposé la personne, montré à elle seule',
        'Who put the person forward, shown to them alone',
      ],
      volunteer_at: VOLUNTEER,
      charter_at: CHARTER,
      reminders: REMINDERS,
      version: VERSION,
      created_at: CREATED,
      updated_at: UPDATED,
    },
  },
  conversations: {
    name: { fr: 'Échanges proposés avant l’appariement', en: 'Talks offered before matching' },
    holds: {
      fr: 'Un échange amical à proposer quand le besoin n’est pas encore clair\u00a0; il n’écarte personne',
      en: 'A friendly talk to offer where the need is not clear yet; it bars nobody',
    },
    category: 'life',
    about: ['participants'],
    purpose: 'sign-up',
    kept: sweptWithProgramme('conversations'),
    seen: TEAM,
    columns: {
      id: ID,
      programme_id: PROGRAMME,
      participant_id: ['Participation concernée', 'Participation concerned'],
      reasons: ['Ce qui invite à en parler', 'What suggests a talk'],
      state: ['À tenir, tenu ou sans objet', 'To be held, held or not needed'],
      outcome: ['Ce qui a été convenu', 'What was agreed', 'message'],
      decided_by: ['Qui l’a consigné', 'Who recorded it'],
      decided_at: ['Date', 'Date'],
      version: VERSION,
      created_at: CREATED,
    },
  },
}
