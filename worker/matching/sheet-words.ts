import type { Both } from '#domain/language.ts'
import type { ReportedRule, SheetSettings } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { SHEET_WORDS } from '#questionnaire/sheet/sheet-words.ts'
import type { TopicFacts } from './pair-facts.ts'
import type { SheetCohort } from './sheet-cohort.ts'
import { quote, topicName } from './words.ts'

export const NOT_NAMED: Both = { fr: 'à choisir ensemble', en: 'to be chosen together' }
export const NO_PLACE: Both = {
  fr: 'Sa ligne annonce zéro place. Avec une place, cette personne prendra part.',
  en: 'Their line says no places. With one place, this person will take part.',
}
export const unplaced = SHEET_WORDS.unknownGrade

const GIVES: Record<Role, Both> = {
  mentor: { fr: 'Le mentor', en: 'The mentor' },
  mentee: { fr: 'La personne mentorée', en: 'The mentee' },
}

/** Where no topic is named in the files. */
export function sayAnyTopic(): Both {
  return {
    fr: 'Les fichiers ne nomment pas de sujet\u00a0: ce critère compte de même pour tous les binômes.',
    en: 'The files name no topics: this criterion counts the same for every pair.',
  }
}

/** One topic that passes from one to the other, without levels. */
export function sayLink({ topic, offered }: Pick<TopicFacts, 'topic' | 'offered'>, from: Role): Both {
  const [giver, wish] = [GIVES[from], quote(topicName(topic))]
  if (offered === null || offered.topic === topic) {
    return {
      fr: `${giver.fr} propose ${wish.fr}, que l’autre personne souhaite.`,
      en: `${giver.en} offers ${wish.en}, which the other person wants.`,
    }
  }
  const offer = quote(topicName(offered.topic))
  return {
    fr: `${giver.fr} propose ${offer.fr}, voisin de ${wish.fr} que l’autre personne souhaite\u00a0; à confirmer ensemble.`,
    en: `${giver.en} offers ${offer.en}, close to ${wish.en} which the other person wants; to be confirmed together.`,
  }
}

const KEY: Record<SheetCohort['recognisedBy'], Both> = {
  reference: { fr: 'l’identifiant', en: 'the identifier' },
  email: { fr: 'l’adresse e-mail', en: 'the e-mail address' },
  name: {
    fr: 'le nom, faute d’identifiant ou d’adresse dans les deux fichiers',
    en: 'the name, for want of an identifier or address in both files',
  },
}

