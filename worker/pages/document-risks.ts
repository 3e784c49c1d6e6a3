import type { Both } from '#domain/language.ts'
import type { DocumentBlock } from './document-text.ts'

/** What might happen to people because of a programme, what prevents it, and what remains (GDPR art. 35). */
export const RISKS: Both<DocumentBlock> = {
  fr: {
    table: {
      caption: 'Ce qui pourrait arriver aux personnes, et ce qui l’évite',
      head: ['Risque', 'Mesures en place', 'Ce qui reste'],
      rows: [
        [
          'Une réponse sert à évaluer quelqu’un',
          'La hiérarchie n’a accès à rien\u00a0; les réponses sur la façon d’échanger ne sont jamais montrées à l’équipe\u00a0; la destination du logiciel interdit cet usage',
          'Discipline de l’organisation',
        ],
        [
          'Une pression pour participer',
          'Participation volontaire, accord daté, refus que personne ne voit',
          'Attitude de la hiérarchie, à rappeler au lancement',
        ],
        [
          'Une discrimination indirecte',
          'Aucun critère protégé\u00a0; règles et poids publiés\u00a0; deux calculs identiques donnent le même résultat',
          'Le grade et l’ancienneté suivent parfois l’âge\u00a0: comparer les taux de binômes par entité et par lieu',
        ],
        [
          'Un lien hiérarchique mal tenu',
          'Règle stricte, revue à chaque changement du fichier RH',
          'Qualité du fichier RH',
        ],
        [
          'Un refus révélé',
          'Réponses rangées à part\u00a0; mêmes mots, même date pour tout ce qui n’aboutit pas',
          'Ce que les personnes se disent entre elles',
        ],
        [
          'Un accès indu',
          'Codes à usage unique, clés et liens gardés en empreinte, droits par clé, journal des actes',
          'Postes non verrouillés, messageries partagées',
        ],
        [
          'Une conservation trop longue',
          'Effacement quotidien de ce qui est arrivé à terme',
          'Effacement des participations, qui revient à l’organisation',
        ],
      ],
    },
  },
  en: {
    table: {
      caption: 'What might happen to people, and what prevents it',
      head: ['Risk', 'Measures in place', 'What remains'],
      rows: [
        [
          'An answer serves to appraise somebody',
          'Line managers have access to nothing; answers about ways of exchanging are never shown to the team; the intended purpose forbids such use',
          'The discipline of the organisation',
        ],
        [
          'Pressure to take part',
          'Voluntary participation, dated agreement, a refusal that nobody sees',
          'The attitude of line managers, to be recalled at kick-off',
        ],
        [
          'Indirect discrimination',
          'No protected criterion; published rules and weights; the same run gives the same result',
          'Grade and time in the company sometimes follow age: compare the shares of people in pairs by entity and site',
        ],
        [
          'A reporting line that is out of date',
          'A strict rule, looked at again at each change of the HR file',
          'The quality of the HR file',
        ],
        [
          'A refusal that comes to light',
          'Answers kept apart; the same words on the same date for all that comes to nothing',
          'What people tell each other',
        ],
        [
          'Undue access',
          'One-time codes, keys and links kept as fingerprints, scopes per key, a journal of what was done',
          'Unlocked machines, shared mailboxes',
        ],
        [
          'Data kept too long',
          'Daily deletion of what has come to its term',
          'Deleting participations, which is for the organisation to do',
        ],
      ],
    },
  },
}
