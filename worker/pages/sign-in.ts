import type { Both, Language } from '#domain/language.ts'
import { type Fragment, fragment } from './fragment.ts'
import { frame } from './frame.ts'
import { ME_WORDS } from './me-words.ts'
import type { PouredPage } from './page.ts'

export interface SignIn {
  language: Language
  email?: string
  error?: Both
  /** The path to open once signed in; the person's own space where it is left out. */
  next?: string
}

/** Asks for an address; the answer is the same whether it is known or not. */
export function signInPage({ language, email = '', error, next }: SignIn): PouredPage {
  const words = ME_WORDS[language].signIn
  return {
    shell: 'all/sign-in',
    language,
    slots: {
      ...frame(language, words.title, 'me/', error !== undefined),
      heading: words.title,
      lead: words.lead,
      form: fragment`<form class="stack" method="post" action="/api/v1/sign-in-codes">
        ${hidden({ language, next })}
        ${emailField(language, email, error)}
        <p><button class="button" type="submit">${words.send}</button></p>
      </form>`,
      others: fragment`<p>${words.notYet} <a href="/${language}/programmes/">${words.programmes}</a></p>`,
    },
  }
}

/** Asks for the code that was mailed. Where the address is not known any more, it is asked for again. */
export function codePage({ language, email = '', error, next }: SignIn): PouredPage {
  const words = ME_WORDS[language].code
  const sent = email !== ''
  return {
    shell: 'all/sign-in',
    language,
    slots: {
      ...frame(language, words.title, 'me/code/', error !== undefined),
      heading: words.title,
      lead: sent ? words.lead(email) : words.leadUnknown,
      form: fragment`<form class="stack" method="post" action="/api/v1/sessions">
        ${hidden({ language, next })}
        ${sent ? hidden({ email }) : emailField(language, '', undefined)}
        ${field({
          name: 'code',
          label: words.code,
          hint: words.codeHint,
          error: error?.[language],
          attributes: fragment`type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="11" class="input input-code"`,
        })}
        <p><button class="button" type="submit">${words.open}</button></p>
      </form>`,
      others: fragment`<div class="cluster">
        ${sent ? fragment`<form method="post" action="/api/v1/sign-in-codes">${hidden({ email, language, next })}<button class="link-button" type="submit">${words.again}</button></form>` : null}
        <a href="/${language}/me/${next ? `?next=${encodeURIComponent(next)}` : ''}">${words.other}</a>
      </div>`,
    },
  }
}

function emailField(language: Language, email: string, error: Both | undefined): Fragment {
  const words = ME_WORDS[language].signIn
  return field({
    name: 'email',
    label: words.email,
    hint: words.emailHint,
    error: error?.[language],
    attributes: fragment`type="email" autocomplete="email" maxlength="254" value="${email}" class="input"`,
  })
}

/** One required field: its label, its help before it, and what is wrong with it above it. */
function field(of: {
  name: string
  label: string
  hint: string
  error?: string
  attributes: Fragment
}): Fragment {
  const { name, label, hint, error, attributes } = of
  return fragment`<div class="field">
    <label for="${name}">${label}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${error ? fragment`<p class="error" id="${name}-error" role="alert">${error}</p>` : null}
    <input id="${name}" name="${name}" required aria-describedby="${name}-hint${error ? ` ${name}-error` : ''}" ${error ? fragment`aria-invalid="true"` : null} ${attributes}>
  </div>`
}

function hidden(values: Record<string, string | undefined>): Fragment[] {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => fragment`<input type="hidden" name="${name}" value="${value}">`)
}
