import type { Both } from '#domain/language.ts'
import { BLOCK_WORDS, controllerBlock, weightBlocks } from './document-blocks.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { DocumentText } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'

function fr(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.fr.kinds['intended-purpose']
  return {
    title,
    lead: `${lead}.`,
    sections: [
      { heading: 'Le programme', blocks: [controllerBlock(f)] },
      {
        heading: 'À quoi le logiciel est destiné',
        blocks: [
          'Proposer des binômes d’apprentissage entre des personnes volontaires, d’après les sujets qu’elles déclarent offrir et souhaiter, sous des règles écrites, à une équipe qui approuve et à des personnes qui acceptent.',
        ],
      },
      {
        heading: 'À quoi il ne doit jamais servir',
        blocks: [
          {
            list: [
              'Évaluer une personne, la noter, la classer ou la comparer.',
              'Décider d’un recrutement, d’une promotion, d’une affectation, d’une rémunération, d’une sanction ou d’un départ, ou y contribuer.',
              'Surveiller le travail, l’activité ou le comportement.',
              'Repérer des talents ou établir un vivier\u00a0: le logiciel n’en offre pas le moyen.',
              'Reconnaître ou déduire des émotions au travail, ce que l’article\u00a05-1-f du règlement sur l’IA interdit.',
              'Enrichir un dossier du personnel avec une réponse, un refus, un binôme ou sa fin.',
            ],
          },
          `${f.organisation} s’engage à respecter cette destination, à l’imposer à quiconque détient une clé, et à retirer l’accès en cas de manquement.`,
        ],
      },
      {
        heading: 'Comment le calcul est fait',
        blocks: [
          'Des règles écrites à la main, des poids publiés et une optimisation exacte\u00a0: aucun modèle appris, aucun comportement observé en entrée, le même résultat pour les mêmes données. Chaque calcul garde ses réglages et peut être refait.',
          ...weightBlocks(f),
        ],
      },
      { heading: 'Le contrôle humain', blocks: [{ steps: BLOCK_WORDS.fr.decides }] },
      {
        heading: 'Règlement européen sur l’IA\u00a0: note de classement',
        blocks: [
          'Question\u00a01. Est-ce un «\u00a0système d’IA\u00a0»\u00a0? Non tranché\u00a0: les lignes directrices de la Commission de février 2025 écartent certains systèmes simples et d’optimisation, sans règle automatique. Une optimisation déterministe écrite à la main n’est pas clairement dedans ni dehors.',
          'Question\u00a02. Serait-il à haut risque (annexe\u00a0III, point\u00a04-b)\u00a0? Ce point vise les décisions sur les relations de travail, la promotion, l’attribution de tâches d’après le comportement ou des traits personnels, le suivi et l’évaluation. Lecture proposée\u00a0: une suggestion de binômes volontaires, d’après des sujets déclarés, est probablement en dehors. Le repérage de talents, l’usage d’un comportement en entrée ou l’alimentation d’une évaluation le feraient probablement entrer.',
          'Question\u00a03. Une exemption serait-elle possible\u00a0? Un profilage de personnes ferme l’exemption de l’article\u00a06-3. D’après le projet de lignes directrices du 19\u00a0mai\u00a02026, l’intervention humaine ne change pas le classement\u00a0: la destination, si. C’est pourquoi la présente destination est écrite et signée.',
          'Calendrier. Le règlement omnibus adopté par le Parlement le 16\u00a0juin\u00a02026 et par le Conseil le 29\u00a0juin\u00a02026 reporte les obligations de l’annexe\u00a0III au 2\u00a0décembre\u00a02027\u00a0; son numéro au Journal officiel est à vérifier.',
          {
            list: [
              'Réglages, données de départ et résultat de chaque calcul gardés, pour qu’il puisse être refait (article\u00a012).',
              'Notice d’emploi et information des personnes et de leurs représentants avant l’usage (articles\u00a013 et\u00a026-7).',
              'Validation humaine de chaque calcul\u00a0; l’organisation tient le décompte des propositions qu’elle écarte (article\u00a014).',
              'Explication individuelle de chaque proposition (article\u00a086).',
            ],
          },
          'La liste ci-dessus est tenue dans tous les cas, même si le logiciel n’est pas à haut risque.',
          {
            counsel:
              'Les réponses aux trois questions, les dates d’application et les obligations de l’organisation comme déployeur.',
          },
        ],
      },
      {
        heading: 'Conclusion et signatures',
        blocks: [
          {
            blanks: [
              ['Classement retenu, et pourquoi', 4],
              ['À revoir au plus tard le', 1],
            ],
          },
          { signatures: [`Pour ${f.organisation}`, 'Personne déléguée à la protection des données'] },
        ],
      },
    ],
  }
}

