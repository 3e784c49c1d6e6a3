import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import { emailKey } from '#domain/person.ts'

/** What a value must be, in the words of a refusal; a shape carries the key as its message. */
export const SHAPE_WORDS = {
  control: {
    fr: 'Retirez les caractères invisibles de ce champ.',
    en: 'Remove the invisible characters from this field.',
  },
  instant: {
    fr: 'Donnez un instant en temps universel, comme 2026-03-01T08:00:00Z.',
    en: 'Give an instant in universal time, such as 2026-03-01T08:00:00Z.',
  },
  day: {
    fr: 'Donnez un jour qui existe, comme 2026-03-01.',
    en: 'Give a day that exists, such as 2026-03-01.',
  },
  month: { fr: 'Donnez un mois, comme 2026-03.', en: 'Give a month, such as 2026-03.' },
  slug: {
    fr: 'Utilisez des lettres sans accent, des chiffres et des tirets, 64 au plus, comme regards-neufs.',
    en: 'Use letters without accents, digits and hyphens, 64 at most, such as fresh-eyes.',
  },
  zone: { fr: 'Donnez un fuseau horaire comme Europe/Paris.', en: 'Give a time zone such as Europe/Paris.' },
  email: {
    fr: 'Donnez une adresse e-mail complète, comme prenom.nom@entreprise.fr.',
    en: 'Give a full e-mail address, such as first.last@company.com.',
  },
  whole: { fr: 'Donnez un nombre entier.', en: 'Give a whole number.' },
  url: {
    fr: 'Donnez une adresse complète, comme https://rh.entreprise.fr/binome.',
    en: 'Give a full address, such as https://hr.company.com/binome.',
  },
  code: { fr: 'Donnez les six chiffres du code.', en: 'Give the six digits of the code.' },
  phone: {
    fr: 'Donnez un numéro de téléphone, comme 02 98 00 00 00 ou +33 2 98 00 00 00.',
    en: 'Give a telephone number, such as +33 2 98 00 00 00.',
  },
  agreement: {
    fr: 'Cochez cette case\u00a0: sans votre accord, rien n’est publié.',
    en: 'Tick this box: without your agreement nothing is published.',
  },
  sentence: {
    fr: 'Écrivez au moins une phrase, dix caractères ou plus.',
    en: 'Write at least one sentence, ten characters or more.',
  },
  ownKey: {
    fr: 'Une clé commence par «\u00a0own-\u00a0», puis des lettres sans accent, des chiffres ou des tirets bas, comme own-duree_ideale.',
    en: 'A key begins with “own-”, then letters without accents, digits or underscores, such as own-ideal_length.',
  },
  names: { fr: 'Chaque nom ne sert qu’une fois.', en: 'Each name is used only once.' },
  unfit: {
    fr: 'Une règle ne parle ni d’âge, ni de sexe, ni d’origine, ni de rien qui touche à la personne. Retirez cette valeur.',
    en: 'A rule never speaks of age, sex, origin or anything private. Remove this value.',
  },
  reason: {
    fr: 'Écrivez la raison en une phrase au moins, 20 caractères ou plus : les deux personnes la liront.',
    en: 'Write the reason in at least one sentence, 20 characters or more: both people will read it.',
  },
  weights: { fr: 'La somme des poids doit faire 1.', en: 'The weights must sum to 1.' },
  space: {
    fr: 'Cet identifiant ne doit ni commencer ni finir par une espace.',
    en: 'This identifier must not begin or end with a space.',
  },
  prefix: {
    fr: 'Cet identifiant ne peut pas commencer par «\u00a0per_\u00a0», réservé aux personnes sans identifiant d’entreprise.',
    en: 'This identifier cannot begin with “per_”, which is kept for people without a company identifier.',
  },
} as const satisfies Record<string, Both>

/** Text as people type it: control characters refused, trimmed, NFC, at most `max` characters. */
export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.minLength(1),
    v.maxLength(max),
    v.check((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'control'),
  )

/** Several lines of text; line breaks and tabs are kept, other control characters refused. */
export const prose = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    v.maxLength(max),
    v.check((text) => !/[\p{Cs}]|(?![\n\t])\p{Cc}/u.test(text), 'control'),
  )

/** An instant on the wire (RFC 3339, in UTC with Z); epoch ms inside. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/, 'instant'),
  v.transform((text) => Date.parse(text)),
  v.check((at) => Number.isFinite(at), 'instant'),
)

/** A civil day `YYYY-MM-DD` that exists. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'day'),
  v.check((text) => {
    const at = Date.parse(`${text}T00:00:00Z`)
    return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
  }, 'day'),
)

export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'))

export const language = v.picklist(['fr', 'en'])

export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'slug'))

export const timeZone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  }, 'zone'),
)

export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer('whole'), v.minValue(min), v.maxValue(max))

/** How an instant leaves: RFC 3339 with Z, or null. */
export function toInstant<T extends number | null>(at: T): T extends null ? string | null : string {
  return (at === null ? null : new Date(at).toISOString()) as never
}

/** An instant as it leaves, see `toInstant`. */
export const instantShown = v.pipe(v.string(), v.isoTimestamp())

/** A civil day as it leaves. */
export const dayShown = v.pipe(v.string(), v.isoDate())

/** How many, as it leaves. */
export const countShown = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Words in both languages, as they leave. */
export const bothShown = v.strictObject({ fr: v.string(), en: v.string() })

/** A page of a list as it leaves, with the cursor of the next one. */
export const pageOf = <S extends v.GenericSchema>(item: S) =>
  v.strictObject({ items: v.array(item), next_cursor: v.nullable(v.string()) })

/** `limit` and `cursor` of every list. */
export const paging = {
  limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/))),
  cursor: v.optional(v.string()),
}

/** A page of a list. */
export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

/** An address as it is compared: see `emailKey`. */
export const email = v.pipe(
  v.string(),
  v.transform((text) => emailKey(text) ?? ''),
  v.check((key) => key !== '', 'email'),
)
