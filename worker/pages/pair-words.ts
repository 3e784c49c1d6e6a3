import type { Both } from '#domain/language.ts'

/** The sections of the page of a pair that its top leads to. */
export type PairAnchor = 'sessions' | 'agreement' | 'path' | 'takeaways' | 'help'

const fr = {
  title: (name: string) => `Mon binôme avec ${name}`,
  back: 'Revenir à mon espace',
  since: (when: string) => `Binôme formé le ${when}.`,
  ended: (when: string) => `Binôme terminé le ${when}. Merci pour ce que vous avez partagé.`,
  suspended: 'Votre binôme est en pause\u00a0: l’organigramme ou les règles ont changé.',
  suspendedThen:
    'Personne n’y est pour rien. L’équipe du programme vous écrit dans les jours qui viennent\u00a0; d’ici là, vous pouvez continuer à vous parler.',
  noAddress: 'L’équipe du programme vous mettra en relation.',
  common: 'Ce que vous partagez',
  contents: 'Sur cette page',
  anchors: {
    sessions: 'Séances',
    agreement: 'Accord',
    path: 'Parcours',
    takeaways: 'Notes',
    help: 'Aide',
  } satisfies Record<PairAnchor, string>,
}

const en: typeof fr = {
  title: (name) => `My pair with ${name}`,
  back: 'Back to my space',
  since: (when) => `Pair formed on ${when}.`,
  ended: (when) => `This pair ended on ${when}. Thank you for what you have shared.`,
  suspended: 'Your pair is on hold: the organisation chart or the rules have changed.',
  suspendedThen:
    'It is nobody’s doing. The programme team will write to you in the coming days; until then you can go on talking.',
  noAddress: 'The programme team will put you in touch.',
  common: 'What you share',
  contents: 'On this page',
  anchors: {
    sessions: 'Sessions',
    agreement: 'Agreement',
    path: 'Path',
    takeaways: 'Notes',
    help: 'Help',
  },
}

export const PAIR_WORDS: Both<typeof fr> = { fr, en }
