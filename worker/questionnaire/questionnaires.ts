import type { Both } from '#domain/language.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { exchange } from './blocks/exchange.ts'
import { hopes } from './blocks/hopes.ts'
import { learning } from './blocks/learning.ts'
import { meeting, work } from './blocks/meeting.ts'
import { expert, strategic } from './blocks/request.ts'
import { subjects } from './blocks/subjects.ts'
import { type Catalogue, STARTING_CATALOGUE } from './catalogue.ts'
import { NO_OWN_QUESTIONS, type OwnQuestions, ownBlock } from './own-question.ts'
import type { Answering, Block, Questionnaire } from './question.ts'

/** Goes up when a question, a level or an option changes; answers are kept with the version they answered. */
export const QUESTIONNAIRE_VERSION = 2

/**
 * The sign-up questionnaire of a kind of programme for one role, or for both with shared blocks asked once.
 * Wording and keys are those of questionnaires.md §1–§8. Who passes something on offers at least one topic;
 * everybody learns, so a mentor wants at least one too (P33), except where the direction of learning is one way.
 * `own` are the programme’s own questions, asked in a last block; `catalogue` the topics to choose from; `words` what
 * the roles are called.
 */
export function questionnaire(
  kind: ProgrammeKind,
  role: Answering,
  { own = NO_OWN_QUESTIONS, catalogue = STARTING_CATALOGUE, words = PROGRAMME_KINDS[kind] }: Additions = {},
): Questionnaire {
  const asked = { mentor: role !== 'mentee', mentee: role !== 'mentor' }
  const blocks =
    kind === 'expert' ? expertBlocks(asked, catalogue) : pairBlocks(kind, asked, words, catalogue)
  const added = ownBlock(own, role, catalogue)
  return {
    version: QUESTIONNAIRE_VERSION,
    own_version: own.version,
    kind,
    role,
    words: { mentor: words.mentor, mentee: words.mentee },
    blocks: added === null ? blocks : [...blocks, added],
  }
}

/** What a programme brings to the questionnaire of its kind. */
export interface Additions {
  own?: OwnQuestions
  catalogue?: Catalogue
  words?: { mentor: Both; mentee: Both }
}

interface Asked {
  mentor: boolean
  mentee: boolean
}

function pairBlocks(
  kind: Exclude<ProgrammeKind, 'expert'>,
  asked: Asked,
  words: { mentor: Both; mentee: Both },
  catalogue: Catalogue,
): Block[] {
  const isStrategic = kind === 'strategic'
  const topics = subjects({
    offers: asked.mentor ? 'required' : 'optional',
    wants: asked.mentee || !isStrategic ? 'required' : 'optional',
    needs: asked.mentee,
    first: asked.mentor ? 'offers' : 'wants',
    facets: isStrategic ? ['stakes'] : ['usage', 'stakes'],
    catalogue,
  })
  const seniorRole = PROGRAMME_KINDS[kind].senior
  const juniorRole = seniorRole === 'mentor' ? 'mentee' : 'mentor'
  return [
    work,
    ...(isStrategic ? [strategic(asked)] : []),
    topics,
    hopes({
      senior: !isStrategic && asked[seniorRole] ? words[seniorRole] : null,
      junior: !isStrategic && asked[juniorRole] ? words[juniorRole] : null,
      isNamed: asked.mentor && asked.mentee,
    }),
    meeting(asked.mentor, false),
    learning(asked.mentor),
    exchange({ ...asked, isReverse: kind === 'reverse' }),
  ]
}

function expertBlocks(asked: Asked, catalogue: Catalogue): Block[] {
  return [
    work,
    expert(asked),
    subjects({
      offers: asked.mentor ? 'required' : 'absent',
      wants: asked.mentee ? 'required' : 'absent',
      needs: false,
      first: asked.mentee ? 'wants' : 'offers',
      facets: ['usage', 'stakes'],
      catalogue,
    }),
    hopes({ senior: null, junior: null, isNamed: false }),
    meeting(asked.mentor, true),
  ]
}
