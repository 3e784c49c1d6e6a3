import { CRITERIA, CRITERION_NAMES, type Criterion, STARTING_WEIGHTS } from '#domain/criterion.ts'
import type { Both, Language } from '#domain/language.ts'
import type { Figures, Prose } from './prose.ts'

/** What the example found for each criterion, from 0 to 1. */
const FOUND: Record<Criterion, number> = {
  need: 0.8,
  field: 0.67,
  availability: 0.5,
  reverse: 0.6,
  intentions: 1,
  site: 1,
  learning: 0.5,
}

/** The example worked by hand: share × what was found, criterion by criterion, and the sum. */
export function workedExample(language: Language, caption: string, head: string[], sum: string): Figures {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 2 })
  const points = (criterion: Criterion) => 100 * STARTING_WEIGHTS[criterion] * FOUND[criterion]
  const total = CRITERIA.reduce((all, criterion) => all + points(criterion), 0)
  return {
    caption,
    head,
    rows: [
      ...CRITERIA.map((criterion) => [
        CRITERION_NAMES[criterion][language],
        number.format(100 * STARTING_WEIGHTS[criterion]),
        number.format(FOUND[criterion]),
        number.format(points(criterion)),
      ]),
      [sum, '', '', number.format(total)],
    ],
  }
}

const fr: Prose = {
  title: 'Comment les binômes se forment',
  lead: 'Des règles que rien ne lève, des critères pesés au grand jour, un calcul que l’on peut refaire, et des personnes qui décident.',
  sections: [
    {
      heading: '1. Les règles',
      paragraphs: ['Un binôme qui manque à une seule de ces règles n’est jamais proposé.'],
      list: [
        'Les deux personnes ont donné leur accord et lu la charte.',
        'Le mentor pratique assez bien au moins un sujet que l’autre souhaite apprendre, ou un sujet voisin.',
        'L’ancienneté va dans le sens du programme, par le grade ou par le temps passé dans l’entreprise.',
        'Aucune des deux n’est au-dessus de l’autre dans la ligne hiérarchique, à aucun niveau, rattachements fonctionnels compris.',
        'Elles ont une langue en commun et une façon de se voir qui convient aux deux.',
        'Rien d’antérieur ne les sépare, et chacune a encore une place.',
      ],
    },
    {
      heading: '2. Les critères',
      paragraphs: [
        'Chaque binôme permis reçoit une note de 0 à 100. Voici les poids de départ\u00a0; la page de chaque programme donne les siens. Ils viennent de recherches voisines, faute d’études sur le mentorat inversé lui-même.',
      ],
      figures: workedExample(
        'fr',
        'Un exemple calculé à la main\u00a0: une mentore en communication et une responsable des achats, avec les poids de départ.',
        ['Critère', 'Points au plus', 'Trouvé (0 à 1)', 'Points'],
        'Note du binôme',
      ),
      after: [
        'Lecture\u00a0: les disponibilités valent au plus 17,4 points. Deux moments communs en donneraient tout\u00a0; il y en a un, donc la moitié, soit 8,7 points.',
        'Quand une personne n’a pas répondu à une question, le critère compte pour la moitié\u00a0: ni avantage, ni faute.',
        'Préférence d’apprentissage\u00a0: ce n’est ni un test ni une étiquette. Les études montrent peu d’effet\u00a0; nous mesurons s’il en a un ici. D’où son poids, le plus faible.',
      ],
    },
    {
      heading: '3. Le meilleur ensemble',
      paragraphs: [
        'Prendre à chaque fois le meilleur binôme qui reste donne rarement le meilleur ensemble. Il faut regarder tout le monde à la fois.',
      ],
      figures: {
        caption: 'Deux mentors, deux personnes mentorées, et la note de chaque binôme possible.',
        head: ['Mentor', 'Hélène', 'Karim'],
        rows: [
          ['Malo', '90', '80'],
          ['Inès', '70', '10'],
        ],
      },
      after: [
        'Commencer par 90 (Malo et Hélène) ne laisse à Inès et Karim que 10\u00a0: 100 en tout. Malo avec Karim et Inès avec Hélène font 80 et 70, soit 150. C’est cet ensemble qui est proposé.',
        'D’habitude, on cherche d’abord le plus grand nombre de binômes, puis la plus grande somme. Un programme peut choisir de servir au mieux le binôme le moins bien servi.',
      ],
    },
    {
      heading: '4. La preuve',
      paragraphs: [
        'Le calcul rend avec son résultat de quoi prouver qu’aucun autre ensemble ne fait mieux. Un second calcul, écrit à part, vérifie cette preuve. Les mêmes réponses donnent toujours le même résultat, dans quelque ordre qu’elles arrivent\u00a0: aucun tirage au sort, aucune préférence cachée.',
      ],
      links: [{ href: '/fr/try/', label: 'Essayer le calcul avec vos fichiers, dans votre navigateur' }],
    },
    {
      heading: '5. Qui décide',
      list: [
        'Une personne de l’équipe relit chaque tour, avec les raisons, et l’approuve ou non.',
        'Les deux personnes découvrent la proposition au même moment, et chacune accepte ou décline.',
        'Personne n’apprend qui a décliné. Cette rencontre n’est plus jamais proposée.',
        'Chaque personne qui attend peut savoir pourquoi elle attend.',
      ],
    },
    {
      heading: 'Ce qui n’est jamais utilisé',
      list: [
        'L’âge, le sexe, l’origine, la santé, la situation de famille\u00a0: ni demandés, ni enregistrés.',
        'Les évaluations, la rémunération, les messages, les absences, le diplôme.',
        'Le grade ne donne aucun point. Il vérifie seulement le sens du mentorat et n’est jamais montré à l’autre.',
      ],
    },
  ],
}

