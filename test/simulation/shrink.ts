import type { StoryOptions } from './simulation.ts'
import type { StoryResult } from './story.ts'

/**
 * Fewer and fewer errands that still break the same promise: halves, quarters, … are left out as long as it stays broken
 * (Zeller and Hildebrandt, “Simplifying and isolating failure-inducing input”, IEEE TSE 28, 2002).
 */
export async function shrink(
  options: StoryOptions,
  broken: StoryResult,
  live: (options: StoryOptions) => Promise<StoryResult>,
  patienceMs = 60_000,
): Promise<number[]> {
  const promise = broken.violations[0]!.promise
  let steps = Array.from({ length: broken.operations }, (_, at) => at)
  const end = performance.now() + patienceMs
  for (let parts = 2; steps.length > 1 && performance.now() < end; ) {
    const size = Math.ceil(steps.length / parts)
    let isSmaller = false
    for (let from = 0; from < steps.length && performance.now() < end; from += size) {
      const rest = [...steps.slice(0, from), ...steps.slice(from + size)]
      const { violations } = await live({ ...options, steps: rest })
      if (!violations.some((violation) => violation.promise === promise)) continue
      steps = rest
      isSmaller = true
      break
    }
    if (isSmaller) parts = Math.max(2, parts - 1)
    else if (parts >= steps.length) break
    else parts = Math.min(steps.length, parts * 2)
  }
  return steps
}

/** Step numbers as a command line takes them: `3,8-11`. */
export function inRanges(steps: readonly number[]): string {
  const ranges: string[] = []
  for (let at = 0; at < steps.length; at++) {
    const first = steps[at]!
    while (steps[at + 1] === steps[at]! + 1) at++
    ranges.push(first === steps[at] ? String(first) : `${first}-${steps[at]}`)
  }
  return ranges.join(',')
}

/** The other way round. @throws Error for anything else */
export function fromRanges(text: string): number[] {
  return text.split(',').flatMap((range) => {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? []
    if (first === undefined) throw new Error(`“${range}” is no step: write 3,8-11`)
    const from = Number(first)
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, k) => from + k)
  })
}
