import { anywhere, grouped, within } from './topic.ts'

export const marketingAndCommunication = grouped('marketing-and-communication', {
  seo: within('marketing', 'Référencement naturel (SEO)', 'Search engine optimisation (SEO)', {
    esco: 'a0bf9b9d-e53f-418c-a839-5d99eff718fe',
  }),
  'marketing-automation': within('marketing', 'Automatisation du marketing', 'Marketing automation'),
  'social-crm': within('marketing', 'Relation client sur les réseaux (CRM social)', 'Social CRM'),
  'content-strategy': within('marketing', 'Stratégie de contenu', 'Content strategy', {
    esco: 'b0560439-14eb-41d1-aa53-1938efc24123',
  }),
  'email-campaigns': within('marketing', 'Campagnes par courriel', 'E-mail campaigns', {
    esco: '36931cb7-ca3f-4be1-8428-f38eefc8e1ed',
  }),
  'online-advertising': within('marketing', 'Publicité en ligne', 'Online advertising', {
    esco: '43dfbe7f-9e10-4871-b171-e5076737b4cf',
  }),
  brand: within('marketing', 'Construire une marque', 'Building a brand', {
    esco: '9242ad54-dc3d-41b3-9cfe-142fa8582511',
  }),
  'market-research': within('marketing', 'Études de marché', 'Market research', {
    esco: '8770350e-746f-4adb-9556-18ca68104be6',
  }),
  'cross-media': within('communication', 'Campagnes sur plusieurs supports', 'Cross-media campaigns'),
  copywriting: within('communication', 'Écriture de contenus', 'Copywriting', {
    esco: 'ce592b28-4467-4908-b2e6-64bbe18da631',
  }),
  'press-relations': within('communication', 'Relations presse', 'Press relations', {
    esco: '5330b70e-16f5-43a7-a6de-18fd6a4bd063',
  }),
  'internal-communication': within('communication', 'Communication interne', 'Internal communication'),
  'graphic-design': within('communication', 'Création graphique', 'Graphic design', {
    esco: '7fb699d9-182a-430e-b7a0-6d8ed05c284b',
  }),
  'event-planning': within('communication', 'Organiser un évènement', 'Planning an event', {
    esco: 'a4b7f1be-7058-45e4-ac90-66580499187f',
  }),
})

export const sales = grouped('sales', {
  'sales-pitch': within('sales', 'Argumenter et convaincre un client', 'Making the case to a customer', {
    esco: '0c0488b3-fca5-4deb-865b-8dc605c3d909',
    nature: 'soft',
  }),
  'sales-strategy': within('sales', 'Stratégie commerciale', 'Sales strategy', {
    esco: 'e7219848-a27a-4bf4-8775-d367707be7c9',
  }),
  'customer-files': within(
    'sales',
    'Suivre ses clients dans un outil (CRM)',
    'Following customers in a CRM',
    {
      esco: '9889b795-d755-41b2-8afd-2e3c87a65a38',
    },
  ),
  'key-accounts': within(
    'sales',
    'Grands comptes : relations de long terme',
    'Key accounts: lasting relationships',
  ),
  pricing: within('sales', 'Fixer un prix', 'Setting a price', {
    esco: '1c460d2d-90c6-4fc9-ad49-febb6e15605a',
  }),
})

export const financeAndAccounting = grouped('finance-and-accounting', {
  budget: anywhere('Construire et tenir un budget', 'Building and keeping a budget', {
    esco: '21c5790c-0930-4d74-b3b0-84caf5af12ea',
  }),
  'reading-accounts': anywhere(
    'Lire un bilan et un compte de résultat',
    'Reading a balance sheet and accounts',
    {
      esco: '5f1d1319-7954-4a9b-90c7-57668e3a0d4b',
    },
  ),
  'management-control': within('finance', 'Contrôle de gestion', 'Management control'),
  'cash-flow': within('finance', 'Trésorerie', 'Cash flow', { esco: '3f0ff149-7726-4205-be63-3c48c5c7cac8' }),
  'risk-management': within('finance', 'Gestion des risques', 'Risk management', {
    esco: '6eff134b-e34f-4d6e-a6e8-5e47cf2228d0',
  }),
  blockchain: within('finance', 'Chaîne de blocs (blockchain)', 'Blockchain'),
  accounting: within('accounting', 'Comptabilité générale', 'General accounting', {
    esco: 'ecc18804-a466-40d9-98b4-fba5cd67dd4b',
  }),
  tax: within('accounting', 'Fiscalité', 'Tax', { esco: 'd669af41-756c-48d9-a286-1443253f54b1' }),
})

