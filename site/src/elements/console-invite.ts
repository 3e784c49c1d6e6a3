import type { DesignationShown } from '#contract/designation.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { api, pageLanguage } from '../api.ts'
import { peopleApi } from '../api-people.ts'
import { consoleWordsIn } from '../words/console.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { addressOf } from './console-address.ts'
import { drawField } from './console-labelled.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { sendPeople } from './console-people-form.ts'
import { drawSlips } from './console-slips.ts'

/** Proposes people for a programme, and prints codes for those without a mailbox. The address names it (`?p=`). */
class ConsoleInvite extends HTMLElement {
  private readonly words = peopleWordsIn(pageLanguage())
  private readonly slips = h('div')

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) this.replaceChildren(h('p', {}, this.words.invite.missing))
    else
      void fill(
        this,
        () => api.programme(slug),
        (programme) => this.draw(programme),
      )
  }

  private draw(programme: ProgrammeShown): Child[] {
    titlePage(this.words.invite.heading(programme.words[pageLanguage()].name))
    const back = consoleWordsIn(pageLanguage()).run.backToProgramme
    return [
      h('p', {}, h('a', { href: addressOf('programme', { p: programme.slug }) }, back)),
      this.drawInvitation(programme),
      this.drawCodes(programme),
      this.slips,
    ]
  }

  private drawInvitation(programme: ProgrammeShown): HTMLElement {
    const words = this.words.invite
    const by = h('input', { class: 'input', id: 'invite-by', maxlength: 200, required: true })
    const people = h('textarea', { class: 'input', id: 'invite-people', rows: 8, required: true })
    const roles = ROLES.map((role) =>
      h('input', {
        type: 'radio',
        name: 'role',
        id: `invite-${role}`,
        value: role,
        checked: role === 'mentee',
      }),
    )
    const said = h('div')
    const send = async (event: Event) => {
      event.preventDefault()
      const role = (roles.find(({ checked }) => checked)?.value ?? 'mentee') as Role
      const proposed_by = by.value.trim()
      const done = await sendPeople(people, said, (list) =>
        peopleApi.designate(programme.slug, { role, proposed_by, people: list }),
      )
      if (!done) return
      said.replaceChildren(this.drawOutcome(done))
      people.value = ''
      this.showSlips(done.unreachable, programme, role, proposed_by)
    }
    return h(
      'form',
      { class: 'console-section people-form', onsubmit: send },
      h('p', {}, words.lead),
      h(
        'fieldset',
        { class: 'people-roles' },
        h('legend', {}, words.role),
        ...roles.map((input) =>
          h(
            'div',
            { class: 'field-box' },
            input,
            h('label', { for: input.id }, words.roles[input.value as Role]),
          ),
        ),
      ),
      drawField(words.by, by),
      drawField(words.people, people),
      said,
      h('button', { class: 'button', type: 'submit' }, words.send),
    )
  }

  private drawOutcome({ invited, already, unreachable }: DesignationShown): HTMLElement {
    const words = this.words.invite
    return h(
      'div',
      { class: 'notice', role: 'status' },
      h('p', {}, h('strong', {}, words.sent(invited.length))),
      already.length > 0 && h('p', {}, words.already(already.length)),
      unreachable.length > 0 && h('p', {}, words.unreachable(unreachable.length)),
    )
  }

  private drawCodes(programme: ProgrammeShown): HTMLElement {
    const words = this.words.codes
    const people = h('textarea', { class: 'input', id: 'codes-people', rows: 4 })
    const said = h('div')
    const make = async (event: Event) => {
      event.preventDefault()
      const codes = await sendPeople(people, said, peopleApi.printCodes)
      if (!codes) return
      people.value = ''
      announce(words.once)
      this.showSlips(codes, programme, null, null)
    }
    return h(
      'form',
      { class: 'console-section people-form', onsubmit: make },
      h('h2', {}, words.title),
      h('p', {}, words.lead),
      drawField(words.people, people),
      said,
      h('button', { class: 'button button-quiet', type: 'submit' }, words.make),
    )
  }

  private showSlips(
    codes: DesignationShown['unreachable'],
    { slug, time_zone }: ProgrammeShown,
    role: Role | null,
    proposed_by: string | null,
  ): void {
    if (codes.length === 0) return
    const sheet = drawSlips(codes, { slug, role, time_zone, proposed_by })
    this.slips.replaceChildren(sheet)
    sheet.focus()
  }
}

customElements.define('console-invite', ConsoleInvite)
