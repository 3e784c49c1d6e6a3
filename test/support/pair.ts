import { addressOf, gatherCohort, matchAndApprove } from './cohort.ts'
import type { Client, House } from './house.ts'

/** A pair that has just begun, with its two people signed in, and somebody of the team. */
export interface FormedPair {
  id: string
  proposal: string
  mentor: Client
  mentee: Client
  organiser: Client
}

/**
 * Gathers a cohort, matches it, and lets the two people of the first proposal accept: the mentor is M1 (Junior1), the
 * mentee X1 (Executive1), unless the options ask for more people.
 */
export async function formPair(
  house: House,
  options: Parameters<typeof gatherCohort>[1] = {},
): Promise<FormedPair> {
  const [pair] = await formPairs(house, options)
  return pair as FormedPair
}

/** The same for every proposal of the first round. */
export async function formPairs(
  house: House,
  options: Parameters<typeof gatherCohort>[1] = {},
): Promise<FormedPair[]> {
  await gatherCohort(house, options)
  await house.root.put('organisers/organiser@armorique.example')
  const organiser = await house.enter('organiser@armorique.example')
  const proposals = await matchAndApprove(house)
  const formed: FormedPair[] = []
  for (const { id: proposal, mentor, mentee } of proposals) {
    const junior = await house.enter(addressOf(mentor))
    const senior = await house.enter(addressOf(mentee))
    await junior.post(`proposals/${proposal}/acceptance`)
    await senior.post(`proposals/${proposal}/acceptance`)
    const pairs = await house.root.all('pairs')
    const id = pairs.find((pair) => pair.mentor === mentor && pair.mentee === mentee)?.id
    if (!id) throw new Error(`no pair for ${mentor} and ${mentee}`)
    formed.push({ id, proposal, mentor: junior, mentee: senior, organiser })
  }
  // The mails of the beginning leave, so that a story counts its own.
  await house.tick()
  return formed
}
