import type { PouredPage } from './page.ts'

/** Headers that static hosting sets for assets and that a poured page needs as well. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
} as const

/** The one page that asks an outside service, where the organisation wants it, whether a person is there. */
const GUARDED = HEADERS['content-security-policy']
  .replace("script-src 'self'", "script-src 'self' https://challenges.cloudflare.com")
  .concat('; frame-src https://challenges.cloudflare.com')

/**
 * Fetches the shell and fills its `data-pour` slots: text is escaped, fragments are poured as they are, and a slot
 * that gets nothing is emptied. `data-pour-href` fills the address of a link, `data-pour-content` the
 * description that search engines show. The shell's cache headers are dropped.
 */
export async function pour(
  assets: Fetcher,
  origin: string,
  page: PouredPage,
  status = 200,
): Promise<Response> {
  const isOwnPage = page.shell.startsWith('/')
  const path = isOwnPage ? page.shell : `/shell/${page.language}/${page.shell}/`
  const shell = await assets.fetch(new URL(path, origin))
  if (!shell.ok) throw new Error(`shell ${page.language}/${page.shell} is missing from the built site`)
  const filled = new HTMLRewriter()
    .on('[data-pour]', {
      element(element) {
        const value = page.slots[element.getAttribute('data-pour') ?? ''] ?? ''
        element.removeAttribute('data-pour')
        element.setInnerContent(String(value), { html: typeof value !== 'string' })
      },
    })
    .on('[data-pour-href]', {
      element(element) {
        const value = page.slots[element.getAttribute('data-pour-href') ?? '']
        element.removeAttribute('data-pour-href')
        if (value !== null && value !== undefined) element.setAttribute('href', String(value))
      },
    })
    .on('meta[name="robots"]', {
      element(element) {
        if (page.isFindable) element.remove()
      },
    })
    .on('[data-pour-content]', {
      element(element) {
        const value = page.slots[element.getAttribute('data-pour-content') ?? '']
        element.removeAttribute('data-pour-content')
        if (value !== null && value !== undefined) element.setAttribute('content', String(value))
      },
    })
    .transform(shell)
  const headers = page.isGuarded ? { ...HEADERS, 'content-security-policy': GUARDED } : HEADERS
  return new Response(filled.body, { status, headers })
}
