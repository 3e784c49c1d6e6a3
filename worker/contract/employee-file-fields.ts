/** What a column of a file may say. */
export const FILE_FIELDS = [
  'external_id',
  'given_name',
  'family_name',
  'email',
  'grade',
  'grade_rank',
  'job_family',
  'subsidiary',
  'site',
  'language',
  'hired_in',
  'leaves_on',
  'relation',
  'active',
  'manager',
  'dotted_managers',
  'manager_from',
  'moves',
] as const
export type FileField = (typeof FILE_FIELDS)[number]

/** Headers that say surely what they hold, in French, in English, and as HR products export them. */
const SYNONYMS: Record<FileField, string> = {
  external_id:
    'matricule|numero matricule|matricule rh|matricule salarie|matricule paie|matricule technique|identifiant|identifiant rh|identifiant salarie|id salarie|id collaborateur|identifiant collaborateur|employee id|employee number|employee no|employee code|worker id|staff id|staff number|person number|personnel number|pernr|payroll id|payroll number',
  given_name: 'prenom|prenoms|prenom usuel|first name|firstname|preferred first name|forename|given names',
  family_name: 'nom|nom de famille|nom usuel|nom d usage|nom usage|last name|lastname|surname',
  email:
    'email|e mail|mail|courriel|adresse e mail|adresse email|adresse mail|email address|e mail address|e mail professionnel|email professionnel|mail professionnel|courriel professionnel|adresse e mail professionnelle|adresse email professionnelle|adresse mail professionnelle|adresse electronique professionnelle|email pro|mail pro|e mail pro|work email|work e mail|work email address|work mail|email work|business email|business email address|company email|corporate email',
  grade: 'echelon hierarchique|classification|job grade|pay grade|job level|grade level',
  grade_rank: 'rang|rang hierarchique|rank|grade order|level rank',
  job_family:
    'metier|famille|famille metier|famille de metier|famille de metiers|famille d emploi|famille professionnelle|filiere|filiere metier|profession|job family group|job function',
  subsidiary:
    'entite|entite juridique|societe|filiale|etablissement juridique|raison sociale|company|company name|legal entity|employing entity|entity|subsidiary company',
  site: 'lieu|lieu de travail|site de travail|etablissement|localisation|location|work location|work site|office|office location|workplace',
  language: 'langue|langue preferee|langue de correspondance|preferred language|locale|lang',
  hired_in:
    'date d entree|date entree|date d embauche|date embauche|entree|embauche|date d arrivee|date d anciennete|hire date|date hired|hired on|start date|date of hire|original hire date|company start date|joining date|join date',
  leaves_on:
    'date de sortie|date sortie|date de depart|date depart|date de fin de contrat|fin de contrat|sortie|leaving date|leave date|termination date|end date|contract end date|last day|last working day',
  relation: 'type de relation|interne externe|statut interne externe|worker type|relationship|user type',
  active: 'actif|en activite|present|est actif|is active|enabled|active status|employee active',
  manager:
    'responsable|responsable hierarchique|superieur|superieur hierarchique|hierarchique|n 1|n+1|manager hierarchique|matricule manager|matricule responsable|matricule du responsable|matricule du manager|matricule responsable hierarchique|id manager|identifiant manager|identifiant responsable|manager id|manager employee id|manager external id|manager number|supervisor|supervisor id|line manager|line manager id|reports to|reports to id|reporting manager|direct manager',
  dotted_managers:
    'responsable fonctionnel|responsables fonctionnels|manager fonctionnel|managers fonctionnels|responsable projet|matricule responsable fonctionnel|dotted line|dotted line manager|dotted manager|matrix manager|matrix manager id|functional manager|secondary manager|other managers',
  manager_from:
    'responsable a partir du|responsable a compter du|manager a partir du|date de changement de responsable|manager effective from|manager effective date|manager change date',
  moves: 'moves',
}

/** `Date d’entrée`, `hireDate`, `HIRE_DATE` as plain words: `date d entree`, `hire date`. */
export function plainWords(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}

/** Words without the spaces between them, so that `firstname`, `first name` and `FirstName` are one. */
export function headerKey(header: string): string {
  return plainWords(header).replaceAll(' ', '')
}

