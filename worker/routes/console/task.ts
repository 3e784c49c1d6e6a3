import { Hono } from 'hono'
import { loadOverview } from '#actions/overview.ts'
import { loadPairHistory, type PairHistory } from '#actions/pair-history.ts'
import { getProgramme } from '#actions/programme.ts'
import { healthOfPairs } from '#actions/pulse.ts'
import { remindDesignated, remindProposal, remindProposals } from '#actions/reminder.ts'
import { listTasks } from '#actions/task.ts'
import { toInstant } from '#contract/shape.ts'
import type { OverviewShown, PairHealthShown, PairHistoryShown, TaskShown } from '#contract/task.ts'
import { listPairs } from '#db/queries/pair.ts'
import { CANCELLED_BY } from '#domain/pair-session.ts'
import { TASK_TONES, type Task, timeOf } from '#domain/task.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow, allowOrganiser } from '#http/session.ts'

/** The clock by which days are told where no programme is concerned. */
const TEAM_ZONE = 'Europe/Paris'

export const taskRoutes = new Hono<App>()
  .get('/tasks', async (c) => {
    const ctx = c.get('ctx')
    const tasks = await listTasks(ctx, c.req.query('programme') ?? null)
    return c.json({ items: tasks.map((task) => showTask(task, ctx.now)), next_cursor: null })
  })
  .get('/overview', allowOrganiser('programmes:read'), async (c) => {
    const ctx = c.get('ctx')
    const programme = c.req.query('programme') ?? null
    const shown: OverviewShown = {
      programme,
      counted_at: toInstant(ctx.now),
      ...(await loadOverview(ctx, programme)),
    }
    return c.json(shown)
  })
  .get('/programmes/:slug/pair-health', allowOrganiser('pairs:read'), async (c) => {
    const ctx = c.get('ctx')
    const { slug } = await getProgramme(ctx, c.req.param('slug'))
    const { limit, after } = readPaging(c, afterId)
    const rows = await listPairs(ctx.db, slug, after, limit + 1)
    const health = await healthOfPairs(
      ctx,
      rows.map(({ pair }) => pair),
    )
    const show = ({ pair }: (typeof rows)[number]): PairHealthShown => {
      const seen = health.get(pair.id)
      return {
        pair: pair.id,
        health: seen?.now ?? 'grey',
        sessions: (seen?.sessions ?? []).map((session) => session.health),
      }
    }
    return c.json(toPage(rows, limit, show, ({ pair }) => pair.id))
  })
  .get('/pairs/:id/history', allow('pairs:read'), async (c) =>
    c.json(showHistory(await loadPairHistory(c.get('ctx'), c.req.param('id')))),
  )
  .post('/programmes/:slug/designation-reminders', allow('participants:write'), async (c) => {
    await remindDesignated(c.get('ctx'), c.req.param('slug'))
    return c.body(null, 204)
  })
  .post('/programmes/:slug/proposal-reminders', allow('match-runs:write'), async (c) => {
    await remindProposals(c.get('ctx'), c.req.param('slug'))
    return c.body(null, 204)
  })
  .post('/proposals/:id/reminder', allow('match-runs:write'), async (c) => {
    await remindProposal(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })

function showTask({ programme, due_at, since, kind, ...task }: Task, now: number): TaskShown {
  const time_zone = programme?.time_zone ?? TEAM_ZONE
  return {
    ...task,
    kind,
    tone: TASK_TONES[kind],
    programme: programme?.slug ?? null,
    time: timeOf({ due_at, since }, now, time_zone),
    due_at: toInstant(due_at),
    since: toInstant(since),
    time_zone,
  }
}

function showHistory({
  found,
  sessions,
  preparations,
  coach,
  health,
  events,
}: PairHistory): PairHistoryShown {
  const after = new Map(health.sessions.map((one) => [one.session_id, one.health]))
  const cancelled = (by: string) => sessions.filter(({ cancelled_by }) => cancelled_by === by).length
  return {
    pair: found.pair.id,
    programme: found.programme,
    coach,
    health: health.now,
    sessions: sessions.map(({ id, starts_at, minutes, held_minutes, state }) => ({
      starts_at: toInstant(starts_at),
      minutes: held_minutes ?? minutes,
      state,
      health: after.get(id) ?? null,
    })),
    cancellations: Object.fromEntries(
      CANCELLED_BY.map((by) => [by, cancelled(by)]),
    ) as PairHistoryShown['cancellations'],
    preparations: preparations.map(({ id, participant_id, state, due_at }) => ({
      id,
      role: participant_id === found.pair.mentor_id ? 'mentor' : 'mentee',
      state,
      due_at: toInstant(due_at),
    })),
    events: events.map(({ at, words }) => ({ at: toInstant(at), words })),
  }
}
