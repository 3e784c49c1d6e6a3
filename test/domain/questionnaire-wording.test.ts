import { describe, expect, test } from 'vitest'
import type { Both } from '#domain/language.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { describe as describeQuestionnaire } from '#questionnaire/describe.ts'
import { LAST_WORDS, LEVEL_WORDS } from '#questionnaire/level.ts'
import { type Answering, questionsOf } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { SIGN_UP_WORDS } from '#questionnaire/sign-up-words.ts'

const KINDS = Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]
const ROLES: Answering[] = ['mentor', 'mentee', 'both']

/** Everything that people read about one question, typography aside. */
function wordsOf(kind: ProgrammeKind, role: Answering, key: string, language: 'fr' | 'en'): string {
  const question = questionsOf(questionnaire(kind, role)).find((one) => one.key === key)
  if (!question) return ''
  const texts = [question.label[language], question.help?.[language] ?? '']
  if ('options' in question) texts.push(...question.options.map((option) => option.name[language]))
  if (question.kind === 'dots') texts.push(question.left[language], question.right[language])
  return plainly(texts.join(' | '))
}

function plainly(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll('\u00a0', ' ')
    .replaceAll(/« ?| ?»|[“”]/g, '"')
}

/** The words of questionnaires.md §1–§8, by role and key. */
const WORDING: [ProgrammeKind, Answering, string, string[], string[]][] = [
  [
    'reverse',
    'both',
    'G2',
    ['Langues dans lesquelles je peux échanger'],
    ['Languages I can hold a session in'],
  ],
  ['reverse', 'both', 'G3', ['Mon entité et mon lieu de travail'], ['My company and workplace']],
  ['reverse', 'both', 'G4', ['Mon métier actuel'], ['My current field']],
  ['reverse', 'both', 'G5', ["Mois d'arrivée dans l'entreprise (facultatif)"], ['Month I joined (optional)']],
  ['reverse', 'both', 'G6', ['Quand et comment je peux échanger'], ['When and how I can meet']],
  [
    'reverse',
    'both',
    'G7',
    ['Pourquoi ce programme, en une phrase ? (facultatif)'],
    ['Why this programme, in a sentence? (optional)'],
  ],
  ['reverse', 'mentor', 'CAP', ['Combien de personnes'], ['How many people']],
  [
    'reverse',
    'mentee',
    'LP1',
    ['Face à un nouvel outil', "je l'essaie tout de suite", "je cherche d'abord comment il fonctionne"],
    ['With a new tool', 'I try it at once', 'I first look for how it works'],
  ],
  [
    'reverse',
    'mentee',
    'LP2',
    ["Ce qui m'aide d'abord", 'un exemple', "une vue d'ensemble"],
    ['What helps me first', 'an example', 'an overview'],
  ],
  [
    'reverse',
    'mentee',
    'LP3',
    ['Si je bloque', 'je teste plusieurs pistes', 'je reviens au principe ou à la notice'],
    ['When stuck', 'I test several ways', 'I go back to the principle or the manual'],
  ],
  [
    'reverse',
    'mentee',
    'LP4',
    ['Je retiens mieux', 'après avoir essayé', 'après avoir compris le principe'],
    ['I remember better', 'after trying', 'after grasping the principle'],
  ],
  [
    'reverse',
    'mentor',
    'TS1',
    ["Quand j'explique", 'je fais essayer tout de suite', "j'explique d'abord"],
    ['When I explain', 'I let people try at once', 'I explain first'],
  ],
  [
    'reverse',
    'mentor',
    'TS2',
    ['Je prépare une séance', "je choisis d'abord un exercice", "j'ordonne d'abord mes idées"],
    ['To prepare a session', 'I pick an exercise first', 'I order my ideas first'],
  ],
  [
    'reverse',
    'mentee',
    'NEED1',
    ['Où cela vous servirait-il dans les six mois ?', 'une situation précise', 'une idée', 'pas encore'],
    ['Where would this serve you in the next six months?', 'a precise situation', 'an idea', 'not yet'],
  ],
  [
    'reverse',
    'mentee',
    'NEED2',
    ['Quelle place donnez-vous à ce sujet cette année ?'],
    ['How much room will you give this topic this year?'],
  ],
  [
    'reverse',
    'mentee',
    'IM',
    [
      'aider une personne à construire son parcours',
      'trouver avec qui mener un projet',
      'changer une pratique de travail',
      'comprendre les nouveaux usages et attentes',
      'confronter mes idées à un regard neuf',
    ],
    [
      'help someone build their path',
      'find people to work with on a project',
      'change a work practice',
      'understand new habits and expectations',
      'test my ideas against a fresh eye',
    ],
  ],
  [
    'reverse',
    'mentor',
    'IR',
    [
      "comprendre les métiers de l'entreprise",
      'évoluer dans mon métier',
      'contribuer à un projet',
      'élargir mon réseau',
      'apprendre à transmettre et à animer',
    ],
    [
      "understand the company's fields of work",
      'progress in my field',
      'contribute to a project',
      'widen my network',
      'learn to teach and lead',
    ],
  ],
  [
    'reverse',
    'mentor',
    'MS1',
    ["Si mon interlocuteur ne suit pas, je cherche une autre façon d'expliquer."],
    ['If someone does not follow, I look for another way to explain.'],
  ],
  [
    'reverse',
    'mentor',
    'MS2',
    ["Après une explication, je propose à la personne d'essayer."],
    ['After explaining, I invite the person to try.'],
  ],
  ['reverse', 'mentor', 'MS3', ["J'utilise des mots simples."], ['I use plain words.']],
  [
    'reverse',
    'mentor',
    'MS4',
    ["J'écoute jusqu'au bout avant de répondre."],
    ['I listen to the end before I answer.'],
  ],
  [
    'reverse',
    'mentor',
    'MS5',
    ["Il m'arrive de demander conseil à des collègues d'autres métiers."],
    ['I sometimes ask colleagues in other fields for advice.'],
  ],
  [
    'reverse',
    'mentor',
    'MS6',
    ['Je donnerais facilement un avis franc à un dirigeant.'],
    ['I would readily give an executive a frank opinion.'],
  ],
  [
    'reverse',
    'mentee',
    'MO1',
    ['Je dis volontiers "je ne sais pas", quel que soit mon interlocuteur.'],
    ['I readily say "I don\'t know", whoever I am talking to.'],
  ],
  [
    'reverse',
    'mentee',
    'MO2',
    ["Il m'arrive de changer d'avis grâce à une remarque de l'équipe."],
    ['A remark from the team sometimes changes my mind.'],
  ],
  [
    'reverse',
    'mentee',
    'MO3',
    ["Je suis à l'aise pour que mon mentor anime la séance."],
    ['I am comfortable with my mentor running the session.'],
  ],
  [
    'reverse',
    'both',
    'COACH',
    ['Un échange avec un coach avant la première séance vous serait-il utile ?', 'oui', 'non', 'plus tard'],
    ['Would a talk with a coach before the first session help?', 'yes', 'no', 'later'],
  ],
  [
    'classic',
    'mentee',
    'MO3',
    ['Je prépare mes questions avant chaque séance.'],
    ['I prepare my questions before each session.'],
  ],
  [
    'strategic',
    'mentee',
    'ST1',
    ['Quelle décision ou quel changement voulez-vous éclairer ?'],
    ['Which decision or change do you want light on?'],
  ],
  ['strategic', 'both', 'ST2', ["conflits d'intérêts"], ['conflicts of interest']],
  ['strategic', 'both', 'ST2C', ['Engagement de confidentialité'], ['Confidentiality undertaking']],
  [
    'strategic',
    'mentor',
    'ST3',
    ['Dans quels secteurs ou situations avez-vous exercé ?'],
    ['In which sectors or situations have you worked?'],
  ],
  [
    'expert',
    'mentee',
    'EX1',
    ['Quel point précis voulez-vous débloquer ?'],
    ['Which precise point do you want unlocked?'],
  ],
  ['expert', 'mentee', 'EX2', ['Ce que vous avez déjà essayé'], ['What you have tried']],
  ['expert', 'mentee', 'EX3', ['Échéance'], ['Deadline']],
  [
    'expert',
    'mentor',
    'EX4',
    ["Quelle situation semblable avez-vous vécue, et qu'est-ce qui l'a débloquée ?"],
    ['What similar situation have you lived, and what unlocked it?'],
  ],
]

