/** A page to be read: a lead, then sections. */
export interface Prose {
  title: string
  lead: string
  sections: { heading: string; paragraphs?: string[]; list?: string[] }[]
}
