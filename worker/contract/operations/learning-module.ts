import { done, json, wholeList } from '../answer.ts'
import { charterSignaturesShown } from '../charter.ts'
import { learningModuleInput, learningModuleShown } from '../learning-module.ts'
import { operation } from '../operation.ts'

const learningModule = json({ fr: 'Le module', en: 'The module' }, learningModuleShown)

/** The path that all pairs of a programme share, and the charter that everybody signs. */
export const LEARNING_MODULE_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/modules',
    summary: { fr: 'Lire le parcours d’un programme', en: 'Read the path of a programme' },
    description: {
      fr: 'Dans l’ordre du parcours\u00a0; «\u00a0completed\u00a0» dit combien de personnes ont coché chaque module, jamais lesquelles.',
      en: 'In the order of the path; “completed” says how many people have ticked each module, never who.',
    },
    who: 'programmes:read',
    answers: { 200: wholeList(learningModuleShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/programmes/:slug/modules',
    summary: { fr: 'Ajouter un module', en: 'Add a module' },
    description: {
      fr: 'Pour les mentors, pour les personnes mentorées ou pour les deux, dans les deux langues. Vingt au plus.',
      en: 'For mentors, for mentees or for both, in both languages. Twenty at most.',
    },
    who: 'programmes:write',
    body: { 'application/json': learningModuleInput },
    answers: { 201: learningModule },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'POST',
    path: '/programmes/:slug/modules/starting-path',
    summary: { fr: 'Adopter le parcours de départ', en: 'Adopt the starting path' },
    description: {
      fr: 'Quelques modules courts selon la nature du programme, à modifier ensuite. Seulement là où il n’y en a encore aucun.',
      en: 'A few short modules that suit the kind of programme, to be changed afterwards. Only where there are none yet.',
    },
    who: 'programmes:write',
    answers: { 201: wholeList(learningModuleShown) },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'PUT',
    path: '/modules/:id',
    summary: { fr: 'Remplacer un module', en: 'Replace a module' },
    description: {
      fr: 'Ce que les personnes ont coché reste coché.',
      en: 'What people have ticked stays ticked.',
    },
    who: 'programmes:write',
    body: { 'application/json': learningModuleInput },
    answers: { 200: learningModule },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/modules/:id',
    summary: { fr: 'Supprimer un module', en: 'Delete a module' },
    who: 'programmes:write',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/charter-signatures',
    summary: { fr: 'Compter les signatures de la charte', en: 'Count the signatures of the charter' },
    description: {
      fr: 'Combien de personnes ont signé la charte d’aujourd’hui, et combien ne l’ont pas encore relue.',
      en: 'How many people have signed the charter of today, and how many have yet to read it again.',
    },
    who: 'programmes:read',
    answers: {
      200: json({ fr: 'Les signatures', en: 'The signatures' }, charterSignaturesShown),
    },
    refuses: ['not-found'],
  }),
] as const
