import type { Both } from '#domain/language.ts'
import { SHEET_FIELDS, type SheetField } from '#domain/match-sheet.ts'

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** What is said about a line of a file that could not be read whole. */
export const SHEET_WORDS = {
  /** The name of somebody whose line names nobody; the same in both languages. */
  line: (line: number) => `№ ${line}`,
  nameless: {
    fr: 'Aucun nom, identifiant ni adresse sur cette ligne\u00a0; la personne porte le numéro de sa ligne.',
    en: 'No name, identifier or address on this line; the person goes by the number of their line.',
  },
  repeated: (key: string, line: number): Both => ({
    fr: `«\u00a0${shown(key)}\u00a0» figure déjà à la ligne ${line}\u00a0; cette ligne est laissée de côté.`,
    en: `“${shown(key)}” is on line ${line} already; this line is left aside.`,
  }),
  unread: (field: SheetField, text: string): Both => ({
    fr: `${SHEET_FIELDS[field].name.fr}\u00a0: «\u00a0${shown(text)}\u00a0» n’a pas pu être lu et compte comme inconnu.`,
    en: `${SHEET_FIELDS[field].name.en}: “${shown(text)}” could not be read and counts as unknown.`,
  }),
  unknownGrade: (grade: string): Both => ({
    fr: `Le grade «\u00a0${shown(grade)}\u00a0» n’est pas dans l’ordre des grades et compte comme inconnu.`,
    en: `The grade “${shown(grade)}” is not in the order of grades and counts as unknown.`,
  }),
}
