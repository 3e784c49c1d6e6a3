import * as v from 'valibot'
import { eraseOwn } from '#actions/erasure.ts'
import { correctOwnAnswers, loadCorrection, loadOwnParticipation } from '#actions/own-answers.ts'
import { returnOwnPair } from '#actions/pause.ts'
import { putEmployee } from '#actions/person.ts'
import { changeProgramme } from '#actions/programme.ts'
import { separateOwn } from '#actions/separation.ts'
import { cancelOwnSession, confirmOwnSession, moveOwnSession } from '#actions/session-step.ts'
import { addWebhookEndpoint, changeWebhookEndpoint, rotateWebhookSecret } from '#actions/webhook.ts'
import { recoverEvents, resendEvent, testEndpoint } from '#actions/webhook-resend.ts'
import { employeeInput } from '#contract/employee.ts'
import { makeMenteeAnswers } from '#test/makers.ts'
import {
  type Act,
  anonymousSignUp,
  answered,
  approval,
  challenged,
  confirmation,
  HOUR,
  idIn,
  job,
  moved,
  organiserIn,
  personIn,
  request,
  runAskedFor,
  upload,
  VISITOR,
  vouched,
} from './crash-acts.ts'
import {
  announced,
  help,
  mentorMoved,
  ofPair,
  ofSession,
  paused,
  pulse,
  pulseWithCall,
  sessionAccepted,
  sessionLogged,
  sessionProposed,
  takeaway,
  withdrawal,
} from './crash-acts-of-pair.ts'
import type { StartName } from './crash-starts.ts'
import type { CrashWorld } from './crash-world.ts'
import { addressOf, KEY, PROGRAMME, receiverUrl } from './town.ts'

/** Somebody for whom a talk before matching would help (questionnaires.md §6). */
const HESITANT = { NEED1: 0, NEED2: 1 } as const

/** One thing that is done in a town, and every call of which is to fail once in every way. */
export interface Flow {
  name: string
  start: StartName
  act: Act
  /** How long nothing happens first, in ms. */
  wait?: number
  /** What is different this time, such as a receiver that fails. */
  prepare?: (world: CrashWorld) => void
  /** Whether the postman knows a mail again that he was handed before. */
  isPostmanSharp?: boolean
}

function flow(
  name: string,
  start: StartName,
  act: Act,
  besides: Pick<Flow, 'wait' | 'prepare' | 'isPostmanSharp'> = {},
): Flow {
  return { name, start, act, ...besides }
}

const put: Act = () =>
  request(
    KEY,
    (ctx) =>
      putEmployee(
        ctx,
        'N1',
        v.parse(employeeInput, {
          family_name: 'Nouvelle',
          given_name: 'Anaïs',
          manager: 'SIDE',
          grade_rank: 1,
        }),
      ),
    'put-N1',
  )

/** A mentee finds no use for it any more, which calls for a talk. */
const correction: Act = (world) => {
  const id = idIn(world, 'participants', "role = 'mentee'")
  return request(
    personIn(world, addressOf('X1')),
    async (ctx) => {
      const own = await loadOwnParticipation(ctx, id)
      await correctOwnAnswers(ctx, own, makeMenteeAnswers(HESITANT), await loadCorrection(ctx, own))
    },
    'correction',
  )
}

const endpointOf = (world: CrashWorld) => idIn(world, 'webhook_endpoints')