describe('the wording of the questionnaires', () => {
  test.each(WORDING)('%s · %s · %s says what it is meant to', (kind, role, key, fr, en) => {
    for (const words of fr) expect(wordsOf(kind, role, key, 'fr')).toContain(words)
    for (const words of en) expect(wordsOf(kind, role, key, 'en')).toContain(words)
  })

  test('levels are described by what people do', () => {
    expect(LEVEL_WORDS.usage.map((words) => words.en)).toEqual([
      'not yet',
      'with help',
      'on my own',
      'regularly, I help others out',
      'I have taught it to others',
    ])
    expect(LEVEL_WORDS.stakes.map((words) => plainly(words.fr))).toEqual([
      'je découvre',
      "j'en connais les grandes lignes",
      "j'en vois l'effet sur mon activité",
      "je m'en sers pour décider ou recommander",
      "je l'ai exposé à d'autres",
    ])
    expect(LAST_WORDS.map((words) => words.en)).toEqual([
      'never',
      'over a year ago',
      'this year',
      'this month',
      'this week',
    ])
  })

  test('the three boxes of the sign-up are separate, and none is about talent', () => {
    expect(SIGN_UP_WORDS.volunteer.fr).toBe('Je participe volontairement')
    expect(plainly(SIGN_UP_WORDS.charter.fr)).toBe("J'ai lu la charte")
    expect(SIGN_UP_WORDS.reminders.fr).toBe('Je souhaite recevoir les rappels')
    expect(JSON.stringify(SIGN_UP_WORDS)).not.toMatch(/talent/i)
  })
})

