import type { DeliveryShown, WebhookEndpointShown } from '#contract/webhook.ts'
import type { Language } from '#domain/language.ts'
import { givenUpAt } from '#domain/webhook-health.ts'
import { outcomeInWords } from '../words/console-deliveries.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { writeInstant, writeInstantDay } from './console-figures.ts'

/** How an address is doing, as organisers are told. */
export type EndpointCondition = 'pending' | 'active' | 'resting' | 'failing' | 'disabled'

type Seen = Pick<WebhookEndpointShown, 'state' | 'disabled_reason' | 'failing_since' | 'open_until' | 'proof'>

const TONES = {
  pending: 'watch',
  active: 'good',
  resting: 'watch',
  failing: 'trouble',
  disabled: 'none',
} as const

/** What weighs most: being switched off or unproved, then failing for long, then a pause. */
export function conditionOf({ state, failing_since, open_until }: Seen): EndpointCondition {
  if (state !== 'active') return state
  if (failing_since !== null) return 'failing'
  return open_until === null ? 'active' : 'resting'
}

/** The condition as a word with its colour; what was switched off by itself is trouble, by hand it is not. */
export function conditionTag(endpoint: Seen, language: Language): { text: string; tone: string } {
  const condition = conditionOf(endpoint)
  const isOurs = condition !== 'disabled' || endpoint.disabled_reason === 'by-hand'
  return {
    text: exchangesWordsIn(language).tags[condition],
    tone: isOurs ? TONES[condition] : 'trouble',
  }
}

/** The condition in sentences: what is the matter first, then what it means and what to do. */
export function conditionInWords(endpoint: Seen, language: Language, zone: string): string[] {
  const { states, advice } = exchangesWordsIn(language)
  const { failing_since, open_until } = endpoint
  const resting = open_until === null ? null : states.resting(writeInstant(open_until, language, zone))
  switch (conditionOf(endpoint)) {
    case 'pending':
      return [states.pending, ...proofInWords(endpoint.proof, language, zone)]
    case 'active':
      return [states.active]
    case 'resting':
      return [resting ?? '', advice.resting]
    case 'failing': {
      const since = Date.parse(failing_since ?? '')
      return [
        states.failing(writeInstant(since, language, zone)),
        advice.failing(writeInstantDay(givenUpAt(since), language, zone)),
        ...(resting === null ? [] : [resting]),
      ]
    }
    case 'disabled': {
      const reason = endpoint.disabled_reason ?? 'by-hand'
      const isUnproved = reason === 'unproved'
      return [
        states.disabled[reason],
        ...(isUnproved ? proofInWords(endpoint.proof, language, zone) : []),
        isUnproved ? advice.unproved : advice.disabled,
      ]
    }
  }
}

/** What the address answered when the proof was last asked of it, and when it is asked again. */
function proofInWords(proof: Seen['proof'], language: Language, zone: string): string[] {
  if (proof === null || proof.last_outcome === null) return []
  const { states } = exchangesWordsIn(language)
  const { last_outcome, last_status, next_attempt_at } = proof
  return [
    states.asked(outcomeInWords(last_outcome, last_status, language)),
    ...(next_attempt_at === null ? [] : [states.askedNext(writeInstant(next_attempt_at, language, zone))]),
  ]
}

/** What an address is called: its description, or its host. */
export function endpointName({
  description,
  url,
}: Pick<WebhookEndpointShown, 'description' | 'url'>): string {
  return description || new URL(url).host
}

/** How a delivery stands: its word and its colour. */
export function deliveryStanding({
  state,
  delivered_at,
  attempts,
}: Pick<DeliveryShown, 'state' | 'delivered_at' | 'attempts'>): {
  key: 'delivered' | 'again' | 'retrying' | 'waiting'
  tone: 'good' | 'watch' | 'none'
} {
  if (state === 'delivered') return { key: 'delivered', tone: 'good' }
  if (delivered_at !== null) return { key: 'again', tone: 'none' }
  return attempts > 0 ? { key: 'retrying', tone: 'watch' } : { key: 'waiting', tone: 'none' }
}
