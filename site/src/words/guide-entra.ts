import type { Guide } from './guide.ts'
import { START_STEP } from './guide-start.ts'

export const ENTRA_GUIDE: Guide = {
  title: { fr: 'Microsoft Entra ID', en: 'Microsoft Entra ID' },
  lead: {
    fr: 'Entra envoie les personnes par SCIM 2.0, toutes les quarante minutes environ. Comptez un quart d’heure, essais compris.',
    en: 'Entra sends people through SCIM 2.0, about every forty minutes. Allow a quarter of an hour, trials included.',
  },
  steps: [
    START_STEP('scim'),
    {
      heading: { fr: 'Régler Entra', en: 'Set Entra up' },
      paragraphs: {
        fr: [
          'Créez une application d’entreprise hors galerie, ouvrez «\u00a0Provisioning\u00a0», choisissez «\u00a0Automatic\u00a0», puis\u00a0:',
        ],
        en: [
          'Create an enterprise application outside the gallery, open “Provisioning”, choose “Automatic”, then:',
        ],
      },
      figures: {
        fr: {
          caption: 'Réglages dans Entra',
          head: ['Champ', 'Valeur'],
          rows: [
            ['Tenant URL', 'https://votre-adresse/scim/v2?aadOptscim062020'],
            ['Secret Token', 'la clé, avec le droit «\u00a0scim\u00a0»'],
            ['userName', 'userPrincipalName'],
            ['externalId', 'employeeId, sinon objectId'],
            ['active', 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'],
            ['emails[type eq "work"].value', 'mail'],
            ['…enterprise:2.0:User:manager', 'manager'],
            ['…extension:binome:2.0:User:hireDate', 'employeeHireDate'],
          ],
        },
        en: {
          caption: 'Settings in Entra',
          head: ['Field', 'Value'],
          rows: [
            ['Tenant URL', 'https://your-address/scim/v2?aadOptscim062020'],
            ['Secret Token', 'the key, with the scope “scim”'],
            ['userName', 'userPrincipalName'],
            ['externalId', 'employeeId, else objectId'],
            ['active', 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'],
            ['emails[type eq "work"].value', 'mail'],
            ['…enterprise:2.0:User:manager', 'manager'],
            ['…extension:binome:2.0:User:hireDate', 'employeeHireDate'],
          ],
        },
      },
      after: {
        fr: [
          'Avec ou sans «\u00a0aadOptscim062020\u00a0», tout fonctionne\u00a0: les majuscules des opérations, «\u00a0False\u00a0» en toutes lettres et les responsables sous toutes leurs formes sont compris.',
        ],
        en: [
          'It works with and without “aadOptscim062020”: capitals in operations, “False” spelled out and managers in all their forms are understood.',
        ],
      },
    },
    {
      heading: { fr: 'Refaire ses gestes à la main', en: 'Do by hand what Entra does' },
      paragraphs: {
        fr: [
          '«\u00a0Test Connection\u00a0» cherche une personne qui n’existe pas et attend une liste vide. Puis Entra crée, rattache et désactive.',
        ],
        en: [
          '“Test Connection” looks for somebody who does not exist and expects an empty list. Entra then creates, attaches and deactivates.',
        ],
      },
      commands: [
        {
          run: `curl -s -G "$BINOME/scim/v2/Users" -H "Authorization: Bearer $KEY" \\
  --data-urlencode 'filter=userName eq "7bf0d5cd-9e77-4e3e-a6ba-0f5c3f3e0c11"'`,
          shows: '"totalResults":0',
        },
        {
          run: `PAUL=$(curl -s -X POST "$BINOME/scim/v2/Users" -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/scim+json" -d '{
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
    "userName": "paul.entra@guide.example", "externalId": "G-7001", "active": true,
    "name": { "givenName": "Paul", "familyName": "Entra" }, "roles": [] }' \\
  | sed 's/.*"id":"\\(per_[^"]*\\)".*/\\1/'); echo $PAUL`,
          shows: 'per_…',
        },
        {
          run: `curl -s -X PATCH "$BINOME/scim/v2/Users/$PAUL" -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/scim+json" -d '{
    "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    "Operations": [
      { "op": "Add", "path": "emails[type eq \\"work\\"].value", "value": "paul.entra@guide.example" },
      { "op": "Add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
        "value": "G-0417" },
      { "op": "Replace", "path": "active", "value": "False" } ] }'`,
          shows: '"active":false',
        },
      ],
    },
    {
      heading: { fr: 'Vérifier', en: 'Check' },
      paragraphs: {
        fr: [
          'Dans Entra, «\u00a0Provision on demand\u00a0» sur une seule personne montre chaque attribut envoyé et la réponse. Puis «\u00a0Start provisioning\u00a0».',
        ],
        en: [
          'In Entra, “Provision on demand” for a single person shows each attribute sent and the answer. Then “Start provisioning”.',
        ],
      },
      commands: [
        {
          run: `curl -s "$BINOME/scim/v2/Users/$PAUL" -H "Authorization: Bearer $KEY"`,
          shows: '"paul.entra@guide.example"…"G-0417"',
        },
      ],
    },
  ],
}
