import { Hono } from 'hono'
import type { Context } from '#actions/context.ts'
import type { CheckedSignUp } from '#actions/participant.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { confirmSignUp, getOpenProgramme, receiveSignUp, vouchSignUp } from '#actions/sign-up.ts'
import { confirmationInput, type SignUpInput, signUpInput } from '#contract/sign-up.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import { Problem } from '#domain/problem.ts'
import { checkShape, isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import type { Questionnaire } from '#questionnaire/question.ts'
import { checkIdentity, readSignUp } from '#questionnaire/sign-up.ts'
import { pourQuestionnaire } from './page.ts'

export const signUpRoutes = new Hono<App>()
  .post('/programmes/:slug/sign-ups', async (c) => {
    const ctx = c.get('ctx')
    const programme = await getOpenProgramme(ctx, c.req.param('slug'))
    if (isForm(c)) return receiveForm(c, programme)
    const input = await readJson(c, signUpInput)
    const isVouched = ctx.actor.kind === 'key'
    const signUp = await checkSignUp(ctx, programme, input, isVouched)
    if (isVouched) return c.json({ participants: await vouchSignUp(ctx, programme.slug, signUp) }, 201)
    await receiveSignUp(ctx, programme.slug, signUp)
    return c.json({ state: 'to-confirm' }, 202)
  })
  .post('/sign-up-confirmations', async (c) => {
    const ctx = c.get('ctx')
    if (!isForm(c)) {
      const { token } = await readJson(c, confirmationInput)
      const { slug } = await confirmSignUp(ctx, token)
      return c.json({ state: 'confirmed', programme: slug }, 201)
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
    consents: {
      volunteer_at: consentAt(input.consents.volunteer),
      charter_at: consentAt(input.consents.charter),
      reminders: input.consents.reminders,
    },
  }
}

/** Which versions of questions and texts somebody answered and read. */
function versionsOf(asked: Questionnaire, programme: ProgrammeRow) {
  return {
    questionnaire_version: asked.version,
    own_questions_version: asked.own_version,
    charter_version: programme.charter_version,
    notice_version: programme.notice_version,
  }
}

/** A form posted without script: a 303 when all is well, or the same page with its errors and everything typed. */
async function receiveForm(c: Request, programme: ProgrammeRow): Promise<Response> {
  const ctx = c.get('ctx')
  const fields = await readFormFields(c)
  const language: Language = languageOfForm(c, fields)
  const named = fields.find(([name]) => name === 'role')?.[1]
  const role = named === 'mentor' || named === 'both' ? named : 'mentee'
  const asked = await loadQuestionnaire(ctx, programme, role)
  const { values, isTrapped } = readSignUp(asked, fields)
  const done = `/${language}/programmes/${programme.slug}/check-your-mail/`
  if (isTrapped) return c.redirect(done, 303)
  const who = checkIdentity(values)
  const checked = checkAnswers(asked, values.answers)
  const errors = [...who.errors, ...checked.errors]
  if (who.identity === null || errors.length) {
    return pourQuestionnaire(c, programme, role, language, { values, errors })
  }
  const { reminders, ...identity } = who.identity
  await receiveSignUp(ctx, programme.slug, {
    ...identity,
    role,
    person: null,
    language,
    answers: checked.answers,
    ...versionsOf(asked, programme),
    consents: { volunteer_at: ctx.now, charter_at: ctx.now, reminders },
  })
  return c.redirect(done, 303)
}
