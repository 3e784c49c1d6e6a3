import type { EscoSkillsInput } from '#contract/topic.ts'
import { inChunks } from '#db/commit.ts'
import {
  compareEscoSkills,
  type EscoSkill,
  type EscoSkillRow,
  listEscoSkillsWith,
  upsertEscoSkills,
  type WordWays,
} from '#db/queries/esco-skill.ts'
import { escoIdOf } from '#domain/esco-skill.ts'
import { authorise } from '#domain/permission.ts'
import { type FieldError, Problem } from '#domain/problem.ts'
import { indexTopics, searchTopics, synonymsOf, topicWordsIn } from '#questionnaire/topic-search.ts'
import { type Context, commit } from './context.ts'

const ERRORS_MAX = 50

/**
 * Takes in a file of ESCO skills, to search when a topic is added; the same file a second time writes nothing, and a
 * newer one renames what changed. Skills that are not in the file stay.
 * @throws Problem `invalid` with a pointer for each row whose identifier is none; then nothing is kept.
 */
export async function importEscoSkills(
  ctx: Context,
  skills: EscoSkillsInput,
): Promise<{ created: number; updated: number; unchanged: number }> {
  authorise(ctx.actor, 'programmes:write')
  const chunks = inChunks(rowsOf(skills).values())
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const chunk of chunks) {
    const each = await compareEscoSkills(ctx.db, chunk)
    counts.created += each.created
    counts.updated += each.updated
    counts.unchanged += each.unchanged
  }
  if (counts.created + counts.updated === 0) return counts
  const id = ctx.newId('imp')
  await commit(ctx, {
    event: {
      type: 'esco-skills.imported',
      subject: id,
      version: 1,
      data: { created: counts.created, updated: counts.updated },
    },
    writes: chunks.map(upsertEscoSkills),
  })
  return counts
}

/** Rows by identifier; of two with the same one, the later counts. */
function rowsOf(skills: EscoSkillsInput): Map<string, EscoSkillRow> {
  const rows = new Map<string, EscoSkillRow>()
  const errors: FieldError[] = []
  for (const [at, { uri, fr, en, group }] of skills.entries()) {
    const id = escoIdOf(uri)
    if (id) rows.set(id, { id, fr, en, group, folded: foldSkill(fr, en) })
    else if (errors.length < ERRORS_MAX) {
      errors.push({
        pointer: `/${at}/uri`,
        detail: {
          fr: 'Cet identifiant n’est pas de ceux d’ESCO. Vérifiez le fichier.',
          en: 'This identifier is none of ESCO. Check the file.',
        },
      })
    }
  }
  if (errors.length === 0) return rows
  throw new Problem(
    'invalid',
    {
      fr: 'Des lignes de ce fichier ne sont pas des compétences ESCO. Rien n’a été enregistré.',
      en: 'Some rows of this file are no ESCO skills. Nothing was saved.',
    },
    errors,
  )
}

/** The words of both names as they are searched, each between spaces. */
function foldSkill(fr: string, en: string): string {
  return ` ${topicWordsIn(fr).join(' ')} | ${topicWordsIn(en).join(' ')} `
}

const WORDS_MAX = 6
/** So many rows are ranked where all words are there as they were typed, the shortest first. */
const RANKED_MAX = 400

/**
 * The skills that a query finds, best first (see `searchTopics`). Rows with all its words, or what else they are called,
 * are looked for first; only where there are none, rows that have a part of each longer word, for a mistyped word keeps
 * one; and last, rows with any of its words.
 */
export async function searchEscoSkills(
  ctx: Pick<Context, 'db'>,
  query: string,
  most: number,
): Promise<EscoSkill[]> {
  const words = [...new Set(topicWordsIn(query.slice(0, 200)))].slice(0, WORDS_MAX)
  const [whole, parts] = [words.map(waysOf), words.filter((word) => word.length > 3).map(partsOf)]
  const attempts = [
    { words: whole, join: 'all', limit: RANKED_MAX },
    { words: parts, join: 'all', limit: null },
    { words: whole, join: 'any', limit: RANKED_MAX },
  ] as const
  for (const { words, ...asked } of attempts) {
    if (words.length === 0) continue
    const found = rank(await listEscoSkillsWith(ctx.db, words, asked), query, most)
    if (found.length > 0) return found
  }
  return []
}

function rank(rows: EscoSkillRow[], query: string, most: number): EscoSkill[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const index = indexTopics(
    rows.map(({ id, folded }) => ({ id, names: folded.split('|') })),
    (folded) => folded.split(' ').filter((word) => word !== ''),
  )
  return searchTopics(index, query, most).map((id) => byId.get(id)!)
}

/** A word that begins with this one, or all words of something else it is called. */
function waysOf(word: string): WordWays {
  const begins = (start: string) => ` ${start}`
  return [[begins(word)], ...synonymsOf(word).map((synonym) => synonym.map(begins))]
}

/**
 * What a mistyped word keeps: one of its halves, or, where two letters in its middle changed places, what is around
 * them; of a long word, in which two edits are forgiven, one of its thirds.
 */
function partsOf(word: string): WordWays {
  if (word.length < 8) {
    const half = word.length >> 1
    const [first, last] = [` ${word.slice(0, half)}`, `${word.slice(half)} `]
    return [[first], [last], [first.slice(0, -1), last.slice(1)]]
  }
  const [one, two] = [Math.ceil(word.length / 3), Math.ceil((2 * word.length) / 3)]
  return [[` ${word.slice(0, one)}`], [word.slice(one, two)], [`${word.slice(two)} `]]
}
