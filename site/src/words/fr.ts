/** Words that every page shares and those of the home page, in French. The English file has the same keys. */
export const fr = {
  name: 'Binôme',
  skip: 'Aller au contenu',
  mainNavigation: 'Navigation principale',
  programmes: 'Programmes',
  mySpace: 'Mon espace',
  console: 'Équipe du programme',
  otherLanguage: 'English',
  footNavigation: 'Pied de page',
  privacy: 'Données personnelles',
  legal: 'Mentions légales',
  accessibility: 'Accessibilité',
  tagline: 'Programmes de mentorat croisé',
  home: {
    description:
      'Binôme réunit deux personnes d’expériences différentes pour apprendre l’une de l’autre. Inscription en cinq minutes, sans compte, sans jamais demander l’âge.',
    heading: 'On apprend dans les deux sens.',
    lead: 'Binôme réunit deux personnes qui ne se seraient pas croisées. L’une transmet ce qu’elle pratique, l’autre l’éclaire de son expérience. Des règles claires proposent les rencontres, une équipe les valide, et chacune choisit.',
    see: 'Voir les programmes',
    space: 'Ouvrir mon espace',
    under: 'Cinq minutes pour s’inscrire, sans compte ni mot de passe.',
    figure: {
      says: 'Deux cercles qui se recouvrent. À gauche, Malo, mentor, en communication. À droite, Hélène, mentorée, aux achats. Dans leur partie commune, ce qu’ils partagent : assistants d’IA, négociation, le mardi midi.',
      mentor: 'Malo',
      mentorRole: 'mentor',
      mentorField: 'Communication',
      mentee: 'Hélène',
      menteeRole: 'mentorée',
      menteeField: 'Achats',
      shared: ['Assistants d’IA', 'Négociation', 'Mardi midi'],
      caption: 'Un exemple : il lui montre les assistants d’IA, elle lui apprend à négocier.',
    },
    stepsHeading: 'Trois étapes, à votre rythme',
    steps: [
      {
        title: 'Vous vous inscrivez',
        text: 'Dites ce que vous aimeriez transmettre, ce que vous aimeriez apprendre et quand vous êtes disponible. Un lien reçu par e-mail confirme votre adresse.',
      },
      {
        title: 'Vous recevez une proposition',
        text: 'L’équipe du programme relit chaque rencontre proposée. Vous découvrez au même moment le nom de l’autre, son métier, son entité, et pourquoi vous deux.',
      },
      {
        title: 'Vous acceptez, et vous vous voyez',
        text: 'Le binôme commence quand les deux ont dit oui. Vous convenez ensemble de la première séance, sur place ou à distance.',
      },
    ],
    exampleHeading: 'Vous savez pourquoi vous deux',
    exampleText:
      'Une proposition n’est pas un score. Elle dit en clair ce que vous avez en commun et comment bien commencer. Jamais de grade, jamais de photo, jamais de classement.',
    exampleNote: 'Une proposition, telle que vous la recevez (personnes inventées).',
    example: {
      role: 'Vous seriez mentor',
      name: 'Hélène Le Goff',
      field: 'Achats · Armorique Énergie',
      whyHeading: 'Pourquoi vous deux',
      why: [
        'Vous pratiquez les assistants d’IA, et Hélène souhaite s’en servir seule.',
        'Hélène sait mener une négociation, ce que vous voulez apprendre.',
        'Vous êtes libres le mardi midi.',
      ],
      tipHeading: 'Pour bien commencer',
      tip: 'Vous aimez essayer tout de suite, Hélène préfère comprendre d’abord : commencez par une vue d’ensemble.',
    },
    sidesHeading: 'Chacun donne, chacun reçoit',
    sidesLead:
      'Dans le mentorat inversé, la personne mentor est la plus récente dans l’entreprise ou dans les grades.',
    gives: 'Donne',
    receives: 'Reçoit',
    sides: {
      mentor: {
        title: 'La personne mentor',
        gives: [
          'une pratique d’aujourd’hui, expliquée simplement',
          'un regard neuf et des questions franches',
          'une heure par séance, et un peu de préparation',
        ],
        receives: [
          'une vue d’ensemble sur les métiers et les décisions',
          'un réseau plus large que son équipe',
          'l’expérience d’expliquer et d’animer',
        ],
      },
      mentee: {
        title: 'La personne mentorée',
        gives: [
          'son expérience du métier et de la maison',
          'de l’écoute, et le droit de dire « je ne sais pas »',
          'un rendez-vous qu’elle tient',
        ],
        receives: [
          'une pratique à essayer tout de suite',
          'une lecture des usages qui arrivent',
          'quelqu’un à qui parler hors de sa ligne hiérarchique',
        ],
      },
    },
    promisesHeading: 'Ce que nous vous promettons',
    promises: [
      {
        title: 'Aucun compte à créer',
        text: 'Un code envoyé à votre adresse ouvre votre espace. Il n’y a pas de mot de passe à retenir.',
      },
      {
        title: 'Cinq minutes',
        text: 'Le questionnaire dit pourquoi chaque question est posée. Rien n’est obligatoire qui ne serve pas.',
      },
      {
        title: 'Jamais votre âge',
        text: 'Ni âge, ni sexe, ni origine, ni santé : ces données ne sont ni demandées, ni enregistrées, ni utilisées.',
      },
      {
        title: 'Une personne décide',
        text: 'Le calcul propose. L’équipe du programme relit et valide, avec les raisons de chaque rencontre sous les yeux.',
      },
      {
        title: 'Deux accords',
        text: 'Sans l’accord des deux, il n’y a pas de binôme. Personne n’apprend qui a répondu quoi.',
      },
      {
        title: 'Hors hiérarchie',
        text: 'Aucun binôme entre deux personnes d’une même ligne hiérarchique, quel que soit le nombre d’échelons.',
      },
    ],
    kindsHeading: 'Quatre façons de faire binôme',
    kinds: {
      reverse:
        'Une personne plus récente transmet une pratique à une personne plus expérimentée, qui l’éclaire en retour.',
      classic: 'Une personne expérimentée accompagne un parcours, un métier, une prise de poste.',
      strategic: 'Une personne aguerrie, souvent extérieure, aide à éclairer une décision ou un changement.',
      expert: 'Une question précise, une personne qui l’a déjà résolue, trois à quatre heures ensemble.',
    },
    questionsHeading: 'Les questions qu’on nous pose',
    questions: [
      {
        ask: 'Et si la proposition ne me convient pas ?',
        answer:
          'Vous la déclinez, sans donner de raison. À la date limite, une proposition qui n’a pas abouti s’annonce toujours dans les mêmes mots, aux deux personnes. Cette rencontre ne vous sera plus proposée.',
      },
      {
        ask: 'Qui voit mes réponses ?',
        answer:
          'L’équipe du programme, pour former les binômes. La personne proposée voit votre nom, votre métier, votre entité et vos points communs. Jamais votre grade, jamais le détail de vos réponses.',
      },
      {
        ask: 'Combien de temps cela prend-il ?',
        answer:
          'Souvent six séances d’une heure en six mois, et une demi-heure de préparation à chaque fois. La page de chaque programme donne sa durée.',
      },
      {
        ask: 'Faut-il être très à l’aise pour être mentor ?',
        answer:
          'Il suffit de pratiquer un sujet régulièrement et d’aimer l’expliquer. Un échange avec un coach est proposé avant la première séance.',
      },
    ],
    organiserHeading: 'Vous organisez un programme ?',
    organiserText:
      'La console reçoit le fichier du personnel, applique les règles, explique chaque proposition et chaque attente, et garde la trace de ce qui a été décidé. Les mêmes données donnent toujours le même résultat.',
    organiserLink: 'Ouvrir la console',
    lastHeading: 'Une place vous attend peut-être',
    lastText: 'Les programmes ouverts aux inscriptions sont en tête de liste.',
  },
  notFound: {
    title: 'Page introuvable',
    text: 'Cette adresse ne mène à aucune page. Elle a pu changer, ou une lettre a pu se perdre en route.',
    home: 'Revenir à l’accueil',
  },
}
