import type { Both } from '#domain/language.ts'
import type { Prose } from './prose.ts'

const fr: Prose = {
  title: 'Quatre façons de faire binôme',
  lead: 'Inversé, classique, stratégique ou d’expert\u00a0: ce qui change, c’est qui transmet, à qui, et pour combien de temps.',
  sections: [
    {
      heading: 'Mentorat inversé',
      paragraphs: [
        'Une personne plus récente, par le grade ou par le temps passé dans l’entreprise, transmet ce qu’elle pratique à une personne plus expérimentée. Celle-ci l’éclaire en retour. La barrière des générations tombe des deux côtés\u00a0: on ne suppose rien, on demande ce que chacun sait faire.',
      ],
      list: [
        'Mentor\u00a0: la personne la plus récente. Tout sujet convient, numérique ou non, si elle le pratique.',
        'Personne mentorée\u00a0: de tout niveau, du moment qu’elle a un vrai usage à en faire.',
        'Durée\u00a0: souvent six séances d’une heure en six mois, et une demi-heure de préparation.',
      ],
    },
    {
      heading: 'Mentorat classique',
      paragraphs: [
        'Une personne d’expérience accompagne quelqu’un qui débute, change de métier ou prend un poste. C’est le sens le plus connu\u00a0: de la personne la plus expérimentée vers la plus récente.',
      ],
      list: [
        'Mentor\u00a0: la personne la plus expérimentée des deux, par le grade ou par le temps passé dans l’entreprise.',
        'Personne mentorée\u00a0: toute personne qui veut avancer dans un métier ou dans la maison.',
        'Durée\u00a0: souvent six séances d’une heure en six mois.',
      ],
    },
    {
      heading: 'Mentorat stratégique',
      paragraphs: [
        'Une personne aguerrie, souvent extérieure, éclaire une décision, un changement ou une stratégie. Elle ne décide pas à la place\u00a0: elle apporte un regard et un vécu.',
      ],
      list: [
        'Mentor\u00a0: quelqu’un qui a mené des situations proches, dans l’entreprise ou ailleurs. Une personne extérieure donne le nom de son organisation et s’engage à la confidentialité.',
        'Personne mentorée\u00a0: celle ou celui qui prépare la décision.',
        'Durée\u00a0: souvent six séances d’une heure et demie en six mois.',
      ],
    },
    {
      heading: 'Séance d’expert',
      paragraphs: [
        'Une personne porte un projet et pose une question précise. Une autre l’a déjà rencontrée et raconte\u00a0: l’histoire, les obstacles, ce qui a tout débloqué. Ce n’est pas la solution d’un consultant, c’est une expérience vécue.',
      ],
      list: [
        'Expert\u00a0: toute personne qui a vécu la situation, de la maison ou d’une jeune entreprise. Le grade ne compte pas.',
        'Porteur ou porteuse de projet\u00a0: une question, une seule, écrite en quelques phrases.',
        'Durée\u00a0: trois à quatre heures, en une ou deux fois.',
      ],
    },
    {
      heading: 'Ce que les quatre ont en commun',
      list: [
        'Les deux personnes sont volontaires, ou l’ont confirmé si on les a proposées.',
        'Jamais dans la même ligne hiérarchique.',
        'Une proposition relue par une personne, puis acceptée par les deux.',
        'Ni l’âge, ni le sexe, ni l’origine, ni la santé\u00a0: ils ne sont jamais demandés.',
      ],
      links: [
        { href: '/fr/programmes/', label: 'Voir les programmes ouverts' },
        { href: '/fr/matching/', label: 'Comment les binômes se forment' },
        { href: '/fr/experts/', label: 'Répondre à l’appel à experts' },
      ],
    },
  ],
}

const en: Prose = {
  title: 'Four ways to be a pair',
  lead: 'Reverse, classic, strategic or expert: what changes is who passes on, to whom, and for how long.',
  sections: [
    {
      heading: 'Reverse mentoring',
      paragraphs: [
        'Somebody newer, by grade or by time in the company, passes on what they practise to somebody more experienced, who gives light in return. The barrier between generations falls on both sides: nothing is presumed, each is asked what they can do.',
      ],
      list: [
        'Mentor: the newer of the two. Any subject will do, digital or not, if they practise it.',
        'Mentee: of any level, as long as they have a real use for it.',
        'Time: often six one-hour sessions in six months, and half an hour of preparation.',
      ],
    },
    {
      heading: 'Classic mentoring',
      paragraphs: [
        'Somebody with experience goes along with a person who is starting, changing trade or taking up a post. It is the best-known direction: from the more experienced to the newer.',
      ],
      list: [
        'Mentor: the more experienced of the two, by grade or by time in the company.',
        'Mentee: anyone who wants to get on in a trade or in the company.',
        'Time: often six one-hour sessions in six months.',
      ],
    },
    {
      heading: 'Strategic mentoring',
      paragraphs: [
        'Somebody seasoned, often from outside, sheds light on a decision, a change or a strategy. They do not decide for the other: they bring a view and what they have lived.',
      ],
      list: [
        'Mentor: somebody who has led similar situations, in the company or elsewhere. A person from outside names their organisation and undertakes to keep confidences.',
        'Mentee: whoever is preparing the decision.',
        'Time: often six sessions of an hour and a half in six months.',
      ],
    },
    {
      heading: 'Expert session',
      paragraphs: [
        'Somebody leads a project and asks one precise question. Somebody else has met it before and tells: the story, the obstacles, what unlocked everything. It is not a consultant’s solution, it is lived experience.',
      ],
      list: [
        'Expert: anyone who has lived the situation, in the company or in a young one. Grade does not count.',
        'Project lead: one question, one only, written in a few sentences.',
        'Time: three to four hours, in one or two parts.',
      ],
    },
    {
      heading: 'What the four have in common',
      list: [
        'Both people are volunteers, or have confirmed it where somebody proposed them.',
        'Never in the same reporting line.',
        'A proposal read by a person, then accepted by both.',
        'Neither age, nor sex, nor origin, nor health: they are never asked.',
      ],
      links: [
        { href: '/en/programmes/', label: 'See the open programmes' },
        { href: '/en/matching/', label: 'How pairs are formed' },
        { href: '/en/experts/', label: 'Answer the call for experts' },
      ],
    },
  ],
}

export const kinds: Both<Prose> = { fr, en }
