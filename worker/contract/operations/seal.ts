import { json } from '../answer.ts'
import { operation } from '../operation.ts'
import { journalSealShown } from '../seal.ts'

/** Where the journal is sealed up to, to keep outside. */
export const SEAL_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/journal-seal',
    summary: { fr: 'Lire jusqu’où le journal est scellé', en: 'Read how far the journal is sealed' },
    description: {
      fr: 'Chaque événement, aussi ceux qui ne quittent pas le service, est scellé dans la minute\u00a0: son empreinte couvre l’événement et l’empreinte d’avant. Gardez ailleurs le rang («\u00a0seq\u00a0») et l’empreinte («\u00a0hash\u00a0»)\u00a0: «\u00a0npm run audit\u00a0» prouve ensuite, sur une copie de la base, que rien n’a changé jusque-là. L’événement «\u00a0journal.sealed\u00a0» les apporte aussi, une fois par jour. «\u00a0events\u00a0» compte les événements, «\u00a0unsealed\u00a0» ceux qui attendent leur sceau.',
      en: 'Every event, those that never leave the service included, is sealed within a minute: its hash covers the event and the hash before it. Keep the rank (“seq”) and the hash (“hash”) somewhere else: “npm run audit” then proves, on a copy of the database, that nothing up to there was changed. The event “journal.sealed” brings them too, once a day. “events” counts the events, “unsealed” those that wait for their seal.',
    },
    who: 'events:read',
    answers: {
      200: json({ fr: 'La fin de la chaîne', en: 'The end of the chain' }, journalSealShown),
    },
  }),
] as const
