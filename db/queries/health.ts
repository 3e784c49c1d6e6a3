/** Whether the migrations are in: the newest column answers. */
export async function isMigrated(db: D1Database): Promise<boolean> {
  try {
    await db.prepare('SELECT challenge_status FROM webhook_endpoints LIMIT 1').run()
    return true
  } catch {
    return false
  }
}
