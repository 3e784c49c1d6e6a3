import { plain } from './plain.ts'

/**
 * Headers that speak of what somebody is rather than of their work: age, sex, origin, health, beliefs, private life,
 * and free biographies, where all of these turn up.
 */
const REFUSED = [
  /\b(ages?|aged|birth\w*|dob|naissances?|nee? le|generations?)\b/,
  /\b(sex|sexe|sexes|sexual\w*|sexuel\w*|gender\w*|genres?|pronouns?|pronoms?|civilite|lgbt\w*|trans\w{0,7}gender\w*|orientation)\b/,
  /\b(ethnic\w*|ethnie\w*|races?|racial\w*|origins?|origines?|nationalit\w*|citizenship|citoyennete|immigra\w*|mother tongue|langue maternelle)\b/,
  /\b(religio\w*|beliefs?|faith|croyances?|politi\w* opinions?|opinions? politi\w*|unions?|syndic\w*)\b/,
  /\b(health\w*|sante|medical\w*|disab\w*|handicap\w*|rqth|pregnan\w*|grossesse|neurodiver\w*|illness|maladies?)\b/,
  /\b(marital\w*|married|maternity|paternity|children|enfants?|situation (de famille|familiale)|family (status|situation)|carer|caring responsibilities)\b/,
  /\b(characteristics?|caracteristiques?|identity|identities|diversity|diversite|socio\w*|social (background|class|mobility)|veterans?)\b/,
  /\b(bio|biograph\w*|photo\w*|picture|salar\w*|salaires?|pay|remuneration|ssn|nir|securite sociale|social security)\b/,
  /\b(home address|adresse (postale|personnelle)|domicile)\b/,
]

/** Whether a column is never read, whatever anybody says: its header speaks of a protected characteristic. */
export function isRefusedColumn(header: string): boolean {
  const words = plain(header)
  return REFUSED.some((pattern) => pattern.test(words))
}
