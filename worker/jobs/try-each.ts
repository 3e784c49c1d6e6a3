/** Does the same to each item; one that fails is logged and never stops the rest. */
export async function tryEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<boolean>,
): Promise<{ done: number; failed: number }> {
  const counts = { done: 0, failed: 0 }
  for (const item of items) {
    try {
      if (await work(item)) counts.done += 1
    } catch (error) {
      counts.failed += 1
      console.error(JSON.stringify({ job: 'failed', item, error: String(error) }))
    }
  }
  return counts
}
