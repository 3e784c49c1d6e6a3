import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'

type ConsolePage =
  | 'programme'
  | 'run'
  | 'pair'
  | 'waiting'
  | 'compare'
  | 'matching'
  | 'insight'
  | 'questions'
  | 'invite'
  | 'conversations'
  | 'life'
  | 'path'
  | 'preparations'
  | 'outcomes'

/** The address of a page of the console in the language of this one. */
export function addressOf(page: ConsolePage, about: Record<string, string>, part = ''): string {
  return `/${pageLanguage()}/console/${page}/?${new URLSearchParams(about)}${part && `#${part}`}`
}

/** Where somebody reads why two people were proposed to each other. */
export function pairAddress(run: string, proposal: string): string {
  return addressOf('pair', { run, proposal })
}

/** Where somebody reads why a person has no pair. */
export function waitingAddress(run: string, role: Role, person: string): string {
  return addressOf('waiting', { run, role, person })
}
