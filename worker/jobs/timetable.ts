import { applyMoves } from './apply-moves.ts'
import { askFeedback } from './ask-feedback.ts'
import { cleanUp } from './clean-up.ts'
import { completePairs } from './complete-pairs.ts'
import { deliverEvents } from './deliver-events.ts'
import { endProposals } from './end-proposals.ts'
import type { Job } from './job.ts'
import { lookAgain } from './look-again.ts'
import { lookAtPairs } from './look-at-pairs.ts'
import { readImports } from './read-imports.ts'
import { remindSessions } from './remind-sessions.ts'
import { remindTakeaways } from './remind-takeaways.ts'
import { returnPairs } from './return-pairs.ts'
import { runMatches } from './run-matches.ts'
import { anchorJournal, sealEvents } from './seal-events.ts'
import { sendDigests } from './send-digests.ts'
import { sendMails } from './send-mails.ts'

/**
 * What happens by itself, and when (UTC). Every job asks the store what is due, never the clock what it missed:
 * a tick that comes late, twice or not at all changes nothing but the delay.
 */
export const TIMETABLE: { cron: string; jobs: { job: Job; purpose: string }[] }[] = [
  {
    cron: '* * * * *',
    jobs: [
      { job: readImports, purpose: 'Reads the files that HR sent, picking up where a dead worker stopped.' },
      {
        job: applyMoves,
        purpose:
          'On its day, makes a move that HR announced the reporting line, and lets those go who leave.',
      },
      {
        job: lookAgain,
        purpose:
          'After an HR change, ends, suspends or resumes pairs and bars proposals that became impossible.',
      },
      { job: runMatches, purpose: 'Queues the rounds that are due and computes the runs that wait.' },
      { job: sendMails, purpose: 'Sends the mails that wait.' },
      { job: deliverEvents, purpose: 'Hands events to the receivers that HR registered.' },
      { job: sealEvents, purpose: 'Seals what happened, so that nobody can change it unseen.' },
    ],
  },
  {
    cron: '*/5 * * * *',
    jobs: [
      { job: endProposals, purpose: 'Ends the proposals whose deadline has passed.' },
      { job: sendDigests, purpose: 'Tells the team on Monday at eight what awaits it.' },
      { job: completePairs, purpose: 'Ends the pairs whose programme is over, with thanks.' },
      { job: returnPairs, purpose: 'Takes up again the pairs whose break is over.' },
      { job: remindSessions, purpose: 'Reminds two people, once, of a session that nobody logged.' },
      { job: remindTakeaways, purpose: 'Asks how it goes with the people and projects that were noted.' },
      { job: askFeedback, purpose: 'Asks how a session was, sends surveys, and reminds twice at most.' },
      {
        job: lookAtPairs,
        purpose: 'Opens the troubles that pairs have now, and closes those that went away.',
      },
    ],
  },
  {
    cron: '17 3 * * *',
    jobs: [
      {
        job: cleanUp,
        purpose: 'Forgets what must not be kept: unconfirmed sign-ups, sent mails, old codes.',
      },
      { job: anchorJournal, purpose: 'Tells outside where the chain over the journal ends.' },
    ],
  },
]
