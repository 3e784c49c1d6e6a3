import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#domain/language.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import { describe as describeQuestionnaire } from '#questionnaire/describe.ts'
import { type Answering, questionsOf } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { showAnswers } from '#questionnaire/show.ts'
import { checkIdentity, readSignUp, type SignUpValues, TRAP_FIELD } from '#questionnaire/sign-up.ts'
import { type CheckPage, drawCheck } from '#questionnaire/sign-up-check.ts'
import { drawSignUpForm, type SignUpPage } from '#questionnaire/sign-up-form.ts'
import { makeAnswers, seededNumbers } from '../support/answer-makers.ts'
import { postedFields, tagsOf, unescapeText } from '../support/posted-form.ts'

const KINDS = Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]
const ROLES: Answering[] = ['mentor', 'mentee', 'both']
const PAGES = KINDS.flatMap((kind) =>
  ROLES.flatMap((role) => LANGUAGES.map((language) => [kind, role, language] as const)),
)

const CHARTER = 'Nos échanges restent confidentiels.\n\nSi je déplace une séance, je propose une date. <b>'

function draw(
  kind: ProgrammeKind,
  role: Answering,
  language: Language,
  more: Partial<SignUpPage> = {},
): string {
  return String(
    drawSignUpForm({
      questionnaire: questionnaire(kind, role),
      programme: { slug: 'elan', charter: CHARTER, externals_allowed: false },
      language,
      action: '/api/v1/programmes/elan/sign-ups?a=1&b=2',
      values: { answers: {} },
      errors: [],
      ...more,
    }),
  )
}

/** A sign-up in which about everything is wrong, and its page. */
function drawFlawed(kind: ProgrammeKind, role: Answering, language: Language) {
  const asked = questionnaire(kind, role)
  const wrong: Record<string, unknown> = {
    G3: { site: 'x'.repeat(500) },
    G4: 'astrologer',
    G5: { month: '', year: '19' },
    G6: { weeks: '1', slots: ['mon-morning', 'b-tue-evening'], hours: '99' },
    G7: `"><img src=x> ${'x'.repeat(400)}`,
    CAP: 'many',
    IM: ['IM1', 'IM1'],
    IR: ['', 'IR9'],
    OFFERS: [
      { topic: 'instagram', facet: 'usage', level: '' },
      {},
      { topic: 'seo', facet: '', level: '9', last: '' },
    ],
    WANTS: [{ topic: 'budget', facet: 'usage', level: '', target: '' }],
    MS1: '9',
    LP1: '9',
    COACH: 'perhaps',
    ST1: 'x'.repeat(900),
    EX1: 'court',
    EX3: 'demain',
  }
  const keys = questionsOf(asked).map((question) => question.key)
  const answers = Object.fromEntries(
    Object.entries(wrong).filter(([key]) => (keys as string[]).includes(key)),
  )
  const values: SignUpValues = { given_name: '<i>Ana</i> "é"', email: 'nope', volunteer: true, answers }
  const errors = [...checkIdentity(values).errors, ...checkAnswers(asked, answers).errors]
  return { errors, values, page: draw(kind, role, language, { values, errors }) }
}

const isControl = (name: string) => ['input', 'select', 'textarea'].includes(name)

