/** What was typed into a sign-up, kept on this device alone until it is sent, erased, or a month old. */
interface Kept {
  at: number
  fields: [string, string][]
}

const MONTH_MS = 30 * 86_400_000

/** Fields that belong to the page rather than to the person. */
const PAGE_FIELDS = new Set(['role', 'language', 'form_token', 'draft', 'invitation', 'step', 'at'])

const keyOf = (programme: string) => `binome-sign-up ${programme}`

/** Keeps what the form says now; a device that keeps nothing (private window, full disk) changes nothing else. */
export function keep(programme: string, form: HTMLFormElement): void {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && !PAGE_FIELDS.has(name) ? [[name, value]] : [],
  )
  try {
    localStorage.setItem(keyOf(programme), JSON.stringify({ at: Date.now(), fields } satisfies Kept))
  } catch {
    // Nothing was promised: the mailed link is the safe way.
  }
}

/** Puts back what was kept. @returns whether anything was. */
export function recall(programme: string, form: HTMLFormElement): boolean {
  const kept = read(programme)
  if (!kept) return false
  let isAny = false
  const values = new Map<string, string[]>()
  for (const [name, value] of kept) values.set(name, [...(values.get(name) ?? []), value])
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      const isKept = values.get(control.name)?.includes(control.value) ?? false
      if (control.type === 'checkbox' || isKept) control.checked = isKept
      isAny ||= isKept
    } else if (
      (control instanceof HTMLInputElement && control.type !== 'hidden') ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    ) {
      const value = values.get(control.name)?.[0]
      if (value === undefined) continue
      control.value = value
      control.dispatchEvent(new Event('change', { bubbles: true }))
      isAny = true
    }
  }
  return isAny
}

export function forget(programme: string): void {
  try {
    localStorage.removeItem(keyOf(programme))
  } catch {
    // There was nothing to remove then.
  }
}

function read(programme: string): [string, string][] | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(programme)) ?? 'null') as Kept | null
    if (!kept || Date.now() - kept.at > MONTH_MS) return null
    return kept.fields.filter(([name, value]) => typeof name === 'string' && typeof value === 'string')
  } catch {
    return null
  }
}
