import type { Both } from '#domain/language.ts'
import type { Prose } from './prose.ts'

/** What is said under the title of every sheet. */
export const PRINT: Both = {
  fr: 'Cette fiche s’imprime\u00a0: la fonction d’impression de votre navigateur suffit.',
  en: 'This sheet is made to be printed: the print function of your browser is enough.',
}

const firstMeeting: Both<Prose> = {
  fr: {
    title: 'La première rencontre',
    lead: 'Une heure pour faire connaissance et convenir de la suite. Le contenu peut attendre\u00a0; la confiance, non.',
    sections: [
      {
        heading: 'Avant',
        boxes: [
          'Choisir un lieu calme, ou un lien vidéo que les deux savent ouvrir.',
          'Bloquer une heure entière, et prévenir autour de soi qu’on ne sera pas joignable.',
          'Relire les points communs indiqués dans la proposition.',
          'Noter une chose que l’on aimerait savoir faire dans six mois.',
        ],
      },
      {
        heading: 'L’heure, pas à pas',
        list: [
          '10 minutes\u00a0: chacun raconte son parcours en trois moments, pas en trois titres.',
          '15 minutes\u00a0: trois ou quatre questions de la liste ci-dessous.',
          '20 minutes\u00a0: ce que chacun aimerait apprendre, et à quoi cela servira dès ce mois-ci.',
          '10 minutes\u00a0: les règles entre vous (ce qui reste entre vous, comment dire non, comment annuler).',
          '5 minutes\u00a0: les deux dates suivantes, dans les agendas, avant de se quitter.',
        ],
      },
      {
        heading: 'Douze questions pour faire connaissance',
        list: [
          'Qu’est-ce qui vous a fait dire oui à ce programme\u00a0?',
          'Quel est le dernier geste de votre métier que vous avez appris avec plaisir\u00a0?',
          'Qu’est-ce que l’on croit souvent de votre métier, et qui est faux\u00a0?',
          'Quel outil utilisez-vous tous les jours sans y penser\u00a0?',
          'Quel outil contournez-vous soigneusement\u00a0?',
          'Qui vous a beaucoup appris, et comment s’y prenait cette personne\u00a0?',
          'Qu’est-ce qui vous surprend encore dans cette maison\u00a0?',
          'Racontez une fois où vous avez changé d’avis.',
          'À quel moment de la journée réfléchissez-vous le mieux\u00a0?',
          'Préférez-vous essayer d’abord, ou comprendre d’abord\u00a0?',
          'Qu’aimeriez-vous que l’on vous demande plus souvent\u00a0?',
          'À quoi verrez-vous, dans six mois, que ces heures ont servi\u00a0?',
        ],
      },
      {
        heading: 'Ce dont nous convenons',
        paragraphs: [
          'Ce que chacun veut apprendre, notre rythme, ce qui reste entre nous, nos deux prochaines dates\u00a0:',
        ],
        lines: 8,
      },
    ],
  },
  en: {
    title: 'The first meeting',
    lead: 'One hour to get to know each other and agree on what follows. Content can wait; trust cannot.',
    sections: [
      {
        heading: 'Before',
        boxes: [
          'Choose a quiet place, or a video link that both know how to open.',
          'Block a full hour, and tell those around you that you cannot be reached.',
          'Read again the common points named in the proposal.',
          'Write down one thing you would like to be able to do in six months.',
        ],
      },
      {
        heading: 'The hour, step by step',
        list: [
          '10 minutes: each tells their path in three moments, not in three job titles.',
          '15 minutes: three or four questions from the list below.',
          '20 minutes: what each would like to learn, and what it will serve for this very month.',
          '10 minutes: the rules between you (what stays between you, how to say no, how to cancel).',
          '5 minutes: the next two dates, in both calendars, before you part.',
        ],
      },
      {
        heading: 'Twelve questions to get to know each other',
        list: [
          'What made you say yes to this programme?',
          'What is the last skill of your trade that you learnt with pleasure?',
          'What do people often believe about your work that is wrong?',
          'Which tool do you use every day without a thought?',
          'Which tool do you carefully work around?',
          'Who taught you a great deal, and how did they go about it?',
          'What still surprises you in this company?',
          'Tell about a time when you changed your mind.',
          'At what moment of the day do you think best?',
          'Do you prefer to try first, or to understand first?',
          'What would you like to be asked more often?',
          'In six months, what will tell you that these hours were useful?',
        ],
      },
      {
        heading: 'What we agree on',
        paragraphs: ['What each wants to learn, our rhythm, what stays between us, our next two dates:'],
        lines: 8,
      },
    ],
  },
}

