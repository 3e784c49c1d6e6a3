import { familyName } from '#domain/job-family.ts'
import type { Language } from '#domain/language.ts'
import { SHEET_FIELDS, type SheetField, type SheetTable } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { DAY_WORDS, PART_WORDS } from '#questionnaire/kinds/week.ts'
import { SPOKEN_LANGUAGES } from '#questionnaire/spoken-language.ts'
import { TOPICS } from '#questionnaire/topics.ts'

/** What each line of the invented people tells, in this order. */
const FIELDS = [
  'name',
  'reference',
  'wants',
  'offers',
  'grade_rank',
  'hired_in',
  'manager',
  'job_family',
  'site',
  'languages',
  'slots',
  'capacity',
] as const satisfies SheetField[]
type Field = (typeof FIELDS)[number]

/** Invented people, one a line. Topics, families, languages and moments are ids, written in the language of the page. */
const MENTORS = `
Malo Kerveillant | A118 | negotiation | ai-assistants ai-requests | 2 | 2024-09 | A031 | communication | Brest | fr en | tue-midday thu-midday | 2
Inès Tanguy | A121 | how-decisions-are-made | instagram short-video | 1 | 2025-02 | A040 | marketing | Rennes | fr | mon-midday fri-morning | 1
Yanis Le Bihan | A127 | budget | dashboards reading-figures | 2 | 2023-11 | A052 | data | Brest | fr en | wed-morning thu-midday | 2
Chloé Abgrall | A130 | leading-a-team | no-code automation | 2 | 2024-03 | A052 | information-systems | Nantes | fr en | tue-morning tue-midday | 1
Noé Riou | A133 | company-strategy | passwords fraudulent-messages | 1 | 2025-06 | A052 | information-systems | Rennes | fr | mon-morning wed-midday | 2
Awa Diarra | A136 | project-management | climate carbon-footprint | 2 | 2024-01 | A060 | engineering | Lorient | fr en | thu-morning fri-midday | 1
Tom Prigent | A139 | craft-knowledge | online-meetings shared-documents | 1 | 2025-09 | A071 | logistics | Lorient | fr | mon-midday thu-afternoon | 2
Lina Cozic | A142 | persuading | linkedin writing-online | 2 | 2023-05 | A031 | communication | Brest | fr en | tue-midday fri-midday | 1
Hugo Salaün | A145 | customer-journey | video-games gamification | 1 | 2025-01 | A040 | marketing | Rennes | fr | wed-afternoon | 1
Sara Guéguen | A148 | recruiting | early-career-expectations work-today | 2 | 2024-06 | A083 | human-resources | Nantes | fr en | tue-midday thu-morning | 2
Ewen Troadec | A151 | negotiation | digital-twin connected-objects | 3 | 2022-10 | A060 | engineering | Brest | fr | mon-morning fri-morning | 1
Jade Morvan | A154 | reading-accounts | ai-assistants spreadsheets | 2 | 2024-11 | A090 | finance | Rennes | fr en | wed-midday thu-midday | 1`

const MENTEES = `
Hélène Le Goff | A031 | ai-assistants | negotiation persuading | 6 | 2009-04 | | purchasing | Brest | fr | tue-midday wed-midday
Denis Bellec | A040 | dashboards instagram | customer-journey company-strategy | 6 | 2006-09 | | sales | Rennes | fr en | wed-morning mon-midday
Catherine Rolland | A052 | climate | budget leading-a-team | 6 | 2003-01 | | information-systems | Nantes | fr en | thu-morning fri-midday
Paul Jézéquel | A060 | online-meetings | project-management craft-knowledge | 5 | 2001-10 | | engineering | Lorient | fr | thu-afternoon mon-midday
Nathalie Quéré | A071 | linkedin | leading-a-team settling-conflicts | 5 | 2011-02 | | logistics | Brest | fr | fri-midday tue-midday
Bruno Kermarrec | A083 | no-code | recruiting labour-relations | 5 | 2008-06 | | human-resources | Nantes | fr | tue-morning
Sylvie Autret | A090 | reading-figures ai-assistants | reading-accounts | 6 | 2005-03 | | finance | Brest | fr en | thu-midday
Marc Olivier | A094 | work-today | how-decisions-are-made company-history | 7 | 1999-09 | | legal | Nantes | fr en | tue-midday
Anne Floch | A097 | early-career-expectations | project-management | 5 | 2012-11 | | production | Rennes | fr | thu-morning tue-midday
Rachid Benali | A101 | passwords | company-strategy persuading | 6 | 2010-05 | | sales | Rennes | fr en | mon-morning
Gwenola Piriou | A104 | short-video | how-decisions-are-made | 5 | 2013-08 | | communication | Rennes | fr | fri-morning mon-midday
Laurent Masson | A107 | blockchain | reading-accounts cash-flow | 6 | 2004-12 | | finance | Nantes | fr | wed-midday
Emily Carter | A109 | spreadsheets | working-in-english | 5 | 2014-01 | | customer-service | Brest | en | thu-midday
Pascale Hamon | A112 | fraudulent-messages | delegating | 5 | 2007-07 | | accounting | Lorient | fr | wed-midday`

/** The columns of our template for a role, in their order: what matters most for the role comes first. */
function columnsOf(role: Role): Field[] {
  const first: Field[] = role === 'mentor' ? ['offers', 'wants'] : ['wants', 'offers']
  const others = FIELDS.slice(4).filter((field) => role === 'mentor' || field !== 'capacity')
  return ['name', 'reference', ...first, ...others]
}

/** The invented people of a role as a table, with the titles of our template, in one language. */
export function exampleTable(role: Role, language: Language): SheetTable {
  const lines = (role === 'mentor' ? MENTORS : MENTEES).trim().split('\n')
  const rows = lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    return columnsOf(role).map((field) => cellText(field, cells[FIELDS.indexOf(field)] ?? '', language))
  })
  return { header: templateHeader(role, language), rows, lines: rows.map((_, at) => at + 2) }
}

export function templateHeader(role: Role, language: Language): string[] {
  return columnsOf(role).map((field) => SHEET_FIELDS[field].name[language])
}

/** The words of each id, for the fields that are lists of ids. */
const WORDS: Partial<Record<Field, (id: string, language: Language) => string | undefined>> = {
  wants: (id, language) => TOPICS[id]?.name[language],
  offers: (id, language) => TOPICS[id]?.name[language],
  job_family: (id, language) => familyName(id)[language],
  languages: (id, language) => SPOKEN_LANGUAGES[id]?.[language],
  slots: slotWords,
}

function cellText(field: Field, cell: string, language: Language): string {
  const words = WORDS[field]
  if (!words) return cell
  const ids = cell.split(' ').filter(Boolean)
  return ids.map((id) => words(id, language) ?? id).join(' ; ')
}

function slotWords(slot: string, language: Language): string {
  const [day, part] = slot.split('-') as [keyof typeof DAY_WORDS, keyof typeof PART_WORDS]
  return `${DAY_WORDS[day][language]} ${PART_WORDS[part][language]}`
}
