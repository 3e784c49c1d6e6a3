import type { Both, Language } from '#domain/language.ts'

const fr = {
  title: 'Sujets',
  lead: 'La liste dans laquelle chaque personne choisit ce qu’elle peut apporter et ce qu’elle veut apprendre. Un changement vaut pour les prochaines inscriptions\u00a0; les réponses déjà données restent ce qu’elles sont.',
  version: (version: string) => `Version ${version} de la liste.`,
  search: 'Chercher un sujet',
  found: (count: number) =>
    count === 0 ? 'Aucun sujet trouvé.' : count === 1 ? '1\u00a0sujet.' : `${count}\u00a0sujets.`,
  add: 'Ajouter un sujet',
  edit: 'Modifier',
  retire: 'Ne plus proposer',
  offer: 'Proposer de nouveau',
  saved: (name: string) => `«\u00a0${name}\u00a0» est enregistré.`,
  isRetired: (name: string) =>
    `«\u00a0${name}\u00a0» n’est plus proposé. Les réponses qui le citent le gardent.`,
  own: 'ajouté ici',
  retired: 'n’est plus proposé',
  soft: 'savoir-être',
  form: {
    new: 'Un nouveau sujet',
    fr: ['Nom en français', 'Court et clair, 80 caractères au plus.'],
    en: ['Nom en anglais', 'Les personnes anglophones lisent celui-ci.'],
    group: ['Groupe', 'Deux sujets d’un même groupe sont voisins pour l’appariement.'],
    family: ['Portée', 'Un sujet de métier compte moins entre deux métiers éloignés.'],
    anywhere: 'Utile dans tous les métiers',
    nature: ['Nature', 'Savoir-faire ou savoir-être\u00a0: les deux se transmettent.'],
    natures: { hard: 'Savoir-faire', soft: 'Savoir-être' },
    esco: ['Identifiant ESCO (facultatif)', 'Relie ce sujet à la classification européenne des compétences.'],
    save: 'Enregistrer',
  },
  esco: {
    title: 'S’aider d’ESCO',
    hint: 'Cherchez une compétence pour en reprendre les noms et l’identifiant.',
    label: 'Chercher une compétence',
    take: 'Reprendre',
    none: 'Aucune compétence ne ressemble à cela.',
    empty: 'Aucun fichier ESCO n’est encore importé\u00a0: voyez plus bas.',
    importTitle: 'Le fichier ESCO',
    known: (count: string) => `${count}\u00a0compétences peuvent être cherchées quand vous ajoutez un sujet.`,
    file: [
      'Importer un fichier',
      'Un fichier JSON\u00a0: une liste d’objets avec «\u00a0uri\u00a0», «\u00a0fr\u00a0», «\u00a0en\u00a0» et, si vous l’avez, «\u00a0group\u00a0».',
    ],
    send: 'Importer',
    unreadable: 'Ce fichier n’est pas du JSON lisible. Choisissez-en un autre\u00a0: rien n’a été importé.',
    imported: (created: string, updated: string, unchanged: string) =>
      `Import terminé\u00a0: ${created} nouvelles, ${updated} mises à jour, ${unchanged} inchangées.`,
  },
  suggestion: {
    title: 'Sujets demandés',
    lead: 'Ce que des personnes n’ont pas trouvé dans la liste. Rangez chaque idée sous un sujet, ou ajoutez-le.',
    none: 'Aucune demande en attente.',
    from: (programme: string) => `programme ${programme}`,
    file: (name: string) => `C’est «\u00a0${name}\u00a0»`,
    other: 'C’est un autre sujet…',
    add: 'En faire un sujet',
    dismiss: 'Écarter',
    about: (text: string) => ` (${text})`,
    filed: 'La demande est rangée.',
    dismissed: 'La demande est écartée.',
  },
}

export type TopicsWords = typeof fr

const en: TopicsWords = {
  title: 'Topics',
  lead: 'The list in which everybody picks what they can offer and what they want to learn. A change applies to the next sign-ups; answers already given stay as they are.',
  version: (version) => `Version ${version} of the list.`,
  search: 'Search for a topic',
  found: (count) => (count === 0 ? 'No topic found.' : count === 1 ? '1 topic.' : `${count} topics.`),
  add: 'Add a topic',
  edit: 'Edit',
  retire: 'Stop offering',
  offer: 'Offer again',
  saved: (name) => `“${name}” is saved.`,
  isRetired: (name) => `“${name}” is no longer offered. Answers that name it keep it.`,
  own: 'added here',
  retired: 'no longer offered',
  soft: 'people skill',
  form: {
    new: 'A new topic',
    fr: ['Name in French', 'Short and clear, 80 characters at most.'],
    en: ['Name in English', 'English speakers read this one.'],
    group: ['Group', 'Two topics of one group are neighbours when pairs are formed.'],
    family: ['Reach', 'A topic of one field counts for less between fields that are far apart.'],
    anywhere: 'Useful in any field',
    nature: ['Nature', 'A skill or a people skill: both can be passed on.'],
    natures: { hard: 'Skill', soft: 'People skill' },
    esco: ['ESCO identifier (optional)', 'Ties this topic to the European classification of skills.'],
    save: 'Save',
  },
  esco: {
    title: 'Take from ESCO',
    hint: 'Search for a skill to take its names and its identifier.',
    label: 'Search for a skill',
    take: 'Take',
    none: 'No skill is like that.',
    empty: 'No ESCO file has been imported yet: see below.',
    importTitle: 'The ESCO file',
    known: (count) => `${count} skills can be searched when you add a topic.`,
    file: [
      'Import a file',
      'A JSON file: a list of objects with “uri”, “fr”, “en” and, if you have it, “group”.',
    ],
    send: 'Import',
    unreadable: 'This file is not readable JSON. Choose another one: nothing was imported.',
    imported: (created, updated, unchanged) =>
      `Import done: ${created} new, ${updated} updated, ${unchanged} unchanged.`,
  },
  suggestion: {
    title: 'Topics asked for',
    lead: 'What people did not find in the list. File each idea under a topic, or add it.',
    none: 'Nothing is waiting.',
    from: (programme) => `programme ${programme}`,
    file: (name) => `It is “${name}”`,
    other: 'It is another topic…',
    add: 'Make it a topic',
    dismiss: 'Let it go',
    about: (text) => ` (${text})`,
    filed: 'It is filed.',
    dismissed: 'It is let go.',
  },
}

const TOPICS_WORDS: Both<TopicsWords> = { fr, en }

/** The words of the page where organisers keep the list of topics. */
export function topicsWordsIn(language: Language): TopicsWords {
  return TOPICS_WORDS[language]
}
