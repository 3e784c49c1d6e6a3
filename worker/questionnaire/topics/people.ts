import { anywhere, grouped } from './topic.ts'

export const company = grouped('company', {
  'company-history': anywhere('Histoire et mémoire de l’entreprise', 'History and memory of the company'),
  'how-decisions-are-made': anywhere('Comment les décisions se prennent ici', 'How decisions are made here'),
  'company-trades': anywhere('Les métiers de l’entreprise', 'The company’s fields of work'),
  'company-strategy': anywhere('Stratégie de l’entreprise', 'The company’s strategy', {
    esco: '949ced5f-7536-4614-ac60-563ffc91a2f2',
  }),
  'business-model': anywhere('Comment l’entreprise gagne sa vie', 'How the company earns its living', {
    esco: '3c1cbc5e-2220-4f45-bcc8-3d52c8c9cae0',
  }),
  'products-and-customers': anywhere('Produits et clientèles', 'Products and customers'),
  'market-and-competitors': anywhere('Marché et concurrence', 'Market and competitors'),
  governance: anywhere('Instances, comités et actionnaires', 'Boards, committees and shareholders', {
    esco: 'c4272323-cce6-4535-ac71-4f6841f4f89a',
  }),
  'who-to-turn-to': anywhere('À qui s’adresser, et comment', 'Whom to turn to, and how', { nature: 'soft' }),
  'craft-knowledge': anywhere('Savoir-faire et tours de main', 'Craft knowledge and tricks of the trade'),
})

export const management = grouped(
  'management',
  {
    'leading-a-team': anywhere('Conduire une équipe', 'Leading a team', {
      esco: '1f1d2ff8-c4c1-45cc-9812-6a7ee84a73cb',
    }),
    delegating: anywhere('Déléguer et faire confiance', 'Delegating and trusting', {
      esco: 'b00e948c-19be-4951-8cff-60f88f1046e9',
    }),
    'developing-people': anywhere('Faire grandir les personnes', 'Helping people grow', {
      esco: '0cc9c234-f817-4f4c-908a-4d28fe3b0f4a',
    }),
    'giving-feedback': anywhere('Dire ce qui va et ce qui ne va pas', 'Giving honest feedback', {
      esco: 'b9bb1f03-15e2-4079-943e-7e483b21725b',
    }),
    negotiation: anywhere('Négocier', 'Negotiating', { esco: '7954861c-86d4-4529-afbb-2c23dab9ac74' }),
    'project-management': anywhere('Conduire un projet', 'Running a project', {
      esco: '7111b95d-0ce3-441a-9d92-4c75d05c4388',
      nature: 'hard',
    }),
    'leading-change': anywhere('Accompagner un changement', 'Leading a change', {
      esco: '3c03ee71-4a23-448f-b79e-81fd75d27dca',
    }),
    'running-meetings': anywhere('Mener une réunion', 'Running a meeting', {
      esco: '5e9e6dea-23d9-46ba-b8ea-749319b48994',
    }),
    'making-decisions': anywhere('Décider dans l’incertitude', 'Deciding under uncertainty', {
      esco: 'd62d2b4c-a6f8-439e-8a1b-4f29ab5f2c47',
    }),
    'settling-conflicts': anywhere('Dénouer un conflit', 'Settling a conflict', {
      esco: 'afd49651-9119-4327-91fc-844a6dda1254',
    }),
    'working-with-executives': anywhere('Travailler avec une direction', 'Working with executives'),
  },
  'soft',
)

export const peopleSkills = grouped(
  'people-skills',
  {
    'public-speaking': anywhere('Prendre la parole en public', 'Public speaking', {
      esco: '609a8ac1-9d29-4237-9886-596dbbe7ca8a',
    }),
    listening: anywhere('Écouter vraiment', 'Listening well', {
      esco: 'a17286c5-238d-4f0b-bc24-29e9121345de',
    }),
    persuading: anywhere('Convaincre sans forcer', 'Persuading without pushing', {
      esco: '39e7d2a3-8d01-497c-8c5f-d51ab53a4a22',
    }),
    'teaching-others': anywhere('Transmettre ce que l’on sait', 'Passing on what you know', {
      esco: '699e7c26-6502-4e78-a823-3656ff5a5b8b',
    }),
    'building-a-network': anywhere('Tisser un réseau professionnel', 'Building a professional network', {
      esco: 'bf983f2a-e941-4646-811d-cc81060cb53f',
    }),
    'managing-time': anywhere('Organiser son temps', 'Organising your time', {
      esco: 'd9013e0e-e937-43d5-ab71-0e917ee882b8',
    }),
    creativity: anywhere('Créativité', 'Creativity', { esco: 'c624c6a3-b0ba-4a31-a296-0d433fe47e41' }),
    'critical-thinking': anywhere('Esprit critique', 'Critical thinking', {
      esco: '7dd94ad3-13d6-43fe-8b94-51fcbf67ced9',
    }),
    empathy: anywhere('Empathie', 'Empathy', { esco: '77b636e8-fab3-41a8-8022-1e0a354059dc' }),
    confidence: anywhere('Oser et prendre confiance', 'Daring and gaining confidence', {
      esco: '669b75d8-671c-4a1c-8e0b-6466c513c27d',
    }),
    'staying-calm': anywhere('Garder son calme sous pression', 'Staying calm under pressure', {
      esco: '7a147904-22b3-498a-b4d9-7bceeb86b45d',
    }),
    teamwork: anywhere('Travailler en équipe', 'Working in a team', {
      esco: '60c78287-22eb-4103-9c8c-28deaa460da0',
    }),
    'ethical-judgement': anywhere('Discernement et éthique', 'Judgement and ethics', {
      esco: 'd2564da5-c21f-4c02-8887-c78a001bb183',
    }),
    'working-in-english': anywhere('Travailler en anglais', 'Working in English', {
      esco: '0ee9e985-0ee5-4a73-8a12-78b53b261bb2',
      nature: 'hard',
    }),
  },
  'soft',
)
