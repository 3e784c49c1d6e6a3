import type { Both } from './language.ts'
import type { TaskKind } from './task.ts'

/** What the title of a task is made with; `names` are those of the two of a pair, or of the other one where one is in `detail`, which is already in both languages. */
export interface TaskFacts {
  programme: Both
  count: number
  round?: number
  names?: string
  detail?: Both
}

const many = (count: number, one: string, more: string) => `${count}\u00a0${count < 2 ? one : more}`
const several = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** One sentence each: what to do, and for whom. */
export const TASK_TITLES: Record<TaskKind, (facts: TaskFacts) => Both> = {
  approve: ({ programme, round, count }) => ({
    fr: `Relire et approuver l’appariement n°\u00a0${round} de «\u00a0${programme.fr}\u00a0»\u00a0: ${many(count, 'proposition attend', 'propositions attendent')}`,
    en: `Read and approve match run ${round} of “${programme.en}”: ${several(count, 'proposal waits', 'proposals wait')}`,
  }),
  failed: ({ programme }) => ({
    fr: `Relancer l’appariement de «\u00a0${programme.fr}\u00a0»\u00a0: le dernier n’a pas abouti`,
    en: `Start the match run of “${programme.en}” again: the last one failed`,
  }),
  council: ({ programme }) => ({
    fr: `Consigner la consultation du CSE pour «\u00a0${programme.fr}\u00a0»\u00a0: sans elle, les inscriptions n’ouvrent pas`,
    en: `Record the consultation of the works council for “${programme.en}”: sign-ups do not open without it`,
  }),
  publish: ({ programme }) => ({
    fr: `Publier «\u00a0${programme.fr}\u00a0» pour ouvrir les inscriptions`,
    en: `Publish “${programme.en}” to open sign-ups`,
  }),
  'no-sign-ups': ({ programme }) => ({
    fr: `Inviter à s’inscrire à «\u00a0${programme.fr}\u00a0»\u00a0: personne encore`,
    en: `Invite people to sign up for “${programme.en}”: nobody has yet`,
  }),
  'short-of-places': ({ programme, count }) => ({
    fr: `Trouver des mentors pour «\u00a0${programme.fr}\u00a0»\u00a0: il manque ${many(count, 'place', 'places')}`,
    en: `Find mentors for “${programme.en}”: ${several(count, 'place is', 'places are')} missing`,
  }),
  'no-round': ({ programme }) => ({
    fr: `Choisir la date d’appariement de «\u00a0${programme.fr}\u00a0»`,
    en: `Choose when the people of “${programme.en}” are matched`,
  }),
  'round-soon': ({ programme }) => ({
    fr: `Les personnes de «\u00a0${programme.fr}\u00a0» seront appariées`,
    en: `The people of “${programme.en}” will be matched`,
  }),
  conversations: ({ programme, count }) => ({
    fr: `Proposer ${many(count, 'entretien', 'entretiens')} à des personnes inscrites à «\u00a0${programme.fr}\u00a0»`,
    en: `Offer ${several(count, 'talk', 'talks')} to people who signed up for “${programme.en}”`,
  }),
  designated: ({ programme, count }) => ({
    fr: `Écrire de nouveau à ${many(count, 'personne invitée', 'personnes invitées')} à «\u00a0${programme.fr}\u00a0», sans nouvelles depuis sept jours`,
    en: `Write again to ${several(count, 'person', 'people')} invited to “${programme.en}”, with no news for seven days`,
  }),
  acceptances: ({ programme, count }) => ({
    fr: `Rappeler ${many(count, 'proposition qui s’achève', 'propositions qui s’achèvent')} dans «\u00a0${programme.fr}\u00a0»\u00a0: une réponse au moins manque`,
    en: `Remind people of ${several(count, 'proposal', 'proposals')} about to end in “${programme.en}”: an answer at least is missing`,
  }),
  preparation: ({ names, detail }) => ({
    fr: `Préparer la première séance avec ${detail?.fr}, en binôme avec ${names}`,
    en: `Prepare the first session with ${detail?.en}, paired with ${names}`,
  }),
  'no-first-session': ({ names }) => ({
    fr: `Aider à fixer une première séance\u00a0: ${names}`,
    en: `Help to find a first session: ${names}`,
  }),
  silence: ({ names }) => ({
    fr: `Prendre des nouvelles\u00a0: ${names}, plus de séance depuis un moment`,
    en: `Ask how they are: ${names}, no session for a while`,
  }),
  cancellations: ({ names }) => ({
    fr: `Chercher un autre rythme\u00a0: ${names}, deux séances annulées de suite`,
    en: `Look for another rhythm: ${names}, two sessions in a row called off`,
  }),
  listening: ({ names }) => ({
    fr: `Un moment d’écoute aiderait\u00a0: ${names}`,
    en: `A moment of listening would help: ${names}`,
  }),
  lopsided: ({ names }) => ({
    fr: `Rééquilibrer les échanges\u00a0: ${names}`,
    en: `Balance what is exchanged: ${names}`,
  }),
  disagreement: ({ names }) => ({
    fr: `Parler à chaque personne\u00a0: ${names}, deux avis éloignés`,
    en: `Speak to each of them: ${names}, two views far apart`,
  }),
  misfit: ({ names }) => ({
    fr: `Revoir le point de départ\u00a0: ${names}, un début difficile`,
    en: `Look at the start again: ${names}, a hard beginning`,
  }),
  drift: ({ names }) => ({
    fr: `Redonner de l’élan\u00a0: ${names}`,
    en: `Give new momentum: ${names}`,
  }),
  help: ({ programme, count, detail }) => ({
    fr: `Répondre à ${many(count, 'demande d’aide', 'demandes d’aide')} dans «\u00a0${programme.fr}\u00a0»${detail ? `\u00a0: ${detail.fr}` : ''}`,
    en: `Answer ${several(count, 'call for help', 'calls for help')} in “${programme.en}”${detail ? `: ${detail.en}` : ''}`,
  }),
  suspended: ({ names }) => ({
    fr: `Écrire à ${names}\u00a0: leur binôme est en pause depuis une réorganisation`,
    en: `Write to ${names}: their pair is on hold since a reorganisation`,
  }),
  ended: ({ programme, count, detail }) => ({
    fr: `Depuis vendredi soir, ${many(count, 'binôme s’est arrêté', 'binômes se sont arrêtés')} dans «\u00a0${programme.fr}\u00a0»\u00a0: ${detail?.fr}`,
    en: `Since Friday evening, ${several(count, 'pair has', 'pairs have')} ended in “${programme.en}”: ${detail?.en}`,
  }),
  'idle-mentors': ({ programme, count }) => ({
    fr: `${many(count, 'mentor n’a', 'mentors n’ont')} pas de binôme dans «\u00a0${programme.fr}\u00a0»\u00a0: voir ce qu’on pourrait leur confier`,
    en: `${several(count, 'mentor has', 'mentors have')} no pair in “${programme.en}”: see what they could be asked`,
  }),
  'unmet-topics': ({ programme, count, detail }) => ({
    fr: `Trouver des mentors pour ${many(count, 'sujet', 'sujets')} que personne n’offre dans «\u00a0${programme.fr}\u00a0»\u00a0: ${detail?.fr}`,
    en: `Find mentors for ${several(count, 'topic', 'topics')} that nobody offers in “${programme.en}”: ${detail?.en}`,
  }),
  deliveries: ({ count, detail }) => ({
    fr: `Vérifier le récepteur «\u00a0${detail?.fr}\u00a0»\u00a0: ${many(count, 'envoi n’aboutit', 'envois n’aboutissent')} pas`,
    en: `Check the receiver “${detail?.en}”: ${several(count, 'delivery does', 'deliveries do')} not get through`,
  }),
  'no-referent': ({ programme }) => ({
    fr: `Nommer la personne référente de «\u00a0${programme.fr}\u00a0»\u00a0: d’ici là, toute l’équipe lit les demandes d’aide`,
    en: `Name the referent of “${programme.en}”: until then the whole team reads calls for help`,
  }),
  charter: ({ programme, count }) => ({
    fr: `${many(count, 'personne n’a', 'personnes n’ont')} pas encore signé la nouvelle charte de «\u00a0${programme.fr}\u00a0»`,
    en: `${several(count, 'person has', 'people have')} not signed the new charter of “${programme.en}” yet`,
  }),
}

