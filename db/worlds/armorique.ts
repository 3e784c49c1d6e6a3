import { drawChart, type Post } from './armorique-chart.ts'
import {
  CATEGORY_SHARES,
  type Category,
  ENTITIES,
  FAMILY_CADRE,
  GRADES,
  TENURE_BANDS,
  TIER,
  TIER_RANK,
} from './armorique-tables.ts'
import { addressBook, inventName } from './names.ts'
import { bell, between, pickWeighted, type Random, randomFor, shuffled } from './random.ts'
import type { StaffMember } from './staff.ts'

/** The month from which years in the company are counted back; a fixed one, so that a world can be made again. */
const AS_OF_MONTH = 2026 * 12 + 8

export interface ArmoriqueOptions {
  /** 10 to 40,000. */
  people: number
  seed: number
  /** Names the addresses and ids, so that two companies can live in one database; `armorique` unless said. */
  company?: string
}

/**
 * The invented company of domain.md §6.1, from rank and years in the company: entities, hierarchy, grades, job
 * families, sites and hire months in the published proportions. The same options give the same people, byte for byte.
 * @returns people in the order of their external ids, which follow the order in which they were hired.
 * @throws RangeError outside 10…40,000.
 */
export function armorique({ people, seed, company = 'armorique' }: ArmoriqueOptions): StaffMember[] {
  if (!Number.isInteger(people) || people < 10 || people > 40_000) {
    throw new RangeError('The company can have from 10 to 40,000 people.')
  }
  const random = randomFor(seed, 'armorique', people)
  const posts = drawChart(random, people)
  const months = drawTenure(random, posts)
  const ranks = rankPosts(random, posts, months)
  const outside = drawOutsiders(random, posts)
  const order = posts.map((_, index) => index).sort((a, b) => months[b]! - months[a]! || a - b)
  const ids = new Map(
    order.map((post, index) => [posts[post]!, `${company}-${String(index + 1).padStart(5, '0')}`]),
  )
  const addressFor = addressBook(`${company}.example`)
  return order.map((index) => {
    const post = posts[index]!
    const name = inventName(random)
    const { isExternal, isActive } = outside[index]!
    const rank = ranks[index]!
    return {
      external_id: ids.get(post)!,
      ...name,
      email: addressFor(name),
      grade: isExternal ? null : GRADES[rank - 1]!,
      grade_rank: isExternal ? null : rank,
      job_family: post.family,
      subsidiary: ENTITIES[post.entity]!.name,
      site: siteOf(random, post),
      language: random() < 0.06 ? 'en' : 'fr',
      hired_in: isExternal ? null : monthName(AS_OF_MONTH - months[index]!),
      leaves_on: null,
      relation: isExternal ? 'external' : 'employee',
      active: isActive,
      manager: post.manager === null ? null : ids.get(post.manager)!,
      dotted_managers: post.dotted.map((manager) => ids.get(manager)!).sort(),
      moves: [],
    }
  })
}

/** Months in the company: published bands exactly, longer as one goes up (correlation about .35 with the level). */
function drawTenure(random: Random, posts: Post[]): number[] {
  const pull = posts.map(({ tier }) => 0.3 * (TIER.base - tier) + bell(random))
  const order = posts.map((_, index) => index).sort((a, b) => pull[a]! - pull[b]! || a - b)
  const months = new Array<number>(posts.length)
  let [band, shareBefore] = [0, 0]
  for (const [place, index] of order.entries()) {
    const quantile = (place + 0.5) / posts.length
    while (band < TENURE_BANDS.length - 1 && quantile >= shareBefore + TENURE_BANDS[band]!.share) {
      shareBefore += TENURE_BANDS[band]!.share
      band += 1
    }
    const { from, to } = TENURE_BANDS[band]!
    months[index] = between(random, from * 12, to * 12 - 1)
  }
  return months
}

/**
 * Grades: everybody who commands managers is cadre; the rest of the published share of cadres goes to the teams
 * whose field of work has most of them, and the lowest category to the others. Nobody outranks their manager.
 */
