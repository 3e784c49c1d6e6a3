import type { OrganisationShown } from '#contract/organisation.ts'
import { pageLanguage } from '../api.ts'
import { publicApi } from '../api-public.ts'
import { publicWordsIn } from '../words/console-public.ts'
import { drawField, drawLine } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** How visitors reach the organisation, and what the legal pages say of it (W22, P39). */
export function drawOrganisation(known: OrganisationShown): HTMLElement {
  const all = publicWordsIn(pageLanguage())
  const words = all.organisation
  const line = (id: string, value: string | null, max = 160) => drawLine(`organisation-${id}`, value, max)
  const fields = {
    name: line('name', known.name),
    address: line('address', known.address, 300),
    phone: line('phone', known.phone, 40),
    email: line('email', known.email, 254),
    hoursFr: line('hours-fr', known.hours?.fr ?? null, 200),
    hoursEn: line('hours-en', known.hours?.en ?? null, 200),
    publisher: line('publisher', known.publisher),
    dpo: line('dpo', known.dpo, 300),
  }
  const storeInEu = box('store', known.store_in_eu)
  const requestsInEu = box('requests', known.requests_in_eu)
  const said = h('div')
  const given = (input: HTMLInputElement) => input.value.trim() || null
  const submit = async (event: Event) => {
    event.preventDefault()
    const [fr, en] = [fields.hoursFr.value.trim(), fields.hoursEn.value.trim()]
    try {
      await publicApi.saveOrganisation({
        name: fields.name.value,
        address: given(fields.address),
        phone: given(fields.phone),
        email: given(fields.email),
        publisher: given(fields.publisher),
        dpo: given(fields.dpo),
        hours: fr || en ? { fr, en } : null,
        store_in_eu: storeInEu.checked,
        requests_in_eu: requestsInEu.checked,
      })
      said.replaceChildren()
      announce(words.saved)
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  const tick = (label: string, control: HTMLElement) =>
    h('div', { class: 'field-box' }, h('label', { for: control.id }, label), control)
  return h(
    'form',
    { class: 'public-form', onsubmit: submit },
    h('p', {}, words.lead),
    h(
      'div',
      { class: 'fields' },
      ...(Object.keys(fields) as (keyof typeof fields)[]).map((name) => drawField(words[name], fields[name])),
    ),
    tick(words.storeInEu, storeInEu),
    tick(words.requestsInEu, requestsInEu),
    h('p', { class: 'hint' }, words.boxHint),
    said,
    h('p', {}, h('button', { type: 'submit', class: 'button' }, all.save)),
  )
}

function box(id: string, isTicked: boolean): HTMLInputElement {
  return h('input', { type: 'checkbox', id: `organisation-${id}`, checked: isTicked })
}