/** A kind in a few words, as the digest and the headings say it. */
export const TASK_NAMES: Record<TaskKind, Both> = {
  approve: { fr: 'Propositions à relire', en: 'Proposals to read' },
  failed: { fr: 'Appariement qui n’a pas abouti', en: 'Match run that failed' },
  council: { fr: 'Consultation du CSE à consigner', en: 'Works council to be recorded' },
  publish: { fr: 'Programme à publier', en: 'Programme to publish' },
  'no-sign-ups': { fr: 'Personne encore n’est inscrit', en: 'Nobody has signed up yet' },
  'short-of-places': { fr: 'Places de mentor qui manquent', en: 'Places of mentors missing' },
  'no-round': { fr: 'Date d’appariement à choisir', en: 'Date of matching to choose' },
  'round-soon': { fr: 'Appariement à venir', en: 'Match run to come' },
  conversations: { fr: 'Entretiens à proposer', en: 'Talks to offer' },
  designated: { fr: 'Personnes invitées sans nouvelles', en: 'Invited people with no news' },
  acceptances: { fr: 'Propositions qui s’achèvent', en: 'Proposals about to end' },
  preparation: { fr: 'Préparations à faire', en: 'Preparations to hold' },
  'no-first-session': { fr: 'Binômes sans première séance', en: 'Pairs without a first session' },
  silence: { fr: 'Binômes silencieux', en: 'Silent pairs' },
  cancellations: { fr: 'Séances annulées deux fois de suite', en: 'Sessions called off twice in a row' },
  listening: { fr: 'Binômes à écouter', en: 'Pairs to listen to' },
  lopsided: { fr: 'Échanges à rééquilibrer', en: 'Exchanges to balance' },
  disagreement: { fr: 'Avis éloignés', en: 'Views far apart' },
  misfit: { fr: 'Débuts difficiles', en: 'Hard beginnings' },
  drift: { fr: 'Binômes qui s’essoufflent', en: 'Pairs losing momentum' },
  help: { fr: 'Demandes d’aide', en: 'Calls for help' },
  suspended: { fr: 'Binômes en pause depuis une réorganisation', en: 'Pairs on hold since a reorganisation' },
  ended: { fr: 'Binômes arrêtés depuis vendredi', en: 'Pairs ended since Friday' },
  'idle-mentors': { fr: 'Mentors sans binôme', en: 'Mentors without a pair' },
  'unmet-topics': { fr: 'Sujets sans mentor', en: 'Topics without a mentor' },
  deliveries: { fr: 'Envois qui n’aboutissent pas', en: 'Deliveries that do not get through' },
  'no-referent': { fr: 'Personne référente à nommer', en: 'Referent to name' },
  charter: { fr: 'Chartes à signer de nouveau', en: 'Charters to sign again' },
}
