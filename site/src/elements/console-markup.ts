type Value = string | number | boolean | null | undefined | ((event: never) => void)
export type Child = Node | string | null | undefined | false

/**
 * Makes an element. Text is always text, so nothing that people typed can become markup.
 * A function is a listener (`onclick`), `true` an empty attribute, `false` and null no attribute.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  dress(element, attributes, children)
  return element
}

/** The same for SVG, whose sizes are attributes and need no style. */
export function drawn(tag: string, attributes: Record<string, Value> = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  dress(element, attributes, children)
  return element
}

function dress(element: Element, attributes: Record<string, Value>, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
}

/** A short fact with its colour; the word is always there. */
export function tag(text: string, colour: { role?: string; tone?: string } = {}): HTMLElement {
  return h('span', { class: 'tag', 'data-role': colour.role, 'data-tone': colour.tone }, text)
}

/**
 * A bar of `width` units whose full part is `part` of it. Decorative: the number always stands beside it.
 * @param part between 0 and 1.
 */
export function bar(width: number, part: number, scale = 100): SVGElement {
  const full = Math.max(0, Math.min(1, part)) * width
  return drawn(
    'svg',
    {
      class: 'bar',
      viewBox: `0 0 ${scale} 8`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    drawn('rect', { class: 'bar-track', x: 0, y: 0, width, height: 8 }),
    drawn('rect', { class: 'bar-full', x: 0, y: 0, width: full, height: 8 }),
  )
}