describe.each(PAGES)('the sign-up form · %s · %s · %s', (kind, role, language) => {
  const flawed = drawFlawed(kind, role, language)
  const pages = [draw(kind, role, language), flawed.page]
  const tagsOfPages = pages.map(tagsOf)

  test('gives every element its own id, every control a label, every description a target', () => {
    for (const tags of tagsOfPages) {
      const ids = tags.flatMap((tag) => tag.attributes.get('id') ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      const labelled = new Set(
        tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.get('for')),
      )
      for (const { name, attributes } of tags) {
        const isShown = isControl(name) && attributes.get('type') !== 'hidden'
        if (isShown && !labelled.has(attributes.get('id')))
          throw new Error(`no label: ${attributes.get('name')}`)
        for (const attribute of ['aria-describedby', 'aria-labelledby', 'list', 'for']) {
          for (const id of attributes.get(attribute)?.split(' ') ?? []) {
            if (!ids.includes(id)) throw new Error(`${attribute} leads nowhere: ${id}`)
          }
        }
      }
    }
  })

  test('opens and closes every element', () => {
    for (const page of pages) {
      const open: string[] = []
      for (const found of page.matchAll(/<(\/?)([a-z][a-z0-9-]*)[^>]*>/g)) {
        const name = found[2]!
        if (name === 'input') continue
        if (found[1] === '') open.push(name)
        else if (open.pop() !== name) throw new Error(`</${name}> closes something else`)
      }
      expect(open).toEqual([])
    }
  })

  test('lists each error at the top, in page order, with a link that lands, and repeats it above the field', () => {
    const { page, errors } = flawed
    expect(errors.length).toBeGreaterThan(5)
    const tags = tagsOfPages[1]!
    const ids = tags.flatMap((tag) => tag.attributes.get('id') ?? [])
    const links = tags.flatMap(({ name, attributes }) =>
      name === 'a' && attributes.get('href')?.startsWith('#') ? [attributes.get('href')!.slice(1)] : [],
    )
    expect(new Set(links)).toEqual(new Set(errors.map((error) => `q-${error.field}`)))
    for (const link of links) {
      expect(ids).toContain(link)
      expect(ids).toContain(`${link}-error`)
    }
    const questions = links.map((link) => link.split('-')[1] ?? '')
    const placeOf = (question: string) => ids.findIndex((id) => id.startsWith(`q-${question}`))
    const places = questions.map(placeOf)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    const readable = unescapeText(page)
    for (const error of errors) {
      expect(readable.split(error.detail[language]).length).toBeGreaterThanOrEqual(3)
    }
    expect(page).toContain(language === 'fr' ? 'Il y a un problème' : 'There is a problem')
    expect(page).toMatch(/role="alert" tabindex="-1"/)
    expect(pages[0]).not.toContain('role="alert"')
  })

  test('keeps everything typed, escaped', () => {
    const { page, values } = flawed
    expect(page).not.toMatch(/<img|<i>|<b>/)
    const again = readSignUp(questionnaire(kind, role), postedFields(page))
    expect(again.values.given_name).toBe(values.given_name)
    expect(again.values.volunteer).toBe(true)
    expect(again.values.answers.G7).toBe(values.answers.G7)
    expect(again.values.answers.G5).toEqual(values.answers.G5)
  })

  test('brings back a whole sign-up: drawn, posted, read, checked, shown', () => {
    const asked = questionnaire(kind, role)
    const answers = makeAnswers(asked, seededNumbers(role.length + kind.length))
    const values: SignUpValues = {
      given_name: 'Ana',
      family_name: 'O’Neil <x>',
      email: 'ana@armorique.example',
      volunteer: true,
      charter: true,
      reminders: true,
      answers,
    }
    const posted = readSignUp(asked, postedFields(draw(kind, role, language, { values })))
    expect(posted.isTrapped).toBe(false)
    expect(checkIdentity(posted.values).identity).toMatchObject({
      family_name: 'O’Neil <x>',
      reminders: true,
    })
    const checked = checkAnswers(asked, posted.values.answers)
    expect(checked.errors).toEqual([])
    const shown = showAnswers(asked, checked.answers, language)
    expect(shown.map((answer) => answer.key).sort()).toEqual(Object.keys(checked.answers).sort())
    expect(shown.every((answer) => answer.text !== '' && answer.label !== '')).toBe(true)
  })

  test('is one form that posts by itself and runs no code of its own', () => {
    for (const page of pages) {
      const tags = tagsOf(page)
      const forms = tags.filter((tag) => tag.name === 'form')
      expect(forms).toHaveLength(1)
      expect(forms[0]?.attributes.get('method')).toBe('post')
      expect(forms[0]?.attributes.get('action')).toBe('/api/v1/programmes/elan/sign-ups?a=1&b=2')
      const steps = tags.flatMap((tag) =>
        tag.attributes.get('name') === 'step' ? (tag.attributes.get('value') ?? []) : [],
      )
      // Return in a field presses the first one, which only leads to the check page.
      expect(steps).toEqual(['check', 'save', 'erase'])
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/)
    }
  })
})

