import * as v from 'valibot'
import { email, slug } from './shape.ts'

/** `POST /me/mentor-wishes`: the work address of the mentor a mentee would like. It takes the place of the one before. */
export const mentorWishInput = v.strictObject({ programme: slug, email })

/** A wish, as its author reads it. */
export interface MentorWishShown {
  programme: string
  email: string
  created_at: string
}
