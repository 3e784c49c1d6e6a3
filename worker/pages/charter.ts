import type { CharterToSign } from '#contract/charter.ts'
import type { Language } from '#domain/language.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import { START_WORDS } from './start-words.ts'

/** A charter that changed, to be read and signed again (F12). */
export function charterNotice(
  { participant, programme, version, signed_version, text }: CharterToSign,
  language: Language,
): Fragment {
  const words = START_WORDS[language].charter
  const id = `charter-${participant}`
  return fragment`<section class="notice stack" aria-labelledby="${id}"><h2 id="${id}">${words.title(programme.names[language])}</h2>
    <p>${words.lead(signed_version, version)}</p>
    <div class="card stack">${prose(text[language])}</div>
    <form method="post" action="/api/v1/participations/${encodeURIComponent(participant)}/charter-signature">
      <input type="hidden" name="language" value="${language}"><input type="hidden" name="version" value="${String(version)}">
      <button class="button" type="submit">${words.sign(version)}</button>
    </form>
  </section>`
}
