import { hierarchyReportShown } from '../hierarchy-report.ts'
import { operation } from '../operation.ts'

/** What the organisation chart says of itself. */
export const HIERARCHY_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/hierarchy-report',
    summary: { fr: 'Lire l’état de l’organigramme', en: 'Read the state of the organisation chart' },
    description: {
      fr: 'Les personnes en tête, celles sans responsable, les responsables qui manquent ou sont partis, les rattachements qui tournent en rond et les mouvements des 90 jours à venir. Chaque liste donne le total et les cent premières lignes.',
      en: 'Heads, people without a manager, managers who are missing or have left, lines that go round in a circle, and the moves of the next 90 days. Each list gives the total and its first hundred entries.',
    },
    who: 'employees:read',
    answers: {
      200: {
        description: { fr: 'L’état de l’organigramme', en: 'The state of the chart' },
        body: { 'application/json': hierarchyReportShown },
      },
    },
  }),
] as const
