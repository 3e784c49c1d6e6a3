/** The keys of a set of words, whatever the words. */
export function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

/** Every sentence, those made by functions too, with names and numbers put in. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (...all: unknown[]) => string)('Regards', 2, 3))]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