/** Every way through the product that changes something and may be cut short. */
export const FLOWS: readonly Flow[] = [
  flow('sign-up of somebody whom HR knows, vouched', 'morning', vouched('M1', 'mentor')),
  flow('sign-up in both roles, vouched', 'morning', vouched('M1', 'both')),
  flow('sign-up that calls for a talk, vouched', 'morning', vouched('X1', 'mentee', true, HESITANT)),
  flow('sign-up of a visitor, vouched', 'morning', vouched(VISITOR, 'mentor', false)),
  flow('sign-up in the open', 'morning', anonymousSignUp),
  flow('confirmation of a sign-up', 'to-confirm', confirmation),
  flow('answers corrected', 'signed', correction),
  flow('HR adds somebody', 'morning', put),
  flow('HR moves somebody', 'morning', moved('M2', { manager: 'HEAD' })),
  flow(
    'HR moves a mentor below their mentee',
    'paired',
    mentorMoved((manager) => ({ manager })),
  ),
  flow('HR announces a move', 'paired', announced),
  flow(
    'a mentor leaves the company',
    'paired',
    mentorMoved(() => ({ active: false })),
  ),
  flow('HR sends a file', 'morning', upload),
  flow('a file is read', 'file', job('readImports')),
  flow('a file is read when a message says so', 'file', (world) => ({
    kind: 'message',
    message: { job: 'employee-import', id: idIn(world, 'employee_imports') },
  })),
  flow('programme settings changed', 'paired', (world) =>
    request(organiserIn(world), (ctx) => changeProgramme(ctx, PROGRAMME, { acceptance_days: 5 })),
  ),
  flow('a run asked for', 'signed', runAskedFor),
  flow('a run asked for in the place of another', 'computed', runAskedFor),
  flow('the cron queues a round and computes it', 'signed', job('runMatches')),
  flow('a run is computed when a message says so', 'queued', (world) => ({
    kind: 'message',
    message: { job: 'match-run', id: idIn(world, 'match_runs') },
  })),
  flow('approval', 'computed', approval),
  flow('first acceptance', 'revealed', answered('acceptance', 'mentor')),
  flow('second acceptance', 'half', answered('acceptance', 'mentee')),
  flow('refusal', 'half', answered('refusal', 'mentee')),
  flow('proposals lapse at their deadline', 'half', job('endProposals'), { wait: 72 * HOUR }),
  flow('a session proposed', 'paired', sessionProposed),
  flow('a session accepted', 'proposed', sessionAccepted),
  flow(
    'a session moved',
    'planned',
    ofSession('mentor', (ctx, id, now) => moveOwnSession(ctx, id, { starts_at: now + 20 * HOUR })),
  ),
  flow(
    'a session cancelled',
    'planned',
    ofSession('mentee', (ctx, id) => cancelOwnSession(ctx, id)),
  ),
  flow('a session logged', 'over', sessionLogged),
  flow(
    'a session confirmed',
    'logged',
    ofSession('mentee', (ctx, id) => confirmOwnSession(ctx, id, true)),
  ),
  flow(
    'a session contested',
    'logged',
    ofSession('mentee', (ctx, id) => confirmOwnSession(ctx, id, false)),
  ),
  flow('reminder of a session that nobody logged', 'planned', job('remindSessions'), { wait: 60 * HOUR }),
  flow('feedback asked for', 'planned', job('askFeedback'), { wait: 60 * HOUR }),
  flow('reminders of feedback', 'logged', job('askFeedback'), { wait: 6 * 24 * HOUR }),
  flow('pulse', 'logged', pulse),
  flow('pulse with a wish to be called', 'logged', pulseWithCall),
  flow('a note taken away', 'paired', takeaway),
  flow('a note is asked after', 'noted', job('remindTakeaways'), { wait: 22 * 24 * HOUR }),
  flow('call for help', 'paired', help),
  flow('separation', 'planned', (world) => {
    const { actor, pair } = ofPair(world, 'mentee')
    return request(actor, (ctx) => separateOwn(ctx, pair, { reason: 'Nos attentes sont trop différentes' }))
  }),
  flow('a break', 'planned', paused),
  flow('a return before the day', 'paused', (world) => {
    const { actor, pair } = ofPair(world, 'mentor')
    return request(actor, (ctx) => returnOwnPair(ctx, pair))
  }),
  flow('a return on the day', 'paused', job('returnPairs'), { wait: 12 * 24 * HOUR }),
  flow('withdrawal', 'paired', withdrawal),
  flow('erasure of a visitor', 'visiting', (world) =>
    request(personIn(world, VISITOR), (ctx) => eraseOwn(ctx), 'erasure'),
  ),
  flow('erasure of one of a pair', 'paired', (world) =>
    request(personIn(world, addressOf('X1')), (ctx) => eraseOwn(ctx), 'erasure'),
  ),
  flow('recheck after a reorganisation', 'reorganised', job('lookAgain')),
  flow('a move that was announced comes about', 'announced', job('applyMoves'), { wait: 20 * 24 * HOUR }),
  flow('troubles of pairs are looked for', 'paired', job('lookAtPairs'), { wait: 30 * 24 * HOUR }),
  flow('mails leave', 'just-paired', job('sendMails')),
  flow('mails leave with a postman who knows them again', 'just-paired', job('sendMails'), {
    isPostmanSharp: true,
  }),
  flow('mails leave when a message says so', 'asked', () => ({ kind: 'message', message: { job: 'mails' } })),
  flow('webhooks leave, and one receiver fails', 'just-paired', job('deliverEvents'), {
    prepare: ({ outside }) => {
      outside.moods[0] = 'error'
    },
  }),
  flow('an endpoint added', 'morning', () =>
    request(
      KEY,
      (ctx) => addWebhookEndpoint(ctx, { url: receiverUrl(7), description: '', types: ['pair.started'] }),
      'endpoint',
    ),
  ),
  flow('an endpoint changed', 'morning', (world) => {
    const id = endpointOf(world)
    return request(KEY, (ctx) => changeWebhookEndpoint(ctx, id, { state: 'disabled' }), 'off')
  }),
  flow('a secret renewed', 'morning', (world) => {
    const id = endpointOf(world)
    return request(KEY, (ctx) => rotateWebhookSecret(ctx, id), 'secret')
  }),
  flow('an endpoint challenged', 'morning', challenged),
  flow('a challenge leaves', 'challenged', job('deliverEvents')),
  flow('an event sent again', 'paired', (world) => {
    const id = endpointOf(world)
    const event = idIn(world, 'events', "type = 'pair.started'")
    return request(KEY, (ctx) => resendEvent(ctx, id, event), 'resend')
  }),
  flow('events recovered since a day', 'paired', (world) => {
    const id = endpointOf(world)
    const since = world.scheduler.now - 100 * HOUR
    return request(KEY, (ctx) => recoverEvents(ctx, id, since), 'recover')
  }),
  flow('a test event', 'morning', (world) => {
    const id = endpointOf(world)
    return request(KEY, (ctx) => testEndpoint(ctx, id), 'test')
  }),
  flow('the journal is sealed', 'just-paired', job('sealEvents')),
  flow('the end of the journal is told', 'paired', job('anchorJournal'), { wait: 26 * HOUR }),
  flow('Monday digest', 'paired', job('sendDigests'), {
    wait: 6 * 24 * HOUR + 18 * HOUR,
  }),
  flow('what must not be kept is forgotten', 'to-confirm', job('cleanUp'), { wait: 40 * 24 * HOUR }),
]
