import * as v from 'valibot'
import { done, emptyForm, FORM, formLanguage, json, onward, wholeList } from '../answer.ts'
import { operation } from '../operation.ts'
import {
  CALENDAR_FEED_KINDS,
  calendarFeedCreated,
  calendarFeedInput,
  calendarFeedShown,
  preferencesInput,
  preferencesShown,
} from '../preference.ts'

const kept = json({ fr: 'Les préférences', en: 'The preferences' }, preferencesShown)

/** How somebody wants to be written to, and the calendars that show their sessions elsewhere. */
export const PREFERENCE_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/me/preferences',
    summary: { fr: 'Lire ses préférences', en: 'Read one’s preferences' },
    description: {
      fr: 'Le fuseau horaire (nul pour celui de chaque programme), les rappels et les heures tranquilles. Personne d’autre ne les lit.',
      en: 'The time zone (null for that of each programme), reminders and quiet hours. Nobody else reads them.',
    },
    who: 'person',
    answers: { 200: kept },
  }),
  operation({
    method: 'PUT',
    path: '/me/preferences',
    summary: { fr: 'Choisir ses préférences', en: 'Choose one’s preferences' },
    description: {
      fr: 'Toutes à la fois, pour tous les programmes. Entre «\u00a0quiet_from\u00a0» et «\u00a0quiet_to\u00a0», et le week-end, rien de ce qui peut attendre ne part\u00a0; deux fois la même heure\u00a0: aucune heure tranquille.',
      en: 'All at once, for every programme. From “quiet_from” to “quiet_to”, and at weekends, nothing that can wait is sent; the same hour twice: no quiet hours.',
    },
    who: 'person',
    body: { 'application/json': preferencesInput },
    answers: { 200: { ...kept, headers: ['ETag'] } },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/me/preferences',
    summary: {
      fr: 'Choisir ses préférences, depuis un formulaire',
      en: 'Choose one’s preferences, from a form',
    },
    description: { fr: 'Comme «\u00a0PUT /me/preferences\u00a0».', en: 'As “PUT /me/preferences”.' },
    who: 'person',
    body: {
      'application/json': preferencesInput,
      [FORM]: v.object({
        ...formLanguage,
        time_zone: v.optional(v.string()),
        reminders: v.picklist(['yes', 'no']),
        quiet_from: v.string(),
        quiet_to: v.string(),
      }),
    },
    answers: { 200: { ...kept, headers: ['ETag'] }, 303: onward },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/me/calendar-feeds',
    summary: { fr: 'Lire la liste de ses calendriers', en: 'List one’s calendars' },
    description: {
      fr: 'Ceux que l’on peut lire à une adresse secrète\u00a0; l’adresse elle-même n’est gardée par personne.',
      en: 'Those that can be read at a secret address; the address itself is kept by nobody.',
    },
    who: 'person',
    answers: { 200: wholeList(calendarFeedShown) },
  }),
  operation({
    method: 'POST',
    path: '/me/calendar-feeds',
    summary: { fr: 'Créer l’adresse d’un calendrier', en: 'Create the address of a calendar' },
    description: {
      fr: 'L’adresse, en iCalendar (RFC 5545), n’est montrée que cette fois\u00a0; une nouvelle remplace celle du même genre. «\u00a0assistant\u00a0» ne montre que le début et la fin des séances.',
      en: 'The address, in iCalendar (RFC 5545), is shown this once; a new one takes the place of that of the same kind. “assistant” shows the start and end of sessions and nothing else.',
    },
    who: 'person',
    body: {
      'application/json': calendarFeedInput,
      [FORM]: v.object({ ...formLanguage, kind: v.picklist(CALENDAR_FEED_KINDS) }),
    },
    answers: {
      201: {
        description: {
          fr: 'L’adresse\u00a0; pour un formulaire, la page qui la montre',
          en: 'The address; for a form, the page that shows it',
        },
        body: { 'application/json': calendarFeedCreated, 'text/html': v.string() },
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'DELETE',
    path: '/me/calendar-feeds/:kind',
    summary: { fr: 'Supprimer l’adresse d’un calendrier', en: 'Remove the address of a calendar' },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/me/calendar-feeds/:kind/withdrawal',
    summary: {
      fr: 'Supprimer l’adresse d’un calendrier, depuis un formulaire',
      en: 'Remove the address of a calendar, from a form',
    },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
] as const