describe('the sign-up form', () => {
  test('sends nobody’s consent by itself: no box is ticked beforehand', () => {
    const names = postedFields(draw('reverse', 'mentor', 'fr')).map(([name]) => name)
    for (const box of ['volunteer', 'charter', 'reminders']) expect(names).not.toContain(box)
  })

  test('tells browsers what the three fields of identity are', () => {
    const fields = tagsOf(draw('reverse', 'mentor', 'fr')).map((tag) => tag.attributes)
    const filled = (name: string) =>
      fields.find((attributes) => attributes.get('name') === name)?.get('autocomplete')
    expect(['given_name', 'family_name', 'email'].map(filled)).toEqual(['given-name', 'family-name', 'email'])
  })

  test('hides its trap from people, and keeps it out of the way of the keyboard', () => {
    const trap = tagsOf(draw('reverse', 'mentor', 'fr')).find(
      (tag) => tag.attributes.get('name') === TRAP_FIELD,
    )
    expect(trap?.attributes.get('tabindex')).toBe('-1')
    expect(trap?.attributes.get('autocomplete')).toBe('off')
  })

  test('asks for a work address, or any address where people from outside are welcome', () => {
    expect(draw('reverse', 'mentor', 'en')).toContain('Work e-mail address')
    const programme = { slug: 'elan', charter: '', externals_allowed: true }
    expect(draw('strategic', 'mentor', 'en', { programme })).not.toContain('Work e-mail address')
  })

  test('says the role of the page, and leads to the others that exist', () => {
    const hrefs = (more: Partial<SignUpPage>) =>
      tagsOf(draw('reverse', 'mentor', 'fr', more)).flatMap((tag) =>
        tag.attributes.get('class') === 'qn-door' ? (tag.attributes.get('href') ?? []) : [],
      )
    expect(hrefs({})).toEqual(['/fr/programmes/elan/mentee/'])
    expect(hrefs({ doors: { both: '/fr/programmes/elan/both/' } })).toEqual([
      '/fr/programmes/elan/mentee/',
      '/fr/programmes/elan/both/',
    ])
    expect(postedFields(draw('reverse', 'both', 'fr'))).toContainEqual(['role', 'both'])
  })

  test('carries hidden fields, the names HR knows, and an error about the page as a whole', () => {
    const page = draw('reverse', 'mentor', 'fr', {
      hidden: { form_token: 'a"b' },
      context: { sites: ['Brest', 'Lyon & Vienne'] },
      errors: [
        { key: '', field: '', detail: { fr: 'Réessayez dans une heure.', en: 'Try again in an hour.' } },
      ],
    })
    expect(postedFields(page)).toContainEqual(['form_token', 'a"b'])
    expect(page).toContain('Lyon &amp; Vienne')
    expect(page).toContain('<li>Réessayez dans une heure.</li>')
  })

  test('shows the charter in paragraphs, and no empty fold where there is none', () => {
    expect(draw('reverse', 'mentor', 'fr')).toContain('<p>Nos échanges restent confidentiels.</p>')
    const programme = { slug: 'elan', charter: ' \n\n ', externals_allowed: false }
    expect(draw('reverse', 'mentor', 'fr', { programme })).not.toContain('Lire la charte')
  })
})

describe('the questionnaire as JSON', () => {
  test('survives the wire and names every question with the shape of its answer', () => {
    const asked = questionnaire('reverse', 'both')
    const described = describeQuestionnaire(asked)
    expect(JSON.parse(JSON.stringify(described))).toEqual(described)
    const questions = described.blocks.flatMap((block) => block.questions)
    expect(questions.map((question) => question.key)).toEqual(
      questionsOf(asked).map((question) => question.key),
    )
    expect(questions.find((question) => question.key === 'NEED1')).toMatchObject({
      kind: 'choice',
      required: false,
      options: [{ value: 2 }, { value: 1 }, { value: 0 }],
      answer: { enum: [2, 1, 0] },
    })
    expect(described.topics.items.find((topic) => topic.id === 'blockchain')).toMatchObject({
      transversal: false,
      family: 'finance',
      name: { en: 'Blockchain' },
    })
  })
})

describe('the answers to be read again', () => {
  const checkOf = (language: 'fr' | 'en', more: Partial<CheckPage> = {}) => {
    const asked = questionnaire('reverse', 'mentor')
    const fields: [string, string][] = [
      ['given_name', 'Yuna'],
      ['family_name', 'O’Neil <x>'],
      ['email', 'yuna@armorique.example'],
      ['G2', 'fr'],
      ['G2', 'en'],
      ['G7', 'a "b" <c>\r\nd'],
      ['volunteer', 'yes'],
      ['step', 'check'],
      [TRAP_FIELD, ''],
    ]
    const { values } = readSignUp(asked, fields)
    const { answers } = checkAnswers(asked, values.answers)
    return String(
      drawCheck({ questionnaire: asked, language, action: '/door', values, answers, fields, ...more }),
    )
  }

  test.each(['fr', 'en'] as const)('carry all that was typed, and only that (%s)', (language) => {
    const posted = postedFields(checkOf(language))
    expect(posted.filter(([name]) => name === 'G2')).toEqual([
      ['G2', 'fr'],
      ['G2', 'en'],
    ])
    expect(posted).toContainEqual(['family_name', 'O’Neil <x>'])
    expect(posted).toContainEqual(['language', language])
    expect(posted.filter(([name]) => name === 'step')).toEqual([])
    expect(posted.filter(([name]) => name === TRAP_FIELD)).toEqual([[TRAP_FIELD, '']])
  })

  test('lead back to each part by a button that says which', () => {
    const tags = tagsOf(checkOf('fr'))
    const actions = tags.flatMap((tag) => tag.attributes.get('formaction') ?? [])
    expect(actions).toEqual(
      ['identity', ...questionnaire('reverse', 'mentor').blocks.map(({ key }) => key), 'consent'].map(
        (key) => `/door#part-${key}`,
      ),
    )
  })

  test('say what was left unanswered, and ask an outside service only where that is wanted', () => {
    expect(checkOf('fr')).toContain('Sans réponse')
    expect(checkOf('fr')).not.toContain('challenges.cloudflare.com')
    expect(checkOf('fr', { turnstileKey: '1x0' })).toContain('data-sitekey="1x0"')
    expect(checkOf('en', { isHasty: true })).toContain('role="alert"')
  })
})
