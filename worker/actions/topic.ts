import type { TopicInput } from '#contract/topic.ts'
import { findTopic, type TopicRow, writeTopic } from '#db/queries/topic.ts'
import { escoIdOf } from '#domain/esco-skill.ts'
import { authorise } from '#domain/permission.ts'
import { type FieldError, Problem } from '#domain/problem.ts'
import { type Catalogue, topicOf } from '#questionnaire/catalogue.ts'
import { foldTopic } from '#questionnaire/topic-search.ts'
import type { Topic } from '#questionnaire/topics/topic.ts'
import { loadCatalogue } from './catalogue.ts'
import { type Context, commit } from './context.ts'

/**
 * Adds a topic to what people choose from, or changes one: its names, its group, its reach, whether it is offered. The
 * same content writes nothing. What people chose stays theirs: a topic keeps its id, and is never deleted (W1).
 * @throws Problem `invalid` where another topic has one of its names, or the identifier is none of ESCO.
 */
export async function putTopic(
  ctx: Context,
  id: string,
  input: TopicInput,
): Promise<{ catalogue: Catalogue; created: boolean }> {
  authorise(ctx.actor, 'programmes:write')
  const [catalogue, row] = await Promise.all([loadCatalogue(ctx), findTopic(ctx.db, id)])
  const esco = input.esco === null ? null : escoIdOf(input.esco)
  assertFits(catalogue, id, input, esco)
  const before = topicOf(catalogue, id)
  const after = { ...input, esco: esco ?? null }
  if (before && isSame(before, !catalogue.retired.has(id), after)) return { catalogue, created: false }
  const version = (row?.version ?? 0) + 1
  const changed: TopicRow = {
    ...after,
    id,
    transversal: after.family === null,
    version,
    created_at: row?.created_at ?? ctx.now,
    updated_at: ctx.now,
  }
  await commit(ctx, {
    event: { type: 'topic.changed', subject: `topic:${id}`, version, data: { topic: id } },
    writes: [writeTopic(ctx.db, changed)],
  })
  return { catalogue: await loadCatalogue(ctx), created: before === undefined }
}

function isSame(before: Topic, isOffered: boolean, after: TopicInput): boolean {
  return (
    isOffered === after.offered &&
    before.group === after.group &&
    before.family === after.family &&
    before.nature === after.nature &&
    before.name.fr === after.name.fr &&
    before.name.en === after.name.en &&
    (before.esco ?? before.digcomp ?? null) === after.esco
  )
}

/** A topic stands in a known group; two under one name could not be told apart in a list. */
function assertFits(
  catalogue: Catalogue,
  id: string,
  { group, name, esco }: TopicInput,
  found: string | null,
): void {
  const errors: FieldError[] = []
  if (!Object.hasOwn(catalogue.groups, group)) {
    const groups = Object.keys(catalogue.groups).join(', ')
    errors.push({
      pointer: '/group',
      detail: { fr: `Groupes possibles\u00a0: ${groups}.`, en: `Possible groups: ${groups}.` },
    })
  }
  for (const language of ['fr', 'en'] as const) {
    const folded = foldTopic(name[language])
    const other = Object.entries(catalogue.topics).find(
      ([one, topic]) => one !== id && foldTopic(topic.name[language]) === folded,
    )
    if (!other) continue
    errors.push({
      pointer: `/name/${language}`,
      detail: {
        fr: `Un autre sujet porte ce nom (${other[0]}). Donnez un nom qui les distingue.`,
        en: `Another topic has this name (${other[0]}). Give a name that tells them apart.`,
      },
    })
  }
  if (esco !== null && found === null) {
    errors.push({
      pointer: '/esco',
      detail: {
        fr: 'Donnez un identifiant ESCO, comme 2afb2b59-c9a3-4cf3-b1dd-1a2fad51e583.',
        en: 'Give an ESCO identifier, such as 2afb2b59-c9a3-4cf3-b1dd-1a2fad51e583.',
      },
    })
  }
  if (errors.length === 0) return
  throw new Problem(
    'invalid',
    {
      fr: 'Ce sujet est à corriger. Rien n’a été enregistré.',
      en: 'This topic needs correcting. Nothing was saved.',
    },
    errors,
  )
}
