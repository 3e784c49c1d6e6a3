import type { Both, Language } from '#domain/language.ts'
import type { Scope } from '#domain/permission.ts'

/** What a key may do, in plain words, by what it is about. Only scopes that open a door are offered. */
export interface ScopeGroup {
  name: string
  scopes: readonly (readonly [scope: Scope, words: string])[]
}

const scopesFr: ScopeGroup[] = [
  {
    name: 'Personnel',
    scopes: [
      ['employees:read', 'Lire la liste du personnel et la ligne hiérarchique'],
      ['employees:write', 'Ajouter, modifier et retirer des personnes, importer un fichier'],
    ],
  },
  { name: 'Comptes de l’annuaire', scopes: [['scim', 'Tenir les comptes à jour par SCIM (Okta, Entra ID)']] },
  {
    name: 'Programmes',
    scopes: [
      ['programmes:read', 'Lire les programmes, même en brouillon'],
      ['programmes:write', 'Créer, modifier et publier des programmes'],
    ],
  },
  {
    name: 'Inscriptions',
    scopes: [
      ['participants:read', 'Lire qui participe et les réponses données'],
      ['participants:write', 'Inviter, retirer, clore les échanges préalables'],
      ['sign-ups:write', 'Inscrire des personnes en se portant garant de leur accord'],
    ],
  },
  {
    name: 'Appariements',
    scopes: [
      ['match-runs:read', 'Lire les appariements et leurs raisons'],
      ['match-runs:write', 'Lancer et approuver un appariement'],
    ],
  },
  {
    name: 'Binômes',
    scopes: [
      ['pairs:read', 'Lire les binômes, leurs séances et leur état'],
      ['pairs:write', 'Mettre un binôme en pause, l’arrêter, lui donner un coach'],
    ],
  },
  {
    name: 'Événements',
    scopes: [['events:read', 'Suivre ce qui se passe, dans l’ordre']],
  },
  {
    name: 'Envois vers vos outils',
    scopes: [
      ['webhooks:read', 'Lire les adresses qui reçoivent les événements'],
      ['webhooks:write', 'Ajouter et retirer ces adresses'],
    ],
  },
  {
    name: 'Clés',
    scopes: [
      ['keys:read', 'Lire la liste des clés et le journal de sécurité'],
      ['keys:write', 'Créer, renouveler et révoquer des clés, sans dépasser ses propres droits'],
    ],
  },
  {
    name: 'Équipe',
    scopes: [
      ['organisers:read', 'Lire qui fait partie de l’équipe'],
      ['organisers:write', 'Changer l’équipe\u00a0: ce droit ouvre tout le reste'],
    ],
  },
  { name: 'Tout', scopes: [['*', 'Tout faire, comme une personne qui organise']] },
]

const scopesEn: ScopeGroup[] = [
  {
    name: 'Employees',
    scopes: [
      ['employees:read', 'Read the list of employees and the reporting line'],
      ['employees:write', 'Add, change and remove people, import a file'],
    ],
  },
  { name: 'Directory accounts', scopes: [['scim', 'Keep accounts up to date by SCIM (Okta, Entra ID)']] },
  {
    name: 'Programmes',
    scopes: [
      ['programmes:read', 'Read programmes, drafts included'],
      ['programmes:write', 'Create, change and publish programmes'],
    ],
  },
  {
    name: 'Sign-ups',
    scopes: [
      ['participants:read', 'Read who takes part and what they answered'],
      ['participants:write', 'Invite, remove, close the talks held before matching'],
      ['sign-ups:write', 'Sign people up, vouching for their consent'],
    ],
  },
  {
    name: 'Matching',
    scopes: [
      ['match-runs:read', 'Read match runs and their reasons'],
      ['match-runs:write', 'Start and approve a match run'],
    ],
  },
  {
    name: 'Pairs',
    scopes: [
      ['pairs:read', 'Read pairs, their sessions and their state'],
      ['pairs:write', 'Give a pair a break, end it, name its coach'],
    ],
  },
  {
    name: 'Events',
    scopes: [['events:read', 'Follow what happens, in order']],
  },
  {
    name: 'Webhooks',
    scopes: [
      ['webhooks:read', 'Read the addresses that receive events'],
      ['webhooks:write', 'Add and remove these addresses'],
    ],
  },
  {
    name: 'Keys',
    scopes: [
      ['keys:read', 'Read the list of keys and the security log'],
      ['keys:write', 'Create, renew and revoke keys, never beyond its own scopes'],
    ],
  },
  {
    name: 'Team',
    scopes: [
      ['organisers:read', 'Read who belongs to the team'],
      ['organisers:write', 'Change the team: this opens everything else'],
    ],
  },
  { name: 'Everything', scopes: [['*', 'Do everything, as an organiser does']] },
]

const SCOPE_GROUPS: Both<ScopeGroup[]> = { fr: scopesFr, en: scopesEn }

/** Scopes in plain words, in the order of the form. */
export function scopeGroupsIn(language: Language): readonly ScopeGroup[] {
  return SCOPE_GROUPS[language]
}

/** What one scope opens; its own name where no word of ours is needed yet. */
export function scopeInWords(scope: Scope, language: Language): string {
  const known = SCOPE_GROUPS[language].flatMap(({ scopes }) => scopes)
  return known.find(([each]) => each === scope)?.[1] ?? scope
}
