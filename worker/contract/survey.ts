import * as v from 'valibot'

/**
 * `POST /feedback/{token}/survey` and `POST /me/surveys/{request}` as JSON. `answers` has one entry a question, by its key,
 * and `LEVELS` an object of levels 0 to 4 by topic and facet, such as `social-networks-usage`; the survey itself checks it.
 */
export const surveyInput = v.strictObject({ answers: v.record(v.string(), v.unknown()) })
