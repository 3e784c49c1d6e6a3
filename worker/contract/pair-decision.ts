/** One line of `GET /programmes/{slug}/locks` and `/bans`. */
export interface PairDecisionShown {
  mentor: string
  mentee: string
  created_at: string
}
