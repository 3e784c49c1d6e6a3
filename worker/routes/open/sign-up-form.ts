import { eraseDraft, saveDraft } from '#actions/draft.ts'
import { acceptInvitation, readInvitation } from '#actions/invitation.ts'
import { enrol } from '#actions/participant.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { assertSignUpsOpen, isVouchedFor, receiveSignUp, versionsOf } from '#actions/sign-up.ts'
import { readSignUpCode, useSignUpCode } from '#actions/sign-up-code.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { isLanguage, type Language } from '#domain/language.ts'
import { HOUR_MS } from '#domain/local-time.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { readFormFields } from '#http/body.ts'
import { isHasty, readFormToken } from '#http/form-token.ts'
import { languageOfForm } from '#http/language.ts'
import { countAgainst, networkKey, SIGN_UPS_A_NETWORK } from '#http/limit.ts'
import type { Request } from '#http/service-context.ts'
import { type AnswerError, checkAnswers } from '#questionnaire/check.ts'
import type { Answering, Questionnaire } from '#questionnaire/question.ts'
import { checkIdentity, type KnownIdentity, readSignUp, type SignUpValues } from '#questionnaire/sign-up.ts'
import { SIGN_UP_WORDS } from '#questionnaire/sign-up-words.ts'
import { pourCheck, pourQuestionnaire } from './questionnaire-page.ts'

type Fields = [string, string][]

/** A sign-up form as it was posted, read and not yet checked. */
interface Posted {
  programme: ProgrammeRow
  role: Answering
  language: Language
  fields: Fields
  asked: Questionnaire
  values: SignUpValues
  known: KnownIdentity | null
  carried: Record<string, string>
}

/** Fields that the pages carry along from one to the next. */
const CARRIED = ['form_token', 'draft', 'invitation'] as const

/**
 * A form posted by a browser, with or without script. Its button says what is wanted: to read the answers again
 * (`check`), to go back to them (`edit`), to read them in another language, to put them aside, to erase them, or to
 * send them. Whatever needs mending comes back on the page with everything that was typed (422).
 */
export async function receiveForm(c: Request, programme: ProgrammeRow): Promise<Response> {
  const ctx = c.get('ctx')
  const fields = await readFormFields(c)
  const one = (name: string) => fields.find(([key]) => key === name)?.[1]
  const step = one('step') ?? 'send'
  const named = one('role')
  const role = named === 'mentor' || named === 'both' ? named : 'mentee'
  const to = step.replace(/^language-/, '')
  const language = step.startsWith('language-') && isLanguage(to) ? to : languageOfForm(c, fields)
  c.set('language', language)
  const asked = await loadQuestionnaire(ctx, programme, role)
  const { values, isTrapped } = readSignUp(asked, fields)
  if (isTrapped) return c.redirect(pageOf(programme, language, 'check-your-mail'), 303)
  const invitation = await findInvitation(c, programme, one('invitation'))
  const posted: Posted = {
    programme,
    role,
    language,
    fields,
    asked,
    values,
    known: invitation ? identityOf(invitation.person) : null,
    carried: Object.fromEntries(CARRIED.flatMap((name) => (one(name) ? [[name, one(name)!]] : []))),
  }
  if (step === 'erase') {
    if (one('draft')) await eraseDraft(ctx, programme, one('draft')!)
    return c.redirect(pageOf(programme, language, 'erased'), 303)
  }
  if (step === 'save') return putAside(c, posted)
  if (step === 'edit' || (step.startsWith('language-') && one('at') !== 'check')) {
    return pourQuestionnaire(c, programme, role, language, { ...posted, errors: [] })
  }
  return checkOrSend(c, posted, step)
}

