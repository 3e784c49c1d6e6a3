import type { Guide } from './guide.ts'
import { START_STEP } from './guide-start.ts'

export const HR_SYSTEM_GUIDE: Guide = {
  title: { fr: 'Un outil RH, en cinq minutes', en: 'An HR tool, in five minutes' },
  lead: {
    fr: 'Envoyer une personne, la modifier, envoyer un fichier, puis suivre ce qui se passe\u00a0: le tour complet avec curl.',
    en: 'Send a person, change them, send a file, then follow what happens: the whole round with curl.',
  },
  steps: [
    START_STEP('employees:read employees:write events:read webhooks:read webhooks:write pairs:read'),
    {
      heading: { fr: 'Envoyer une personne', en: 'Send a person' },
      paragraphs: {
        fr: [
          'PUT crée la personne ou la remplace, sous l’identifiant que votre outil lui donne. Envoyer deux fois la même chose n’écrit rien la seconde fois\u00a0: vous pouvez donc tout renvoyer chaque nuit.',
          'Un responsable qui n’est pas encore connu ne gêne pas\u00a0: son identifiant est gardé, et le rattachement prend effet à son arrivée.',
        ],
        en: [
          'PUT creates the person or replaces them, under the identifier that your tool gives them. Sending the same twice writes nothing the second time, so you may send everything every night.',
          'A manager who is not known yet is no trouble: the identifier is kept, and the line takes effect when they arrive.',
        ],
      },
      commands: [
        {
          run: `curl -s -X PUT "$BINOME/api/v1/employees/G-1204" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -d '{ "given_name": "Nolwenn", "family_name": "Le Goff",
        "email": "nolwenn.legoff@guide.example", "grade": "Cadre 1",
        "grade_rank": 3, "subsidiary": "Armorique Services",
        "hired_in": "2022-09", "manager": "G-0417" }'`,
          shows: '"external_id":"G-1204"…"manager":"G-0417"',
        },
      ],
    },
    {
      heading: { fr: 'Changer une chose', en: 'Change one thing' },
      paragraphs: {
        fr: [
          'PATCH ne touche que ce que vous nommez\u00a0; null efface. Pour ne jamais écraser ce que quelqu’un d’autre vient d’écrire, renvoyez l’ETag que vous avez lu\u00a0: s’il n’est plus bon, la réponse est 412 et rien ne change.',
        ],
        en: [
          'PATCH touches only what you name; null clears. So as never to overwrite what somebody else has just written, send back the ETag that you read: if it no longer holds, the answer is 412 and nothing changes.',
        ],
      },
      commands: [
        {
          run: `curl -s -X PATCH "$BINOME/api/v1/employees/G-1204" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/merge-patch+json" \\
  -d '{ "site": "Brest",
        "moves": [{ "effective_on": "2099-01-01", "manager": "G-0032" }] }'`,
          shows: '"site":"Brest"…"effective_on":"2099-01-01"',
        },
        {
          run: `curl -s -o /dev/null -w '%{http_code}\\n' -X PATCH "$BINOME/api/v1/employees/G-1204" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/merge-patch+json" \\
  -H 'If-Match: W/"1"' -d '{ "site": "Rennes" }'`,
          shows: '412',
        },
      ],
    },
    {
      heading: { fr: 'Envoyer un fichier', en: 'Send a file' },
      paragraphs: {
        fr: [
          'Un fichier CSV, XLSX ou NDJSON, en essai à blanc d’abord\u00a0: rien n’est écrit, et le compte rendu dit ligne par ligne ce qui ne va pas. Les colonnes sur l’âge, le sexe, la santé, le salaire ou l’adresse personnelle ne sont jamais lues.',
          'Le fichier est lu en arrière-plan\u00a0: la réponse donne l’adresse où suivre la lecture.',
        ],
        en: [
          'A CSV, XLSX or NDJSON file, as a dry run first: nothing is written, and the report says line by line what is wrong. Columns of age, sex, health, pay or home address are never read.',
          'The file is read in the background: the answer gives the address at which to follow it.',
        ],
      },
      commands: [
        {
          run: `printf '%s\\n' 'external_id;given_name;family_name;email;manager;salaire' \\
  'G-0417;Maël;Kervella;mael.kervella@guide.example;;1' \\
  'G-0418;Anna;;anna@guide.example;G-0417;2' > staff.csv`,
          shows: '',
        },
        {
          run: `IMPORT=$(curl -s -X POST "$BINOME/api/v1/employee-imports?mode=dry-run" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: text/csv" \\
  --data-binary @staff.csv | sed 's/.*"id":"\\(imp_[^"]*\\)".*/\\1/'); echo $IMPORT`,
          shows: 'imp_…',
        },
        {
          run: `sleep 5; curl -s "$BINOME/api/v1/employee-imports/$IMPORT" -H "Authorization: Bearer $KEY"`,
          shows: '"state":"completed"…"created":1…"rejected":1…"refused_columns":["salaire"]',
        },
      ],
      after: {
        fr: [
          'Avec «\u00a0mode=lenient\u00a0», les bonnes lignes entrent et les autres sont à reprendre\u00a0; avec «\u00a0mode=strict\u00a0», une seule mauvaise ligne arrête tout. Avec «\u00a0complete=true\u00a0», qui manque au fichier est parti, sauf si plus de 5\u00a0% des personnes manquaient\u00a0: quelqu’un doit alors confirmer.',
        ],
        en: [
          'With “mode=lenient” the good lines come in and the others are to be mended; with “mode=strict” a single bad line stops everything. With “complete=true” whoever is missing from the file has left, unless more than 5\u00a0% of people were missing: somebody must then confirm.',
        ],
      },
    },
    {
      heading: { fr: 'Suivre ce qui se passe', en: 'Follow what happens' },
      paragraphs: {
        fr: [
          'Les événements se lisent dans l’ordre, depuis le début ou après le dernier que vous avez reçu\u00a0: rien ne se perd si votre outil s’arrête. Pour être prévenu sans demander, donnez une adresse\u00a0: chaque message est signé (Standard Webhooks), avec le secret que la réponse montre cette seule fois.',
        ],
        en: [
          'Events are read in order, from the beginning or after the last one that you received: nothing is lost when your tool stops. To be told without asking, give an address: every message is signed (Standard Webhooks), with the secret that the answer shows this once.',
        ],
      },
      commands: [
        {
          run: `curl -s "$BINOME/api/v1/events?limit=2" -H "Authorization: Bearer $KEY"`,
          shows: '"items":[…"id":"evt_…"occurred_at"',
        },
        {
          run: `curl -s -X POST "$BINOME/api/v1/webhook-endpoints" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -H 'Idempotency-Key: "guide-1"' \\
  -d '{ "url": "https://hr.guide.example/binome", "types": ["pair.started", "pair.ended"] }'`,
          shows: '"secret":"whsec_…',
        },
      ],
      after: {
        fr: [
          'L’adresse fait d’abord ses preuves\u00a0: nous lui envoyons un message signé, «\u00a0webhook-endpoint.challenge\u00a0», et elle répond 200 avec le texte de «\u00a0data.challenge\u00a0». Elle a 24 heures. Si elle ne sait pas répondre ainsi, quelqu’un colle ce texte dans la console, page «\u00a0Connexions RH\u00a0». Une adresse de cette machine (localhost) n’a rien à prouver.',
        ],
        en: [
          'The address proves itself first: we send it a signed message, “webhook-endpoint.challenge”, and it answers 200 with the text of “data.challenge”. It has 24 hours. If it cannot answer like this, somebody pastes that text into the console, on the page “HR connections”. An address of this machine (localhost) has nothing to prove.',
        ],
      },
    },
    {
      heading: { fr: 'Ne rien manquer', en: 'Miss nothing' },
      paragraphs: {
        fr: [
          'Chaque événement arrive au moins une fois, et parfois deux\u00a0: reconnaissez-le à «\u00a0webhook-id\u00a0», le même à chaque essai. Les premières livraisons d’un même binôme arrivent dans l’ordre\u00a0: un événement attend que le précédent soit accepté.',
          'Répondez 2xx en moins de dix secondes, puis travaillez. Sinon, nous réessayons après 5\u00a0secondes, 5\u00a0minutes, 30\u00a0minutes, puis 2, 5, 10, 14, 20 et 24\u00a0heures, puis chaque jour\u00a0; «\u00a0Retry-After\u00a0» est respecté, une redirection est un échec. Après cinq jours sans une réponse acceptée, l’adresse est désactivée, et l’équipe prévenue par e-mail la veille.',
          'Après une panne, ou pour une adresse nouvelle, demandez tout ce qui s’est passé depuis une date et qu’elle n’a pas encore accepté.',
        ],
        en: [
          'Each event arrives at least once, and sometimes twice: know it by its “webhook-id”, the same at each attempt. First deliveries about one pair arrive in order: an event waits until the one before is accepted.',
          'Answer 2xx within ten seconds, then do the work. Otherwise we try again after 5 seconds, 5 minutes, 30 minutes, then 2, 5, 10, 14, 20 and 24 hours, then every day; “Retry-After” is honoured, a redirect is a failure. After five days without an answer that accepts, the address is disabled, and the team is told by mail the day before.',
          'After an outage, or for a new address, ask for everything that happened since a date and that it has not accepted yet.',
        ],
      },
      commands: [
        {
          run: `ENDPOINT=$(curl -s "$BINOME/api/v1/webhook-endpoints" -H "Authorization: Bearer $KEY" \\
  | grep -o 'whe_[0-9a-z]*' | head -1); echo $ENDPOINT`,
          shows: 'whe_…',
        },
        {
          run: `curl -s -X POST "$BINOME/api/v1/webhook-endpoints/$ENDPOINT/recovery" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -d '{ "since": "2026-01-01T00:00:00Z" }'`,
          shows: '{"events":…}',
        },
      ],
      after: {
        fr: [
          'La console montre chaque envoi, ses essais et ce que votre outil a répondu, et peut renvoyer un événement.',
        ],
        en: [
          'The console shows each delivery, its attempts and what your tool answered, and can send an event again.',
        ],
      },
    },
    {
      heading: { fr: 'Quand quelqu’un part', en: 'When somebody leaves' },
      paragraphs: {
        fr: [
          '«\u00a0"active": false\u00a0» met fin aux binômes et aux sessions tout de suite\u00a0; «\u00a0leaves_on\u00a0» le fait à la bonne date. DELETE efface la personne\u00a0: la liste garde seulement son identifiant, pour que vos copies l’apprennent.',
        ],
        en: [
          '"active": false ends pairs and sessions at once; “leaves_on” does so on the right day. DELETE erases the person: the list keeps the identifier alone, so that your copies learn of it.',
        ],
      },
      commands: [
        {
          run: `curl -s -o /dev/null -w '%{http_code}\\n' -X DELETE "$BINOME/api/v1/employees/G-1204" \\
  -H "Authorization: Bearer $KEY"`,
          shows: '204',
        },
        {
          run: `curl -s "$BINOME/api/v1/employees?updated_since=2020-01-01T00:00:00Z&limit=100" \\
  -H "Authorization: Bearer $KEY" | grep -o '"external_id":"G-1204","status":"deleted"'`,
          shows: '"external_id":"G-1204","status":"deleted"',
        },
      ],
    },
  ],
}
