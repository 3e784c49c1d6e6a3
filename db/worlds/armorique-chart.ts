import type { JobFamily } from '#domain/job-family.ts'
import { ENTITY_SHARES, FAMILY_SHARES, TIER, type Tier, UPPER_SHARES } from './armorique-tables.ts'
import {
  apportion,
  below,
  between,
  pick,
  pickWeighted,
  type Random,
  scatterShares,
  shuffled,
} from './random.ts'

/** One post of the chart, before it has a name. */
export interface Post {
  tier: Tier
  entity: number
  family: JobFamily
  manager: Post | null
  dotted: Post[]
  team: Post[]
}

const FAMILIES = Object.keys(FAMILY_SHARES) as JobFamily[]

/** How many people a team has, besides the person who leads it. */
const TEAM = 7.5

/** How often a post has the family of the post above it, by level. */
const FAMILY_KEPT: Record<Tier, number> = { 0: 0, 1: 0, 2: 0, 3: 0.5, 4: 0.7, 5: 0.75, 6: 0.85, 7: 0.95 }

/**
 * A chart of `people` posts: one head, one executive committee, twelve entities, seven or eight levels at full size
 * and fewer in a small company, teams of six to nine at the base. Managers come before their teams.
 */
export function drawChart(random: Random, people: number): Post[] {
  const sizes = apportion(people, ENTITY_SHARES)
  const familyShares = sizes.map(() => scatterShares(random, Object.values(FAMILY_SHARES), 20))
  const posts: Post[] = []
  const add = (tier: Tier, entity: number, manager: Post | null): Post => {
    const kept = manager !== null && random() < FAMILY_KEPT[tier]
    const family = kept ? manager.family : pickWeighted(random, FAMILIES, familyShares[entity]!)
    const post: Post = { tier, entity, family, manager, dotted: [], team: [] }
    manager?.team.push(post)
    posts.push(post)
    return post
  }
  const free = [...sizes]
  const take = (entity: number) => {
    const from = free[entity]! > 0 ? entity : free.findIndex((left) => left > 0)
    free[from] = free[from]! - 1
    return from
  }
  const head = add(TIER.head, take(sizes.length - 1), null)
  const committee = Math.min(12, people - 1, Math.max(1, Math.round(Math.sqrt(people) / 3)))
  const members = Array.from({ length: committee }, (_, index) => add(TIER.committee, take(index), head))
  // A small company has directors and managers, and nobody between.
  const uppers = UPPER_SHARES.map(([tier, share]) => ({
    tier,
    // Executives are spread more evenly than people: a large entity has longer lines, not a larger board.
    counts: apportion(
      people < 250 && tier % 2 === 0 ? 0 : Math.round(share * people),
      tier === TIER.executive ? free.map(Math.sqrt) : free,
    ),
  }))
  for (const [entity, left] of free.entries()) {
    const top = members[entity % members.length]!
    drawEntity({
      random,
      add,
      entity,
      top,
      left,
      uppers: uppers.map(({ tier, counts }) => [tier, counts[entity]!]),
    })
  }
  drawDottedLines(random, posts)
  return posts
}

interface EntityPlan {
  random: Random
  add: (tier: Tier, entity: number, manager: Post | null) => Post
  entity: number
  /** The member of the committee who heads the entity. */
  top: Post
  /** How many posts are still to be drawn. */
  left: number
  uppers: [Tier, number][]
}

function drawEntity({ random, add, entity, top, left, uppers }: EntityPlan): void {
  const levels = new Map<Tier, Post[]>([[TIER.committee, [top]]])
  let rest = left
  for (const [tier, wished] of uppers) {
    const count = Math.min(wished, rest)
    rest -= count
    levels.set(
      tier,
      deal(random, count, bossesOf(tier, levels)).map((boss) => add(tier, entity, boss)),
    )
  }
  const managers = levels.get(TIER.manager)!
  // One post in fifty assists somebody higher up; the others make teams of 7.5, led by managers and team leads.
  const assistants = rest < 50 ? 0 : Math.round(rest / 50)
  const leadsWished = managers.length
    ? (rest - assistants - managers.length * TEAM) / (TEAM / 1.5 + 1)
    : rest / (TEAM + 1)
  const leads = Math.max(0, Math.min(Math.round(leadsWished), Math.floor(rest / 7)))
  const leading = managers.slice(0, Math.ceil(leads / 3))
  const chiefs = [
    ...deal(random, leads, [leading.length ? leading : bossesOf(TIER.lead, levels)[0]!]).map((boss) =>
      add(TIER.lead, entity, boss),
    ),
    ...managers.slice(leading.length),
  ]
  const spans = teamSizes(random, rest - leads - assistants, chiefs.length)
  for (const [index, chief] of (chiefs.length ? chiefs : [top]).entries()) {
    for (let member = 0; member < spans[index]!; member++) add(TIER.base, entity, chief)
  }
  const assisted = [...levels.values()].flat().filter(({ tier }) => tier < TIER.manager)
  for (let post = 0; post < assistants; post++) add(TIER.base, entity, pick(random, assisted))
}

/** Who may lead a post of this level: the nearest level above that has people; four managers in ten skip one. */
function bossesOf(tier: Tier, levels: Map<Tier, Post[]>): Post[][] {
  const above = [...levels.keys()]
    .filter((level) => level < tier && levels.get(level)!.length > 0)
    .sort((a, b) => b - a)
  const [nearest, next] = above.map((level) => levels.get(level)!)
  return tier === TIER.manager && next && levels.get(TIER.seniorManager)?.length
    ? [nearest!, next]
    : [nearest!]
}

/** Deals posts out to bosses as evenly as they go, in a mixed order. */
function deal(random: Random, count: number, [first, second]: Post[][]): Post[] {
  const toSecond = second ? Math.round(count * 0.4) : 0
  const even = (bosses: Post[], many: number) =>
    Array.from({ length: many }, (_, index) => bosses[index % bosses.length]!)
  return shuffled(random, [
    ...even(shuffled(random, first!), count - toSecond),
    ...even(shuffled(random, second ?? []), toSecond),
  ])
}

/** Sizes of `teams` teams that make up `people`, between six and nine wherever the numbers allow. */
function teamSizes(random: Random, people: number, teams: number): number[] {
  const sizes = apportion(
    people,
    Array.from({ length: Math.max(1, teams) }, () => 1),
  )
  for (let trade = 0; trade < teams; trade++) {
    const [giver, taker] = [below(random, teams), below(random, teams)]
    if (giver !== taker && sizes[giver]! > 6 && sizes[taker]! < 9) {
      sizes[giver] = sizes[giver]! - 1
      sizes[taker] = sizes[taker]! + 1
    }
  }
  return sizes
}

/** Three posts in a hundred also report across entities, always to a higher level, so that no circle can form. */
function drawDottedLines(random: Random, posts: Post[]): void {
  const bosses = posts.filter((post) => post.tier >= TIER.committee && post.tier <= TIER.manager)
  for (const post of posts) {
    if (post.tier < TIER.director || random() >= 0.03) continue
    const wanted = random() < 0.1 ? 2 : 1
    for (let attempt = 0; attempt < 8 * between(random, 1, 2) && post.dotted.length < wanted; attempt++) {
      const boss = bosses.length ? pick(random, bosses) : null
      const fits = boss && boss.tier < post.tier && boss !== post.manager && !post.dotted.includes(boss)
      if (fits && boss.entity !== post.entity && (attempt > 5 || boss.family === post.family))
        post.dotted.push(boss)
    }
  }
}
