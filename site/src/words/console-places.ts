import type { Language } from '#domain/language.ts'
import { accessWordsIn } from './console-access.ts'
import { exchangesWordsIn } from './console-exchanges.ts'
import { mailsWordsIn } from './console-mails.ts'
import { publicWordsIn } from './console-public.ts'
import { staffWordsIn } from './console-staff.ts'
import { teamWordsIn } from './console-team.ts'
import { topicsWordsIn } from './console-topics.ts'

/** The pages of the console that belong to no programme, with their addresses. */
export function consolePlaces(language: Language): { name: string; href: string }[] {
  const names = {
    staff: staffWordsIn(language).title,
    public: publicWordsIn(language).title,
    topics: topicsWordsIn(language).title,
    access: accessWordsIn(language).title,
    exchanges: exchangesWordsIn(language).title,
    mails: mailsWordsIn(language).title,
    team: teamWordsIn(language).team.title,
  }
  return Object.entries(names).map(([page, name]) => ({ name, href: `/${language}/console/${page}/` }))
}
