import type { Language } from '#domain/language.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { MeView } from './me-view.ts'
import { ME_WISH_WORDS } from './me-wish-words.ts'

/** What somebody may wish for in secret: for a mentee a mentor, for everybody who takes part whom to keep apart from. */
export function wishSections(view: MeView, language: Language): Fragment[] {
  const wishing = view.participations.filter(({ wish }) => wish !== null)
  return [
    ...wishing.map((participation, index) => wishSection(participation, `wish-${index}`, language)),
    ...(view.participations.length ? [exclusionSection(view, language)] : []),
  ]
}

function wishSection(
  { programme, wish }: MeView['participations'][number],
  id: string,
  language: Language,
): Fragment {
  const words = ME_WISH_WORDS[language].wish
  const email = wish?.email ?? null
  const withdrawal = `/api/v1/me/mentor-wishes/${encodeURIComponent(programme.slug)}/withdrawal`
  return fragment`<section class="stack" aria-labelledby="${id}">
    <h2 id="${id}">${words.title}</h2>
    <details${email === null ? null : fragment` open`}><summary>${words.open}</summary><div class="stack"><p>${words.text}</p>
    ${email === null ? null : fragment`<div class="cluster"><p>${words.current(email)}</p>${withdrawForm(withdrawal, words.withdraw, words.withdrawn(email), language)}</div>`}
    <form class="stack" method="post" action="/api/v1/me/mentor-wishes">
      <input type="hidden" name="language" value="${language}"><input type="hidden" name="programme" value="${programme.slug}">
      ${addressField(`${id}-email`, words.email(programme.name))}
      <p><button class="button button-quiet" type="submit">${email === null ? words.send : words.replace}</button></p>
    </form></div></details>
  </section>`
}

function exclusionSection({ exclusions }: MeView, language: Language): Fragment {
  const words = ME_WISH_WORDS[language].exclusion
  const lines = exclusions.map(
    ({ id, email }) =>
      fragment`<li><p>${email}</p>${withdrawForm(`/api/v1/me/exclusions/${encodeURIComponent(id)}/withdrawal`, words.withdraw, words.withdrawn(email), language)}</li>`,
  )
  return fragment`<section class="stack" aria-labelledby="exclusions">
    <h2 id="exclusions">${words.title}</h2>
    <details${lines.length ? fragment` open` : null}><summary>${words.open}</summary><div class="stack"><p>${words.text}</p>
    ${lines.length ? fragment`<ul class="lines" role="list">${lines}</ul>` : null}
    <form class="stack" method="post" action="/api/v1/me/exclusions">
      <input type="hidden" name="language" value="${language}">
      ${addressField('exclusion-email', words.email)}
      <p><button class="button button-quiet" type="submit">${words.send}</button></p>
    </form></div></details>
  </section>`
}

function addressField(id: string, label: string): Fragment {
  return fragment`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="email" type="email" required autocomplete="off" maxlength="254" class="input"></div>`
}

function withdrawForm(action: string, label: string, of: string, language: Language): Fragment {
  return fragment`<form method="post" action="${action}"><input type="hidden" name="language" value="${language}"><button class="link-button" type="submit">${label}<span class="visually-hidden">${of}</span></button></form>`
}

/** What both must know before they accept a pair that only an exception to the reporting line allows. */
export function exceptionNotice(
  exception: NonNullable<MeView['proposals'][number]['exception']>,
  language: Language,
): Fragment {
  const words = ME_WISH_WORDS[language].exception
  return fragment`<div class="notice">
    <h4>${words.title}</h4>
    <p>${words.line(exception.levels)}</p>
    ${exception.reasons.map((reason) => fragment`<p>${words.reason(reason)}</p>`)}
    <p><strong>${words.coach}</strong></p>
  </div>`
}
