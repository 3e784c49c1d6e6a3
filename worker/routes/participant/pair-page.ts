import { Hono } from 'hono'
import { loadAgreement, loadIceBreakers } from '#actions/agreement.ts'
import { loadCharterToSign } from '#actions/charter.ts'
import { loadClosing } from '#actions/closing.ts'
import { loadOpenFeedback } from '#actions/feedback.ts'
import { loadHelp } from '#actions/help.ts'
import { loadPath } from '#actions/learning-path.ts'
import { loadOwnPair } from '#actions/own-pair.ts'
import { loadSessions } from '#actions/pair-session.ts'
import { loadPause } from '#actions/pause.ts'
import { loadPreparations } from '#actions/preparation.ts'
import { loadSeparation } from '#actions/separation.ts'
import { loadTakeaways } from '#actions/takeaway.ts'
import type { App } from '#http/service-context.ts'
import { agreementSection } from '#pages/agreement.ts'
import { charterNotice } from '#pages/charter.ts'
import { closingSection } from '#pages/closing.ts'
import { helpSection } from '#pages/help.ts'
import { iceBreakerSection } from '#pages/ice-breaker.ts'
import { type PairSection, pairPage } from '#pages/pair.ts'
import { sessionsSection } from '#pages/pair-session.ts'
import { pathSection } from '#pages/path.ts'
import { pauseSection } from '#pages/pause.ts'
import { pour } from '#pages/pour.ts'
import { preparationSection } from '#pages/preparation.ts'
import { feedbackSection } from '#pages/pulse.ts'
import { separationSection } from '#pages/separation.ts'
import { takeawaysSection } from '#pages/takeaway.ts'
import { loadCommonPoints, showPair } from './me.ts'
import { asSignedIn } from './signed-in.ts'

/** The page of one’s pair: what waits first, then what the two do together, and the ways out last. */
export const pairPages = new Hono<App>().get('/:language{fr|en}/me/pairs/:pair', (c) =>
  asSignedIn(c, async () => {
    const ctx = c.get('ctx')
    const language = c.get('language')
    const own = await loadOwnPair(ctx, c.req.param('pair'))
    const common = await loadCommonPoints(ctx, own, language)
    const [
      charters,
      preparations,
      sessions,
      agreement,
      ice,
      path,
      takeaways,
      closing,
      help,
      pause,
      separation,
      feedback,
    ] = await Promise.all([
      loadCharterToSign(ctx, [own.participant.id]),
      loadPreparations(ctx, own),
      loadSessions(ctx, own),
      loadAgreement(ctx, own),
      loadIceBreakers(ctx, own),
      loadPath(ctx, own),
      loadTakeaways(ctx, own),
      loadClosing(ctx, own),
      loadHelp(ctx, own),
      loadPause(ctx, own),
      loadSeparation(ctx, own),
      loadOpenFeedback(ctx, own.me.id),
    ])
    // The survey of the end is asked for in the section about the end.
    const asked = feedback
      .filter(({ pair_id, kind }) => pair_id === own.pair.id && (kind === 'pulse' || !closing?.survey))
      .map((one) => ({ ...one, time_zone: own.row.time_zone }))
      .toSorted((a, b) => a.kind.localeCompare(b.kind))
    const isOver = separation.is_ended
    const isPaused = pause !== null && pause.until !== null
    const hasMet = sessions.held > 0
    const { is_live, role } = agreement
    const awaitsMyWord = is_live && agreement.agreement?.accepted_at[role] === null
    const written: PairSection = { anchor: 'agreement', section: agreementSection(agreement, language) }
    const ways: PairSection = { section: separationSection(separation, language) }
    const rest: PairSection = { section: pauseSection(pause, language) }
    const page = pairPage(showPair(own, own.me, own.row, language, common), language, [
      ...charters.map((charter) => ({ section: charterNotice(charter, language) })),
      ...(isPaused ? [rest] : []),
      { section: feedbackSection(asked, language) },
      { section: closingSection(closing, language) },
      ...(isOver ? [ways] : []),
      { section: preparationSection(preparations, language) },
      ...(awaitsMyWord ? [written] : []),
      { anchor: 'sessions', section: sessionsSection(sessions, language) },
      ...(awaitsMyWord ? [] : [written]),
      { section: isOver || hasMet ? null : iceBreakerSection(ice, language) },
      { anchor: 'path', section: pathSection(path, language) },
      { anchor: 'takeaways', section: takeawaysSection(takeaways, language) },
      { anchor: 'help', section: helpSection(help, language) },
      ...(isPaused ? [] : [rest]),
      ...(isOver ? [] : [ways]),
    ])
    return pour(c.env.ASSETS, c.req.url, page)
  }),
)
