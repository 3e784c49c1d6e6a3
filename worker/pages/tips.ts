import type { Both, Language } from '#domain/language.ts'
import { type Fragment, fragment, list } from './fragment.ts'

const fr = {
  title: 'Pour commencer à l’aise',
  tips: [
    'Ne pas savoir est le point de départ, pas un aveu. Dites-le dès la première séance\u00a0: l’autre personne est là pour cela.',
    'Votre expérience reste entière. Apprendre d’une personne plus récente ajoute à ce que vous savez et n’en retire rien.',
    'Une façon vive de parler d’un sujet est souvent de l’enthousiasme. Demandez un exemple, puis donnez le vôtre.',
    'Les outils changent pour tout le monde. Un usage précis, essayé ensemble, vaut mieux qu’un tour complet.',
    'Ce qui se dit entre vous y reste, sauf danger ou obligation légale.',
  ],
  coach:
    'Un échange avec un coach avant la première séance est proposé à chaque personne, quelles que soient ses réponses. L’équipe du programme l’organise à votre demande.',
}

const en: typeof fr = {
  title: 'To start at ease',
  tips: [
    'Not knowing is where one starts, not something to admit. Say so in the first session: that is what the other person is there for.',
    'Your experience stays whole. Learning from somebody newer adds to what you know and takes nothing from it.',
    'A lively way of speaking of a topic is often enthusiasm. Ask for an example, then give yours.',
    'Tools change for everybody. One precise use, tried together, is worth more than a full tour.',
    'What you say to each other stays between you, except danger or legal duty.',
  ],
  coach:
    'A talk with a coach before the first session is offered to everybody, whatever they answered. The programme team arranges it when you ask.',
}

export const TIPS: Both<typeof fr> = { fr, en }

/**
 * Advice against pride and fear (D15–D17), the same for everybody: it depends on no answer, and nothing about anybody is
 * measured or stored for it. The offer of a coach goes to both roles.
 */
export function drawTips(language: Language): Fragment {
  const { title, tips, coach } = TIPS[language]
  return fragment`<section class="stack" aria-labelledby="tips"><h2 id="tips">${title}</h2>${list(tips)}<p>${coach}</p></section>`
}
