import * as v from 'valibot'

/** `GET /health`: whether the store is ready for questions; until then the answer is 503. */
export const readyShown = v.strictObject({ state: v.literal('ready') })
export const startingShown = v.strictObject({ state: v.literal('starting') })
