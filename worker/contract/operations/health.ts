import { json } from '../answer.ts'
import { readyShown, startingShown } from '../health.ts'
import { operation } from '../operation.ts'

/** Whether the service is there. */
export const HEALTH_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/health',
    summary: { fr: 'Savoir si le service est prêt', en: 'Ask whether the service is ready' },
    who: 'anyone',
    answers: {
      200: json({ fr: 'Le service est prêt', en: 'The service is ready' }, readyShown),
      503: json(
        {
          fr: 'Le service démarre. Réessayez dans quelques secondes.',
          en: 'The service is starting. Try again in a few seconds.',
        },
        startingShown,
      ),
    },
  }),
] as const
