import { anywhere, grouped, within } from './topic.ts'

export const digitalTools = grouped('digital-tools', {
  spreadsheets: anywhere('Tableurs : calculer et présenter', 'Spreadsheets: calculate and present', {
    esco: '1973c966-f236-40c9-b2d4-5d71a89019be',
  }),
  slides: anywhere('Diaporamas clairs et utiles', 'Clear, useful slides', {
    esco: '234aeb8d-56c3-4531-9193-1c5e6a8d16cb',
  }),
  'web-search': anywhere('Trouver une information en ligne', 'Finding information online', {
    digcomp: 'e439742d-558d-4f52-885e-afdc740b48cf',
  }),
  'online-files': anywhere('Ranger et partager ses fichiers en ligne', 'Storing and sharing files online', {
    digcomp: '40001d93-8937-4859-89d5-2dca53290ff4',
  }),
  'phone-at-work': anywhere('Téléphone et tablette au travail', 'Phone and tablet at work'),
  'time-saving-habits': anywhere(
    'Gestes et raccourcis qui font gagner du temps',
    'Shortcuts and habits that save time',
  ),
  automation: anywhere('Automatiser les tâches répétitives', 'Automating repetitive tasks'),
  'no-code': anywhere('Créer une petite application sans coder', 'Building a small app without code'),
  'online-paperwork': anywhere('Signature et démarches en ligne', 'Signing and paperwork online', {
    digcomp: '16a00c69-9c74-4c37-96d7-6301d285e5ce',
  }),
  troubleshooting: anywhere('Se dépanner sans aide', 'Solving everyday computer trouble', {
    digcomp: '14832d87-2f2f-4895-b290-e4760ebae42a',
  }),
  'first-code': anywhere('Premiers pas en programmation', 'First steps in programming', {
    digcomp: '21d2f96d-35f7-4e3f-9745-c533d2dd6e97',
  }),
})

export const collaboration = grouped('collaboration', {
  'online-meetings': anywhere('Réunions à distance qui avancent', 'Online meetings that move forward'),
  'team-messaging': anywhere('Messageries d’équipe', 'Team messaging', {
    esco: 'b080a008-a35d-4bd0-92e9-edf3773bb2b7',
  }),
  'shared-documents': anywhere('Travailler à plusieurs sur un document', 'Working together on one document', {
    digcomp: '2b34a99f-9813-4c91-9509-b6b9b8c3132e',
  }),
  'project-boards': anywhere('Tableaux de suivi de projet', 'Project boards'),
  'agile-ways': anywhere('Travailler en mode agile', 'Agile ways of working', {
    esco: '0a9acb6b-1139-4be9-b431-3a80a959f2f4',
  }),
  'hybrid-teams': anywhere('Équipes sur site et à distance', 'Teams on site and remote', { nature: 'soft' }),
  'better-emails': anywhere('Moins de courriels, mieux écrits', 'Fewer e-mails, better written', {
    esco: 'ec0bbf39-0edd-4015-a2c3-82ad563ce3a8',
  }),
  'workshop-leading': anywhere('Animer un atelier participatif', 'Running a participatory workshop', {
    nature: 'soft',
  }),
  'design-thinking': anywhere(
    'Partir des usages : la pensée design',
    'Starting from people’s needs: design thinking',
  ),
  'enterprise-network': anywhere('Réseau social d’entreprise', 'The company’s own social network', {
    digcomp: 'a12057b4-6d11-4a12-ab8e-15a028ef0a6d',
  }),
  'knowledge-sharing': anywhere('Faire circuler ce que l’on sait', 'Sharing what the team knows', {
    nature: 'soft',
  }),
})