const FIELD_OF = new Map<string, FileField>(
  FILE_FIELDS.flatMap((field) =>
    [field, ...SYNONYMS[field].split('|')].map((name): [string, FileField] => [headerKey(name), field]),
  ),
)

/** The field that a header surely names, or null. */
export function fieldNamed(header: string): FileField | null {
  return FIELD_OF.get(headerKey(header)) ?? null
}

export function isFileField(name: string): name is FileField {
  return (FILE_FIELDS as readonly string[]).includes(name)
}

const whole = (words: string) => new RegExp(`(?:^| )(?:${words})(?: |$)`)

/** What is never read, by the words of its header: protected characteristics, money, home and family. */
const NEVER = [
  // Age and birth.
  /\bage\b|\bages\b|birth|naissance|\bnaiss\b|\bdob\b|\bddn\b|\bnee? (e )?le\b|anniversaire|\bborn\b|date nais/,
  // Sex, title, orientation.
  /\bsex\b|\bsexe\b|sexual|sexuel|gender|\bgenre\b|civilit|salutation|honorific|pronoun|pronom|\bgender\b|orientation/,
  // Origin.
  /nationalit|citizen|citoyen|ethni|\brace\b|racial|\borigin|\borigine|immigra|\bvisa\b|titre de sejour|carte de sejour|maiden|jeune fille|birthplace|mother tongue|langue maternelle/,
  // Health.
  /\bhealth|\bsante\b|handicap|disab|\brqth\b|\bboeth\b|\boeth\b|invalidit|maladie|illness|sickness|\bsick\b|medical|medecin|diagnos|pregnan|grossesse|maternit|paternit|blood|sanguin|genetic|genetique|biometr/,
  // Money.
  /salaire|salaries\b|\bsalary\b|remunerat|compensation|\bwages?\b|\bbonus\b|\bprimes?\b|\bincome\b|\brevenus?\b|\biban\b|\bbic\b|\brib\b|\bbank|bancaire|\bbanque\b|\bstock|\bpay\b|\bpaie\b|\bpaye\b|\btaux horaire|hourly rate|\btax\b|impot/,
  // Numbers of a state or of social security, and papers.
  /\bssn\b|\bnir\b|social security|securite sociale|\bsecu\b|\binsee\b|national id|national insurance|\bnino\b|passport|passeport|\bcni\b|identity card|piece d identite|driving licen|permis de conduire|criminal|casier judiciaire/,
  // Family.
  /marital|matrimonial|situation familiale|situation de famille|familial|\bspouse|conjoint|\bmarried\b|\bmariee?\b|\bpacs|epou(se|x)|\bchild|\benfants?\b|dependants?\b|dependents?\b|emergency|urgence/,
  // Beliefs.
  /relig|confession|\bfaith\b|croyance|belief|philosoph|\bunion\b|syndic|politi(cal|que)|\bopinion/,
  // Pictures and service in arms.
  /\bphoto|\bpicture\b|veteran|military/,
  // Home.
  /\bhome\b|domicile|residence|\brue\b|street|\bzip\b|postcode|postal|\bperso\b|personal|personnelle\b|(mail|courriel|tel|telephone|mobile|messagerie) personnel\b|\bprive?e?\b|private/,
]

const WORK = whole('work|business|company|corporate|office|bureau|pro|professionnel|professionnelle|job')
const ADDRESS = whole('adresse|adresses|address|addresses|addr')
const PHONE = whole(
  'phone|phones|telephone|telephones|tel|mobile|portable|gsm|cell|cellphone|mobile phone|fax',
)
const MAIL = whole('e|mail|email|courriel|electronique|messagerie|ip')

/** Whether a column is about something that is never stored: age, sex, origin, health, pay, home and the like. */
export function isRefusedHeader(header: string): boolean {
  if (fieldNamed(header) !== null) return false
  const words = plainWords(header)
  if (NEVER.some((pattern) => pattern.test(words))) return true
  if (WORK.test(words)) return false
  return PHONE.test(words) || (ADDRESS.test(words) && !MAIL.test(words))
}