export const lawAndPurchasing = grouped('law-and-purchasing', {
  contracts: within('legal', 'Lire et négocier un contrat', 'Reading and negotiating a contract', {
    esco: '5c606d18-6404-4047-b235-350f18e11827',
  }),
  'data-protection-law': within('legal', 'RGPD en pratique', 'GDPR in practice', {
    esco: '097c6a36-f031-4d3e-b5c1-62d6ffcb430b',
  }),
  'intellectual-property': within('legal', 'Propriété intellectuelle', 'Intellectual property', {
    esco: '2ad081e6-0a3f-4612-ac15-7ace75d39e26',
  }),
  compliance: within('legal', 'Conformité et éthique des affaires', 'Compliance and business ethics', {
    esco: '1dae8445-12e5-423a-bb26-824010e299b9',
  }),
  tenders: within('purchasing', 'Appels d’offres', 'Tenders', {
    esco: '2c4b6914-4b97-4e35-85cb-e6602a8bb04a',
  }),
  'supplier-relations': within('purchasing', 'Relations avec les fournisseurs', 'Supplier relations', {
    esco: '9e9a4209-c7cf-4f6e-973e-dc2ffadccc74',
  }),
})

export const humanResources = grouped('human-resources', {
  recruiting: within('human-resources', 'Recruter', 'Recruiting', {
    esco: '496932f1-0b6b-4f73-9432-d95c7ddcd43b',
  }),
  'welcoming-newcomers': within(
    'human-resources',
    'Accueillir une nouvelle personne',
    'Welcoming a newcomer',
    {
      esco: '9d9ba780-4aa2-43d2-888c-95a41a713fb9',
      nature: 'soft',
    },
  ),
  'training-people': within('human-resources', 'Concevoir une formation', 'Designing a training course', {
    esco: '90e8f54b-064f-4721-8ccc-b5f61968b227',
  }),
  'labour-relations': within(
    'human-resources',
    'Droit du travail et dialogue social',
    'Employment law and social dialogue',
    {
      esco: '97b713f0-b9e8-4903-8dee-7e0b4019a1c0',
    },
  ),
})

export const operations = grouped('operations', {
  'continuous-improvement': within('production', 'Amélioration continue', 'Continuous improvement'),
  quality: within('production', 'Qualité', 'Quality', { esco: '35ebe444-9ece-4fbc-a55d-e99ea37267ae' }),
  'workplace-safety': within('production', 'Sécurité au poste de travail', 'Safety at the workplace', {
    esco: '198b614d-a9af-46f5-b3fd-2672b401dd8e',
  }),
  'production-automation': within(
    'production',
    'Robots et lignes automatisées',
    'Robots and automated lines',
    {
      esco: 'f4a6e9f7-5cff-46c0-894c-59c20bb78694',
    },
  ),
  maintenance: within('maintenance', 'Entretien et réparation', 'Maintenance and repair', {
    esco: '6cb9c23b-e3bc-4917-b588-26c4cef9d920',
  }),
  'supply-chain': within('logistics', 'Chaîne d’approvisionnement', 'Supply chain', {
    esco: 'f929c89e-c363-4132-a918-e021d57b307c',
  }),
  warehouse: within('logistics', 'Entrepôt et stocks', 'Warehouse and stock', {
    esco: '089ddb19-1c7a-43ff-ba64-070f7ce4787a',
  }),
})

export const engineeringAndSystems = grouped('engineering-and-systems', {
  'computer-aided-design': within(
    'engineering',
    'Conception assistée par ordinateur',
    'Computer-aided design',
    {
      esco: 'b34e2ba1-9080-48c9-9b42-ee9192a4d3f1',
    },
  ),
  'digital-twin': within('engineering', 'Simulation et jumeau numérique', 'Simulation and digital twins', {
    esco: 'a432ffcd-b58d-4417-836c-ea3282b626ca',
  }),
  'connected-objects': within(
    'engineering',
    'Capteurs et objets connectés',
    'Sensors and connected objects',
    {
      esco: 'f049d050-12da-4e40-813a-2b5eb6df6b51',
    },
  ),
  'three-d-printing': within('engineering', 'Impression 3D', '3D printing', {
    esco: '2afb2b59-c9a3-4cf3-b1dd-1a2fad51e583',
  }),
  'research-methods': within('research', 'Méthodes de recherche', 'Research methods', {
    esco: 'ed3f3dba-3a35-4ed5-b113-67f4d10ef4c8',
  }),
  'innovation-process': within('research', 'De l’idée au projet innovant', 'From idea to new product', {
    esco: '2fb8480e-de3c-462b-b169-e8bbb344da68',
  }),
  'web-development': within('information-systems', 'Développement web', 'Web development', {
    esco: '69bbd53f-fbb0-4476-b4b2-ef7844464e28',
  }),
  'it-projects': within('information-systems', 'Conduire un projet informatique', 'Running an IT project', {
    esco: '94dd823c-148e-4614-a6e8-99249b16357d',
  }),
})
