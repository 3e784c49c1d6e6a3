import { html } from 'hono/html'

/** A piece of a page whose values are escaped. */
export type Markup = Awaited<ReturnType<typeof html>>

/** `html` with plain values only: with no promise among them, what it returns is never a promise. */
export function markup(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return html(strings, ...values) as Markup
}