async function checkOrSend(c: Request, posted: Posted, step: string): Promise<Response> {
  const ctx = c.get('ctx')
  const { programme, asked, values, known, role, language } = posted
  // An invitation has thirty days of its own.
  if (!known) assertSignUpsOpen(programme, ctx.now)
  const who = checkIdentity(values, known)
  const checked = checkAnswers(asked, values.answers)
  const errors = [...who.errors, ...checked.errors]
  const holder = who.identity?.hr_code ? await findHolder(c, who.identity.hr_code) : null
  if (who.identity?.hr_code && !holder) errors.push(unknownCode())
  if (who.identity === null || errors.length > 0) {
    return pourQuestionnaire(c, programme, role, language, { ...posted, errors })
  }
  const token = await readFormToken(ctx.settings.secret, programme.slug, posted.carried.form_token, ctx.now)
  const hasty = isHasty(token, ctx.now)
  if (step !== 'send' || hasty) {
    return pourCheck(c, {
      ...posted,
      answers: checked.answers,
      isHasty: step === 'send' && hasty,
      isTokenGood: token !== null,
    })
  }
  await limitNetwork(c, posted.fields)
  const { reminders, hr_code: _code, ...identity } = who.identity
  const signUp = {
    ...identity,
    role,
    person: null,
    language,
    answers: checked.answers,
    ...versionsOf(asked, programme),
    consents: { volunteer_at: ctx.now, charter_at: ctx.now, reminders },
  }
  const welcome = pageOf(programme, language, 'welcome')
  if (known) {
    await acceptInvitation(ctx, posted.carried.invitation!, programme, { ...signUp, proved: null })
    return c.redirect(welcome, 303)
  }
  if (holder && signUp.email === null) {
    await enrol(
      ctx,
      programme,
      { ...signUp, proved: holder.id },
      await useSignUpCode(ctx, who.identity.hr_code!),
    )
    return c.redirect(welcome, 303)
  }
  await receiveSignUp(ctx, programme, { ...signUp, proved: holder?.id ?? null }, posted.carried.draft)
  return c.redirect(pageOf(programme, language, 'check-your-mail'), 303)
}

/** Puts the answers aside as they are, unchecked but for the address that the link goes to. */
async function putAside(c: Request, posted: Posted): Promise<Response> {
  const ctx = c.get('ctx')
  const { programme, values, role, language } = posted
  const email = emailKey(values.email ?? '')
  if (email === null) {
    const errors = checkIdentity(values).errors.filter(({ key }) => key === 'email')
    return pourQuestionnaire(c, programme, role, language, { ...posted, errors })
  }
  await countAgainst(ctx.db, `drafts:${await networkKey(c)}`, SIGN_UPS_A_NETWORK, HOUR_MS, ctx.now)
  const kept = posted.fields.filter(
    ([name]) => !['step', 'at', 'language', ...CARRIED].includes(name as never),
  )
  const { isMailed } = await saveDraft(
    ctx,
    programme,
    { role, language, email, fields: kept },
    posted.carried.draft,
  )
  return c.redirect(pageOf(programme, language, isMailed ? 'saved' : 'saved-again'), 303)
}

/** Where the organisation asks for a check that somebody is there, and it did not say so. */
const UNVOUCHED_A_NETWORK = 20
/** Printed codes have 50 bits: so many guesses lead nowhere. */
const CODES_A_NETWORK = 30

/** Counts what is sent from a network; the mail that confirms the address stays the way in for everybody. */
async function limitNetwork(c: Request, fields: Fields): Promise<void> {
  const ctx = c.get('ctx')
  const network = await networkKey(c)
  await countAgainst(ctx.db, `sign-ups:${network}`, SIGN_UPS_A_NETWORK, HOUR_MS, ctx.now)
  const given = fields.find(([name]) => name === 'cf-turnstile-response')?.[1] ?? ''
  if (await isVouchedFor(ctx, given)) return
  await countAgainst(ctx.db, `unvouched:${network}`, UNVOUCHED_A_NETWORK, HOUR_MS, ctx.now)
}

/** Whom a printed code belongs to. */
async function findHolder(c: Request, code: string) {
  const { db, now } = c.get('ctx')
  const holder = await readSignUpCode(c.get('ctx'), code)
  if (!holder) await countAgainst(db, `codes-tried:${await networkKey(c)}`, CODES_A_NETWORK, HOUR_MS, now)
  return holder
}

/** @throws Problem `closed` for an invitation that ran out, was answered, or is to another programme. */
async function findInvitation(c: Request, programme: ProgrammeRow, token: string | undefined) {
  if (token === undefined) return null
  const invitation = await readInvitation(c.get('ctx'), token)
  if (invitation?.programme_id === programme.id) return invitation
  throw new Problem('closed', {
    fr: 'Cette invitation n’est plus valable : elle a servi, ou elle a plus de trente jours. Si vous voulez participer, inscrivez-vous depuis la page du programme.',
    en: 'This invitation is no longer valid: it was used, or is more than thirty days old. If you want to take part, sign up from the programme’s page.',
  })
}

function unknownCode(): AnswerError {
  return { key: 'hr_code', field: 'hr_code', pointer: '/hr_code', detail: SIGN_UP_WORDS.codeUnknown }
}

function identityOf(person: {
  given_name: string
  family_name: string
  email: string | null
}): KnownIdentity {
  return { given_name: person.given_name, family_name: person.family_name, email: person.email }
}

function pageOf(programme: ProgrammeRow, language: Language, page: string): string {
  return `/${language}/programmes/${programme.slug}/${page}/`
}