/** Each hard rule, whether the files held what it needs, and what that means, in the order in which they are asked. */
export function reportedRules(
  { checkable, recognisedBy }: SheetCohort,
  settings: SheetSettings,
): ReportedRule[] {
  const rule = (isChecked: boolean, name: Both, checked: Both, open: Both = checked): ReportedRule => ({
    name,
    isChecked,
    words: isChecked ? checked : open,
  })
  return [
    rule(
      true,
      { fr: 'Pas avec soi-même', en: 'Not with oneself' },
      {
        fr: `Une personne présente dans les deux fichiers est reconnue par ${KEY[recognisedBy].fr}.`,
        en: `Somebody who is in both files is recognised by ${KEY[recognisedBy].en}.`,
      },
    ),
    rule(
      checkable.past,
      { fr: 'Pas deux fois le même binôme', en: 'Not the same pair twice' },
      { fr: 'Les binômes d’avant sont écartés.', en: 'Earlier pairs are set aside.' },
      { fr: 'Aucun binôme d’avant n’est nommé.', en: 'No earlier pair is named.' },
    ),
    rule(
      checkable['reporting-line'],
      { fr: 'Hors ligne hiérarchique', en: 'Outside the reporting line' },
      {
        fr: 'Personne n’est en binôme avec quelqu’un au-dessus ou au-dessous, aussi loin que vont les responsables nommés dans ces fichiers.',
        en: 'Nobody is paired with somebody above or below them, as far as the managers named in these files reach.',
      },
      {
        fr: 'Aucune colonne ne nomme les responsables\u00a0: à vérifier de votre côté avant d’annoncer un binôme.',
        en: 'No column names managers: check this yourself before you announce a pair.',
      },
    ),
    rule(
      checkable.language,
      { fr: 'Une langue commune', en: 'A language in common' },
      {
        fr: 'Chaque binôme partage une langue. Une case vide ne vaut aucune langue.',
        en: 'Each pair shares a language. An empty cell counts as no language.',
      },
      {
        fr: 'Les langues ne sont pas dites des deux côtés\u00a0: une langue commune est supposée.',
        en: 'Languages are not stated on both sides: a common one is assumed.',
      },
    ),
    rule(
      checkable.meeting,
      { fr: 'Une façon de se rencontrer', en: 'A way to meet' },
      {
        fr: 'Chaque binôme peut se voir, sur place ou à distance.',
        en: 'Each pair can meet, on site or remotely.',
      },
      {
        fr: 'Rien n’est dit de la façon de se voir\u00a0: sur place ou à distance, au choix.',
        en: 'Nothing is said about how to meet: on site or remotely, as they like.',
      },
    ),
    seniorityRule(checkable, settings, rule),
    rule(
      checkable.topic,
      { fr: 'Un sujet à transmettre', en: 'A topic to pass on' },
      {
        fr: 'Le mentor propose un sujet que la personne mentorée souhaite, ou un sujet voisin. Qui propose un sujet est réputé savoir le transmettre.',
        en: 'The mentor offers a topic that the mentee wants, or a neighbouring one. Whoever offers a topic is taken to be able to pass it on.',
      },
      {
        fr: 'Les sujets ne sont pas dits des deux côtés\u00a0: tous les binômes sont permis à cet égard.',
        en: 'Topics are not stated on both sides: in this respect every pair is allowed.',
      },
    ),
    rule(
      true,
      { fr: 'Pas plus de places que prévu', en: 'No more than the places there are' },
      checkable.capacity
        ? {
            fr: `Le nombre de places vient du fichier\u00a0; ${settings.capacity} là où la case est vide.`,
            en: `The number of places comes from the file; ${settings.capacity} where the cell is empty.`,
          }
        : {
            fr: `Le fichier ne le dit pas\u00a0: ${settings.capacity} par mentor, comme réglé plus haut.`,
            en: `The file does not say: ${settings.capacity} for each mentor, as set above.`,
          },
    ),
    rule(
      false,
      { fr: 'L’accord de chacun', en: 'Everybody’s agreement' },
      {
        fr: 'Un fichier ne dit pas qui a donné son accord\u00a0: demandez-le avant d’annoncer un binôme.',
        en: 'A file does not say who has agreed: ask before you announce a pair.',
      },
    ),
  ]
}

function seniorityRule(
  { seniority: isChecked, manages }: SheetCohort['checkable'],
  { senior, seniority_gap, experience_gap_years, unknown_seniority_allowed }: SheetSettings,
  rule: (isChecked: boolean, name: Both, checked: Both, open: Both) => ReportedRule,
): ReportedRule {
  const name: Both = { fr: 'Le sens de l’expérience', en: 'Which way experience runs' }
  if (senior === null) {
    const free: Both = { fr: 'Ne compte pas, comme réglé plus haut.', en: 'Does not count, as set above.' }
    return rule(false, name, free, free)
  }
  const who =
    senior === 'mentee'
      ? { fr: 'La personne mentorée', en: 'The mentee' }
      : { fr: 'Le mentor', en: 'The mentor' }
  return rule(
    isChecked,
    name,
    {
      fr: `${who.fr} est au moins ${seniority_gap} niveau${seniority_gap > 1 ? 'x' : ''} au-dessus, ou dans l’entreprise depuis ${experience_gap_years} an${experience_gap_years > 1 ? 's' : ''} de plus.${manages ? ' Le même niveau suffit là où personne n’est encadré.' : ''} ${unknown_seniority_allowed ? 'Inconnu des deux\u00a0: permis.' : 'Inconnu des deux\u00a0: refusé.'}`,
      en: `${who.en} is at least ${seniority_gap} level${seniority_gap === 1 ? '' : 's'} above, or has been in the company ${experience_gap_years} year${experience_gap_years === 1 ? '' : 's'} longer.${manages ? ' The same level is enough where nobody is managed.' : ''} ${unknown_seniority_allowed ? 'Not known of both: allowed.' : 'Not known of both: refused.'}`,
    },
    unknown_seniority_allowed
      ? {
          fr: 'Ni grade ni ancienneté des deux côtés\u00a0: cette règle n’a rien pu vérifier.',
          en: 'Neither grade nor time in the company on both sides: this rule had nothing to check.',
        }
      : {
          fr: 'Ni grade ni ancienneté des deux côtés\u00a0: tout est refusé, comme réglé plus haut.',
          en: 'Neither grade nor time in the company on both sides: everything is refused, as set above.',
        },
  )
}
