import type { Both } from '#domain/language.ts'
import type { Objective, ProgrammeSettings, ProgrammeWords } from '#domain/programme.ts'

/** A programme of a world, before it has dates. */
export interface WorldProgramme {
  slug: string
  objectives: Objective[]
  words: Both<ProgrammeWords>
  settings: Partial<
    Pick<ProgrammeSettings, 'session_minutes' | 'preparation_minutes' | 'capacity_max' | 'externals_allowed'>
  >
}

const CHARTER: Both = {
  fr: [
    'Je participe parce que je l’ai choisi, et je peux arrêter à tout moment sans me justifier.',
    'Nos échanges restent confidentiels, sauf danger ou obligation légale.',
    'Si je déplace une séance, je propose une date sous sept jours.',
    'J’écoute avant de répondre, je dis simplement quand je ne sais pas.',
    'Rien de ce que nous échangeons ne sert à une évaluation, à une augmentation ou à une mobilité.',
    'Après chaque séance, je prends trente secondes pour dire comment elle s’est passée.',
    'Si notre binôme ne fonctionne pas, j’en parle à l’équipe du programme\u00a0: elle nous aide ou nous sépare sans reproche.',
  ].join('\n'),
  en: [
    'I take part because I chose to, and I may stop at any time without giving a reason.',
    'What we say stays between us, except danger or legal duty.',
    'If I move a session, I offer a date within seven days.',
    'I listen before I answer, and I simply say so when I do not know.',
    'Nothing we share serves an appraisal, a pay rise or a move.',
    'After each session I take thirty seconds to say how it went.',
    'If our pair does not work, I tell the programme team: they help us or part us, without blame.',
  ].join('\n'),
}

/** The programme that a newcomer finds open for sign-ups. */
export const FRESH_EYES: WorldProgramme = {
  slug: 'regards-neufs',
  objectives: ['tools', 'culture'],
  // A newcomer tries it with an address that no HR system knows.
  settings: { capacity_max: 2, externals_allowed: true },
  words: {
    fr: {
      name: 'Regards neufs',
      summary:
        'Six rencontres d’une heure où une personne arrivée plus récemment fait découvrir ses outils et ses usages à une personne qui dirige. Les deux apprennent.',
      aims: [
        'Les outils changent plus vite que nos habitudes. Ici, celles et ceux qui s’en servent chaque jour les montrent à des personnes qui décident\u00a0: assistants d’intelligence artificielle, réseaux sociaux, travail à plusieurs sur un même document, attentes des nouveaux clients.',
        'En retour, le mentor découvre comment une décision se prend, élargit son réseau et s’exerce à transmettre. Chacun choisit ses sujets, et le programme cherche la personne qui y répond le mieux.',
        'Au bout de six mois, nous espérons que chaque binôme aura changé une habitude de travail, même petite, et qu’il aura envie de recommander l’expérience.',
      ].join('\n\n'),
      audience:
        'Mentors\u00a0: toute personne du groupe qui maîtrise un sujet et aime l’expliquer, sans condition de diplôme.\nPersonnes mentorées\u00a0: toute personne qui encadre une équipe ou un projet, du premier niveau au comité exécutif.\nOn peut s’inscrire aux deux titres. Comptez deux heures par mois, préparation comprise, sur le temps de travail.',
      charter: CHARTER.fr,
    },
    en: {
      name: 'Fresh Eyes',
      summary:
        'Six one-hour meetings in which someone who joined more recently opens up their tools and habits to someone who leads. Both learn.',
      aims: [
        'Tools change faster than our habits. Here, the people who use them every day show them to people who decide: AI assistants, social networks, working together on one document, what new customers expect.',
        'In return, mentors see how decisions are made, widen their network and learn to teach. Everyone chooses their own topics, and the programme looks for the person who answers them best.',
        'After six months we hope that each pair has changed one way of working, however small, and would gladly recommend the experience.',
      ].join('\n\n'),
      audience:
        'Mentors: anyone in the group who knows a topic well and enjoys explaining it; no degree is asked for.\nMentees: anyone who leads a team or a project, from first-line managers to the executive committee.\nYou may sign up as both. Allow two hours a month, preparation included, in working time.',
      charter: CHARTER.en,
    },
  },
}

