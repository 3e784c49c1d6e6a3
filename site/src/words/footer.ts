import type { Both } from '#domain/language.ts'

const fr = {
  groups: [
    {
      title: 'Comprendre',
      links: [
        { path: 'kinds/', label: 'Quatre façons de faire binôme' },
        { path: 'matching/', label: 'Comment les binômes se forment' },
        { path: 'history/', label: 'Histoire et entreprises' },
        { path: 'try/', label: 'Essayer avec vos fichiers' },
        { path: 'guides/', label: 'Relier vos outils RH' },
      ],
    },
    {
      title: 'Prendre part',
      links: [
        { path: 'programmes/', label: 'Programmes' },
        { path: 'experts/', label: 'Appel à experts' },
        { path: 'resources/', label: 'Ressources' },
        { path: 'testimonies/', label: 'Témoignages' },
      ],
    },
    {
      title: 'Ce site',
      links: [
        { path: 'contact/', label: 'Nous écrire' },
        { path: 'privacy/', label: 'Données personnelles' },
        { path: 'legal/', label: 'Mentions légales' },
        { path: 'accessibility/', label: 'Accessibilité' },
        { path: 'console/', label: 'Équipe du programme' },
      ],
    },
  ],
}

const en: typeof fr = {
  groups: [
    {
      title: 'Understand',
      links: [
        { path: 'kinds/', label: 'Four ways to be a pair' },
        { path: 'matching/', label: 'How pairs are formed' },
        { path: 'history/', label: 'History and companies' },
        { path: 'try/', label: 'Try it on your own files' },
        { path: 'guides/', label: 'Connect your HR tools' },
      ],
    },
    {
      title: 'Take part',
      links: [
        { path: 'programmes/', label: 'Programmes' },
        { path: 'experts/', label: 'Call for experts' },
        { path: 'resources/', label: 'Resources' },
        { path: 'testimonies/', label: 'Testimonies' },
      ],
    },
    {
      title: 'This site',
      links: [
        { path: 'contact/', label: 'Write to us' },
        { path: 'privacy/', label: 'Personal data' },
        { path: 'legal/', label: 'Legal notice' },
        { path: 'accessibility/', label: 'Accessibility' },
        { path: 'console/', label: 'Programme team' },
      ],
    },
  ],
}

/** The ways around the site that stand at the foot of every page, in groups. */
export const footer: Both<typeof fr> = { fr, en }
