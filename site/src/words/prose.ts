/** A claim, and where it comes from: `href` leads to the source, or to the public home of who speaks; null where neither is known. */
export interface Claim {
  name: string
  text: string
  source: string
  href: string | null
  /** What the link is called. */
  link: string
}

/** A small table; the last row is the sum or the point of it. */
export interface Figures {
  caption: string
  head: string[]
  rows: string[][]
}

export interface ProseSection {
  heading: string
  /** The slot of the Worker, where an organisation may say it otherwise. */
  pour?: string
  paragraphs?: string[]
  list?: string[]
  claims?: Claim[]
  figures?: Figures
  /** What is said after the figures or the claims. */
  after?: string[]
  links?: { href: string; label: string }[]
  /** Things to tick by hand. */
  boxes?: string[]
  /** Empty lines to write on by hand. */
  lines?: number
}

/** A page to be read: a lead, then sections. */
export interface Prose {
  title: string
  lead: string
  sections: ProseSection[]
}
