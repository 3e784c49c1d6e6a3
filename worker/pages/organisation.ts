import type { Language } from '#domain/language.ts'
import type { Organisation } from '#domain/organisation.ts'
import {
  barrierLines,
  controllerLines,
  placeLines,
  publisherLines,
  rightsLines,
} from '#domain/organisation-words.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { PouredPage } from './page.ts'

export type OrganisationRoom = 'legal' | 'privacy' | 'accessibility'

/**
 * A page of the site with what the organisation says of itself poured over what the build knew (W22).
 * Every other sentence stays as it was built.
 */
export function organisationPage(
  room: OrganisationRoom,
  organisation: Organisation,
  language: Language,
): PouredPage {
  const slots: Record<OrganisationRoom, Record<string, Fragment>> = {
    legal: { publisher: paragraphs(publisherLines(organisation, language)) },
    privacy: {
      controller: paragraphs(controllerLines(organisation, language)),
      place: paragraphs(placeLines(organisation, language)),
      rights: paragraphs(rightsLines(organisation, language)),
    },
    accessibility: { barrier: paragraphs(barrierLines(organisation, language)) },
  }
  return { shell: `/${language}/${room}/`, language, slots: slots[room] }
}

function paragraphs(lines: readonly string[]): Fragment {
  return fragment`${lines.map((line) => fragment`<p>${line}</p>`)}`
}
