import type { Guide } from './guide.ts'
import { START_STEP } from './guide-start.ts'

export const OKTA_GUIDE: Guide = {
  title: { fr: 'Okta', en: 'Okta' },
  lead: {
    fr: 'Okta crée, met à jour et désactive les personnes par SCIM 2.0. Comptez un quart d’heure, essais compris.',
    en: 'Okta creates, updates and deactivates people through SCIM 2.0. Allow a quarter of an hour, trials included.',
  },
  steps: [
    START_STEP('scim'),
    {
      heading: { fr: 'Régler Okta', en: 'Set Okta up' },
      paragraphs: {
        fr: [
          'Dans votre application Okta, onglet «\u00a0General\u00a0», choisissez SCIM comme mode de provisionnement, puis remplissez l’onglet «\u00a0Provisioning\u00a0» ainsi\u00a0:',
        ],
        en: [
          'In your Okta application, tab “General”, choose SCIM as the provisioning mode, then fill in the tab “Provisioning” like this:',
        ],
      },
      figures: {
        fr: {
          caption: 'Réglages dans Okta',
          head: ['Champ', 'Valeur'],
          rows: [
            ['SCIM connector base URL', 'https://votre-adresse/scim/v2'],
            ['Unique identifier field for users', 'userName'],
            ['Supported provisioning actions', 'Push New Users, Push Profile Updates, Push Groups'],
            ['Authentication Mode', 'HTTP Header'],
            ['Authorization', 'la clé, avec le droit «\u00a0scim\u00a0»'],
            ['To App', 'Create Users, Update User Attributes, Deactivate Users'],
          ],
        },
        en: {
          caption: 'Settings in Okta',
          head: ['Field', 'Value'],
          rows: [
            ['SCIM connector base URL', 'https://your-address/scim/v2'],
            ['Unique identifier field for users', 'userName'],
            ['Supported provisioning actions', 'Push New Users, Push Profile Updates, Push Groups'],
            ['Authentication Mode', 'HTTP Header'],
            ['Authorization', 'the key, with the scope “scim”'],
            ['To App', 'Create Users, Update User Attributes, Deactivate Users'],
          ],
        },
      },
      after: {
        fr: [
          'Le responsable passe par l’attribut «\u00a0manager\u00a0» de l’extension entreprise\u00a0; métier, grade, rang, date d’arrivée et lieu par l’extension «\u00a0urn:ietf:params:scim:schemas:extension:binome:2.0:User\u00a0» (jobFamily, grade, gradeRank, hireDate, site). Sans responsable, Binôme ne peut pas écarter les binômes entre une personne et sa hiérarchie.',
        ],
        en: [
          'The manager goes through the attribute “manager” of the enterprise extension; field of work, grade, rank, arrival and site through the extension “urn:ietf:params:scim:schemas:extension:binome:2.0:User” (jobFamily, grade, gradeRank, hireDate, site). Without managers Binôme cannot keep reporting lines out of pairs.',
        ],
      },
    },
    {
      heading: { fr: 'Refaire ses gestes à la main', en: 'Do by hand what Okta does' },
      paragraphs: {
        fr: [
          'Okta cherche la personne, la crée si elle manque, et la désactive quand elle perd l’application. Une personne déjà connue par un fichier RH, avec la même adresse, est reconnue et non doublée.',
        ],
        en: [
          'Okta looks for the person, creates them when missing, and deactivates them when they lose the application. Somebody known from an HR file already, with the same address, is recognised and not doubled.',
        ],
      },
      commands: [
        {
          run: `curl -s -G "$BINOME/scim/v2/Users" -H "Authorization: Bearer $KEY" \\
  --data-urlencode 'filter=userName eq "anna.okta@guide.example"' \\
  -d startIndex=1 -d count=100`,
          shows: '"totalResults":0',
        },
        {
          run: `curl -s -X POST "$BINOME/scim/v2/Users" -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/scim+json" -d '{
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
    "userName": "anna.okta@guide.example", "externalId": "00u1guide",
    "name": { "givenName": "Anna", "familyName": "Okta" },
    "emails": [{ "primary": true, "value": "anna.okta@guide.example", "type": "work" }],
    "groups": [], "password": "never kept", "active": true }' | tee anna.json`,
          shows: '"id":"per_…',
        },
        {
          run: `ANNA=$(sed 's/.*"id":"\\(per_[^"]*\\)".*/\\1/' anna.json)
curl -s -X PATCH "$BINOME/scim/v2/Users/$ANNA" -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/scim+json" -d '{
    "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    "Operations": [{ "op": "replace", "value": { "active": false } }] }'`,
          shows: '"active":false',
        },
      ],
    },
    {
      heading: { fr: 'Vérifier', en: 'Check' },
      paragraphs: {
        fr: [
          'Dans Okta, «\u00a0Test Connector Configuration\u00a0» doit dire oui partout. Affectez ensuite une seule personne, regardez-la arriver dans la console, page «\u00a0Personnel\u00a0», puis affectez les autres.',
        ],
        en: [
          'In Okta, “Test Connector Configuration” must say yes everywhere. Then assign a single person, watch them arrive in the console, on the page “Staff”, and assign the others.',
        ],
      },
      commands: [
        {
          run: `curl -s "$BINOME/scim/v2/ServiceProviderConfig" -H "Authorization: Bearer $KEY"`,
          shows: '"patch":{"supported":true}',
        },
      ],
    },
  ],
}
