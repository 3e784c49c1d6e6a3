import type { OrganiserShown } from '#contract/organiser.ts'
import type { SessionShown } from '#contract/session.ts'
import { STAFF_ROLES, type StaffRole } from '#domain/permission.ts'
import { api, pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import { consoleWordsIn } from '../words/console.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { teamWordsIn } from '../words/console-team.ts'
import { drawAct, drawEnding, drawField, drawLine, drawSelect } from './console-labelled.ts'
import { failure, fill } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** Who belongs to the team and what each of them sees. Every change is saved at once and can be taken back. */
class ConsoleTeam extends HTMLElement {
  readonly #words = teamWordsIn(pageLanguage()).team
  readonly #list = h('ul', { class: 'team', role: 'list' })
  readonly #said = h('div')
  #team: OrganiserShown[] = []
  #own = ''
  /** The address whose role is being changed. */
  #edited: string | null = null

  connectedCallback(): void {
    void fill(
      this,
      () => Promise.all([accessApi.team(), api.session()]),
      ([team, session]) => this.#draw(team, session),
    )
  }

  #draw(team: OrganiserShown[], { email }: SessionShown): Child[] {
    this.#team = team
    this.#own = email
    this.#drawList()
    const words = this.#words
    return [
      h('p', { class: 'access-lead' }, words.lead),
      h(
        'dl',
        { class: 'facts roles' },
        ...STAFF_ROLES.map((role) =>
          h('div', {}, h('dt', {}, words.roles[role]), h('dd', {}, words.sees[role])),
        ),
      ),
      h(
        'section',
        { class: 'console-section' },
        h('h2', {}, words.members),
        h('p', { class: 'hint' }, words.digestHint),
        this.#list,
        this.#said,
      ),
      h('section', { class: 'console-section' }, h('h2', {}, words.addTitle), this.#drawForm()),
    ]
  }

  #drawForm(): HTMLElement {
    const words = this.#words
    const email = drawLine('member-email', null, 254, 'email')
    email.required = true
    const role = this.#drawRoles('member-role', 'coach')
    const subsidiary = this.#drawSubsidiary('member-subsidiary', role, null)
    const said = h('div')
    const submit = async (event: Event) => {
      event.preventDefault()
      try {
        const chosen = role.value as StaffRole
        const member = await accessApi.putMember(email.value.trim(), chosen, subsidiary.value())
        said.replaceChildren()
        email.value = ''
        this.#keep(member)
        announce(words.added(member.email))
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    return h(
      'form',
      { class: 'team-form', onsubmit: submit },
      h(
        'div',
        { class: 'fields' },
        drawField(words.email, email),
        drawField(words.role, role),
        subsidiary.field,
      ),
      said,
      h('button', { type: 'submit', class: 'button' }, words.add),
    )
  }

  #drawList(): void {
    this.#list.replaceChildren(...this.#team.map((member) => this.#drawMember(member)))
  }

  #drawMember(member: OrganiserShown): HTMLElement {
    const words = this.#words
    const isOwn = member.email.toLowerCase() === this.#own.toLowerCase()
    return h(
      'li',
      { class: 'member' },
      h('strong', {}, member.email),
      isOwn && h('span', { class: 'hint' }, words.you),
      ...(this.#edited === member.email
        ? [this.#drawChange(member)]
        : [
            tag([words.roles[member.role], member.subsidiary].filter(Boolean).join(', '), {
              role: member.role === 'organiser' ? 'shared' : undefined,
            }),
            // Only organisers are written to on Mondays.
            member.role === 'organiser' && this.#drawDigest(member),
            // Nobody locks themselves out by a slip: somebody else of the team changes one’s own role.
            !isOwn &&
              h(
                'span',
                { class: 'cluster' },
                drawAct(words.change, member.email, () => this.#edit(member.email)),
                drawAct(words.remove, member.email, () => void this.#remove(member)),
              ),
          ]),
    )
  }

  #drawDigest(member: OrganiserShown): HTMLElement {
    const words = this.#words
    const id = `digest-${member.id}`
    const box = h('input', { type: 'checkbox', id, checked: member.digest })
    const save = async () => {
      const wanted = box.checked
      await this.#try(async () => {
        this.#keep(await accessApi.setDigest(member, wanted))
        announce(wanted ? words.digestOn(member.email) : words.digestOff(member.email))
      })
      const again = this.querySelector<HTMLInputElement>(`#${id}`)
      if (again === box) box.checked = member.digest
      again?.focus()
    }
    box.addEventListener('change', () => void save())
    const about = h('span', { class: 'visually-hidden' }, ` (${member.email})`)
    return h('span', { class: 'box member-digest' }, box, h('label', { for: id }, words.digest, about))
  }

  #drawChange(member: OrganiserShown): HTMLElement {
    const words = this.#words
    const role = this.#drawRoles('changed-role', member.role)
    const subsidiary = this.#drawSubsidiary('changed-subsidiary', role, member.subsidiary)
    const submit = async (event: Event) => {
      event.preventDefault()
      await this.#change(member, role.value as StaffRole, subsidiary.value())
    }
    return h(
      'form',
      { class: 'member-form', onsubmit: submit },
      drawField(words.newRole, role),
      subsidiary.field,
      drawEnding(words.save, consoleWordsIn(pageLanguage()).cancel, () => this.#edit(null)),
    )
  }

  #drawRoles(id: string, chosen: StaffRole): HTMLSelectElement {
    const options = STAFF_ROLES.map((role) => [role, this.#words.roles[role]] as const)
    return drawSelect(id, options, chosen)
  }

  /** The subsidiary of a correspondent: there while that role is chosen, and of no other. */
  #drawSubsidiary(
    id: string,
    role: HTMLSelectElement,
    known: string | null,
  ): { field: HTMLElement; value: () => string | null } {
    const input = drawLine(id, known, 200)
    const field = drawField(lifeWordsIn(pageLanguage()).subsidiary, input)
    const follow = () => {
      const isAsked = role.value === 'correspondent'
      field.hidden = !isAsked
      input.required = isAsked
    }
    role.addEventListener('change', follow)
    follow()
    return { field, value: () => (role.value === 'correspondent' ? input.value.trim() : null) }
  }

  #edit(email: string | null): void {
    const before = this.#edited
    this.#edited = email
    this.#drawList()
    const place = this.#team.findIndex((member) => member.email === (email ?? before))
    this.#list.children[place]?.querySelector<HTMLElement>('select, button')?.focus()
  }

  async #change(member: OrganiserShown, role: StaffRole, subsidiary: string | null): Promise<void> {
    const words = this.#words
    await this.#try(async () => {
      this.#keep(await accessApi.putMember(member.email, role, subsidiary))
      this.#edit(null)
      const undo = () => void this.#change({ ...member, role, subsidiary }, member.role, member.subsidiary)
      announce(words.changed(member.email, words.roles[role].toLowerCase()), {
        label: consoleWordsIn(pageLanguage()).undo,
        run: undo,
      })
    })
  }

  async #remove(member: OrganiserShown): Promise<void> {
    await this.#try(async () => {
      await accessApi.removeMember(member.email)
      this.#team = this.#team.filter(({ id }) => id !== member.id)
      this.#drawList()
      this.#list.querySelector<HTMLElement>('button')?.focus()
      const restore = async () =>
        this.#keep(await accessApi.putMember(member.email, member.role, member.subsidiary))
      announce(this.#words.removed(member.email), {
        label: consoleWordsIn(pageLanguage()).undo,
        run: () => void this.#try(restore),
      })
    })
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      this.#said.replaceChildren()
    } catch (error) {
      this.#said.replaceChildren(failure(error))
    }
  }

  #keep(member: OrganiserShown): void {
    const others = this.#team.filter(({ email }) => email.toLowerCase() !== member.email.toLowerCase())
    this.#team = [...others, member].sort((a, b) => a.email.localeCompare(b.email))
    this.#drawList()
  }
}

customElements.define('console-team', ConsoleTeam)
