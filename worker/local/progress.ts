/** Tells how far something is: one bar that fills up on a terminal, a line now and then elsewhere. */
export interface Progress {
  at: (done: number) => void
  end: (line?: string) => void
}

const BAR_WIDTH = 24

export function showProgress(
  what: string,
  total: number,
  out: NodeJS.WriteStream = process.stdout,
): Progress {
  let toldQuarters = 0
  const at = (done: number) => {
    const share = total === 0 ? 1 : Math.min(1, done / total)
    if (out.isTTY) {
      const full = Math.round(share * BAR_WIDTH)
      out.write(
        `\r\u001b[K${what.padEnd(18)} ${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${done}/${total}`,
      )
      return
    }
    const quarters = Math.floor(share * 4)
    if (quarters > toldQuarters && quarters < 4) out.write(`${what}: ${done}/${total}\n`)
    toldQuarters = Math.max(toldQuarters, quarters)
  }
  at(0)
  return {
    at,
    end(line) {
      if (out.isTTY) out.write('\r\u001b[K')
      if (line) out.write(`${line}\n`)
    },
  }
}

/** Says nothing, for programs that have something else to show. */
export const SILENT: Progress = { at: () => undefined, end: () => undefined }
