import * as v from 'valibot'
import { done, json, page, wholeList } from '../answer.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'
import { overviewShown, pairHealthShown, pairHistoryShown, taskShown } from '../task.ts'

const ofProgramme = v.object({ programme: v.optional(v.string()) })

/** What awaits the programme team, and how pairs fare. */
export const TASK_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/tasks',
    summary: { fr: 'Lire ce qu’il y a à faire', en: 'List what there is to do' },
    description: {
      fr: 'Par échéance, la plus proche d’abord\u00a0; une ligne disparaît quand la chose est faite. Une personne qui accompagne y lit ce qui concerne ses binômes, une correspondance RH ce qui concerne sa filiale, sans rien pouvoir faire.',
      en: 'By deadline, the nearest first; a line is gone when the thing is done. A coach reads what concerns their pairs, an HR correspondent what concerns their subsidiary, without acting.',
    },
    who: 'programmes:read',
    alsoFor: ['coach', 'correspondent'],
    query: ofProgramme,
    answers: { 200: wholeList(taskShown) },
  }),
  operation({
    method: 'GET',
    path: '/overview',
    summary: {
      fr: 'Lire les cinq nombres du premier écran',
      en: 'Read the five numbers of the first screen',
    },
    description: {
      fr: 'Sur tous les programmes en cours, ou un seul. La santé d’un binôme est une classe\u00a0; ce que chaque personne a répondu n’est montré à personne ici.',
      en: 'Over every live programme, or one. How a pair fares is a class; what anybody answered is shown to nobody here.',
    },
    who: 'programmes:read',
    organisersOnly: true,
    query: ofProgramme,
    answers: { 200: json({ fr: 'Les nombres', en: 'The numbers' }, overviewShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/pair-health',
    summary: { fr: 'Lire comment vont les binômes', en: 'Read how pairs fare' },
    description: {
      fr: 'Une classe par binôme, maintenant et après chaque séance\u00a0: «\u00a0grey\u00a0» veut dire que rien n’a encore été dit, et ce n’est pas un souci.',
      en: 'One class a pair, now and after each session: “grey” means that nothing was heard yet, which is no trouble.',
    },
    who: 'pairs:read',
    organisersOnly: true,
    query: v.object(paging),
    answers: { 200: page(pairHealthShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id/history',
    summary: { fr: 'Lire l’histoire d’un binôme', en: 'Read the history of a pair' },
    description: {
      fr: 'Ses séances sans leur lieu, ses préparations sans leurs raisons, et ce qui s’est passé, en mots. Une personne qui accompagne ne lit que ses binômes. La santé est une classe.',
      en: 'Its sessions without their places, its preparations without their reasons, and what happened, in words. A coach reads their own pairs only. How it fares is a class.',
    },
    who: 'pairs:read',
    answers: { 200: json({ fr: 'L’histoire', en: 'The history' }, pairHistoryShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/programmes/:slug/designation-reminders',
    summary: { fr: 'Écrire de nouveau aux personnes invitées', en: 'Write again to people who were invited' },
    description: {
      fr: 'À celles qui n’ont pas répondu depuis sept jours, une fois tous les sept jours. Qui a été écrit n’est dit à personne.',
      en: 'To those who have not answered for seven days, once in seven days. Who was written to is told to nobody.',
    },
    who: 'participants:write',
    answers: { 204: done },
    refuses: ['not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/programmes/:slug/proposal-reminders',
    summary: {
      fr: 'Rappeler les propositions qui s’achèvent',
      en: 'Remind people of the proposals about to end',
    },
    description: {
      fr: 'Aux personnes qui n’ont pas répondu, dans les 48 dernières heures, une seule fois par proposition. Qui a été écrit n’est dit à personne.',
      en: 'To those who have not answered, in the last 48 hours, once a proposal. Who was written to is told to nobody.',
    },
    who: 'match-runs:write',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/proposals/:id/reminder',
    summary: { fr: 'Rappeler une proposition qui s’achève', en: 'Remind people of one proposal' },
    description: {
      fr: 'La même chose pour une seule proposition.',
      en: 'The same for one proposal alone.',
    },
    who: 'match-runs:write',
    answers: { 204: done },
    refuses: ['not-found', 'closed'],
  }),
] as const