const sessionGuide: Both<Prose> = {
  fr: {
    title: 'Guide de séance',
    lead: 'Une séance utile tient en trois temps\u00a0: un usage réel, un essai fait à deux, une suite décidée avant de se quitter.',
    sections: [
      {
        heading: 'Préparer (mentor, une demi-heure)',
        boxes: [
          'Choisir un seul usage, tiré du travail réel de l’autre.',
          'Préparer un exemple qui se fait en dix minutes, et le refaire une fois soi-même.',
          'Prévoir une version plus simple, et une plus poussée.',
          'Écrire deux questions ouvertes. La première\u00a0: où en êtes-vous depuis la dernière fois\u00a0?',
        ],
      },
      {
        heading: 'Préparer (personne mentorée, dix minutes)',
        boxes: [
          'Noter ce que j’ai essayé depuis la dernière fois, même raté.',
          'Choisir une situation de la semaine où ce sujet m’aurait servi.',
          'Penser à ce que je peux apporter en retour\u00a0: un conseil, une personne à rencontrer, un projet à rejoindre.',
        ],
      },
      {
        heading: 'Tenir la séance',
        list: [
          '5 minutes\u00a0: des nouvelles, et ce qui a été essayé.',
          '10 minutes\u00a0: à quoi sert ce sujet, et ce qu’il change pour le métier. Les enjeux avant les boutons.',
          '25 minutes\u00a0: l’essai. C’est la personne mentorée qui tient la souris, le stylo ou la parole.',
          '10 minutes\u00a0: l’échange dans l’autre sens. Une question du mentor sur le métier, la maison, une décision.',
          '10 minutes\u00a0: ce que l’on retient, ce que l’on essaie d’ici la prochaine fois, la date.',
        ],
        after: [
          'Si une séance doit être annulée, proposez une autre date dans le même message. Deux annulations de suite suffisent à casser l’élan.',
        ],
      },
      {
        heading: 'Nos notes',
        paragraphs: [
          'Date, sujet, ce que nous avons essayé, ce qui a été remis en question, une idée à garder, la suite\u00a0:',
        ],
        lines: 10,
      },
    ],
  },
  en: {
    title: 'Session guide',
    lead: 'A useful session has three times: a real use, an attempt made together, a next step decided before parting.',
    sections: [
      {
        heading: 'Prepare (mentor, half an hour)',
        boxes: [
          'Choose one single use, taken from the real work of the other.',
          'Prepare an example that takes ten minutes, and do it once yourself.',
          'Have a simpler version at hand, and a further one.',
          'Write two open questions. The first: where do you stand since last time?',
        ],
      },
      {
        heading: 'Prepare (mentee, ten minutes)',
        boxes: [
          'Note what I have tried since last time, failed attempts included.',
          'Choose a situation of the week where this subject would have helped me.',
          'Think of what I can bring in return: advice, somebody to meet, a project to join.',
        ],
      },
      {
        heading: 'Hold the session',
        list: [
          '5 minutes: news, and what was tried.',
          '10 minutes: what this subject is for, and what it changes for the work. Stakes before buttons.',
          '25 minutes: the attempt. The mentee holds the mouse, the pen or the floor.',
          '10 minutes: the exchange the other way. A question of the mentor about the work, the company, a decision.',
          '10 minutes: what we keep, what we try before next time, the date.',
        ],
        after: [
          'If a session must be cancelled, suggest another date in the same message. Two in a row are enough to break the momentum.',
        ],
      },
      {
        heading: 'Our notes',
        paragraphs: [
          'Date, subject, what we tried, what was put into question, one idea to keep, what comes next:',
        ],
        lines: 10,
      },
    ],
  },
}

