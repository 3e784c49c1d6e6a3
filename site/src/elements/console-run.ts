import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import type { NamedProposal, NamedWaiting } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { addressOf } from './console-address.ts'
import { drawApproval } from './console-approval.ts'
import { accordOf, meanPoints, writeInstant, writeNumber } from './console-figures.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { followRun } from './console-look.ts'
import { type Child, h, tag } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'
import { drawProof } from './console-proof.ts'
import { ConsoleProposals } from './console-proposals.ts'
import { drawRunStart } from './console-run-start.ts'
import { RUN_TONES, runStateOf } from './console-state.ts'
import { drawWaiting } from './console-waiting.ts'

interface RunSeen {
  run: MatchRunShown
  programme: ProgrammeShown
  proposals: NamedProposal[]
  waiting: NamedWaiting[]
}

/** One match run: what it found, why, who is left, and the approval that sends it. The address names it (`?id=`). */
class ConsoleRun extends HTMLElement {
  private readonly words = consoleWordsIn(pageLanguage())

  connectedCallback(): void {
    const id = parameter('id')
    if (id === null) this.replaceChildren(h('p', {}, this.words.run.missing))
    else
      void fill(
        this,
        () => this.load(id),
        (seen) => this.draw(seen),
      )
  }

  private async load(id: string): Promise<RunSeen> {
    const run = await api.matchRun(id)
    const hasEnded = run.state === 'completed' || run.state === 'superseded'
    const [programme, proposals, waiting] = await Promise.all([
      api.programme(run.programme),
      hasEnded ? api.proposals(id) : [],
      hasEnded ? api.waiting(id) : [],
    ])
    return { run, programme, proposals, waiting }
  }

  private draw(seen: RunSeen): Child[] {
    const { run, programme } = seen
    const language = pageLanguage()
    titlePage(this.words.run.heading(run.round, programme.words[language].name))
    const address = `/${language}/console/programme/?p=${encodeURIComponent(programme.slug)}`
    const lead = h(
      'div',
      { class: 'console-lead' },
      this.facts(seen),
      h(
        'div',
        { class: 'console-actions' },
        ...this.ways(run),
        h('a', { class: 'button button-quiet', href: address }, this.words.run.backToProgramme),
      ),
    )
    return [lead, ...this.body(seen)]
  }

  private body(seen: RunSeen): Child[] {
    const { run, programme, proposals, waiting } = seen
    const again = async () => this.connectedCallback()
    if (run.state === 'queued' || run.state === 'running') return [this.busy(run)]
    if (run.state === 'failed') {
      const why = run.failure?.[pageLanguage()] ?? this.words.programme.runEnded
      const notice = h('p', { class: 'notice', 'data-tone': 'trouble' }, why)
      return [notice, drawRunStart(programme, [], again)]
    }
    const people = new Set(proposals.flatMap(({ mentor, mentee }) => [mentor, mentee])).size
    const isAwaiting = run.state === 'completed' && run.approved_at === null && proposals.length > 0
    return [
      this.numbers(run),
      isAwaiting &&
        drawApproval(run, { proposals: proposals.length, people }, programme.acceptance_days, again),
      h(
        'section',
        { class: 'console-section', id: 'proposals' },
        h('h2', {}, this.words.run.proposals),
        new ConsoleProposals().show(proposals, `${programme.slug}-${run.round}`),
      ),
      h(
        'section',
        { class: 'console-section', id: 'waiting' },
        h('h2', {}, this.words.run.waiting),
        drawWaiting(run.id, waiting),
      ),
    ]
  }

  /** What else can be asked of a run that has ended. */
  private ways(run: MatchRunShown): HTMLElement[] {
    if (run.matched === null) return []
    const way = (page: 'compare' | 'insight', words: string) =>
      h('a', { class: 'button button-quiet', href: addressOf(page, { run: run.id }) }, words)
    return [way('compare', this.words.run.compare), way('insight', this.words.run.insight)]
  }

  private facts({ run, programme }: RunSeen): HTMLElement {
    const when = (at: string) => writeInstant(at, pageLanguage(), programme.time_zone)
    const state = runStateOf(run)
    const facts = [
      run.completed_at && this.words.run.made(when(run.completed_at)),
      run.approved_at && this.words.run.approvedOn(when(run.approved_at)),
      run.state === 'superseded' && this.words.run.superseded,
    ]
    return h(
      'p',
      { class: 'console-facts' },
      tag(this.words.runState[state], { tone: RUN_TONES[state] ?? 'none' }),
      ...facts.map((fact) => fact && h('span', {}, fact)),
    )
  }

  private numbers(run: MatchRunShown): HTMLElement {
    const words = this.words.run
    const mean = meanPoints(run)
    return h(
      'div',
      {},
      drawNumbers(words.numbers, [
        { value: run.matched, words: words.matched, role: 'shared' },
        { value: run.mentors, words: words.mentors, role: 'mentor' },
        { value: run.mentees, words: words.mentees, role: 'mentee' },
        { value: run.arcs, words: words.arcs },
      ]),
      mean !== null &&
        h(
          'p',
          { class: 'run-mean' },
          words.mean(writeNumber(mean, pageLanguage()), words.accord[accordOf(mean)]),
        ),
      mean !== null && drawProof(run),
    )
  }

  private busy(run: MatchRunShown): HTMLElement {
    void followRun(run.id, () => undefined).finally(() => this.isConnected && this.connectedCallback())
    return h(
      'p',
      { class: 'run-busy', role: 'status' },
      h('progress', { 'aria-label': this.words.run.title }),
      this.words.programme.running,
    )
  }
}

customElements.define('console-run', ConsoleRun)
