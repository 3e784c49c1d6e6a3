import Papa from 'papaparse'
import { addressBook, inventName, plain } from './names.ts'
import { randomFor, shuffled } from './random.ts'
import type { StaffMember } from './staff.ts'

/** Something odd about a line of a chart; line 1 is the header. */
export interface ChartFinding {
  line: number
  kind: 'no-id' | 'duplicate' | 'unknown-parent' | 'cycle'
  id: string
}

export interface Organogram {
  people: StaffMember[]
  /** Steps down from a head, by external id; people whose line leads to no head are absent. */
  depths: Map<string, number>
  findings: ChartFinding[]
}

interface ChartPost {
  line: number
  id: string
  parentId: string
  grade: string | null
  unit: string | null
  family: string | null
}

/**
 * Reads a chart of posts (columns date, id, parentId, level, grade, jobTitle, unit, professionalOccupationalGroup).
 * Ids are kept as they are and become external ids; rank = greatest depth − depth; the manager is the parent as given,
 * even where it is unknown or closes a circle: the import that reads it judges. Names and addresses are invented.
 * A dirty chart is read as far as it goes: repeated and empty ids are left out and told, and nobody without a way up
 * to a head gets a rank.
 * @param name of the chart, from which the addresses take their domain.
 */
export function readOrganogram(text: string, { name, seed }: { name: string; seed: number }): Organogram {
  const findings: ChartFinding[] = []
  const posts = readPosts(text, findings)
  const depths = measureDepths(posts, findings)
  const greatest = Math.max(0, ...new Set(depths.values()))
  const addressFor = addressBook(`${plain(name) || 'organogram'}.example`)
  const people = posts.map((post): StaffMember => {
    const invented = inventName(randomFor(seed, 'organogram', name, post.id))
    const depth = depths.get(post.id)
    return {
      external_id: post.id,
      ...invented,
      email: addressFor(invented),
      grade: post.grade,
      grade_rank: depth === undefined ? null : greatest - depth,
      job_family: post.family,
      subsidiary: post.unit,
      site: null,
      language: null,
      hired_in: null,
      leaves_on: null,
      relation: 'employee',
      active: true,
      manager: post.parentId === '' ? null : post.parentId,
      dotted_managers: [],
      moves: [],
    }
  })
  findings.sort((a, b) => a.line - b.line)
  return { people, depths, findings }
}

function readPosts(text: string, findings: ChartFinding[]): ChartPost[] {
  const { data } = Papa.parse<Record<string, string | undefined>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const seen = new Set<string>()
  const posts: ChartPost[] = []
  for (const [index, row] of data.entries()) {
    const line = index + 2
    const id = (row.id ?? '').trim()
    if (id === '' || seen.has(id)) {
      findings.push({ line, kind: id === '' ? 'no-id' : 'duplicate', id })
      continue
    }
    seen.add(id)
    posts.push({
      line,
      id,
      parentId: (row.parentId ?? '').trim(),
      grade: wordsOf(row.grade, 60),
      unit: wordsOf(row.unit, 100),
      family: wordsOf(row.professionalOccupationalGroup, 100),
    })
  }
  return posts
}

/** The words of a cell, or null where it says nothing. */
function wordsOf(cell: string | undefined, charactersMax: number): string | null {
  const words = (cell ?? '').replace(/\s+/g, ' ').trim().slice(0, charactersMax).trim()
  return words === '' || /^n\/?[ad]$/i.test(words) ? null : words
}

/** Level by level from the heads; what is not reached hangs on an unknown parent or goes round in a circle. */
function measureDepths(posts: ChartPost[], findings: ChartFinding[]): Map<string, number> {
  const known = new Map(posts.map((post) => [post.id, post]))
  const teams = new Map<string, ChartPost[]>()
  for (const post of posts) {
    if (post.parentId !== '' && !known.has(post.parentId)) {
      findings.push({ line: post.line, kind: 'unknown-parent', id: post.id })
    }
    const team = teams.get(post.parentId)
    if (team) team.push(post)
    else teams.set(post.parentId, [post])
  }
  const depths = new Map<string, number>()
  let level = teams.get('') ?? []
  for (let depth = 0; level.length > 0; depth++) {
    for (const post of level) depths.set(post.id, depth)
    level = level.flatMap((post) => teams.get(post.id) ?? [])
  }
  for (const post of posts) {
    if (!depths.has(post.id) && goesRound(post, known))
      findings.push({ line: post.line, kind: 'cycle', id: post.id })
  }
  return depths
}

/** Whether a post is above itself. */
function goesRound(post: ChartPost, known: Map<string, ChartPost>): boolean {
  const seen = new Set<string>()
  for (let above = known.get(post.parentId); above !== undefined; above = known.get(above.parentId)) {
    if (above.id === post.id) return true
    if (seen.has(above.id)) return false
    seen.add(above.id)
  }
  return false
}

/**
 * Who signs up: the shallowest posts as mentees and the deepest as mentors, exactly as many as asked, nobody twice.
 * Posts of the same depth are taken in an order that follows from the seed.
 * @throws RangeError when the chart has too few posts with a known depth.
 */
export function chooseByDepth(
  { people, depths }: Organogram,
  wanted: { mentors: number; mentees: number; seed: number },
): { mentors: StaffMember[]; mentees: StaffMember[] } {
  const placed = people.filter(({ external_id }) => depths.has(external_id))
  if (placed.length < wanted.mentors + wanted.mentees) {
    throw new RangeError(
      `${placed.length} posts of this chart have a place under a head; ${wanted.mentors + wanted.mentees} are asked for.`,
    )
  }
  const mixed = shuffled(randomFor(wanted.seed, 'organogram', 'ties'), placed)
  const byDepth = mixed.sort((a, b) => depths.get(a.external_id)! - depths.get(b.external_id)!)
  const mentees = byDepth.slice(0, wanted.mentees)
  const mentors = wanted.mentors === 0 ? [] : byDepth.slice(-wanted.mentors)
  return { mentors, mentees }
}
