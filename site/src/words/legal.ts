import type { Both } from '#domain/language.ts'
import { publisherLines } from '#domain/organisation-words.ts'
import { asBuilt, type Organisation } from '../organisation.ts'
import type { Prose } from './prose.ts'

const fr = (organisation: Organisation): Prose => ({
  title: 'Mentions légales',
  lead: 'Qui publie ce site, avec quel logiciel, et ce que nous devons à d’autres.',
  sections: [
    {
      heading: 'Éditeur',
      pour: 'publisher',
      paragraphs: publisherLines(asBuilt(organisation), 'fr'),
      links: [{ href: '/fr/contact/', label: 'Formulaire de contact' }],
    },
    {
      heading: 'Hébergement',
      paragraphs: [
        'Le logiciel fonctionne sur Cloudflare Workers (Cloudflare, Inc., 101 Townsend Street, San Francisco, CA 94107, États-Unis) ou sur une machine de l’organisation. Il est prévu pour que la base de données reste dans l’Union européenne.',
      ],
    },
    {
      heading: 'Logiciel',
      paragraphs: [
        'Binôme est un logiciel libre, sous licence MIT : chacun peut l’utiliser, le lire, le modifier et le partager. Il est fourni sans garantie. La licence accompagne le code.',
      ],
    },
    {
      heading: 'Ce que nous devons à d’autres',
      paragraphs: [
        'This service uses the ESCO classification of the European Commission. Ce service utilise la classification ESCO de la Commission européenne pour relier certains sujets à des compétences connues ailleurs.',
      ],
    },
    {
      heading: 'Bon usage',
      paragraphs: [
        'Ce site sert à apprendre les uns des autres. Il ne sert ni à évaluer, ni à classer, ni à surveiller. Les exemples de personnes montrés sur les pages publiques sont inventés.',
      ],
    },
  ],
})

const en = (organisation: Organisation): Prose => ({
  title: 'Legal notice',
  lead: 'Who publishes this site, with which software, and what we owe to others.',
  sections: [
    {
      heading: 'Publisher',
      pour: 'publisher',
      paragraphs: publisherLines(asBuilt(organisation), 'en'),
      links: [{ href: '/en/contact/', label: 'Contact form' }],
    },
    {
      heading: 'Hosting',
      paragraphs: [
        'The software runs on Cloudflare Workers (Cloudflare, Inc., 101 Townsend Street, San Francisco, CA 94107, USA) or on a machine of the organisation. It is meant for a database kept in the European Union.',
      ],
    },
    {
      heading: 'Software',
      paragraphs: [
        'Binôme is free software under the MIT licence: anyone may use, read, change and share it. It comes without warranty. The licence travels with the code.',
      ],
    },
    {
      heading: 'What we owe to others',
      paragraphs: [
        'This service uses the ESCO classification of the European Commission. It links some topics to skills that are known elsewhere.',
      ],
    },
    {
      heading: 'Good use',
      paragraphs: [
        'This site is for learning from one another. It is not for appraising, ranking or watching people. The people shown as examples on public pages are invented.',
      ],
    },
  ],
})

export const legal: Both<(organisation: Organisation) => Prose> = { fr, en }
