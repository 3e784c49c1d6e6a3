import type { MailTemplates } from './mail-template.ts'

/** Mails to the team about the systems that are told of events. */
export const EXCHANGE_MAILS = {
  'webhook-failing': {
    fr: ({ receiver, since, until, link }) => ({
      subject: `Un système ne répond plus\u00a0: ${receiver}`,
      paragraphs: [
        `Depuis le ${since}, ${receiver} n’a accepté aucun des événements que nous lui envoyons. Rien n’est perdu\u00a0: tout ce qui l’attend est gardé, et nous essayons encore.`,
        `Sans réponse d’ici au ${until}, les envois s’arrêteront jusqu’à ce que quelqu’un les rétablisse.`,
        'Prévenez la personne qui s’occupe de ce système. Le journal des envois dit ce qu’il a répondu à chaque essai.',
      ],
      action: { label: 'Ouvrir la console', href: link ?? '' },
    }),
    en: ({ receiver, since, until, link }) => ({
      subject: `A system no longer answers: ${receiver}`,
      paragraphs: [
        `Since ${since}, ${receiver} has accepted none of the events that we send. Nothing is lost: everything that awaits it is kept, and we go on trying.`,
        `Without an answer by ${until}, we will stop sending until somebody switches it on again.`,
        'Please tell whoever looks after this system. The log of deliveries shows what it answered to each attempt.',
      ],
      action: { label: 'Open the console', href: link ?? '' },
    }),
  },
  'webhook-disabled': {
    fr: ({ receiver, since, link }) => ({
      subject: `Les envois sont arrêtés\u00a0: ${receiver}`,
      paragraphs: [
        `Depuis le ${since}, ${receiver} n’a accepté aucun événement. Nous avons cessé de lui en envoyer.`,
        'Rien de ce qui l’attendait n’est perdu. Une fois le système réparé, rétablissez son adresse de réception\u00a0: les envois reprendront où ils en étaient.',
        'Ce qui arrive d’ici là ne lui est pas gardé d’office\u00a0: une reprise à partir d’une date le lui enverra.',
      ],
      action: { label: 'Ouvrir la console', href: link ?? '' },
    }),
    en: ({ receiver, since, link }) => ({
      subject: `We have stopped sending: ${receiver}`,
      paragraphs: [
        `Since ${since}, ${receiver} has accepted no event. We have stopped sending to it.`,
        'Nothing that awaited it is lost. Once the system is mended, switch its webhook endpoint on again: sending goes on where it left off.',
        'What happens until then is not kept for it of itself: a recovery since a date will send it.',
      ],
      action: { label: 'Open the console', href: link ?? '' },
    }),
  },
  'webhook-gone': {
    fr: ({ receiver, link }) => ({
      subject: `Une adresse de réception n’existe plus\u00a0: ${receiver}`,
      paragraphs: [
        `${receiver} a répondu que son adresse n’existe plus (410). Nous avons cessé aussitôt de lui envoyer des événements.`,
        'Si c’est voulu, retirez cette adresse de réception. Sinon, rétablissez-la\u00a0: ce qui l’attendait est gardé, et les envois reprendront où ils en étaient.',
      ],
      action: { label: 'Ouvrir la console', href: link ?? '' },
    }),
    en: ({ receiver, link }) => ({
      subject: `A webhook endpoint is gone: ${receiver}`,
      paragraphs: [
        `${receiver} answered that its address no longer exists (410). We stopped sending events to it at once.`,
        'If this is meant, remove the webhook endpoint. If not, switch it on again: what awaited it is kept, and sending goes on where it left off.',
      ],
      action: { label: 'Open the console', href: link ?? '' },
    }),
  },
} as const satisfies MailTemplates
