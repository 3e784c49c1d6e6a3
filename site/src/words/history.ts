import type { Both } from '#domain/language.ts'
import type { Prose } from './prose.ts'

const AXA_EN = 'https://group.axa.com/en/newsroom/news/two-years-on-how-reverse-mentoring-axa'
const AXA_FR = 'https://www.axa.com/fr/actualites/deux-ans-apres-bilan-reverse-mentoring-axa'
const AXA_2015 = 'https://group.axa.com/en/newsroom/news/reverse-mentoring-work-benefits'
const RH_AXA =
  'http://www.info-socialrh.fr/bibliotheque-numerique/entreprise-et-carrieres/1263/sur-le-terrain/retour-sur-le-reverse-mentoring-a-axa-france-480925.php'
const RH_DANONE =
  'http://www.info-socialrh.fr/bibliotheque-numerique/entreprise-et-carrieres/1350/sur-le-terrain/retour-sur-le-mentorat-croise-interentreprises-chez-danone-460314.php'
const WSJ =
  'http://articles.chicagotribune.com/2000-02-27/news/0002270227_1_industrial-systems-lloyd-g-trotter-mentor'

const fr: Prose = {
  title: 'D’où vient le mentorat inversé',
  lead: 'Une histoire souvent racontée, rarement sourcée. Voici ce que disent les sources, et là où elles ne s’accordent pas.',
  sections: [
    {
      heading: 'General Electric, mais quand\u00a0?',
      paragraphs: [
        'Le récit part presque toujours de General Electric. Jack Welch, qui dirige alors le groupe, reconnaît qu’il connaît mal internet. Il prend pour mentor une personne plus jeune de l’entreprise et demande à ses cadres dirigeants d’en faire autant.',
        'Sur la date et sur le nombre, les sources se contredisent. Nous ne tranchons pas.',
      ],
      claims: [
        {
          name: '1990',
          text: 'La scène se passerait en 1990, quand le patron du groupe mesure tout ce qui lui reste à apprendre d’internet.',
          source: 'Wanthead, article sur le mentorat inversé, sans date connue de nous.',
          href: null,
          link: '',
        },
        {
          name: 'Début des années 1990, environ 600 dirigeants',
          text: 'Quelque 600 cadres dirigeants, Jack Welch compris, auraient cherché un mentor plus jeune.',
          source: 'mdolle, article de 2014 sur le mentorat inversé chez Danone.',
          href: null,
          link: '',
        },
        {
          name: '1999, puis 500 dirigeants',
          text: 'Une seule personne aurait d’abord appris internet à Jack Welch\u00a0; l’essai aurait ensuite été étendu à 500 dirigeants.',
          source: '«\u00a0Le reverse mentoring a la cote\u00a0», article de 2016.',
          href: null,
          link: '',
        },
        {
          name: 'Juin 1999, environ 600 dirigeants',
          text: 'Un journal de l’époque, paru en février 2000, place la demande en juin 1999 et parle d’environ 600 responsables.',
          source: 'Matt Murray, The Wall Street Journal, repris par le Chicago Tribune, 27 février 2000.',
          href: WSJ,
          link: 'Lire l’article',
        },
        {
          name: 'Ce que l’on en aurait vu',
          text: 'Jack Welch serait ensuite devenu l’un des chefs d’entreprise les plus présents sur les réseaux, suivi par 1,3 million de personnes. Un seul récit le dit, et rien ne prouve que le mentorat en soit la cause.',
          source: '«\u00a0Le reverse mentoring a la cote\u00a0», article de 2016.',
          href: null,
          link: '',
        },
      ],
      after: [
        'Le récit le plus proche des faits donne 1999. D’autres donnent 1990 ou le début des années 1990. Les nombres vont de 500 à 600. Qui cite une seule date devrait dire d’où elle vient.',
      ],
    },
    {
      heading: 'Qui l’a adopté',
      paragraphs: [
        'Chaque ligne dit qui parle. Un chiffre donné par l’entreprise elle-même est signalé\u00a0: personne d’extérieur ne l’a vérifié.',
      ],
      claims: [
        {
          name: 'Danone',
          text: 'Cité parmi les premiers groupes français à l’avoir adopté. Le mentorat croisé y prolonge Octave, un séminaire entre générations mené avec d’autres groupes, dont Orange, Société générale et Engie.',
          source: 'Florence Pinaud, Entreprise & Carrières, 12 septembre 2017.',
          href: RH_DANONE,
          link: 'Lire l’article',
        },
        {
          name: 'Orange',
          text: 'Chaque membre du comité exécutif y aurait eu un jeune mentor. Chiffre et effets non vérifiés.',
          source: '«\u00a0Le reverse mentoring a la cote\u00a0», article de 2016. Site du groupe\u00a0:',
          href: 'https://www.orange.com/',
          link: 'orange.com',
        },
        {
          name: 'AXA, le groupe (2015)',
          text: '440 mentors et 498 personnes mentorées, dans 26 pays. Chiffres donnés par l’entreprise.',
          source: 'AXA, 15 octobre 2015 (en anglais).',
          href: AXA_2015,
          link: 'Lire la page d’AXA de 2015',
        },
        {
          name: 'AXA, le groupe (2016)',
          text: 'Cinq modules, six séances d’une heure, et 97\u00a0% des personnes interrogées recommandent le programme. Chiffres donnés par l’entreprise, qui dit elle-même devoir encore trouver comment en mesurer l’effet.',
          source: 'AXA, 17 août 2016.',
          href: AXA_FR,
          link: 'Lire la page d’AXA de 2016',
        },
        {
          name: 'AXA France',
          text: 'Cinq séances d’une heure et demie à deux heures, des volontaires des deux côtés. Une source parle de 130 mentors pour 1 500 responsables, une autre d’environ 150 mentors et de plus de 600 inscrits\u00a0: ce n’est pas le même moment.',
          source:
            'Violette Queuniet, Entreprise & Carrières, 17 novembre 2015\u00a0; «\u00a0Le reverse mentoring a la cote\u00a0», 2016.',
          href: RH_AXA,
          link: 'Lire l’article de 2015',
        },
        {
          name: 'Pernod Ricard',
          text: 'Une rencontre par mois pendant six mois, puis une tous les trois mois. Nous n’avons lu que des résumés de seconde main.',
          source: 'Résumés publics, sans date. Site du groupe\u00a0:',
          href: 'https://www.pernod-ricard.com/',
          link: 'pernod-ricard.com',
        },
        {
          name: 'The Hartford',
          text: '50 juniors et 50 cadres dirigeants\u00a0; presque toutes les personnes mentorées disent le programme efficace, et 11 des 12 premiers mentors ont été promus dans l’année. Chiffres de l’entreprise, rapportés par un blog. Rien ne dit que le mentorat en soit la cause.',
          source: 'Récit de seconde main. Site de l’entreprise\u00a0:',
          href: 'https://www.thehartford.com/',
          link: 'thehartford.com',
        },
        {
          name: 'Pershing',
          text: '96\u00a0% des premiers mentors seraient restés dans l’entreprise. La raison d’échec la plus citée\u00a0: des dirigeants qui annulent deux ou trois séances de suite.',
          source: 'Jennifer Jordan et Michael Sorell, Harvard Business Review, 2019. Revue\u00a0:',
          href: 'https://hbr.org/',
          link: 'hbr.org',
        },
      ],
    },
    {
      heading: 'Ce que dit la recherche',
      list: [
        'Les études sur le mentorat inversé sont peu nombreuses et surtout qualitatives\u00a0: une revue de 2022 en compte 54 entre 1998 et 2020 (Chaudhuri, Park et Johnson, European Journal of Training and Development).',
        'Elles s’accordent sur un point\u00a0: la relation est réciproque quand elle marche. La personne senior apprend, la junior gagne en confiance et en vue d’ensemble (Murphy, Human Resource Management, 2012\u00a0; Browne, 2021).',
        'Sur le mentorat en général, les effets sont favorables et plutôt petits. Pouvoir donner son avis sur le choix du binôme et être préparé à son rôle comptent de façon constante (Allen, Eby et Lentz, 2006).',
        'Se sentir proches par les valeurs va avec une bonne relation\u00a0; l’apparence, l’âge ou l’école non (Eby et collègues, 2013).',
      ],
    },
    {
      heading: 'Ce qu’elle ne dit pas',
      list: [
        'Aucune étude que nous connaissions ne mesure quel critère d’appariement fait réussir un mentorat inversé. Nos poids de départ sont empruntés à des recherches voisines, et présentés comme tels.',
        'Accorder la façon d’enseigner à la façon d’apprendre a peu d’effet dans les études (Pashler et collègues, 2008\u00a0; Clinton-Lisell et Litzinger, 2024). Nous lui donnons un poids faible.',
        'Rien ne permet de supposer qu’une personne sait ou ne sait pas d’après sa génération. Nous demandons ce que chacun pratique.',
      ],
      links: [
        { href: '/fr/matching/', label: 'Comment les binômes se forment' },
        { href: '/fr/testimonies/', label: 'Lire des témoignages, ou raconter le vôtre' },
      ],
    },
  ],
}

