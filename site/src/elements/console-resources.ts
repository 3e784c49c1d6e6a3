import type { ResourceInput, ResourceShown } from '#contract/resource.ts'
import type { Language } from '#domain/language.ts'
import { RESOURCE_KINDS, type ResourceKind } from '#domain/resource.ts'
import { pageLanguage } from '../api.ts'
import { publicApi } from '../api-public.ts'
import { consoleWordsIn } from '../words/console.ts'
import { publicWordsIn } from '../words/console-public.ts'
import { drawAct, drawEnding, drawField, drawLine, drawProse, drawSelect } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** The library: add, change, publish, withdraw, delete (W21, D38). */
export function drawResources(resources: ResourceShown[]): HTMLElement {
  const language = pageLanguage()
  const words = publicWordsIn(language).resources
  const host = h('div')
  let known = resources
  let edited: string | null = null

  const run = async (work: () => Promise<void>) => {
    try {
      await work()
      draw()
    } catch (error) {
      host.append(failure(error))
    }
  }
  const put = (saved: ResourceShown) => {
    known = known.some(({ id }) => id === saved.id)
      ? known.map((each) => (each.id === saved.id ? saved : each))
      : [saved, ...known]
  }
  const publish = (resource: ResourceShown, isPublished: boolean) =>
    run(async () => put(await publicApi.publishResource(resource.id, isPublished)))
  const remove = (resource: ResourceShown) =>
    run(async () => {
      await publicApi.removeResource(resource.id)
      known = known.filter(({ id }) => id !== resource.id)
      const again = () => run(async () => put(await publicApi.createResource(contentOf(resource))))
      announce(words.removed, { label: consoleWordsIn(language).undo, run: () => void again() })
    })
  const save = async (id: string, content: ResourceInput) => {
    put(await (id === 'new' ? publicApi.createResource(content) : publicApi.saveResource(id, content)))
    edited = null
    draw()
    announce(words.saved)
  }
  const edit = (id: string | null) => {
    edited = id
    draw()
    host.querySelector<HTMLElement>(id === null ? '[data-add]' : 'form .input')?.focus()
  }
  const item = (resource: ResourceShown) => {
    if (edited === resource.id)
      return h(
        'li',
        {},
        drawForm(resource, save, () => edit(null)),
      )
    const { id, kind, title, source, url, published_at } = resource
    return h(
      'li',
      { class: 'public-item' },
      h(
        'p',
        { class: 'cluster' },
        h('strong', {}, title[language]),
        tag(RESOURCE_KINDS[kind][language]),
        published_at ? tag(words.isPublished, { tone: 'good' }) : tag(words.isHidden, { tone: 'watch' }),
      ),
      h('p', { class: 'hint' }, `${source} · `, h('a', { href: url, rel: 'noopener noreferrer' }, url)),
      h(
        'p',
        { class: 'cluster' },
        published_at
          ? drawAct(words.withdraw, title[language], () => void publish(resource, false))
          : drawAct(words.publish, title[language], () => void publish(resource, true)),
        drawAct(words.edit, title[language], () => edit(id)),
        drawAct(words.remove, title[language], () => void remove(resource)),
      ),
    )
  }
  const draw = () => {
    host.replaceChildren(
      known.length ? h('ul', { role: 'list' }, ...known.map(item)) : h('p', { class: 'muted' }, words.none),
      edited === 'new'
        ? drawForm(null, save, () => edit(null))
        : h(
            'button',
            {
              type: 'button',
              class: 'button button-quiet',
              'data-add': true,
              onclick: () => edit('new'),
            },
            words.add,
          ),
    )
  }
  draw()
  return host
}

function drawForm(
  resource: ResourceShown | null,
  save: (id: string, content: ResourceInput) => Promise<void>,
  cancel: () => void,
): HTMLElement {
  const language = pageLanguage()
  const all = publicWordsIn(language)
  const words = all.resources
  const kinds = Object.entries(RESOURCE_KINDS).map(([kind, name]) => [kind, name[language]] as const)
  const kind = drawSelect('resource-kind', kinds, resource?.kind ?? 'link')
  const titleFr = drawLine('resource-title-fr', resource?.title.fr ?? '', 160)
  const titleEn = drawLine('resource-title-en', resource?.title.en ?? '', 160)
  const summaryFr = drawProse('resource-summary-fr', resource?.summary.fr ?? '', 600)
  const summaryEn = drawProse('resource-summary-en', resource?.summary.en ?? '', 600)
  const source = drawLine('resource-source', resource?.source ?? '', 160)
  const url = drawLine('resource-url', resource?.url ?? 'https://', 1000, 'url')
  const spoken = drawSelect(
    'resource-language',
    [
      ['', words.languages.none],
      ['fr', words.languages.fr],
      ['en', words.languages.en],
    ],
    resource?.language ?? '',
  )
  const said = h('div')
  const submit = async (event: Event) => {
    event.preventDefault()
    try {
      await save(resource?.id ?? 'new', {
        kind: kind.value as ResourceKind,
        title: { fr: titleFr.value, en: titleEn.value },
        // A summary is one line of text, whatever was typed.
        summary: { fr: oneLine(summaryFr.value), en: oneLine(summaryEn.value) },
        source: source.value,
        url: url.value.trim(),
        language: (spoken.value || null) as Language | null,
      })
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  return h(
    'form',
    { class: 'public-form', onsubmit: submit },
    h(
      'div',
      { class: 'fields' },
      drawField(words.kind, kind),
      drawField(words.language, spoken),
      drawField(words.titleFr, titleFr),
      drawField(words.titleEn, titleEn),
      drawField(words.summaryFr, summaryFr),
      drawField(words.summaryEn, summaryEn),
      drawField(words.source, source),
      drawField(words.url, url),
    ),
    said,
    drawEnding(all.save, consoleWordsIn(language).cancel, cancel),
  )
}

function contentOf({ kind, title, summary, source, url, language }: ResourceShown): ResourceInput {
  return { kind, title, summary, source, url, language }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
