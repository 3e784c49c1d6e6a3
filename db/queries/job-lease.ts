import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'

export interface JobLease {
  job: string
  /** Grows with each holder, so that one who comes back too late is known. */
  fence: number
}

/** Takes a job that nobody does, or whose worker has fallen silent; null where somebody else does it. */
export async function claimJob(
  db: Database,
  job: string,
  now: number,
  until: number,
): Promise<JobLease | null> {
  const row = await db.get<{ fence: number } | undefined>(sql`
    INSERT INTO job_leases (job, fence, until) VALUES (${job}, 1, ${until})
    ON CONFLICT (job) DO UPDATE SET fence = fence + 1, until = excluded.until WHERE job_leases.until <= ${now}
    RETURNING fence`)
  return row ? { job, fence: row.fence } : null
}

/** Whether a worker still holds its job, as a guard of what it commits. */
export function holdsJob({ job, fence }: JobLease): SQL {
  return sql`EXISTS (SELECT 1 FROM job_leases WHERE job = ${job} AND fence = ${fence})`
}

/** Keeps a job for longer; nothing where somebody else has taken it. */
export function keepJob({ job, fence }: JobLease, until: number): SQLWrapper {
  return sql`UPDATE job_leases SET until = ${until} WHERE job = ${job} AND fence = ${fence}`
}
