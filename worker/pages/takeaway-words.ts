import type { Both } from '#domain/language.ts'
import type { TakeawayKind, TakeawayState } from '#domain/takeaway.ts'

const fr = {
  title: 'Ce que nous en retirons',
  lead: (partner: string) =>
    `Vous et ${partner} lisez ces notes, et personne d’autre. Un conseil reçu n’est lu que par vous.`,
  none: 'Rien n’est noté pour l’instant.',
  challenged: (count: number) =>
    count === 1 ? 'Une certitude bousculée.' : `${count} certitudes bousculées.`,
  kinds: {
    'person-to-meet': 'Une personne à rencontrer',
    'project-to-join': 'Un projet auquel participer',
    'certainty-challenged': 'Une certitude bousculée',
    idea: 'Une idée',
    'advice-received': 'Un conseil reçu',
  } satisfies Record<TakeawayKind, string>,
  states: {
    new: 'Nouvelle',
    tried: 'Essayée',
    adopted: 'Adoptée',
    open: 'À faire',
    done: 'C’est fait',
    dropped: 'Laissé de côté',
    kept: 'Noté',
  } satisfies Record<TakeawayState, string>,
  steps: {
    new: 'Revenir à «\u00a0nouvelle\u00a0»',
    tried: 'Nous l’avons essayée',
    adopted: 'Nous l’avons adoptée',
    open: 'À faire de nouveau',
    done: 'C’est fait',
    dropped: 'Laisser de côté',
    kept: 'Garder',
  } satisfies Record<TakeawayState, string>,
  shared: 'Partagée avec l’équipe du programme',
  share: 'Partager avec l’équipe, à mon nom',
  unshare: 'Ne plus partager avec l’équipe',
  change: 'Changer ou effacer',
  remove: 'Effacer',
  noted: (day: string) => `Noté le ${day}`,
  add: {
    title: 'Noter quelque chose',
    kind: 'Ce que c’est',
    text: 'En quelques mots',
    hint: 'Pour une personne ou un projet, nous vous demanderons dans trois semaines où vous en êtes, trois fois au plus.',
    shared: 'Si c’est une idée\u00a0: la partager avec l’équipe du programme, à mon nom',
    send: 'Noter',
  },
}

const en: typeof fr = {
  title: 'What we take away',
  lead: (partner) =>
    `You and ${partner} read these notes, and nobody else. Advice received is read by you alone.`,
  none: 'Nothing is noted for now.',
  challenged: (count) => (count === 1 ? 'One certainty challenged.' : `${count} certainties challenged.`),
  kinds: {
    'person-to-meet': 'Somebody to meet',
    'project-to-join': 'A project to join',
    'certainty-challenged': 'A certainty challenged',
    idea: 'An idea',
    'advice-received': 'Advice received',
  },
  states: {
    new: 'New',
    tried: 'Tried',
    adopted: 'Adopted',
    open: 'To do',
    done: 'Done',
    dropped: 'Set aside',
    kept: 'Noted',
  },
  steps: {
    new: 'Back to “new”',
    tried: 'We tried it',
    adopted: 'We adopted it',
    open: 'To do again',
    done: 'It is done',
    dropped: 'Set aside',
    kept: 'Keep',
  },
  shared: 'Shared with the programme team',
  share: 'Share with the team, in my name',
  unshare: 'No longer share with the team',
  change: 'Change or delete',
  remove: 'Delete',
  noted: (day) => `Noted on ${day}`,
  add: {
    title: 'Note something',
    kind: 'What it is',
    text: 'In a few words',
    hint: 'For a person or a project, we will ask you in three weeks how it goes, three times at most.',
    shared: 'If it is an idea: share it with the programme team, in my name',
    send: 'Note it',
  },
}

export const TAKEAWAY_WORDS: Both<typeof fr> = { fr, en }
