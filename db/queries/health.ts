/** Whether the migrations are in: the newest table answers. */
export async function isMigrated(db: D1Database): Promise<boolean> {
  try {
    await db.prepare('SELECT 1 FROM job_leases LIMIT 1').run()
    return true
  } catch {
    return false
  }
}
