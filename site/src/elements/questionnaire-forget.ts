import { forget } from './questionnaire-memory.ts'

// Once a sign-up was sent, put aside or erased, this device keeps nothing of it.
const programme = /\/programmes\/([^/]+)\/(?:check-your-mail|welcome|saved|saved-again|erased)\//.exec(
  location.pathname,
)?.[1]
if (programme) forget(decodeURIComponent(programme))
