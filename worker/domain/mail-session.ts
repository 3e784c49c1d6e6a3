import type { Facts, MailTemplates } from './mail-template.ts'

const BUTTON = { fr: 'Ouvrir la séance', en: 'Open the session' }

const frPlace = ({ place }: Facts) => (place ? [`Lieu\u00a0: ${place}`] : [])
const enPlace = ({ place }: Facts) => (place ? [`Place: ${place}`] : [])
const frLength = ({ minutes }: Facts) => `Durée\u00a0: ${minutes} minutes`
const enLength = ({ minutes }: Facts) => `Length: ${minutes} minutes`

/** Mails about sessions: proposed, planned, moved, cancelled, to be confirmed, to be logged; and what came of them. */
export const SESSION_MAILS = {
  'session-proposed': {
    fr: (facts: Facts) => ({
      subject: `Une date de séance vous est proposée\u00a0: ${facts.moment}`,
      paragraphs: [
        `${facts.partner} vous propose de vous retrouver ${facts.moment} (${frZone(facts)}).`,
        'Vous pouvez accepter, ou proposer un autre moment. Les deux se font en un geste depuis la page de la séance.',
      ],
      lines: [frLength(facts), ...frPlace(facts)],
      action: { label: 'Répondre', href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `A date for a session is proposed to you: ${facts.moment}`,
      paragraphs: [
        `${facts.partner} suggests that you meet on ${facts.moment} (${enZone(facts)}).`,
        'You can accept, or propose another time. Either takes one step on the page of the session.',
      ],
      lines: [enLength(facts), ...enPlace(facts)],
      action: { label: 'Answer', href: facts.link ?? '' },
    }),
  },
  'session-planned': {
    fr: (facts: Facts) => ({
      subject: `Séance fixée\u00a0: ${facts.moment}`,
      paragraphs: [
        `C’est convenu\u00a0: vous retrouvez ${facts.partner} ${facts.moment} (${frZone(facts)}).`,
        'L’invitation jointe ajoute la séance à votre agenda. Si vous avez un empêchement, changez la date depuis la page de la séance\u00a0: l’autre personne et vos agendas suivront.',
      ],
      lines: [frLength(facts), ...frPlace(facts)],
      action: { label: BUTTON.fr, href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `Session planned: ${facts.moment}`,
      paragraphs: [
        `It is agreed: you meet ${facts.partner} on ${facts.moment} (${enZone(facts)}).`,
        'The invitation attached adds the session to your calendar. If something comes up, change the date on the page of the session: the other person and your calendars will follow.',
      ],
      lines: [enLength(facts), ...enPlace(facts)],
      action: { label: BUTTON.en, href: facts.link ?? '' },
    }),
  },
  'session-moved': {
    fr: (facts: Facts) => ({
      subject: `La séance change\u00a0: ${facts.moment}`,
      paragraphs: [
        `Votre séance avec ${facts.partner} a maintenant lieu ${facts.moment} (${frZone(facts)}).`,
        'L’invitation jointe remplace la précédente dans votre agenda. Si ce moment ne vous convient pas, proposez-en un autre.',
      ],
      lines: [frLength(facts), ...frPlace(facts)],
      action: { label: BUTTON.fr, href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `The session changes: ${facts.moment}`,
      paragraphs: [
        `Your session with ${facts.partner} now takes place on ${facts.moment} (${enZone(facts)}).`,
        'The invitation attached replaces the one before in your calendar. If this time does not suit you, propose another.',
      ],
      lines: [enLength(facts), ...enPlace(facts)],
      action: { label: BUTTON.en, href: facts.link ?? '' },
    }),
  },
  'session-cancelled': {
    fr: (facts: Facts) => ({
      subject: `Séance annulée\u00a0: ${facts.moment}`,
      paragraphs: [
        `La séance du ${facts.moment} (${frZone(facts)}) avec ${facts.partner} a été annulée.`,
        'Ce message part aux deux personnes, dans les mêmes mots. Une autre date peut être proposée depuis votre espace.',
      ],
      action: { label: BUTTON.fr, href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `Session cancelled: ${facts.moment}`,
      paragraphs: [
        `The session of ${facts.moment} (${enZone(facts)}) with ${facts.partner} has been cancelled.`,
        'This message goes to both people, in the same words. Another date can be proposed from your space.',
      ],
      action: { label: BUTTON.en, href: facts.link ?? '' },
    }),
  },
  'session-to-confirm': {
    fr: (facts: Facts) => ({
      subject: `À confirmer\u00a0: votre séance du ${facts.moment}`,
      paragraphs: [
        facts.held_minutes
          ? `${facts.partner} a noté que votre séance du ${facts.moment} a eu lieu et qu’elle a duré ${facts.held_minutes} minutes.`
          : `${facts.partner} a noté que votre séance du ${facts.moment} n’a pas eu lieu.`,
        'Est-ce bien cela\u00a0? Confirmez-le en un geste, ou dites simplement que vous le voyez autrement.',
      ],
      action: { label: 'Répondre', href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `To confirm: your session of ${facts.moment}`,
      paragraphs: [
        facts.held_minutes
          ? `${facts.partner} noted that your session of ${facts.moment} took place and lasted ${facts.held_minutes} minutes.`
          : `${facts.partner} noted that your session of ${facts.moment} did not take place.`,
        'Is that right? Confirm it in one step, or simply say that you see it otherwise.',
      ],
      action: { label: 'Answer', href: facts.link ?? '' },
    }),
  },
  'session-contested': {
    fr: (facts: Facts) => ({
      subject: `Votre séance du ${facts.moment}\u00a0: à noter de nouveau`,
      paragraphs: [
        `Pour la séance du ${facts.moment}, ${facts.partner} n’en a pas gardé tout à fait le même souvenir que vous. Cela arrive\u00a0: une durée arrondie, une date décalée.`,
        'Un mot entre vous suffit le plus souvent. L’un de vous deux peut ensuite la noter de nouveau.',
      ],
      action: { label: BUTTON.fr, href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `Your session of ${facts.moment}: to be logged again`,
      paragraphs: [
        `${facts.partner} does not remember the session of ${facts.moment} quite as you do. It happens: a length that was rounded, a date that slipped.`,
        'A word between you is usually enough. Either of you can then log it again.',
      ],
      action: { label: BUTTON.en, href: facts.link ?? '' },
    }),
  },
  'session-log-reminder': {
    fr: (facts: Facts) => ({
      subject: `Votre séance du ${facts.moment} a-t-elle eu lieu\u00a0?`,
      paragraphs: [
        `Vous aviez prévu de retrouver ${facts.partner} ${facts.moment}. Si la séance a eu lieu, notez sa durée\u00a0: dix secondes suffisent, et l’autre personne confirmera.`,
        'Si elle n’a pas eu lieu, vous pouvez le dire aussi, ou choisir une autre date. Nous ne vous le rappellerons pas une seconde fois.',
      ],
      action: { label: 'Noter la séance', href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject: `Did your session of ${facts.moment} take place?`,
      paragraphs: [
        `You had planned to meet ${facts.partner} on ${facts.moment}. If the session took place, log how long it was: ten seconds are enough, and the other person will confirm.`,
        'If it did not, you can say so too, or choose another date. We will not remind you a second time.',
      ],
      action: { label: 'Log the session', href: facts.link ?? '' },
    }),
  },
  'takeaway-follow-up': {
    fr: (facts: Facts) => ({
      subject:
        facts.kind === 'person-to-meet'
          ? 'Avez-vous pu rencontrer cette personne\u00a0?'
          : 'Où en est ce projet\u00a0?',
      paragraphs: [
        facts.kind === 'person-to-meet'
          ? `Dans le programme «\u00a0${facts.programme}\u00a0», vous aviez noté une personne à rencontrer.`
          : `Dans le programme «\u00a0${facts.programme}\u00a0», vous aviez noté un projet auquel participer.`,
        'Si c’est fait, dites-le d’un geste. Si ce n’est plus d’actualité, laissez cette note de côté\u00a0: nous n’en parlerons plus.',
      ],
      action: { label: 'Voir ma note', href: facts.link ?? '' },
    }),
    en: (facts: Facts) => ({
      subject:
        facts.kind === 'person-to-meet'
          ? 'Have you been able to meet this person?'
          : 'How is this project going?',
      paragraphs: [
        facts.kind === 'person-to-meet'
          ? `In the programme “${facts.programme}” you had noted somebody to meet.`
          : `In the programme “${facts.programme}” you had noted a project to join.`,
        'If it is done, say so in one step. If it no longer matters, set the note aside: we will not mention it again.',
      ],
      action: { label: 'See my note', href: facts.link ?? '' },
    }),
  },
} as const satisfies MailTemplates

/** The city of a zone such as `Asia/Tokyo`, as people name a clock. */
const cityOf = ({ zone = '' }: Facts) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
const frZone = (facts: Facts) => `heure ${/^[AEIOUY]/.test(cityOf(facts)) ? 'd’' : 'de '}${cityOf(facts)}`
const enZone = (facts: Facts) => `${cityOf(facts)} time`