/** The programme that already has a matched cohort. */
export const TWO_VOICES: WorldProgramme = {
  slug: 'numerique-a-deux-voix',
  objectives: ['tools', 'processes'],
  settings: { capacity_max: 2 },
  words: {
    fr: {
      name: 'Le numérique à deux voix',
      summary:
        'Un binôme, un sujet numérique, une pratique de travail à changer. Les personnes qui dirigent apprennent de celles qui pratiquent.',
      aims: [
        'Nous avons des outils que nous utilisons à moitié, et des façons de travailler que personne n’a choisies. Ce programme réunit deux personnes qui ne se seraient pas croisées, autour d’une question concrète posée par la personne mentorée.',
        'Chaque binôme choisit une pratique à faire évoluer\u00a0: une réunion de moins, un document partagé plutôt qu’un courriel, un tableau de bord que l’équipe lit vraiment. Le mentor guide, la personne mentorée essaie avec son équipe, et l’on regarde ensemble ce qui tient.',
      ].join('\n\n'),
      audience:
        'Mentors\u00a0: toute personne à l’aise avec les outils de tous les jours et curieuse des autres métiers.\nPersonnes mentorées\u00a0: membres des directions, responsables d’équipe et de projet.\nLes binômes réunissent des métiers et des entités différents, jamais deux personnes de la même ligne hiérarchique.',
      charter: CHARTER.fr,
    },
    en: {
      name: 'Digital in Two Voices',
      summary:
        'One pair, one digital topic, one way of working to change. People who lead learn from people who practise.',
      aims: [
        'We have tools that we half use, and ways of working that nobody chose. This programme brings together two people who would not have met, around a concrete question that the mentee brings.',
        'Each pair picks one practice to move forward: one meeting fewer, a shared document instead of an e-mail, a dashboard that the team really reads. The mentor guides, the mentee tries it with their team, and together they look at what lasts.',
      ].join('\n\n'),
      audience:
        'Mentors: anyone at ease with everyday tools and curious about other fields of work.\nMentees: members of management, team leaders and project leaders.\nPairs bring different fields and entities together, never two people of the same reporting line.',
      charter: CHARTER.en,
    },
  },
}

/**
 * The one programme of a world loaded by command. With a capacity, sessions are short enough for a mentor with eight
 * hours a month to take that many mentees: ⌊8 h ÷ (session + preparation)⌋ ≥ capacity (questionnaires.md §5).
 * @throws RangeError for a capacity that eight hours cannot hold.
 */
export function trialProgramme(name: string, seed: number, capacity?: number): WorldProgramme {
  const settings: WorldProgramme['settings'] = { capacity_max: capacity ?? 3 }
  if (capacity !== undefined) {
    const minutes = Math.floor((8 * 60) / capacity)
    if (!Number.isInteger(capacity) || capacity < 1 || minutes < 15) {
      throw new RangeError(
        'A capacity is a whole number from 1 to 32: eight hours a month hold no more sessions.',
      )
    }
    settings.session_minutes = Math.min(480, Math.max(15, Math.round((minutes * 0.75) / 5) * 5))
    settings.preparation_minutes = minutes - settings.session_minutes
  }
  return {
    slug: `${name}-${seed}`.slice(0, 64).replace(/^-+|-+$/g, ''),
    objectives: ['tools', 'processes', 'culture'],
    settings,
    words: {
      fr: {
        name: `Mentorat inversé, essai ${name} ${seed}`,
        summary:
          'Un programme d’essai\u00a0: les personnes inscrites, leurs réponses et leurs noms sont inventés.',
        aims: 'Montrer comment les binômes se forment sur un organigramme complet, et pourquoi chacun est proposé.',
        audience:
          'Les postes les plus proches de la direction apprennent de ceux qui en sont les plus éloignés.',
        charter: CHARTER.fr,
      },
      en: {
        name: `Reverse mentoring, trial ${name} ${seed}`,
        summary: 'A trial programme: the people signed up, their answers and their names are invented.',
        aims: 'To show how pairs form on a whole organisation chart, and why each is proposed.',
        audience: 'The posts nearest to the head learn from those furthest away.',
        charter: CHARTER.en,
      },
    },
  }
}
