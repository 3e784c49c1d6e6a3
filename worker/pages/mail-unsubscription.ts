import type { Both, Language } from '#domain/language.ts'
import { fragment } from './fragment.ts'
import { frame } from './frame.ts'
import type { PouredPage } from './page.ts'

/** What a link at the end of a mail stops, and whether it is stopped. */
export interface UnsubscriptionView {
  token: string
  kind: 'digest' | 'reminders'
  isOff: boolean
}

const WORDS = {
  digest: {
    fr: {
      title: 'Ne plus recevoir le message du lundi',
      lead: 'Le message du lundi dit à l’équipe du programme ce qui l’attend. La console le montre aussi, à tout moment.',
      stop: 'Ne plus le recevoir',
      done: 'Vous ne recevrez plus le message du lundi',
      after: 'Tout ce qui vous attend reste dans la console.',
      back: 'Ouvrir la console',
    },
    en: {
      title: 'Stop the message of Monday',
      lead: 'The message of Monday tells the programme team what awaits it. The console shows it too, at any time.',
      stop: 'Stop receiving it',
      done: 'You will no longer receive the message of Monday',
      after: 'All that awaits you stays in the console.',
      back: 'Open the console',
    },
  },
  reminders: {
    fr: {
      title: 'Ne plus recevoir de rappels',
      lead: 'Nous n’écrirons plus pour rappeler. Les messages qui vous apprennent quelque chose, comme une proposition ou une séance déplacée, partiront toujours.',
      stop: 'Ne plus recevoir de rappels',
      done: 'Vous ne recevrez plus de rappels',
      after: 'Votre espace dit toujours ce qui vous attend. Vous y changerez d’avis quand vous voudrez.',
      back: 'Ouvrir mes préférences',
    },
    en: {
      title: 'Stop reminders',
      lead: 'We will no longer write to remind you. Mails that tell you something new, such as a proposal or a session that was moved, will still come.',
      stop: 'Stop reminders',
      done: 'You will receive no more reminders',
      after: 'Your space still says what awaits you. You can change your mind there whenever you like.',
      back: 'Open my preferences',
    },
  },
} as const satisfies Record<UnsubscriptionView['kind'], Both<Record<string, string>>>

/** One button, and once it was pressed that it is done. */
export function unsubscriptionPage(
  { token, kind, isOff }: UnsubscriptionView,
  language: Language,
): PouredPage {
  const words = WORDS[kind][language]
  const address = encodeURIComponent(token)
  const heading = isOff ? words.done : words.title
  const back = kind === 'digest' ? `/${language}/console/` : `/${language}/me/preferences/`
  return {
    shell: 'all/feedback',
    language,
    slots: {
      ...frame(language, heading, `me/unsubscribe/${address}/`),
      about: null,
      heading,
      lead: isOff ? words.after : words.lead,
      body: isOff
        ? fragment`<p><a class="quiet" href="${back}">${words.back}</a></p>`
        : fragment`<form method="post" action="/api/v1/unsubscriptions/${address}">
        <input type="hidden" name="language" value="${language}">
        <p><button type="submit">${words.stop}</button></p></form>`,
    },
  }
}
