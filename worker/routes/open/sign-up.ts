import { Hono } from 'hono'
import type { Context } from '#actions/context.ts'
import type { CheckedSignUp } from '#actions/participant.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { confirmSignUp, getOpenProgramme, receiveSignUp, versionsOf, vouchSignUp } from '#actions/sign-up.ts'
import {
  type ConfirmedShown,
  confirmationInput,
  type EnrolledShown,
  type SignUpInput,
  signUpInput,
} from '#contract/sign-up.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { HOUR_MS } from '#domain/local-time.ts'
import { Problem } from '#domain/problem.ts'
import { checkShape, isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import { countAgainst, networkKey, SIGN_UPS_A_NETWORK } from '#http/limit.ts'
import type { App } from '#http/service-context.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import { receiveForm } from './sign-up-form.ts'

export const signUpRoutes = new Hono<App>()
  .post('/programmes/:slug/sign-ups', async (c) => {
    const ctx = c.get('ctx')
    const programme = await getOpenProgramme(ctx, c.req.param('slug'))
    if (isForm(c)) return receiveForm(c, programme)
    const input = await readJson(c, signUpInput)
    const isVouched = ctx.actor.kind === 'key'
    const signUp = await checkSignUp(ctx, programme, input, isVouched)
    if (!isVouched)
      await countAgainst(ctx.db, `sign-ups:${await networkKey(c)}`, SIGN_UPS_A_NETWORK, HOUR_MS, ctx.now)
    if (isVouched) {
      const shown: EnrolledShown = { participants: await vouchSignUp(ctx, programme, signUp) }
      return c.json(shown, 201)
    }
    await receiveSignUp(ctx, programme, signUp)
    return c.json({ state: 'to-confirm' }, 202)
  })
  .post('/sign-up-confirmations', async (c) => {
    const ctx = c.get('ctx')
    if (!isForm(c)) {
      const { token } = await readJson(c, confirmationInput)
      const { slug } = await confirmSignUp(ctx, token)
      const shown: ConfirmedShown = { state: 'confirmed', programme: slug }
      return c.json(shown, 201)
    }
    const fields = await readFormFields(c)
    const language = languageOfForm(c, fields)
    const { token } = checkShape(confirmationInput, { token: fields.find(([name]) => name === 'token')?.[1] })
    const { slug } = await confirmSignUp(ctx, token)
    return c.redirect(`/${language}/programmes/${slug}/welcome/`, 303)
  })

/** @throws Problem `invalid` with a pointer for each thing to mend: identity, consents and answers at once. */
async function checkSignUp(
  ctx: Context,
  programme: ProgrammeRow,
  input: SignUpInput,
  isVouched: boolean,
): Promise<CheckedSignUp> {
  const asked = await loadQuestionnaire(ctx, programme, input.role)
  const { answers, errors } = checkAnswers(asked, input.answers)
  const flaws = errors.map(({ pointer, detail }) => ({ pointer: `/answers${pointer}`, detail }))
  const needed =
    isVouched && input.person !== undefined ? [] : (['given_name', 'family_name', 'email'] as const)
  for (const name of needed) {
    if (input[name] === undefined) {
      flaws.push({
        pointer: `/${name}`,
        detail: { fr: 'Ce champ est nécessaire.', en: 'This field is needed.' },
      })
    }
  }
  if (!isVouched && input.person !== undefined) {
    flaws.push({
      pointer: '/person',
      detail: {
        fr: 'Seule une clé d’accès peut inscrire quelqu’un par son identifiant.',
        en: 'Only an API key can sign somebody up by identifier.',
      },
    })
  }
  if (flaws.length) {
    throw new Problem(
      'invalid',
      {
        fr: 'Des réponses sont à corriger. Rien n’a été enregistré.',
        en: 'Some answers need correcting. Nothing was saved.',
      },
      flaws,
    )
  }
  const consentAt = (given: true | number) => (given === true || !isVouched ? ctx.now : given)
  return {
    role: input.role,
    person: input.person ?? null,
    given_name: input.given_name ?? '',
    family_name: input.family_name ?? '',
    email: input.email ?? null,
    language: input.language,
    answers,
    ...versionsOf(asked, programme),
    proved: null,
    consents: {
      volunteer_at: consentAt(input.consents.volunteer),
      charter_at: consentAt(input.consents.charter),
      reminders: input.consents.reminders,
    },
  }
}
