import type { GuideStep } from './guide.ts'

/** The first step of every guide: the service on one’s own computer, and a key with these scopes. */
export const START_STEP = (scopes: string): GuideStep => ({
  heading: { fr: 'Démarrer', en: 'Start' },
  paragraphs: {
    fr: [
      'Lancez «\u00a0npm start\u00a0» dans un terminal et laissez-le ouvert\u00a0; dans un second, faites une clé. Sur une vraie installation, c’est l’équipe du programme qui la crée, dans la console, page «\u00a0Accès des outils\u00a0»\u00a0: elle ne s’affiche qu’une fois.',
    ],
    en: [
      'Run “npm start” in one terminal and leave it open; in a second one, make a key. In a real installation the programme team makes it, in the console, on the page “Tools and keys”: it is shown only once.',
    ],
  },
  commands: [
    {
      run: `export BINOME=http://localhost:8787
export KEY=$(npm run --silent key -- --scopes "${scopes}" | tail -n 1)
echo $KEY`,
      shows: 'bnm_…',
    },
  ],
})
