import type { Both } from '#domain/language.ts'
import { type ColumnUse, SHEET_FIELDS, type SheetField, type SheetTable } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { Problem } from '#domain/problem.ts'
import { isLanguage, partsOf } from './cell.ts'
import { plain } from './plain.ts'
import { isRefusedColumn } from './refused-column.ts'
import { findTopic, readTopics } from './topic-name.ts'

/** Headers by which a field is known, after `plain`; the first that fits wins. */
const HEADERS: [SheetField, RegExp][] = [
  ['past', /\b(deja|already|previous (mentor|mentee|match)|past|ancien binome)\b/],
  ['manages', /\b(encadre|manages|est manager|is manager|people manager)\b/],
  ['manager', /\b(manager|responsable|n 1|superieur|supervisor|reports to|hierarchique)\b/],
  ['email', /\b(e ?mail|mail|courriel|adresse electronique)\b/],
  ['given_name', /^(prenom|first name|given name|forename|first)$/],
  ['family_name', /^(nom|nom de famille|last name|family name|surname|last)$/],
  [
    'name',
    /^(name|full name|nom complet|prenom et nom|nom et prenom|nom prenom|prenom nom|participant|personne)$/,
  ],
  ['reference', /^(id|identifier|identifiant|matricule|employee (id|number)|reference|external id|numero)$/],
  ['grade_rank', /\b(grade rank|rang|rank|niveau nombre|level number)\b/],
  ['grade', /\b(grade|echelon|classification|coefficient|seniority level|niveau hierarchique)\b/],
  [
    'hired_in',
    /\b(date d? ?arrivee|date of arrival|date d? ?entree|hire date|hired|hired in|embauche|start date|joined)\b/,
  ],
  ['years', /\b(annees|anciennete|years|tenure)\b/],
  ['capacity', /\b(capacity|capacite|places|max mentees|nombre de (mentores|personnes)|how many)\b/],
  ['languages', /\b(langues?|languages?)\b/],
  ['where', /\b(sur place|a distance|remote\w*|on site|presentiel|meeting (mode|format)|format)\b/],
  ['slots', /\b(moments?|disponibilites?|creneaux?|availability|slots?|when)\b/],
  ['hopes', /\b(attentes?|hopes?|expectations?)\b/],
  [
    'offers',
    /\b(propos\w*|offer\w*|transmettre|teach|share|can help|strengths?|expertise|competences maitrisees|sait)\b/,
  ],
  [
    'wants',
    /\b(souhait\w*|want\w*|apprendre|learn|need\w*|besoins?|wish\w*|interests?|objectifs?|goals?|progresser)\b/,
  ],
  ['job_family', /\b(metier|profession|job family|field of work|function|fonction|filiere|domaine)\b/],
  [
    'subsidiary',
    /\b(entite|filiale|company|organisation|organization|subsidiary|departe?ment|direction|business unit|division|societe|entreprise)\b/,
  ],
  ['site', /\b(site|lieu|workplace|location|ville|city|localisation|implantation)\b/],
]
const SKILLS = /\b(skills?|competences?|topics?|sujets?|themes?|subjects?)\b/

/**
 * What each column of a table seems to hold, from its header and, where that says nothing, from what is in it.
 * A header that speaks of a protected characteristic is `refused`, whatever it holds; a field that is not a list is
 * given to one column only.
 */
export function guessColumns({ header, rows }: SheetTable, role: Role): ColumnUse[] {
  const taken = new Set<ColumnUse>()
  return header.map((title, column) => {
    if (isRefusedColumn(title)) return 'refused'
    const field =
      byHeader(title, role) ??
      byContent(
        rows.map((row) => row[column] ?? ''),
        role,
      )
    const isFree = field !== null && ('isList' in SHEET_FIELDS[field] || !taken.has(field))
    if (!isFree || !fieldsOf(role).includes(field)) return 'ignored'
    taken.add(field)
    return field
  })
}

/** The fields that somebody of a role may have. */
export function fieldsOf(role: Role): SheetField[] {
  return (Object.keys(SHEET_FIELDS) as SheetField[]).filter((field) => {
    const { of } = SHEET_FIELDS[field] as { of?: Role }
    return of === undefined || of === role
  })
}

function byHeader(title: string, role: Role): SheetField | null {
  const words = plain(title)
  for (const [field, { name }] of Object.entries(SHEET_FIELDS)) {
    if (words === plain(name.fr) || words === plain(name.en) || words === plain(field))
      return field as SheetField
  }
  const found = HEADERS.find(([, pattern]) => pattern.test(words))
  if (found) return found[0]
  return SKILLS.test(words) ? topicsOf(role) : null
}

const ENOUGH = 0.6

function byContent(cells: string[], role: Role): SheetField | null {
  const said = cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .slice(0, 50)
  const most = (test: (cell: string) => boolean) =>
    said.length > 0 && said.filter(test).length / said.length >= ENOUGH
  if (most((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))) return 'email'
  if (most((cell) => partsOf(cell).every(isLanguage))) return 'languages'
  if (most((cell) => readTopics(cell).some((topic) => findTopic(topic) !== null))) return topicsOf(role)
  return null
}