export const artificialIntelligence = grouped('artificial-intelligence', {
  'ai-assistants': anywhere('Assistants d’IA au quotidien', 'AI assistants day to day'),
  'ai-requests': anywhere('Bien formuler une demande à une IA', 'Asking AI the right way'),
  'ai-principles': anywhere('Comment fonctionne une IA', 'How AI works', {
    esco: 'e465a154-93f7-4973-9ce1-31659fe16dd2',
  }),
  'ai-checking': anywhere('Vérifier ce que répond une IA', 'Checking what AI says', {
    digcomp: '1d6c7de4-350e-4868-a47b-333b4b0d9650',
  }),
  'ai-images': anywhere('Images, sons et vidéos produits par IA', 'Images, sound and video made with AI'),
  'ai-in-a-team': anywhere('Faire entrer l’IA dans un métier', 'Bringing AI into a team’s work'),
  'ai-rules': anywhere('Règles et éthique de l’IA', 'Rules and ethics of AI'),
  'machine-learning': within('data', 'Apprentissage automatique', 'Machine learning', {
    esco: '8369c2d6-c100-4cf6-bd83-9668d8678433',
  }),
  chatbots: within('customer-service', 'Agents conversationnels pour les clients', 'Chatbots for customers'),
  'ai-coding': within('information-systems', 'Programmer avec l’aide d’une IA', 'Coding with the help of AI'),
})

export const data = grouped('data', {
  'reading-figures': anywhere('Lire et questionner des chiffres', 'Reading and questioning figures', {
    digcomp: '629685b8-5f9e-4522-8cff-b3e2c4ec625a',
  }),
  dashboards: anywhere('Tableaux de bord utiles', 'Useful dashboards', {
    esco: '143769cb-b61e-47d8-a61e-eedfbec1016c',
  }),
  'data-pictures': anywhere('Montrer des données en images', 'Showing data in pictures', {
    esco: 'c3e36d05-8ae8-447f-bb2b-6f9409f85389',
  }),
  'statistics-basics': anywhere('Statistiques pour décider', 'Statistics for decisions', {
    esco: '7ee4c2ea-b349-4bd2-81a3-ec31475d4833',
  }),
  'data-analysis': within('data', 'Analyser des données avec du code', 'Analysing data with code', {
    esco: '2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f',
  }),
  databases: within('data', 'Interroger une base de données', 'Querying a database', {
    esco: '4463a721-69f3-413d-8321-43e3af13a4f1',
  }),
  'data-quality': within('data', 'Qualité et gouvernance des données', 'Data quality and governance', {
    esco: 'cc7370dd-69fa-4c67-a96f-d4d135d38700',
  }),
  'web-analytics': within('marketing', 'Mesure d’audience en ligne', 'Web analytics', {
    esco: '1605025e-a179-421f-8f35-5b07d182a6b2',
  }),
})

export const security = grouped('security', {
  'fraudulent-messages': anywhere('Reconnaître un message frauduleux', 'Spotting a fraudulent message', {
    esco: 'f4346299-e22a-4686-8e61-2c9b0cd51c7d',
  }),
  passwords: anywhere('Mots de passe et double vérification', 'Passwords and two-step sign-in'),
  'safe-devices': anywhere('Protéger son téléphone et son ordinateur', 'Keeping phone and computer safe', {
    digcomp: 'df329d70-87b0-466b-a214-3431f36e2a5e',
  }),
  'personal-data': anywhere('Protéger ses données personnelles', 'Protecting personal data', {
    digcomp: '33a82b83-c838-4889-ae62-fae1317481eb',
  }),
  confidentiality: anywhere('Confidentialité au quotidien', 'Confidentiality day to day', {
    esco: 'e37d64dc-0f05-4ee8-b065-bf76f70d8f5c',
  }),
  disinformation: anywhere(
    'Repérer fausses nouvelles et images truquées',
    'Spotting fake news and doctored images',
    {
      esco: 'db33c0f3-43ee-4ba3-ba47-9269ac837697',
    },
  ),
  'cyber-attack': anywhere('Réagir à une attaque informatique', 'Responding to a cyber attack', {
    esco: '5898d99a-62a4-4e10-a2e3-0d815ce44248',
  }),
  'online-rights': anywhere('Droits d’auteur et images en ligne', 'Copyright and images online', {
    digcomp: 'a91732ce-988e-4105-9570-f425c6ffdc82',
  }),
  disconnecting: anywhere('Se déconnecter : un équilibre numérique', 'Switching off: a digital balance', {
    digcomp: 'd1ed5b3a-cab5-4c5d-baf8-0214998b58fb',
    nature: 'soft',
  }),
  'cyber-security': within('information-systems', 'Cybersécurité des systèmes', 'Cyber security of systems', {
    esco: '8088750d-8388-4170-a76f-48354c469c44',
  }),
})
