import type { fr } from './fr.ts'

/** Words that every page shares and those of the home page, in English. */
export const en: typeof fr = {
  name: 'Binôme',
  skip: 'Skip to content',
  mainNavigation: 'Main navigation',
  programmes: 'Programmes',
  mySpace: 'My space',
  console: 'Programme team',
  otherLanguage: 'Français',
  footNavigation: 'Footer',
  privacy: 'Personal data',
  legal: 'Legal notice',
  accessibility: 'Accessibility',
  tagline: 'Two-way mentoring programmes',
  home: {
    description:
      'Binôme brings together two people with different experience so that each learns from the other. Five minutes to sign up, no account, and nobody’s age is ever asked.',
    heading: 'Learning goes both ways.',
    lead: 'Binôme brings together two colleagues who would not have met. One passes on what they practise, the other shares what experience has taught them. Clear rules suggest who meets whom, a person approves it, and both choose.',
    see: 'See the programmes',
    space: 'Open my space',
    under: 'Five minutes to sign up, with no account and no password.',
    figure: {
      says: 'Two circles that overlap. On the left, Malo, mentor, in communication. On the right, Hélène, mentee, in purchasing. Where they overlap, what they share: AI assistants, negotiation, Tuesdays at noon.',
      mentor: 'Malo',
      mentorRole: 'mentor',
      mentorField: 'Communication',
      mentee: 'Hélène',
      menteeRole: 'mentee',
      menteeField: 'Purchasing',
      shared: ['AI assistants', 'Negotiation', 'Tuesday noon'],
      caption: 'An example: he shows her AI assistants, she teaches him to negotiate.',
    },
    stepsHeading: 'Three steps, in your own time',
    steps: [
      {
        title: 'You sign up',
        text: 'Say what you would like to pass on, what you would like to learn and when you are free. A link sent by e-mail confirms your address.',
      },
      {
        title: 'You receive a proposal',
        text: 'The programme team reads every suggested meeting. You both discover at the same moment the other’s name, field and company, and why the two of you.',
      },
      {
        title: 'You accept, and you meet',
        text: 'The pair begins when both have said yes. Together you agree on the first session, face to face or online.',
      },
    ],
    exampleHeading: 'You know why the two of you',
    exampleText:
      'A proposal is not a score. It says in plain words what you have in common and how to start well. Never a grade, never a photograph, never a ranking.',
    exampleNote: 'A proposal, as you receive it (invented people).',
    example: {
      role: 'You would be the mentor',
      name: 'Hélène Le Goff',
      field: 'Purchasing · Armorique Énergie',
      whyHeading: 'Why the two of you',
      why: [
        'You practise AI assistants, and Hélène would like to use them on her own.',
        'Hélène knows how to lead a negotiation, which you want to learn.',
        'You are both free on Tuesdays at noon.',
      ],
      tipHeading: 'For a good start',
      tip: 'You like to try at once, Hélène prefers to understand first: begin with an overview.',
    },
    sidesHeading: 'Each gives, each receives',
    sidesLead: 'In reverse mentoring, the mentor is the one who is newer to the company or to its grades.',
    gives: 'Gives',
    receives: 'Receives',
    sides: {
      mentor: {
        title: 'The mentor',
        gives: [
          'a practice of today, explained in plain words',
          'a fresh eye and frank questions',
          'an hour a session, and a little preparation',
        ],
        receives: [
          'a wider view of how the company works and decides',
          'a network beyond their own team',
          'experience of explaining and leading',
        ],
      },
      mentee: {
        title: 'The mentee',
        gives: [
          'their experience of the trade and of the company',
          'attention, and the freedom to say “I don’t know”',
          'an appointment they keep',
        ],
        receives: [
          'a practice to try at once',
          'an understanding of habits on their way in',
          'someone to talk to outside their reporting line',
        ],
      },
    },
    promisesHeading: 'What we promise you',
    promises: [
      {
        title: 'No account to create',
        text: 'A code sent to your address opens your space. There is no password to remember.',
      },
      {
        title: 'Five minutes',
        text: 'The questionnaire says why each question is asked. Nothing is required that is not used.',
      },
      {
        title: 'Never your age',
        text: 'Age, sex, origin, health: these are never asked, never stored and never used.',
      },
      {
        title: 'A person decides',
        text: 'The calculation suggests. The programme team reads and approves, with the reasons for each meeting in front of them.',
      },
      {
        title: 'Both accept',
        text: 'Without both agreements there is no pair. Nobody learns who answered what.',
      },
      {
        title: 'Outside the hierarchy',
        text: 'No pair between two people in one reporting line, however many levels lie between them.',
      },
    ],
    kindsHeading: 'Four ways to be a pair',
    kinds: {
      reverse: 'Someone newer passes on a practice to someone more experienced, who sheds light in return.',
      classic: 'An experienced person goes along with a career, a trade, a new position.',
      strategic: 'A seasoned person, often from outside, helps to see a decision or a change more clearly.',
      expert: 'One precise question, someone who has solved it before, three to four hours together.',
    },
    questionsHeading: 'What people ask us',
    questions: [
      {
        ask: 'What if the proposal does not suit me?',
        answer:
          'You decline it, without giving a reason. At the deadline, a proposal that did not come about is always told in the same words, to both people. That meeting will not be proposed to you again.',
      },
      {
        ask: 'Who sees my answers?',
        answer:
          'The programme team, to form the pairs. The person proposed sees your name, field, company and common points. Never your grade, never the detail of your answers.',
      },
      {
        ask: 'How much time does it take?',
        answer:
          'Often six one-hour sessions over six months, and half an hour of preparation each time. The page of each programme gives its own.',
      },
      {
        ask: 'Do I have to be very confident to be a mentor?',
        answer:
          'It is enough to practise a topic regularly and to enjoy explaining it. A talk with a coach is offered before the first session.',
      },
    ],
    organiserHeading: 'Do you run a programme?',
    organiserText:
      'The console takes in the staff file, applies the rules, explains every proposal and every wait, and keeps a record of what was decided. The same data always give the same result.',
    organiserLink: 'Open the console',
    lastHeading: 'There may be a place for you',
    lastText: 'Programmes open for sign-ups come first in the list.',
  },
  notFound: {
    title: 'Page not found',
    text: 'This address leads to no page. It may have changed, or a letter may have been lost on the way.',
    home: 'Back to the home page',
  },
}
