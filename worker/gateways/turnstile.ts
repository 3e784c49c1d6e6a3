const ADDRESS = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'
const WAIT_MS = 5_000
const LONGEST_TOKEN = 2_048

/** What a check is asked for, and where; an answer for anything else counts for nothing. */
export interface HumanCheck {
  secret: string
  /** What the browser handed in; empty where it has none. */
  token: string
  action: string
  hostname: string
}

/**
 * Whether Cloudflare vouches that a person filled a form in. False whenever it does not clearly say so, also when it
 * cannot be reached: nobody is turned away for that, the address is confirmed by mail under a stricter limit instead.
 * Source: developers.cloudflare.com/turnstile/get-started/server-side-validation.
 */
export async function isVouchedHuman(
  { secret, token, action, hostname }: HumanCheck,
  fetcher: typeof fetch = fetch,
): Promise<boolean> {
  if (token === '' || token.length > LONGEST_TOKEN) return false
  try {
    const answer = await fetcher(ADDRESS, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, response: token }),
      signal: AbortSignal.timeout(WAIT_MS),
    })
    const said = (await answer.json()) as { success?: unknown; action?: unknown; hostname?: unknown }
    return said.success === true && said.action === action && said.hostname === hostname
  } catch {
    return false
  }
}
