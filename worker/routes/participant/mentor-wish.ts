import { Hono } from 'hono'
import { wishForMentor, withdrawWish } from '#actions/mentor-wish.ts'
import { type MentorWishShown, mentorWishInput } from '#contract/mentor-wish.ts'
import { toInstant } from '#contract/shape.ts'
import type { App } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { answerOwn, readLanguage, readOwn } from './own-space.ts'

export const mentorWishRoutes = new Hono<App>()
  .post('/me/mentor-wishes', asPerson, async (c) => {
    const { programme, email } = await readOwn(c, mentorWishInput, ['programme', 'email'])
    const { created_at } = await wishForMentor(c.get('ctx'), programme, email)
    const shown: MentorWishShown = { programme, email, created_at: toInstant(created_at) }
    return answerOwn(c, () => c.json(shown, 201))
  })
  .delete('/me/mentor-wishes/:slug', asPerson, async (c) => {
    await withdrawWish(c.get('ctx'), c.req.param('slug'))
    return c.body(null, 204)
  })
  .post('/me/mentor-wishes/:slug/withdrawal', asPerson, async (c) => {
    await readLanguage(c)
    await withdrawWish(c.get('ctx'), c.req.param('slug'))
    return answerOwn(c, () => c.body(null, 204))
  })