const en: Prose = {
  title: 'Where reverse mentoring comes from',
  lead: 'A story often told and seldom sourced. This is what the sources say, and where they disagree.',
  sections: [
    {
      heading: 'General Electric, but when?',
      paragraphs: [
        'The story nearly always begins at General Electric. Jack Welch, who then runs the group, admits that he knows little of the internet. He takes a younger person of the company as his mentor and asks his executives to do the same.',
        'On the date and on the number, the sources contradict each other. We do not decide between them.',
      ],
      claims: [
        {
          name: '1990',
          text: 'The scene would take place in 1990, when the head of the group measures how much he has to learn about the internet.',
          source: 'Wanthead, article on reverse mentoring, of no date known to us (in French).',
          href: null,
          link: '',
        },
        {
          name: 'Early 1990s, some 600 executives',
          text: 'Some 600 senior executives, Jack Welch among them, would have looked for a younger mentor.',
          source: 'mdolle, an article of 2014 on reverse mentoring at Danone (in French).',
          href: null,
          link: '',
        },
        {
          name: '1999, then 500 executives',
          text: 'One single person would first have taught Jack Welch the internet; the trial would then have been extended to 500 executives.',
          source: '“Le reverse mentoring a la cote”, an article of 2016 (in French).',
          href: null,
          link: '',
        },
        {
          name: 'June 1999, some 600 executives',
          text: 'A newspaper of the time, of February 2000, places the request in June 1999 and speaks of about 600 managers.',
          source: 'Matt Murray, The Wall Street Journal, reprinted by the Chicago Tribune, 27 February 2000.',
          href: WSJ,
          link: 'Read the article',
        },
        {
          name: 'What is said to have come of it',
          text: 'Jack Welch would later have become one of the heads of companies most present on social networks, followed by 1.3 million people. One account alone says so, and nothing shows that mentoring was the cause.',
          source: '“Le reverse mentoring a la cote”, an article of 2016 (in French).',
          href: null,
          link: '',
        },
      ],
      after: [
        'The account closest to the events gives 1999. Others give 1990, or the early 1990s. The numbers run from 500 to 600. Whoever quotes a single date should say where it comes from.',
      ],
    },
    {
      heading: 'Who adopted it',
      paragraphs: [
        'Each line says who speaks. A figure given by the company itself is marked as such: nobody outside has checked it.',
      ],
      claims: [
        {
          name: 'Danone',
          text: 'Named among the first French groups to adopt it. Cross mentoring there extends Octave, a seminar between generations held with other groups, among them Orange, Société générale and Engie.',
          source: 'Florence Pinaud, Entreprise & Carrières, 12 September 2017 (in French).',
          href: RH_DANONE,
          link: 'Read the article',
        },
        {
          name: 'Orange',
          text: 'Each member of the executive committee would have had a young mentor. Neither figure nor effect has been checked.',
          source: '“Le reverse mentoring a la cote”, an article of 2016. The group’s site:',
          href: 'https://www.orange.com/',
          link: 'orange.com',
        },
        {
          name: 'AXA, the group (2015)',
          text: '440 mentors and 498 mentees, in 26 countries. Figures given by the company.',
          source: 'AXA, 15 October 2015.',
          href: AXA_2015,
          link: 'Read AXA’s page of 2015',
        },
        {
          name: 'AXA, the group (2016)',
          text: 'Five modules, six one-hour sessions, and 97% of those interviewed would recommend the programme. Figures given by the company, which says itself that it has yet to find how to measure the effect.',
          source: 'AXA, 17 August 2016.',
          href: AXA_EN,
          link: 'Read AXA’s page of 2016',
        },
        {
          name: 'AXA France',
          text: 'Five sessions of an hour and a half to two hours, volunteers on both sides. One source speaks of 130 mentors for 1,500 managers, another of about 150 mentors and more than 600 people enrolled: not the same moment.',
          source:
            'Violette Queuniet, Entreprise & Carrières, 17 November 2015; “Le reverse mentoring a la cote”, 2016 (both in French).',
          href: RH_AXA,
          link: 'Read the article of 2015',
        },
        {
          name: 'Pernod Ricard',
          text: 'One meeting a month for six months, then one every three months. We have only read second-hand summaries.',
          source: 'Public summaries, undated. The group’s site:',
          href: 'https://www.pernod-ricard.com/',
          link: 'pernod-ricard.com',
        },
        {
          name: 'The Hartford',
          text: '50 juniors and 50 executives; nearly all mentees call the programme effective, and 11 of the first 12 mentors were promoted within a year. The company’s figures, told by a blog. Nothing says that the mentoring was the cause.',
          source: 'A second-hand account. The company’s site:',
          href: 'https://www.thehartford.com/',
          link: 'thehartford.com',
        },
        {
          name: 'Pershing',
          text: '96% of the first mentors would have stayed with the company. The reason for failure named most: executives who cancel two or three sessions in a row.',
          source: 'Jennifer Jordan and Michael Sorell, Harvard Business Review, 2019. The review:',
          href: 'https://hbr.org/',
          link: 'hbr.org',
        },
      ],
    },
    {
      heading: 'What research says',
      list: [
        'Studies of reverse mentoring are few and mostly qualitative: a review of 2022 counts 54 between 1998 and 2020 (Chaudhuri, Park and Johnson, European Journal of Training and Development).',
        'They agree on one point: the relation is mutual where it works. The senior person learns, the junior gains confidence and a wider view (Murphy, Human Resource Management, 2012; Browne, 2021).',
        'On mentoring at large, effects are favourable and rather small. Having a say in who one is paired with, and being prepared for the role, matter again and again (Allen, Eby and Lentz, 2006).',
        'Feeling close in values goes with a good relation; looks, age or school do not (Eby and colleagues, 2013).',
      ],
    },
    {
      heading: 'What it does not say',
      list: [
        'No study that we know of measures which criterion of pairing makes reverse mentoring succeed. Our starting weights are borrowed from neighbouring research, and said to be so.',
        'Fitting the way of teaching to the way of learning has little effect in studies (Pashler and colleagues, 2008; Clinton-Lisell and Litzinger, 2024). We give it a small weight.',
        'Nothing allows anyone to presume what a person can or cannot do from their generation. We ask what each one practises.',
      ],
      links: [
        { href: '/en/matching/', label: 'How pairs are formed' },
        { href: '/en/testimonies/', label: 'Read testimonies, or tell yours' },
      ],
    },
  ],
}

export const history: Both<Prose> = { fr, en }
