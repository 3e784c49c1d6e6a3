import type { AgreementPart } from '#contract/agreement.ts'
import type { Both } from '#domain/language.ts'
import type { PreparationReason } from '#domain/preparation.ts'

const fr = {
  agreement: {
    title: 'Notre accord',
    lead: 'Ce que vous voulez faire ensemble, en quelques phrases. Vous seuls le lisez, tous les deux, et il se change à tout moment.',
    parts: {
      aims: ['Ce que nous visons', 'Une ou deux choses que vous saurez dire ou faire à la fin.'],
      rhythm: ['À quel rythme', 'Combien de fois, combien de temps, et que faire si l’on doit déplacer.'],
      ways: ['De quelle façon', 'Ce qui vous aide tous les deux à parler franchement et à avancer.'],
    } satisfies Record<AgreementPart, readonly [label: string, hint: string]>,
    example: (text: string) => `Par exemple\u00a0: ${text}`,
    none: 'Rien n’est encore écrit. L’une des deux personnes commence, l’autre relit.',
    read: 'Lire notre accord',
    write: 'Écrire notre accord',
    rewrite: 'Changer ces mots',
    rewriteHint: (partner: string) => `${partner} devra accepter les nouveaux mots.`,
    send: 'Enregistrer',
    accept: 'Accepter ces mots',
    acceptHint: (partner: string) =>
      `${partner} vous propose ces mots. S’ils ne conviennent pas, changez-les.`,
    accepted: {
      mine: (when: string) => `Vous l’avez accepté le ${when}.`,
      theirs: (partner: string, when: string) => `${partner} l’a accepté le ${when}.`,
      mineWaits: 'Votre accord est encore attendu.',
      theirsWaits: (partner: string) => `L’accord de ${partner} est encore attendu.`,
    },
  },
  charter: {
    title: (programme: string) => `La charte a changé\u00a0: ${programme}`,
    lead: (signed: number, now: number) =>
      `Vous avez signé la version ${signed}. Voici la version ${now}\u00a0: lisez-la, puis signez-la d’un bouton.`,
    sign: (version: number) => `Signer la version ${version}`,
  },
  path: {
    title: 'Notre parcours',
    lead: 'Quelques pages courtes, les mêmes pour tous les binômes du programme. Personne ne voit ce que vous avez coché, seulement combien l’ont fait.',
    progress: (done: number, all: number) => (all === done ? 'Tout est fait.' : `${done} sur ${all}`),
    before: 'avant la première séance',
    isDone: 'fait',
    done: 'C’est fait',
    undo: 'Pas encore fait',
    of: (title: string) => `, ${title}`,
  },
  preparation: {
    title: 'Avant la première séance',
    mine: 'Un échange de préparation vient d’abord, avec une personne de l’équipe. Il dure une demi-heure au plus, et ce que vous y dites reste entre vous.',
    why: {
      exposure:
        'La personne que vous rencontrez porte de grandes responsabilités. Une telle rencontre se prépare, et beaucoup y trouvent plus d’aisance.',
      wish: 'Vous avez souhaité un échange avec un coach\u00a0: le voici.',
      frankness:
        'Parler franchement à quelqu’un de haut placé n’est facile pour presque personne. L’échange sert à trouver vos propres mots.',
      exception:
        'Votre binôme existe par une exception à la règle hiérarchique. L’accompagnement y est prévu pour chacune des deux personnes.',
    } satisfies Record<PreparationReason, string>,
    due: (when: string) => `Il est prévu avant le ${when}. La première séance se fixe juste après.`,
    who: (name: string) =>
      `${name} vous écrit pour convenir d’un moment. Vous pouvez aussi lui écrire\u00a0:`,
    anybody: 'Une personne de l’équipe vous écrit pour convenir d’un moment.',
    partner:
      'Une préparation vient d’abord. Vous pourrez fixer la première séance dès qu’elle aura eu lieu\u00a0; d’ici là, rien ne vous empêche de vous écrire.',
    beside: (name: string) => `${name} accompagne votre binôme. Vous pouvez lui écrire à tout moment\u00a0:`,
    besideTitle: 'Une personne à vos côtés',
  },
  ice: {
    title: 'Pour briser la glace',
    lead: 'Trois questions à se poser l’une à l’autre. Une seule suffit pour commencer.',
  },
}

const en: typeof fr = {
  agreement: {
    title: 'Our agreement',
    lead: 'What you want to do together, in a few sentences. Only the two of you read it, and it can be changed at any time.',
    parts: {
      aims: ['What we aim at', 'One or two things that you will be able to say or do in the end.'],
      rhythm: ['How often', 'How many times, how long, and what to do when it has to be moved.'],
      ways: ['In what way', 'What helps both of you to speak freely and get on.'],
    },
    example: (text) => `For example: ${text}`,
    none: 'Nothing is written yet. One of you begins, the other reads.',
    read: 'Read our agreement',
    write: 'Write our agreement',
    rewrite: 'Change these words',
    rewriteHint: (partner) => `${partner} will have to accept the new words.`,
    send: 'Save',
    accept: 'Accept these words',
    acceptHint: (partner) => `${partner} offers you these words. If they do not suit you, change them.`,
    accepted: {
      mine: (when) => `You accepted it on ${when}.`,
      theirs: (partner, when) => `${partner} accepted it on ${when}.`,
      mineWaits: 'Your acceptance is still awaited.',
      theirsWaits: (partner) => `The acceptance of ${partner} is still awaited.`,
    },
  },
  charter: {
    title: (programme) => `The charter has changed: ${programme}`,
    lead: (signed, now) =>
      `You signed version ${signed}. Here is version ${now}: read it, then sign it with one button.`,
    sign: (version) => `Sign version ${version}`,
  },
  path: {
    title: 'Our path',
    lead: 'A few short pages, the same for all pairs of the programme. Nobody sees what you ticked, only how many did.',
    progress: (done, all) => (all === done ? 'All done.' : `${done} of ${all}`),
    before: 'before the first session',
    isDone: 'done',
    done: 'Done',
    undo: 'Not done yet',
    of: (title) => `, ${title}`,
  },
  preparation: {
    title: 'Before the first session',
    mine: 'A talk to prepare comes first, with somebody of the team. It takes half an hour at most, and what you say there stays between you.',
    why: {
      exposure:
        'The person you are going to meet carries large responsibilities. Such a meeting is worth preparing, and many feel more at ease for it.',
      wish: 'You wished for a talk with a coach: here it is.',
      frankness:
        'Speaking freely to somebody high up is easy for hardly anybody. The talk helps to find words of your own.',
      exception:
        'Your pair exists by an exception to the reporting line. Coaching is part of it for each of the two.',
    },
    due: (when) => `It is planned before ${when}. The first session is set right after.`,
    who: (name) => `${name} writes to you to find a moment. You may write to them too:`,
    anybody: 'Somebody of the team writes to you to find a moment.',
    partner:
      'A preparation comes first. You can set the first session as soon as it was held; until then nothing keeps you from writing to each other.',
    beside: (name) => `${name} stands by your pair. You may write to them at any time:`,
    besideTitle: 'Somebody at your side',
  },
  ice: {
    title: 'To break the ice',
    lead: 'Three questions to ask each other. One is enough to begin.',
  },
}

export const START_WORDS: Both<typeof fr> = { fr, en }