const en: Prose = {
  title: 'How pairs are formed',
  lead: 'Rules that nothing lifts, criteria weighed in the open, a calculation that can be done again, and people who decide.',
  sections: [
    {
      heading: '1. The rules',
      paragraphs: ['A pair that breaks a single one of these rules is never proposed.'],
      list: [
        'Both people have given their agreement and read the charter.',
        'The mentor practises well enough at least one topic that the other wants to learn, or a neighbouring one.',
        'Seniority runs in the direction of the programme, by grade or by time in the company.',
        'Neither is above the other in the reporting line, at any level, dotted lines included.',
        'They share a language, and a way of meeting that suits both.',
        'Nothing of before keeps them apart, and each has a place left.',
      ],
    },
    {
      heading: '2. The criteria',
      paragraphs: [
        'Each pair that is allowed gets a mark from 0 to 100. These are the starting weights; the page of each programme gives its own. They come from neighbouring research, for want of studies of reverse mentoring itself.',
      ],
      figures: workedExample(
        'en',
        'An example worked by hand: a mentor in communication and a head of purchasing, with the starting weights.',
        ['Criterion', 'Points at most', 'Found (0 to 1)', 'Points'],
        'Mark of the pair',
      ),
      after: [
        'How to read it: availability is worth 17.4 points at most. Two shared moments would bring them all; there is one, hence half, 8.7 points.',
        'Where somebody has not answered a question, the criterion counts for half: neither an advantage nor a fault.',
        'Learning preference: neither a test nor a label. Studies find little effect; we measure whether it matters here. Hence its weight, the smallest.',
      ],
    },
    {
      heading: '3. The best set',
      paragraphs: [
        'Taking the best pair that is left, again and again, seldom gives the best set. One has to look at everybody at once.',
      ],
      figures: {
        caption: 'Two mentors, two mentees, and the mark of each possible pair.',
        head: ['Mentor', 'Hélène', 'Karim'],
        rows: [
          ['Malo', '90', '80'],
          ['Inès', '70', '10'],
        ],
      },
      after: [
        'Starting with 90 (Malo and Hélène) leaves Inès and Karim with 10: 100 in all. Malo with Karim and Inès with Hélène make 80 and 70, which is 150. That is the set that is proposed.',
        'As a rule the greatest number of pairs is sought first, then the greatest sum. A programme may choose to serve as well as can be the pair that is served least well.',
      ],
    },
    {
      heading: '4. The proof',
      paragraphs: [
        'With its result, the calculation gives what it takes to prove that no other set does better. A second calculation, written apart, checks that proof. The same answers always give the same result, in whatever order they arrive: no draw, no hidden preference.',
      ],
      links: [{ href: '/en/try/', label: 'Try the calculation on your own files, in your browser' }],
    },
    {
      heading: '5. Who decides',
      list: [
        'Somebody in the team reads each round, with its reasons, and approves it or not.',
        'The two people discover the proposal at the same moment, and each accepts or declines.',
        'Nobody learns who declined. That meeting is never proposed again.',
        'Everyone who waits can know why they wait.',
      ],
    },
    {
      heading: 'What is never used',
      list: [
        'Age, sex, origin, health, family situation: never asked, never stored.',
        'Appraisals, pay, messages, absences, diplomas.',
        'Grade brings no point. It only checks the direction of the mentoring, and is never shown to the other.',
      ],
    },
  ],
}

export const matching: Both<Prose> = { fr, en }
