/** One start tag of a page, with its attributes read back from their escapes. */
export interface Tag {
  name: string
  attributes: Map<string, string>
  /** Where it ends in the page. */
  end: number
}

const ESCAPES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ESCAPES[name] ?? '')
}

/** Every start tag, in order. Good for pages whose values are escaped, as ours are; not for any page of the world. */
export function tagsOf(page: string): Tag[] {
  return [...page.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)].map((found) => ({
    name: found[1]!,
    attributes: new Map(
      [...(found[2] ?? '').matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(
        (attribute) => [attribute[1]!, unescapeText(attribute[2] ?? '')] as const,
      ),
    ),
    end: found.index + found[0].length,
  }))
}

/** What a browser would post if somebody pressed the button without touching anything. */
export function postedFields(page: string): [string, string][] {
  const fields: [string, string][] = []
  let list: { name: string; value: string | null } | null = null
  const close = () => {
    if (list) fields.push([list.name, list.value ?? ''])
    list = null
  }
  for (const { name, attributes, end } of tagsOf(page)) {
    if (name !== 'option' && name !== 'optgroup') close()
    const field = attributes.get('name') ?? ''
    const value = attributes.get('value') ?? ''
    if (name === 'input' && field !== '') {
      const isBox = ['radio', 'checkbox'].includes(attributes.get('type') ?? '')
      if (!isBox || attributes.has('checked')) fields.push([field, value])
    } else if (name === 'textarea') {
      // The first line break after the tag is dropped, as browsers do; those inside are posted as CRLF.
      const typed = page.slice(end, page.indexOf('</textarea>', end)).replace(/^\n/, '')
      fields.push([field, unescapeText(typed).replace(/\n/g, '\r\n')])
    } else if (name === 'select') {
      list = { name: field, value: null }
    } else if (name === 'option' && list && (list.value === null || attributes.has('selected'))) {
      list = { name: list.name, value }
    }
  }
  close()
  return fields
}