describe('who is asked what', () => {
  const keysOf = (kind: ProgrammeKind, role: Answering) =>
    questionsOf(questionnaire(kind, role)).map((question) => question.key)
  const required = (kind: ProgrammeKind, role: Answering) =>
    questionsOf(questionnaire(kind, role))
      .filter((question) => question.required)
      .map((question) => question.key)

  test('a mentor answers six learning choices, a mentee four, and both roles have offers and wants', () => {
    expect(keysOf('reverse', 'mentor')).toEqual(
      expect.arrayContaining(['LP4', 'TS1', 'TS2', 'OFFERS', 'WANTS', 'IR', 'MS6', 'CAP']),
    )
    expect(keysOf('reverse', 'mentor')).not.toEqual(expect.arrayContaining(['NEED1']))
    expect(keysOf('reverse', 'mentee')).toEqual(
      expect.arrayContaining(['LP4', 'OFFERS', 'WANTS', 'IM', 'MO3', 'NEED1', 'NEED2']),
    )
    for (const key of ['TS1', 'CAP', 'MS1', 'IR']) expect(keysOf('reverse', 'mentee')).not.toContain(key)
  })

  test('only what matching needs is required, and a mentor wants a topic too (P33)', () => {
    expect(required('reverse', 'mentor').sort()).toEqual(['G2', 'G6', 'OFFERS', 'WANTS'])
    expect(required('reverse', 'mentee').sort()).toEqual(['G2', 'G6', 'WANTS'])
    expect(required('strategic', 'mentor').sort()).toEqual(['G2', 'G6', 'OFFERS', 'ST2C'])
    expect(required('expert', 'mentee').sort()).toEqual(['EX1', 'G2', 'G6', 'WANTS'])
    expect(required('expert', 'mentor').sort()).toEqual(['G2', 'G6', 'OFFERS'])
  })

  test.each(KINDS)('%s · whoever takes both roles meets every question of either once', (kind) => {
    const both = keysOf(kind, 'both')
    expect(new Set(both).size).toBe(both.length)
    expect(new Set(both)).toEqual(new Set([...keysOf(kind, 'mentor'), ...keysOf(kind, 'mentee')]))
  })

  test('in classic mentoring the direction turns: the mentor is the one who helps a path along', () => {
    expect(keysOf('classic', 'mentor')).toContain('IM')
    expect(keysOf('classic', 'mentee')).toContain('IR')
  })

  test('strategic mentoring is about stakes only', () => {
    for (const question of questionsOf(questionnaire('strategic', 'both'))) {
      if ('facets' in question) expect(question.facets).toEqual(['stakes'])
    }
  })

  test('an expert session needs at least four hours in the month', () => {
    const g6 = questionsOf(questionnaire('expert', 'mentor')).find((question) => question.key === 'G6')
    expect(g6).toMatchObject({ hours_min: 4, hours_usual: 4 })
  })

  test('the programme’s own words name the roles', () => {
    const words: { mentor: Both; mentee: Both } = {
      mentor: { fr: 'éclaireur', en: 'scout' },
      mentee: { fr: 'explorateur', en: 'explorer' },
    }
    const labels = questionsOf(questionnaire('reverse', 'both', { words })).map(
      (question) => question.label.en,
    )
    expect(labels).toContain('What else I hope for, as scout')
    expect(labels).toContain('What else I hope for, as explorer')
  })
})

describe('every text', () => {
  const all: [string, Both][] = []
  const collect = (path: string, node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    if ('fr' in node || 'en' in node) all.push([path, node as Both])
    for (const [name, value] of Object.entries(node)) collect(`${path}/${name}`, value)
  }
  for (const kind of KINDS)
    for (const role of ROLES) collect(`${kind}/${role}`, describeQuestionnaire(questionnaire(kind, role)))
  collect('sign-up', SIGN_UP_WORDS)

  test('is there in both languages', () => {
    expect(all.length).toBeGreaterThan(1000)
    for (const [path, { fr, en }] of all) {
      // Names of languages and levels are nested under `fr` and `en`; everything else is text.
      expect(typeof fr === typeof en, path).toBe(true)
      if (typeof fr === 'string') expect(fr.trim() !== '' && en.trim() !== '', path).toBe(true)
    }
  })

  test('is set as French and English are: no typewriter apostrophe, no ordinary space before a high mark', () => {
    for (const [path, { fr, en }] of all) {
      if (typeof fr !== 'string') continue
      expect(fr, path).not.toMatch(/'| [;:?!»]|« /)
      expect(en, path).not.toMatch(/'|"| [;:?!]/)
      expect(fr + en, path).not.toMatch(/!/)
    }
  })

  test('never speaks of age or generation', () => {
    for (const [path, { fr, en }] of all) {
      expect(`${fr} ${en}`, path).not.toMatch(
        /\b(âges?|jeunes?|vieux|seniors?|générations?|young|elder|ages?|generations?)\b/i,
      )
    }
  })

  test('every question says why it is asked', () => {
    for (const kind of KINDS) {
      for (const question of questionsOf(questionnaire(kind, 'both'))) {
        expect(question.why.fr.length, question.key).toBeGreaterThan(15)
      }
    }
  })
})
