import { anywhere, grouped, within } from './topic.ts'

export const socialNetworks = grouped('social-networks', {
  linkedin: anywhere('LinkedIn : profil et publications', 'LinkedIn: profile and posts'),
  instagram: anywhere('Instagram', 'Instagram'),
  'short-video': anywhere('Vidéos courtes : TikTok, Reels, Shorts', 'Short video: TikTok, Reels, Shorts'),
  'social-watch': anywhere('Faire sa veille sur les réseaux', 'Keeping up through social networks', {
    esco: '67dbfc2a-3dd4-41a1-90bd-97035e7add60',
  }),
  'social-selling': anywhere('Social selling : vendre par les réseaux', 'Social selling'),
  'online-image': anywhere('Son image en ligne', 'Your image online', {
    digcomp: 'bc0b0b5d-f6be-405a-b224-b6902a4dbe97',
  }),
  'employee-ambassadors': anywhere(
    'Collègues ambassadeurs de l’entreprise',
    'Colleagues as ambassadors of the company',
  ),
  'online-community': anywhere('Animer une communauté en ligne', 'Running an online community', {
    esco: 'a800a15c-2d1b-4151-8bf3-b21d47f709a1',
  }),
  'content-creators': anywhere('Créateurs de contenu et influence', 'Content creators and influence'),
  'making-podcasts': anywhere('Créer un podcast', 'Making a podcast'),
  'filming-by-phone': anywhere('Filmer et monter avec son téléphone', 'Filming and editing on a phone', {
    esco: '5ce80f97-b385-4a41-9339-a6593d0709c1',
  }),
  'writing-online': anywhere('Écrire pour être lu en ligne', 'Writing to be read online', {
    digcomp: '5fd5c985-eaaa-47aa-8314-62359c54505a',
  }),
})

export const culture = grouped('culture', {
  'series-and-streaming': anywhere(
    'Séries, plateformes et nouveaux récits',
    'Series, streaming and new stories',
  ),
  'video-games': anywhere('Jeu vidéo et e-sport', 'Video games and e-sport'),
  'online-humour': anywhere('Codes et humour des réseaux', 'Codes and humour of online life'),
  'news-habits': anywhere('Comment on s’informe aujourd’hui', 'How people follow the news today'),
  'virtual-worlds': anywhere('Réalité virtuelle et réalité augmentée', 'Virtual and augmented reality'),
  gamification: anywhere('Apprendre et mobiliser par le jeu', 'Learning and engaging through play'),
  causes: anywhere('Causes et engagements d’aujourd’hui', 'Causes that matter to people today'),
  'world-cultures': anywhere('Cultures du monde et codes de travail', 'World cultures and ways of working', {
    esco: 'c10d5d87-36cf-42f5-8a12-e560fb5f4af8',
    nature: 'soft',
  }),
  'plain-writing': anywhere('Écriture claire et inclusive', 'Plain and inclusive writing'),
})

export const customersAndColleagues = grouped('customers-and-colleagues', {
  'customer-online-behaviour': anywhere('Comportement des clients en ligne', 'Customers’ online behaviour', {
    esco: 'ccc28081-a273-45f8-98f6-0fd70e935263',
  }),
  'new-customers': anywhere('Ce qu’attendent les nouvelles clientèles', 'What new customers expect'),
  'early-career-expectations': anywhere(
    'Ce qu’attendent les professionnels qui débutent',
    'What people starting their career expect',
  ),
  'work-today': anywhere('Nouveaux rapports au travail', 'New expectations of work', { nature: 'soft' }),
  'attracting-and-keeping': anywhere(
    'Ce qui attire et fidélise une équipe',
    'What attracts people and makes them stay',
    { nature: 'soft' },
  ),
  'customer-journey': anywhere('Parcours et expérience client', 'Customer journey and experience'),
  'user-experience': anywhere('Services simples à utiliser', 'Services that are easy to use', {
    esco: '95ee5e38-5c1e-4cd2-a21d-6921390025a9',
  }),
  'customer-reviews': anywhere('Avis et notes en ligne', 'Online reviews and ratings', {
    esco: '89ba58e8-a67e-4d2b-ad42-6acab25c241b',
  }),
  'online-shopping': anywhere('Achat en ligne et sur téléphone', 'Shopping online and by phone', {
    esco: 'b1272de4-1f5f-408b-8b26-061f2550fc72',
  }),
  'services-for-all': anywhere(
    'Services numériques accessibles à tous',
    'Digital services everyone can use',
    {
      esco: '3e23db60-0c3d-498a-a6ac-ffbed0ecb033',
    },
  ),
  'listening-to-customers': within(
    'customer-service',
    'Écouter et comprendre la clientèle',
    'Listening to customers',
    {
      esco: '05fc6f8d-639c-4329-a6de-dfdd800ed091',
      nature: 'soft',
    },
  ),
})

export const sustainability = grouped('sustainability', {
  ecology: anywhere('Écologie : comprendre les grands équilibres', 'Ecology: understanding the balance', {
    esco: 'a8429098-ddac-481b-91e7-688d021c092e',
  }),
  climate: anywhere('Climat : causes, effets, leviers', 'Climate: causes, effects, levers', {
    esco: '1565b401-1754-4b07-8f1a-eb5869e64d95',
  }),
  'carbon-footprint': anywhere('Bilan carbone d’une activité', 'Carbon footprint of an activity'),
  'digital-sobriety': anywhere('Sobriété numérique', 'Lighter digital habits', {
    digcomp: 'c4ba12d1-4698-42fa-8abb-789462ea2586',
  }),
  'energy-saving': anywhere('Économies d’énergie', 'Saving energy', {
    esco: '83fc0b2b-6cd2-46af-b1ff-d3fc83604c26',
  }),
  'circular-economy': anywhere('Réemploi et économie circulaire', 'Reuse and the circular economy'),
  biodiversity: anywhere('Biodiversité', 'Biodiversity', { esco: 'ae6d655d-bbce-4701-ba04-d687cfa90eda' }),
  'social-responsibility': anywhere('Responsabilité sociale de l’entreprise', 'Corporate responsibility', {
    esco: '66db424f-2abe-420d-8e5b-186607266b61',
  }),
  inclusion: anywhere('Inclusion au travail', 'Inclusion at work', {
    esco: '117df904-d348-4f14-bc92-feaaccba4ece',
    nature: 'soft',
  }),
  'eco-design': within('engineering', 'Écoconception', 'Eco-design'),
  'responsible-purchasing': within('purchasing', 'Achats responsables', 'Responsible purchasing'),
})
