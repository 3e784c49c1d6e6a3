import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import { language, pageOf } from './shape.ts'

/** An answer of JSON. */
export const json = <const S extends v.GenericSchema>(description: Both, shape: S) => ({
  description,
  body: { 'application/json': shape },
})

/** One page of a list. */
export const page = <const S extends v.GenericSchema>(item: S) =>
  json({ fr: 'Une page de la liste', en: 'A page of the list' }, pageOf(item))

/** A list that is never long enough for a second page. */
export const wholeList = <const S extends v.GenericSchema>(item: S) =>
  json(
    { fr: 'Toute la liste', en: 'The whole list' },
    v.strictObject({ items: v.array(item), next_cursor: v.null() }),
  )

/** What a program is answered where there is nothing more to say. */
export const done = { description: { fr: 'C’est fait. Le corps est vide.', en: 'Done. The body is empty.' } }

/** What a browser is answered that posted a form. */
export const onward = {
  description: {
    fr: 'Après l’envoi d’un formulaire\u00a0: la page à ouvrir ensuite',
    en: 'After a form was posted: the page to open next',
  },
  headers: ['Location'],
} as const

export const FORM = 'application/x-www-form-urlencoded'

/** What every form of a page carries: the language in which to answer. */
export const formLanguage = { language: v.optional(language) }

/** A form with nothing but a button. */
export const emptyForm = { [FORM]: v.object(formLanguage) } as const
