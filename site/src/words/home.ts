import type { Both } from '#domain/language.ts'

const fr = {
  kinds: 'Lire la définition de chacune, pour qui, et combien de temps',
  costHeading: 'Pour qui, et combien de temps',
  what: 'Le mentorat inversé, c’est une personne récente qui transmet ce qu’elle pratique à une personne plus expérimentée. Chacune repart avec quelque chose.',
  cost: [
    {
      title: 'Pour vous, si vous pratiquez',
      text: 'Un outil, un usage, un métier, une culture\u00a0: si vous vous en servez et aimez l’expliquer, cela suffit. Comptez une heure et demie par séance, préparation comprise.',
    },
    {
      title: 'Pour vous, si vous voulez apprendre',
      text: 'De tout niveau, du moment que vous en avez l’usage dans les six mois. Comptez une heure par séance, et un essai entre deux.',
    },
    {
      title: 'Pour l’entreprise',
      text: 'Souvent six séances en six mois, soit neuf heures pour le mentor et six pour l’autre. C’est peu, à condition de tenir les dates.',
    },
  ],
  history: 'D’où vient le mentorat inversé',
  matching: 'Comment les binômes se forment',
  resources: 'Des fiches à imprimer',
  testimonies: 'Des témoignages',
}

const en: typeof fr = {
  kinds: 'Read what each one is, for whom, and how long it takes',
  costHeading: 'For whom, and how much time',
  what: 'Reverse mentoring is somebody recent passing on what they practise to somebody more experienced. Each leaves with something.',
  cost: [
    {
      title: 'For you, if you practise',
      text: 'A tool, a habit, a trade, a culture: if you use it and like to explain it, that is enough. Count an hour and a half a session, preparation included.',
    },
    {
      title: 'For you, if you want to learn',
      text: 'At any level, as long as you will use it within six months. Count one hour a session, and one attempt in between.',
    },
    {
      title: 'For the company',
      text: 'Often six sessions in six months: nine hours for the mentor and six for the other. It is little, provided that dates are kept.',
    },
  ],
  history: 'Where reverse mentoring comes from',
  matching: 'How pairs are formed',
  resources: 'Sheets to print',
  testimonies: 'Testimonies',
}

/** What the home page says besides, and where it leads. */
export const homeMore: Both<typeof fr> = { fr, en }