function topicsOf(role: Role): SheetField {
  return role === 'mentor' ? 'offers' : 'wants'
}

/** Orders in which grades are often named, the least senior first; each name alone or within a longer one. */
const LADDER = [
  /\b(stagiaire|intern|apprenti\w*|apprentice|alternan\w*|trainee)\b/,
  /\b(aa|administrative assistant|assistant\w*|employe\w*|operateur|operator|clerk)\b/,
  /\b(ao|administrative officer|technicien\w*|technician)\b/,
  /\b(eo|executive officer|agent de maitrise|junior|analyst\w*|associate)\b/,
  /\b(heo|higher executive officer|charge\w*|ingenieur\w*|engineer|cadre|consultant\w*)\b/,
  /\b(seo|senior executive officer|expert\w*|senior|confirme\w*|lead)\b/,
  /\b(grade 7|g7|chef\w*|manager\w*|responsable\w*|head)\b/,
  /\b(grade 6|g6|directeur adjoint|directrice adjointe|deputy director)\b/,
  /\b(scs1|directeur|directrice|director)\b/,
  /\b(scs2|directeur general|directrice generale|director general|vice president|vp)\b/,
  /\b(scs3|president\w*|comex|codir|chief \w+ officer|ceo)\b/,
  /\bscs4\b/,
]

/**
 * The levels of the grades in two tables, the least senior first, where their names tell. A grade whose name tells
 * nothing is in no level: it counts as unknown until somebody says where it stands.
 */
export function guessGrades(grades: readonly string[]): string[][] {
  const distinct = [...new Map(grades.map((grade) => [plain(grade), grade.trim()])).values()].filter(Boolean)
  const numbers = distinct.map((grade) => /^\D{0,12}?(\d+)$/.exec(grade))
  const areNumbered =
    numbers.every((found) => found !== null) &&
    new Set(distinct.map((grade) => plain(grade).replace(/\d+$/, ''))).size === 1
  if (areNumbered) {
    return distinct.sort((a, b) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b))).map((grade) => [grade])
  }
  return LADDER.map((_, level) => distinct.filter((grade) => rungOf(grade) === level)).filter(
    (names) => names.length > 0,
  )
}

/** An exact short name first (“EO” is not “SEO”); else the highest rung that the name speaks of. */
function rungOf(grade: string): number {
  const words = plain(grade)
  return LADDER.findLastIndex((pattern) => pattern.test(words))
}

/** The grades that are in no level, as they are written. */
export function unplacedGrades(grades: readonly string[], levels: readonly (readonly string[])[]): string[] {
  const placed = new Set(levels.flat().map(plain))
  return [...new Map(grades.map((grade) => [plain(grade), grade.trim()])).entries()]
    .filter(([key]) => key !== '' && !placed.has(key))
    .map(([, grade]) => grade)
}

/** What stands in the columns that are read as grades. */
export function gradesIn({ rows }: SheetTable, uses: readonly ColumnUse[]): string[] {
  const columns = uses.flatMap((use, column) => (use === 'grade' ? [column] : []))
  return rows.flatMap((row) => columns.map((column) => row[column]?.trim() ?? '')).filter(Boolean)
}

/**
 * A mapping written down by hand, by titles of columns, applied to a table. A column that it does not name is not read.
 * @throws Problem `invalid` where it names a column that the table does not have, or one that is never read
 */
export function applyColumns(
  { header }: SheetTable,
  role: Role,
  named: Readonly<Record<string, SheetField>>,
): ColumnUse[] {
  const titles = header.map(plain)
  for (const [title, field] of Object.entries(named)) {
    if (!titles.includes(plain(title))) throw new Problem('invalid', MAPPING_WORDS.missing(title))
    if (isRefusedColumn(title)) throw new Problem('invalid', MAPPING_WORDS.refused(title))
    if (!fieldsOf(role).includes(field)) throw new Problem('invalid', MAPPING_WORDS.unfit(title, field))
  }
  const byTitle = new Map(Object.entries(named).map(([title, field]) => [plain(title), field]))
  return header.map((title, at) =>
    isRefusedColumn(title) ? 'refused' : (byTitle.get(titles[at]!) ?? 'ignored'),
  )
}

const MAPPING_WORDS = {
  missing: (title: string): Both => ({
    fr: `Le fichier n’a pas de colonne «\u00a0${title}\u00a0». Corrigez son titre dans la correspondance.`,
    en: `The file has no column “${title}”. Correct its title in the mapping.`,
  }),
  refused: (title: string): Both => ({
    fr: `La colonne «\u00a0${title}\u00a0» parle de la personne et non de son travail\u00a0: elle n’est jamais lue. Retirez-la de la correspondance.`,
    en: `The column “${title}” speaks of the person and not of their work: it is never read. Remove it from the mapping.`,
  }),
  unfit: (title: string, field: SheetField): Both => ({
    fr: `La colonne «\u00a0${title}\u00a0» ne peut pas être lue comme «\u00a0${SHEET_FIELDS[field].name.fr}\u00a0» dans ce fichier.`,
    en: `The column “${title}” cannot be read as “${SHEET_FIELDS[field].name.en}” in this file.`,
  }),
}