const prideAndFear: Both<Prose> = {
  fr: {
    title: 'Contre la fierté et la peur',
    lead: 'Les deux plus grands freins, des deux côtés. Ils sont ordinaires, et chaque personne inscrite reçoit cette fiche\u00a0: elle ne dit rien de vous en particulier.',
    sections: [
      {
        heading: 'Ce que la personne mentorée peut ressentir',
        list: [
          '«\u00a0Je devrais déjà le savoir.\u00a0» Personne n’a eu le temps de tout suivre. Vous avez appris autre chose pendant ce temps, et c’est ce que vous apportez.',
          '«\u00a0On va me juger.\u00a0» Ce qui se dit en séance reste entre vous. Votre responsable et l’équipe n’en savent rien.',
          '«\u00a0L’autre a l’air si sûr.\u00a0» L’assurance vient de la pratique, pas de la valeur. Demandez à voir, plutôt qu’à entendre.',
        ],
      },
      {
        heading: 'Ce que le mentor peut ressentir',
        list: [
          '«\u00a0Qui suis-je pour lui apprendre quelque chose\u00a0?\u00a0» La personne qui pratique. Cela suffit.',
          '«\u00a0Je vais lui faire perdre son temps.\u00a0» Préparez un seul usage, utile cette semaine. Une heure bien remplie vaut mieux que trois brillantes.',
          '«\u00a0Je ne saurai pas répondre.\u00a0» Dites-le, et cherchez à deux\u00a0: c’est une bonne séance.',
        ],
      },
      {
        heading: 'Des phrases qui aident',
        list: [
          'Je ne connais pas ce mot. Vous me le dites autrement\u00a0?',
          'Attendez, je le refais seul pour voir.',
          'De quoi avez-vous déjà essayé de vous servir, et où cela a-t-il coincé\u00a0?',
          'Chez nous, cela ne marcherait pas tel quel. Voici pourquoi.',
          'Qu’est-ce que vous feriez à ma place\u00a0?',
          'On s’arrête là pour aujourd’hui, c’est déjà beaucoup.',
        ],
      },
      {
        heading: 'Cinq habitudes d’égal à égal',
        boxes: [
          'S’asseoir du même côté de la table, ou partager le même écran.',
          'Ne pas rire d’une question. Remercier pour elle.',
          'Parler d’usages et de faits, jamais de générations.',
          'Laisser l’autre faire, même si c’est plus lent.',
          'Finir par ce que chacun a appris de l’autre, à tour de rôle.',
        ],
      },
      {
        heading: 'Si cela reste difficile',
        paragraphs: [
          'Un échange avec un coach est proposé à tout le monde, des deux côtés. Il est confidentiel et n’engage à rien. On peut aussi arrêter un binôme sans donner de raison.',
        ],
        links: [{ href: '/fr/contact/', label: 'Écrire à l’équipe du programme' }],
      },
    ],
  },
  en: {
    title: 'Against pride and fear',
    lead: 'The two greatest obstacles, on both sides. They are ordinary, and everyone who signs up gets this sheet: it says nothing about you in particular.',
    sections: [
      {
        heading: 'What a mentee may feel',
        list: [
          '“I should know this already.” Nobody has had time to follow everything. You learnt something else meanwhile, and that is what you bring.',
          '“I shall be judged.” What is said in a session stays between you. Your manager and the team know nothing of it.',
          '“The other seems so sure.” Assurance comes from practice, not from worth. Ask to see, rather than to be told.',
        ],
      },
      {
        heading: 'What a mentor may feel',
        list: [
          '“Who am I to teach them anything?” The person who practises. That is enough.',
          '“I shall waste their time.” Prepare one single use, of service this week. One full hour is worth more than three brilliant ones.',
          '“I shall not know the answer.” Say so, and look for it together: that is a good session.',
        ],
      },
      {
        heading: 'Sentences that help',
        list: [
          'I do not know that word. Could you say it another way?',
          'Wait, let me do it again on my own.',
          'What have you already tried to use, and where did it get stuck?',
          'With us it would not work just like that. Here is why.',
          'What would you do in my place?',
          'Let us stop here for today, it is already a lot.',
        ],
      },
      {
        heading: 'Five habits between equals',
        boxes: [
          'Sit on the same side of the table, or share one screen.',
          'Never laugh at a question. Give thanks for it.',
          'Speak of uses and facts, never of generations.',
          'Let the other do it, even if it is slower.',
          'End with what each has learnt from the other, in turn.',
        ],
      },
      {
        heading: 'If it remains difficult',
        paragraphs: [
          'A talk with a coach is offered to everybody, on both sides. It is confidential and commits to nothing. A pair may also stop without giving a reason.',
        ],
        links: [{ href: '/en/contact/', label: 'Write to the programme team' }],
      },
    ],
  },
}