function rankPosts(random: Random, posts: Post[], months: number[]): number[] {
  const categories = categorise(random, posts)
  const ranks = posts.map((post, index) => {
    if (post.tier <= TIER.manager) return TIER_RANK[post.tier]
    const category = categories[index]!
    if (category === 'execution') return 1
    const merit = months[index]! / 240 + bell(random)
    const step = merit > 1.7 ? 2 : merit > 0.7 ? 1 : 0
    return (category === 'cadre' ? 5 : 2) + (post.tier === TIER.lead ? Math.max(1, step) : step)
  })
  const places = new Map(posts.map((post, index) => [post, index]))
  for (let index = posts.length - 1; index >= 0; index--) {
    const manager = posts[index]!.manager
    const place = manager === null ? undefined : places.get(manager)
    if (place !== undefined) ranks[place] = Math.max(ranks[place]!, ranks[index]!)
  }
  return ranks
}

function categorise(random: Random, posts: Post[]): (Category | undefined)[] {
  const categories = new Array<Category | undefined>(posts.length)
  const leanings = new Map(posts.map((post) => [post, (FAMILY_CADRE[post.family] ?? 0) + bell(random)]))
  const byLeaning = (chosen: Post[]) => [...chosen].sort((a, b) => leanings.get(b)! - leanings.get(a)!)
  const teams = byLeaning(posts.filter(({ team }) => team.some(({ tier }) => tier === TIER.base)))
  // A team leans one way or the other: cadres work beside cadres.
  const cadreTeams = new Set(teams.slice(0, Math.ceil(teams.length / 2)))
  const places = new Map(posts.map((post, index) => [post, index]))
  let cadresLeft = Math.round(CATEGORY_SHARES.cadre * posts.length)
  let lowestLeft = Math.round(CATEGORY_SHARES.execution * posts.length)
  for (const post of posts) {
    if (post.tier === TIER.base) continue
    const isCadre = post.tier < TIER.lead || cadreTeams.has(post)
    categories[places.get(post)!] = isCadre ? 'cadre' : 'maitrise'
    if (isCadre) cadresLeft -= 1
  }
  const base = byLeaning(posts.filter(({ tier }) => tier === TIER.base))
  for (const post of base) {
    if (cadreTeams.has(post.manager!) && cadresLeft-- > 0) categories[places.get(post)!] = 'cadre'
  }
  for (const post of base.reverse()) {
    const place = places.get(post)!
    categories[place] ??= lowestLeft-- > 0 ? 'execution' : 'maitrise'
  }
  return categories
}

/** Some people without a team are external (3 in 100), and some have left or are away (1.5 in 100). */
function drawOutsiders(random: Random, posts: Post[]): { isExternal: boolean; isActive: boolean }[] {
  return posts.map((post) => ({
    isExternal: post.tier === TIER.base && random() < 0.03,
    isActive: post.tier !== TIER.base || random() >= 0.015,
  }))
}

/** Most work where their manager’s level suggests: the first site of an entity is its largest. */
function siteOf(random: Random, post: Post): string {
  const { sites } = ENTITIES[post.entity]!
  if (post.tier <= TIER.director) return sites[0]
  return pickWeighted<string>(
    random,
    sites,
    sites.map((_, index) => 1 / (index + 1)),
  )
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/**
 * Who volunteers: mentors among those who lead nobody, up to the first level of cadres; mentees among those who lead,
 * from the second level to the executive committee. Active people with a known rank only; not the head, who has
 * everybody in one line.
 * @throws RangeError when the company has too few of either.
 */
export function volunteers(
  people: readonly StaffMember[],
  wanted: { mentors: number; mentees: number; seed: number },
): { mentors: StaffMember[]; mentees: StaffMember[] } {
  const random = randomFor(wanted.seed, 'volunteers')
  const leaders = new Set(people.map(({ manager }) => manager))
  const known = people.filter(
    ({ active, grade_rank, manager }) => active && grade_rank !== null && manager !== null,
  )
  const mentees = known.filter(({ external_id, grade_rank }) => leaders.has(external_id) && grade_rank! >= 6)
  const mentors = known.filter(({ external_id, grade_rank }) => !leaders.has(external_id) && grade_rank! <= 5)
  if (mentors.length < wanted.mentors || mentees.length < wanted.mentees) {
    throw new RangeError(
      `This company can offer ${mentors.length} mentors and ${mentees.length} mentees at most; ask for fewer, or for more people.`,
    )
  }
  return {
    mentors: shuffled(random, mentors).slice(0, wanted.mentors),
    mentees: shuffled(random, mentees).slice(0, wanted.mentees),
  }
}