function en(f: DocumentFacts): DocumentText {
  const [title, lead] = DOCUMENT_WORDS.en.kinds['intended-purpose']
  return {
    title,
    lead: `${lead}.`,
    sections: [
      { heading: 'The programme', blocks: [controllerBlock(f)] },
      {
        heading: 'What the software is meant for',
        blocks: [
          'To propose learning pairs between volunteers, from the topics that they say they offer and want, under written rules, to a team that approves and to people who accept.',
        ],
      },
      {
        heading: 'What it must never serve',
        blocks: [
          {
            list: [
              'To appraise, score, rank or compare a person.',
              'To decide on a recruitment, a promotion, an assignment, pay, a sanction or a departure, or to contribute to it.',
              'To watch work, activity or behaviour.',
              'To spot talent or build a talent pool: the software offers no means to do so.',
              'To recognise or infer emotions at work, which article 5(1)(f) of the AI Act forbids.',
              'To add an answer, a refusal, a pair or its ending to a personnel file.',
            ],
          },
          `${f.organisation} undertakes to keep to this purpose, to impose it on whoever holds a key, and to withdraw access in case of breach.`,
        ],
      },
      {
        heading: 'How the calculation is made',
        blocks: [
          'Rules written by hand, published weights and an exact optimisation: no learned model, no observed behaviour as input, the same result for the same data. Each run keeps its settings and can be made again.',
          ...weightBlocks(f),
        ],
      },
      { heading: 'Human control', blocks: [{ steps: BLOCK_WORDS.en.decides }] },
      {
        heading: 'EU AI Act: classification memo',
        blocks: [
          'Question 1. Is it an “AI system”? Not settled: the Commission’s guidelines of February 2025 leave out some simple and optimisation systems, without an automatic rule. A deterministic optimisation written by hand is neither clearly in nor clearly out.',
          'Question 2. Would it be high-risk (Annex III, point 4(b))? This point covers decisions on work relations, promotion, allocating tasks based on behaviour or personal traits, monitoring and evaluation. Reading proposed: suggesting voluntary pairs from declared topics is probably outside. Spotting talent, using behaviour as input or feeding an appraisal would probably bring it inside.',
          'Question 3. Would an exemption be possible? Profiling people closes the exemption of article 6(3). According to the draft guidelines of 19 May 2026, human involvement does not change the classification: the intended purpose does. That is why this purpose is written and signed.',
          'Calendar. The omnibus regulation adopted by the Parliament on 16 June 2026 and by the Council on 29 June 2026 moves the obligations of Annex III to 2 December 2027; its number in the Official Journal is to be checked.',
          {
            list: [
              'Settings, starting data and result of each run kept, so that it can be made again (article 12).',
              'Instructions for use, and information of people and of their representatives before use (articles 13 and 26(7)).',
              'Human validation of each run; the organisation keeps count of the proposals that it rules out (article 14).',
              'An individual explanation of each proposal (article 86).',
            ],
          },
          'The list above is kept to in any case, even if the software is not high-risk.',
          {
            counsel:
              'The answers to the three questions, the dates of application and the duties of the organisation as a deployer.',
          },
        ],
      },
      {
        heading: 'Conclusion and signatures',
        blocks: [
          {
            blanks: [
              ['Classification retained, and why', 4],
              ['To be looked at again by', 1],
            ],
          },
          { signatures: [`For ${f.organisation}`, 'Data protection officer'] },
        ],
      },
    ],
  }
}

/** What the software is for and must never serve, with a classification memo under the AI Act (reliability.md §4). */
export const intendedPurpose: Both<(f: DocumentFacts) => DocumentText> = { fr, en }
