import * as v from 'valibot'

/** `POST /me/answers/{participant}` as JSON. `answers` is checked by the questionnaire itself. */
export const ownAnswersInput = v.strictObject({ answers: v.record(v.string(), v.unknown()) })
