import { TESTIMONY_STATES } from '#domain/testimony.ts'
import { pageLanguage } from '../api.ts'
import { publicApi } from '../api-public.ts'
import { publicWordsIn } from '../words/console-public.ts'
import { fill } from './console-load.ts'
import { h } from './console-markup.ts'
import { drawMessages } from './console-messages.ts'
import { drawOrganisation } from './console-organisation.ts'
import { drawResources } from './console-resources.ts'
import { drawTestimonies } from './console-testimonies.ts'

/** What stands behind the public site: each part loads by itself, so that one that fails hides no other. */
class ConsolePublic extends HTMLElement {
  connectedCallback(): void {
    const words = publicWordsIn(pageLanguage())
    const part = <T>(title: string, load: () => Promise<T>, draw: (loaded: T) => HTMLElement) => {
      const region = h('div')
      void fill(region, load, (loaded) => [draw(loaded)])
      return h('section', { class: 'console-section' }, h('h2', {}, title), region)
    }
    this.replaceChildren(
      part(words.messages.title, publicApi.messages, drawMessages),
      part(
        words.testimonies.title,
        async () => (await Promise.all(TESTIMONY_STATES.map(publicApi.testimonies))).flat(),
        drawTestimonies,
      ),
      part(words.resources.title, publicApi.resources, drawResources),
      part(words.organisation.title, publicApi.organisation, drawOrganisation),
    )
  }
}

customElements.define('console-public', ConsolePublic)