const kickOff: Both<Prose> = {
  fr: {
    title: 'Liste de lancement',
    lead: 'Ce que l’équipe du programme vérifie avant d’ouvrir les inscriptions, et le jour du lancement.',
    sections: [
      {
        heading: 'Avant d’ouvrir',
        boxes: [
          'Une personne de la direction porte le programme, et y participe si possible.',
          'Deux ou trois effets attendus sont écrits, pour l’entreprise, pour les mentors et pour les personnes mentorées.',
          'Le comité social et économique a été consulté, ou la raison pour laquelle il n’a pas à l’être est écrite.',
          'La charte tient sur une page\u00a0: confidentialité, écoute, droit d’arrêter.',
          'La notice sur les données personnelles est relue.',
          'Un coach est disponible pour les deux côtés.',
          'Le temps est accordé\u00a0: une heure par séance, une demi-heure de préparation, et les responsables le savent.',
          'Les places suffisent\u00a0: nombre de mentors × personnes par mentor, comparé aux demandes attendues.',
        ],
      },
      {
        heading: 'Pendant les inscriptions',
        boxes: [
          'Rappeler que tout le monde est bienvenu, quel que soit le niveau.',
          'Regarder chaque semaine les sujets demandés sans mentor, et en chercher.',
          'Parler avec les personnes proposées par d’autres\u00a0: rien ne se fait sans leur accord.',
          'Relire les règles propres au programme, et enlever celles qui ne servent à rien.',
        ],
      },
      {
        heading: 'Le jour du lancement (une heure et demie)',
        list: [
          '10 minutes\u00a0: pourquoi ce programme, par la personne qui le porte.',
          '15 minutes\u00a0: un binôme d’une saison passée raconte, ou deux personnes qui l’ont vécu ailleurs.',
          '20 minutes\u00a0: la charte, lue à voix haute, et les questions.',
          '30 minutes\u00a0: première rencontre en binômes, avec la fiche.',
          '15 minutes\u00a0: chaque binôme fixe ses deux premières dates.',
        ],
      },
      {
        heading: 'Après',
        boxes: [
          'Chaque binôme a tenu une première séance dans les quinze jours.',
          'Les binômes sans date reçoivent un appel, pas un rappel automatique de plus.',
          'Une personne est joignable pour tout ce qui coince, avec un délai de réponse annoncé.',
          'La date de clôture est connue, avec un moment pour se remercier.',
        ],
      },
      { heading: 'Qui fait quoi', paragraphs: ['Nom, tâche, date\u00a0:'], lines: 6 },
    ],
  },
  en: {
    title: 'Kick-off checklist',
    lead: 'What the programme team checks before sign-ups open, and on the day of the launch.',
    sections: [
      {
        heading: 'Before opening',
        boxes: [
          'Somebody in the management stands behind the programme, and takes part in it if possible.',
          'Two or three expected effects are written down: for the company, for mentors and for mentees.',
          'The works council has been consulted, or the reason why it need not be is written down.',
          'The charter fits on one page: confidences, listening, the right to stop.',
          'The notice on personal data has been read again.',
          'A coach is available to both sides.',
          'Time is granted: one hour a session, half an hour of preparation, and managers know it.',
          'There are places enough: mentors × people per mentor, against the requests expected.',
        ],
      },
      {
        heading: 'While people sign up',
        boxes: [
          'Recall that everyone is welcome, whatever their level.',
          'Look each week at the topics wanted that have no mentor, and find some.',
          'Talk with people whom others proposed: nothing happens without their agreement.',
          'Read the programme’s own rules again, and remove those that serve nothing.',
        ],
      },
      {
        heading: 'The day of the launch (an hour and a half)',
        list: [
          '10 minutes: why this programme, by the person who stands behind it.',
          '15 minutes: a pair of a past season tells its story, or two people who have lived it elsewhere.',
          '20 minutes: the charter, read aloud, and questions.',
          '30 minutes: first meeting in pairs, with the sheet.',
          '15 minutes: each pair sets its first two dates.',
        ],
      },
      {
        heading: 'Afterwards',
        boxes: [
          'Each pair has held a first session within two weeks.',
          'Pairs without a date get a call, not one more automatic reminder.',
          'Somebody can be reached for whatever gets stuck, and says how soon they answer.',
          'The closing date is known, with a moment to thank each other.',
        ],
      },
      { heading: 'Who does what', paragraphs: ['Name, task, date:'], lines: 6 },
    ],
  },
}

