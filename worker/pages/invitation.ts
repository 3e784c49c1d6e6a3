import type { ProgrammeShown } from '#contract/programme.ts'
import type { Language } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import { fragment, prose } from './fragment.ts'
import { frame } from './frame.ts'
import { INVITATION_WORDS } from './invitation-words.ts'
import { mark } from './mark.ts'
import type { PouredPage } from './page.ts'

interface Link {
  programme: ProgrammeShown
  token: string
  language: Language
}

/** Who proposed somebody, for what, and two ways on that weigh the same (C6, P31). */
export function invitationPage({
  programme,
  token,
  language,
  person,
  role,
  proposed_by,
}: Link & { person: { given_name: string }; role: Role; proposed_by: string }): PouredPage {
  const words = INVITATION_WORDS[language]
  const { name, summary, aims } = programme.words[language]
  return {
    shell: 'all/message',
    language,
    slots: {
      ...frame(language, words.title, pathOf(programme, token)),
      mark: mark('mail'),
      heading: words.lead(person.given_name),
      body: fragment`<p class="lead">${words.by(proposed_by)}</p>
        <h2>${words.what}</h2>
        <p><strong>${name}</strong></p>
        ${prose(summary)}${prose(aims)}
        <p>${words.asks[programme.kind][role]}</p>
        <p><a href="/${language}/programmes/${programme.slug}/">${words.learnMore(name)}</a></p>
        <h2>${words.choice}</h2>
        <p>${words.free}</p>
        <p>${words.pending}</p>`,
      next: fragment`<p>${words.acceptHint}</p><div class="cluster">
        <a class="button" href="/${language}/${pathOf(programme, token)}questionnaire/">${words.accept}</a>
        <form method="post" action="/api/v1/invitations/${encodeURIComponent(token)}/refusal"><input type="hidden" name="language" value="${language}"><button class="button button-quiet" type="submit">${words.decline}</button></form>
      </div>`,
    },
  }
}

/** An invitation that awaits no answer: it was answered, or it ran out. */
export function answeredInvitationPage({
  programme,
  token,
  language,
  state,
}: Link & { state: 'accepted' | 'declined' | 'over' }): PouredPage {
  const words = INVITATION_WORDS[language]
  const { title, lead, after } = words[state]
  const way =
    state === 'accepted'
      ? { href: `/${language}/me/`, label: words.accepted.space }
      : {
          href: `/${language}/programmes/${programme.slug}/`,
          label: words.programme(programme.words[language].name),
        }
  return {
    shell: 'all/message',
    language,
    slots: {
      ...frame(language, title, pathOf(programme, token)),
      mark: mark(state === 'over' ? 'watch' : 'good'),
      heading: title,
      body: fragment`<p class="lead">${lead}</p><p>${after}</p>`,
      next: fragment`<p><a class="button button-quiet" href="${way.href}">${way.label}</a></p>`,
    },
  }
}

function pathOf({ slug }: ProgrammeShown, token: string): string {
  return `programmes/${slug}/invitation/${encodeURIComponent(token)}/`
}
