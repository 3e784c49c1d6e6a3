import type { Role } from '#domain/participant.ts'
import { type Fragment, fragment } from './fragment.ts'

/** The partner, with both circles: mine and theirs. */
export function partnerHeading(
  id: string,
  partner: { name: string; field: string | null; entity: string | null },
  role: Role,
): Fragment {
  return fragment`<div class="who">
    ${pairMark(role)}
    <div><h3 id="${id}">${partner.name}</h3><p class="muted">${sayWork(partner)}</p></div>
  </div>`
}

/** Two circles that overlap: mine on the left. */
export function pairMark(role: Role): Fragment {
  const theirs = role === 'mentor' ? 'mentee' : 'mentor'
  return fragment`<svg class="who-mark" width="64" height="40" viewBox="0 0 32 20" aria-hidden="true" focusable="false"><circle class="logo-${role}" cx="10.5" cy="10" r="9.5"></circle><circle class="logo-${theirs}" cx="21.5" cy="10" r="9.5"></circle><path class="logo-shared" d="M16 2.25a9.5 9.5 0 0 1 0 15.5a9.5 9.5 0 0 1 0-15.5z"></path></svg>`
}

/** What somebody does and where, never their grade. */
export function sayWork({ field, entity }: { field: string | null; entity: string | null }): string {
  return [field, entity].filter(Boolean).join(' · ')
}
