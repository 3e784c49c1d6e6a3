import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { listDigestReaders } from '#db/queries/organiser.ts'
import { listProgrammes } from '#db/queries/programme.ts'
import { findLastEvent } from '#db/queries/reminder.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import type { Language } from '#domain/language.ts'
import { DAY_MS, toDay } from '#domain/local-time.ts'
import { Problem } from '#domain/problem.ts'
import { groupTasks, hourOf, type TaskGroup } from '#domain/task.ts'
import { TASK_NAMES } from '#domain/task-words.ts'
import { type Context, commit } from './context.ts'
import { hasEnded } from './designation.ts'
import { unsubscribeAddress } from './mail-unsubscription.ts'
import { listTasks } from './task.ts'

const MONDAY = 1
const AT_HOUR = 8
/** A digest that could not leave on Monday still leaves on Tuesday; later it would say Monday too late. */
const LATE_MS = 40 * 3_600_000
/** How many lines a digest tells; the console tells the rest. */
const LINES = 10
const USUAL_ZONE = 'Europe/Paris'

/**
 * Writes to every organiser on Monday at 8:00, on the clock of the oldest live programme (P34, C32): what awaits, by kind
 * and programme, the ten most urgent lines, nobody by name; “all is well” where nothing does. Whoever stopped it is left out. Once a week, whatever
 * happens: the week’s event is committed once, and each mail carries the week in its key. Whoever joined the team, and
 * whatever programme was made, after that hour hears of it a week later.
 * @returns how many mails were written
 */
export async function sendDigests(ctx: Context): Promise<number> {
  const programmes = await listProgrammes(ctx.db, true, null, 500)
  const oldest = programmes.find((row) => !hasEnded(row, ctx.now))
  const zone = oldest?.time_zone ?? USUAL_ZONE
  const due = lastMonday(ctx.now, zone)
  if (!oldest || oldest.created_at > due || ctx.now >= due + LATE_MS) return 0
  const week = isoWeekOf(toDay(due, zone))
  const subject = `digest:${week}`
  if ((await findLastEvent(ctx.db, subject)) !== undefined) return 0
  const readers = (await listDigestReaders(ctx.db)).filter(({ created_at }) => created_at <= due)
  if (readers.length === 0) return 0
  const groups = groupTasks(await listTasks(ctx, null))
  const mails = await Promise.all(
    readers.map(async ({ id, email, language }): Promise<MailToSend> => {
      const link = `${ctx.settings.baseUrl}/${language}/console/`
      const unsubscribe = await unsubscribeAddress(ctx, id)
      return {
        id: ctx.newId('mai'),
        key: `monday-digest:${week}:${id}`,
        template: 'monday-digest',
        language,
        to: email,
        facts: { ...digestFacts(groups, language), link, unsubscribe },
      }
    }),
  )
  try {
    await commit(ctx, {
      event: { type: 'digest.sent', subject, version: 1, data: { week, mails: mails.length } },
      writes: insertMails(mails, ctx.now),
    })
  } catch (error) {
    // Another worker wrote the digest of this week in the same moment.
    if (error instanceof Problem && error.kind === 'conflict') return 0
    throw error
  }
  ctx.wake({ job: 'mails' })
  return mails.length
}

/** Facts are texts: how many things in all, one line a kind and programme, and how many kinds are left out. */
function digestFacts(groups: readonly TaskGroup[], language: Language): Record<string, string> {
  const told = groups.slice(0, LINES).map((group) => digestLine(group, language))
  const left = groups.slice(LINES).reduce((sum, { count }) => sum + count, 0)
  return {
    count: String(groups.reduce((sum, { count }) => sum + count, 0)),
    lines: told.join('\n'),
    more: left === 0 ? '' : String(left),
  }
}

function digestLine({ kind, programme, count, due_at }: TaskGroup, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  const where = programme === null ? '' : ` – ${programme.name[language]}`
  return `${TASK_NAMES[kind][language]}${colon}${count}${where}${due_at === null ? '' : dayOf(due_at, programme?.time_zone ?? USUAL_ZONE, language)}`
}

function dayOf(at: number, timeZone: string, language: Language): string {
  return ` (${dayInWords(at, timeZone, language, { weekday: false, year: false })})`
}

/** The last Monday 8:00 that has struck in a time zone (epoch ms), right over changes of the clock. */
function lastMonday(now: number, zone: string): number {
  for (let days = 0; ; days++) {
    const day = toDay(now - days * DAY_MS, zone)
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== MONDAY) continue
    const due = hourOf(day, AT_HOUR, zone)
    if (due <= now) return due
  }
}

/** The week of a Monday as ISO 8601 counts them, such as `2026-W10`: the one that holds its Thursday. */
export function isoWeekOf(monday: string): string {
  const thursday = new Date(Date.parse(`${monday}T00:00:00Z`) + 3 * DAY_MS)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
