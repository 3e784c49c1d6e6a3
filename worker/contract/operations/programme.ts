import * as v from 'valibot'
import { json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { programmeInput, programmePatch, programmeShown, wholeProgrammeShown } from '../programme.ts'
import { questionnaireShown } from '../questionnaire.ts'
import { paging } from '../shape.ts'

const anyProgramme = v.union([wholeProgrammeShown, programmeShown])
const whole = json({ fr: 'Le programme entier', en: 'The whole programme' }, wholeProgrammeShown)

const EXAMPLE = {
  slug: 'regards-neufs',
  kind: 'reverse',
  objectives: ['tools', 'culture'],
  words: {
    fr: {
      name: 'Regards neufs',
      summary: 'Six mois pour apprendre des personnes arrivées récemment.',
      aims: 'Découvrir d’autres usages et s’en servir.',
      audience: 'Toutes les personnes volontaires.',
      charter: 'Ce qui se dit entre nous reste entre nous.',
    },
    en: {
      name: 'Fresh eyes',
      summary: 'Six months to learn from people who joined recently.',
      aims: 'Discover other ways and put them to use.',
      audience: 'Everybody who volunteers.',
      charter: 'What we say to each other stays between us.',
    },
  },
  sign_ups_open_at: '2026-03-01T08:00:00Z',
  matching_at: '2026-04-01T08:00:00Z',
  rematch_days: 28,
  starts_on: '2026-04-06',
  ends_on: '2026-10-06',
  works_council: { state: 'consulted', on: '2026-02-12' },
}

/** Programmes: what visitors read, what organisers decide. */
export const PROGRAMME_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes',
    summary: { fr: 'Lire la liste des programmes', en: 'List programmes' },
    description: {
      fr: 'Les programmes publiés, ceux dont les inscriptions sont ouvertes d’abord. Avec le droit «\u00a0programmes:read\u00a0», tous les programmes, avec leurs réglages. Avec «\u00a0updated_since\u00a0», dans l’ordre des changements, les plus anciens d’abord.',
      en: 'Published programmes, those open for sign-ups first. With the scope “programmes:read”, all of them, with their settings. With “updated_since”, in order of change, oldest first.',
    },
    who: 'anyone',
    query: v.object({ ...paging, updated_since: v.optional(v.string()) }),
    answers: { 200: page(anyProgramme) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug',
    summary: { fr: 'Lire un programme', en: 'Read one programme' },
    description: {
      fr: 'Avec le droit «\u00a0programmes:read\u00a0», avec ses réglages, même s’il n’est pas publié.',
      en: 'With the scope “programmes:read”, with its settings, even where it is not published.',
    },
    who: 'anyone',
    versioned: true,
    answers: { 200: json({ fr: 'Le programme', en: 'The programme' }, anyProgramme) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/questionnaires/:role',
    summary: { fr: 'Lire un questionnaire', en: 'Read a questionnaire' },
    description: {
      fr: 'Le rôle est «\u00a0mentor\u00a0» ou «\u00a0mentee\u00a0». Chaque question porte le schéma JSON de sa réponse, dans «\u00a0answer\u00a0».',
      en: 'The role is “mentor” or “mentee”. Each question carries the JSON Schema of its answer in “answer”.',
    },
    who: 'anyone',
    answers: { 200: json({ fr: 'Le questionnaire', en: 'The questionnaire' }, questionnaireShown) },
    refuses: ['not-found'],
    example: { params: { slug: 'regards-neufs', role: 'mentee' } },
  }),
  operation({
    method: 'POST',
    path: '/programmes',
    summary: { fr: 'Créer un programme', en: 'Create a programme' },
    description: {
      fr: 'Ce qui manque prend la valeur habituelle du type de programme. Personne ne le voit avant sa publication.',
      en: 'What is left out takes the default of the kind of programme. Nobody sees it before it is published.',
    },
    who: 'programmes:write',
    body: { 'application/json': programmeInput },
    answers: { 201: { ...whole, headers: ['Location', 'ETag'] } },
    refuses: ['invalid', 'conflict'],
    example: { body: EXAMPLE },
  }),
  operation({
    method: 'PATCH',
    path: '/programmes/:slug',
    summary: { fr: 'Changer un programme', en: 'Change a programme' },
    description: {
      fr: 'Seulement ce qui est donné. De nouveaux poids, une nouvelle charte ou une nouvelle notice prennent un nouveau numéro de version.',
      en: 'Only what is given. New weights, a new charter or a new notice get a new version number.',
    },
    who: 'programmes:write',
    versioned: true,
    body: { 'application/json': programmePatch },
    answers: { 200: whole },
    refuses: ['invalid', 'not-found'],
    example: { params: { slug: 'regards-neufs' }, body: { rematch_days: 14 } },
  }),
  operation({
    method: 'PUT',
    path: '/programmes/:slug/publication',
    summary: { fr: 'Publier un programme', en: 'Publish a programme' },
    description: {
      fr: 'Les inscriptions n’ouvrent qu’une fois «\u00a0works_council\u00a0» renseigné.',
      en: 'Sign-ups open only once “works_council” is set.',
    },
    who: 'programmes:write',
    versioned: true,
    answers: { 200: whole },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/programmes/:slug/publication',
    summary: { fr: 'Retirer un programme de la vue', en: 'Withdraw a programme from view' },
    who: 'programmes:write',
    versioned: true,
    answers: { 200: whole },
    refuses: ['not-found'],
  }),
] as const
