import type { Both } from '#domain/language.ts'
import { controllerLines, placeLines, rightsLines } from '#domain/organisation-words.ts'
import { asBuilt, type Organisation } from '../organisation.ts'
import type { Prose } from './prose.ts'

const fr = (organisation: Organisation): Prose => ({
  title: 'Données personnelles',
  lead: 'Ce que le programme sait de vous, pourquoi, qui le voit et combien de temps.',
  sections: [
    {
      heading: 'Qui répond de vos données',
      pour: 'controller',
      paragraphs: controllerLines(asBuilt(organisation), 'fr'),
    },
    {
      heading: 'Ce que nous enregistrons',
      list: [
        'De votre entreprise, si elle nous le transmet : nom, prénom, adresse e-mail, identifiant interne, grade et rang, métier, entité, lieu de travail, mois d’arrivée, responsable hiérarchique, langue.',
        'De vous : votre rôle, les sujets que vous offrez et ceux que vous souhaitez, vos attentes, vos disponibilités, votre façon d’apprendre, et la date de vos accords.',
        'De la vie du programme : les propositions, leurs raisons, votre réponse, votre binôme, et un journal de ce qui s’est passé, sans nom ni réponse.',
        'De ce que vous nous écrivez : un message de contact, avec l’adresse pour vous répondre ; un témoignage, sous le nom que vous choisissez.',
        'De la connexion : un code valable dix minutes, puis une session. L’adresse de votre réseau n’est gardée qu’un jour, sous forme d’empreinte, pour limiter les essais.',
      ],
    },
    {
      heading: 'Ce que nous n’enregistrons jamais',
      list: [
        'Âge, date de naissance, sexe, origine, nationalité, santé, situation de famille, opinions, appartenance syndicale, rémunération, photo.',
        'Ces colonnes sont refusées à l’import du fichier du personnel, avant d’être lues.',
        'Ce que vous vous dites en séance.',
      ],
    },
    {
      heading: 'À quoi servent ces données',
      paragraphs: [
        'À former des binômes. Le calcul compare les sujets, les métiers, les disponibilités, les attentes, les lieux et les façons d’apprendre. Le grade et l’ancienneté dans l’entreprise vérifient seulement le sens du mentorat. La ligne hiérarchique sert à écarter les binômes entre une personne et ses responsables.',
        'Le calcul propose, une personne de l’équipe valide, et vous décidez. Aucune décision n’est prise par la seule machine. Rien de tout cela n’entre dans une évaluation, une promotion ou une rémunération.',
      ],
    },
    {
      heading: 'Qui voit quoi',
      list: [
        'La personne proposée : votre nom, votre métier, votre entité, vos points communs. Son adresse et la vôtre s’échangent quand le binôme est formé. Jamais le grade.',
        'L’équipe du programme : les participants, les propositions et leurs raisons, les binômes.',
        'Votre responsable hiérarchique : rien, à ce titre.',
        'Personne n’apprend qui a décliné une proposition. Cette réponse est rangée à part et sert à vous la rappeler, et à ne plus jamais proposer cette rencontre.',
      ],
    },
    {
      heading: 'Combien de temps',
      list: [
        'Une inscription non confirmée s’efface au bout de trente jours.',
        'L’adresse et le contenu d’un e-mail s’effacent de notre file dès qu’il est parti.',
        'La trace d’un e-mail envoyé s’efface après quatre-vingt-dix jours, une session à son terme.',
        'Un message de contact s’efface douze mois après la réponse, un témoignage refusé ou retiré après quatre-vingt-dix jours.',
        'Le reste suit la durée du programme, puis celle que fixe l’organisation. L’équipe du programme vous la donne sur demande.',
      ],
    },
    {
      heading: 'Où, et comment protégées',
      paragraphs: [
        'Le site ne dépose de cookies que pour votre connexion. Il ne mesure pas votre visite et n’appelle aucun service extérieur. Il n’y a pas de mot de passe à voler : un code à usage unique suffit. Les clés et les liens de confirmation sont gardés sous forme d’empreinte.',
      ],
    },
    {
      heading: 'Dans quel pays',
      pour: 'place',
      paragraphs: placeLines({ store_in_eu: false, requests_in_eu: false }, 'fr'),
    },
    {
      heading: 'Vos droits',
      pour: 'rights',
      paragraphs: rightsLines(asBuilt(organisation), 'fr'),
    },
  ],
})

const en = (organisation: Organisation): Prose => ({
  title: 'Personal data',
  lead: 'What the programme knows about you, why, who sees it and for how long.',
  sections: [
    {
      heading: 'Who answers for your data',
      pour: 'controller',
      paragraphs: controllerLines(asBuilt(organisation), 'en'),
    },
    {
      heading: 'What we store',
      list: [
        'From your company, where it sends it: family and given name, e-mail address, internal identifier, grade and rank, field of work, company, workplace, month of arrival, managers, language.',
        'From you: your role, the topics you offer and those you want, your hopes, your availability, your way of learning, and the dates of your agreements.',
        'From the life of the programme: proposals, their reasons, your answer, your pair, and a record of what happened, without names or answers.',
        'From what you write to us: a contact message, with the address to answer you; a testimony, under the name you choose.',
        'From signing in: a code valid for ten minutes, then a session. The address of your network is kept for one day only, as a fingerprint, to limit attempts.',
      ],
    },
    {
      heading: 'What we never store',
      list: [
        'Age, date of birth, sex, origin, nationality, health, family situation, opinions, union membership, pay, photograph.',
        'Such columns are refused when the staff file is imported, before they are read.',
        'What you say to each other in a session.',
      ],
    },
    {
      heading: 'What these data are for',
      paragraphs: [
        'To form pairs. The calculation compares topics, fields of work, availability, hopes, workplaces and ways of learning. Grade and time in the company only check the direction of the mentoring. Reporting lines serve to rule out pairs between a person and those they report to.',
        'The calculation suggests, a person in the team approves, and you decide. No decision is taken by the machine alone. None of this enters an appraisal, a promotion or pay.',
      ],
    },
    {
      heading: 'Who sees what',
      list: [
        'The person proposed: your name, field, company and common points. Addresses are exchanged once the pair is formed. Never the grade.',
        'The programme team: participants, proposals and their reasons, pairs.',
        'Your line manager: nothing, as such.',
        'Nobody learns who declined a proposal. That answer is kept apart and serves to remind you of it, and to never propose that meeting again.',
      ],
    },
    {
      heading: 'For how long',
      list: [
        'A sign-up that is not confirmed is erased after thirty days.',
        'The address and content of an e-mail are erased from our queue as soon as it has left.',
        'The record of an e-mail sent is erased after ninety days, a session when it ends.',
        'A contact message is erased twelve months after it was answered, a testimony that was refused or withdrawn after ninety days.',
        'The rest lasts as long as the programme, then as long as the organisation decides. The programme team will tell you.',
      ],
    },
    {
      heading: 'Where, and how protected',
      paragraphs: [
        'The site sets cookies for your sign-in only. It does not measure your visit and calls no outside service. There is no password to steal: a one-time code is enough. Keys and confirmation links are kept as fingerprints.',
      ],
    },
    {
      heading: 'In which country',
      pour: 'place',
      paragraphs: placeLines({ store_in_eu: false, requests_in_eu: false }, 'en'),
    },
    {
      heading: 'Your rights',
      pour: 'rights',
      paragraphs: rightsLines(asBuilt(organisation), 'en'),
    },
  ],
})

export const privacy: Both<(organisation: Organisation) => Prose> = { fr, en }
