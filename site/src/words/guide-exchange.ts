import type { Guide } from './guide.ts'
import { START_STEP } from './guide-start.ts'

export const EXCHANGE_GUIDE: Guide = {
  title: { fr: 'Workday, Lucca et les autres', en: 'Workday, Lucca and others' },
  lead: {
    fr: 'Deux façons d’échanger avec un outil RH\u00a0: il envoie, ou il vient chercher. Les deux ensemble, c’est mieux.',
    en: 'Two ways to exchange with an HR tool: it sends, or it comes and asks. Both together are better.',
  },
  steps: [
    START_STEP('employees:read employees:write participants:read pairs:read events:read'),
    {
      heading: { fr: 'Entrer avec OAuth 2.0', en: 'Come in with OAuth 2.0' },
      paragraphs: {
        fr: [
          'Beaucoup d’outils RH ne gardent pas une clé\u00a0: ils échangent un identifiant et un secret contre un jeton d’une heure. L’identifiant est celui de la clé, le secret est la clé elle-même.',
        ],
        en: [
          'Many HR tools do not hold a key: they trade an identifier and a secret for a token that lasts an hour. The identifier is that of the key, the secret is the key itself.',
        ],
      },
      commands: [
        {
          run: `export ID=$(npm run --silent key -- --scopes "employees:read employees:write" --name workday \\
  | tee workday.txt | sed -n 's/^Key \\(key_[a-z0-9]*\\).*/\\1/p'); SECRET=$(tail -n 1 workday.txt)
TOKEN=$(curl -s -X POST "$BINOME/oauth/token" -u "$ID:$SECRET" \\
  -d grant_type=client_credentials -d scope=employees:write \\
  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'); echo \${TOKEN:0:3}`,
          shows: 'eyJ',
        },
        {
          run: `curl -s -o /dev/null -w '%{http_code}\\n' -X PUT "$BINOME/api/v1/employees/W-1" \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{ "given_name": "Enora", "family_name": "Le Bihan", "leaves_on": "2099-06-30" }'`,
          shows: '201',
        },
      ],
    },
    {
      heading: { fr: 'L’outil envoie', en: 'The tool sends' },
      paragraphs: {
        fr: [
          'Chaque nuit, le fichier complet\u00a0: qui n’y est plus est noté comme parti. Donnez un nom à la provenance\u00a0: la correspondance entre vos colonnes et les nôtres est retenue d’un fichier à l’autre.',
        ],
        en: [
          'Every night, the whole file: whoever is no longer in it is marked as gone. Give the source a name: which of your columns is which of our fields is remembered from one file to the next.',
        ],
      },
      commands: [
        {
          run: `printf '%s\\n' 'Worker_ID,Legal_First,Legal_Last,Boss' 'W-1,Enora,Le Bihan,W-2' \\
  'W-2,Gwenn,Salaün,' > workday.csv
curl -s -X PUT "$BINOME/api/v1/column-mappings/workday" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -d '{ "columns": { "Worker_ID": "external_id", "Legal_First": "given_name",
        "Legal_Last": "family_name", "Boss": "manager" } }'`,
          shows: '"Worker_ID":"external_id"',
        },
        {
          run: `curl -s -X POST "$BINOME/api/v1/employee-imports?mode=lenient&source=workday" \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: text/csv" --data-binary @workday.csv
sleep 5; echo; curl -s "$BINOME/api/v1/employees/W-2" -H "Authorization: Bearer $KEY"`,
          shows: '"state":"queued"…"family_name":"Salaün"',
        },
      ],
      after: {
        fr: [
          'Ajoutez «\u00a0complete=true\u00a0» quand le fichier contient tout le monde. Workday peut écrire le fichier par EIB ou Studio, Lucca par une exportation programmée\u00a0; une ligne de cron et curl suffisent entre les deux.',
        ],
        en: [
          'Add “complete=true” when the file holds everybody. Workday can write the file through EIB or Studio, Lucca through a scheduled export; a line of cron and curl are enough in between.',
        ],
      },
    },
    {
      heading: { fr: 'L’outil vient chercher', en: 'The tool comes and asks' },
      paragraphs: {
        fr: [
          'Les listes se lisent par pages\u00a0: suivez «\u00a0next_cursor\u00a0», ou l’en-tête Link. «\u00a0updated_since\u00a0» donne ce qui a changé depuis un instant, cet instant compris\u00a0; les événements disent ce qui s’est passé, dans l’ordre.',
        ],
        en: [
          'Lists are read page by page: follow “next_cursor”, or the Link header. “updated_since” gives what has changed since an instant, that instant included; events say what happened, in order.',
        ],
      },
      commands: [
        {
          run: `curl -s "$BINOME/api/v1/employees?updated_since=2020-01-01T00:00:00Z&limit=1" \\
  -H "Authorization: Bearer $KEY"`,
          shows: '"items":[{…"next_cursor":"…',
        },
        {
          run: `curl -s "$BINOME/api/v1/events?limit=1" -H "Authorization: Bearer $KEY" > page.json
LAST=$(sed 's/.*"id":"\\(evt_[^"]*\\)".*/\\1/' page.json)
curl -s "$BINOME/api/v1/events?after=$LAST" -H "Authorization: Bearer $KEY"`,
          shows: '"items":[',
        },
        {
          run: `curl -s "$BINOME/api/v1/pairs?limit=1" -H "Authorization: Bearer $KEY"`,
          shows: '"items":[',
        },
      ],
    },
  ],
}
