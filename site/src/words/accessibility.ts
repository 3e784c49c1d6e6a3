import type { Both } from '#domain/language.ts'
import { barrierLines } from '#domain/organisation-words.ts'
import { asBuilt, type Organisation } from '../organisation.ts'
import type { Prose } from './prose.ts'

const fr = (organisation: Organisation): Prose => ({
  title: 'Accessibilité',
  lead: 'Ce site est fait pour tout le monde, avec ou sans souris, avec ou sans script, à toutes les tailles de texte.',
  sections: [
    {
      heading: 'Ce que nous visons',
      paragraphs: [
        'Les règles WCAG 2.2 au niveau AA, et le RGAA 4.1. Aucun audit complet n’a encore été fait par un organisme indépendant : nous ne déclarons donc pas de taux de conformité.',
      ],
    },
    {
      heading: 'Ce que nous faisons',
      list: [
        'L’inscription, la confirmation et la réponse à une proposition fonctionnent sans script et au clavier.',
        'Chaque question a un intitulé, une aide avant le champ, et une erreur qui dit quoi faire.',
        'Une couleur n’est jamais seule à porter un sens. Le texte garde un contraste d’au moins 4,5 pour 1, de jour comme de nuit.',
        'Les pages se lisent à 320 pixels de large et quand le texte est agrandi. Les mouvements cessent si votre appareil le demande.',
        'Se connecter ne demande ni énigme, ni mot de passe : un code que l’on peut coller.',
        'Les pages publiques passent un contrôle automatique (axe) en français et en anglais, sur téléphone et sur ordinateur. Un tel contrôle ne voit pas tout.',
      ],
    },
    {
      heading: 'Ce que nous savons imparfait',
      list: [
        'La console de l’équipe du programme demande que les scripts soient actifs.',
        'Les textes écrits par l’équipe d’un programme n’existent que sous la forme qu’elle leur a donnée.',
        'Aucun parcours complet n’a encore été relu avec des personnes qui utilisent un lecteur d’écran.',
      ],
    },
    {
      heading: 'Nous le dire',
      pour: 'barrier',
      paragraphs: barrierLines(asBuilt(organisation), 'fr'),
      links: [{ href: '/fr/contact/', label: 'Formulaire de contact' }],
    },
    {
      heading: 'Si la réponse ne suffit pas',
      paragraphs: [
        'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits (defenseurdesdroits.fr).',
      ],
    },
  ],
})

const en = (organisation: Organisation): Prose => ({
  title: 'Accessibility',
  lead: 'This site is made for everyone, with or without a mouse, with or without script, at any size of text.',
  sections: [
    {
      heading: 'What we aim for',
      paragraphs: [
        'The WCAG 2.2 rules at level AA, and the French RGAA 4.1. No full audit has yet been made by an independent body, so we claim no rate of conformance.',
      ],
    },
    {
      heading: 'What we do',
      list: [
        'Signing up, confirming and answering a proposal work without script and with a keyboard.',
        'Every question has a label, help before the field, and an error that says what to do.',
        'Colour never carries a meaning alone. Text keeps a contrast of at least 4.5 to 1, by day and by night.',
        'Pages can be read at 320 pixels wide and with larger text. Motion stops where your device asks for it.',
        'Signing in asks for no puzzle and no password: a code that can be pasted.',
        'Public pages pass an automatic check (axe) in French and English, on phone and desktop. Such a check does not see everything.',
      ],
    },
    {
      heading: 'What we know to be imperfect',
      list: [
        'The console of the programme team needs scripts.',
        'Texts written by a programme team exist only in the form the team gave them.',
        'No complete journey has yet been reviewed with people who use a screen reader.',
      ],
    },
    {
      heading: 'Tell us',
      pour: 'barrier',
      paragraphs: barrierLines(asBuilt(organisation), 'en'),
      links: [{ href: '/en/contact/', label: 'Contact form' }],
    },
    {
      heading: 'If the answer is not enough',
      paragraphs: [
        'Without a satisfactory answer, people in France may turn to the Défenseur des droits (defenseurdesdroits.fr).',
      ],
    },
  ],
})

export const accessibility: Both<(organisation: Organisation) => Prose> = { fr, en }
