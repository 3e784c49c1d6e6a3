import type { Condition, Operator } from './filter.ts'
import { comparedAttribute, subAttribute, type Target } from './path.ts'
import type { Complex } from './value.ts'

/** Whether one value of a multi-valued attribute meets what stands in the brackets of a path. */
export function meets(condition: Condition, element: Complex): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((one) => meets(one, element))
    case 'any':
      return condition.of.some((one) => meets(one, element))
    case 'not':
      return !meets(condition.of, element)
    case 'present':
      return ![undefined, ''].includes(element[comparedAttribute(condition.target).name] as undefined)
    case 'compare':
      return compare(condition, element)
    case 'element':
      return meets(condition.of, element)
    case 'nothing':
      return false
  }
}

function compare(condition: Extract<Condition, { kind: 'compare' }>, element: Complex): boolean {
  const attribute = comparedAttribute(condition.target)
  const fold = (value: unknown) =>
    typeof value === 'string' && !attribute.caseExact ? value.normalize('NFC').toLowerCase() : value
  const value = fold(element[attribute.name])
  const wanted = fold(condition.value)
  if (value === undefined) return condition.operator === 'ne'
  return TESTS[condition.operator](value as string, wanted as string)
}

const TESTS: Record<Operator, (value: string, wanted: string) => boolean> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  co: (value, wanted) => value.includes(wanted),
  sw: (value, wanted) => value.startsWith(wanted),
  ew: (value, wanted) => value.endsWith(wanted),
  gt: (value, wanted) => value > wanted,
  ge: (value, wanted) => value >= wanted,
  lt: (value, wanted) => value < wanted,
  le: (value, wanted) => value <= wanted,
}

/**
 * The value that brackets such as `[type eq "work"]` describe, to be made where there is none; null where they
 * describe more than one (`or`, `not`, `co`…).
 */
export function described(condition: Condition): Complex | null {
  if (condition.kind === 'all') {
    const parts = condition.of.map(described)
    return parts.some((part) => part === null) ? null : Object.assign({}, ...parts)
  }
  if (condition.kind !== 'compare' || condition.operator !== 'eq') return null
  return { [comparedAttribute(condition.target).name]: condition.value }
}

/** The sub-attribute that a path names after its brackets or its dot. */
export function namedSub(target: Target, name: string | undefined): Target | null {
  if (name === undefined) return target
  const sub = !target.sub && target.attribute ? subAttribute(target.attribute, name) : null
  return sub && { ...target, sub }
}
