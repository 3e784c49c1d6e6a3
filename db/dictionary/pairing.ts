import type { Dictionary } from '#domain/kept-data.ts'
import {
  byOrganisation,
  CREATED,
  ID,
  MENTEE,
  MENTOR,
  PROGRAMME,
  RUN,
  sweptWithProgramme,
  VERSION,
} from './terms.ts'

export const PAIRING: Dictionary = {
  proposals: {
    name: { fr: 'Propositions', en: 'Proposals' },
    holds: {
      fr: 'Deux personnes qui pourraient aller ensemble, les points et les faits qui l’expliquent, qui a accepté',
      en: 'Two people who might go together, the points and the facts behind them, who has accepted',
    },
    category: 'life',
    about: ['participants'],
    purpose: 'pairing',
    kept: sweptWithProgramme('proposals'),
    seen: {
      fr: 'L’équipe voit points, raisons et état, jamais une réponse\u00a0; les deux personnes à partir de la révélation',
      en: 'The team sees points, reasons and state, never an answer; the two people from the reveal on',
    },
    columns: {
      id: ID,
      run_id: RUN,
      programme_id: PROGRAMME,
      mentor_id: MENTOR,
      mentee_id: MENTEE,
      score: ['Points', 'Points'],
      facts: ['Faits qui expliquent les points', 'Facts that explain the points'],
      state: ['État', 'State'],
      mentor_accepted_at: [
        'Date d’acceptation de la personne mentor',
        'Date on which the mentor accepted',
        'agreement',
      ],
      mentee_accepted_at: [
        'Date d’acceptation de la personne mentorée',
        'Date on which the mentee accepted',
        'agreement',
      ],
      revealed_at: ['Date de la révélation', 'Date of the reveal'],
      deadline_at: ['Date limite de réponse', 'Deadline to answer'],
      impossible_at: ['Date à laquelle elle est devenue impossible', 'Date on which it became impossible'],
      version: VERSION,
      created_at: CREATED,
    },
  },
  refusals: {
    name: { fr: 'Propositions déclinées', en: 'Proposals declined' },
    holds: {
      fr: 'Qui a décliné, rangé à part, pour ne plus jamais proposer ce binôme',
      en: 'Who declined, kept apart, so that the pair is never proposed again',
    },
    category: 'life',
    about: ['participants'],
    purpose: 'pairing',
    kept: byOrganisation('Tant que les deux personnes participent', 'As long as both people take part'),
    seen: {
      fr: 'La personne qui a décliné\u00a0; personne d’autre',
      en: 'The person who declined; nobody else',
    },
    columns: {
      proposal_id: ['Proposition', 'Proposal', 'technical'],
      participant_id: ['Participation de qui a décliné', 'Participation of who declined'],
      mentor_person_id: ['Personne mentor', 'Mentor', 'identity'],
      mentee_person_id: ['Personne mentorée', 'Mentee', 'identity'],
      created_at: CREATED,
    },
  },
  pairs: {
    name: { fr: 'Binômes', en: 'Pairs' },
    holds: {
      fr: 'Deux personnes qui ont accepté, et quand le binôme a pris fin',
      en: 'Two people who both accepted, and when the pair ended',
    },
    category: 'life',
    about: ['participants'],
    purpose: 'pairing',
    kept: sweptWithProgramme('pairs'),
    seen: {
      fr: 'Les deux personnes, l’équipe, les outils RH\u00a0; le motif de fin, l’équipe seule',
      en: 'The two people, the team, HR tools; the reason of an ending, the team alone',
    },
    columns: {
      id: ID,
      programme_id: PROGRAMME,
      proposal_id: ['Proposition acceptée', 'Proposal accepted', 'technical'],
      mentor_id: MENTOR,
      mentee_id: MENTEE,
      state: ['En cours ou terminé', 'Under way or ended'],
      ending: ['Départ, réorganisation ou terme', 'Departure, reorganisation or completion'],
      started_at: ['Date de début', 'Date of beginning'],
      ended_at: ['Date de fin', 'Date of ending'],
      version: VERSION,
    },
  },
}
