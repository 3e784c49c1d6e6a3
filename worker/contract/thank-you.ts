import * as v from 'valibot'
import { prose } from './shape.ts'

/** `POST /pairs/{id}/thank-you`: what one says to the other at the end, as it will be read. */
export const thankYouInput = v.strictObject({ text: v.pipe(prose(600), v.minLength(1)) })
