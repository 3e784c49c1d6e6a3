import type { Both } from '#domain/language.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { DocumentBlock } from './document-text.ts'

function fr(f: DocumentFacts): DocumentBlock[] {
  const learns = f.isReverse
    ? 'des collègues plus récents partagent ce qu’ils pratiquent avec des personnes plus expérimentées, et apprennent d’elles'
    : 'des collègues se transmettent ce qu’ils savent'
  return [
    {
      mail: {
        subject: `${f.name}\u00a0: apprendre les uns des autres`,
        lines: [
          'Bonjour,',
          `${f.organisation} ouvre un programme où ${learns}. ${f.sessions}`,
          'Participer est volontaire. L’inscription prend cinq minutes, sur la page du programme, sans compte. Rien de ce que vous répondrez ne sert à vous évaluer.',
          'Les dates et la charte sont sur la page du programme. L’équipe répond à vos questions.',
        ],
      },
    },
    {
      mail: {
        subject: `${f.name}\u00a0: vous avez quelque chose à transmettre`,
        lines: [
          'Bonjour,',
          'Un sujet que vous pratiquez chaque semaine est peut-être celui qu’une autre personne cherche. Il n’est pas besoin d’être spécialiste\u00a0: avoir déjà dépanné quelqu’un suffit.',
          'Un coach peut vous aider à préparer la première séance. Et vous apprendrez, vous aussi.',
        ],
      },
    },
    {
      mail: {
        subject: `${f.name}\u00a0: ce que cela demande à votre équipe`,
        lines: [
          'Bonjour,',
          `Une personne de votre équipe participe peut-être à ce programme. ${f.sessions} Nous vous demandons de lui laisser ce temps.`,
          'Les échanges sont confidentiels\u00a0: vous ne recevrez rien de ce qui s’y dit, et ne pas participer n’appelle aucune explication.',
        ],
      },
    },
    {
      mail: {
        subject: `${f.name}\u00a0: où en êtes-vous`,
        lines: [
          'Bonjour,',
          'Votre binôme a commencé il y a un mois. Si tout va bien, cette ligne n’appelle pas de réponse. Sinon, répondez-nous\u00a0: nous vous appelons, et nous pouvons vous proposer quelqu’un d’autre sans que vous ayez à dire pourquoi.',
        ],
      },
    },
  ]
}

function en(f: DocumentFacts): DocumentBlock[] {
  const learns = f.isReverse
    ? 'newer colleagues share what they practise with more experienced people, and learn from them'
    : 'colleagues pass on what they know'
  return [
    {
      mail: {
        subject: `${f.name}: learning from one another`,
        lines: [
          'Hello,',
          `${f.organisation} opens a programme in which ${learns}. ${f.sessions}`,
          'Taking part is voluntary. Signing up takes five minutes, on the page of the programme, without an account. Nothing that you answer serves to appraise you.',
          'The dates and the charter are on the page of the programme. The team answers your questions.',
        ],
      },
    },
    {
      mail: {
        subject: `${f.name}: you have something to pass on`,
        lines: [
          'Hello,',
          'A topic that you practise every week may be the one that somebody else is looking for. You need not be a specialist: having helped somebody out is enough.',
          'A coach can help you prepare the first session. And you will learn too.',
        ],
      },
    },
    {
      mail: {
        subject: `${f.name}: what it asks of your team`,
        lines: [
          'Hello,',
          `Somebody in your team may be taking part in this programme. ${f.sessions} We ask you to leave them this time.`,
          'The talks are confidential: you will receive nothing of what is said, and not taking part calls for no explanation.',
        ],
      },
    },
    {
      mail: {
        subject: `${f.name}: how is it going`,
        lines: [
          'Hello,',
          'Your pair began a month ago. If all goes well, this line calls for no answer. If not, write back: we will call you, and we can offer you somebody else without your having to say why.',
        ],
      },
    },
  ]
}

/** Messages that the team may reuse to announce a programme and to ask how pairs fare. */
export const kickOffMails: Both<(f: DocumentFacts) => DocumentBlock[]> = { fr, en }
