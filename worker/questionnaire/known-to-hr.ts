import type { Answers } from './answers.ts'

/** What HR knows of somebody’s work that the questionnaire asks as well (G3, G4). */
export interface KnownToHr {
  job_family: string | null
  subsidiary: string | null
  site: string | null
}

/**
 * The answers with what HR knows where the person left it empty: what the questionnaire shows (G3, G4 “filled from HR
 * once the address is proved”). A correction of the person stays.
 */
export function fillFromHr(answers: Answers, known: KnownToHr): Answers {
  const { G3, G4, ...rest } = answers
  const subsidiary = G3?.subsidiary ?? known.subsidiary
  const site = G3?.site ?? known.site
  const field = G4 ?? known.job_family
  return {
    ...rest,
    ...(subsidiary !== null || site !== null
      ? { G3: { ...(subsidiary === null ? {} : { subsidiary }), ...(site === null ? {} : { site }) } }
      : {}),
    ...(field === null ? {} : { G4: field }),
  }
}

/**
 * The answers with what differs from HR alone: a repetition is dropped, so that HR’s next change is not hidden by it;
 * a correction is kept, and matching reads it first.
 */
export function keepCorrections(answers: Answers, known: KnownToHr): Answers {
  const { G3, G4, ...rest } = answers
  const subsidiary = correction(G3?.subsidiary, known.subsidiary)
  const site = correction(G3?.site, known.site)
  const field = correction(G4, known.job_family)
  const workplace = {
    ...(subsidiary === undefined ? {} : { subsidiary }),
    ...(site === undefined ? {} : { site }),
  }
  return {
    ...rest,
    ...(Object.keys(workplace).length > 0 ? { G3: workplace } : {}),
    ...(field === undefined ? {} : { G4: field }),
  }
}

function correction(answered: string | undefined, known: string | null): string | undefined {
  if (answered === undefined || (known !== null && fold(answered) === fold(known))) return undefined
  return answered
}

/** Case and spaces are no difference. */
function fold(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
