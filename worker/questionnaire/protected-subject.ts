import { plain } from './sheet/plain.ts'
import { isRefusedColumn } from './sheet/refused-column.ts'

/** Turns of phrase that bear a refused word and ask about work: they are left out before looking. */
const HARMLESS = [
  /\b(quels?|un|des|ce|meme) genres? d(e|u|es)?\b/,
  /\ba l origine d(e|u|es)?\b/,
  /\borigines? d(e|u|es) ((l|la|le|les|un|une|votre|vos|ce|cette) )?(projet|demande|idee|besoin|donnee)\w*\b/,
  /\b(identite (visuelle|numerique|de marque)|(visual|brand|digital|corporate) identity)\b/,
  /\b(sante (et|au) (la )?(securite|travail)\b( au travail)?|health and safety)\b/,
  /\b(union europeenne|european union)\b/,
  /\b((lead|content|image|text) generation|generation de (leads|contenus?|textes?|images?))\b/,
]

/** What a sentence adds to the headers of a table that are refused: the person is spoken to, and answers for themselves. */
const PERSONAL = [
  /\b(femmes?|hommes?|women|woman|men|man|females?|males?|feminin|masculin|non binaires?|non binary)\b/,
  /\b(how old|years old|born|nee? en|ne e en|date of birth|quinquas?|boomers?|millennials?)\b/,
  /\b(1[89]|[2-6]\d) ((a|et|to|and) )?(1[89]|[2-7]\d) (ans|years)\b(?! d| of)/,
  /\b(enceinte|couleur de peau|skin colou?r|pays de naissance)\b/,
]

/**
 * Whether a question asks what somebody is rather than what they do: age, sex, origin, health, beliefs, private life.
 * The words are those that are refused at the head of a column, and those that only a sentence has.
 */
export function asksProtected(sentence: string): boolean {
  const words = HARMLESS.reduce((text, harmless) => text.replace(harmless, ' '), plain(sentence))
  return isRefusedColumn(words) || PERSONAL.some((pattern) => pattern.test(words))
}

/**
 * Whether an answer to pick from names what somebody is. Words that are also a trade or a topic (health, origin of
 * data) pass: it is for the question to ask about something else.
 */
export function namesProtected(option: string): boolean {
  const words = plain(option)
  return PERSONAL.some((pattern) => pattern.test(words))
}