const expertSession: Both<Prose> = {
  fr: {
    title: 'Guide de la séance d’expert',
    lead: 'Trois à quatre heures pour raconter comment un problème s’est débloqué. Pas une solution à vendre\u00a0: une histoire dont l’autre se sert.',
    sections: [
      {
        heading: 'La question',
        paragraphs: [
          'Une seule question, écrite en trois phrases\u00a0: où en est le projet, ce qui bloque, ce qui a déjà été tenté. Si elle commence par «\u00a0comment réussir\u00a0», elle est trop large.',
        ],
        lines: 4,
      },
      {
        heading: 'Préparer (expert, une demi-heure)',
        boxes: [
          'Choisir une histoire vécue, une seule, avec ses dates et ses doutes.',
          'Retrouver un document ou un objet de l’époque, s’il peut être montré.',
          'Écarter ce qui est confidentiel.',
        ],
      },
      {
        heading: 'Le déroulé',
        list: [
          '20 minutes\u00a0: la question, reformulée par l’expert jusqu’à ce que l’autre dise «\u00a0c’est cela\u00a0».',
          '50 minutes\u00a0: l’histoire. D’où l’on partait, qui était là, ce que l’on croyait.',
          '40 minutes\u00a0: les obstacles, et les fausses pistes. C’est souvent le plus utile.',
          '40 minutes\u00a0: ce qui a débloqué la situation, et ce qui aurait pu la débloquer plus tôt.',
          '40 minutes\u00a0: retour au projet. Ce qui se ressemble, ce qui diffère.',
          '20 minutes\u00a0: un premier essai, à faire dans la semaine, et qui le fait.',
        ],
        after: ['En deux fois\u00a0: coupez après les obstacles, et laissez passer quelques jours.'],
      },
      {
        heading: 'Ce que je retiens',
        paragraphs: ['Le premier essai, les personnes à voir, ce que je ne ferai pas\u00a0:'],
        lines: 7,
      },
    ],
  },
  en: {
    title: 'Expert session guide',
    lead: 'Three to four hours to tell how a problem was unlocked. Not a solution to sell: a story that the other can use.',
    sections: [
      {
        heading: 'The question',
        paragraphs: [
          'One question only, written in three sentences: where the project stands, what is stuck, what has been tried. If it begins with “how to succeed”, it is too wide.',
        ],
        lines: 4,
      },
      {
        heading: 'Prepare (expert, half an hour)',
        boxes: [
          'Choose one story that you lived, one only, with its dates and its doubts.',
          'Find a document or an object of that time, if it may be shown.',
          'Set aside what is confidential.',
        ],
      },
      {
        heading: 'Step by step',
        list: [
          '20 minutes: the question, put again by the expert until the other says “that is it”.',
          '50 minutes: the story. Where you started, who was there, what you believed.',
          '40 minutes: the obstacles, and the wrong tracks. Often the most useful part.',
          '40 minutes: what unlocked the situation, and what might have unlocked it sooner.',
          '40 minutes: back to the project. What is alike, what differs.',
          '20 minutes: a first attempt, to be made within the week, and who makes it.',
        ],
        after: ['In two parts: stop after the obstacles, and let a few days go by.'],
      },
      {
        heading: 'What I keep',
        paragraphs: ['The first attempt, the people to see, what I shall not do:'],
        lines: 7,
      },
    ],
  },
}

/** Our own sheets, by the last part of their address (D38). */
export const SHEETS: Record<string, Both<Prose>> = {
  'first-meeting': firstMeeting,
  'session-guide': sessionGuide,
  'pride-and-fear': prideAndFear,
  'kick-off': kickOff,
  'expert-session': expertSession,
}
