import * as v from 'valibot'
import { email, instantShown, slug } from './shape.ts'

/** `POST /me/mentor-wishes`: the work address of the mentor a mentee would like. It takes the place of the one before. */
export const mentorWishInput = v.strictObject({ programme: slug, email })

/** A wish, as its author reads it. */
export const mentorWishShown = v.strictObject({
  programme: v.string(),
  email: v.string(),
  created_at: instantShown,
})
export type MentorWishShown = v.InferOutput<typeof mentorWishShown>
