import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#domain/language.ts'
import { drawTips } from '#pages/tips.ts'
import { checkAnswers, readForm } from '#questionnaire/check.ts'
import { conversationReasons } from '#questionnaire/conversation.ts'
import { CONVERSATION_REASONS } from '#questionnaire/conversation-words.ts'
import { drawCorrectionForm } from '#questionnaire/correction-form.ts'
import { fillFromHr, keepCorrections } from '#questionnaire/known-to-hr.ts'
import { preferenceInWords } from '#questionnaire/learning-preference.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { makeMenteeAnswers, makeMentorAnswers } from '#test/makers.ts'
import { postedFields } from '#test/posted-form.ts'

const HR = { job_family: 'sales', subsidiary: 'Armor Énergie', site: 'Brest' }
const NOTHING = { job_family: null, subsidiary: null, site: null }

describe('G3, G4: what HR knows and what a person corrects', () => {
  it('what was left empty is filled from HR, and a correction stays', () => {
    expect(fillFromHr({}, HR)).toEqual({ G3: { subsidiary: 'Armor Énergie', site: 'Brest' }, G4: 'sales' })
    expect(fillFromHr({ G3: { site: 'Rennes' } }, HR).G3).toEqual({
      subsidiary: 'Armor Énergie',
      site: 'Rennes',
    })
    expect(fillFromHr({ G7: 'Voir autrement.' }, NOTHING)).toEqual({ G7: 'Voir autrement.' })
  })

  it('a repetition of HR is dropped, whatever its case and spaces', () => {
    expect(keepCorrections(fillFromHr({}, HR), HR)).toEqual({})
    expect(keepCorrections({ G3: { subsidiary: ' armor  énergie' } }, HR)).toEqual({})
  })

  it('what differs, and what HR does not know, is kept', () => {
    expect(keepCorrections({ G3: { site: 'Rennes' }, G4: 'marketing' }, HR)).toEqual({
      G3: { site: 'Rennes' },
      G4: 'marketing',
    })
    expect(keepCorrections({ G4: 'sales' }, NOTHING)).toEqual({ G4: 'sales' })
  })

  it('nothing else of the answers is touched', () => {
    const answers = makeMentorAnswers()
    expect(keepCorrections(answers, HR)).toEqual(answers)
  })
})

describe('the learning preference is read back in words', () => {
  it('names a side only where somebody leans to it', () => {
    expect([-1, -0.5, -0.25, 0, 0.25, 0.75].map((lp) => preferenceInWords(lp).en)).toEqual([
      'rather by experience',
      'rather by experience',
      'balanced',
      'balanced',
      'balanced',
      'rather by the principle',
    ])
  })
})

describe('a talk to offer (P25, P32, C4)', () => {
  it('P32 needs both answers low; P25 a mean under 3 on passing things on; one alone says nothing', () => {
    expect(conversationReasons(makeMenteeAnswers({ NEED1: 0, NEED2: 2 }), 'mentee')).toEqual(['need'])
    expect(conversationReasons(makeMenteeAnswers({ NEED1: 0, NEED2: 3 }), 'mentee')).toEqual([])
    expect(conversationReasons(makeMenteeAnswers({ NEED1: 1, NEED2: 1 }), 'mentee')).toEqual([])
    const low = { MS1: 2, MS2: 3, MS3: 3, MS4: 3 }
    expect(conversationReasons(makeMentorAnswers(low), 'mentor')).toEqual(['posture'])
    expect(conversationReasons(makeMentorAnswers({ ...low, MS1: 3 }), 'mentor')).toEqual([])
  })

  it('is said in kind words that name neither a level nor a question', () => {
    const words = JSON.stringify(CONVERSATION_REASONS)
    expect(words).not.toMatch(/faible|insuffisant|\blow\b|weak|score|niveau|level|MS\d|NEED\d/i)
  })
})

describe('correcting one’s answers', () => {
  it('a form sent back untouched says the same answers', () => {
    const asked = questionnaire('reverse', 'mentor')
    const answers = { ...makeMentorAnswers({ LP1: -2, MS1: 4 }), G3: { site: 'Brest' }, G4: 'sales' }
    for (const language of LANGUAGES) {
      const page = String(
        drawCorrectionForm({
          questionnaire: asked,
          language,
          action: '/x',
          answers,
          errors: [],
          submit: 'OK',
        }),
      )
      expect(page).not.toContain('name="volunteer"')
      const read = checkAnswers(asked, readForm(asked, postedFields(page)))
      expect(read.errors).toEqual([])
      expect(read.answers).toEqual(answers)
    }
  })

  it('what somebody typed is never markup', () => {
    const asked = questionnaire('reverse', 'mentee')
    const evil = '"><script>alert(1)</script>'
    const page = String(
      drawCorrectionForm({
        questionnaire: asked,
        language: 'fr',
        action: '/x',
        answers: { G7: evil, G3: { site: evil } },
        errors: [{ key: 'G7', field: 'G7', detail: { fr: evil, en: evil } }],
        submit: 'OK',
      }),
    )
    expect(page).not.toContain('<script')
  })
})

describe('D15, D16, D17: tips that everybody sees', () => {
  it('speak to pride and to fear, offer a coach, and label nobody', () => {
    const french = String(drawTips('fr'))
    expect(french).toContain('Votre expérience reste entière')
    expect(french).toContain('Les outils changent pour tout le monde')
    expect(french).toContain('coach')
    for (const language of LANGUAGES) {
      expect(String(drawTips(language))).not.toMatch(
        /orgueil|fierté|peur|pride|fear|résist|resist|jeune|young|vieux|old\b|âge|\bage\b|génération|generation/i,
      )
    }
  })
})
